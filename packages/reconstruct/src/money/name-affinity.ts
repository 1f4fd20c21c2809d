/**
 * How much two names have in common: the share of the shorter one's pairs of characters that the other has too.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'

/** Between 0 (nothing in common) and 1. The best of the given names counts; a later one, being wider, counts less. */
export function nameAffinity(name: string, others: readonly string[]): number {
  const own = pairsOf(name)
  return others.reduce((best, other, index) => Math.max(best, share(own, pairsOf(other)) / (index + 1)), 0)
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const size = Math.min(a.size, b.size)
  if (size === 0) return 0
  let both = 0
  for (const pair of a) if (b.has(pair)) both += 1
  return both / size
}

/** Words that stand in so many names that they tell none apart. */
const plain = /资金|支出|项目|经费|补助|补贴|专项|中央|省级|市级|县级|财政|其他|管理|事务|预算|年度?|\d+|[()《》]/gu

function pairsOf(name: string): ReadonlySet<string> {
  const words = normaliseLabel(name).replace(plain, ' ').split(/[\s、,]+/u)
  return new Set(words.flatMap((word) => Array.from({ length: Math.max(word.length - 1, 0) }, (_, at) => word.slice(at, at + 2))))
}
