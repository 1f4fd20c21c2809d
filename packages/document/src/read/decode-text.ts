import type { Problem, Result } from '@mingzhang/figures'
import { foreignFormat, markupFormat } from './file-kind.ts'
import { fileSizeProblem } from './file-size.ts'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'

/**
 * The text of a file in UTF-8 (with or without a byte order mark), UTF-16 (with one) or GB18030 (which holds GBK and
 * GB2312).
 *
 * A file is decoded strictly: one invalid byte means another encoding or a damaged file, never a replacement
 * character in the middle of a figure. Refuses what is empty, too large or not text.
 */
export function decodeText(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Result<string> {
  const tooLarge = fileSizeProblem(bytes.length, name, limits)
  if (tooLarge !== undefined) return { ok: false, problem: tooLarge }
  if (bytes.length === 0) return { ok: false, problem: emptyProblem(name, '文件是空的，一个字节也没有。') }
  const foreign = foreignFormat(bytes)
  if (foreign !== undefined) return { ok: false, problem: formatProblem('document.file.binary', name, foreign) }
  const encoding = encodingOf(bytes)
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) {
    return { ok: false, problem: formatProblem('document.file.binary', name, '二进制文件（含空字节）') }
  }
  const text = tryDecode(bytes, encoding) ?? (encoding === 'utf-8' ? tryDecode(bytes, 'gb18030') : undefined)
  if (text === undefined) return { ok: false, problem: encodingProblem(name, encoding) }
  return checkText(text, name)
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** UTF-16 by its mark, otherwise UTF-8 until its bytes say that it is not. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The text in `encoding`; `undefined` when one byte is invalid or the encoding is unknown. */
export function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function checkText(text: string, name: string): Result<string> {
  if (text.trim() === '') return { ok: false, problem: emptyProblem(name, '文件里只有空白，没有文字。') }
  // GB18030 accepts almost any bytes; control characters give away what is no text at all.
  const controls = text.match(/[\x00-\x08\x0e-\x1f\x7f]/gu)?.length ?? 0
  if (controls > 16 && controls * 100 > text.length) {
    return { ok: false, problem: formatProblem('document.file.binary', name, '二进制文件（控制字符太多）') }
  }
  const markup = markupFormat(text)
  if (markup !== undefined) return { ok: false, problem: formatProblem('document.file.format', name, markup) }
  return { ok: true, value: text }
}

export function emptyProblem(name: string, detail: string): Problem {
  return { code: 'document.file.empty', place: { document: name }, detail, remedy: '请检查导出或下载是否完整，换一份有内容的文件。' }
}

function formatProblem(code: string, name: string, format: string): Problem {
  return {
    code,
    place: { document: name },
    // Chinese and Latin words stand apart by a space.
    detail: `看起来是${/^[A-Za-z]/u.test(format) ? ' ' : ''}${format}，不能直接读取。`,
    remedy: '可以读取 docx、xlsx、xls、PDF、网页和文本；请用原软件打开后另存为其中一种，或转成纯文本（表格用制表符分列，编码用 UTF-8 或 GB18030）再审核。',
  }
}

export function encodingProblem(name: string, encoding: Encoding): Problem {
  const tried = encoding === 'utf-8' ? 'UTF-8 和 GB18030' : 'UTF-16'
  return {
    code: 'document.text.encoding',
    place: { document: name },
    detail: `文字编码认不出：按 ${tried} 都有读不出的字节。`,
    remedy: '请用记事本或 WPS 打开，另存为 UTF-8 编码的文本；如果打开就有乱码，说明文件已损坏，请重新导出。',
  }
}
