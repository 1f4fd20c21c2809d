/**
 * What is wrong with a single cell, in words.
 *
 * @module
 */
import type { PrintedAmount, PrintedUnit } from '@mingzhang/money'
import type { ProblemText } from '../ledger-problem.ts'
import type { RawCell } from '../raw/raw-workbook.ts'
import type { ColumnDefinition } from '../sheets/sheet-definitions.ts'
import { type WordListId, wordLists } from '../sheets/word-lists.ts'

export function blankProblem(column: ColumnDefinition): ProblemText {
  if (column.kind.is === 'code' && column.kind.scheme === 'function') {
    return { cause: 'function-missing', detail: '没有填功能科目。', remedy: '每笔支出都要填 7 位项级功能科目编码。' }
  }
  return { cause: 'blank', detail: `“${column.head}”没有填。`, remedy: column.note }
}

export function formulaProblem(cell: RawCell): ProblemText {
  return {
    cause: 'formula',
    detail: `这一格是公式${cell.text === '' ? '' : `（上次算出 ${shorten(cell.text)}）`}，结果可能已经过时，不予采用。`,
    remedy: '请复制这一格，用“选择性粘贴—数值”粘贴回来。',
  }
}

/** What no column can use, and dates where none belong; `undefined` for a usable cell. */
export function unusableProblem(cell: RawCell, mayBeDate: boolean, column: ColumnDefinition): ProblemText | undefined {
  switch (cell.kind) {
    case 'error':
      return { cause: 'error-value', detail: `这一格是错误值 ${cell.text}。`, remedy: '请填写实际内容。' }
    case 'boolean':
      return { cause: 'boolean', detail: `这一格是逻辑值 ${cell.text}。`, remedy: '请填写实际内容。' }
    case 'date':
      if (mayBeDate) return undefined
      return {
        cause: 'number-as-date',
        detail: `这一格变成了日期（${cell.text}），“${column.head}”不应是日期。`,
        remedy: column.kind.is === 'amount' || column.kind.is === 'count'
          ? '请把单元格格式改为数值，重新输入。'
          : '请把单元格格式改为文本，重新输入。',
      }
    case 'text':
    case 'number':
      return undefined
  }
}

export function amountProblem(cell: RawCell, printed: PrintedAmount, unit: PrintedUnit): ProblemText {
  const shown = shorten(cell.text)
  if (cell.text.startsWith('=')) return formulaProblem({ ...cell, text: '' })
  if (printed.kind === 'dash') {
    return { cause: 'amount-dash', detail: `金额写成了“${shown}”。`, remedy: '没有金额的，删去整行或把这一格清空；金额为零的填 0。' }
  }
  const reason = printed.kind === 'unreadable' ? printed.reason : 'too-large'
  switch (reason) {
    case 'finer-than-fen':
      return { cause: 'finer-than-fen', detail: `金额 ${shown} ${unit}比分还细。`, remedy: '请改为最多精确到分的金额；由公式算出的，先四舍五入到分并核对合计。' }
    case 'too-large':
      return { cause: 'amount-too-large', detail: `金额 ${shown} ${unit}太大，超出能准确记录的范围。`, remedy: '请检查是否多输了位数，或单位应为元。' }
    case 'misplaced-comma':
      return { cause: 'amount-comma', detail: `金额“${shown}”的千分位逗号位置不对。`, remedy: '请删去逗号重新输入。' }
    case 'no-unit':
    case 'not-a-number':
      return { cause: 'amount-text', detail: `金额处是文字“${shown}”。`, remedy: `请只填数字，单位为${unit}。` }
  }
}

export function wordProblem(cell: RawCell, list: WordListId): ProblemText {
  return {
    cause: 'unknown-word', detail: `“${shorten(cell.text)}”不是这一列可用的选项。`, remedy: `请从下拉框选择：${wordLists[list].map((word) => word.word).join('、')}。`,
  }
}

export function countProblem(cell: RawCell): ProblemText {
  return { cause: 'count', detail: `数量“${shorten(cell.text)}”不是整数。`, remedy: '请填不小于 0 的整数，不带单位。' }
}

export function dateProblem(cell: RawCell): ProblemText {
  if (cell.kind === 'number' || /^\d+$/u.test(cell.text)) {
    return { cause: 'date-as-number', detail: `日期写成了数字 ${shorten(cell.text)}。`, remedy: '请按 2024-02-06 的样子填写日期，或把单元格格式改为日期后重新输入。' }
  }
  return { cause: 'date', detail: `“${shorten(cell.text)}”不是能认出的日期。`, remedy: '请按 2024-02-06 的样子填写。' }
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}……` : text
}
