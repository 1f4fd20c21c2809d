/**
 * Recognises by their first bytes the formats that are not text, so that a refusal can name them.
 *
 * @module
 */

/** The Chinese name of the format that `bytes` look like; `undefined` when they may be text. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'PDF 文件'
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u.test(head)) return archiveFormat(bytes)
  const found = signatures.find(([start]) => head.startsWith(start))
  if (found !== undefined) return found[1]
  return undefined
}

/** The name of a text format that is not a document in lines (a web page, RTF); `undefined` for plain text. */
export function markupFormat(text: string): string | undefined {
  const head = text.slice(0, 2048).trimStart().toLowerCase()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body|table|meta)\b/u.test(head)) return '网页（HTML）'
  if (head.startsWith('<?xml')) return 'XML 文件'
  if (head.startsWith('{\\rtf')) return 'RTF 文件'
  return undefined
}

const signatures: readonly (readonly [string, string])[] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '旧版 Office 文件（.doc、.xls 或 .wps）'],
  ['\x89PNG\r\n', 'PNG 图片'],
  ['\xff\xd8\xff', 'JPEG 图片'],
  ['GIF8', 'GIF 图片'],
  ['II*\x00', 'TIFF 图片'],
  ['MM\x00*', 'TIFF 图片'],
  ['Rar!\x1a\x07', 'RAR 压缩包'],
  ['7z\xbc\xaf\x27\x1c', '7z 压缩包'],
  ['\x1f\x8b\x08', 'gzip 压缩包'],
]

/** A ZIP names its entries at its beginning and again at its end: one of them tells what it holds. */
function archiveFormat(bytes: Uint8Array): string {
  const window = 64 * 1024
  const names = latin1(bytes.subarray(0, window)) + latin1(bytes.subarray(-window))
  if (names.includes('word/')) return 'Word 文件（.docx）'
  if (names.includes('xl/')) return 'Excel 文件（.xlsx）'
  if (names.includes('OFD.xml')) return 'OFD 文件'
  return 'ZIP 压缩包'
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
