/**
 * What a page shows, in points from its upper left corner with y downwards: characters with their places, and the
 * straight lines that are drawn along the paper's edges.
 *
 * Built from the drawing operators, not from extracted text: only they tell exactly where each character stands.
 *
 * @module
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isUnmapped, ordinaryCharacters } from './characters.ts'
import { apply, compose, identity, type Matrix, matrixOf } from './geometry.ts'
import type { Glyph, Rule } from './marks.ts'
import { type Operators, rulesOfPath } from './path-rules.ts'

export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** Glyphs that no character is known for. */
  readonly unmapped: number
}

/** Reads one page and frees what the library keeps of it. */
export async function readPageContent(page: PDFPageProxy, operators: Operators): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 })
  const toPaper = matrixOf(viewport.transform) ?? identity
  const list = await page.getOperatorList({ annotationMode: 0 })
  const fonts = (name: string): FontFacts => {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const facts = typeof font === 'object' && font !== null ? (font as { readonly vertical?: unknown; readonly isType3Font?: unknown; readonly fontMatrix?: unknown }) : {}
    const scale = facts.isType3Font === true ? (matrixOf(facts.fontMatrix)?.[0] ?? 0.001) : 0.001
    return { isVertical: facts.vertical === true, scale }
  }
  const drawn = draw(list.fnArray, list.argsArray as readonly unknown[], { toPaper, operators, fonts })
  page.cleanup()
  return upright(drawn, viewport.width, viewport.height)
}

interface FontFacts {
  readonly isVertical: boolean
  /** From the units of a glyph's width to the font's size. */
  readonly scale: number
}

interface Surroundings {
  readonly toPaper: Matrix
  readonly operators: Operators
  readonly fonts: (name: string) => FontFacts
}

/** A character before it is known which way the page is read. */
interface DrawnGlyph {
  readonly text: string
  readonly origin: readonly [number, number]
  readonly end: readonly [number, number]
  readonly size: number
  readonly run: number
}

interface Drawn {
  readonly glyphs: readonly DrawnGlyph[]
  readonly rules: readonly Rule[]
  readonly unmapped: number
}

interface GraphicsState {
  matrix: Matrix
  font: FontFacts
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  fill: string
  stroke: string
}

function draw(functions: readonly number[], args: readonly unknown[], { toPaper, operators, fonts }: Surroundings): Drawn {
  const glyphs: DrawnGlyph[] = []
  const rules: Rule[] = []
  let unmapped = 0
  let state: GraphicsState = {
    matrix: toPaper, font: { isVertical: false, scale: 0.001 }, size: 1, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, fill: '#000000', stroke: '#000000',
  }
  const saved: GraphicsState[] = []
  let textMatrix = identity
  let lineMatrix = identity
  const moveLine = (x: number, y: number): void => {
    lineMatrix = compose(lineMatrix, [1, 0, 0, 1, x, y])
    textMatrix = lineMatrix
  }
  const transform = (matrix: Matrix | undefined): void => {
    if (matrix !== undefined) state.matrix = compose(state.matrix, matrix)
  }

  const showText = (items: unknown, run: number): void => {
    if (!Array.isArray(items)) return
    const { font, size, scale } = state
    for (const item of items as readonly unknown[]) {
      if (typeof item === 'number') {
        const shift = (-item * size) / 1000
        textMatrix = compose(textMatrix, font.isVertical ? [1, 0, 0, 1, 0, shift] : [1, 0, 0, 1, shift * scale, 0])
        continue
      }
      if (typeof item !== 'object' || item === null) continue
      const glyph = item as { readonly unicode?: unknown; readonly width?: unknown; readonly isSpace?: unknown; readonly vmetric?: unknown }
      const spacing = state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0)
      const width = Number(glyph.width ?? 0) * font.scale * size
      const text = typeof glyph.unicode === 'string' ? ordinaryCharacters(glyph.unicode) : ''
      const place = compose(state.matrix, textMatrix)
      const height = Math.hypot(place[2], place[3]) * Math.abs(size)
      if (isUnmapped(text)) unmapped += 1
      else if (font.isVertical) {
        // The origin of vertical writing is above the character's middle.
        glyphs.push({ text, origin: apply(place, -size / 2, -0.88 * size), end: apply(place, size / 2, -0.88 * size), size: height, run })
      } else {
        glyphs.push({ text, origin: apply(place, 0, state.rise), end: apply(place, width * scale, state.rise), size: height, run })
      }
      const advance = font.isVertical ? verticalAdvance(glyph.vmetric) * size - spacing : (width + spacing) * scale
      textMatrix = compose(textMatrix, font.isVertical ? [1, 0, 0, 1, 0, advance] : [1, 0, 0, 1, advance, 0])
    }
  }

  functions.forEach((operator, index) => {
    const own = (args[index] ?? []) as readonly unknown[]
    switch (operator) {
      case operators.save:
      case operators.beginGroup:
      case operators.paintFormXObjectBegin:
        saved.push(state)
        state = { ...state }
        if (operator === operators.paintFormXObjectBegin) transform(matrixOf(own[0]))
        if (operator === operators.beginGroup) transform(matrixOf((own[0] as { readonly matrix?: unknown } | undefined)?.matrix))
        return
      case operators.restore:
      case operators.endGroup:
      case operators.paintFormXObjectEnd:
        state = saved.pop() ?? state
        return
      case operators.transform:
        transform(matrixOf(own))
        return
      case operators.setFont:
        state.font = fonts(String(own[0]))
        state.size = Number(own[1])
        return
      case operators.setCharSpacing:
        state.charSpacing = Number(own[0])
        return
      case operators.setWordSpacing:
        state.wordSpacing = Number(own[0])
        return
      case operators.setHScale:
        state.scale = Number(own[0]) / 100
        return
      case operators.setLeading:
        state.leading = -Number(own[0])
        return
      case operators.setTextRise:
        state.rise = Number(own[0])
        return
      case operators.beginText:
        textMatrix = lineMatrix = identity
        return
      case operators.setTextMatrix:
        textMatrix = lineMatrix = matrixOf(own[0]) ?? matrixOf(own) ?? identity
        return
      case operators.moveText:
        moveLine(Number(own[0]), Number(own[1]))
        return
      case operators.setLeadingMoveText:
        state.leading = Number(own[1])
        moveLine(Number(own[0]), Number(own[1]))
        return
      case operators.nextLine:
        moveLine(0, state.leading)
        return
      case operators.showText:
        showText(own[0], index)
        return
      case operators.setFillRGBColor:
        state.fill = String(own[0])
        return
      case operators.setStrokeRGBColor:
        state.stroke = String(own[0])
        return
      case operators.constructPath:
        rules.push(...rulesOfPath(own, state, operators))
        return
      default:
    }
  })
  return { glyphs, rules, unmapped }
}

