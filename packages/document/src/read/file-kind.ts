/**
 * Tells by the content what a file is, so that the right reader gets it and a refusal can name what has none.
 *
 * @module
 */

/** The formats with a reader of their own. `doc` needs a program that turns it into another; `encrypted` is an Office file with a password; `text` stands for everything else: the text readers name what is not text. */
export type FileKind = 'text' | 'html' | 'pdf' | 'docx' | 'doc' | 'xlsx' | 'xls' | 'encrypted'

/** What `bytes` are; a file name is what somebody typed and is not asked. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = latin1(bytes.subarray(0, 4096))
  if (isPdf(head)) return 'pdf'
  if (isArchive(head)) {
    const names = archiveNames(bytes)
    return names.includes('word/') ? 'docx' : names.includes('xl/') ? 'xlsx' : 'text'
  }
  if (head.startsWith(compoundFile)) return compoundKind(bytes)
  if (head.startsWith('{\\rtf')) return 'doc'
  return isWebPage(withoutMark(head)) ? 'html' : 'text'
}

/** The Chinese name of the format that `bytes` look like; `undefined` when they may be text. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 1024))
  if (isPdf(head)) return 'PDF 文件'
  if (isArchive(head)) return archiveFormat(bytes)
  if (head.startsWith(compoundFile)) return compoundFormat(bytes)
  const found = signatures.find(([start]) => head.startsWith(start))
  if (found !== undefined) return found[1]
  return undefined
}

/** The name of a text format that is not a document in lines (a web page, RTF); `undefined` for plain text. */
export function markupFormat(text: string): string | undefined {
  const head = text.slice(0, 4096)
  if (isWebPage(head)) return '网页（HTML）'
  if (head.trimStart().startsWith('<?xml')) return 'XML 文件'
  if (head.trimStart().startsWith('{\\rtf')) return 'RTF 文件'
  return undefined
}

const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

const signatures: readonly (readonly [string, string])[] = [
  ['\x89PNG\r\n', 'PNG 图片'],
  ['\xff\xd8\xff', 'JPEG 图片'],
  ['GIF8', 'GIF 图片'],
  ['II*\x00', 'TIFF 图片'],
  ['MM\x00*', 'TIFF 图片'],
  ['Rar!\x1a\x07', 'RAR 压缩包'],
  ['7z\xbc\xaf\x27\x1c', '7z 压缩包'],
  ['\x1f\x8b\x08', 'gzip 压缩包'],
]

function isPdf(head: string): boolean {
  return head.slice(0, 1024).includes('%PDF-')
}

function isArchive(head: string): boolean {
  return /^PK(?:\x03\x04|\x05\x06|\x07\x08)/u.test(head)
}

/** Marks of a page near its beginning; a server's own directives, comments and an XML declaration can stand before them. */
function isWebPage(head: string): boolean {
  const start = head.trimStart().toLowerCase()
  return start.startsWith('<') && /<(?:!doctype html|html|head|body|table|meta|title|div)\b/u.test(start)
}

/** Without the three bytes of a UTF-8 mark. */
function withoutMark(head: string): string {
  return head.startsWith('\xef\xbb\xbf') ? head.slice(3) : head
}

function archiveFormat(bytes: Uint8Array): string {
  const names = archiveNames(bytes)
  if (names.includes('word/')) return 'Word 文件（.docx）'
  if (names.includes('xl/')) return 'Excel 文件（.xlsx）'
  if (names.includes('OFD.xml')) return 'OFD 文件'
  return 'ZIP 压缩包'
}

/** A ZIP names its entries at its beginning and again at its end: one of them tells what it holds. */
function archiveNames(bytes: Uint8Array): string {
  const window = 64 * 1024
  return latin1(bytes.subarray(0, window)) + latin1(bytes.subarray(-window))
}

function compoundKind(bytes: Uint8Array): FileKind {
  if (compoundHolds(bytes, 'EncryptedPackage')) return 'encrypted'
  // A Word document can hold a workbook; the other way round would be a sheet with a document in it.
  if (compoundHolds(bytes, 'WordDocument')) return 'doc'
  return compoundHolds(bytes, 'Book', 'Workbook') ? 'xls' : 'text'
}

function compoundFormat(bytes: Uint8Array): string {
  if (compoundHolds(bytes, 'EncryptedPackage')) return '加了打开密码的 Office 文件'
  if (compoundHolds(bytes, 'WordDocument')) return '旧版 Word 文件（.doc 或 .wps）'
  return '旧版 Office 文件（.doc、.xls 或 .wps）'
}

/** Whether a compound file has a stream of one of these names, which its directory writes in UTF-16. */
function compoundHolds(bytes: Uint8Array, ...names: readonly string[]): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return names.some((name) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le')))
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
