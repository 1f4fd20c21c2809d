import type { GridRow } from '@mingzhang/document'
import { normaliseDigits } from '@mingzhang/money'
import type { TableColumn } from './table-header.ts'

/**
 * The columns with those of unknown heads that hold names and no amounts turned into what they are: labels where amounts
 * of their own follow them, remarks elsewhere. Without this a second list beside the first would be read with its labels.
 */
export function textColumns(columns: readonly TableColumn[], body: readonly GridRow[]): readonly TableColumn[] {
  return columns.map((column, at) => {
    if (column.role !== 'value' || column.unknown === undefined || !holdsNames(column, body)) return column
    const before = columns[at - 1]
    const after = columns[at + 1]
    const opensGroup = (before === undefined || before.role === 'value') && after?.role === 'value' && !holdsNames(after, body)
    return { ...column, role: opensGroup ? 'label' : 'name', region: {}, unknown: undefined }
  })
}

function holdsNames({ index }: TableColumn, body: readonly GridRow[]): boolean {
  const texts = body.map((row) => normaliseDigits(row.cells[index]?.text ?? '').trim()).filter((text) => text !== '')
  const names = texts.filter((text) => /\p{Script=Han}/u.test(text) && !/^[\d,.]+[百千万亿]?元?$/u.test(text))
  return names.length > 0 && names.length * 10 >= texts.length * 8
}
