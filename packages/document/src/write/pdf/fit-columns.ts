/**
 * The widths of a table's columns.
 *
 * Columns keep the proportions that the publication gives them, as far as what must not break has room.
 *
 * @module
 */
import type { PlacedCell } from '../../publication-grid.ts'
import type { TextMeasure } from './text-measure.ts'

/** Left and right of a cell's text, in points. */
export const sideMargin = 3.5

/** The least width of every column, as a multiple of the type size and in points beside it. */
export interface LeastWidths {
  readonly em: readonly number[]
  readonly points: readonly number[]
}

export function leastWidths(cells: readonly PlacedCell[], columnCount: number, measure: TextMeasure): LeastWidths {
  const em = Array.from({ length: columnCount }, () => 1)
  for (const placed of cells) {
    if (placed.columnSpan === 1) em[placed.column] = Math.max(em[placed.column] ?? 0, leastWidth(placed, measure))
  }
  // What a wider cell needs beyond its columns is shared among them.
  for (const placed of cells) {
    if (placed.columnSpan === 1) continue
    const columns = Array.from({ length: placed.columnSpan }, (_, index) => placed.column + index)
    const missing = leastWidth(placed, measure) - columns.reduce((sum, column) => sum + (em[column] ?? 0), 0)
    if (missing > 0) for (const column of columns) em[column] = (em[column] ?? 0) + missing / columns.length
  }
  return { em, points: em.map(() => 2 * sideMargin + 0.5) }
}

/** Widths in points that fill `width`, in proportion to `weights` and none below the least; `undefined` when there is not enough room. */
export function fitColumns(weights: readonly number[], least: LeastWidths, size: number, width: number): readonly number[] | undefined {
  const needed = least.em.map((em, column) => em * size + (least.points[column] ?? 0))
  if (sum(needed) > width) return undefined
  const kept = new Set<number>()
  for (;;) {
    const free = width - sum(needed.filter((_, column) => kept.has(column)))
    const weight = sum(weights.filter((_, column) => !kept.has(column)))
    const widths = needed.map((one, column) => (kept.has(column) ? one : (free * (weights[column] ?? 0)) / weight))
    const narrow = widths.findIndex((one, column) => !kept.has(column) && one < (needed[column] ?? 0))
    if (narrow === -1) return widths
    widths.forEach((one, column) => {
      if (one < (needed[column] ?? 0)) kept.add(column)
    })
  }
}

/** The widths when there is not enough room: as small a part of what is needed for every column. */
export function squeezeColumns(least: LeastWidths, size: number, width: number): readonly number[] {
  const needed = least.em.map((em, column) => em * size + (least.points[column] ?? 0))
  return needed.map((one) => (one * width) / sum(needed))
}

/** A column of words has so many side by side. */
const fewestCharacters = 4
/** A longer run of letters and digits may break: an address on the web, a line of underscores. */
const longestRun = 24

/** The least width of a cell's text in em: an amount stays whole, of other texts codes, years and words do. */
function leastWidth({ cell, columnSpan }: PlacedCell, { widthOf }: TextMeasure): number {
  const lines = cell.text.split('\n')
  if (cell.align === 'end') return Math.max(...lines.map(widthOf))
  const runs = (cell.text.match(/[!-~]+/gu) ?? []).filter((run) => run.length <= longestRun)
  const characters = columnSpan > 1 ? 0 : Math.min(fewestCharacters, Math.max(...lines.map(widthOf)))
  return Math.max(characters, ...runs.map(widthOf)) + (cell.indent ?? 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
