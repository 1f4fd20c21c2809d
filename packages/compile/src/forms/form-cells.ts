/**
 * Cells of a form: labels, texts and blanks of a given width.
 *
 * @module
 */
import type { PublicationCell, TableRowBlock } from '@mingzhang/document'

export interface CellSpan {
  readonly columns?: number
  readonly rows?: number
}

/** A cell that names the field beside or below it. */
export function label(text: string, span: CellSpan = {}): PublicationCell {
  return { text, align: 'centre', heads: 'row', ...spanOf(span) }
}

/** A label that stands above its column. */
export function columnLabel(text: string, span: CellSpan = {}): PublicationCell {
  return { text, align: 'centre', heads: 'column', ...spanOf(span) }
}

/** What somebody wrote; blank where nothing was written. */
export function value(text: string, span: CellSpan = {}): PublicationCell {
  return { text: text.trim(), align: 'start', ...spanOf(span) }
}

export function row(...cells: readonly PublicationCell[]): TableRowBlock {
  return { cells }
}

function spanOf({ columns = 1, rows = 1 }: CellSpan): Pick<PublicationCell, 'columnSpan' | 'rowSpan'> {
  return { ...(columns > 1 ? { columnSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) }
}
