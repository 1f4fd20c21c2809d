/**
 * Where on a page figures stand below each other: the parts that may be tables without lines.
 *
 * @module
 */
import type { WordLine } from './word-lines.ts'

export interface Block {
  /** Lines that may be heads, directly above the first with figures, from top to bottom. */
  readonly heads: readonly WordLine[]
  /** From the first line with figures to the last. */
  readonly body: readonly WordLine[]
}

/** The blocks of a page from top to bottom; `lines` are what no ruled table holds. */
export function findBlocks(lines: readonly WordLine[], pageWidth: number): readonly Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const first = lines.findIndex((line, index) => index >= at && isFigureLine(line))
    if (first === -1) break
    let last = first
    for (let next = first + 1; next < lines.length; next++) {
      const line = lines[next]
      const above = lines[next - 1]
      if (line === undefined || above === undefined || line.y - above.y > farApart * Math.max(line.size, above.size) || endsTable(line, pageWidth)) break
      if (isFigureLine(line)) last = next
    }
    last = withWrappedEnd(lines, last, pageWidth)
    const body = lines.slice(first, last + 1)
    if (looksLikeTable(body)) blocks.push({ heads: headsAbove(lines, first, at, pageWidth), body })
    at = last + 1
  }
  return blocks
}

/** Lines further apart than this many sizes are not of one table. */
const farApart = 5

function isFigureLine({ words }: WordLine): boolean {
  return words.some(({ isMoney }) => isMoney) && words.length >= 2 || words.filter(({ isAmount }) => isAmount).length >= 2
}

/** What stands above a table or after it, never in it. */
const caption = /(?:单位|部门|日期|时间)\s*[:：]|^\s*(?:公开|预算|决算|附)?表\s*[\d一二三四五六七八九十]|^附件|^注\s*[:：\d]|^备注\s*[:：]|^说明\s*[:：]|[.．…·]{4,}/u

function endsTable(line: WordLine, pageWidth: number): boolean {
  const text = line.words.map((word) => word.text).join(' ')
  return caption.test(text) || isRunningText(line, pageWidth)
}

/** A line of a sentence: long, and not divided. */
function isRunningText({ words }: WordLine, pageWidth: number): boolean {
  return words.some(({ text, x0, x1 }) => x1 - x0 > pageWidth * 0.45 && /[，。；、：]/u.test(text)) || words.length <= 2 && /。$/u.test(words.at(-1)?.text ?? '')
}

/** The label of the last row may go on in lines below it. */
function withWrappedEnd(lines: readonly WordLine[], last: number, pageWidth: number): number {
  const [line, next] = [lines[last], lines[last + 1]]
  if (line === undefined || next === undefined || next.words.length > 1 || endsTable(next, pageWidth)) return last
  const [word] = next.words
  const stands = line.words.some(({ isAmount, x0, x1 }) => !isAmount && word !== undefined && word.x0 < x1 && word.x1 > x0)
  return stands && next.y - line.y < 1.35 * line.size ? last + 1 : last
}

/** Figures in three rows at least, most lines with figures, no list of contents. */
function looksLikeTable(body: readonly WordLine[]): boolean {
  const figures = body.filter(isFigureLine)
  const money = body.filter(({ words }) => words.some(({ isMoney }) => isMoney)).length
  const several = body.filter(({ words }) => words.filter(({ isAmount }) => isAmount).length >= 2).length
  const divided = body.filter(({ words }) => words.length >= 2).length
  return figures.length >= 3 && (figures.length * 6 >= body.length || divided * 2 >= body.length) && (money >= 3 || (money >= 1 && several >= 3))
}

function headsAbove(lines: readonly WordLine[], first: number, from: number, pageWidth: number): readonly WordLine[] {
  const heads: WordLine[] = []
  const start = lines[first]
  let below = start
  for (let index = first - 1; index >= from && below !== undefined && start !== undefined; index--) {
    const line = lines[index]
    if (line === undefined || below.y - line.y > farApart * line.size || line.size > start.size * 1.15 || endsTable(line, pageWidth)) break
    heads.unshift(line)
    below = line
  }
  // A single text on top is a title, unless it stands close above other heads.
  while (heads[0]?.words.length === 1 && isTitle(heads[0], heads[1] ?? start)) heads.shift()
  return heads.length > mostHeads ? [] : heads
}

const mostHeads = 12

function isTitle({ words, y, size }: WordLine, below: WordLine | undefined): boolean {
  return below === undefined || below.y - y > size * 2.5 || /表\s*$/u.test(words[0]?.text ?? '')
}
