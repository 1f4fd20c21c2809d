/**
 * Puts characters that stand anywhere on a page into lines of text.
 *
 * @module
 */
import type { Glyph } from './marks.ts'

/** A stretch of a line that a wide gap divides from the next. */
export interface LinePiece {
  readonly text: string
  readonly x0: number
  readonly x1: number
}

export interface TextLine {
  readonly pieces: readonly LinePiece[]
  readonly x0: number
  readonly x1: number
  /** The base line. */
  readonly y: number
  /** Of most of its characters. */
  readonly size: number
  /** How wide its first character or number is, which would have had to fit at the end of the line before. */
  readonly firstWidth: number
}

/** The lines of these characters from top to bottom. `gap`, in sizes: what is wider divides a line into pieces. */
export function textLines(glyphs: readonly Glyph[], gap = wideGap): readonly TextLine[] {
  const rows: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && glyph.y - first.y <= 0.45 * Math.min(glyph.size, first.size)) row.push(glyph)
    else rows.push([glyph])
  }
  return rows.flatMap((row) => {
    const line = lineOf([...row].sort((a, b) => a.x0 - b.x0), gap)
    return line === undefined ? [] : [line]
  })
}

/** The lines as one text: between words a blank, between Chinese characters nothing. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => (text === '' ? line : /[A-Za-z,;:]$/u.test(text) && /^[A-Za-z]/u.test(line) ? `${text} ${line}` : `${text}${line}`), '')
}

/** A gap wider than this many sizes divides what has nothing to do with each other. */
const wideGap = 2.5

function lineOf(glyphs: readonly Glyph[], widest: number): TextLine | undefined {
  const pieces: { text: string; x0: number; x1: number }[] = []
  let before: Glyph | undefined
  let spaced = false
  let firstWidth: number | undefined
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      spaced = true
      continue
    }
    const open = pieces.at(-1)
    if (before === undefined || open === undefined) {
      pieces.push({ text: glyph.text, x0: glyph.x0, x1: glyph.x1 })
    } else {
      // Bold is often drawn as the same character twice, a hair apart.
      if (glyph.text === before.text && Math.abs(glyph.x0 - before.x0) < 0.2 * glyph.size) continue
      const gap = (glyph.x0 - before.x1) / Math.max(glyph.size, before.size)
      if (gap > widest) pieces.push({ text: glyph.text, x0: glyph.x0, x1: glyph.x1 })
      else {
        open.text += isSpaced(before.text, glyph.text, gap, spaced) ? ` ${glyph.text}` : glyph.text
        open.x1 = Math.max(open.x1, glyph.x1)
      }
      const isWord = /^[A-Za-z\d.,%]$/u.test(before.text) && /^[A-Za-z\d.,%]$/u.test(glyph.text) && !spaced
      if (firstWidth === undefined && !isWord) firstWidth = before.x1 - (pieces[0]?.x0 ?? before.x0)
    }
    before = glyph
    spaced = false
  }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first === undefined || last === undefined || before === undefined) return undefined
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  return {
    // A heading that is only spaced out (目　　录) is one.
    pieces: widest >= wideGap && pieces.every(({ text }) => /^.$/u.test(text)) ? [{ text: pieces.map(({ text }) => text).join(' '), x0: first.x0, x1: last.x1 }] : pieces,
    x0: first.x0,
    x1: last.x1,
    y: glyphs[0]?.y ?? 0,
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
    firstWidth: firstWidth ?? last.x1 - first.x0,
  }
}

/** Whether a blank stands between two characters; `gap` in sizes. */
function isSpaced(before: string, after: string, gap: number, spaced: boolean): boolean {
  if (spaced) return gap > 0.1
  return gap > (/[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after) ? 0.18 : 0.7)
}
