/**
 * How a table is set: its columns' widths, the size of its text, and the height of each row.
 *
 * A statutory table is a page of its own, so the most comfortable density is taken in which it fits on one; a longer one
 * runs on over several. Amounts and codes never break: columns are widened for them at the cost of the others.
 *
 * @module
 */
import type { TableBlock, TableRowBlock } from '../../publication.ts'
import { type PageKind, pageShapes, textHeight, textWidth } from './page-shape.ts'
import { placeCells, type PlacedCell } from './place-cells.ts'
import { countLines, unbreakableWidth, widthOf } from './text-measure.ts'

/** Sizes in twentieths of a point. */
export interface Density {
  /** The paragraph style of its cells. */
  readonly style: string
  readonly fontSize: number
  /** Exact. */
  readonly line: number
  /** Above and below the text of a cell. */
  readonly padding: number
}

/** 五号 and 小五, from wide to close; 8 points where a statutory table just misses its page; 六号 where it fits in no other way. */
export const densities = {
  wide: { style: 'CellWide', fontSize: 210, line: 300, padding: 40 },
  regular: { style: 'CellRegular', fontSize: 210, line: 260, padding: 10 },
  tight: { style: 'CellTight', fontSize: 210, line: 240, padding: 0 },
  small: { style: 'CellSmall', fontSize: 180, line: 240, padding: 20 },
  close: { style: 'CellClose', fontSize: 180, line: 210, padding: 0 },
  fine: { style: 'CellFine', fontSize: 160, line: 190, padding: 0 },
  tiny: { style: 'CellTiny', fontSize: 150, line: 190, padding: 10 },
} as const satisfies Readonly<Record<string, Density>>

/** Words that stay whole where there is room, in em. */
const anyWords: readonly number[] = [5, 4, 0]

/** Left and right of a cell's text. */
export const sideMargin = 57
export const titleLine = 560
export const subtitleLine = 360
export const captionLine = 320
export const noteLine = 320
const border = 10

export interface TablePlan {
  readonly density: Density
  readonly columnWidths: readonly number[]
  readonly head: readonly PlannedRow[]
  readonly body: readonly PlannedRow[]
}

export interface PlannedRow {
  readonly row: TableRowBlock
  readonly cells: readonly PlacedCell[]
  readonly height: number
}

/** A cell with the widths of its text in em, which every density asks for. */
interface MeasuredCell extends PlacedCell {
  readonly whole: number
  readonly unbreakable: number
}

const measureCells = (rows: readonly (readonly PlacedCell[])[]): readonly (readonly MeasuredCell[])[] =>
  rows.map((cells) => cells.map((one) => ({ ...one, whole: widthOf(one.cell?.text ?? ''), unbreakable: unbreakableWidth(one.cell?.text ?? '') })))

export const pageKindOf = (table: TableBlock): PageKind => (table.orientation === 'landscape' ? 'landscapeTable' : 'portraitTable')

/** `lead`: the height of the headings that stand above the table on its page. */
export function planTable(table: TableBlock, lead: number): TablePlan {
  const shape = pageShapes[pageKindOf(table)]
  const width = textWidth(shape)
  const columnCount = table.columns.length
  const head = measureCells(placeCells(table.head, columnCount))
  const body = measureCells(placeCells(table.body, columnCount))
  const plan = (density: Density, shortWords: readonly number[]): TablePlan | undefined => {
    const columnWidths = fitColumns(table, [...head, ...body], width, density, shortWords)
    if (columnWidths === undefined) return undefined
    return { density, columnWidths, head: planRows(table.head, head, columnWidths, density), body: planRows(table.body, body, columnWidths, density) }
  }
  const { wide, regular, tight, small, close, fine, tiny } = densities
  const room = textHeight(shape) - lead - heightAround(table)
  const onePage = table.style === 'form' ? [wide, regular, tight, small, close] : [wide, regular, tight, small, close, fine]
  // Smaller text comes before short words that break.
  for (const shortWords of [[5, 4], [0]]) {
    for (const density of onePage) {
      const one = plan(density, shortWords)
      if (one === undefined) continue
      // One line is kept in reserve: a reader's fonts may wrap a word that is counted as fitting.
      const spare = room - heightOf(one.head) - heightOf(one.body) - density.line
      if (spare >= 0) return loosen(one, spare)
    }
  }
  // Over several pages: the fewest, and of those that take as many the most comfortable one.
  let best: TablePlan | undefined
  for (const density of columnCount <= 6 ? [regular, tight, small] : [small]) {
    const one = plan(density, anyWords)
    if (one !== undefined && (best === undefined || pagesOf(one, table, lead) < pagesOf(best, table, lead))) best = one
  }
  const columnWidths = share(table, width)
  // More columns than paper: every column gets its share, and the program that opens the document wraps what it must.
  return best ?? plan(close, anyWords) ?? plan(tiny, anyWords) ?? { density: tiny, columnWidths, head: planRows(table.head, head, columnWidths, tiny), body: planRows(table.body, body, columnWidths, tiny) }
}

/** Spends what is left of the page on room around the text, up to that of the widest density. */
function loosen(plan: TablePlan, spare: number): TablePlan {
  const { density, head, body } = plan
  const extra = Math.min(densities.wide.padding - density.padding, Math.floor(spare / (2 * (head.length + body.length))))
  if (extra <= 0) return plan
  const taller = (row: PlannedRow): PlannedRow => ({ ...row, height: row.height + 2 * extra })
  return { ...plan, density: { ...density, padding: density.padding + extra }, head: head.map(taller), body: body.map(taller) }
}

