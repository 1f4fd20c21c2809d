/**
 * Follows the drawing operators of a page: only they tell exactly where each character stands.
 *
 * @module
 */
import { readCharacter } from './characters.ts'
import { countCodes } from './font-codes.ts'
import { apply, type Box, boxAround, compose, identity, intersect, type Matrix, matrixOf, shifted } from './geometry.ts'
import type { DrawnGlyph } from './glyph-facts.ts'
import type { Rule } from './marks.ts'
import { createPathReader, type Operators } from './path-rules.ts'

export interface FontFacts {
  /** The same for all text in one font. */
  readonly id: number
  readonly isVertical: boolean
  /** From the units of a glyph's width to the font's size. */
  readonly scale: number
}

export interface Drawn {
  readonly glyphs: readonly DrawnGlyph[]
  readonly rules: readonly Rule[]
  /** Coloured areas. */
  readonly shades: readonly Box[]
  /** Glyphs that no character is known for. */
  readonly unmapped: number
}

export interface Surroundings {
  readonly toPaper: Matrix
  readonly operators: Operators
  readonly fonts: (name: string) => FontFacts
}

/** The most lines and areas of one page that are kept: a page with more is a drawing. */
const mostRules = 40_000

interface State {
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
  opacity: number
  mode: number
  clip: Box | undefined
}

/** What these operators draw, in points of the paper as it is turned for reading. */
export function draw(functions: readonly number[], args: readonly unknown[], { toPaper, operators, fonts }: Surroundings): Drawn {
  const glyphs: DrawnGlyph[] = []
  const fontOf: number[] = []
  const codes = countCodes()
  const readPath = createPathReader(operators)
  const rules: Rule[] = []
  const shades: Box[] = []
  let unmapped = 0
  let state: State = {
    matrix: toPaper, font: { id: -1, isVertical: false, scale: 0.001 }, size: 1, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0,
    fill: '#000000', stroke: '#000000', opacity: 1, mode: 0, clip: undefined,
  }
  const saved: State[] = []
  let textMatrix = identity
  let lineMatrix = identity
  let clips = false

  const moveLine = (x: number, y: number): void => {
    lineMatrix = shifted(lineMatrix, x, y)
    textMatrix = lineMatrix
  }
  const transform = (matrix: Matrix | undefined): void => {
    if (matrix !== undefined) state.matrix = compose(state.matrix, matrix)
  }
  const save = (matrix?: Matrix): void => {
    saved.push(state)
    state = { ...state }
    transform(matrix)
  }
  const restore = (): void => {
    state = saved.pop() ?? state
  }
  const setFont = (name: unknown, size: unknown): void => {
    state.font = fonts(String(name))
    state.size = Number(size)
  }
  const clipTo = (box: Box | undefined): void => {
    if (box !== undefined) state.clip = intersect(state.clip, box)
  }

  const showText = (items: unknown, run: number): void => {
    if (!Array.isArray(items)) return
    const { font, size, scale } = state
    const ink = inkOf(state)
    const clip = state.clip
    const countCode = codes.ofFont(font.id)
    const start = glyphs.length
    let hidden = 0
    for (const item of items as readonly unknown[]) {
      if (typeof item === 'number') {
        const shift = (-item * size) / 1000
        textMatrix = font.isVertical ? shifted(textMatrix, 0, shift) : shifted(textMatrix, shift * scale, 0)
        continue
      }
      if (typeof item !== 'object' || item === null) continue
      const glyph = item as { readonly unicode?: unknown; readonly width?: unknown; readonly isSpace?: unknown; readonly vmetric?: unknown; readonly originalCharCode?: unknown }
      const spacing = state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0)
      const width = Number(glyph.width ?? 0) * font.scale * size
      const raw = typeof glyph.unicode === 'string' ? glyph.unicode : ''
      const text = readCharacter(raw)
      const place = compose(state.matrix, textMatrix)
      const height = Math.hypot(place[2], place[3]) * Math.abs(size)
      // The origin of vertical writing is above the character's middle.
      const [origin, end] = font.isVertical
        ? [apply(place, -size / 2, -0.88 * size), apply(place, size / 2, -0.88 * size)]
        : [apply(place, 0, state.rise), apply(place, width * scale, state.rise)]
      if (text === undefined) unmapped += isSeen(origin, end, height, clip) ? 1 : 0
      else {
        glyphs.push(ink === undefined ? { text, origin, end, size: height, run } : { text, origin, end, size: height, run, ink })
        fontOf.push(font.id)
        if (!isSeen(origin, end, height, clip)) hidden += 1
      }
      countCode(Number(glyph.originalCharCode), raw)
      const advance = font.isVertical ? verticalAdvance(glyph.vmetric) * size - spacing : (width + spacing) * scale
      textMatrix = font.isVertical ? shifted(textMatrix, 0, advance) : shifted(textMatrix, advance, 0)
    }
    // A number that is wider than its cell is cut off at the border: half of it tells that all of it belongs there.
    if (hidden * 2 > glyphs.length - start) glyphs.length = fontOf.length = start
  }

  const showPath = (own: readonly unknown[]): void => {
    if (rules.length >= mostRules && shades.length >= mostRules && !clips) return
    const { rules: found, box, isShade } = readPath(own, state)
    if (rules.length < mostRules) {
      for (const rule of found) {
        const inside = clipRule(rule, state.clip)
        if (inside !== undefined) rules.push(inside)
      }
    }
    if (isShade && box !== undefined && shades.length < mostRules) shades.push(intersect(state.clip, box))
    if (clips) clipTo(box)
    clips = false
  }

  const steps = new Map<number, (own: readonly unknown[], index: number) => void>([
    [operators.save, () => { save() }],
    [operators.restore, restore],
    [operators.beginGroup, ([group]) => { save(matrixOf((group as { readonly matrix?: unknown } | undefined)?.matrix)) }],
    [operators.endGroup, restore],
    [operators.paintFormXObjectBegin, ([matrix, box]) => {
      save(matrixOf(matrix))
      clipTo(cornerBox(box, state.matrix))
    }],
    [operators.paintFormXObjectEnd, restore],
    [operators.transform, (own) => { transform(matrixOf(own)) }],
    [operators.setFont, ([name, size]) => { setFont(name, size) }],
    [operators.setCharSpacing, ([value]) => { state.charSpacing = Number(value) }],
    [operators.setWordSpacing, ([value]) => { state.wordSpacing = Number(value) }],
    [operators.setHScale, ([value]) => { state.scale = Number(value) / 100 }],
    [operators.setLeading, ([value]) => { state.leading = -Number(value) }],
    [operators.setTextRise, ([value]) => { state.rise = Number(value) }],
    [operators.setTextRenderingMode, ([value]) => { state.mode = Number(value) }],
    [operators.setGState, ([entries]) => {
      for (const entry of Array.isArray(entries) ? entries as readonly unknown[] : []) {
        const [key, value] = Array.isArray(entry) ? entry as readonly unknown[] : []
        if (key === 'ca') state.opacity = Number(value)
        if (key === 'Font' && Array.isArray(value)) setFont(value[0], value[1])
      }
    }],
    [operators.beginText, () => { textMatrix = lineMatrix = identity }],
    [operators.setTextMatrix, (own) => { textMatrix = lineMatrix = matrixOf(own[0]) ?? matrixOf(own) ?? identity }],
    [operators.moveText, ([x, y]) => { moveLine(Number(x), Number(y)) }],
    [operators.setLeadingMoveText, ([x, y]) => {
      state.leading = Number(y)
      moveLine(Number(x), Number(y))
    }],
    [operators.nextLine, () => { moveLine(0, state.leading) }],
    [operators.showText, ([items], index) => { showText(items, index) }],
    [operators.setFillRGBColor, ([color]) => { state.fill = String(color) }],
    [operators.setStrokeRGBColor, ([color]) => { state.stroke = String(color) }],
    [operators.clip, () => { clips = true }],
    [operators.eoClip, () => { clips = true }],
    [operators.constructPath, showPath],
  ])
  functions.forEach((operator, index) => {
    steps.get(operator)?.((args[index] ?? []) as readonly unknown[], index)
  })

  const unknown = codes.unknownFonts()
  if (unknown.size === 0) return { glyphs, rules, shades, unmapped }
  const known = glyphs.filter((_, index) => !unknown.has(fontOf[index] ?? -1))
  return { glyphs: known, rules, shades, unmapped: unmapped + glyphs.length - known.length }
}

