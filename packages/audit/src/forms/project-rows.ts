import { isRegionWithin, type Region } from '@mingzhang/figures'
import type { RecognisedTable, TableCell } from '../model/recognised-document.ts'
import type { ProjectRow } from './link-forms.ts'

/**
 * The projects that the project tables list, each once, with the region of its row's own total.
 *
 * A table of one fund's projects states that fund's money and not the project's: its rows count only where no table of
 * all funds lists projects. Money carried in has a table of its own and no forms.
 */
export function projectRows(tables: readonly RecognisedTable[]): readonly ProjectRow[] {
  const rows = tables.filter(({ kind }) => kind !== 'carriedProjects').flatMap((table) =>
    table.rows.flatMap((row, index): ProjectRow[] => {
      const cell = totalCell(table, index)
      if (cell?.region?.project === undefined || cell.otherYear !== undefined) return []
      // 政府采购 and 购买服务 list projects too, but only a part of their money.
      if (cell.region.procurement !== undefined || !(cell.region.kind ?? '').startsWith('project')) return []
      const stated = cell.printed.kind === 'stated' ? cell.printed.stated : undefined
      return [{ name: row.label, amount: stated?.value, quantum: stated?.quantum, place: cell.place, region: cell.region }]
    }),
  )
  const whole = rows.filter(({ region }) => region?.fund === undefined)
  const seen = new Set<string>()
  return (whole.length > 0 ? whole : rows).filter(({ region }) => {
    const key = `${region?.unit ?? ''}|${region?.project ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The cell of the row whose region holds all the others: its 合计. A table without such a column has the first one. */
function totalCell(table: RecognisedTable, row: number): TableCell | undefined {
  const cells = table.cells.filter((cell) => cell.row === row && cell.region !== undefined)
  const isWhole = (outer: Region | undefined): boolean => cells.every(({ region }) => region !== undefined && outer !== undefined && isRegionWithin(region, outer))
  return cells.find(({ region }) => isWhole(region))
}
