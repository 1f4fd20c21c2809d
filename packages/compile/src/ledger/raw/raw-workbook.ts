/**
 * What a spreadsheet holds before anything is understood: cells as written, with what decides whether they may be used.
 *
 * @module
 */

export interface RawWorkbook {
  /** The source's name, for problems. */
  readonly document: string
  /** `csv`: cells are text only. */
  readonly format: 'xlsx' | 'csv'
  readonly sheets: readonly RawSheet[]
}

export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows that hold anything, in order. */
  readonly rows: readonly RawRow[]
  readonly merges: readonly CellRange[]
  /** 1-based, as `rows` count columns. */
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[]
}

export interface RawRow {
  /** As the spreadsheet counts, from 1. For CSV the line of the file. */
  readonly number: number
  readonly hidden: boolean
  /** By column from 0; a place without a cell is `undefined`. */
  readonly cells: readonly (RawCell | undefined)[]
}

export interface RawCell {
  /**
   * Trimmed at both ends. A number as plain decimal text, a date as `YYYY-MM-DD`, a percentage with its sign: as a person
   * sees them, never as the file encodes them.
   */
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** The cell holds a formula; `text` is the value that was stored with it and may be out of date. */
  readonly formula?: true
}

/** Columns and rows from 1, both ends included. */
export interface CellRange {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

/** The column of a reference from 0: 0 for `A7`, 26 for `AA`. −1 where it names none. */
export function columnIndex(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}
