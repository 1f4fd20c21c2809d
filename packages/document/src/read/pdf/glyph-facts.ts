/**
 * What is known of a page's characters before it is known which way the page is read.
 *
 * @module
 */
import type { Box } from './geometry.ts'

/** A character on the paper as it is turned for reading, in points from its upper left corner. */
export interface DrawnGlyph {
  readonly text: string
  readonly origin: readonly [number, number]
  readonly end: readonly [number, number]
  readonly size: number
  readonly run: number
  /** Why it may not be meant to be seen: drawn without ink (as under a scan), in white, faint. Absent: black or coloured. */
  readonly ink?: 'none' | 'white' | 'faint'
}

/** The characters that a reader of the page sees. `shades` are the coloured areas, on which white is seen. */
export function seenGlyphs(glyphs: readonly DrawnGlyph[], shades: readonly Box[]): readonly DrawnGlyph[] {
  if (glyphs.every(({ ink }) => ink === undefined)) return glyphs
  const inked = glyphs.filter(({ ink }) => ink !== 'none')
  // More without ink than with it: the words under a scan.
  const shown = inked.length * 2 < glyphs.length ? glyphs : inked
  const sizes = shown.map(({ size }) => size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0
  return shown.filter(({ ink, origin: [x, y], size }) => {
    if (ink === 'faint') return size < usual * 2
    // A white title stands on a picture, which is not looked at.
    return ink !== 'white' || size > usual * 1.3 || shades.some((shade) => x >= shade.x0 && x <= shade.x1 && y - size * 0.3 >= shade.y0 && y - size * 0.3 <= shade.y1)
  })
}
