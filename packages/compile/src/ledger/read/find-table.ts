/**
 * Finding a sheet's table: its head row, its columns, and what must not be between the data.
 *
 * @module
 */
import { isPrintedUnit, type PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { CellLocation } from '../ledger-problem.ts'
import { columnLetters, type RawCell, type RawRow, type RawSheet } from '../raw/raw-workbook.ts'
import type { ColumnDefinition, SheetDefinition } from '../sheets/sheet-definitions.ts'
import type { ProblemList } from './problem-list.ts'

/** A column of the definition, found in the sheet. */
export interface FoundColumn {
  readonly definition: ColumnDefinition
  /** From 0. */
  readonly index: number
  readonly head: string
  /** The unit that the head names; the definition's where it names none. */
  readonly unit: PrintedUnit | undefined
}

export interface FoundTable {
  readonly sheet: RawSheet
  readonly definition: SheetDefinition
  readonly headRow: number
  readonly columns: ReadonlyMap<string, FoundColumn>
  readonly rows: readonly RawRow[]
}

/** How many rows may stand above the heads: titles and notes. */
const rowsAbove = 20

/** The table, or `undefined` where the sheet holds none; whatever is wrong with its frame is reported. */
export function findTable(sheet: RawSheet, definition: SheetDefinition, list: ProblemList): FoundTable | undefined {
  const head = bestHeadRow(sheet, definition)
  if (head === undefined) {
    if (sheet.rows.length > 0) {
      list.unreadList(definition.list)
      list.problem(wholeSheet(sheet.name), {
        cause: 'head-missing',
        detail: `“${sheet.name}”找不到表头。`,
        remedy: `表头一行应有：${definition.columns.filter((column) => column.required !== 'no').map((column) => column.head).join('、')}。`,
      })
    }
    return undefined
  }
  const columns = chooseColumns(head.row, definition, sheet, list)
  const rows = sheet.rows.filter((row) => row.number > head.row.number)
  const table: FoundTable = { sheet, definition, headRow: head.row.number, columns, rows }
  reportMissingColumns(table, list)
  reportTypedTotal(table, list)
  reportUnusedColumns(table, head.row, list)
  return table
}

/** How many heads of the definition one row of the sheet has, at best. */
export function headCount(sheet: RawSheet, definition: SheetDefinition): number {
  return bestHeadRow(sheet, definition)?.count ?? 0
}

/** The place of a cell; `column` from 0. */
export function cellAt(sheet: string, row: number, column: number, head: string): CellLocation {
  return { sheet, row, column: head, cell: `${columnLetters(column)}${row}` }
}

export function wholeSheet(sheet: string): CellLocation {
  return { sheet, row: 0, column: '', cell: '' }
}

function bestHeadRow(sheet: RawSheet, definition: SheetDefinition): { readonly row: RawRow; readonly count: number } | undefined {
  const words = headWords(definition)
  let best: { readonly row: RawRow; readonly count: number } | undefined
  for (const row of sheet.rows.slice(0, rowsAbove)) {
    const matches = row.cells.flatMap((cell) => (cell === undefined ? [] : words.get(headWord(cell.text)) ?? []))
    const fields = new Set(matches.map((match) => match.column.field))
    if (fields.size >= 2 && fields.size > (best?.count ?? 0)) best = { row, count: fields.size }
  }
  return best
}

interface HeadMatch {
  readonly column: ColumnDefinition
  /** 0 for the head itself, then the aliases in order. */
  readonly rank: number
}

function headWords(definition: SheetDefinition): ReadonlyMap<string, readonly HeadMatch[]> {
  const words = new Map<string, HeadMatch[]>()
  for (const column of definition.columns) {
    for (const [rank, head] of [column.head, ...column.aliases].entries()) {
      const word = headWord(head)
      words.set(word, [...(words.get(word) ?? []), { column, rank }])
    }
  }
  return words
}

/** A head without blanks, marks of obligation and its unit, in capitals. */
function headWord(text: string): string {
  return normaliseLabel(text).replace(/\*/gu, '').replace(/\((?:单位:?)?(?:元|千元|万元|百万元|亿元|辆)\)$/u, '').toUpperCase()
}

function unitOfHead(text: string): PrintedUnit | undefined {
  const unit = /\((?:单位:?)?([^()]*)\)$/u.exec(normaliseLabel(text))?.[1] ?? ''
  return isPrintedUnit(unit) ? unit : undefined
}

/** One column per field: the head that is preferred. Two that are equally good cannot be told apart. */
function chooseColumns(row: RawRow, definition: SheetDefinition, sheet: RawSheet, list: ProblemList): ReadonlyMap<string, FoundColumn> {
  const words = headWords(definition)
  const chosen = new Map<string, FoundColumn & { readonly rank: number }>()
  row.cells.forEach((cell, index) => {
    if (cell === undefined) return
    for (const { column, rank } of words.get(headWord(cell.text)) ?? []) {
      const known = chosen.get(column.field)
      if (known?.rank === rank) {
        list.problem(cellAt(sheet.name, row.number, index, cell.text), {
          cause: 'head-repeated', detail: `表头“${cell.text}”出现了两次。`, remedy: '只留一列，另一列删去或改名。',
        })
      } else if (known === undefined || rank < known.rank) {
        chosen.set(column.field, { definition: column, index, head: cell.text, unit: unitOfHead(cell.text), rank })
      }
    }
  })
  return chosen
}

function reportMissingColumns({ sheet, definition, headRow, columns }: FoundTable, list: ProblemList): void {
  for (const column of definition.columns) {
    if (column.required === 'no' || columns.has(column.field)) continue
    list.problem({ sheet: sheet.name, row: headRow, column: column.head, cell: '' }, {
      cause: 'column-missing', detail: `缺少“${column.head}”一列。`, remedy: `在表头一行补上“${column.head}”；${column.note}`,
    })
  }
}

/** The sum above the heads is the workbook's own formula: a number typed over it would soon be wrong. */
function reportTypedTotal({ sheet, definition, headRow }: FoundTable, list: ProblemList): void {
  if (!definition.columns.some((column) => column.kind.is === 'amount')) return
  for (const row of sheet.rows.filter((above) => above.number < headRow)) {
    const label = row.cells.findIndex((cell) => cell !== undefined && isTotalWord(cell.text))
    row.cells.forEach((cell, index) => {
      if (label === -1 || index <= label || cell === undefined || cell.formula === true || !/^-?[\d,.]+$/u.test(cell.text)) return
      list.problem(cellAt(sheet.name, row.number, index, '合计'), {
        cause: 'total-typed-over',
        detail: `合计应由公式算出，这里被改成了数字 ${cell.text}。`,
        remedy: '删去这个数字，或恢复求和公式；合计不作为输入。',
      })
    })
  }
}

function reportUnusedColumns(table: FoundTable, headRow: RawRow, list: ProblemList): void {
  const used = new Set([...table.columns.values()].map((column) => column.index))
  const filled = new Map<number, RawRow>()
  for (const row of table.rows) {
    row.cells.forEach((cell, index) => {
      if (cell !== undefined && !used.has(index) && !filled.has(index)) filled.set(index, row)
    })
  }
  for (const [index, row] of [...filled].sort(([a], [b]) => a - b)) {
    const head: RawCell | undefined = headRow.cells[index]
    if (head !== undefined && quietHeads.has(headWord(head.text))) continue
    const name = head === undefined ? `${columnLetters(index)} 列（没有表头）` : `“${head.text}”一列`
    list.notice(cellAt(table.sheet.name, row.number, index, head?.text ?? ''), {
      cause: 'column-unread', detail: `${name}没有读入。`, remedy: '需要读入的，请把表头改成模板中的写法；不需要的不必处理。',
    })
  }
}

/** Columns that exports have and a ledger does not need, or that are looked at elsewhere. */
const quietHeads: ReadonlySet<string> = new Set([
  '备注', '序号', '说明', 'MOF_DIV_CODE', 'MOF_DIV_NAME', 'FISCAL_YEAR', '预算年度', '年度', 'DEPT_CODE', 'DEPT_NAME', 'AGENCY_CODE', 'AGENCY_NAME', '部门名称',
  '部门编码', '单位编码', '单位性质', 'PRO_CODE', 'PRO_NAME', 'PRO_KIND_CODE', 'PRO_KIND_NAME', '功能科目名称', '部门经济科目名称', '政府经济科目名称', 'EXP_FUNC_NAME',
  'DEP_BGT_ECO_NAME', 'GOV_BGT_ECO_NAME', 'FUND_TYPE_CODE', 'FUND_TYPE_NAME', 'FOUND_TYPE_CODE', 'FOUND_TYPE_NAME',
].map((head) => head.toUpperCase()))

/** 合计, 总计 and the like, as a label of its own. */
export function isTotalWord(text: string): boolean {
  // Asked of every cell: most are told by their last characters.
  return text.includes('计') && text.length < 12 && /^(?:合|总|小|共|累|本页小|本页合|本年合)计:?$/u.test(normaliseLabel(text))
}
