/**
 * The format-neutral document: what a reader of any format produces and recognition works on.
 *
 * Nothing is interpreted here. A block is a paragraph or a grid of cells, in reading order, and everything has its
 * place; what the file printed stays as printed.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'

export type DocumentFormat = 'text' | 'csv' | 'markdown'

export interface DocumentTree {
  /** The document's name as shown in reports: the file's base name. */
  readonly name: string
  readonly format: DocumentFormat
  readonly blocks: readonly Block[]
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
