import { columnLetters, type RawSheet } from '../raw/raw-workbook.ts'
import { cellAt, type FoundTable, wholeSheet } from './find-table.ts'
import type { ProblemList } from './problem-list.ts'

/** Reports what makes data invisible or its places unclear: hidden sheets, rows and columns that hold something, and merged cells. */
export function checkFrame(table: FoundTable, list: ProblemList): void {
  const { sheet, headRow, columns, rows } = table
  checkHiddenSheet(sheet, rows.length > 0, list)
  const used = [...columns.values()]
  for (const row of rows) {
    if (!row.hidden) continue
    const first = row.cells.findIndex((cell) => cell !== undefined)
    list.problem(cellAt(sheet.name, row.number, Math.max(0, first), ''), {
      cause: 'hidden-row', detail: `第 ${row.number} 行被隐藏或筛选掉了，但里面有内容。`, remedy: '请取消隐藏或清除筛选；不要的行请删除，不要隐藏。',
    })
  }
  for (const column of used) {
    const hidden = sheet.hiddenColumns.some(({ from, to }) => from <= column.index + 1 && column.index + 1 <= to)
    if (!hidden || !rows.some((row) => row.cells[column.index] !== undefined)) continue
    list.problem(cellAt(sheet.name, headRow, column.index, column.head), {
      cause: 'hidden-column', detail: `“${column.head}”一列被隐藏了，但里面有内容。`, remedy: '请取消隐藏；不要的内容请清除，不要隐藏。',
    })
  }
  const width = Math.max(0, ...used.map((column) => column.index + 1))
  for (const merge of sheet.merges) {
    if (merge.toRow <= headRow || merge.fromColumn > width) continue
    const range = `${columnLetters(merge.fromColumn - 1)}${merge.fromRow}:${columnLetters(merge.toColumn - 1)}${merge.toRow}`
    const head = used.find((column) => column.index === merge.fromColumn - 1)?.head ?? ''
    list.problem(cellAt(sheet.name, merge.fromRow, merge.fromColumn - 1, head), {
      cause: 'merged-cells', detail: `${range} 是合并单元格，除第一格外都没有内容。`, remedy: '请取消合并，并把内容逐格填全。',
    })
  }
}

/** A hidden sheet is neither used nor dropped in silence. */
export function checkHiddenSheet(sheet: RawSheet, hasData: boolean, list: ProblemList): void {
  if (!sheet.hidden || !hasData) return
  list.problem(wholeSheet(sheet.name), {
    cause: 'hidden-sheet', detail: `工作表“${sheet.name}”被隐藏了，但里面有内容。`, remedy: '请取消隐藏后核对；不要的工作表请删除，不要隐藏。',
  })
}
