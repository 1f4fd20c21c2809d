import { apply, type Matrix } from './geometry.ts'
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

/**
 * The lines that a painted path draws along the paper's edges: the straight parts of a stroked path, and filled bars.
 *
 * `args` are the operator's own: how it is painted, and the path as numbers. White is no line.
 */
export function rulesOfPath(args: readonly unknown[], pen: Pen, operators: Operators): readonly Rule[] {
  const [operator, data] = args
  const path = (data as readonly unknown[] | undefined)?.[0]
  if (!(path instanceof Float32Array) || path.length === 0) return []
  const isStroked = strokes(operators).includes(Number(operator)) && !isWhite(pen.stroke)
  const isFilled = fills(operators).includes(Number(operator)) && !isWhite(pen.fill)
  if (!isStroked && !isFilled) return []
  const rules: Rule[] = []
  for (const { points, isStraight } of subpaths(path, pen.matrix)) {
    const bar = isFilled && isStraight ? barOf(points) : undefined
    if (bar !== undefined) rules.push(bar)
    else if (isStroked) for (let index = 1; index < points.length; index++) rules.push(...lineOf(points[index - 1], points[index]))
  }
  return rules
}

function strokes(operators: Operators): readonly number[] {
  return [operators.stroke, operators.closeStroke, operators.fillStroke, operators.eoFillStroke, operators.closeFillStroke, operators.closeEOFillStroke]
}

function fills(operators: Operators): readonly number[] {
  return [operators.fill, operators.eoFill, operators.fillStroke, operators.eoFillStroke, operators.closeFillStroke, operators.closeEOFillStroke]
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

function lineOf(a: Point | undefined, b: Point | undefined): readonly Rule[] {
  if (a === undefined || b === undefined) return []
  const dx = Math.abs(a[0] - b[0])
  const dy = Math.abs(a[1] - b[1])
  if (dy <= 0.6 && dx > 1) return [{ isHorizontal: true, at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) }]
  if (dx <= 0.6 && dy > 1) return [{ isHorizontal: false, at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) }]
  return []
}

/** The line that a thin filled rectangle is; `undefined` for any other shape. */
function barOf(points: readonly Point[]): Rule | undefined {
  if (points.length < 4) return undefined
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [width, height] = [right - left, bottom - top]
  if (height <= thickest && width > height * 1.5) return { isHorizontal: true, at: (top + bottom) / 2, from: left, to: right }
  if (width <= thickest && height > width * 1.5) return { isHorizontal: false, at: (left + right) / 2, from: top, to: bottom }
  return undefined
}
