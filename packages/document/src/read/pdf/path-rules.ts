import { apply, type Box, boxAround, type Matrix, union } from './geometry.ts'
import type { Rule } from './marks.ts'

/** The library's operators by name. */
export type Operators = typeof import('pdfjs-dist/legacy/build/pdf.mjs')['OPS']

export interface Pen {
  readonly matrix: Matrix
  readonly fill: string
  readonly stroke: string
}

/** How thick a filled bar can be and still be a line, in points. */
const thickest = 2.5

export interface PaintedPath {
  /** The straight parts of a stroked path, and filled bars, along the paper's edges. White is no line. */
  readonly rules: readonly Rule[]
  /** What the path covers; `undefined` for an empty one. */
  readonly box: Box | undefined
  /** Whether it fills an area with a colour: a shaded row or head. */
  readonly isShade: boolean
}

/** Reads painted paths: `args` are the operator's own, how it is painted, and the path as numbers. */
export function createPathReader(operators: Operators): (args: readonly unknown[], pen: Pen) => PaintedPath {
  const strokes = new Set([operators.stroke, operators.closeStroke, operators.fillStroke, operators.eoFillStroke, operators.closeFillStroke, operators.closeEOFillStroke])
  const fills = new Set([operators.fill, operators.eoFill, operators.fillStroke, operators.eoFillStroke, operators.closeFillStroke, operators.closeEOFillStroke])
  return (args, pen) => {
    const path = pathOf(args)
    if (path === undefined) return { rules: [], box: undefined, isShade: false }
    const isStroked = strokes.has(Number(args[0])) && !isWhite(pen.stroke)
    const isFilled = fills.has(Number(args[0])) && !isWhite(pen.fill)
    const parts = subpaths(path, pen.matrix)
    const rules: Rule[] = []
    let box: Box | undefined
    for (const { points, isStraight } of parts) {
      const own = boxAround(points)
      box = union(box, own)
      const bar = isFilled && isStraight && points.length >= 4 ? barOf(own) : undefined
      if (bar !== undefined) rules.push(...bar)
      else if (isStroked) {
        for (let index = 1; index < points.length; index++) {
          const rule = lineOf(points[index - 1], points[index])
          if (rule !== undefined) rules.push(rule)
        }
      }
    }
    const isShade = isFilled && parts.length === 1 && box !== undefined && box.x1 - box.x0 > thickest && box.y1 - box.y0 > thickest
    return { rules, box, isShade }
  }
}

function pathOf([, data]: readonly unknown[]): Float32Array | undefined {
  const path = (data as readonly unknown[] | undefined)?.[0]
  return path instanceof Float32Array && path.length > 0 ? path : undefined
}

function isWhite(color: string): boolean {
  return /^#(?:fff|ffffff)$/iu.test(color)
}

type Point = readonly [number, number]

interface Subpath {
  readonly points: readonly Point[]
  readonly isStraight: boolean
}

/** The library writes a path as numbers: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each before its coordinates. */
function subpaths(path: Float32Array, matrix: Matrix): readonly Subpath[] {
  const found: { points: Point[]; isStraight: boolean }[] = []
  let at = 0
  const point = (): Point => {
    const [x, y] = [path[at] ?? 0, path[at + 1] ?? 0]
    at += 2
    return apply(matrix, x, y)
  }
  while (at < path.length) {
    const step = path[at++] ?? -1
    const open = found.at(-1)
    switch (step) {
      case 0:
        found.push({ points: [point()], isStraight: true })
        break
      case 1:
        if (open === undefined) found.push({ points: [point()], isStraight: true })
        else open.points.push(point())
        break
      case 2:
      case 3:
        for (let controls = step === 2 ? 2 : 1; controls > 0; controls--) point()
        // Only the straight parts matter: what follows a curve begins at its end.
        found.push({ points: [point()], isStraight: false })
        break
      case 4:
        if (open?.points[0] !== undefined) open.points.push(open.points[0])
        break
      default:
        return found
    }
  }
  return found
}

function lineOf(a: Point | undefined, b: Point | undefined): Rule | undefined {
  if (a === undefined || b === undefined) return undefined
  const dx = Math.abs(a[0] - b[0])
  const dy = Math.abs(a[1] - b[1])
  if (dy <= 0.6 && dx > 0.2) return { isHorizontal: true, at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) }
  if (dx <= 0.6 && dy > 0.2) return { isHorizontal: false, at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) }
  return undefined
}

/** The line that a thin filled rectangle is, a dot of a dotted line either way; `undefined` for any other shape. */
function barOf({ x0, x1, y0, y1 }: Box): readonly Rule[] | undefined {
  const [width, height] = [x1 - x0, y1 - y0]
  const isFlat = height <= thickest && (width > height * 1.5 || width <= thickest)
  const isNarrow = width <= thickest && (height > width * 1.5 || height <= thickest)
  if (!isFlat && !isNarrow) return undefined
  return [
    ...(isFlat ? [{ isHorizontal: true, at: (y0 + y1) / 2, from: x0, to: x1 }] : []),
    ...(isNarrow ? [{ isHorizontal: false, at: (x0 + x1) / 2, from: y0, to: y1 }] : []),
  ]
}
