/**
 * One sheet of the workbook that the clerk fills in.
 *
 * @module
 */
import type { AddWorksheetOptions, Cell, DataValidation, Workbook, Worksheet } from 'exceljs'
import type { LedgerMark, LedgerMarks } from '../cell-key.ts'
import { columnLetters } from '../raw/raw-workbook.ts'
import type { SheetRow } from '../sheets/ledger-rows.ts'
import { type ColumnDefinition, type ColumnKind, type SheetDefinition } from '../sheets/sheet-definitions.ts'
import { wordLists } from '../sheets/word-lists.ts'
import type { CodeLists } from './code-lists.ts'
import { fitHeight } from './row-height.ts'
import { markLooks, styleOf, type StyleName } from './workbook-style.ts'

/** What every sheet is written with. */
export interface WorkbookContext {
  readonly workbook: Workbook
  readonly codes: CodeLists
  readonly marks: LedgerMarks
  /** By scheme of codes, 单位 and 项目: the range that a drop-down takes its words from. */
  readonly sources: Readonly<Record<'unit' | 'project' | 'function' | 'economic' | 'governmentEconomic' | 'revenue', string>>
}

/** The heads stand in the second row: the first explains and adds up. */
export const headRow = 2
export const firstDataRow = headRow + 1

/** Empty lines to fill in, below those that are filled already. */
const spareRows = 1000

export function addDataSheet(context: WorkbookContext, definition: SheetDefinition, rows: readonly SheetRow[]): void {
  const sheet = context.workbook.addWorksheet(definition.name, pageOf(definition.columns.length > 3 ? 1 : 0))
  const lastRow = headRow + rows.length + spareRows
  definition.columns.forEach((column, index) => {
    const letters = columnLetters(index)
    sheet.getColumn(index + 1).width = column.width
    sheet.getColumn(index + 1).style = styleOf(inputStyle(column.kind))
    const validation = validationOf(column, context)
    if (validation !== undefined) addValidation(sheet, `${letters}${firstDataRow}:${letters}${lastRow}`, validation)
  })
  addTop(sheet, definition, rows, lastRow)
  rows.forEach((row, position) => {
    const line = sheet.getRow(firstDataRow + position)
    fitHeight(line, definition.columns.map((column) => row.values[column.field]), definition.columns.map((column) => column.width))
    definition.columns.forEach((column, index) => {
      const text = row.values[column.field]
      const cell = line.getCell(index + 1)
      if (text !== undefined && text !== '') setValue(cell, column.kind, text, context.codes)
      // The items of a fixed list are not for editing.
      if (index === 0 && (definition.id === 'priorYear' || definition.id === 'texts')) cell.style = styleOf('fixed')
      markCell(cell, context.marks.get(keyOf(row, column)) ?? context.marks.get(keyOf(row, column).replace(/\.project$/u, '')))
    })
  })
}

/** 部门信息 stands upright: a field per row. */
export function addDepartmentSheet(context: WorkbookContext, definition: SheetDefinition, values: SheetRow['values']): void {
  const sheet = context.workbook.addWorksheet(definition.name, pageOf(0))
  sheet.columns = [{ width: 20 }, { width: 44 }, { width: 64 }]
  setLocked(sheet.getCell('A1'), definition.hint, 'hint')
  for (const [index, head] of ['项目', '内容', '说明'].entries()) setLocked(sheet.getCell(headRow, index + 1), head, 'head')
  definition.columns.forEach((column, index) => {
    const row = firstDataRow + index
    setLocked(sheet.getCell(row, 1), column.head, 'fixed')
    const note = `${column.required === 'value' ? '必填。' : ''}${column.note}`
    setLocked(sheet.getCell(row, 3), note, 'fixed')
    fitHeight(sheet.getRow(row), [note], [64])
    const cell = sheet.getCell(row, 2)
    cell.style = { ...styleOf('text'), border: styleOf('fixed').border ?? {} }
    const text = values[column.field]
    if (text !== undefined && text !== '') cell.value = text
    const validation = validationOf(column, context)
    if (validation !== undefined) addValidation(sheet, `B${row}`, validation)
    markCell(cell, context.marks.get(`department.${column.field}`))
  })
}

/** Locks heads and sums; rows can still be added, sorted and filtered. There is no password: the lock only guards against slips. */
export async function protectSheet(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true, selectUnlockedCells: true, formatCells: true, formatColumns: true, formatRows: true, insertRows: true, deleteRows: true,
    sort: true, autoFilter: true,
  })
}

/** A4 on its side, as wide as one page. */
export const printOnA4: Partial<AddWorksheetOptions> = {
  // A4 is 9. The library declares its enumeration of sizes without having it at run time.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
  pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
}

/** The same with frozen heads, which every page repeats. */
export function pageOf(frozenColumns: number): Partial<AddWorksheetOptions> {
  return {
    views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: headRow }],
    pageSetup: { ...printOnA4.pageSetup, printTitlesRow: `${headRow}:${headRow}` },
  }
}

