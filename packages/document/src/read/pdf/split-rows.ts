/**
 * Rows of a ruled table that no line divides: only its columns are drawn, or only its groups of rows.
 *
 * @module
 */
import { bodyRows } from './aligned/body-rows.ts'
import { middle } from './aligned/find-columns.ts'
import { separators, wordLines } from './aligned/word-lines.ts'
import type { Glyph } from './marks.ts'

/** Figures below each other in this many lines, in two columns, are not one row. */
const leastLines = 3

/**
 * The characters of one drawn row as the rows that they show, each with its characters per cell; `undefined` when the
 * drawn row is one. `cells` are the characters per column, `xs` the borders of the columns.
 */
export function splitRow(cells: readonly (readonly Glyph[])[], xs: readonly number[]): readonly (readonly (readonly Glyph[])[])[] | undefined {
  if (cells.filter((glyphs) => moneyLines(glyphs) >= leastLines).length < 2) return undefined
  const columns = cells.map((_, index) => ({ x0: xs[index] ?? 0, x1: xs[index + 1] ?? 0 }))
  const own = new Map<Glyph, number>()
  cells.forEach((glyphs, index) => { for (const glyph of glyphs) own.set(glyph, index) })
  const rows = bodyRows(wordLines(cells.flat()), columns, [])
  if (rows.length < leastLines) return undefined
  return rows.map((lines) => {
    const glyphs = lines.flatMap(({ words }) => words.flatMap((word) => word.glyphs))
    return columns.map((column, index) => glyphs.filter((glyph) => (own.get(glyph) ?? columns.findIndex(({ x0, x1 }) => middle(glyph) >= x0 && middle(glyph) < x1)) === index && column.x1 > column.x0))
  })
}

function moneyLines(glyphs: readonly Glyph[]): number {
  return separators(glyphs) < leastLines ? 0 : wordLines(glyphs).filter(({ words }) => words.length === 1 && words[0]?.isMoney === true).length
}
