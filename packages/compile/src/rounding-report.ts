/**
 * 尾差: which printed amounts differ from 四舍五入, and which sums do not add up in print.
 *
 * @module
 */
import type { PublishedFigure } from '@mingzhang/document'
import { type Place, type Region, regionKey } from '@mingzhang/figures'
import { type Fen, roundFen, sumFen } from '@mingzhang/money'
import { printQuantum } from './create-context.ts'
import type { BuiltTable, PlacedCell } from './tables/build-table.ts'

/** A printed amount that is not the exact one rounded half-up: moved by 舍位平衡, or printed as approved. */
export interface Adjustment {
  /** What the amount is, in words. */
  readonly label: string
  /** Where it is printed first, in the words of tables; without a table for an amount that only the narrative prints. */
  readonly place: Place
  readonly region: Region
  readonly exact: Fen
  readonly halfUp: Fen
  readonly printed: Fen
}

/** A sum of a table whose printed parts do not come to the printed whole. */
export interface SumResidue {
  readonly label: string
  readonly place: Place
  readonly exact: Fen
  readonly printed: Fen
  /** Whether the parts stand in its column or in its row. */
  readonly along: 'column' | 'row'
  /** The sum of the printed parts. */
  readonly parts: Fen
  /** Printed whole minus printed parts. */
  readonly residue: Fen
}

/** Every amount of tables and narrative whose print differs from 四舍五入, each region once, in the order of printing. */
export function adjustmentsOf(figures: Iterable<PublishedFigure>, tables: readonly BuiltTable[], document: string): readonly Adjustment[] {
  const places = placesOf(tables, document)
  const seen = new Set<string>()
  const adjustments: Adjustment[] = []
  for (const { id, kind, region, label, exact, printed } of figures) {
    if (kind === 'form' || exact === undefined || printed === undefined) continue
    const halfUp = roundFen(exact, printQuantum)
    const key = regionKey(region)
    if (printed === halfUp || seen.has(key)) continue
    seen.add(key)
    adjustments.push({ label, place: places.get(id) ?? { document }, region, exact, halfUp, printed })
  }
  return adjustments
}

/** Every sum that a table shows and that does not add up in print; a sum that several tables show once for each. */
export function residuesOf(tables: readonly BuiltTable[], document: string): readonly SumResidue[] {
  return tables.flatMap(({ cells, sums }) => {
    const byFigure = new Map(cells.map((cell) => [cell.figure, cell]))
    return sums.flatMap(({ whole, parts, along, residue }) => {
      const cell = byFigure.get(whole.figure)
      if (residue === 0 || cell === undefined) return []
      const place = placeOfCell(cell, document)
      const label = [cell.title, place.row, place.column].join('，')
      return [{ label, place, exact: whole.exact, printed: whole.printed, along, parts: sumFen(parts.map(({ printed }) => printed)), residue }]
    })
  })
}

/** The place of a cell in the words of its table. */
export function placeOfCell(cell: PlacedCell, document: string): Place {
  return { document, table: cell.title, row: cell.rowLabel, column: cell.heads.join(' / ') }
}

function placesOf(tables: readonly BuiltTable[], document: string): ReadonlyMap<string, Place> {
  return new Map(tables.flatMap(({ cells }) => cells.map((cell) => [cell.figure, placeOfCell(cell, document)] as const)))
}
