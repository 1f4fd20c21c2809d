/**
 * What is said about a PDF, or pages of it, that cannot be read.
 *
 * @module
 */
import type { Problem } from '@mingzhang/figures'
import { damagedProblem, encryptedProblem } from '../archive/open-archive.ts'

/** The problem of a PDF that the library does not open, by what it threw. */
export function openingProblem(error: unknown, name: string): Problem {
  const kind = error instanceof Error ? error.name : ''
  return kind === 'PasswordException' ? encryptedProblem(name) : damagedProblem(name, 'PDF 打不开')
}

export function scanProblem(name: string, pages: number): Problem {
  return {
    code: 'document.pdf.noTextLayer',
    place: { document: name },
    detail: `${String(pages)} 页都读不到文字：多半是扫描件或图片，也可能是下载时损坏了。`,
    remedy: '请找由 Word、Excel 直接导出的电子版；只有扫描件的，请在本机装上文字识别（见《如何批量审核》）再审核，并与原件核对。',
  }
}

export function garbledProblem(name: string, pages: readonly number[]): Problem {
  return {
    code: 'document.pdf.garbled',
    place: { document: name, ...firstOf(pages) },
    detail: `第 ${listed(pages)}的文字没有对应的字符编码，看得到但读出来是乱码。`,
    remedy: '请从原 Word、Excel 文件重新导出 PDF；导出时选择嵌入字体，不要用“打印为图片”之类的虚拟打印机。',
  }
}

export function drawingProblem(name: string, pages: readonly number[]): Problem {
  return {
    code: 'document.pdf.tooDense',
    place: { document: name, ...firstOf(pages) },
    detail: `第 ${listed(pages)}画的线条太多，像是图纸或有问题的文件，没有读取。`,
    remedy: '请确认选对了文件；如果是公开表，请从原 Word、Excel 文件重新导出 PDF。',
  }
}

export function tooManyPagesProblem(name: string, pages: number, limit: number): Problem {
  return {
    code: 'document.pdf.tooManyPages',
    place: { document: name },
    detail: `文件有 ${String(pages)} 页，超过 ${String(limit)} 页的上限，没有读取。`,
    remedy: '请确认选对了文件；如果确是合订本，请按部门拆开后分别审核。',
  }
}

export function unpackedProblem(name: string, limit: number): Problem {
  return {
    code: 'document.file.tooLarge',
    place: { document: name },
    detail: `文件里压缩的内容解开后超过 ${String(Math.floor(limit / (1024 * 1024)))} MB 的上限，没有读取。`,
    remedy: '请确认选对了文件；正常的公开文件不会这样大，可以从原 Word、Excel 文件重新导出 PDF。',
  }
}

/** Pages that are not in the tree, or not whole, by why. */
export interface UnreadPages {
  readonly empty: readonly number[]
  readonly garbled: readonly number[]
  readonly partly: readonly number[]
  readonly damaged: readonly number[]
  /** Pages that draw more than is taken. */
  readonly flooded: readonly number[]
  /** Pictures whose text was recognised: in the tree, to be held against the original. */
  readonly recognised: readonly number[]
}

/** One problem per reason, with all its pages; empty when everything was read. */
export function pageOmissions(name: string, { empty, garbled, partly, damaged, flooded, recognised }: UnreadPages): readonly Problem[] {
  const better = '请看一下这些页；如果有表或文字，请换成由 Word、Excel 直接导出的电子版再审核。'
  const reasons: readonly (readonly [string, readonly number[], string, string])[] = [
    ['document.pdf.pagesWithoutText', empty, '没有文字，可能是扫描页、图片或空白页，没有读取。', better],
    ['document.pdf.pagesGarbled', garbled, '的文字没有对应的字符，读出来是乱码，没有读取。', better],
    ['document.pdf.pagesPartlyGarbled', partly, '有一部分文字没有对应的字符，读出来是乱码，这部分没有读取。', better],
    ['document.pdf.pagesDamaged', damaged, '已损坏，打不开，没有读取。', better],
    ['document.pdf.pagesRecognised', recognised, '是扫描页，文字由识别得到，可能有错字、错数。', '请对照原件核对这些页上的数字；不一致的地方先看是不是认错了字。'],
    ['document.pdf.pagesTooDense', flooded, '画的线条太多，没有读取。', '请看一下这些页；如果是地图或设计图，可以不管；如果有表，请换成由 Excel 直接导出的电子版再审核。'],
  ]
  return reasons.flatMap(([code, pages, what, remedy]) => (pages.length === 0 ? [] : [{ code, place: { document: name, ...firstOf(pages) }, detail: `第 ${listed(pages)}${what}`, remedy }]))
}

function firstOf([first]: readonly number[]): { readonly page?: number } {
  return first === undefined ? {} : { page: first }
}

function listed(pages: readonly number[]): string {
  return `${pages.slice(0, 20).map(String).join('、')} 页${pages.length > 20 ? `等 ${String(pages.length)} 页` : ''}`
}
