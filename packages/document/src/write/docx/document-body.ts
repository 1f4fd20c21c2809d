/**
 * The document's body: cover, table of contents, and the publication's blocks on their pages.
 *
 * @module
 */
import type { HeadingBlock, Publication, TableBlock, TextBlock } from '../../publication.ts'
import { contentsOf } from '../contents.ts'
import type { PageGroup, PageSection } from './page-groups.ts'
import { type Bookmark, linkXml, pageReferenceXml, paragraphXml, runXml, tabXml } from './paragraph-xml.ts'
import { titleMeasure } from './table-plan.ts'
import { tableXml } from './table-xml.ts'

/**
 * The content of `w:body`. `sectionProperties` are those of the cover, the contents, and every section, in order;
 * `pages` gives the page of each block by id, and a block without one is listed without a number.
 */
export function bodyXml(
  publication: Publication,
  sections: readonly PageSection[],
  sectionProperties: readonly string[],
  pages: ReadonlyMap<string, number>,
): string {
  const contents = contentsOf(publication)
  const bookmarks = new Map(contents.map((entry, number): [string, Bookmark] => [entry.id, { number }]))
  const [cover = '', contentsPage = '', ...rest] = sectionProperties
  const parts = [coverXml(publication, cover), contentsXml(publication, bookmarks, pages, contentsPage)]
  for (const [index, section] of sections.entries()) {
    for (const [place, group] of section.groups.entries()) parts.push(groupXml(group, place > 0, bookmarks))
    // The last section's page stands at the end of the body itself.
    const properties = rest[index] ?? ''
    if (index < sections.length - 1) parts.push(paragraphXml('', { style: 'SectionEnd', section: properties }))
    else if (section.groups.at(-1)?.kind === 'table') parts.push(paragraphXml('', { style: 'SectionEnd' }), properties)
    else parts.push(properties)
  }
  if (sections.length === 0) parts.push(rest[0] ?? '')
  return parts.join('')
}

function coverXml(publication: Publication, section: string): string {
  return [
    paragraphXml(runXml(publication.body), { style: 'CoverBody' }),
    paragraphXml(runXml(publication.title), { style: 'CoverTitle' }),
    ...publication.coverLines.map((line, index) => paragraphXml(runXml(line), { style: index === 0 ? 'CoverFirstLine' : 'CoverLine' })),
    paragraphXml('', { style: 'SectionEnd', section }),
  ].join('')
}

function contentsXml(publication: Publication, bookmarks: ReadonlyMap<string, Bookmark>, pages: ReadonlyMap<string, number>, section: string): string {
  const lines = contentsOf(publication).map((entry) => {
    const bookmark = bookmarks.get(entry.id)
    const page = pages.get(entry.id)
    const content = runXml(entry.text) + (bookmark === undefined || page === undefined ? '' : tabXml + pageReferenceXml(bookmark, String(page)))
    return paragraphXml(bookmark === undefined ? content : linkXml(content, bookmark), { style: entry.level === 1 ? 'TOC1' : 'TOC2' })
  })
  return [paragraphXml(runXml('目　录'), { style: 'ContentsTitle' }), ...lines, paragraphXml('', { style: 'SectionEnd', section })].join('')
}

function groupXml(group: PageGroup, breakBefore: boolean, bookmarks: ReadonlyMap<string, Bookmark>): string {
  if (group.kind === 'text') return group.blocks.map((block, index) => flowXml(block, breakBefore && index === 0, bookmarks)).join('')
  const { table, lead, plan, notes } = group
  return [
    ...lead.map((heading, index) => flowXml(heading, breakBefore && index === 0, bookmarks)),
    titleXml(table, breakBefore && lead.length === 0, bookmarks),
    tableXml(table, plan),
    ...table.notes.map((note) => paragraphXml(runXml(note), { style: 'TableNote' })),
    ...notes.map((note) => flowXml(note, false, bookmarks)),
  ].join('')
}

function flowXml(block: HeadingBlock | TextBlock, pageBreakBefore: boolean, bookmarks: ReadonlyMap<string, Bookmark>): string {
  if (block.kind === 'text') {
    const style = block.style === 'note' ? 'TableNote' : 'BodyText'
    return paragraphXml(block.runs.map((run) => runXml(run.text)).join(''), { style, pageBreakBefore })
  }
  const bookmark = bookmarks.get(block.id)
  return paragraphXml(runXml(block.text), {
    style: `Heading${String(block.level)}`, keepNext: true, pageBreakBefore, ...(bookmark === undefined ? {} : { bookmark }),
  })
}

function titleXml(table: TableBlock, pageBreakBefore: boolean, bookmarks: ReadonlyMap<string, Bookmark>): string {
  const bookmark = bookmarks.get(table.id)
  const { fontSize } = titleMeasure(table)
  const size = fontSize === 360 ? '' : `<w:sz w:val="${fontSize / 10}"/><w:szCs w:val="${fontSize / 10}"/>`
  const captioned = table.caption !== undefined || table.unit !== undefined
  return [
    paragraphXml(runXml(table.title, size), { style: 'TableTitle', keepNext: true, pageBreakBefore, ...(bookmark === undefined ? {} : { bookmark }) }),
    table.subtitle === undefined ? '' : paragraphXml(runXml(table.subtitle), { style: 'TableSubtitle', keepNext: true }),
    captioned
      ? paragraphXml(runXml(table.caption ?? '') + tabXml + runXml(table.unit ?? ''), {
          style: table.orientation === 'landscape' ? 'TableCaptionAcross' : 'TableCaption', keepNext: true,
        })
      : '',
  ].join('')
}
