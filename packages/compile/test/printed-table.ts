import type { TableBlock, TableRowBlock } from '@mingzhang/document'

/** A table's texts by row and column, heads first; a place that a span covers is empty. */
export function printedTable({ head, body, columns }: TableBlock): readonly (readonly string[])[] {
  return [...spread(head, columns.length), ...spread(body, columns.length)]
}

/** One row of the table's body by the text of its first cells. */
export function printedRow(table: TableBlock, ...labels: readonly string[]): readonly string[] | undefined {
  return spread(table.body, table.columns.length).find((row) => labels.every((label, index) => row[index] === label))
}

function spread(rows: readonly TableRowBlock[], width: number): readonly (readonly string[])[] {
  const grid = rows.map(() => Array.from<string | undefined>({ length: width }))
  rows.forEach(({ cells }, row) => {
    for (const { text, columnSpan = 1, rowSpan = 1 } of cells) {
      const line = grid[row] ?? []
      const start = line.indexOf(undefined)
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) {
          const place = grid[row + down]
          if (place === undefined || start + right >= width) throw new Error(`no room for “${text}” in row ${String(row + 1)}`)
          place[start + right] = down + right === 0 ? text : ''
        }
      }
    }
  })
  return grid.map((line) => line.map((text) => text ?? '（空缺）'))
}
