/**
 * The package around the body: styles, page shapes and page numbers come from the docx library, which is then made to say
 * the same at every call: no clock, no random ids, no empty parts, and only the properties that the publication gives.
 *
 * @module
 */
import type { Document, ISectionOptions } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Publication } from '../../publication.ts'
import type { PageSection } from './page-groups.ts'
import { type PageKind, pageShapes } from './page-shape.ts'
import { documentStyles, fontAlternatives } from './styles.ts'
import { escapeXml } from './xml.ts'

/**
 * The finished package. `bodyOf` gets the section properties of the cover, the contents and each section, in order, and
 * returns the content of `w:body`.
 */
export async function packDocument(
  publication: Publication,
  sections: readonly PageSection[],
  bodyOf: (sectionProperties: readonly string[]) => string,
): Promise<Uint8Array> {
  // Loaded only when a document is wanted: what else this package does needs no writer.
  const library = await import('docx')
  const parts = new Map(Object.entries(unzipSync(await library.Packer.toBuffer(emptyDocument(sections, library)))))
  const document = text(parts, 'word/document.xml')
  const [start = '', rest = ''] = document.split('<w:body>')
  const end = rest.slice(rest.lastIndexOf('</w:body>'))
  const body = bodyOf([...rest.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gsu)].map(([properties]) => properties))
  const edited: Readonly<Record<string, string>> = {
    'word/document.xml': `${start}<w:body>${body}${end}`,
    'word/styles.xml': text(parts, 'word/styles.xml').replace(/(?<=<w:name w:val="Normal"\/><w:qFormat\/>)/u, `<w:pPr>${paragraphDefaults}</w:pPr>`),
    'word/fontTable.xml': text(parts, 'word/fontTable.xml').replace(/\/>\s*$/u, `>${fontTable()}</w:fonts>`),
    'word/settings.xml': text(parts, 'word/settings.xml').replace('<w:displayBackgroundShape/>', '').replace('</w:settings>', '<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/></w:settings>'),
    'docProps/core.xml': coreProperties(publication),
  }
  for (const [name, content] of Object.entries(edited)) parts.set(name, strToU8(content))
  for (const name of unusedParts) removePart(parts, name)
  return zip(parts)
}

const unusedParts = ['docProps/custom.xml', 'word/numbering.xml', 'word/footnotes.xml', 'word/endnotes.xml']

/** Lines are not moved for widows: pages can be counted. */
const paragraphDefaults = '<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'

type DocxLibrary = typeof import('docx')

/** The sections without their content. */
function emptyDocument(sections: readonly PageSection[], library: DocxLibrary): Document {
  const { Document, Footer, PageNumber, Paragraph, TextRun } = library
  const footer = new Footer({
    children: [new Paragraph({ style: 'PageNumber', children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } })] })],
  })
  // The first section of the body brings the page number; those behind it go on with both.
  const kinds = sections.length === 0 ? (['text'] as const) : sections.map((section) => section.page)
  return new Document({
    compatabilityModeVersion: 15,
    styles: documentStyles,
    sections: [
      sectionOf('text', library),
      sectionOf('text', library),
      ...kinds.map((kind, index): ISectionOptions => (index === 0 ? { ...sectionOf(kind, library, 1), footers: { default: footer } } : sectionOf(kind, library))),
    ],
  })
}

function sectionOf(kind: PageKind, { PageOrientation, Paragraph, SectionType }: DocxLibrary, firstPage?: number): ISectionOptions {
  const { width, height, landscape, top, right, bottom, left, footer } = pageShapes[kind]
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // The library turns the page itself.
        size: { width: Math.min(width, height), height: Math.max(width, height), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top, right, bottom, left, header: 567, footer, gutter: 0 },
        ...(firstPage === undefined ? {} : { pageNumbers: { start: firstPage } }),
      },
    },
    children: [new Paragraph({})],
  }
}

function coreProperties({ title, body, year, created }: Publication): string {
  const moment = `${created.toISOString().slice(0, 19)}Z`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" ' +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(`${body}${title}`)}</dc:title><dc:subject>${year}年度部门预算公开</dc:subject>` +
    `<dc:creator>${escapeXml(body)}</dc:creator><dc:language>zh-CN</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  )
}

function fontTable(): string {
  return Object.entries(fontAlternatives)
    .map(([name, { names, family }]) => {
      const charset = name === 'Times New Roman' ? '00' : '86'
      return `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/></w:font>`
    })
    .join('')
}

/** Takes a part out, with its type and every relation to it. */
function removePart(parts: Map<string, Uint8Array>, name: string): void {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const file = name.slice(folder.length)
  parts.delete(name)
  parts.delete(`${folder}_rels/${file}.rels`)
  for (const [part, content] of parts) {
    if (part === '[Content_Types].xml') parts.set(part, strToU8(strFromU8(content).replace(new RegExp(`<Override[^>]*PartName="/${name}"[^>]*/>`, 'u'), '')))
    else if (part.endsWith('.rels')) parts.set(part, strToU8(strFromU8(content).replace(new RegExp(`<Relationship [^>]*Target="(?:${name}|${file})"/>`, 'u'), '')))
  }
}

function text(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const part = parts.get(name)
  if (part === undefined) throw new Error(`the docx library wrote no ${name}`)
  return strFromU8(part)
}

/** The types first, then by name; the time is local midnight of 1980, which the format stores as such in every time zone. */
function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = '[Content_Types].xml'
  const names = [...parts.keys()].filter((name) => name !== first).sort((a, b) => (a < b ? -1 : 1))
  const entries: Zippable = {}
  for (const name of [first, ...names]) entries[name] = parts.get(name) ?? new Uint8Array()
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 })
}
