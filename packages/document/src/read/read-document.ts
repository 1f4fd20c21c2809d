import type { Result } from '@mingzhang/figures'
import type { DocumentTree } from '../document-tree.ts'
import { encryptedProblem } from './archive/open-archive.ts'
import { csvTree, looksLikeCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { fileKind } from './file-kind.ts'
import { fileSizeProblem } from './file-size.ts'
import { looksLikeMarkdown, markdownTree } from './markdown.ts'
import type { ReadAids } from './read-aids.ts'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'
import { textTree } from './text.ts'

/**
 * Reads a document in any format that has a reader; `name` is what reports call it.
 *
 * The format is told by the content alone: a file name is what somebody typed. A reader and its library are loaded when
 * a file needs them. What the blocks leave out (hidden rows, pages without text) is listed in `omissions`. Old Word
 * documents and scans need `aids`; without them the problem says what to do.
 */
export async function readDocument(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits, aids: ReadAids = {}): Promise<Result<DocumentTree>> {
  const tooLarge = fileSizeProblem(bytes.length, name, limits)
  if (tooLarge !== undefined) return { ok: false, problem: tooLarge }
  const kind = fileKind(bytes)
  switch (kind) {
    case 'text':
      return readAsText(bytes, name, limits)
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts')
      return readHtml(bytes, name, limits)
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts')
      return readDocx(bytes, name, limits)
    }
    case 'doc': {
      const converted = await (aids.toDocx ?? refuseOldWord)(bytes, name)
      if (!converted.ok) return converted
      const { readDocx } = await import('./docx/read-docx.ts')
      return readDocx(converted.value, name, limits)
    }
    case 'xlsx':
    case 'xls': {
      const { readWorkbook } = await import('./xlsx/read-workbook.ts')
      return readWorkbook(bytes, name, kind, limits)
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts')
      return readPdf(bytes, name, limits, aids)
    }
    case 'encrypted':
      return { ok: false, problem: encryptedProblem(name) }
  }
}

function refuseOldWord(_bytes: Uint8Array, name: string): Promise<Result<Uint8Array>> {
  return Promise.resolve({
    ok: false,
    problem: {
      code: 'document.file.oldWord',
      place: { document: name },
      detail: '这是旧版 Word 文件（.doc、.wps 或 RTF），本机没有可以转换它的 LibreOffice，没有读取。',
      remedy: '请用 Word 或 WPS 打开后另存为 .docx 再审核；或在本机安装 LibreOffice 后重试。',
    },
  })
}

function readAsText(bytes: Uint8Array, name: string, limits: ReadLimits): Result<DocumentTree> {
  const text = decodeText(bytes, name, limits)
  if (!text.ok) return text
  if (looksLikeMarkdown(text.value)) return markdownTree(text.value, name, limits)
  if (looksLikeCsv(text.value)) return csvTree(text.value, name, limits)
  return textTree(text.value, name, limits)
}
