/**
 * How a table is set on its pages: type size, room between lines, column widths.
 *
 * The roomiest setting in which it fits on one page is taken; a longer table goes over as few pages as can be in type that
 * is read with ease. Where numbers need more room than the page has, the type becomes smaller.
 *
 * @module
 */
import type { PlacedCell } from '../../publication-grid.ts'
import { fitColumns, leastWidths, sideMargin, squeezeColumns } from './fit-columns.ts'
import type { TextMeasure } from './text-measure.ts'

/** Lengths in points. */
export interface TableSetting {
  readonly size: number
  /** Above and below the text of a cell. */
  readonly room: number
  readonly widths: readonly number[]
}

export interface TableToFit {
  readonly weights: readonly number[]
  readonly head: readonly PlacedCell[]
  readonly headRows: number
  readonly body: readonly PlacedCell[]
  readonly bodyRows: number
  /** The room for the table on its pages, in points. */
  readonly width: number
  readonly height: number
  /** What stands above the table on its first page and below it on its last, in points. */
  readonly above: number
  readonly below: number
}

/** 五号, 小五 and 小于小五, each with less room between the lines. */
const densities = [
  { size: 10.5, room: 5 },
  { size: 10.5, room: 3.5 },
  { size: 10, room: 2.8 },
  { size: 9, room: 2.5 },
  { size: 8.5, room: 1.8 },
] as const
/** For tables that are too wide for those. */
const smallDensities = [8, 7.5, 7, 6.5, 6].map((size) => ({ size, room: 1.8 }))
/** A table over several pages is not set smaller than this to save one. */
const readableSize = 9

/** From line to line, in em. */
export const lineHeight = 1.3

export function fitTable(table: TableToFit, measure: TextMeasure): TableSetting {
  const least = leastWidths([...table.head, ...table.body], table.weights.length, measure)
  const settingsOf = (list: readonly { readonly size: number; readonly room: number }[]): readonly TableSetting[] =>
    list.flatMap((density) => {
      const widths = fitColumns(table.weights, least, density.size, table.width)
      return widths === undefined ? [] : [{ ...density, widths }]
    })
  const settings = settingsOf(densities)
  const counted = settings.map((setting) => ({ setting, pages: countPages(table, setting, measure) }))
  const single = counted.find(({ pages }) => pages === 1)
  if (single !== undefined) return single.setting
  const readable = counted.filter(({ setting }) => setting.size >= readableSize && setting.room < roomiest)
  const fewest = Math.min(...readable.map(({ pages }) => pages))
  const several = readable.find(({ pages }) => pages === fewest)?.setting ?? settings[0] ?? settingsOf(smallDensities)[0]
  if (several !== undefined) return several
  const smallest = { size: 6, room: 1.8 }
  return { ...smallest, widths: squeezeColumns(least, smallest.size, table.width) }
}

const roomiest = densities[0].room

/** How many pages the table takes, its rows being kept whole. Breaking a cell's lines is estimated, so a little is held back. */
export function countPages(table: TableToFit, setting: TableSetting, measure: TextMeasure): number {
  const height = table.height - setting.size
  const head = rowHeights(table.head, table.headRows, setting, measure).reduce((sum, row) => sum + row, 0)
  const rows = rowHeights(table.body, table.bodyRows, setting, measure)
  let pages = 1
  let used = table.above + head
  for (const row of rows) {
    if (used + row > height) {
      pages += 1
      used = head
    }
    used += row
  }
  return used + table.below > height ? pages + 1 : pages
}

/** The height of every row in points. A cell over several rows takes what is missing from the last of them. */
function rowHeights(cells: readonly PlacedCell[], rowCount: number, setting: TableSetting, { linesOf }: TextMeasure): readonly number[] {
  const { size, room, widths } = setting
  const heights = Array.from({ length: rowCount }, () => size + 2 * room)
  const byRows = [...cells].sort((a, b) => a.rowSpan - b.rowSpan)
  for (const { cell, row, rowSpan, column, columnSpan } of byRows) {
    if (cell.text === '') continue
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0) - 2 * sideMargin
    const lines = linesOf(cell.text, width / size - (cell.indent ?? 0))
    const needed = (1 + (lines - 1) * lineHeight) * size + 2 * room
    const covered = heights.slice(row, row + rowSpan).reduce((sum, one) => sum + one, 0)
    const last = row + rowSpan - 1
    if (needed > covered) heights[last] = (heights[last] ?? 0) + needed - covered
  }
  return heights
}
