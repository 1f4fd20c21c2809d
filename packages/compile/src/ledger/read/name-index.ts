/** The declared name that a reference means: the name itself, the code, or `code name`. Other text comes back as it is. */
export type NameIndex = (reference: string) => string

/** Finds units or projects by what other sheets write. A code that several share means none of them. */
export function nameIndex(items: readonly { readonly name: string; readonly code: string }[]): NameIndex {
  const names = new Set(items.map((item) => item.name))
  const byCode = new Map<string, string | undefined>()
  for (const { name, code } of items) if (code !== '') byCode.set(code, byCode.has(code) ? undefined : name)
  return (reference) => {
    if (reference === '' || names.has(reference)) return reference
    const coded = byCode.get(reference)
    if (coded !== undefined) return coded
    const match = /^([\dA-Za-z]+)[\s\-—_]*(\S.*)$/u.exec(reference)
    const name = match?.[2] ?? ''
    return names.has(name) && byCode.get(match?.[1] ?? '') === name ? name : reference
  }
}
