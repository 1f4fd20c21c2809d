import type { LedgerCellKey } from '../cell-key.ts'
import type { CellLocation, LocateCell } from '../ledger-problem.ts'
import { type SheetDefinition, sheetDefinition, sheetDefinitions } from '../sheets/sheet-definitions.ts'
import { cellAt, type FoundTable, wholeSheet } from './find-table.ts'

/** Remembers in which row each item of the ledger was read. */
export interface CellPlaces {
  readonly addTable: (table: FoundTable) => void
  /** The next item of `list` stands in this row. */
  readonly addRow: (list: string, row: number) => void
  readonly addValue: (key: LedgerCellKey, location: CellLocation) => void
  readonly locate: LocateCell
}

export function createCellPlaces(): CellPlaces {
  const tables = new Map<string, FoundTable>()
  const rows = new Map<string, number[]>()
  const values = new Map<LedgerCellKey, CellLocation>()
  const locate: LocateCell = (key) => {
    const own = values.get(key)
    if (own !== undefined) return own
    const path = key.split('.')
    const at = path.findLastIndex((step) => /^\d+$/u.test(step))
    const list = at === -1 ? key : path.slice(0, at).join('.')
    const definition = definitionOf(list)
    if (definition === undefined) return wholeSheet('')
    const table = tables.get(definition.id)
    const row = at === -1 ? undefined : rows.get(list)?.[Number(path[at])]
    if (table === undefined || row === undefined) return wholeSheet(table?.sheet.name ?? definition.name)
    const column = columnOf(table, path.slice(at + 1).join('.'))
    return column === undefined ? cellAt(table.sheet.name, row, 0, '') : cellAt(table.sheet.name, row, column.index, column.head)
  }
  return {
    addTable: (table) => { tables.set(table.definition.id, table) },
    addRow: (list, row) => {
      const known = rows.get(list)
      if (known === undefined) rows.set(list, [row])
      else known.push(row)
    },
    addValue: (key, location) => { values.set(key, location) },
    locate,
  }
}

function definitionOf(list: string): SheetDefinition | undefined {
  if (list.endsWith('.indicators')) return sheetDefinition('indicators')
  return sheetDefinitions.find((definition) => definition.list === list)
}

function columnOf(table: FoundTable, path: string): { readonly index: number; readonly head: string } | undefined {
  const columns = [...table.columns.values()]
  return columns.find((column) => column.definition.path === path)
    ?? columns.find((column) => path !== '' && path.startsWith(`${String(column.definition.path)}.`))
}
