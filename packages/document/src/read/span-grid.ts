/**
 * Lays cells that span columns and rows out into full rows: the text in the first place that it covers, blanks in the
 * others. That is how tables arrive from every format.
 *
 * @module
 */

export interface SpannedCell {
  readonly text: string
  /** At least 1. */
  readonly columnSpan: number
  /** At least 1; 0 reaches to the last row. */
  readonly rowSpan: number
}

/** No printed table is wider; a file that says so wants to fill the memory. */
const widest = 1_000

/** Rows of equal width. Spans that reach past the last row end there. */
export function layOutSpans(rows: readonly (readonly SpannedCell[])[]): readonly (readonly string[])[] {
  /** Per column, the rows below that a cell from above still covers. */
  const covered: number[] = []
  const laidOut = rows.map((cells, index) => {
    const line: string[] = []
    const skipCovered = (): void => {
      while ((covered[line.length] ?? 0) > 0) {
        covered[line.length] = (covered[line.length] ?? 0) - 1
        line.push('')
      }
    }
    for (const cell of cells) {
      skipCovered()
      const left = rows.length - index - 1
      const below = cell.rowSpan === 0 ? left : Math.min(cell.rowSpan - 1, left)
      const columns = Math.min(Math.max(cell.columnSpan, 1), widest - line.length)
      for (let column = 0; column < columns; column++) {
        covered[line.length] = below
        line.push(column === 0 ? cell.text : '')
      }
    }
    while (line.length < covered.length) {
      if ((covered[line.length] ?? 0) > 0) covered[line.length] = (covered[line.length] ?? 0) - 1
      line.push('')
    }
    return line
  })
  return padRows(laidOut)
}

/** Rows of equal width, blanks at their ends. */
export function padRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return rows.map((row) => (row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')]))
}
