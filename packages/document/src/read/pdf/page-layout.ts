import type { Glyph } from './marks.ts'
import type { PageContent } from './page-content.ts'
import { findRuledGrids, type RuledGrid } from './ruled-grids.ts'
import { joinLines, type TextLine, textLines } from './text-lines.ts'

/** A page as lines of text and tables from top to bottom. */
export interface PageLayout {
  readonly width: number
  readonly height: number
  /** The size of most characters, those in tables included. */
  readonly usualSize: number
  readonly items: readonly PageItem[]
}

export type PageItem = LineItem | TableItem

export interface LineItem extends TextLine {
  readonly kind: 'line'
}

export interface TableItem {
  readonly kind: 'table'
  readonly top: number
  readonly bottom: number
  /** The text of each cell in the first place that it covers; the other places are blank. */
  readonly rows: readonly (readonly string[])[]
}

/** Lays out a page: characters inside a table go to its cells, the others are lines of text. */
export function layOutPage(content: PageContent): PageLayout {
  const usualSize = middleSize(content.glyphs)
  const grids = findRuledGrids(content.rules, usualSize).map((grid) => createTable(grid))
  // The smallest first: a table inside a larger frame takes its own characters.
  const bySize = [...grids].sort((a, b) => a.area - b.area)
  const outside = chunksOf(content.glyphs).flatMap((chunk) => (bySize.some((table) => table.take(chunk)) ? [] : chunk))
  const lines = textLines(outside).map((line): LineItem => ({ kind: 'line', ...line }))
  const tables = grids.flatMap((table) => table.finish() ?? [])
  const items = [...lines, ...tables].sort((a, b) => topOf(a) - topOf(b))
  return { width: content.width, height: content.height, usualSize, items }
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

interface OpenTable {
  readonly area: number
  /** Takes the characters if they stand inside. */
  take(chunk: readonly Glyph[]): boolean
  /** The table; `undefined` when nothing is written in it. */
  finish(): TableItem | undefined
}

function createTable({ xs, ys, cellOf }: RuledGrid): OpenTable {
  const contents = new Map<number, Glyph[]>()
  const cellAt = (glyph: Glyph): number | undefined => {
    const column = intervalOf(xs, (glyph.x0 + glyph.x1) / 2)
    const row = intervalOf(ys, glyph.y - glyph.size * 0.35)
    return column === undefined || row === undefined ? undefined : cellOf[row]?.[column]
  }
  return {
    area: ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0)),
    take(chunk) {
      const widths = new Map<number, number>()
      for (const glyph of chunk) {
        const cell = cellAt(glyph)
        if (cell !== undefined) widths.set(cell, (widths.get(cell) ?? 0) + glyph.x1 - glyph.x0 + 0.01)
      }
      const [widest] = [...widths].sort((a, b) => b[1] - a[1])
      if (widest === undefined) return false
      const content = contents.get(widest[0])
      if (content === undefined) contents.set(widest[0], [...chunk])
      else content.push(...chunk)
      return true
    },
    finish() {
      const written = new Set<number>()
      if (![...contents.values()].some((glyphs) => glyphs.some(({ text }) => text.trim() !== ''))) return undefined
      const rows = cellOf.map((places) => places.map((cell) => {
        if (written.has(cell)) return ''
        written.add(cell)
        return cellText(contents.get(cell) ?? [])
      }))
      return { kind: 'table', top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows }
    },
  }
}

function cellText(glyphs: readonly Glyph[]): string {
  return joinLines(textLines(glyphs).map(({ pieces }) => pieces.map(({ text }) => text).join(' ')))
}

function intervalOf(borders: readonly number[], value: number): number | undefined {
  for (let index = 0; index + 1 < borders.length; index++) {
    if (value >= (borders[index] ?? 0) && value < (borders[index + 1] ?? 0)) return index
  }
  return undefined
}
