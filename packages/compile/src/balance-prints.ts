/**
 * 舍位平衡 of a draft: every region that tables and narrative print, with the printed amount that makes all sums true.
 *
 * @module
 */
import type { PublishedFigure } from '@mingzhang/document'
import { balance, type FactView, type Region, regionKey } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import { printQuantum } from './create-context.ts'
import type { ResolvedPin } from './pinned-amounts.ts'

export interface BalancedPrints {
  /** The printed amount by `regionKey`. */
  readonly prints: ReadonlyMap<string, Fen>
  /** Regions that left the window of one last digit, by `regionKey`. */
  readonly outside: ReadonlySet<string>
  readonly unmetPins: readonly ResolvedPin[]
  /** How many identities would not hold in print under 四舍五入. */
  readonly brokenByHalfUp: number | undefined
}

/** Balances the amounts that are printed in 万元. Forms print to the fen and blanks stand for nothing: neither can move. */
export async function balancePrints(
  views: readonly FactView[],
  figures: Iterable<PublishedFigure>,
  pins: readonly ResolvedPin[],
): Promise<BalancedPrints> {
  const pinned = new Map(pins.map((pin) => [regionKey(pin.region), pin]))
  const regions = new Map<string, Region>()
  for (const { region, kind, printed } of figures) {
    if (kind !== 'form' && printed !== undefined) regions.set(regionKey(region), region)
  }
  const cells = [...regions].map(([key, region]) => {
    const pin = pinned.get(key)
    return { region, quantum: printQuantum, ...(pin === undefined ? {} : { pinned: pin.printed }) }
  })
  const result = await balance({ views, cells })
  const keys = [...regions.keys()]
  const pinOf = (cell: number): readonly ResolvedPin[] => {
    const pin = pinned.get(keys[cell] ?? '')
    return pin === undefined ? [] : [pin]
  }
  return {
    prints: new Map(result.printed.map((printed, cell) => [keys[cell] ?? '', printed])),
    outside: new Set(result.outside.map((cell) => keys[cell] ?? '')),
    unmetPins: result.unmetPins.flatMap(pinOf),
    brokenByHalfUp: result.identitiesBrokenByHalfUp,
  }
}
