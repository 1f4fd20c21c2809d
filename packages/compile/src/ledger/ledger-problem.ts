/**
 * What is wrong with a ledger, cell by cell.
 *
 * @module
 */
import type { Problem } from '@mingzhang/figures'
import type { LedgerCellKey } from './cell-key.ts'

/** A problem at one cell of the ledger's workbook, CSV file or JSON text. */
export interface CellProblem extends Problem {
  /** The sheet's name, also for CSV (the file's) and JSON (the list's); empty for the file as a whole. */
  readonly sheet: string
  /** The row as the spreadsheet counts it, from 1; for JSON the item's position in its list, from 1. 0 for a whole sheet or file. */
  readonly row: number
  /** The column's head; empty where the problem is not in one column. */
  readonly column: string
  /** `F12`; for JSON the path of the value, `/lines/11/amountFen`. Empty for a whole sheet or file. */
  readonly cell: string
}

/** Where a value of the ledger was written. */
export type CellLocation = Pick<CellProblem, 'sheet' | 'row' | 'column' | 'cell'>

/** Where the value of a key stands in the source that was read. */
export type LocateCell = (key: LedgerCellKey) => CellLocation

/** What a problem says, without its place. `cause` completes the code: `compile.ledger.<cause>`. */
export interface ProblemText {
  readonly cause: string
  readonly detail: string
  readonly remedy: string
}

/** The problem at `location` of the document. */
export function cellProblem(document: string, location: CellLocation, text: ProblemText): CellProblem {
  const { sheet, row, column, cell } = location
  return {
    code: `compile.ledger.${text.cause}`,
    place: {
      document,
      ...(sheet === '' ? {} : { table: sheet }),
      ...(row === 0 ? {} : { row: String(row) }),
      ...(column === '' ? {} : { column }),
      ...(cell === '' ? {} : { field: cell }),
    },
    detail: text.detail,
    remedy: text.remedy,
    ...location,
  }
}

/** A problem of the file as a whole. */
export function fileProblem(document: string, text: ProblemText): CellProblem {
  return cellProblem(document, { sheet: '', row: 0, column: '', cell: '' }, text)
}
