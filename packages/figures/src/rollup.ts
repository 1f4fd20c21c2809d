/**
 * From budget facts to the totals of regions.
 *
 * @module
 */
import { addFen, type Fen, zeroFen } from '@mingzhang/money'
import { locateFacts } from './locate-facts.ts'
import { type DimensionId, dimensionIds, type Region, regionKey } from './region.ts'

/** A smallest piece of money, with its node in every dimension of its view. */
export interface BudgetFact {
  readonly region: Region
  /** May be negative (冲减). */
  readonly amount: Fen
}

/**
 * One way to cut the department's money. The same money seen as expenditure (by function, kind, project …) and as
 * revenue (by revenue subject) is two views: both have the same totals by fund and period, and neither knows the other's
 * dimensions.
 */
export interface FactView {
  readonly id: string
  /** The dimensions that this view can tell apart. A region that names another one is not asked of it. */
  readonly dimensions: ReadonlySet<DimensionId>
  /** A view of a part of the money only (政府采购): asked only for regions that name this dimension. */
  readonly topic?: DimensionId
  readonly facts: readonly BudgetFact[]
}

/**
 * The exact total of every region, in fen and with its sign; zero where a view can tell that no fact lies in it, and
 * `undefined` where no view knows all that the region names.
 *
 * Throws when two views tell different totals of one region: a ledger that allows this is a defect.
 */
export function rollUp(views: readonly FactView[], regions: readonly Region[]): readonly (Fen | undefined)[] {
  const { distinct, classOf } = distinctRegions(regions)
  const totals = new Map<number, { readonly amount: Fen; readonly view: FactView }>()
  for (const view of views) {
    const told = regionsTold(view, distinct)
    for (const [index, amount] of totalsIn(view, distinct, told)) {
      const known = totals.get(index)
      if (known === undefined) totals.set(index, { amount, view })
      else if (known.amount !== amount) {
        throw new Error(`views ${known.view.id} and ${view.id} disagree on ${regionKey(distinct[index] ?? {})}: ${known.amount} and ${amount} fen`)
      }
    }
  }
  return classOf.map((index) => totals.get(index)?.amount)
}

/** The regions without repetition, and for each region which of them it is. */
export function distinctRegions(regions: readonly Region[]): { readonly distinct: readonly Region[]; readonly classOf: readonly number[] } {
  const known = new Map<string, number>()
  const distinct: Region[] = []
  const classOf = regions.map((region) => {
    const key = regionKey(region)
    const index = known.get(key) ?? distinct.length
    if (index === distinct.length) {
      known.set(key, index)
      distinct.push(region)
    }
    return index
  })
  return { distinct, classOf }
}

/** The indices of the regions that the view can tell: it knows every dimension that they name, and they name its topic. */
export function regionsTold(view: FactView, regions: readonly Region[]): readonly number[] {
  const foreign = dimensionIds.filter((dimension) => !view.dimensions.has(dimension))
  return regions.flatMap((region, index) => {
    if (view.topic !== undefined && region[view.topic] === undefined) return []
    return foreign.some((dimension) => region[dimension] !== undefined) ? [] : [index]
  })
}

function totalsIn(view: FactView, regions: readonly Region[], told: readonly number[]): ReadonlyMap<number, Fen> {
  const totals = new Map<number, Fen>(told.map((index) => [index, zeroFen]))
  for (const { regionOf } of locateFacts(view.facts.map((fact) => fact.region), regions, told)) {
    view.facts.forEach(({ amount }, fact) => {
      const index = regionOf[fact] ?? -1
      if (index >= 0) totals.set(index, addFen(totals.get(index) ?? zeroFen, amount))
    })
  }
  return totals
}
