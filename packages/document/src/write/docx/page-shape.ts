/**
 * Page shapes: A4 with the margins of GB/T 9704-2012 for text (天头 37, 订口 28, 版心 156×225 mm), and narrower ones for pages
 * of tables, upright and across. All lengths are in twentieths of a point.
 *
 * @module
 */

export type PageKind = 'text' | 'portraitTable' | 'landscapeTable'

export interface PageShape {
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** From the foot of the page to the foot of the page number. */
  readonly footer: number
}

const a4 = { short: 11_906, long: 16_838 }

export const pageShapes: Readonly<Record<PageKind, PageShape>> = {
  text: { width: a4.short, height: a4.long, landscape: false, top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(21) },
  portraitTable: { width: a4.short, height: a4.long, landscape: false, top: mm(30), right: mm(25), bottom: mm(30), left: mm(25), footer: mm(16) },
  landscapeTable: { width: a4.long, height: a4.short, landscape: true, top: mm(20), right: mm(22), bottom: mm(20), left: mm(22), footer: mm(9) },
}

export const textWidth = (shape: PageShape): number => shape.width - shape.left - shape.right
export const textHeight = (shape: PageShape): number => shape.height - shape.top - shape.bottom

function mm(length: number): number {
  return Math.round((length * 1440) / 25.4)
}
