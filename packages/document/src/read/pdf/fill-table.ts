/**
 * Puts the characters of a page into the cells that lines draw.
 *
 * @module
 */
import { type Box, union } from './geometry.ts'
import type { Glyph } from './marks.ts'
import type { TableCell, TableItem } from './page-items.ts'
import type { RuledGrid } from './ruled-grids.ts'
import { splitRow } from './split-rows.ts'
import { joinLines, textLines } from './text-lines.ts'

export interface OpenTable {
  readonly area: number
  readonly columns: number
  /** Takes the characters if they stand inside. */
  take(chunk: readonly Glyph[]): boolean
  /** The characters that it took, cell by cell and all together. */
  cells(): readonly (readonly Glyph[])[]
  glyphs(): readonly Glyph[]
  /** The table; `undefined` when nothing is written in it. */
  finish(): TableItem | undefined
}

export function createTable({ xs, ys, cellOf }: RuledGrid): OpenTable {
  const contents = new Map<number, Glyph[]>()
  const cellAt = (glyph: Glyph): number | undefined => {
    const column = intervalOf(xs, (glyph.x0 + glyph.x1) / 2)
    const row = intervalOf(ys, glyph.lies === undefined ? glyph.y - glyph.size * 0.35 : glyph.y - (glyph.x1 - glyph.x0) * 0.35)
    return column === undefined || row === undefined ? undefined : cellOf[row]?.[column]
  }
  return {
    area: ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0)),
    columns: xs.length - 1,
    take(chunk) {
      const widths = new Map<number, number>()
      for (const glyph of chunk) {
        const cell = cellAt(glyph)
        if (cell !== undefined) widths.set(cell, (widths.get(cell) ?? 0) + glyph.x1 - glyph.x0 + 0.01)
      }
      const [widest] = [...widths].sort((a, b) => b[1] - a[1])
      if (widest === undefined) return false
      const content = contents.get(widest[0])
      if (content === undefined) contents.set(widest[0], [...chunk])
      else content.push(...chunk)
      return true
    },
    cells: () => [...contents.values()],
    glyphs: () => [...contents.values()].flat(),
    finish() {
      if (![...contents.values()].some((glyphs) => glyphs.some(({ text }) => text.trim() !== ''))) return undefined
      const rows = fillRows({ xs, ys, cellOf }, contents)
      return { kind: 'table', top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows }
    },
  }
}

function fillRows({ xs, ys, cellOf }: RuledGrid, contents: ReadonlyMap<number, readonly Glyph[]>): readonly (readonly TableCell[])[] {
  const boxOf = (row: number, column: number): Box => ({ x0: xs[column] ?? 0, x1: xs[column + 1] ?? 0, y0: ys[row] ?? 0, y1: ys[row + 1] ?? 0 })
  const wholes = new Map<number, { readonly box: Box; readonly places: number }>()
  cellOf.forEach((places, row) => {
    places.forEach((cell, column) => {
      const whole = wholes.get(cell)
      wholes.set(cell, { box: union(whole?.box, boxOf(row, column)), places: (whole?.places ?? 0) + 1 })
    })
  })
  const written = new Set<number>()
  return cellOf.flatMap((places, row): readonly (readonly TableCell[])[] => {
    const isWhole = places.every((cell) => wholes.get(cell)?.places === 1)
    const parts = isWhole ? splitRow(places.map((cell) => contents.get(cell) ?? []), xs) : undefined
    if (parts !== undefined) {
      return parts.map((cells) => cells.map((glyphs, column) => ({ text: cellText(glyphs), box: heightOf(cells.flat(), boxOf(row, column)) })))
    }
    return [places.map((cell, column): TableCell => {
      if (written.has(cell)) return { text: '', box: boxOf(row, column) }
      written.add(cell)
      const glyphs = contents.get(cell) ?? []
      const box = wholes.get(cell)?.box ?? boxOf(row, column)
      return { text: cellText(glyphs), box, ...(isFull(glyphs, box) ? { isFull: true } : {}) }
    })]
  })
}

/** Whether the last line of a cell reaches its border, but for the room that cells leave and less than a character. */
function isFull(glyphs: readonly Glyph[], box: Box): boolean {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  const bottom = Math.max(...inked.map(({ y }) => y))
  const last = inked.filter(({ y, size }) => bottom - y < size * 0.45)
  const [first] = last
  return first !== undefined && box.x1 - Math.max(...last.map(({ x1 }) => x1)) < first.size + cellMargin
}

const cellMargin = 6

/** A place as high as what stands in its row. */
function heightOf(glyphs: readonly Glyph[], box: Box): Box {
  if (glyphs.length === 0) return box
  return { ...box, y0: Math.min(...glyphs.map(({ y, size }) => y - size)), y1: Math.max(...glyphs.map(({ y, size }) => y + size * 0.2)) }
}

/** The text of a cell. Text that lies on its side is read along its own lines. */
export function cellText(glyphs: readonly Glyph[]): string {
  const lying = glyphs.filter(({ lies }) => lies !== undefined)
  const way = lying.length * 2 > glyphs.length ? lying[0]?.lies : undefined
  const upright = way === undefined ? glyphs : glyphs.map((glyph) => stoodUp(glyph, way))
  return joinLines(textLines(upright).map(({ pieces }) => pieces.map(({ text }) => text).join(' ')))
}

/** As if the paper was turned: what is read downwards has its next line on its left, what is read upwards on its right. */
function stoodUp(glyph: Glyph, way: 'down' | 'up'): Glyph {
  const middle = (glyph.x0 + glyph.x1) / 2
  const length = glyph.size
  return way === 'down'
    ? { ...glyph, x0: glyph.y - length, x1: glyph.y, y: -middle }
    : { ...glyph, x0: -glyph.y, x1: length - glyph.y, y: middle }
}

function intervalOf(borders: readonly number[], value: number): number | undefined {
  for (let index = 0; index + 1 < borders.length; index++) {
    if (value >= (borders[index] ?? 0) && value < (borders[index + 1] ?? 0)) return index
  }
  return undefined
}
