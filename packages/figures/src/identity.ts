import type { Fen } from '@mingzhang/money'
import type { Figure } from './figure.ts'
import type { DimensionId } from './region.ts'

/**
 * A relation that must hold between printed figures (勾稽关系), derived from their regions.
 *
 * - `equality`: two prints of one region agree.
 * - `partition`: the parts along `dimension` sum to the whole.
 * - `containment`: a part is not larger than the whole that holds it.
 */
export interface Identity {
  /** Stable for the same figures. */
  readonly id: string
  readonly kind: 'equality' | 'partition' | 'containment'
  /** The larger side: the whole, or the first print of the region. */
  readonly whole: Figure
  /** What makes up the whole together with it, where a table prints no total: 本年支出 with 年末结转 is what came in. */
  readonly besides?: readonly Figure[]
  /** The parts; for an equality the other print, for a containment the contained figure. */
  readonly parts: readonly Figure[]
  readonly dimension: DimensionId | undefined
  /** What else must be true for the identity to follow: regions that print nothing, such as an empty fund column. */
  readonly premises: readonly Premise[]
  /** Set when an amount beside the parts could not be bound: a difference then proves nothing. */
  readonly incomplete?: boolean
}

/** A region that holds no money, as printed, on which an identity rests. */
export interface Premise {
  /** The figures that say so: a blank or zero cell, or a whole and a part that print the same. */
  readonly figures: readonly Figure[]
  /** The most that the region can still hold behind the rounding of those prints, in fen. */
  readonly high: Fen
}

/** Every figure of the identity, the side of the whole first. */
export function membersOf({ whole, besides = [], parts }: Identity): readonly Figure[] {
  return [whole, ...besides, ...parts]
}
