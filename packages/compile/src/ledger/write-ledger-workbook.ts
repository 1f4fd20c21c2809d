import type { Vocabulary } from '@mingzhang/vocabulary'
import type { LedgerMarks } from './cell-key.ts'
import type { Ledger } from './ledger.ts'
import { departmentValues, ledgerRows } from './sheets/ledger-rows.ts'
import { sheetDefinitions } from './sheets/sheet-definitions.ts'
import { codeLists } from './write/code-lists.ts'
import { addDataSheet, addDepartmentSheet, firstDataRow, protectSheet, type WorkbookContext } from './write/data-sheet.ts'
import { finishWorkbook } from './write/finish-workbook.ts'
import { addCodeSheet, addExample, addInstructions, codeSources } from './write/guide-sheets.ts'

export interface LedgerWorkbookOptions {
  /** The place's name, for the title; may be empty. */
  readonly profile: string
  /** The budget year: its classification is what the drop-downs offer. */
  readonly year: number
  readonly vocabulary: Vocabulary
  /** How values of a reconstructed ledger are known, by cell key. */
  readonly marks?: LedgerMarks
}

/**
 * The Excel workbook of a ledger, or an empty one to fill in. Amounts are in 元 to the fen. The same ledger gives the same
 * bytes. Throws a `RangeError` for a text that is longer than a cell can hold.
 */
export async function writeLedgerWorkbook(ledger: Ledger | undefined, options: LedgerWorkbookOptions): Promise<Uint8Array> {
  // Loaded only when a workbook is wanted: it is by far the largest dependency.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  // A fixed date: the workbook says what the ledger says, whenever it is made.
  workbook.created = new Date(Date.UTC(2000, 0, 1))
  workbook.modified = workbook.created
  workbook.creator = 'mingzhang'
  workbook.lastModifiedBy = 'mingzhang'
  const shown = ledger ?? emptyLedger(options.year)
  const codes = codeLists(options.vocabulary.classification, options.year, shown.localCodes)
  const context: WorkbookContext = {
    workbook, codes, marks: options.marks ?? new Map(),
    sources: { ...codeSources(codes.listOf), unit: nameSource('单位', shown.units.length), project: nameSource('项目', shown.projects.length) },
  }
  addInstructions(context, options.profile, options.year)
  for (const definition of sheetDefinitions) {
    if (definition.id === 'department') addDepartmentSheet(context, definition, departmentValues(shown))
    else addDataSheet(context, definition, ledgerRows(shown, definition.id))
  }
  addExample(context, options.year)
  addCodeSheet(context, options.year)
  for (const sheet of workbook.worksheets) await protectSheet(sheet)
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

function nameSource(sheet: string, count: number): string {
  return `'${sheet}'!$A$${firstDataRow}:$A$${firstDataRow + count + 199}`
}

function emptyLedger(year: number): Ledger {
  return {
    department: { name: '', code: '', year, level: 'department' },
    units: [], projects: [], lines: [], revenue: [], carriedOut: [], priorYear: [], procurement: [],
    facts: { headcount: [], vehicles: [], assets: [] },
    texts: [], forms: [], localCodes: [], pinned: [],
  }
}
