/**
 * A raw workbook as the ledger's tables.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { Ledger, LedgerDepartment } from '../ledger.ts'
import type { RawSheet, RawWorkbook } from '../raw/raw-workbook.ts'
import { sheetDefinition, sheetDefinitions, type SheetDefinition, type SheetId, unreadSheets } from '../sheets/sheet-definitions.ts'
import { checkFrame, checkHiddenSheet } from './check-frame.ts'
import { type FoundTable, findTable, headCount, isTotalWord, wholeSheet } from './find-table.ts'
import { ledgerOfTables, type NamedCode, type ReadingState } from './ledger-of-tables.ts'
import { readDepartment } from './read-department.ts'
import { completeFromLines, departmentFromLines } from './single-table.ts'

export interface WorkbookReading {
  readonly ledger: Ledger
  readonly namedCodes: readonly NamedCode[]
}

/** Reads every sheet of the ledger. A workbook that is nothing but the 支出明细 (an export) tells the rest by itself. */
export function readTables(workbook: RawWorkbook, state: ReadingState): WorkbookReading {
  const single = singleTable(workbook)
  return single === undefined ? readAllSheets(workbook, state) : readSingle(single, state)
}

function readAllSheets(workbook: RawWorkbook, state: ReadingState): WorkbookReading {
  const sheets = sortSheets(workbook, state)
  const tables = new Map<SheetId, FoundTable>()
  let department: LedgerDepartment = unknownDepartment
  for (const definition of sheetDefinitions) {
    const sheet = sheets.get(definition.id)
    if (sheet === undefined) reportMissingSheet(definition, state)
    else if (definition.id === 'department') {
      checkHiddenSheet(sheet, sheet.rows.length > 0, state.list)
      department = readDepartment(sheet, state)
    } else {
      const table = findTable(sheet, definition, state.list)
      if (table === undefined) continue
      checkFrame(table, state.list)
      tables.set(definition.id, table)
    }
  }
  const { ledger, namedCodes } = ledgerOfTables(tables, state)
  return { ledger: { department, ...ledger }, namedCodes }
}

/** Year 0 stands for a year that is not known; such a ledger is never handed out. */
const unknownDepartment: LedgerDepartment = { name: '', code: '', year: 0, level: 'department' }

function sortSheets(workbook: RawWorkbook, { list }: ReadingState): ReadonlyMap<SheetId, RawSheet> {
  const sheets = new Map<SheetId, RawSheet>()
  for (const sheet of workbook.sheets) {
    if (isUnread(sheet)) continue
    const definition = definitionOf(sheet.name)
    if (definition === undefined) {
      if (sheet.hidden) checkHiddenSheet(sheet, sheet.rows.length > 0, list)
      else if (sheet.rows.length > 0) {
        list.notice(wholeSheet(sheet.name), { cause: 'sheet-unread', detail: `工作表“${sheet.name}”不是台账的表，没有读入。`, remedy: '需要读入的，请改成模板中的表名。' })
      }
    } else if (sheets.has(definition.id)) {
      list.problem(wholeSheet(sheet.name), {
        cause: 'sheet-repeated', detail: `“${sheet.name}”与另一张工作表都是“${definition.name}”。`, remedy: '请合并到一张，另一张删去或改名。',
      })
    } else sheets.set(definition.id, sheet)
  }
  return sheets
}

function reportMissingSheet(definition: SheetDefinition, { list }: ReadingState): void {
  const text = { cause: 'sheet-missing', detail: `缺少工作表“${definition.name}”。`, remedy: '请从空白台账复制这张表，没有内容的留空即可。' }
  if (definition.required) {
    list.unreadList(definition.list)
    list.problem(wholeSheet(definition.name), text)
  } else list.notice(wholeSheet(definition.name), text)
}

function definitionOf(name: string): SheetDefinition | undefined {
  const plain = normaliseLabel(name)
  return sheetDefinitions.find((definition) => [definition.name, ...definition.aliases].some((known) => normaliseLabel(known) === plain))
}

function isUnread(sheet: RawSheet): boolean {
  return unreadSheets.includes(normaliseLabel(sheet.name))
}

/** The one table of an export: no other sheet of the ledger is there, and its heads are those of the 支出明细. */
function singleTable(workbook: RawWorkbook): RawSheet | undefined {
  const own = workbook.sheets.filter((sheet) => !isUnread(sheet) && sheet.rows.length > 0)
  const [sheet, second] = own
  if (sheet === undefined || second !== undefined) return undefined
  return headCount(sheet, sheetDefinition('lines')) >= 5 || definitionOf(sheet.name)?.id === 'lines' ? sheet : undefined
}

function readSingle(sheet: RawSheet, state: ReadingState): WorkbookReading {
  const table = findTable(sheet, sheetDefinition('lines'), state.list)
  if (table === undefined) return { ledger: { department: unknownDepartment, ...ledgerOfTables(new Map(), state).ledger }, namedCodes: [] }
  checkFrame(table, state.list)
  const { ledger, namedCodes } = ledgerOfTables(new Map([['lines', table]]), state)
  const rows = table.rows.filter((row) => !row.cells.some((cell) => cell !== undefined && isTotalWord(cell.text)))
  const department = departmentFromLines({ ...table, rows }, state)
  return { ledger: completeFromLines({ department, ...ledger }, { ...table, rows }, state), namedCodes }
}
