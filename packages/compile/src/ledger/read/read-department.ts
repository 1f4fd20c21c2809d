import { normaliseLabel } from '@mingzhang/vocabulary'
import type { LedgerDepartment } from '../ledger.ts'
import type { RawCell, RawRow, RawSheet } from '../raw/raw-workbook.ts'
import { type ColumnDefinition, type SheetDefinition, sheetDefinition } from '../sheets/sheet-definitions.ts'
import { cellAt, type FoundTable } from './find-table.ts'
import type { ReadingState } from './ledger-of-tables.ts'
import { rowCursor } from './row-cursor.ts'

/** A year that stands where none could be read; the ledger is then not handed out. */
const noYear = 0

/** Reads 部门信息, which stands upright: a field per row, its name in one column and its value in the next. */
export function readDepartment(sheet: RawSheet, { list, places }: ReadingState): LedgerDepartment {
  const definition = sheetDefinition('department')
  const found = new Map<string, { readonly row: RawRow; readonly column: number; readonly cell: RawCell | undefined }>()
  for (const row of sheet.rows) {
    const at = row.cells.findIndex((cell) => cell !== undefined)
    const column = columnNamed(definition, row.cells[at]?.text ?? '')
    if (column !== undefined && !found.has(column.field)) found.set(column.field, { row, column: at + 1, cell: row.cells[at + 1] })
  }
  for (const { field } of definition.columns) {
    const place = found.get(field)
    if (place !== undefined) places.addValue(`department.${field}`, cellAt(sheet.name, place.row.number, place.column, '内容'))
  }
  // The upright table as one row, so that the same cursor reads it; each value is then reported where it really stands.
  const table: FoundTable = {
    sheet, definition, headRow: 0, rows: [],
    columns: new Map(definition.columns.map((column, index) => [column.field, { definition: column, index, head: column.head, unit: undefined }])),
  }
  const row: RawRow = { number: 0, hidden: false, cells: definition.columns.map((column) => found.get(column.field)?.cell) }
  const cursor = rowCursor(table, row, 'department', {
    ...list,
    problem: (location, text) => {
      const column = definition.columns.find(({ head }) => head === location.column)
      const place = column === undefined ? undefined : found.get(column.field)
      list.problem(place === undefined ? { sheet: sheet.name, row: 0, column: location.column, cell: '' } : {
        ...cellAt(sheet.name, place.row.number, place.column, location.column),
      }, text)
    },
  })
  const optional = <Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> =>
    (value === undefined ? {} : { [key]: value } as Record<Key, string>)
  const year = cursor.text('year')
  if (year !== '' && !/^20\d\d$/u.test(year)) {
    cursor.problem('year', { cause: 'year', detail: `“${year}”不是预算年度。`, remedy: '请填四位年份，如 2024。' })
  }
  return {
    name: cursor.text('name'), code: cursor.text('code'), year: /^20\d\d$/u.test(year) ? Number(year) : noYear,
    level: cursor.word('level', 'level') ?? 'department',
    ...optional('approvedOn', cursor.date('approvedOn')),
    ...optional('publishedOn', cursor.date('publishedOn')),
    ...optional('approvedBy', cursor.optionalText('approvedBy')),
    ...optional('region', cursor.optionalText('region')),
    ...optional('officePhone', cursor.optionalText('officePhone')),
  }
}

function columnNamed(definition: SheetDefinition, label: string): ColumnDefinition | undefined {
  const plain = normaliseLabel(label).replace(/[:*]/gu, '').toUpperCase()
  return definition.columns.find((column) => [column.head, ...column.aliases].some((head) => normaliseLabel(head).toUpperCase() === plain))
}
