/** Where each cell of a publication's table stands, once the spans to the left and above are counted. */
import type { PublicationCell, TableRowBlock } from './publication.ts'

export interface PlacedCell {
  /** From 0 among the rows given. */
  readonly row: number
  /** From 0. */
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly cell: PublicationCell
  readonly emphasis: TableRowBlock['emphasis']
}

/**
 * Returns the cells with their places, row by row. `rows` are a table's head or its body: a span never leaves them.
 *
 * Throws a `RangeError` when a row has more cells than room, or a span leaves the grid: a defect of whoever made the table.
 */
export function placeCells(rows: readonly TableRowBlock[], columnCount: number): readonly PlacedCell[] {
  const taken = rows.map(() => new Set<number>())
  return rows.flatMap(({ cells, emphasis }, row) => cells.map((cell) => {
    const { rowSpan = 1, columnSpan = 1 } = cell
    let column = 0
    while (taken[row]?.has(column) === true) column += 1
    if (column + columnSpan > columnCount || row + rowSpan > rows.length) {
      throw new RangeError(`no room for the cell “${cell.text}” in row ${String(row + 1)} of the table`)
    }
    for (let below = row; below < row + rowSpan; below += 1) {
      for (let right = column; right < column + columnSpan; right += 1) taken[below]?.add(right)
    }
    return { row, column, rowSpan, columnSpan, cell, emphasis }
  }))
}
