import { fen } from '@mingzhang/money'
import type { TableCell } from '../model/recognised-document.ts'

/**
 * The cells with one last printed digit for the whole table: the finest that it prints.
 *
 * A table is written to one precision; a spreadsheet drops trailing zeros cell by cell, so that 0 and 69.7 beside 29.95
 * say 0.00 and 69.70. Taken by itself a lone 0 would stand for anything up to half a 万元 and excuse every difference.
 */
export function withTablePrecision(cells: readonly TableCell[]): readonly TableCell[] {
  const finest = cells.reduce((least, { printed }) => (printed.kind === 'stated' ? Math.min(least, printed.stated.quantum) : least), Infinity)
  return cells.map((cell) => {
    if (cell.printed.kind !== 'stated' || cell.printed.stated.quantum === finest) return cell
    return { ...cell, printed: { ...cell.printed, stated: { ...cell.printed.stated, quantum: fen(finest) } } }
  })
}
