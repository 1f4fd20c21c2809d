/**
 * The tables that lines draw: which places there are, and which of them one cell covers because no line divides them.
 *
 * @module
 */
import type { Rule } from './marks.ts'
import { mergeRules } from './merge-rules.ts'

export interface RuledGrid {
  /** The column borders from left to right; one more than there are columns. */
  readonly xs: readonly number[]
  /** The row borders from top to bottom. */
  readonly ys: readonly number[]
  /** Per row and column, the number of the cell that covers the place. */
  readonly cellOf: readonly (readonly number[])[]
}

/** The most crossings that are looked at: a page with more is a drawing. */
const mostCrossings = 4_000_000

/**
 * Finds the tables among a page's lines. Lines that touch belong together; two cells at least make a table, so that
 * frames, underlines and separators are none.
 *
 * `size` is the size of most of the page's characters: borders that are closer than a third of it are one.
 */
export function findRuledGrids(rules: readonly Rule[], size: number): readonly RuledGrid[] {
  const near = Math.min(Math.max(size / 3, 2), 4)
  const merged = mergeRules(rules).filter(({ from, to }) => to - from > near)
  const horizontal = merged.filter(({ isHorizontal }) => isHorizontal)
  const vertical = merged.filter(({ isHorizontal }) => !isHorizontal)
  if (horizontal.length * vertical.length > mostCrossings) return []
  return groupTouching(horizontal, vertical, near).flatMap((group) => {
    const grid = gridOf(group.horizontal, group.vertical, near)
    return grid === undefined ? [] : [grid]
  })
}

interface Group {
  readonly horizontal: readonly Rule[]
  readonly vertical: readonly Rule[]
}

function groupTouching(horizontal: readonly Rule[], vertical: readonly Rule[], near: number): readonly Group[] {
  const sets = createSets(horizontal.length + vertical.length)
  horizontal.forEach((row, index) => {
    vertical.forEach((column, other) => {
      const touches = column.at >= row.from - near && column.at <= row.to + near && row.at >= column.from - near && row.at <= column.to + near
      if (touches) sets.join(index, horizontal.length + other)
    })
  })
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>()
  const groupOf = (member: number): { horizontal: Rule[]; vertical: Rule[] } => {
    const root = sets.rootOf(member)
    const group = groups.get(root) ?? { horizontal: [], vertical: [] }
    groups.set(root, group)
    return group
  }
  horizontal.forEach((rule, index) => { groupOf(index).horizontal.push(rule) })
  vertical.forEach((rule, index) => { groupOf(horizontal.length + index).vertical.push(rule) })
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0)
}

function gridOf(horizontal: readonly Rule[], vertical: readonly Rule[], near: number): RuledGrid | undefined {
  const xs = bordersOf(vertical, horizontal, near)
  const ys = bordersOf(horizontal, vertical, near)
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || columns * rows > 50_000) return undefined
  const places = createSets(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column
      const [left, right, top, bottom] = [xs[column] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0]
      if (column + 1 < columns && !isDrawn(vertical, right, top, bottom, near)) places.join(place, place + 1)
      if (row + 1 < rows && !isDrawn(horizontal, bottom, left, right, near)) places.join(place, place + columns)
    }
  }
  const cellOf = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => places.rootOf(row * columns + column)))
  return new Set(cellOf.flat()).size < 2 ? undefined : { xs, ys, cellOf }
}

/** The places of the lines themselves, and of the open sides that the lines across them reach out to. */
function bordersOf(lines: readonly Rule[], across: readonly Rule[], near: number): readonly number[] {
  const ends = [Math.min(...across.map(({ from }) => from)), Math.max(...across.map(({ to }) => to))]
  const drawn = cluster(lines.map(({ at }) => at), near)
  const open = ends.filter((end) => drawn.every((border) => Math.abs(border - end) > near * 2))
  return [...drawn, ...open].sort((a, b) => a - b)
}

function cluster(values: readonly number[], near: number): readonly number[] {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group !== undefined && value - (group[0] ?? value) <= near) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** Whether a line stands at `at` along the middle half of the side from `from` to `to`. */
function isDrawn(lines: readonly Rule[], at: number, from: number, to: number, near: number): boolean {
  const quarter = (to - from) / 4
  return lines.some((line) => Math.abs(line.at - at) <= near && line.from <= from + quarter && line.to >= to - quarter)
}

interface Sets {
  join(a: number, b: number): void
  rootOf(member: number): number
}

/** Disjoint sets; the root of a set is its smallest member. */
function createSets(size: number): Sets {
  const parents = Array.from({ length: size }, (_, index) => index)
  const rootOf = (member: number): number => {
    let root = member
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root
    for (let at = member; at !== root;) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  return {
    rootOf,
    join(a, b) {
      const [one, other] = [rootOf(a), rootOf(b)]
      parents[Math.max(one, other)] = Math.min(one, other)
    },
  }
}
