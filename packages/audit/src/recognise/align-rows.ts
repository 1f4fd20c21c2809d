import type { GridRow } from '@mingzhang/document'
import type { TableColumn } from './table-header.ts'

/**
 * The row with its amounts under the amount columns. A total whose name spans all label columns can arrive with that name
 * as one cell, on a page of its own above all: its amounts then stand under the codes.
 */
export function alignRow(row: GridRow, columns: readonly TableColumn[]): GridRow {
  const [first, ...rest] = row.cells
  const values = columns.filter(({ role }) => role === 'value')
  const firstValue = values[0]?.index ?? 0
  if (first === undefined || rest.length !== values.length || firstValue < 2 || values.some(({ index }, at) => index !== firstValue + at)) return row
  if (!isName(first.text) || !rest.every(({ text }) => text === '' || isAmount(text)) || !isAmount(rest[0]?.text ?? '')) return row
  const blanks = Array.from({ length: firstValue - 1 }, () => ({ text: '', place: first.place }))
  return { ...row, cells: [first, ...blanks, ...rest] }
}

function isName(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

function isAmount(text: string): boolean {
  return /^[-−△▲(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[)）]?$/u.test(text)
}
