import { escapeXml } from './xml.ts'

export interface ParagraphOptions {
  readonly style: string
  readonly pageBreakBefore?: boolean
  readonly keepNext?: boolean
  /** The place that the table of contents leads to. */
  readonly bookmark?: Bookmark
  /** Ends the section: its page, as the last paragraph of the section carries it. */
  readonly section?: string
}

export interface Bookmark {
  /** Unique in the document, from 0. */
  readonly number: number
}

/** `_Toc` names are hidden from the reader's list of bookmarks. */
export const bookmarkName = (bookmark: Bookmark): string => `_Toc${String(bookmark.number + 1).padStart(6, '0')}`

/** A paragraph of runs that are written already. */
export function paragraphXml(content: string, options: ParagraphOptions): string {
  const properties =
    `<w:pStyle w:val="${options.style}"/>` +
    (options.keepNext === true ? '<w:keepNext/>' : '') +
    (options.pageBreakBefore === true ? '<w:pageBreakBefore/>' : '') +
    (options.section ?? '')
  return `<w:p><w:pPr>${properties}</w:pPr>${options.bookmark === undefined ? content : bookmarked(content, options.bookmark)}</w:p>`
}

/** A run; line breaks and tabs in the text stay. `properties` are run properties behind the fonts, in the schema's order. */
export function runXml(text: string, properties = ''): string {
  if (text === '') return ''
  // Marks that Latin and Chinese share would take the Latin font, and its width.
  const fonts = /[“”‘’…—·×①-⑳Ⅰ-Ⅻ]/u.test(text) ? '<w:rFonts w:hint="eastAsia"/>' : ''
  const all = fonts + properties
  return `<w:r>${all === '' ? '' : `<w:rPr>${all}</w:rPr>`}${textXml(text)}</w:r>`
}

/** The page number of a bookmark as a field, with the number that it shows until somebody updates it. */
export function pageReferenceXml(bookmark: Bookmark, page: string): string {
  const character = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return (
    character('begin') +
    `<w:r><w:instrText xml:space="preserve"> PAGEREF ${bookmarkName(bookmark)} \\h </w:instrText></w:r>` +
    character('separate') + runXml(page) + character('end')
  )
}

export function linkXml(content: string, bookmark: Bookmark): string {
  return `<w:hyperlink w:anchor="${bookmarkName(bookmark)}" w:history="1">${content}</w:hyperlink>`
}

export const tabXml = '<w:r><w:tab/></w:r>'

function bookmarked(content: string, bookmark: Bookmark): string {
  return `<w:bookmarkStart w:id="${bookmark.number}" w:name="${bookmarkName(bookmark)}"/>${content}<w:bookmarkEnd w:id="${bookmark.number}"/>`
}

function textXml(text: string): string {
  if (!/[\n\t]/u.test(text)) return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`
  return text
    .split(/(?<break>[\n\t])/u)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`))
    .join('')
}