export function setLocked(cell: Cell, text: string, style: StyleName): void {
  cell.value = text
  cell.style = styleOf(style)
}

function addTop(sheet: Worksheet, definition: SheetDefinition, rows: readonly SheetRow[], lastRow: number): void {
  sheet.getRow(1).height = 22
  sheet.getRow(headRow).height = 32
  definition.columns.forEach((_, index) => { sheet.getCell(1, index + 1).style = styleOf('hint') })
  sheet.getCell('A1').value = definition.hint
  definition.columns.forEach((column, index) => {
    const cell = sheet.getCell(headRow, index + 1)
    setLocked(cell, column.head, column.required === 'value' ? 'obligatoryHead' : 'head')
    cell.note = noteOf(`${column.required === 'value' ? '必填。' : ''}${column.note}`)
  })
  const amount = definition.columns.findIndex((column) => column.field === 'amount')
  if (amount < 2 || definition.id === 'priorYear') return
  setLocked(sheet.getCell(1, amount), '合计', 'total')
  const cell = sheet.getCell(1, amount + 1)
  const letters = columnLetters(amount)
  cell.value = { formula: `SUM(${letters}${firstDataRow}:${letters}${lastRow})`, result: sumOf(rows) }
  cell.style = styleOf('total')
}

/** What the formula shows until a spreadsheet computes it anew. Summed in fen, exactly; only the result becomes a cell's number. */
function sumOf(rows: readonly SheetRow[]): number {
  const total = rows.reduce((sum, { values }) => sum + BigInt((values['amount'] ?? '0.00').replace('.', '')), 0n)
  const digits = (total < 0n ? -total : total).toString().padStart(3, '0')
  return Number(`${total < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

function keyOf(row: SheetRow, column: ColumnDefinition): string {
  return `${row.key}.${String(column.path)}`
}

function inputStyle(kind: ColumnKind): StyleName {
  switch (kind.is) {
    case 'amount': return kind.unit === '元' ? 'amount' : 'amountIn10000'
    case 'count': return 'count'
    case 'text': case 'unit': case 'project': case 'word': case 'code': case 'date': case 'year': return 'text'
  }
}

function setValue(cell: Cell, kind: ColumnKind, text: string, codes: CodeLists): void {
  switch (kind.is) {
    case 'amount':
    case 'count':
      // A spreadsheet keeps 15 digits: a longer amount stays text, which is read back to the fen.
      cell.value = text.replace(/\D/gu, '').length <= 15 ? Number(text) : text
      break
    case 'code': {
      const name = codes.nameOf(kind.scheme, text)
      cell.value = name === undefined ? text : `${text} ${name}`
      break
    }
    case 'text': case 'unit': case 'project': case 'word': case 'date': case 'year':
      cell.value = checkedLength(text)
  }
}

/** A cell holds 32,767 characters. A longer text cannot be written without loss. */
function checkedLength(text: string): string {
  if (text.length > 32_767) throw new RangeError(`a text of ${text.length} characters does not fit into a cell; write the ledger as JSON`)
  return text
}

function markCell(cell: Cell, mark: LedgerMark | undefined): void {
  if (mark === undefined) return
  const { word, fill } = markLooks[mark.mark]
  cell.fill = fill
  if (mark.note !== undefined) cell.note = noteOf(`${word}：${mark.note}`)
}

function noteOf(text: string): { readonly texts: { readonly text: string; readonly font: { readonly name: string; readonly size: number } }[] } {
  return { texts: [{ text, font: { name: '宋体', size: 10 } }] }
}

function validationOf({ kind, head }: ColumnDefinition, { sources }: WorkbookContext): DataValidation | undefined {
  const list = (formula: string): DataValidation => ({ type: 'list', allowBlank: true, formulae: [formula] })
  switch (kind.is) {
    case 'word': {
      const words = wordLists[kind.list].map((word) => word.word)
      // A list that stands in the validation itself holds 255 characters.
      return {
        ...list(`"${words.join(',')}"`), showErrorMessage: true, errorStyle: 'stop', errorTitle: head, error: '请从下拉框选择。',
      }
    }
    case 'unit': return list(sources.unit)
    case 'project': return list(sources.project)
    case 'code': return list(sources[kind.scheme])
    case 'amount':
      return {
        type: 'decimal', operator: 'between', allowBlank: true, formulae: [-1e15, 1e15], showErrorMessage: true, errorStyle: 'stop', errorTitle: head,
        error: `请只填数字，单位为${kind.unit}。`,
      }
    case 'count':
      return {
        type: 'whole', operator: 'greaterThanOrEqual', allowBlank: true, formulae: [0], showErrorMessage: true, errorStyle: 'stop', errorTitle: head,
        error: '请填整数。',
      }
    case 'text': case 'date': case 'year': return undefined
  }
}

/** The library declares validations by cell only; a range in one piece is what it writes and what keeps the file small. */
function addValidation(sheet: Worksheet, range: string, validation: DataValidation): void {
  const { dataValidations } = sheet as unknown as { readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void } }
  dataValidations.add(range, validation)
}
