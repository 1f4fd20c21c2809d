/**
 * Which columns words stand in that no line divides.
 *
 * @module
 */
import type { Block } from './find-blocks.ts'
import type { Word, WordLine } from './word-lines.ts'

/** How far a column's content reaches. */
export interface Column {
  readonly x0: number
  readonly x1: number
}

/** The columns of a block from left to right; empty when the figures are not aligned. */
export function findColumns({ heads, body }: Block): readonly Column[] {
  const size = body.map((line) => line.size).sort((a, b) => a - b)[Math.floor(body.length / 2)] ?? 10
  const words = body.flatMap((line) => line.words)
  const figures = overlapping(words.filter(({ isAmount }) => isAmount))
  if (figures.length === 0 || !figures.some((column) => isAligned(column, size))) return []
  const ofFigures = figures.map(hull)
  const texts = words.filter((word) => !word.isAmount && !ofFigures.some((column) => shareOf(word, column) > 0.5))
  const borders = [-Infinity, ...ofFigures.map(middle), Infinity]
  const ofTexts = borders.slice(1).flatMap((right, index) => {
    const left = borders[index] ?? -Infinity
    return textColumns(texts.filter((word) => middle(word) > left && middle(word) < right), { x0: left, x1: right }, ofFigures, size)
  })
  const found = [...ofFigures, ...ofTexts].sort((a, b) => a.x0 - b.x0)
  return withHeadsOfEmpty(found, heads)
}

/** Words that stand below each other, as groups from left to right. */
function overlapping(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: { words: Word[]; x0: number; x1: number }[] = []
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const group = groups.at(-1)
    const common = group === undefined ? 0 : Math.min(group.x1, word.x1) - Math.max(group.x0, word.x0)
    if (group !== undefined && common > 0.25 * Math.min(word.x1 - word.x0, group.x1 - group.x0)) {
      group.words.push(word)
      group.x0 = Math.min(group.x0, word.x0)
      group.x1 = Math.max(group.x1, word.x1)
    } else groups.push({ words: [word], x0: word.x0, x1: word.x1 })
  }
  return groups.map((group) => group.words)
}

/** Whether figures end, begin or have their middle below each other; one alone is none. */
function isAligned(words: readonly Word[], size: number): boolean {
  const edges = [words.map(({ x1 }) => x1), words.map(({ x0 }) => x0), words.map(middle)]
  return words.length >= 2 && edges.some((values) => {
    const usual = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
    return values.filter((value) => Math.abs(value - usual) < size * 0.6).length >= values.length * 0.7
  })
}

/** Divides texts where next to none of them reaches across. A text that runs on into an empty column widens none. */
function textColumns(words: readonly Word[], space: Column, figures: readonly Column[], size: number): readonly Column[] {
  if (words.length === 0) return []
  const next = figures.find((column) => column.x0 >= space.x0 && middle(column) >= space.x1)?.x0 ?? Infinity
  const reach = (word: Word): Column => ({ x0: word.x0, x1: Math.max(word.x0 + size * 0.5, Math.min(word.x1, next - size * 0.2)) })
  const events = words.map(reach).flatMap(({ x0, x1 }) => [{ x: x0, by: 1 }, { x: x1, by: -1 }]).sort((a, b) => a.x - b.x || a.by - b.by)
  const few = Math.floor(words.length * 0.06)
  const columns: { x0: number; x1: number }[] = []
  let depth = 0
  for (const { x, by } of events) {
    const before = depth
    depth += by
    if (before <= few && depth > few) {
      const open = columns.at(-1)
      if (open !== undefined && x - open.x1 < size * 0.5) open.x1 = Infinity
      else columns.push({ x0: x, x1: Infinity })
    }
    const open = columns.at(-1)
    if (before > few && depth <= few && open !== undefined) open.x1 = x
  }
  return columns
}

/** Columns without anything in them are known by their heads alone: a head over none of the others has its own. */
function withHeadsOfEmpty(columns: readonly Column[], heads: readonly WordLine[]): readonly Column[] {
  const found = [...columns]
  for (const line of [...heads].reverse()) {
    for (const word of line.words) {
      const isApart = found.every((column) => word.x1 <= column.x0 || word.x0 >= column.x1)
      const isOver = /^[（(]/u.test(word.text) && line.words.length === 1
      if (isApart && !isOver && !standsBetween(word, line, found, heads)) found.push({ x0: word.x0, x1: word.x1 })
    }
  }
  return found.sort((a, b) => a.x0 - b.x0)
}

/** Whether a head stands over the gap between two columns that have theirs below it: it is the head of both. */
function standsBetween(word: Word, line: WordLine, columns: readonly Column[], heads: readonly WordLine[]): boolean {
  const left = columns.filter(({ x1 }) => x1 <= word.x0).at(-1)
  const right = columns.find(({ x0 }) => x0 >= word.x1)
  if (left === undefined || right === undefined) return false
  const hasHead = (column: Column, isHere: (y: number) => boolean): boolean => heads.some(({ y, words }) => isHere(y) && words.some((other) => shareOf(other, column) > 0.3 || shareOf(column, other) > 0.3))
  return [left, right].every((column) => hasHead(column, (y) => y > line.y + line.size * 0.8) && !hasHead(column, (y) => Math.abs(y - line.y) < line.size * 0.8))
}

function hull(words: readonly Word[]): Column {
  return { x0: Math.min(...words.map(({ x0 }) => x0)), x1: Math.max(...words.map(({ x1 }) => x1)) }
}

/** How much of a word stands in a column. */
export function shareOf(word: Column, column: Column): number {
  return Math.max(0, Math.min(word.x1, column.x1) - Math.max(word.x0, column.x0)) / Math.max(word.x1 - word.x0, 0.01)
}

export function middle({ x0, x1 }: Column): number {
  return (x0 + x1) / 2
}
