/**
 * A total as the formula that a reader can follow: the sum of the cells that it is made of.
 *
 * Totals and parts are rounded one by one, so that the printed parts need not add up to the printed total. What is missing
 * stands in the formula in plain sight, and in a note of the cell.
 *
 * @module
 */
import { type Fen, formatFen, subtractFen, sumFen, type PrintedUnit } from '@mingzhang/money'

/** From 1. */
export interface CellPosition {
  readonly row: number
  readonly column: number
}

export interface SumFormula {
  /** Without the equals sign. */
  readonly formula: string
  /** What independent rounding leaves: the printed total minus the sum of the printed parts. Zero when they agree. */
  readonly residue: Fen
}

/** A printed amount and where it stands; a blank one states no money and adds nothing. */
export interface SummedCell {
  readonly position: CellPosition
  readonly printed: Fen | undefined
}

/** `places`: how many digits after the point the total is printed with, in `unit`. */
export function sumFormula(total: Fen, parts: readonly SummedCell[], unit: PrintedUnit, places: number): SumFormula {
  const residue = subtractFen(total, sumFen(parts.flatMap(({ printed }) => (printed === undefined ? [] : [printed]))))
  const sums = sumsOf(rangesOf(parts.map(({ position }) => position)))
  const correction = residue === 0 ? '' : `${residue > 0 ? '+' : ''}${plainAmount(residue, unit, places)}`
  return { formula: `ROUND(${sums}${correction},${String(places)})`, residue }
}

/** The amount in `unit` without commas: what a formula or a number cell holds. */
export function plainAmount(amount: Fen, unit: PrintedUnit, places: number): string {
  return formatFen(amount, unit, places).replaceAll(',', '')
}

export function cellName({ row, column }: CellPosition): string {
  return `${columnLetters(column)}${String(row)}`
}

/** A function takes 255 arguments at most. */
const mostArguments = 200

function sumsOf(ranges: readonly string[]): string {
  const sums: string[] = []
  for (let start = 0; start < ranges.length; start += mostArguments) sums.push(`SUM(${ranges.slice(start, start + mostArguments).join(',')})`)
  return sums.join('+')
}

/** Neighbouring cells of one column as ranges (C9:C12); cells of one row likewise. */
function rangesOf(positions: readonly CellPosition[]): readonly string[] {
  const isOneRow = positions.every(({ row }) => row === positions[0]?.row)
  const along = ({ row, column }: CellPosition): number => (isOneRow ? column : row)
  const across = ({ row, column }: CellPosition): number => (isOneRow ? row : column)
  const ordered = [...positions].sort((a, b) => across(a) - across(b) || along(a) - along(b))
  const ranges: { first: CellPosition; last: CellPosition }[] = []
  for (const position of ordered) {
    const open = ranges.at(-1)
    if (open !== undefined && across(open.last) === across(position) && along(open.last) + 1 === along(position)) open.last = position
    else ranges.push({ first: position, last: position })
  }
  return ranges.map(({ first, last }) => (first === last ? cellName(first) : `${cellName(first)}:${cellName(last)}`))
}

function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
