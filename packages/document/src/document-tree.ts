/**
 * The format-neutral document: what a reader of any format produces and recognition works on.
 *
 * Nothing is interpreted here. A block is a paragraph or a grid of cells, in reading order, and everything has its
 * place; what the file printed stays as printed.
 *
 * @module
 */
import type { Place, Problem } from '@mingzhang/figures'

/** The format of the file; `publication` for one that was not written to a file yet. */
export type DocumentFormat = 'text' | 'csv' | 'markdown' | 'docx' | 'xlsx' | 'xls' | 'html' | 'pdf' | 'publication'

export interface DocumentTree {
  /** The document's name as shown in reports: the file's base name. */
  readonly name: string
  readonly format: DocumentFormat
  readonly blocks: readonly Block[]
  /** What the file holds and the blocks do not: hidden sheets, rows and columns, pages without text. Absent: nothing. */
  readonly omissions?: readonly Problem[]
}

export type Block = Paragraph | Grid

/** One line of running text: a heading, a title, a sentence, a note. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly place: Place
}

/** Consecutive rows of cells. A table that goes on after a page break arrives as several grids. */
export interface Grid {
  readonly kind: 'grid'
  readonly rows: readonly GridRow[]
  readonly place: Place
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly place: Place
}

export interface GridCell {
  /** As printed, trimmed. Empty for a cell with nothing in it. */
  readonly text: string
  readonly place: Place
}