/** How far down a vertical character goes, in sizes: negative, because y grows upwards in text. */
function verticalAdvance(metrics: unknown): number {
  const [advance] = Array.isArray(metrics) ? (metrics as readonly unknown[]) : []
  return typeof advance === 'number' ? advance / 1000 : -1
}

type Direction = 0 | 1 | 2 | 3

/** Turns the page so that most of its characters stand upright: tables are often drawn sideways. Slanted ones are watermarks. */
function upright(drawn: Drawn, width: number, height: number): PageContent {
  const counts = [0, 0, 0, 0]
  const directions = drawn.glyphs.map((glyph) => directionOf(glyph))
  for (const direction of directions) if (direction !== undefined) counts[direction] = (counts[direction] ?? 0) + 1
  const most = counts.indexOf(Math.max(...counts)) as Direction
  const isTurned = most === 1 || most === 3
  const turn = (x: number, y: number): readonly [number, number] => {
    switch (most) {
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
  const paper = { width: isTurned ? height : width, height: isTurned ? width : height }
  const glyphs = drawn.glyphs.flatMap((glyph, index): readonly Glyph[] => {
    const direction = directions[index]
    if (direction === undefined) return []
    const [ax, ay] = turn(...glyph.origin)
    const [bx, by] = turn(...glyph.end)
    // A character that lies on its side takes a place as high as it is wide.
    const lies = direction !== most
    const x0 = lies ? Math.min(ax, bx) - (Math.abs(bx - ax) < 1 ? glyph.size * 0.5 : 0) : Math.min(ax, bx)
    const x1 = lies ? Math.max(ax, bx) + (Math.abs(bx - ax) < 1 ? glyph.size * 0.5 : 0) : Math.max(ax, bx)
    const y = Math.max(ay, by)
    const isOnPaper = x1 > 0 && x0 < paper.width && y > 0 && y - glyph.size < paper.height
    return isOnPaper ? [{ text: glyph.text, x0, x1, y, size: glyph.size, run: glyph.run }] : []
  })
  const rules = drawn.rules.map((rule): Rule => {
    const [ax, ay] = rule.isHorizontal ? turn(rule.from, rule.at) : turn(rule.at, rule.from)
    const [bx, by] = rule.isHorizontal ? turn(rule.to, rule.at) : turn(rule.at, rule.to)
    return rule.isHorizontal !== isTurned
      ? { isHorizontal: true, at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx) }
      : { isHorizontal: false, at: ax, from: Math.min(ay, by), to: Math.max(ay, by) }
  })
  return { ...paper, glyphs, rules, unmapped: drawn.unmapped }
}

/** In quarter turns: 0 to the right, 1 downwards, 2 to the left, 3 upwards; `undefined` when slanted. */
function directionOf({ origin, end, size }: DrawnGlyph): Direction | undefined {
  const dx = end[0] - origin[0]
  const dy = end[1] - origin[1]
  if (Math.hypot(dx, dy) < size * 0.01) return 0
  if (Math.abs(dy) * 8 < Math.abs(dx)) return dx > 0 ? 0 : 2
  if (Math.abs(dx) * 8 < Math.abs(dy)) return dy > 0 ? 1 : 3
  return undefined
}
