/**
 * Rows that only head the rows below them: numbered, without any amount of their own, above deeper rows that print one.
 *
 * @module
 */
import type { GridRow } from '@mingzhang/document'
import { stripNumbering } from '@mingzhang/vocabulary'
import { numberingLevel } from './numbering-level.ts'
import type { TableColumn } from './table-header.ts'

/** The heading rows among `rows`, 支出经济分类 without a number among them. What such a row leaves blank is no statement about the amounts below it. */
export function headingRows(rows: readonly GridRow[], columns: readonly TableColumn[]): ReadonlySet<GridRow> {
  const values = columns.filter(({ role }) => role === 'value')
  const labels = columns.filter(({ role }) => role === 'label')
  const isFilled = (row: GridRow): boolean => values.some(({ index }) => (row.cells[index]?.text ?? '').trim() !== '')
  const labelOf = (row: GridRow): string => labels.map(({ index }) => row.cells[index]?.text ?? '').find((text) => text !== '') ?? ''
  const levelOf = (row: GridRow): number => numberingLevel(stripNumbering(labelOf(row)).marker)
  return new Set(rows.filter((row, at) => {
    const level = levelOf(row)
    if (isFilled(row)) return false
    if (level === 0) return labelOf(row).includes('经济分类')
    const end = rows.findIndex((other, later) => later > at && levelOf(other) <= level)
    return rows.slice(at + 1, end === -1 ? rows.length : end).some(isFilled)
  }))
}
