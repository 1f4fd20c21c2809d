import { normaliseLabel, stripNumbering } from './normalise-label.ts'
import type { Classification, ClassificationEntry } from './vocabulary.ts'

/** Builds the lookups over the entries. Entries keep their order. */
export function classificationOf(entries: readonly ClassificationEntry[]): Classification {
  const byCode = groupBy(entries, (entry) => [`${entry.scheme} ${entry.code}`])
  // Names are indexed when the first one is asked for: many uses only look codes up.
  const names = once(() => ({
    byPrint: groupBy(entries, (entry) => [`${entry.scheme} ${normaliseLabel(entry.name)}`]),
    byStem: groupBy(entries, (entry) => stemOf(normaliseLabel(entry.name)).map((stem) => `${entry.scheme} ${stem}`)),
  }))
  return {
    lookup: (scheme, code, year) => {
      const known = byCode.get(`${scheme} ${code}`) ?? []
      return year === undefined ? known : known.filter((entry) => entry.years.from <= year && year <= entry.years.to)
    },
    byName: (scheme, name, level) => {
      const print = stripNumbering(name).text
      const atLevel = (known: readonly ClassificationEntry[] = []): readonly ClassificationEntry[] =>
        level === undefined ? known : known.filter((entry) => levelOf(entry) === level)
      const exact = atLevel(names().byPrint.get(`${scheme} ${print}`))
      return exact.length > 0 ? exact : stemOf(print).flatMap((stem) => atLevel(names().byStem.get(`${scheme} ${stem}`)))
    },
  }
}

function levelOf(entry: ClassificationEntry): 1 | 2 | 3 {
  return entry.code.length === 3 ? 1 : entry.code.length === 5 ? 2 : 3
}

/**
 * What different prints of one name have in common: tables leave out 的, and 支出 or 用 at the end
 * (社会保障和就业, 对个人和家庭补助支出, 因公出国(境)费). None for 其他, which alone says too little.
 */
function stemOf(name: string): readonly string[] {
  const stem = name.replaceAll('的', '').replace(/支出$/u, '').replace(/费用$/u, '费').replace(/购置费$/u, '购置')
  return stem === '' || stem === '其他' ? [] : [stem]
}

function groupBy(
  entries: readonly ClassificationEntry[],
  keysOf: (entry: ClassificationEntry) => readonly string[],
): ReadonlyMap<string, readonly ClassificationEntry[]> {
  const groups = new Map<string, ClassificationEntry[]>()
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [entry])
      else group.push(entry)
    }
  }
  return groups
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
