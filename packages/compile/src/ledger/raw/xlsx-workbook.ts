/**
 * An .xlsx file as raw cells. What could run, reach outside or hide is refused by name before any cell is read.
 *
 * @module
 */
import { fileProblem, type CellProblem, type ProblemText } from '../ledger-problem.ts'
import type { RawSheet, RawWorkbook } from './raw-workbook.ts'
import { scanSheet, type SheetContext } from './xlsx-sheet.ts'
import { readNumberStyles } from './xlsx-styles.ts'
import { attributeOf, isTrue, stringItemText } from './xml-text.ts'
import { listZip, type UnpackBudget, unpackText, type ZipEntry } from './zip-entries.ts'

/** What a workbook may hold before it is refused. */
export interface WorkbookLimits {
  /** Bytes of all parts together once unpacked. */
  readonly unpackedBytes: number
  /** Rows of one sheet, heads included. */
  readonly rows: number
}

export type RawReading = { readonly ok: true; readonly workbook: RawWorkbook } | { readonly ok: false; readonly problems: readonly CellProblem[] }

/** Reads every worksheet. Never throws for what is in the file. */
export function readXlsx(bytes: Uint8Array, document: string, limits: WorkbookLimits): RawReading {
  const refuse = (...texts: readonly ProblemText[]): RawReading => ({ ok: false, problems: texts.map((text) => fileProblem(document, text)) })
  const entries = listZip(bytes)
  if (entries === undefined) return refuse(damaged)
  const refused = refusedParts(entries, limits)
  if (refused.length > 0) return refuse(...refused)

  const budget: UnpackBudget = { left: limits.unpackedBytes }
  let failure: ProblemText | undefined
  const read = (name: string): string => {
    const entry = entries.get(name)
    if (entry === undefined) return ''
    let text = ''
    const failed = unpackText(entry, budget, (piece) => { text += piece })
    if (failed !== undefined) failure ??= failed === 'damaged' ? damaged : tooLarge(limits)
    return text
  }
  const workbookXml = read('xl/workbook.xml')
  const context: SheetContext = {
    strings: stringItems(read('xl/sharedStrings.xml')),
    styles: readNumberStyles(read('xl/styles.xml')),
    from1904: isTrue(attributeOf(/<(?:\w+:)?workbookPr\b[^>]*>/u.exec(workbookXml)?.[0] ?? '', 'date1904')),
    rowLimit: limits.rows,
  }
  const targets = worksheetParts(read('xl/_rels/workbook.xml.rels'))
  const sheets: RawSheet[] = []
  for (const [tag] of workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)) {
    const entry = entries.get(targets.get(/\s\w+:id="([^"]*)"/u.exec(tag)?.[1] ?? '') ?? '')
    if (entry === undefined || failure !== undefined) continue
    const scanner = scanSheet(context)
    const failed = unpackText(entry, budget, scanner.take)
    if (failed !== undefined) failure = failed === 'damaged' ? damaged : tooLarge(limits)
    const name = attributeOf(tag, 'name') ?? ''
    const content = scanner.finish()
    if (content === undefined) return refuse(tooManyRows(name, limits))
    sheets.push({ name, hidden: (attributeOf(tag, 'state') ?? 'visible') !== 'visible', ...content })
  }
  if (failure !== undefined) return refuse(failure)
  return sheets.length === 0 ? refuse(damaged) : { ok: true, workbook: { document, format: 'xlsx', sheets } }
}

