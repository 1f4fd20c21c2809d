/**
 * Which unknowns stand in which equations, packed so that both ways are quick to follow.
 *
 * @module
 */
import type { Equation } from './equations.ts'

/** The whole coefficients of a system, by equation and by column. Entry `i` of a row and of a column are in no relation. */
export interface Incidence {
  readonly rowCount: number
  readonly columnCount: number
  readonly constants: Int32Array
  /** The entries of row `r` are those from `rowStarts[r]` to below `rowStarts[r + 1]`. */
  readonly rowStarts: Int32Array
  readonly columnOf: Int32Array
  readonly rowCoefficients: Int32Array
  readonly columnStarts: Int32Array
  readonly rowOf: Int32Array
  readonly columnCoefficients: Int32Array
}

/** Packs `rows`; column `c` is the unknown `unknowns[c]`, and unknowns that are no column are left out. */
export function packIncidence(rows: readonly Equation[], unknowns: readonly number[]): Incidence {
  const columnByUnknown = new Map(unknowns.map((unknown, column) => [unknown, column]))
  const [rowCount, columnCount] = [rows.length, unknowns.length]
  const rowStarts = new Int32Array(rowCount + 1)
  const columnStarts = new Int32Array(columnCount + 1)
  const most = rows.reduce((total, { terms }) => total + terms.size, 0)
  const columnOf = new Int32Array(most)
  const rowCoefficients = new Int32Array(most)
  let entries = 0
  rows.forEach(({ terms }, row) => {
    for (const [unknown, coefficient] of terms) {
      const column = columnByUnknown.get(unknown)
      if (column === undefined) continue
      columnOf[entries] = column
      rowCoefficients[entries++] = coefficient
      columnStarts[column + 1] = (columnStarts[column + 1] ?? 0) + 1
    }
    rowStarts[row + 1] = entries
  })
  for (let column = 0; column < columnCount; column++) columnStarts[column + 1] = (columnStarts[column + 1] ?? 0) + (columnStarts[column] ?? 0)
  const next = columnStarts.slice()
  const rowOf = new Int32Array(entries)
  const columnCoefficients = new Int32Array(entries)
  for (let row = 0; row < rowCount; row++) {
    for (let entry = rowStarts[row] ?? 0; entry < (rowStarts[row + 1] ?? 0); entry++) {
      const column = columnOf[entry] ?? 0
      const place = next[column] ?? 0
      next[column] = place + 1
      rowOf[place] = row
      columnCoefficients[place] = rowCoefficients[entry] ?? 0
    }
  }
  return {
    rowCount, columnCount, constants: Int32Array.from(rows, ({ constant }) => constant), rowStarts, columnStarts, rowOf, columnCoefficients,
    columnOf: columnOf.subarray(0, entries), rowCoefficients: rowCoefficients.subarray(0, entries),
  }
}
