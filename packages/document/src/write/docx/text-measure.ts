/**
 * How wide text is and how many lines it takes, in em (the font's size): a Chinese character is one em wide in every
 * font, and the digits of Times New Roman are half an em. Lines are of exact height, so lines alone decide on pages.
 *
 * @module
 */

/** A sign of comparison or currency stays with its number. */
const words = /[!-~≤≥±¥￥]+/gu
const wordsAndCharacters = /[!-~≤≥±¥￥]+|./gu

/** The width of a line of text in em. */
export function widthOf(text: string): number {
  let width = 0
  let previous = ''
  for (const character of text) {
    width += characterWidth(character) + gapBetween(previous, character)
    previous = character
  }
  return width
}

/** The widest part of the text that must not be broken: a code, an amount, a Latin word. */
export function unbreakableWidth(text: string): number {
  let widest = 0
  for (const word of text.match(words) ?? []) widest = Math.max(widest, widthOf(word))
  return widest
}

/** How many lines the text takes in lines of `width` em, the first of them shortened by `indent`. A blank text takes one. */
export function countLines(text: string, width: number, indent = 0): number {
  if (width <= 1) return text.length
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, width, indent), 0)
}

function linesOf(paragraph: string, width: number, indent: number): number {
  let lines = 1
  let used = indent
  let previous = ''
  for (const [part] of paragraph.matchAll(wordsAndCharacters)) {
    const size = widthOf(part)
    const gap = gapBetween(previous, part[0] ?? '')
    previous = part.at(-1) ?? ''
    if (used + gap + size <= width || (hanging.has(part) && used <= width)) {
      used += gap + size
      continue
    }
    lines += size > width ? Math.ceil(size / width) : 1
    used = size > width ? size % width : size
  }
  return lines
}

/** These hang in the margin rather than begin a line. */
const hanging: ReadonlySet<string> = new Set('，。、')

/** Word processors set a quarter of an em between a Chinese character and a letter or digit. */
function gapBetween(left: string, right: string): number {
  return (isHan(left) && isLatin(right)) || (isLatin(left) && isHan(right)) ? 0.25 : 0
}

const isHan = (character: string): boolean => character >= '\u3400' && character <= '\u9fff'
const isLatin = (character: string): boolean => /^[0-9A-Za-z]$/u.test(character)

function characterWidth(character: string): number {
  if (character > '\u02ff') return 1
  return character >= 'A' && character <= 'Z' ? 0.72 : 0.5
}
