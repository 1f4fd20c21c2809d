import type { Problem, Result } from '@mingzhang/figures'
import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { zipSync } from 'fflate'
import type { DocumentTree } from '../../document-tree.ts'
import { damagedProblem, encryptedProblem, openArchive } from '../archive/open-archive.ts'
import type { ReadLimits } from '../read-limits.ts'
import { defaultReadLimits } from '../read-limits.ts'
import { findElement, parseXml } from '../archive/xml.ts'
import { createTreeBuilder, type TreeBuilder } from '../tree-builder.ts'
import { sheetParts } from './sheet-parts.ts'
import { rowCells, visibleRows } from './sheet-rows.ts'

/**
 * Reads a workbook (.xlsx, .xlsm, .xls, .et): its visible sheets in order, with every cell as it is displayed.
 *
 * The number format decides what is printed, so it decides here: 12.5 shown as 12.50 is 12.50, and a zero that the
 * format hides is blank. A formula counts with the value that the file holds for it. Hidden sheets, rows and columns
 * are left out and listed as omissions. A sheet that begins without a line of text is headed by its own name. Of a
 * workbook that is embedded in another file only the `active` sheet is shown there.
 */
export async function readWorkbook(bytes: Uint8Array, name: string, format: 'xlsx' | 'xls', limits: ReadLimits = defaultReadLimits, shown: 'all' | 'active' = 'all'): Promise<Result<DocumentTree>> {
  const safe = format === 'xlsx' ? repack(bytes, name, limits) : ({ ok: true, value: bytes } as const)
  if (!safe.ok) return safe
  const { read } = await import('@e965/xlsx')
  let book: WorkBook
  try {
    book = read(safe.value, { type: 'array', dense: true, cellStyles: true, cellFormula: false, cellHTML: false })
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/iu.test(error.message)
    return { ok: false, problem: isLocked ? encryptedProblem(name) : damagedProblem(name, '工作簿打不开') }
  }
  const builder = createTreeBuilder(name, format, limits)
  const active = shown === 'active' ? activeSheet(bytes, name, format, limits) : undefined
  const behind = active === undefined ? [] : book.SheetNames.filter((sheetName, index) => index !== active && hasCells(book.Sheets[sheetName]))
  if (behind.length > 0) builder.omit(behindProblem(name, behind))
  book.SheetNames.forEach((sheetName, index) => {
    const sheet = book.Sheets[sheetName]
    if (sheet === undefined || builder.isFull() || (active !== undefined && index !== active)) return
    const visibility = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
    if (visibility === 0) addSheet(sheet, sheetName, name, limits, builder)
    else if (hasCells(sheet)) builder.omit(hiddenProblem(name, `工作表“${sheetName}”是隐藏的`))
  })
  return builder.finish()
}

function addSheet(sheet: WorkSheet, sheetName: string, name: string, limits: ReadLimits, builder: TreeBuilder): void {
  builder.endGrid()
  const { rows, width, hiddenRows, hiddenColumns } = visibleRows(sheet, limits)
  const parts = sheetParts(rows)
  if (parts[0]?.kind === 'row') builder.paragraph(sheetName, {})
  for (const part of parts) {
    if (builder.isFull()) return
    if (part.kind === 'row') builder.row(rowCells(part.row, width), {})
    else for (const line of part.text.split('\n')) builder.paragraph(line, {})
  }
  builder.endGrid()
  const hidden = [...(hiddenRows > 0 ? [`${String(hiddenRows)} 行`] : []), ...(hiddenColumns > 0 ? [`${String(hiddenColumns)} 列`] : [])]
  if (hidden.length > 0) builder.omit(hiddenProblem(name, `工作表“${sheetName}”有${hidden.join('、')}带内容但被隐藏`))
}

/** The sheet that was open when the workbook was saved; the first where it does not say. */
function activeSheet(bytes: Uint8Array, name: string, format: 'xlsx' | 'xls', limits: ReadLimits): number {
  const archive = format === 'xlsx' ? openArchive(bytes, name, limits) : undefined
  const content = archive?.ok === true ? archive.value.read('xl/workbook.xml') : undefined
  const parsed = content?.ok === true ? parseXml(content.value, name, 'xl/workbook.xml') : undefined
  const tab = parsed?.ok === true ? findElement(parsed.value, 'workbookView')?.attributes['activeTab'] : undefined
  return Number(tab ?? 0)
}

function hasCells(sheet: WorkSheet | undefined): boolean {
  return sheet?.['!data']?.some((row) => row.some((cell) => cell.w !== undefined && cell.w.trim() !== '')) === true
}

function behindProblem(name: string, sheets: readonly string[]): Problem {
  return {
    code: 'document.workbook.behind',
    place: { document: name },
    detail: `文件里嵌入的工作簿还有 ${String(sheets.length)} 张没有显示出来的工作表（${sheets.join('、')}），没有读取；拿到文件的人双击就能看到。`,
    remedy: '不公开的请在嵌入的工作簿中删除；要公开的请另附 Excel 文件。',
  }
}

function hiddenProblem(name: string, what: string): Problem {
  return {
    code: 'document.workbook.hidden',
    place: { document: name },
    detail: `${what}，没有读取。`,
    remedy: '公开前请删除隐藏的内容；确要公开的请取消隐藏后重新审核。',
  }
}

/** Parts that hold no cells and can be large or dangerous. */
const unread = /(?:^|\/)(?:media|embeddings|externalLinks|pivotCache|pivotTables|printerSettings|drawings|charts|customXml|ctrlProps|activeX|model)\/|vbaProject\.bin$/u

/**
 * The workbook with the parts that are needed, each unpacked within the limits and packed again without compression.
 * The library that reads it would unpack whatever it is given.
 */
function repack(bytes: Uint8Array, name: string, limits: ReadLimits): Result<Uint8Array> {
  const archive = openArchive(bytes, name, limits)
  if (!archive.ok) return archive
  const parts: Record<string, Uint8Array> = {}
  for (const entry of archive.value.names) {
    if (unread.test(entry) || !/\.(?:xml|rels|bin)$/iu.test(entry)) continue
    const content = archive.value.read(entry)
    if (content === undefined) continue
    if (!content.ok) return content
    const buffer = Buffer.from(content.value.buffer, content.value.byteOffset, content.value.byteLength)
    if (buffer.includes('<!DOCTYPE') || buffer.includes('<!ENTITY')) return { ok: false, problem: damagedProblem(name, `其中的 ${entry} 带有文档类型声明`) }
    parts[entry] = content.value
  }
  return { ok: true, value: zipSync(parts, { level: 0, mtime: new Date(1980, 0, 2) }) }
}
