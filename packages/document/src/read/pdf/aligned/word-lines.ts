/**
 * Lines of text as words of a table: what a gap of about a character divides.
 *
 * @module
 */
import type { Glyph } from '../marks.ts'
import { textLines } from '../text-lines.ts'

/** What may be the content of one cell, or a line of it. */
export interface Word {
  readonly text: string
  readonly x0: number
  readonly x1: number
  readonly isAmount: boolean
  /** An amount with a decimal point or thousands separators: nothing else looks like it. */
  readonly isMoney: boolean
  /** From left to right. */
  readonly glyphs: readonly Glyph[]
}

export interface WordLine {
  readonly words: readonly Word[]
  readonly y: number
  readonly size: number
}

/** A gap wider than this many sizes divides two cells, a narrower one the parts of a text. */
const cellGap = 0.9

/** Between digits a narrower one does: the digits of a figure stand close together. */
const figureGap = 0.3

/** The lines of these characters from top to bottom, as words. */
export function wordLines(glyphs: readonly Glyph[]): readonly WordLine[] {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && glyph.y - first.y <= 0.45 * Math.min(glyph.size, first.size)) row.push(glyph)
    else rows.push([glyph])
  }
  const lines: WordLine[] = []
  for (const row of rows) {
    const whole = lineOf(row)
    const line = whole === undefined ? undefined : withCellsApart(whole)
    const above = lines.at(-1)
    if (line === undefined) continue
    if (above !== undefined && stands(above, line)) lines[lines.length - 1] = { ...above, words: [...above.words, ...line.words].sort((a, b) => a.x0 - b.x0) }
    else lines.push(line)
  }
  return lines
}

/** How many points and commas stand among these characters: at most so many amounts do. */
export function separators(glyphs: readonly Glyph[]): number {
  let count = 0
  for (const { text } of glyphs) if (text === '.' || text === ',' || text === '，') count += 1
  return count
}

/** A word of these characters, which stand from left to right in one line. */
export function wordOf(glyphs: readonly Glyph[]): Word {
  const text = textLines(glyphs, Infinity).map(({ pieces }) => pieces.map((piece) => piece.text).join(' ')).join('')
  const inked = glyphs.filter((glyph) => glyph.text.trim() !== '')
  return {
    text, glyphs,
    x0: Math.min(...inked.map(({ x0 }) => x0)),
    x1: Math.max(...inked.map(({ x1 }) => x1)),
    isAmount: amount.test(text) || /^[-—–]{1,3}$/u.test(text),
    isMoney: money.test(text),
  }
}

/** Divides a word where `isEnd` says so of what stands before and after a place in it. */
export function divide(word: Word, isEnd: (before: readonly Glyph[], after: readonly Glyph[]) => boolean, mayEnd = meetsFigure): readonly Word[] {
  if (word.isAmount) return [word]
  const parts: Word[] = []
  let start = 0
  for (let at = 1; at < word.glyphs.length; at++) {
    const [last, next] = [word.glyphs[at - 1], word.glyphs[at]]
    if (last === undefined || next === undefined || last.run === next.run || !mayEnd(last, next) || !isEnd(word.glyphs.slice(start, at), word.glyphs.slice(at))) continue
    // A single character is never a cell of its own here: many programs draw words in such pieces.
    if (textOf(word.glyphs.slice(start, at)).length < 2 || textOf(word.glyphs.slice(at)).length < 2) continue
    parts.push(wordOf(word.glyphs.slice(start, at)))
    start = at
  }
  return start === 0 ? [word] : [...parts, wordOf(word.glyphs.slice(start))]
}

/** The words of a table's line: what another operator drew behind a complete figure or before one is another cell. */
function withCellsApart(line: WordLine): WordLine {
  return { ...line, words: line.words.flatMap((word) => divide(word, (before, after) => isCellEnd(textOf(before), textOf(after)))) }
}

/** Whether one of two neighbours is a digit: most are not, and what stands around them need not be looked at. */
function meetsFigure(last: Glyph, next: Glyph): boolean {
  return /\d/u.test(last.text) || /[-−\d]/u.test(next.text)
}

const amount = /^[-−–+(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[)）%％]?$/u
const money = /^[-−–+(（]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+\.\d+)[)）%％]?$/u

function isCellEnd(before: string, after: string): boolean {
  if (money.test(before)) return /^[-−\d一-鿿（(]/u.test(after) && !/^[万亿元年月日个%％]/u.test(after)
  if (/^\d{3,}$/u.test(before)) return /^[一-鿿]/u.test(after) && !/^[万亿元年月日个人]/u.test(after)
  return /[一-鿿）)]$/u.test(before) && /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?:$|\s)/u.test(after)
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('').trim()
}

function lineOf(row: readonly Glyph[]): WordLine | undefined {
  const sorted = [...row].sort((a, b) => a.x0 - b.x0)
  const groups: Glyph[][] = []
  let end = -Infinity
  let last = ''
  for (const glyph of sorted) {
    const isBlank = glyph.text.trim() === ''
    const group = groups.at(-1)
    const isApart = glyph.x0 - end > (/\d/u.test(glyph.text) && /\d/u.test(last) ? figureGap : cellGap) * glyph.size
    if (group !== undefined && (isBlank || !isApart)) group.push(glyph)
    else if (!isBlank) groups.push([glyph])
    if (isBlank) continue
    end = Math.max(end, glyph.x1)
    last = glyph.text
  }
  const sizes = sorted.map(({ size }) => size).sort((a, b) => a - b)
  return groups.length === 0 ? undefined : { words: groups.map((group) => wordOf(group)), y: row[0]?.y ?? 0, size: sizes[Math.floor(sizes.length / 2)] ?? 0 }
}

/** Whether two lines are one whose cells stand at different heights: they overlap, but no word of theirs does. */
function stands(above: WordLine, line: WordLine): boolean {
  if (line.y - above.y > 0.75 * Math.min(above.size, line.size)) return false
  return line.words.every((word) => above.words.every((other) => word.x1 < other.x0 || word.x0 > other.x1))
}