function inkOf({ mode, opacity, fill, stroke }: State): DrawnGlyph['ink'] {
  if (mode === 3 || mode === 7 || opacity < 0.03) return 'none'
  const lightness = lightnessOf(mode % 4 === 1 ? stroke : fill)
  if (lightness > 0.97) return 'white'
  return lightness > 0.7 || opacity < 0.4 ? 'faint' : undefined
}

/** From 0 (black) to 1 (white) by the darkest of the three colours; patterns are taken for black. */
function lightnessOf(color: string): number {
  if (color === '#000000') return 0
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(color)
  return found === null ? 0 : Math.min(...found.slice(1).map((part) => Number.parseInt(part, 16) / 255))
}

/** Whether the middle of a character stands inside what is clipped. */
function isSeen([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], size: number, clip: Box | undefined): boolean {
  if (clip === undefined) return true
  const width = Math.hypot(x1 - x0, y1 - y0)
  // Across the line that it stands on, to where its upper end is.
  const [upX, upY] = width === 0 ? [0, -1] : [(y1 - y0) / width, (x0 - x1) / width]
  const [x, y] = [(x0 + x1) / 2 + upX * size * 0.35, (y0 + y1) / 2 + upY * size * 0.35]
  const slack = size * 0.1
  return x > clip.x0 - slack && x < clip.x1 + slack && y > clip.y0 - slack && y < clip.y1 + slack
}

function clipRule(rule: Rule, clip: Box | undefined): Rule | undefined {
  if (clip === undefined) return rule
  const [low, high, first, last] = rule.isHorizontal ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1]
  if (rule.at < low - 1.5 || rule.at > high + 1.5) return undefined
  const [from, to] = [Math.max(rule.from, first), Math.min(rule.to, last)]
  return to > from ? { ...rule, from, to } : undefined
}

function cornerBox(corners: unknown, matrix: Matrix): Box | undefined {
  const [x0, y0, x1, y1] = Array.from((Array.isArray(corners) || corners instanceof Float32Array ? corners : []) as ArrayLike<unknown>, Number)
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return undefined
  return boxAround([apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)])
}

/** How far down a vertical character goes, in sizes: negative, because y grows upwards in text. */
function verticalAdvance(metrics: unknown): number {
  const [advance] = Array.isArray(metrics) ? (metrics as readonly unknown[]) : []
  return typeof advance === 'number' ? advance / 1000 : -1
}
