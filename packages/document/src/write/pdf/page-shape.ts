/**
 * The pages of the PDF: A4 with the margins of GB/T 9704-2012 for text (天头 37 mm, 订口 28 mm, 版心 156 × 225 mm), and
 * narrower ones for tables. Lengths in points.
 *
 * @module
 */
export type PageKind = 'text' | 'portrait' | 'landscape'

export interface PageShape {
  readonly flipped: boolean
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Within the margins. */
  readonly width: number
  readonly height: number
}

export const pageShapes: Readonly<Record<PageKind, PageShape>> = {
  text: shapeOf(false, { top: 37, bottom: 35, left: 28, right: 26 }),
  portrait: shapeOf(false, { top: 25, bottom: 25, left: 20, right: 20 }),
  landscape: shapeOf(true, { top: 22, bottom: 22, left: 20, right: 20 }),
}

function shapeOf(flipped: boolean, margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }): PageShape {
  const { top, bottom, left, right } = margins
  const [width, height] = flipped ? [297, 210] : [210, 297]
  return {
    flipped, top: points(top), bottom: points(bottom), left: points(left), right: points(right),
    width: points(width - left - right), height: points(height - top - bottom),
  }
}

function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}
