/** Makes small Word files of raw XML, so that a test shows exactly what is read. */
import { strToU8, zipSync } from 'fflate'

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

export interface DocxParts {
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
}

/** A Word file with this content in its body. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const part = (root: string, content: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`)
  return zipSync({
    '_rels/.rels': strToU8('<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(parts.numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', parts.numbering) }),
    ...(parts.styles === undefined ? {} : { 'word/styles.xml': part('styles', parts.styles) }),
    ...(parts.footnotes === undefined ? {} : { 'word/footnotes.xml': part('footnotes', parts.footnotes) }),
  }, { mtime: new Date(1980, 0, 2) })
}

export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph; `content` is text unless it holds elements. */
export const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content.includes('<') || content === '' ? content : run(content)}</w:p>`

export const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.map((content) => (content.startsWith('<w:tc>') ? content : cell(content))).join('')}</w:tr>`

export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