/** How many pages the table takes with its title and its notes; `lead` and `furtherNotes` are heights. */
export function pagesOf(plan: TablePlan, table: TableBlock, lead: number, furtherNotes = 0): number {
  const room = textHeight(pageShapes[pageKindOf(table)])
  const headHeight = heightOf(plan.head)
  let pages = 1
  let used = lead + heightAbove(table) + headHeight
  for (const { height } of plan.body) {
    if (used + height > room) {
      pages += 1
      used = headHeight
    }
    used += height
  }
  return used + noteHeight(table) + furtherNotes > room ? pages + 1 : pages
}

/** The height of title, subtitle, caption and notes. */
export function heightAround(table: TableBlock): number {
  return heightAbove(table) + noteHeight(table)
}

export function heightAbove(table: TableBlock): number {
  const { width } = titleMeasure(table)
  return (
    countLines(table.title, width) * titleLine +
    (table.subtitle === undefined ? 0 : subtitleLine) +
    (table.caption === undefined && table.unit === undefined ? 0 : captionLine)
  )
}

export function noteHeight(table: TableBlock): number {
  const width = textWidth(pageShapes[pageKindOf(table)]) / 210
  return table.notes.reduce((height, note) => height + countLines(note, width) * noteLine, 0)
}

export const heightOf = (rows: readonly PlannedRow[]): number => rows.reduce((height, row) => height + row.height, 0)

/** The title's size, and the width of its line in em of it: 小二, or down to 四号 where it would take two lines. */
export function titleMeasure(table: TableBlock): { readonly fontSize: number; readonly width: number } {
  const width = textWidth(pageShapes[pageKindOf(table)])
  const em = widthOf(table.title) + 0.5
  const fontSize = [360, 320, 300, 280].find((size) => em * size <= width) ?? 320
  return { fontSize, width: width / fontSize }
}

/** Widths in proportion, with room for what must not break and for words up to the first of `shortWords` (in em) that fits; `undefined` when none does. */
function fitColumns(
  table: TableBlock, rows: readonly (readonly MeasuredCell[])[], width: number, density: Density, shortWords: readonly number[],
): readonly number[] | undefined {
  for (const shortWord of shortWords) {
    const least = leastWidths(table, rows, density, shortWord)
    if (least.reduce((sum, one) => sum + one, 0) <= width) return share(table, width, least)
  }
  return undefined
}

/** `shortWord`: text of up to so many em stays in one line. */
function leastWidths(table: TableBlock, rows: readonly (readonly MeasuredCell[])[], density: Density, shortWord: number): readonly number[] {
  const least = table.columns.map(() => 2 * density.fontSize + 2 * sideMargin)
  for (const row of rows) {
    for (const { cell, column, columnSpan, whole, unbreakable } of row) {
      if (cell === undefined || cell.text === '' || columnSpan > 1) continue
      const em = (whole <= shortWord ? whole : unbreakable) + (cell.align === 'start' ? (cell.indent ?? 0) : 0)
      const needed = Math.ceil(em * density.fontSize) + 2 * sideMargin + 2 * border
      if (needed > (least[column] ?? 0)) least[column] = needed
    }
  }
  return least
}

function share(table: TableBlock, width: number, least: readonly number[] = []): readonly number[] {
  const fixed = new Map<number, number>()
  const weightOf = (index: number) => Math.max(table.columns[index]?.width ?? 0, 0.01)
  for (;;) {
    const open = table.columns.map((_, index) => index).filter((index) => !fixed.has(index))
    const room = width - [...fixed.values()].reduce((sum, one) => sum + one, 0)
    const weight = open.reduce((sum, index) => sum + weightOf(index), 0)
    const narrow = open.filter((index) => (room * weightOf(index)) / weight < (least[index] ?? 0))
    if (narrow.length === 0) {
      const widths = table.columns.map((_, index) => fixed.get(index) ?? Math.floor((room * weightOf(index)) / weight))
      const last = open.at(-1) ?? widths.length - 1
      return widths.map((one, index) => (index === last ? one + width - widths.reduce((sum, each) => sum + each, 0) : one))
    }
    for (const index of narrow) fixed.set(index, least[index] ?? 0)
  }
}

function planRows(rows: readonly TableRowBlock[], placed: readonly (readonly MeasuredCell[])[], widths: readonly number[], density: Density): readonly PlannedRow[] {
  const heights = placed.map(() => density.line + 2 * density.padding + border)
  const grow = (last: number, rowSpan: number, needed: number) => {
    let height = 0
    for (let index = last - rowSpan + 1; index <= last; index += 1) height += heights[index] ?? 0
    if (needed > height) heights[last] = (heights[last] ?? 0) + needed - height
  }
  // Cells over several rows come last: what the others need is known then, and the last row takes what is missing.
  for (const several of [false, true]) {
    for (const [index, cells] of placed.entries()) {
      for (const { cell, column, columnSpan, rowSpan, whole } of cells) {
        if (cell === undefined || cell.text === '' || rowSpan > 1 !== several) continue
        let width = -2 * sideMargin
        for (let at = column; at < column + columnSpan; at += 1) width += widths[at] ?? 0
        const em = width / density.fontSize - (cell.indent ?? 0)
        const lines = whole <= em && !cell.text.includes('\n') ? 1 : countLines(cell.text, em)
        grow(index + rowSpan - 1, rowSpan, lines * density.line + 2 * density.padding + border)
      }
    }
  }
  return rows.map((row, index) => ({ row, cells: placed[index] ?? [], height: heights[index] ?? 0 }))
}
