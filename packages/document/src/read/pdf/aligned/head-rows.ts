/**
 * The heads of a table without lines: which words are one head, and which head stands over several columns.
 *
 * @module
 */
import type { Rule } from '../marks.ts'
import { type Column, middle, shareOf } from './find-columns.ts'
import type { Word, WordLine } from './word-lines.ts'

/** A head with the columns that it stands over, from `first` to `last`, and its level from the top. */
export interface Head {
  readonly texts: readonly string[]
  readonly first: number
  readonly last: number
  readonly y0: number
  readonly y1: number
}

interface Placed {
  readonly word: Word
  readonly y: number
  readonly size: number
}

/** The heads over several columns from top to bottom, and the one of each column; `undefined` for a column without any. */
export interface Heads {
  readonly spanning: readonly Head[]
  readonly own: readonly (Head | undefined)[]
}

/** Sorts the words of the heads. A head of several lines is one; a line below a head says how far it reaches. */
export function readHeads(lines: readonly WordLine[], columns: readonly Column[], rules: readonly Rule[]): Heads {
  const placed = lines.flatMap(({ words, y, size }) => words.map((word): Placed => ({ word, y, size })))
  const spanning: Head[] = []
  const single: Placed[] = []
  for (const each of placed) {
    const [first, last] = spanOf(each, placed, columns, rules)
    if (first === last) single.push(each)
    else spanning.push({ texts: [each.word.text], first, last, y0: each.y - each.size, y1: each.y })
  }
  const own = columns.map((_, index): Head | undefined => {
    const words = single.filter(({ word }) => nearestColumn(word, columns) === index)
    const [top, bottom] = [words[0], words.at(-1)]
    return top === undefined || bottom === undefined ? undefined : { texts: words.map(({ word }) => word.text), first: index, last: index, y0: top.y - top.size, y1: bottom.y }
  })
  return { spanning: joinWrapped(spanning), own }
}

/** The column that holds most of a word, else the nearest. */
export function nearestColumn(word: Column, columns: readonly Column[]): number {
  let best = 0
  let bestScore = -Infinity
  columns.forEach((column, index) => {
    const share = shareOf(word, column)
    const score = share > 0 ? share : -Math.max(column.x0 - word.x1, word.x0 - column.x1)
    if (score > bestScore) {
      best = index
      bestScore = score
    }
  })
  return best
}

function spanOf({ word, y, size }: Placed, all: readonly Placed[], columns: readonly Column[], rules: readonly Rule[]): readonly [number, number] {
  const [left, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0]
  const under = rules.find(({ isHorizontal, at, from, to }) => isHorizontal && at > y && at < y + size * 1.6 && from <= word.x0 + size && to >= word.x1 - size && to - from < (right - left) * 0.95)
  const covered = columns.flatMap((column, index) => {
    const isCovered = under === undefined ? shareOf(column, word) > 0.4 : middle(column) > under.from && middle(column) < under.to
    return isCovered ? [index] : []
  })
  const own = nearestColumn(word, columns)
  const [first, last] = [Math.min(own, ...covered), Math.max(own, ...covered)]
  if (under !== undefined) return [first, last]
  const hasBelow = (index: number): boolean => all.some((other) => other.y > y + size * 0.8 && nearestColumn(other.word, columns) === index)
  const isFree = (index: number): boolean => hasBelow(index) && !all.some((other) => other.word !== word && other.y <= y + size * 0.8 && nearestColumn(other.word, columns) === index)
  for (let index = first; index <= last; index++) if (!hasBelow(index)) return first === last || covered.length < 2 ? [own, own] : [first, last]
  return widest(word, first, last, columns, isFree, size)
}

/** The most columns around a word that it stands in the middle of, of those that have no head beside it. */
function widest(word: Word, first: number, last: number, columns: readonly Column[], isFree: (index: number) => boolean, size: number): readonly [number, number] {
  let [from, to] = [first, last]
  while (from > 0 && isFree(from - 1)) from -= 1
  while (to + 1 < columns.length && isFree(to + 1)) to += 1
  let best: readonly [number, number] = [first, last]
  for (let start = from; start <= first; start++) {
    for (let end = last; end <= to; end++) {
      const centre = ((columns[start]?.x0 ?? 0) + (columns[end]?.x1 ?? 0)) / 2
      if (Math.abs(centre - middle(word)) < size * 2.5 && end - start > best[1] - best[0]) best = [start, end]
    }
  }
  return best
}

/** Lines of one head over the same columns are one. */
function joinWrapped(heads: readonly Head[]): readonly Head[] {
  const joined: Head[] = []
  for (const head of heads) {
    const at = joined.findIndex((other) => other.first === head.first && other.last === head.last && head.y0 - other.y1 < (head.y1 - head.y0) * 0.6)
    const other = joined[at]
    if (other === undefined) joined.push(head)
    else joined[at] = { ...other, texts: [...other.texts, ...head.texts], y1: head.y1 }
  }
  return joined
}
