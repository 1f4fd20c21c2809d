import { absFen, type Fen, FEN_PER, type PrintedUnit } from '@mingzhang/money'
import type { PublicationCell, PublishedFigure } from '../../publication.ts'
import { type CellPosition, plainAmount, sumFormula, type SummedCell } from './sum-formula.ts'

/** What a cell of the workbook holds. */
export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'sum'; readonly formula: string; readonly value: number; readonly format: string; readonly note: string | undefined }

/** The figures of one sheet with their cells. */
export type FigureCells = ReadonlyMap<string, { readonly figure: PublishedFigure; readonly position: CellPosition }>

/**
 * Returns the content of a cell: a printed amount as the number that is printed and no longer one, a total as the formula of
 * its parts, anything else as text; codes and column numbers are text.
 *
 * Throws a `RangeError` when a total names a part that is not on the sheet: a defect of whoever made the table.
 */
export function cellContent(cell: PublicationCell, figures: FigureCells): CellContent {
  if (cell.text === '') return { kind: 'blank' }
  const figure = cell.figure === undefined ? undefined : figures.get(cell.figure)?.figure
  if (figure === undefined) return { kind: 'text', text: cell.text }
  const places = placesOf(cell.text)
  const unit = unitOf(figure.quantum, places)
  if (figure.printed === undefined || unit === undefined) return plainNumber(cell.text) ?? { kind: 'text', text: cell.text }
  const value = Number(plainAmount(figure.printed, unit, places))
  const format = amountFormat(places)
  if (cell.sumOf === undefined || cell.sumOf.length === 0) return { kind: 'number', value, format }
  const { formula, residue } = sumFormula(figure.printed, cell.sumOf.map((id) => partOf(id, figures)), unit, places)
  return { kind: 'sum', formula, value, format, note: residue === 0 ? undefined : residueNote(residue, unit, places) }
}

function partOf(id: string, figures: FigureCells): SummedCell {
  const part = figures.get(id)
  if (part === undefined) throw new RangeError(`the sum of figures “${id}” is not in the same table`)
  return { position: part.position, printed: part.figure.printed }
}

function residueNote(residue: Fen, unit: PrintedUnit, places: number): string {
  const amount = plainAmount(residue, unit, places)
  const size = plainAmount(absFen(residue), unit, places)
  return `尾差 ${amount}：各数分别取舍，本数比所列各项之和${residue > 0 ? '多' : '少'} ${size} ${unit}，已在公式中列明。`
}

function placesOf(text: string): number {
  return /\.(\d+)\s*%?$/u.exec(text)?.[1]?.length ?? 0
}

/** The unit in which `quantum` is one of the last of `places` digits. */
function unitOf(quantum: Fen | undefined, places: number): PrintedUnit | undefined {
  if (quantum === undefined) return undefined
  const units = Object.entries(FEN_PER) as readonly (readonly [PrintedUnit, Fen])[]
  return units.find(([, fenPerUnit]) => fenPerUnit === quantum * 10 ** places)?.[0]
}

function amountFormat(places: number): string {
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`
}

/** A figure that is no amount of money, or one of another size of digit than its table: 9.21% as 0.0921 shown as a percentage; 0 as 0. Read from its digits, not divided. */
function plainNumber(text: string): CellContent | undefined {
  const match = /^(-?[\d,]+(?:\.\d+)?)\s*(%?)$/u.exec(text)
  if (match === null) return undefined
  const digits = (match[1] ?? '').replaceAll(',', '')
  const places = placesOf(text)
  if (match[2] === '') return { kind: 'number', value: Number(digits), format: amountFormat(places) }
  return { kind: 'number', value: Number(`${digits}e-2`), format: places === 0 ? '0%' : `0.${'0'.repeat(places)}%` }
}
