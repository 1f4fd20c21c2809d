/**
 * One row of a table, cell by cell. Whatever cannot be read is reported at its cell, and its key is noted as unread, so that
 * nothing further is concluded from it.
 *
 * @module
 */
import { type Fen, parseAmount } from '@mingzhang/money'
import type { LedgerCellKey } from '../cell-key.ts'
import type { CellLocation, ProblemText } from '../ledger-problem.ts'
import type { RawCell, RawRow } from '../raw/raw-workbook.ts'
import { valueOfWord, type WordListId, type WordValue } from '../sheets/word-lists.ts'
import { amountProblem, blankProblem, countProblem, dateProblem, formulaProblem, unusableProblem, wordProblem } from './cell-problems.ts'
import { cellAt, type FoundTable } from './find-table.ts'
import type { ProblemList } from './problem-list.ts'

export interface RowCursor {
  readonly number: number
  /** Text; empty for a blank cell. */
  readonly text: (field: string) => string
  /** Text; `undefined` for a blank cell. */
  readonly optionalText: (field: string) => string | undefined
  /** Whole fen; `undefined` for a blank cell. */
  readonly amount: (field: string) => Fen | undefined
  /** One of the list's values; `undefined` for a blank cell or an unknown word. */
  readonly word: <Id extends WordListId>(field: string, list: Id) => WordValue<Id> | undefined
  /** A whole number; `undefined` for a blank cell. */
  readonly count: (field: string) => number | undefined
  /** `YYYY-MM-DD`; `undefined` for a blank cell. */
  readonly date: (field: string) => string | undefined
  /** A classification code as digits, with the name that follows it, if any. */
  readonly code: (field: string) => { readonly digits: string; readonly name: string } | undefined
  readonly locate: (field: string) => CellLocation
  readonly problem: (field: string, text: ProblemText) => void
}

/** Reads `row` of `table`; `key` is the cell key of the row. Blank cells of obligatory columns are reported. */
export function rowCursor(table: FoundTable, row: RawRow, key: LedgerCellKey, list: ProblemList): RowCursor {
  const { sheet, columns } = table
  const locate = (field: string): CellLocation => {
    const column = columns.get(field)
    return cellAt(sheet.name, row.number, column?.index ?? 0, column?.head ?? '')
  }
  const problem = (field: string, text: ProblemText): void => {
    list.problem(locate(field), text)
    const path = columns.get(field)?.definition.path
    // What a line is for is one value, whichever of its two cells is wrong.
    if (typeof path === 'string') list.unread(`${key}.${path.replace(/\.project$/u, '')}`)
  }
  /** A cell that may be used; reports one that may not. `undefined` for none. */
  const usable = (field: string, mayBeDate: boolean): RawCell | undefined => {
    const column = columns.get(field)
    if (column === undefined) {
      // The missing column is reported once; its rows are not concluded from.
      const missing = table.definition.columns.find((definition) => definition.field === field)
      if (missing !== undefined && missing.required !== 'no') list.unread(`${key}.${String(missing.path).replace(/\.project$/u, '')}`)
      return undefined
    }
    const cell = row.cells[column.index]
    if (cell === undefined) {
      if (column.definition.required === 'value') problem(field, blankProblem(column.definition))
      return undefined
    }
    const refusal = cell.formula === true ? formulaProblem(cell) : unusableProblem(cell, mayBeDate, column.definition)
    if (refusal === undefined) return cell
    problem(field, refusal)
    return undefined
  }
  const textOf = (field: string): string => {
    const kind = columns.get(field)?.definition.kind
    return usable(field, kind?.is === 'text' && kind.date === true)?.text ?? ''
  }
  return {
    number: row.number,
    text: textOf,
    optionalText: (field) => {
      const text = textOf(field)
      return text === '' ? undefined : text
    },
    amount: (field) => {
      const cell = usable(field, false)
      const column = columns.get(field)
      if (cell === undefined || column?.definition.kind.is !== 'amount') return undefined
      const unit = column.unit ?? column.definition.kind.unit
      const printed = parseAmount(cell.text, unit)
      // Beyond 15 digits a spreadsheet's number no longer holds the fen.
      if (printed.kind === 'stated' && !(cell.kind === 'number' && cell.text.replace(/\D/gu, '').length > 15)) return printed.stated.value
      problem(field, amountProblem(cell, printed, unit))
      return undefined
    },
    word: (field, id) => {
      const cell = usable(field, false)
      if (cell === undefined) return undefined
      const value = valueOfWord(id, cell.text)
      if (value === undefined) problem(field, wordProblem(cell, id))
      return value
    },
    count: (field) => {
      const cell = usable(field, false)
      if (cell === undefined) return undefined
      if (/^\d{1,7}$/u.test(cell.text)) return Number(cell.text)
      problem(field, countProblem(cell))
      return undefined
    },
    date: (field) => {
      const cell = usable(field, true)
      if (cell === undefined) return undefined
      const date = cell.kind === 'number' ? undefined : calendarDate(cell.text)
      if (date === undefined) problem(field, dateProblem(cell))
      return date
    },
    code: (field) => {
      const cell = usable(field, false)
      if (cell === undefined) return undefined
      const match = /^(\d+)(?:[\s\-—_:、.]*([^\d\s\-—_:、.].*))?$/u.exec(cell.text.normalize('NFKC'))
      return match === null ? { digits: '', name: cell.text } : { digits: match[1] ?? '', name: match[2] ?? '' }
    },
    locate,
    problem,
  }
}

/** `2024-02-06`, `2024/2/6`, `2024.2.6`, `2024年2月6日` as `YYYY-MM-DD`; `undefined` for anything else and for days that no calendar has. */
function calendarDate(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''))
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso
}
