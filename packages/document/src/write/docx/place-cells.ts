import type { PublicationCell, TableRowBlock } from '../../publication.ts'

/** A cell at its columns, or the room that a cell above still takes. */
export interface PlacedCell {
  /** `undefined` where a cell above reaches down, and where a row says nothing. */
  readonly cell: PublicationCell | undefined
  /** A cell that reaches down begins here, goes on here, or neither. */
  readonly merge: 'begins' | 'continues' | undefined
  readonly column: number
  readonly columnSpan: number
  /** How many rows it takes, this one included; 1 for one that continues. */
  readonly rowSpan: number
}

/** Every row with all of its columns filled. Throws when the cells of a row do not fit: a defect of the publication. */
export function placeCells(rows: readonly TableRowBlock[], columnCount: number): readonly (readonly PlacedCell[])[] {
  /** What still reaches down into the next row, by first column. */
  let reaching = new Map<number, { readonly columnSpan: number; readonly rowsLeft: number }>()
  return rows.map((row, rowIndex) => {
    const placed: PlacedCell[] = []
    const next = new Map<number, { readonly columnSpan: number; readonly rowsLeft: number }>()
    let column = 0
    const takeReaching = () => {
      for (let above = reaching.get(column); above !== undefined; above = reaching.get(column)) {
        placed.push({ cell: undefined, merge: 'continues', column, columnSpan: above.columnSpan, rowSpan: 1 })
        if (above.rowsLeft > 1) next.set(column, { ...above, rowsLeft: above.rowsLeft - 1 })
        column += above.columnSpan
      }
    }
    for (const cell of row.cells) {
      takeReaching()
      const columnSpan = cell.columnSpan ?? 1
      const rowSpan = Math.min(cell.rowSpan ?? 1, rows.length - rowIndex)
      placed.push({ cell, merge: rowSpan > 1 ? 'begins' : undefined, column, columnSpan, rowSpan })
      if (rowSpan > 1) next.set(column, { columnSpan, rowsLeft: rowSpan - 1 })
      column += columnSpan
    }
    takeReaching()
    while (column < columnCount) {
      placed.push({ cell: undefined, merge: undefined, column, columnSpan: 1, rowSpan: 1 })
      column += 1
      takeReaching()
    }
    if (column > columnCount) throw new Error(`row ${String(rowIndex + 1)} of a table has more cells than its ${String(columnCount)} columns`)
    reaching = next
    return placed
  })
}
