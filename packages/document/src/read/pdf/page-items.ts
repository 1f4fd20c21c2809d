/**
 * What a page is laid out into: lines of text and tables.
 *
 * @module
 */
import type { Box } from './geometry.ts'
import type { FileBox } from './page-content.ts'
import type { TextLine } from './text-lines.ts'

/** A page as lines of text and tables from top to bottom. */
export interface PageLayout {
  readonly width: number
  readonly height: number
  /** The size of most characters, those in tables included. */
  readonly usualSize: number
  readonly items: readonly PageItem[]
  /** A part of the page as the file counts it. */
  readonly inFile: (box: Box) => FileBox
}

export type PageItem = LineItem | TableItem

export interface LineItem extends TextLine {
  readonly kind: 'line'
}

export interface TableItem {
  readonly kind: 'table'
  readonly top: number
  readonly bottom: number
  /** The text of each cell in the first place that it covers; the other places are blank. */
  readonly rows: readonly (readonly TableCell[])[]
}

export interface TableCell {
  readonly text: string
  readonly box: Box
  /** Whether its last line has no room for another character: it may go on after a page break. */
  readonly isFull?: boolean
}
