import type { Ledger } from './ledger.ts'
import type { LedgerFile } from './ledger-source.ts'
import { departmentValues, ledgerRows } from './sheets/ledger-rows.ts'
import { type SheetDefinition, sheetDefinitions } from './sheets/sheet-definitions.ts'

/**
 * The ledger as a folder of CSV files, one per sheet and named after it (支出明细.csv): UTF-8 with a byte order mark, as
 * spreadsheets expect, codes without names, amounts in 元 to the fen (已批复数 in 万元).
 */
export function writeLedgerCsv(ledger: Ledger): readonly LedgerFile[] {
  return sheetDefinitions.map((definition) => ({
    name: `${definition.name}.csv`,
    bytes: new TextEncoder().encode(`\uFEFF${recordsOf(ledger, definition).map(recordLine).join('')}`),
  }))
}

type CsvRow = readonly (string | undefined)[]

function recordsOf(ledger: Ledger, definition: SheetDefinition): readonly CsvRow[] {
  const { id, columns } = definition
  if (id === 'department') {
    const values = departmentValues(ledger)
    return [['项目', '内容'], ...columns.map((column) => [column.head, values[column.field]])]
  }
  return [columns.map((column) => column.head), ...ledgerRows(ledger, id).map((row) => columns.map((column) => row.values[column.field]))]
}

function recordLine(cells: CsvRow): string {
  return `${cells.map((cell = '') => (/[",;\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
