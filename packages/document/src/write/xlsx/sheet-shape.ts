/**
 * Widths of columns and heights of rows: programs do not all fit a row to wrapped or merged text by themselves.
 *
 * A width is counted in digits of the workbook's default type, 7 pixels each. 宋体 of 11 points is 14.7 pixels wide, and its
 * letters and digits are half of that.
 *
 * @module
 */
import type { PlacedCell } from '../../publication-grid.ts'
import type { TableBlock } from '../../publication.ts'

/** What an A4 page holds in one line of 11-point type. */
const pageWidth: Readonly<Record<TableBlock['orientation'], number>> = { portrait: 92, landscape: 136 }
/** Inside the borders of a cell, where a column must hold what it has at the least. */
const padding = 1.5
const fewestCharacters = 4
const chinese = 2.1
/** A line of 11-point type, in points. */
export const lineHeight = 15

/** The table's proportions on its page, no column narrower than its amounts, codes and a few characters side by side. */
export function columnWidths(table: TableBlock, cells: readonly PlacedCell[]): readonly number[] {
  const weights = table.columns.reduce((sum, { width }) => sum + width, 0)
  return table.columns.map(({ width }, column) => {
    const own = cells.filter((cell) => cell.column === column && cell.columnSpan === 1)
    const least = own.reduce((most, { cell }) => Math.max(most, leastWidth(cell.text, cell.align)), 0) + padding
    return Math.round(Math.max(least, (pageWidth[table.orientation] * width) / weights) * 100) / 100
  })
}

/** The heights of rows in points. What a cell over several rows needs beyond them, the last of them gets. */
export function rowHeights(cells: readonly PlacedCell[], rowCount: number, widths: readonly number[]): readonly number[] {
  const heights = Array.from({ length: rowCount }, () => lineHeight + 3)
  for (const { cell, row, rowSpan, column, columnSpan } of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0) - chinese * (cell.indent ?? 0)
    const needed = linesOf(cell.text, width) * lineHeight + 3
    const covered = heights.slice(row, row + rowSpan).reduce((sum, one) => sum + one, 0)
    const last = row + rowSpan - 1
    if (needed > covered) heights[last] = (heights[last] ?? 0) + needed - covered
  }
  return heights
}

/** How many lines a text takes. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(width, chinese))), 0)
}

function leastWidth(text: string, align: 'start' | 'centre' | 'end'): number {
  // Thousands are shown with commas that the print may be without.
  if (align === 'end') return widthOf(text.replaceAll(',', '').replace(/\d+/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')))
  const runs = text.match(/[!-~]{1,24}/gu) ?? []
  return Math.max(Math.min(widthOf(text), chinese * fewestCharacters), ...runs.map(widthOf))
}

function widthOf(text: string): number {
  let halves = 0
  for (const character of text) halves += character > '\u02ff' ? 2 : 1
  return (halves * chinese) / 2
}
