/**
 * What a page shows, in points from its upper left corner with y downwards: characters with their places, and the
 * straight lines that are drawn along the paper's edges.
 *
 * Built from the drawing operators, not from extracted text: only they tell exactly where each character stands.
 *
 * @module
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { draw, type Drawn, type FontFacts } from './drawing.ts'
import { type DrawnGlyph, seenGlyphs } from './glyph-facts.ts'
import { apply, type Box, boxAround, identity, inverse, matrixOf } from './geometry.ts'
import type { Glyph, Rule } from './marks.ts'
import type { Operators } from './path-rules.ts'

/** Left, bottom, right and top in the points that the file counts in: see `Place.box`. */
export type FileBox = readonly [number, number, number, number]

export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** Coloured areas. */
  readonly shades: readonly Box[]
  /** Glyphs that no character is known for. */
  readonly unmapped: number
  /** A part of the page as the file counts it. */
  readonly inFile: (box: Box) => FileBox
}

/** Reads one page and frees what the library keeps of it. */
export async function readPageContent(page: PDFPageProxy, operators: Operators): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const toPaper = matrixOf(viewport.transform) ?? identity
  const list = await page.getOperatorList({ annotationMode: 0 })
  const known = new Map<string, FontFacts>()
  const fonts = (name: string): FontFacts => {
    const found = known.get(name) ?? fontFacts(page, name, known.size)
    known.set(name, found)
    return found
  }
  const drawn = draw(list.fnArray, list.argsArray as readonly unknown[], { toPaper, operators, fonts })
  page.cleanup()
  const way = readingDirection(drawn.glyphs)
  const content = turned(drawn, way, viewport.width, viewport.height)
  const back = inverse(toPaper) ?? identity
  const inFile = (box: Box): FileBox => {
    const corners = [[box.x0, box.y0], [box.x1, box.y1]] as const
    const { x0, y0, x1, y1 } = boxAround(corners.map(([x, y]) => apply(back, ...turnBack(way, x, y, viewport.width, viewport.height))))
    return [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)]
  }
  return { ...content, inFile }
}

function fontFacts(page: PDFPageProxy, name: string, id: number): FontFacts {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
  const facts = typeof font === 'object' && font !== null ? (font as { readonly vertical?: unknown; readonly isType3Font?: unknown; readonly fontMatrix?: unknown }) : {}
  const scale = facts.isType3Font === true ? (matrixOf(facts.fontMatrix)?.[0] ?? 0.001) : 0.001
  return { id, isVertical: facts.vertical === true, scale }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** In quarter turns: 0 to the right, 1 downwards, 2 to the left, 3 upwards. */
type Direction = 0 | 1 | 2 | 3

/** Which way most characters run: tables are often drawn sideways. */
function readingDirection(glyphs: readonly DrawnGlyph[]): Direction {
  const counts = [0, 0, 0, 0]
  for (const glyph of glyphs) {
    const direction = directionOf(glyph)
    if (direction !== undefined) counts[direction] = (counts[direction] ?? 0) + 1
  }
  return counts.indexOf(Math.max(...counts)) as Direction
}

function turn(way: Direction, x: number, y: number, width: number, height: number): readonly [number, number] {
  switch (way) {
    case 0:
      return [x, y]
    case 1:
      return [y, width - x]
    case 2:
      return [width - x, height - y]
    case 3:
      return [height - y, x]
  }
}

function turnBack(way: Direction, x: number, y: number, width: number, height: number): readonly [number, number] {
  switch (way) {
    case 0:
      return [x, y]
    case 1:
      return [width - y, x]
    case 2:
      return [width - x, height - y]
    case 3:
      return [y, height - x]
  }
}

/** Turns the page so that most of its characters stand upright. Slanted ones are watermarks. */
function turned(drawn: Drawn, way: Direction, width: number, height: number): Omit<PageContent, 'inFile'> {
  const isTurned = way === 1 || way === 3
  const paper = { width: isTurned ? height : width, height: isTurned ? width : height }
  const glyphs = seenGlyphs(drawn.glyphs, drawn.shades).flatMap((glyph): readonly Glyph[] => {
    const direction = directionOf(glyph)
    if (direction === undefined) return []
    if (way === 0 && direction === 0) {
      const { text, size, run, origin, end } = glyph
      const y = Math.max(origin[1], end[1])
      return end[0] > 0 && origin[0] < width && y > 0 && y - size < height ? [{ text, x0: Math.min(origin[0], end[0]), x1: Math.max(origin[0], end[0]), y, size, run }] : []
    }
    const [ax, ay] = turn(way, ...glyph.origin, width, height)
    const [bx, by] = turn(way, ...glyph.end, width, height)
    // A character that lies on its side takes a place as high as it is wide.
    const lies = direction === way ? undefined : (direction - way + 4) % 4
    const beside = lies !== undefined && Math.abs(bx - ax) < 1 ? glyph.size * 0.5 : 0
    const [x0, x1, y] = [Math.min(ax, bx) - beside, Math.max(ax, bx) + beside, Math.max(ay, by)]
    const isOnPaper = x1 > 0 && x0 < paper.width && y > 0 && y - glyph.size < paper.height
    if (!isOnPaper) return []
    const { text, size, run } = glyph
    return lies === 1 || lies === 3 ? [{ text, x0, x1, y, size, run, lies: lies === 1 ? 'down' : 'up' }] : [{ text, x0, x1, y, size, run }]
  })
  const rules = way === 0 ? drawn.rules : drawn.rules.map((rule): Rule => {
    const [ax, ay] = rule.isHorizontal ? turn(way, rule.from, rule.at, width, height) : turn(way, rule.at, rule.from, width, height)
    const [bx, by] = rule.isHorizontal ? turn(way, rule.to, rule.at, width, height) : turn(way, rule.at, rule.to, width, height)
    return rule.isHorizontal !== isTurned
      ? { isHorizontal: true, at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx) }
      : { isHorizontal: false, at: ax, from: Math.min(ay, by), to: Math.max(ay, by) }
  })
  const shades = drawn.shades.map(({ x0, y0, x1, y1 }) => boxAround([turn(way, x0, y0, width, height), turn(way, x1, y1, width, height)]))
  return { ...paper, glyphs, rules, shades, unmapped: drawn.unmapped }
}

/** `undefined` when slanted. */
function directionOf({ origin, end, size }: DrawnGlyph): Direction | undefined {
  const dx = end[0] - origin[0]
  const dy = end[1] - origin[1]
  if (Math.hypot(dx, dy) < size * 0.01) return 0
  if (Math.abs(dy) * 8 < Math.abs(dx)) return dx > 0 ? 0 : 2
  if (Math.abs(dx) * 8 < Math.abs(dy)) return dy > 0 ? 1 : 3
  return undefined
}
