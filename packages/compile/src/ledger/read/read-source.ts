import { fileProblem } from '../ledger-problem.ts'
import type { LedgerFile, LedgerSource } from '../ledger-source.ts'
import { readCsvFiles } from '../raw/csv-workbook.ts'
import { compoundFileProblem, type RawReading, readXlsx, type WorkbookLimits } from '../raw/xlsx-workbook.ts'

/** 200,000 lines with their heads; unpacked, a sheet of that size is about 250 MB. */
export const workbookLimits: WorkbookLimits = { unpackedBytes: 400 * 1024 * 1024, rows: 200_020 }

/** What the content is, whatever the name says. */
export type SourceReading = RawReading | { readonly json: string }

export function readSource(source: LedgerSource): SourceReading {
  if ('files' in source) return readFolder(source.name, source.files)
  return readFile(source)
}

function readFile(file: LedgerFile): SourceReading {
  const { bytes, name } = file
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, name, workbookLimits)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, problems: [fileProblem(name, compoundFileProblem(bytes))] }
  const json = jsonText(bytes)
  return json === undefined ? readCsvFiles([file], name, workbookLimits) : { json }
}

function readFolder(name: string, files: readonly LedgerFile[]): SourceReading {
  // What lies beside the tables (a note, a hidden system file) is not one of them.
  const tables = files.filter((file) => /\.csv$/iu.test(file.name))
  const [only, second] = files
  if (only !== undefined && second === undefined) return readFile(only)
  if (tables.length > 0) return readCsvFiles(tables, name, workbookLimits)
  return { ok: false, problems: [fileProblem(name, {
    cause: 'no-tables', detail: '文件夹里没有 CSV 文件。', remedy: '请放入按表名命名的 CSV 文件，如 支出明细.csv，或直接给出台账工作簿。',
  })] }
}

/** The text where it begins as a JSON object does; JSON is always UTF-8. */
function jsonText(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 256)).replace(/^\uFEFF/u, '').trimStart()
  return head.startsWith('{') || head.startsWith('[') ? new TextDecoder().decode(bytes) : undefined
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}
