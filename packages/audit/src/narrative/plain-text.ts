/**
 * Running text as the narrative reader sees it: same length as printed, so that every index is also a place.
 *
 * @module
 */
import { normaliseDigits } from '@mingzhang/money'

/** The text with digits, signs and punctuation in their ASCII or Chinese standard form; indexes stay those of the print. */
export function plainText(text: string): string {
  const plain = normaliseDigits(text)
    .replace(/（/gu, '(')
    .replace(/）/gu, ')')
    .replace(/；/gu, ';')
    .replace(/：/gu, ':')
    .replace(/[％﹪]/gu, '%')
    .replace(/[\u3000\u00a0]/gu, ' ')
  // A character outside the plane that JavaScript counts as one would shift every place behind it.
  return plain.length === text.length ? plain : text
}

/** How deep each character stands in brackets. A closing bracket without an opening one closes nothing. */
export function bracketDepths(plain: string): readonly number[] {
  const depths: number[] = []
  let depth = 0
  for (const character of plain.split('')) {
    if (character === ')' && depth > 0) depth -= 1
    depths.push(depth)
    if (character === '(') depth += 1
  }
  return depths
}

/** Whether the sentence ends between the two indexes, outside of brackets that close again before `end`. */
export function hasSentenceEnd(plain: string, depths: readonly number[], start: number, end: number): boolean {
  return lastAtDepth(plain, depths, start, end, /[。！？]/u) >= start
}

export function hasSemicolon(plain: string, depths: readonly number[], start: number, end: number): boolean {
  return lastAtDepth(plain, depths, start, end, /;/u) >= start
}

/** The last index between the two whose character matches and that is not deeper in brackets than `end`; -1 for none. */
export function lastAtDepth(plain: string, depths: readonly number[], start: number, end: number, pattern: RegExp): number {
  const depth = depths[end] ?? 0
  for (let index = end - 1; index >= start; index -= 1) {
    if (pattern.test(plain[index] ?? '') && (depths[index] ?? 0) <= depth) return index
  }
  return -1
}

/**
 * Where the words before `end` begin: behind the last punctuation, or behind a bracket that holds more than a word.
 * A comma inside a number and brackets such as those of 因公出国（境）费 do not count.
 */
export function clauseStart(plain: string, from: number, end: number): number {
  for (let index = end - 1; index >= from; index -= 1) {
    const character = plain[index] ?? ''
    if (character === ')') {
      const open = plain.lastIndexOf('(', index)
      if (open < from || /[,;。:、]|\d[.,]\d|[元%]/u.test(plain.slice(open + 1, index))) return index + 1
      index = open
    } else if (character === '(') return index + 1
    else if (character === '、' && /收入?、支/u.test(plain.slice(index - 2, index + 2))) continue
    else if (character === ',' ? !/\d,\d/u.test(plain.slice(index - 1, index + 2)) : /[;。:、！？]/u.test(character)) return index + 1
  }
  return from
}
