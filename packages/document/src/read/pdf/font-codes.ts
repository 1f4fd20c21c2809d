/**
 * Fonts that do not say which characters they show.
 *
 * @module
 */

/** Counts, per font, what the characters of a page came back as. */
export interface CodeCounts {
  /** Counts the characters of one font. */
  ofFont(font: number): (code: number, text: string) => void
  /**
   * The fonts whose text is nothing but the numbers of their glyphs: the library gives the number itself where a font
   * says no more, and such numbers fall among the letters and signs of every script.
   */
  unknownFonts(): ReadonlySet<number>
}

/** How much of a font's text, and how many different signs, must be out of place before all of it is. */
const leastShare = 0.25
const leastDifferent = 8

export function countCodes(): CodeCounts {
  const counts = new Map<number, { all: number; own: number; strange: number; readonly different: Set<number> }>()
  return {
    ofFont(font) {
      const count = counts.get(font) ?? { all: 0, own: 0, strange: 0, different: new Set() }
      counts.set(font, count)
      return (code, text) => {
        count.all += 1
        if (text.codePointAt(0) !== code) return
        count.own += 1
        if (!isStrange(code)) return
        count.strange += 1
        count.different.add(code)
      }
    },
    unknownFonts() {
      const found = [...counts].filter(([, { all, own, strange, different }]) => own === all && strange > all * leastShare && different.size >= leastDifferent)
      return new Set(found.map(([font]) => font))
    },
  }
}

/** Whether a Chinese document has next to no use for this sign: other scripts, rare ideographs, odd marks. */
function isStrange(code: number): boolean {
  if (code < 0x80) return code < 0x20 || '!"#$&\'*;<=>?@[\\]^_`{|}~'.includes(String.fromCodePoint(code))
  if (code < 0x2000) return !(code >= 0x391 && code <= 0x3c9) && !'\u00a0\u00a5\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7'.includes(String.fromCodePoint(code))
  return (code >= 0x2c00 && code < 0x2e80) || (code >= 0x3400 && code < 0x4e00) || (code >= 0xa000 && code < 0xf900)
}
