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
}

/** A horizontal (at y, from x to x) or vertical (at x, from y to y) line. */
export interface Rule {
  readonly isHorizontal: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}
