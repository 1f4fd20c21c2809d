/**
 * How much room text takes in a font, in em (the size of its type).
 *
 * @module
 */
import { fontAdvances } from './font-tables.ts'

export interface TextMeasure {
  /** The width of a text on one line. */
  readonly widthOf: (text: string) => number
  /** How many lines a text takes that is `width` em wide at most. A blank text takes one. */
  readonly linesOf: (text: string, width: number) => number
}

/** Measures with the bold font: its letters are the wider ones, and both weights of a table must fit. */
export function createTextMeasure(boldFont: Uint8Array): TextMeasure {
  const advanceOf = fontAdvances(boldFont)
  // Digits are set at one width, which stands in no table that is cheap to read: the widest of them and a little more.
  const digit = Math.max(...Array.from('0123456789', (each) => advanceOf(each.charCodeAt(0)) ?? 0)) * 1.03
  const widths = new Map<string, number>()
  const characterWidth = (character: string): number => {
    const known = widths.get(character)
    if (known !== undefined) return known
    const width = character >= '0' && character <= '9' ? digit : (advanceOf(character.codePointAt(0) ?? 0) ?? 1)
    widths.set(character, width)
    return width
  }
  const widthOf = (text: string): number => {
    let width = 0
    for (const character of text) width += characterWidth(character)
    return width
  }
  const linesOf = (text: string, width: number): number =>
    text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, Math.max(width, 1), widthOf), 0)
  return { widthOf, linesOf }
}

/** Words stay whole; a closing mark stays with what it closes, an opening one with what it opens. */
const part = /[“‘（《〈【]*(?:[!-~]+|.)[，。、；：！？）》〉”’】]*/gu

function paragraphLines(paragraph: string, width: number, widthOf: (text: string) => number): number {
  let lines = 1
  let used = 0
  for (const [word] of paragraph.matchAll(part)) {
    const size = widthOf(word)
    if (used + size <= width) {
      used += size
      continue
    }
    // A word that is wider than the line begins on a line of its own and breaks.
    lines += (used > 0 ? 1 : 0) + Math.max(0, Math.ceil(size / width) - 1)
    used = size > width ? size % width : size
  }
  return lines
}
