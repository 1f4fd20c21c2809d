import type { Grid, GridCell, GridRow } from '@mingzhang/document'

/**
 * The grid with names put together again that a page break cut in two: the rest of the name stands in a row of its own,
 * without anything else. Only what then is a known name is joined; a heading between rows stays as it is.
 */
export function rejoinRows(grid: Grid, isKnown: (name: string) => boolean): Grid {
  const rows: GridRow[] = []
  for (const row of grid.rows) {
    const above = rows.at(-1)
    const joined = above === undefined ? undefined : join(above, row, isKnown)
    if (joined === undefined) rows.push(row)
    else rows[rows.length - 1] = joined
  }
  return rows.length === grid.rows.length ? grid : { ...grid, rows }
}

function join(above: GridRow, row: GridRow, isKnown: (name: string) => boolean): GridRow | undefined {
  const printed = row.cells.flatMap((cell, index) => (cell.text === '' ? [] : [{ text: cell.text, index }]))
  const [only] = printed
  if (only === undefined || printed.length > 1) return undefined
  const head = above.cells[only.index]
  if (head === undefined || head.text === '' || !isKnown(head.text + only.text) || isKnown(head.text) || isKnown(only.text)) return undefined
  return { ...above, cells: above.cells.map((cell, index): GridCell => (index === only.index ? { ...cell, text: cell.text + only.text } : cell)) }
}
