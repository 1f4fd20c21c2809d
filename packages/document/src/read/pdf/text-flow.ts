/**
 * Makes paragraphs of the lines of a PDF, which only knows lines.
 *
 * A line goes on in the next when the next one's first character would not have fitted behind it any more, and the next
 * begins at the left margin: a new paragraph is indented. A paragraph goes on over a page break in the same way.
 *
 * @module
 */
import { divideNotes } from '../note-line.ts'
import { type Box, union } from './geometry.ts'
import type { FileBox } from './page-content.ts'
import type { LineItem, PageLayout } from './page-items.ts'

export type FlowPart =
  | { readonly kind: 'paragraph'; readonly text: string; readonly page: number; readonly box: FileBox }
  | { readonly kind: 'table'; readonly rows: readonly (readonly FlowCell[])[]; readonly page: number }

export interface FlowCell {
  readonly text: string
  readonly box: FileBox
}

/** Pages without furniture, in order, each with its number. */
export interface NumberedPage extends PageLayout {
  readonly page: number
}

/** The paragraphs and tables of all pages in reading order. Tables of different pages stay apart. */
export function flowPages(pages: readonly NumberedPage[]): readonly FlowPart[] {
  const parts: FlowPart[] = []
  const margins = marginsOf(pages)
  let open: OpenParagraph | undefined
  const end = (): void => {
    if (open !== undefined) parts.push({ kind: 'paragraph', text: open.text, page: open.from.page, box: open.from.inFile(open.box) })
    open = undefined
  }
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind === 'table') {
        end()
        parts.push({ kind: 'table', rows: item.rows.map((row) => row.map(({ text, box }) => ({ text, box: page.inFile(box) }))), page: page.page })
        continue
      }
      const texts = piecesOf(item)
      const [text, ...others] = texts
      if (text === undefined) continue
      const margin = margins.get(page)
      if (open !== undefined && others.length === 0 && margin !== undefined && goesOn(open, item, page, margin)) {
        open = { ...open, text: joinText(open.text, text), box: open.from === page ? union(open.box, boxOfLine(item)) : open.box, line: item, on: page }
        continue
      }
      end()
      for (const apart of texts.slice(0, -1)) parts.push({ kind: 'paragraph', text: apart, page: page.page, box: page.inFile(boxOfLine(item)) })
      open = { text: texts.at(-1) ?? text, from: page, box: boxOfLine(item), line: item, on: page, isWhole: texts.length === 1 }
    }
  }
  end()
  return parts
}

interface OpenParagraph {
  readonly text: string
  /** The page that it begins on, and what it covers there. */
  readonly from: NumberedPage
  readonly box: Box
  /** Its last line so far, and the page of that. */
  readonly line: LineItem
  readonly on: NumberedPage
  /** Whether its last line has no other text beside it. */
  readonly isWhole: boolean
}

function boxOfLine({ x0, x1, y, size }: LineItem): Box {
  return { x0, x1, y0: y - size * 0.88, y1: y + size * 0.15 }
}

interface Margins {
  readonly left: number
  readonly right: number
  /** From one base line to the next. */
  readonly pitch: number
}

/** What stands in one line far apart is two texts (部门名称：… 单位：万元), but an entry and its page number are one. */
function piecesOf(line: LineItem): readonly string[] {
  const texts = line.pieces.flatMap(({ text }) => divideNotes(text.trim()))
  const last = texts.at(-1) ?? ''
  return texts.length === 2 && /^\d{1,3}$/u.test(last) ? [texts.join('\t')] : texts
}

/** An entry of the table of contents: leaders and a page number. */
const contentsEntry = /(?:[.．]{3,}|…|·{3,}|\t)\s*-?\s*\d{0,4}\s*-?\s*$/u

/** What begins a paragraph of its own wherever it stands. */
const opening = /^(?:第[一二三四五六七八九十\d]+(?:部分|章|节)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d{1,2}[、.．]\D|注\s*[:：])/u

function goesOn(open: OpenParagraph, line: LineItem, page: NumberedPage, { left, right, pitch }: Margins): boolean {
  const last = open.line
  const [text = ''] = piecesOf(line)
  const ratio = line.size / Math.max(last.size, 0.1)
  if (!open.isWhole || ratio < 0.9 || ratio > 1.1 || contentsEntry.test(open.text) || contentsEntry.test(text)) return false
  const isSamePage = open.on === page
  if (isSamePage && line.y - last.y > pitch * 1.45 + 1) return false
  if (isSamePage && isWrappedTitle(last, line, left, right)) return true
  if (opening.test(text) && /[。；：:！？]$/u.test(open.text)) return false
  const isFull = last.x1 + line.firstWidth > right - line.size * 0.35
  return isFull && line.x0 - left < line.size * 0.8
}

/** A centred title that is too long for one line: the second is centred below it and shorter. */
function isWrappedTitle(first: LineItem, second: LineItem, left: number, right: number): boolean {
  const centre = (line: LineItem): number => (line.x0 + line.x1) / 2
  const width = (line: LineItem): number => line.x1 - line.x0
  return Math.abs(centre(first) - (left + right) / 2) < first.size * 0.8 && Math.abs(centre(second) - centre(first)) < first.size * 0.6
    && first.x0 - left < first.size * 3 && width(first) > (right - left) * 0.7 && second.x0 - first.x0 > first.size
}

function joinText(text: string, line: string): string {
  return /[A-Za-z,;:]$/u.test(text) && /^[A-Za-z]/u.test(line) ? `${text} ${line}` : `${text}${line}`
}

/** Per page, where its running text begins and ends; pages with little text take what others of their width have. */
function marginsOf(pages: readonly NumberedPage[]): ReadonlyMap<NumberedPage, Margins> {
  const longLines = new Map(pages.map((page) => [page, page.items.filter((item): item is LineItem => item.kind === 'line' && item.pieces.length === 1 && item.x1 - item.x0 > page.width * 0.5)]))
  const widths = new Map<number, Margins | undefined>()
  const ofWidth = (width: number): Margins | undefined => {
    if (!widths.has(width)) widths.set(width, marginsFrom(pages.filter((page) => Math.round(page.width) === width).flatMap((page) => longLines.get(page) ?? [])))
    return widths.get(width)
  }
  const found = new Map<NumberedPage, Margins>()
  for (const page of pages) {
    const own = longLines.get(page) ?? []
    const margins = own.length >= 6 ? marginsFrom(own) : ofWidth(Math.round(page.width))
    if (margins !== undefined) found.set(page, margins)
  }
  return found
}

function marginsFrom(lines: readonly LineItem[]): Margins | undefined {
  if (lines.length === 0) return undefined
  const left = common(lines.map(({ x0 }) => x0))
  const right = common(lines.map(({ x1 }) => -x1))
  const pitches = lines.flatMap((line, index) => {
    const step = line.y - (lines[index - 1]?.y ?? Number.NaN)
    return step > line.size * 0.8 && step < line.size * 4 ? [step] : []
  }).sort((a, b) => a - b)
  const size = lines.map((line) => line.size).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0
  return { left, right: -right, pitch: pitches[Math.floor(pitches.length / 2)] ?? size * 2 }
}

/** The least value that more than one line has, within three points; the least when each stands alone. */
function common(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted.find((value, index) => {
    const next = sorted[index + 1]
    return next !== undefined && next - value < 3
  })
  return found ?? sorted[0] ?? 0
}
