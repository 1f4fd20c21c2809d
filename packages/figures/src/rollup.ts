/**
 * From budget facts to the totals of regions.
 *
 * @module
 */
import type { Fen } from '@mingzhang/money'
import type { DimensionId, Region } from './region.ts'

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
