import { csvRecords, decodeText, defaultReadLimits } from '@mingzhang/document'
import { cellProblem } from '../ledger-problem.ts'
import type { LedgerFile } from '../ledger-source.ts'
import type { RawCell, RawSheet } from './raw-workbook.ts'
import { type RawReading, tooManyRows, type WorkbookLimits } from './xlsx-workbook.ts'

/** CSV files as sheets named after the files, without folder and ending. UTF-8, UTF-16 or GB18030. */
export function readCsvFiles(files: readonly LedgerFile[], document: string, limits: WorkbookLimits): RawReading {
  const readings = files.map((file) => readCsvFile(file, document, limits))
  const problems = readings.flatMap((reading) => ('problem' in reading ? [reading.problem] : []))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, workbook: { document, format: 'csv', sheets: readings.flatMap((reading) => ('sheet' in reading ? [reading.sheet] : [])) } }
}

type SheetReading = { readonly sheet: RawSheet } | { readonly problem: ReturnType<typeof cellProblem> }

function readCsvFile(file: LedgerFile, document: string, limits: WorkbookLimits): SheetReading {
  const name = file.name.replace(/^.*[/\\]/u, '').replace(/\.[A-Za-z]+$/u, '')
  const location = { sheet: name, row: 0, column: '', cell: '' }
  const text = decodeText(file.bytes, file.name, { ...defaultReadLimits, bytes: limits.unpackedBytes })
  if (!text.ok) {
    const { detail, remedy, code } = text.problem
    return { problem: cellProblem(document, location, { cause: code.endsWith('empty') ? 'empty-file' : 'not-text', detail, remedy }) }
  }
  const rows = csvRecords(text.value.replace(/^\uFEFF/u, '')).map(({ cells, line }) => ({
    number: line, hidden: false, cells: cells.map(csvCell),
  })).filter((row) => row.cells.some((cell) => cell !== undefined))
  if (rows.length > limits.rows) return { problem: cellProblem(document, location, tooManyRows(name, limits)) }
  return { sheet: { name, hidden: false, rows, merges: [], hiddenColumns: [] } }
}

function csvCell(text: string): RawCell | undefined {
  const trimmed = text.replaceAll('\r\n', '\n').trim()
  return trimmed === '' ? undefined : { text: trimmed, kind: 'text' }
}
