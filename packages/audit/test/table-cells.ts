/** Finds cells of recognised tables as a reader would: by table, row and column, whatever the program made of them. */
import { normaliseLabel, stripNumbering } from '@mingzhang/vocabulary'
import type { RecognisedTable, TableRow } from '../src/index.ts'

/** A cell's figure id, its printed value in fen (`undefined` when none is printed) and half of its last digit. */
export interface FoundCell {
  readonly id: string
  readonly value: number | undefined
  readonly halfDigit: number
}

/** A row by its code, or by its name without numbering. `nth` where the same name stands more than once. */
export type RowName = string | { readonly name: RegExp; readonly nth?: number }

export interface TableCells {
  /** The cell, `undefined` where the table has no such row or column. */
  cell(row: RowName | number, column: RegExp): FoundCell | undefined
  /** The table's rows with their index, in order. */
  readonly rows: readonly { readonly index: number; readonly row: TableRow; readonly name: string }[]
  /** The heads of the value columns, in order, as printed from the outermost to the innermost. */
  readonly columns: readonly string[]
}

type Side = TableRow['side']

/** The cells of the document's first table of a kind, on one side of it; without the table nothing is found. */
export function tableCells(tables: readonly RecognisedTable[], kind: string, side: Side = 'only'): TableCells {
  const table = tables.find((candidate) => candidate.kind === kind)
  const rows = (table?.rows ?? []).flatMap((row, index) => (row.side === side ? [{ index, row, name: nameOf(row) }] : []))
  const own = (table?.cells ?? []).filter((cell) => cell.side === side)
  const columns = [...new Set(own.map((cell) => cell.place.column ?? ''))]
  return {
    rows,
    columns,
    cell(row, column) {
      const index = typeof row === 'number' ? row : findRow(rows, row)
      const head = columns.find((text) => column.test(normaliseLabel(text)))
      const found = own.find((cell) => cell.row === index && cell.place.column === head)
      if (found === undefined) return undefined
      const stated = found.printed.kind === 'stated' ? found.printed.stated : undefined
      return { id: found.id, value: stated?.value, halfDigit: stated === undefined || stated.quantum === 1 ? 0 : stated.quantum / 2 }
    },
  }
}

function findRow(rows: TableCells['rows'], wanted: RowName): number | undefined {
  if (typeof wanted === 'string') return rows.find(({ row, name }) => row.code === wanted || name === wanted)?.index
  return rows.filter(({ name }) => wanted.name.test(name))[(wanted.nth ?? 1) - 1]?.index
}

function nameOf(row: TableRow): string {
  return stripNumbering(row.label === '' ? (row.code ?? '') : row.label).text
}
