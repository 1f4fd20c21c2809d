/**
 * Tables that nothing but the order of their words shows, or lines between rows alone: what other pages draw with a grid.
 *
 * Figures that stand below each other make the columns, the texts between them the others. Prose is left alone: a table
 * needs three rows of figures apart from other text.
 *
 * @module
 */
import { bodyRows, crossingLines } from './aligned/body-rows.ts'
import { findBlocks } from './aligned/find-blocks.ts'
import { type Column, findColumns } from './aligned/find-columns.ts'
import { type Head, nearestColumn, readHeads } from './aligned/head-rows.ts'
import { divide, separators, wordLines, type WordLine } from './aligned/word-lines.ts'
import type { Box } from './geometry.ts'
import type { Glyph, Rule } from './marks.ts'
import type { TableCell, TableItem } from './page-items.ts'
import { joinLines } from './text-lines.ts'

export interface AlignedTables {
  readonly tables: readonly TableItem[]
  /** The characters that no table took. */
  readonly others: readonly Glyph[]
}

/** Takes the tables out of these characters. `rules` and `shades` can divide rows and underline heads. */
export function takeAlignedTables(glyphs: readonly Glyph[], rules: readonly Rule[], shades: readonly Box[], pageWidth: number): AlignedTables {
  if (separators(glyphs) < leastSeparators) return { tables: [], others: glyphs }
  const upright = glyphs.filter(({ lies }) => lies === undefined)
  const taken = new Set<Glyph>()
  const tables = findBlocks(wordLines(upright), pageWidth).flatMap((block): readonly TableItem[] => {
    const columns = findColumns(block)
    if (columns.length < 2) return []
    const table = tableOf(atColumns(block.heads, columns), atColumns(block.body, columns), columns, rules, shades)
    for (const line of [...block.heads, ...block.body]) for (const word of line.words) for (const glyph of word.glyphs) taken.add(glyph)
    return [table]
  })
  return { tables, others: taken.size === 0 ? glyphs : glyphs.filter((glyph) => !taken.has(glyph)) }
}

/** A table of figures has one in each of three rows at least. */
const leastSeparators = 3

/** Words that reach over several columns divided where another operator goes on near a border between two. */
function atColumns(lines: readonly WordLine[], columns: readonly Column[]): readonly WordLine[] {
  const edges = columnEdges(columns).slice(1, -1)
  return lines.map((line) => ({
    ...line,
    words: line.words.flatMap((word) => divide(word, (before, after) => {
      const [x0, x1] = [before.at(-1)?.x1 ?? 0, after[0]?.x0 ?? 0]
      return edges.some((edge) => edge > x0 - line.size && edge < x1 + line.size)
    }, () => true)),
  }))
}

function tableOf(headLines: readonly WordLine[], body: readonly WordLine[], columns: readonly Column[], rules: readonly Rule[], shades: readonly Box[]): TableItem {
  const first = body[0]
  const last = body.at(-1)
  const borders = [...crossingLines(rules, columns), ...shadeEdges(shades, columns)].sort((a, b) => a - b)
  const top = headLines[0] ?? first
  const edges = columnEdges(columns)
  const boxOf = (from: number, to: number, y0: number, y1: number): Box => ({ x0: edges[from] ?? 0, x1: edges[to + 1] ?? 0, y0, y1 })
  const rows = bodyRows(body, columns, borders).map((lines): readonly TableCell[] => {
    const [y0, y1] = [Math.min(...lines.map(({ y, size }) => y - size)), Math.max(...lines.map(({ y, size }) => y + size * 0.2))]
    return columns.map((_, index) => ({ text: joinLines(lines.flatMap((line) => textIn(line, index, columns))), box: boxOf(index, index, y0, y1) }))
  })
  return {
    kind: 'table',
    top: top === undefined ? 0 : top.y - top.size,
    bottom: last === undefined ? 0 : last.y + last.size * 0.2,
    rows: [...headRows(headLines, columns, rules, boxOf), ...rows],
  }
}

/** What a line has in a column, nothing or one text. */
function textIn(line: WordLine, index: number, columns: readonly Column[]): readonly string[] {
  const words = line.words.filter((word) => {
    // A label that runs on over an empty column belongs where it begins.
    const start = word.isAmount ? word : { x0: word.x0, x1: Math.min(word.x1, word.x0 + line.size * 2) }
    return nearestColumn(start, columns) === index
  })
  return words.length === 0 ? [] : [words.map(({ text }) => text).join(' ')]
}

function headRows(lines: readonly WordLine[], columns: readonly Column[], rules: readonly Rule[], boxOf: (from: number, to: number, y0: number, y1: number) => Box): readonly (readonly TableCell[])[] {
  if (lines.length === 0) return []
  const { spanning, own } = readHeads(lines, columns, rules)
  const levels: Head[][] = []
  for (const head of spanning) {
    // Below every head that stands over one of its columns.
    const level = levels.findLastIndex((heads) => heads.some((other) => other.first <= head.last && other.last >= head.first)) + 1
    const row = levels[level] ?? []
    levels[level] = row
    row.push(head)
  }
  const rows = Array.from({ length: levels.length + 1 }, (_, level) => columns.map((_, index): TableCell => {
    const [start, end] = [lines[0], lines.at(-1)]
    const [y0, y1] = [(start?.y ?? 0) - (start?.size ?? 0), end?.y ?? 0]
    const over = levels[level]?.find((head) => head.first === index)
    if (over !== undefined) return { text: joinLines(over.texts), box: boxOf(over.first, over.last, over.y0, over.y1) }
    // The head of a column stands right below the last that covers it.
    const isCovered = (heads: readonly Head[]): boolean => heads.some((head) => head.first <= index && head.last >= index)
    const place = levels.findLastIndex(isCovered) + 1
    const head = own[index]
    return level === place && head !== undefined ? { text: joinLines(head.texts), box: boxOf(index, index, head.y0, head.y1) } : { text: '', box: boxOf(index, index, y0, y1) }
  }))
  return rows.filter((row) => row.some(({ text }) => text !== ''))
}

function columnEdges(columns: readonly Column[]): readonly number[] {
  return [columns[0]?.x0 ?? 0, ...columns.slice(1).map((column, index) => ((columns[index]?.x1 ?? 0) + column.x0) / 2), columns.at(-1)?.x1 ?? 0]
}

/** The upper and lower edges of shades as wide as the table. */
function shadeEdges(shades: readonly Box[], columns: readonly Column[]): readonly number[] {
  const [left, right] = [columns[0]?.x0 ?? 0, columns.at(-1)?.x1 ?? 0]
  const edges = shades.flatMap(({ x0, x1, y0, y1 }) => (Math.min(x1, right) - Math.max(x0, left) > (right - left) * 0.7 && y1 - y0 < 60 ? [y0, y1] : [])).sort((a, b) => a - b)
  return edges.filter((edge, index) => index === 0 || edge - (edges[index - 1] ?? 0) > 2)
}
