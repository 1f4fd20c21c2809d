import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Problem, Result } from '@mingzhang/figures'
import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DocumentTree } from '../../document-tree.ts'
import { damagedProblem, encryptedProblem } from '../archive/open-archive.ts'
import { defaultReadLimits, type ReadLimits } from '../read-limits.ts'
import { createTreeBuilder } from '../tree-builder.ts'
import { withoutRepeatedCaptions } from './continued-tables.ts'
import { readPageContent } from './page-content.ts'
import { withoutFurniture } from './page-furniture.ts'
import { layOutPage } from './page-layout.ts'
import { flowPages, type NumberedPage } from './text-flow.ts'

/**
 * Reads a PDF with a text layer: ruled tables as grids with their cells, the text around them as paragraphs, each with
 * its page.
 *
 * Page numbers, running heads and watermarks are left out. A table that goes on over a page break arrives as one grid
 * per page. Pages without text are listed as omissions; a file without any is a scan and a problem.
 */
export async function readPdf(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Promise<Result<DocumentTree>> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // The library takes the bytes for itself.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(library, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    // Pictures are never needed: none is unpacked.
    maxImageSize: 0,
    verbosity: 0,
  })
  try {
    return await readPages(task, OPS, name, limits)
  } catch (error) {
    return { ok: false, problem: openingProblem(error, name) }
  } finally {
    await task.destroy()
  }
}

async function readPages(task: PDFDocumentLoadingTask, operators: Parameters<typeof readPageContent>[1], name: string, limits: ReadLimits): Promise<Result<DocumentTree>> {
  const document = await task.promise
  if (document.numPages > limits.pages) return { ok: false, problem: tooManyPagesProblem(name, document.numPages, limits.pages) }
  if (document.numPages === 0) return { ok: false, problem: damagedProblem(name, '一页也没有') }
  const pages: NumberedPage[] = []
  const empty: number[] = []
  const garbled: number[] = []
  const damaged: number[] = []
  let parts = 0
  for (let number = 1; number <= document.numPages && parts <= limits.parts; number++) {
    const content = await document.getPage(number).then((page) => readPageContent(page, operators), () => undefined)
    if (content === undefined) {
      damaged.push(number)
      continue
    }
    const printed = content.glyphs.filter(({ text }) => text.trim() !== '').length
    if (content.unmapped > printed) garbled.push(number)
    else if (printed === 0) empty.push(number)
    const layout = layOutPage(content)
    for (const item of layout.items) parts += item.kind === 'line' ? 1 : item.rows.reduce((sum, row) => sum + row.length, 0)
    pages.push({ ...layout, page: number })
  }
  if (damaged.length === document.numPages) return { ok: false, problem: damagedProblem(name, '没有一页能打开') }
  if (garbled.length + empty.length + damaged.length === document.numPages) {
    return { ok: false, problem: garbled.length > empty.length ? garbledProblem(name) : scanProblem(name, document.numPages) }
  }
  const builder = createTreeBuilder(name, 'pdf', limits)
  for (const part of flowPages(withoutRepeatedCaptions(withoutFurniture(pages)).map((page, index) => ({ ...page, page: pages[index]?.page ?? 0 })))) {
    const at = { page: part.page }
    if (part.kind === 'paragraph') builder.paragraph(part.text, at)
    else {
      builder.endGrid()
      for (const row of part.rows) builder.row(row, at)
      builder.endGrid()
    }
  }
  const unread: readonly (readonly [readonly number[], string, string])[] = [
    [empty, 'document.pdf.pagesWithoutText', '没有文字，可能是扫描页、图片或空白页'],
    [garbled, 'document.pdf.pagesGarbled', '的文字没有对应的字符，读出来是乱码'],
    [damaged, 'document.pdf.pagesDamaged', '已损坏，打不开'],
  ]
  for (const [numbers, code, what] of unread) if (numbers.length > 0) builder.omit(pagesProblem(code, name, numbers, what))
  return builder.finish()
}

function openingProblem(error: unknown, name: string): Problem {
  const kind = error instanceof Error ? error.name : ''
  return kind === 'PasswordException' ? encryptedProblem(name) : damagedProblem(name, 'PDF 打不开')
}

function scanProblem(name: string, pages: number): Problem {
  return {
    code: 'document.pdf.noTextLayer',
    place: { document: name },
    detail: `${String(pages)} 页都读不到文字：多半是扫描件或图片，也可能是下载时损坏了。`,
    remedy: '请找由 Word、Excel 直接导出的电子版，或先做文字识别（OCR），核对无误后再审核。',
  }
}

function garbledProblem(name: string): Problem {
  return {
    code: 'document.pdf.garbled',
    place: { document: name },
    detail: '文字没有对应的字符编码，看得到但读出来是乱码。',
    remedy: '请从原 Word、Excel 文件重新导出 PDF；导出时选择嵌入字体，不要用“打印为图片”之类的虚拟打印机。',
  }
}

function tooManyPagesProblem(name: string, pages: number, limit: number): Problem {
  return {
    code: 'document.pdf.tooManyPages',
    place: { document: name },
    detail: `文件有 ${String(pages)} 页，超过 ${String(limit)} 页的上限，没有读取。`,
    remedy: '请确认选对了文件；如果确是合订本，请按部门拆开后分别审核。',
  }
}

function pagesProblem(code: string, name: string, numbers: readonly number[], what: string): Problem {
  const [first] = numbers
  const listed = numbers.slice(0, 20).map(String).join('、')
  return {
    code,
    place: { document: name, ...(first === undefined ? {} : { page: first }) },
    detail: `第 ${listed} 页${numbers.length > 20 ? `等 ${String(numbers.length)} 页` : ''}${what}，没有读取。`,
    remedy: '请看一下这些页；如果有表或文字，请换成由 Word、Excel 直接导出的电子版再审核。',
  }
}
