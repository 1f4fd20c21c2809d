/**
 * The marks on a page that reading needs, in points from its upper left corner with y downwards.
 *
 * @module
 */

/** A character. */
export interface Glyph {
  readonly text: string
  readonly x0: number
  readonly x1: number
  /** The base line. */
  readonly y: number
  /** Of the font, in points. */
  readonly size: number
  /** Characters that one operator draws have one number. */
  readonly run: number
  /** Which way a character looks that lies on its side: its line is read downwards or upwards. Absent: upright. */
  readonly lies?: 'down' | 'up'
  /** How sure recognition is of it, from 0 to 1. Absent: it comes from a text layer. */
  readonly confidence?: number
}

/** A horizontal (at y, from x to x) or vertical (at x, from y to y) line. */
export interface Rule {
  readonly isHorizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}
