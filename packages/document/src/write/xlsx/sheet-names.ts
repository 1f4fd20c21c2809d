/** The longest name that a sheet may have. */
const longest = 31

/**
 * Returns a name for the sheet of each table: its title without the year, and without what stands in brackets at its end
 * where that is not what tells it from another. Unique, as programs compare them; free of the signs that a sheet's name must not have.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const plain = titles.map((title) => title.replace(/^\s*\d{4}\s*年度?/u, '').replaceAll(/[[\]:*?/\\]/gu, ' ').replaceAll(/^'+|'+$/gu, '').trim())
  const short = plain.map((title) => title.replace(/[（(][^（()）]*[)）]$/u, '').trim())
  const taken = new Set<string>()
  return plain.map((title, index) => {
    const own = short[index] ?? ''
    const isAlone = own !== '' && short.filter((other) => sameName(other, own)).length === 1
    const wanted = (isAlone ? own : title) || `表${String(index + 1)}`
    let name = cut(wanted, '')
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = cut(wanted, `(${String(copy)})`)
    taken.add(name.toLowerCase())
    return name
  })
}

function cut(name: string, suffix: string): string {
  return `${name.slice(0, longest - suffix.length)}${suffix}`
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
