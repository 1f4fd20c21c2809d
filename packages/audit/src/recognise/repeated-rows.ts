/**
 * Rows that name the same subject again and nothing beside that tells them apart.
 *
 * Some places list one unit after another without naming them, or a purchase for every unit that makes it. Such a row is a
 * piece of its subject; but a row can also stand twice by mistake. Only where all pieces together give the total that the
 * table prints are they taken for pieces.
 *
 * @module
 */
import { type DimensionId, isRegionWithin, type Region } from '@mingzhang/figures'
import { addIntervals, intersectIntervals, intervalOf } from '@mingzhang/money'
import type { TableCell } from '../model/recognised-document.ts'

const detail = ['project', 'procurement', 'function', 'economic', 'governmentEconomic', 'revenueSubject', 'unit'] as const satisfies readonly DimensionId[]

/** The region of the `ordinal`-th row of one subject. */
export function pieceOf(region: Region, ordinal: number): Region {
  const dimension = detail.find((candidate) => region[candidate] !== undefined)
  return dimension === undefined ? region : { ...region, [dimension]: `${region[dimension] ?? ''}/第${ordinal}行` }
}

/** Whether the rows of a side give its printed total in most of the columns that print one. */
export function addUp(cells: readonly TableCell[]): boolean {
  let proved = 0
  let missed = 0
  for (const column of new Set(cells.map((cell) => cell.column))) {
    const own = cells.flatMap(({ column: index, region, printed, partial }) => (
      index === column && region !== undefined && !partial && printed.kind === 'stated' && printed.stated.value !== 0 ? [{ region, interval: intervalOf(printed.stated) }] : []))
    const named = own.filter(({ region }) => namesDetail(region))
    const total = own.find((candidate) => !namesDetail(candidate.region) && named.every(({ region }) => isRegionWithin(region, candidate.region)))
    if (total === undefined || named.length < 2) continue
    const leaves = named.filter((leaf) => !named.some((other) => other !== leaf && isRegionWithin(other.region, leaf.region) && !isRegionWithin(leaf.region, other.region)))
    if (intersectIntervals(leaves.map(({ interval }) => interval).reduce(addIntervals), total.interval) === undefined) missed += 1
    else proved += 1
  }
  return proved > missed
}

function namesDetail(region: Region): boolean {
  return detail.some((dimension) => dimension === 'procurement' ? region[dimension]?.includes('/') === true : region[dimension] !== undefined)
}
