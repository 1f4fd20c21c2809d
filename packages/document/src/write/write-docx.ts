import type { Publication } from '../publication.ts'
import { bodyXml } from './docx/document-body.ts'
import { packDocument } from './docx/package-parts.ts'
import { pageGroupsOf, sectionsOf } from './docx/page-groups.ts'
import { paginate } from './docx/paginate.ts'

export interface WriteDocxOptions {
  /** The page of each block by id, where it is known better than this writer can count it. */
  readonly pages?: ReadonlyMap<string, number>
}

/**
 * Returns the publication as a Word document: cover, table of contents with page numbers, text in the typography of GB/T
 * 9704, every table on pages of its own, upright or across.
 *
 * The page numbers stand in the file, so no program asks to update fields. Same publication, same bytes. Throws only when
 * the cells of a table do not fit its columns.
 */
export async function writeDocx(publication: Publication, options: WriteDocxOptions = {}): Promise<Uint8Array> {
  const groups = pageGroupsOf(publication)
  const counted = paginate(groups)
  const pages = options.pages === undefined ? counted : new Map([...counted, ...options.pages])
  const sections = sectionsOf(groups)
  return packDocument(publication, sections, (sectionProperties) => bodyXml(publication, sections, sectionProperties, pages))
}

/** The page that each heading and table has in the Word document, by block id, counted from the first page of the body. */
export function docxPages(publication: Publication): ReadonlyMap<string, number> {
  return paginate(pageGroupsOf(publication))
}