/** Everything that makes the container unfit, each named once. */
function refusedParts(entries: ReadonlyMap<string, ZipEntry>, limits: WorkbookLimits): readonly ProblemText[] {
  const names = [...entries.keys()]
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if ([...entries.values()].some((entry) => entry.encrypted)) return [encrypted]
  if (!entries.has('xl/workbook.xml')) return [has(/^xl\/workbook\.bin$/u) ? otherFormat('二进制工作簿（.xlsb）') : notAWorkbook]
  const declared = [...entries.values()].reduce((sum, entry) => sum + entry.declaredSize, 0)
  if (declared > limits.unpackedBytes || entries.size > 5000) return [tooLarge(limits)]
  return [
    ...(has(/vbaProject|^xl\/macrosheets\//iu) ? [macros] : []),
    ...(has(/^xl\/externalLinks\//iu) ? [externalLinks] : []),
    ...(has(/^xl\/(?:embeddings|activeX|ctrlProps)\//iu) ? [embedded] : []),
    ...(has(/^xl\/(?:connections|queryTables|model)\b/iu) ? [connections] : []),
  ]
}

function worksheetParts(rels: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const [tag] of rels.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)) {
    if (!(attributeOf(tag, 'Type') ?? '').endsWith('/worksheet')) continue
    const target = attributeOf(tag, 'Target') ?? ''
    parts.set(attributeOf(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`)
  }
  return parts
}

function stringItems(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/gu)].map((match) => stringItemText(match[1] ?? ''))
}

const damaged: ProblemText = {
  cause: 'damaged', detail: '文件不完整或已损坏，打不开。', remedy: '请用表格软件打开后另存为 .xlsx，再读一次；打不开的，请换一份备份。',
}

const encrypted: ProblemText = {
  cause: 'encrypted', detail: '文件加了打开密码。', remedy: '请在表格软件中取消密码，另存后再读。',
}

const macros: ProblemText = {
  cause: 'macros', detail: '工作簿带有宏（vbaProject）。', remedy: '请另存为不带宏的“Excel 工作簿（.xlsx）”，再读一次。',
}

const externalLinks: ProblemText = {
  cause: 'external-links',
  detail: '工作簿链接了别的文件（外部链接）。',
  remedy: '请在“数据—编辑链接”中断开链接，或把内容复制后“选择性粘贴—数值”，另存后再读。',
}

const embedded: ProblemText = {
  cause: 'embedded-objects', detail: '工作簿里嵌有对象或控件。', remedy: '请删去嵌入的文件、图表对象和按钮，另存后再读。',
}

const connections: ProblemText = {
  cause: 'connections', detail: '工作簿带有数据连接（查询或数据模型）。', remedy: '请删除数据连接，把结果“选择性粘贴—数值”，另存后再读。',
}

const notAWorkbook: ProblemText = {
  cause: 'not-a-workbook', detail: '文件是压缩包，但里面不是 Excel 工作簿。', remedy: '请提供 .xlsx、.json 或 .csv 文件；CSV 文件夹请先解压。',
}

/** A format that has to be saved as another first. */
export function otherFormat(format: string): ProblemText {
  return { cause: 'other-format', detail: `文件是${format}，不能直接读取。`, remedy: '请用表格软件打开，另存为“Excel 工作簿（.xlsx）”，再读一次。' }
}

/** The container is an OLE compound file: a protected workbook or one of before 2007. */
export function compoundFileProblem(bytes: Uint8Array): ProblemText {
  const needle = Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()
  const isProtected = bytes.some((byte, at) => byte === needle[0] && needle.every((expected, offset) => bytes[at + offset] === expected))
  return isProtected ? encrypted : otherFormat('旧版表格（.xls）')
}

function tooLarge(limits: WorkbookLimits): ProblemText {
  return {
    cause: 'too-large',
    detail: `文件解开后超过 ${Math.round(limits.unpackedBytes / 1024 / 1024)} MB，不予读取。`,
    remedy: '请检查是否整列整行设置了格式或夹带了图片；清除后另存，或只保留台账各表。',
  }
}

export function tooManyRows(sheet: string, limits: WorkbookLimits): ProblemText {
  return {
    cause: 'too-many-rows',
    detail: `“${sheet}”超过 ${limits.rows} 行，不予读取。`,
    remedy: '请把键完全相同的明细合并后再填；一个部门一年的明细不会有这么多行。',
  }
}
