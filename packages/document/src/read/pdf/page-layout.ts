import { takeAlignedTables } from './aligned-tables.ts'
import { separators, wordLines } from './aligned/word-lines.ts'
import { createTable, type OpenTable } from './fill-table.ts'
import type { Glyph } from './marks.ts'
import type { PageContent } from './page-content.ts'
import type { LineItem, PageItem, PageLayout } from './page-items.ts'
import { findRuledGrids } from './ruled-grids.ts'
import { textLines } from './text-lines.ts'

/** Lays out a page: characters inside a table go to its cells, the others are lines of text. */
export function layOutPage(content: PageContent): PageLayout {
  const usualSize = middleSize(content.glyphs)
  const grids = findRuledGrids(content.rules, usualSize).map((grid) => createTable(grid))
  // The smallest first: a table inside a larger frame takes its own characters.
  const bySize = [...grids].sort((a, b) => a.area - b.area)
  const outside = chunksOf(content.glyphs).flatMap((chunk) => (bySize.some((table) => table.take(chunk)) ? [] : chunk))
  const align = (glyphs: readonly Glyph[]) => takeAlignedTables(glyphs, content.rules, content.shades, content.width)
  const ruled: OpenTable[] = []
  for (const table of grids) {
    if (lacksColumns(table) && align(table.glyphs()).tables.length > 0) outside.push(...table.glyphs())
    else ruled.push(table)
  }
  const aligned = align(outside)
  const lines = textLines(aligned.others).map((line): LineItem => ({ kind: 'line', ...line }))
  const tables = ruled.flatMap((table) => table.finish() ?? [])
  const items = [...lines, ...tables, ...aligned.tables].sort((a, b) => topOf(a) - topOf(b))
  return { width: content.width, height: content.height, usualSize, items, inFile: content.inFile }
}

function topOf(item: PageItem): number {
  return item.kind === 'table' ? item.top : item.y - item.size * 0.5
}

function middleSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}

/** Characters that are drawn together without a gap: a number that is wider than its cell still belongs to one. */
function chunksOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const chunks: Glyph[][] = []
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    const chunk = chunks.at(-1)
    const goesOn = before?.run === glyph.run && Math.abs(before.y - glyph.y) < 0.5 && Math.abs(glyph.x0 - before.x1) < 0.4 * glyph.size
    if (chunk !== undefined && goesOn && glyph.text.trim() !== '') chunk.push(glyph)
    else chunks.push([glyph])
    before = glyph.text.trim() === '' ? undefined : glyph
  }
  return chunks
}

/** Whether three rows have several figures in one cell, or a label and its figure: the lines between columns are missing. */
function lacksColumns(table: OpenTable): boolean {
  const figures = table.columns === 1 ? 1 : 2
  let rows = 0
  for (const glyphs of table.cells()) {
    if (separators(glyphs) < figures) continue
    for (const { words } of wordLines(glyphs)) if (words.length >= 2 && words.filter(({ isMoney }) => isMoney).length >= figures) rows += 1
  }
  return rows >= 3
}
