/**
 * What the PDF writer must know of a font file before it is used: its family, the characters that it can draw, and how wide
 * they are. It stands in tables of the file (OpenType, ISO/IEC 14496-22: cmap, hmtx, name).
 *
 * @module
 */

/** The family's English name, such as `Noto Serif SC`. Throws a `RangeError` for bytes that are no TrueType or OpenType font. */
export function fontFamily(font: Uint8Array): string {
  const names = tableOf(font, 'name')
  const count = names.getUint16(2)
  const texts = names.getUint16(4)
  // Windows, Unicode, English: 1 is the family, 16 the family where 1 names the weight too.
  const found = new Map<number, string>()
  for (let index = 0; index < count; index += 1) {
    const at = 6 + index * 12
    if (names.getUint16(at) !== 3 || names.getUint16(at + 4) !== 0x409) continue
    const start = texts + names.getUint16(at + 10)
    const codes = Array.from({ length: names.getUint16(at + 8) / 2 }, (_, place) => names.getUint16(start + place * 2))
    found.set(names.getUint16(at + 6), String.fromCharCode(...codes))
  }
  const family = found.get(16) ?? found.get(1)
  if (family === undefined) throw new RangeError('the font file does not name its family')
  return family
}

/** The advance of a character's glyph in em; `undefined` for a character that the font cannot draw. */
export type AdvanceOf = (codePoint: number) => number | undefined

export function fontAdvances(font: Uint8Array): AdvanceOf {
  const unitsPerEm = tableOf(font, 'head').getUint16(18)
  const metrics = tableOf(font, 'hhea').getUint16(34)
  const advances = tableOf(font, 'hmtx')
  const glyphOf = glyphMap(tableOf(font, 'cmap'))
  return (codePoint) => {
    const glyph = glyphOf(codePoint)
    return glyph === 0 ? undefined : advances.getUint16(Math.min(glyph, metrics - 1) * 4) / unitsPerEm
  }
}

/** The glyph of a code point; 0 when there is none. */
type GlyphOf = (codePoint: number) => number

function glyphMap(map: DataView): GlyphOf {
  const offsets = new Map<number, number>()
  for (let index = 0; index < map.getUint16(2); index += 1) {
    const offset = map.getUint32(4 + index * 8 + 4)
    offsets.set(map.getUint16(offset), offset)
  }
  // Format 12 holds all of Unicode, format 4 its first 65,536 characters.
  const all = offsets.get(12)
  if (all !== undefined) return groupGlyphs(map, all)
  const basic = offsets.get(4)
  if (basic !== undefined) return segmentGlyphs(map, basic)
  throw new RangeError('the font file has no character map of a known format')
}

function groupGlyphs(map: DataView, at: number): GlyphOf {
  const count = map.getUint32(at + 12)
  return (codePoint) => {
    const group = at + 16 + firstFrom(count, (index) => map.getUint32(at + 16 + index * 12 + 4) >= codePoint) * 12
    if (group === at + 16 + count * 12 || map.getUint32(group) > codePoint) return 0
    return map.getUint32(group + 8) + codePoint - map.getUint32(group)
  }
}

function segmentGlyphs(map: DataView, at: number): GlyphOf {
  const count = map.getUint16(at + 6) / 2
  const starts = at + 16 + count * 2
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    const segment = firstFrom(count, (index) => map.getUint16(at + 14 + index * 2) >= codePoint)
    if (segment === count || map.getUint16(starts + segment * 2) > codePoint) return 0
    const delta = map.getUint16(starts + (count + segment) * 2)
    const range = starts + (count * 2 + segment) * 2
    const rangeOffset = map.getUint16(range)
    const glyph = rangeOffset === 0 ? codePoint : map.getUint16(range + rangeOffset + (codePoint - map.getUint16(starts + segment * 2)) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** The first index below `count` for which a condition holds that holds from some index on; `count` when there is none. */
function firstFrom(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function tableOf(font: Uint8Array, tag: string): DataView {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const kind = view.byteLength < 12 ? 0 : view.getUint32(0)
  if (kind !== 0x0001_0000 && kind !== 0x4f54_544f) throw new RangeError('not a TrueType or OpenType font file')
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16
    const name = String.fromCharCode(...font.subarray(at, at + 4))
    if (name === tag) return new DataView(font.buffer, font.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))
  }
  throw new RangeError(`the font file has no table “${tag}”`)
}
