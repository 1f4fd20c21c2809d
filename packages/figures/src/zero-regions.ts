/**
 * What a document says holds no money, and what follows: where all parts of a region but one are empty, the region and
 * that part are the same money.
 *
 * This is how conditional relations become plain ones without being listed: with an empty 政府性基金 column and an empty
 * 年终结转, 本年收入合计 and 一般公共预算支出合计 are one region.
 *
 * @module
 */
import { type Fen, fen, intervalOf, type RoundingMode } from '@mingzhang/money'
import { closedDimensions, partsAlong } from './budget-model.ts'
import { type Figure, statedValue } from './figure.ts'
import type { Premise } from './identity.ts'
import { type DimensionId, isRegionWithin, type Region, regionKey } from './region.ts'
import { regionIndex } from './region-index.ts'

export interface ZeroRegion extends Premise {
  readonly region: Region
}

/** A region in its canonical form, and the empty regions that its form rests on. */
export interface CanonicalRegion {
  readonly region: Region
  readonly key: string
  readonly premises: readonly ZeroRegion[]
  /** Set when the region itself is empty. */
  readonly zero: ZeroRegion | undefined
}

/** The largest regions that a blank or a zero of an exhaustive table declares empty. */
export function findZeroRegions(figures: readonly Figure[], mode: RoundingMode): readonly ZeroRegion[] {
  const amounts = figures.filter((figure) => (statedValue(figure) ?? 0) !== 0)
  const candidates = figures.filter(declaresZero).sort((a, b) => Object.keys(a.region).length - Object.keys(b.region).length)
  const zeros: ZeroRegion[] = []
  const index = regionIndex<ZeroRegion>()
  const seen = new Set<string>()
  for (const figure of candidates) {
    const key = regionKey(figure.region)
    if (seen.has(key)) continue
    seen.add(key)
    if (index.holderOf(figure.region) !== undefined) continue
    // A blank beside a printed amount of the same money is a disagreement, not an empty region.
    if (amounts.some((amount) => isRegionWithin(amount.region, figure.region))) continue
    const high = figure.printed.kind === 'stated' ? intervalOf(figure.printed.stated, mode).high : fen(0)
    const zero = { region: figure.region, high, figures: [figure] }
    zeros.push(zero)
    index.add(zero)
  }
  return zeros
}

/**
 * Regions that are empty because a whole and one of its parts print the same amount: the other parts then hold less
 * than one last digit together, since no amount is negative.
 */
export function findComplements(
  figures: readonly { readonly region: Region; readonly figure: Figure; readonly slack: Fen }[],
  closed: readonly DimensionId[],
  mode: RoundingMode,
): readonly ZeroRegion[] {
  const byKey = new Map(figures.map((entry) => [regionKey(entry.region), entry]))
  const zeros: ZeroRegion[] = []
  for (const { region, figure: whole, slack } of figures) {
    if (whole.printed.kind !== 'stated' || whole.printed.stated.value <= 0 || namesDetail(region)) continue
    for (const dimension of closed) {
      const parts = partsAlong(region, dimension)
      for (const part of parts) {
        const entry = byKey.get(regionKey(part))
        const figure = entry?.figure
        if (figure?.printed.kind !== 'stated' || figure === whole) continue
        if (figure.printed.stated.value !== whole.printed.stated.value || figure.printed.stated.quantum !== whole.printed.stated.quantum) continue
        // Where whole or part are what they are only because something else is nearly nothing, that may stand here too.
        const high = fen(intervalOf(whole.printed.stated, mode).high - intervalOf(figure.printed.stated, mode).low + slack + (entry?.slack ?? 0))
        for (const sibling of parts) if (sibling !== part) zeros.push({ region: sibling, high, figures: [whole, figure] })
      }
    }
  }
  return zeros
}

/** Returns a function that takes regions to their canonical form, given what is empty. */
export function canonicaliser(zeros: readonly ZeroRegion[], closed: readonly DimensionId[] = closedDimensions): (region: Region) => CanonicalRegion {
  const known = new Map<string, CanonicalRegion>()
  const index = regionIndex(zeros)
  const naming = new Map<readonly ZeroRegion[], ReadonlyMap<DimensionId, readonly ZeroRegion[]>>()
  // A part can be empty where its whole is not only through a zero that names the dimension: most regions have none near.
  const nearByDimension = (near: readonly ZeroRegion[]): ReadonlyMap<DimensionId, readonly ZeroRegion[]> => {
    const cached = naming.get(near)
    if (cached !== undefined) return cached
    const grouped = new Map(closed.map((dimension) => [dimension, near.filter((zero) => zero.region[dimension] !== undefined)] as const))
    naming.set(near, grouped)
    return grouped
  }
  const canonicalise = (region: Region, near: readonly ZeroRegion[]): CanonicalRegion => {
    const own = near.find((zero) => isRegionWithin(region, zero.region))
    if (own !== undefined) return { region, key: regionKey(region), premises: [], zero: own }
    for (const [dimension, candidates] of nearByDimension(near)) {
      if (candidates.length === 0) continue
      const alive: Region[] = []
      const empty: ZeroRegion[] = []
      for (const part of partsAlong(region, dimension)) {
        const zero = candidates.find((candidate) => isRegionWithin(part, candidate.region))
        if (zero === undefined) alive.push(part)
        else empty.push(zero)
        if (alive.length > 1) break
      }
      const [only] = alive
      if (only === undefined || alive.length > 1 || empty.length === 0) continue
      const rest = canonicalise(only, near)
      return { ...rest, premises: [...new Set([...empty, ...rest.premises])] }
    }
    return { region, key: regionKey(region), premises: [], zero: undefined }
  }
  return (region) => {
    const key = regionKey(region)
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const canonical = canonicalise(region, index.near(region))
    known.set(key, canonical)
    return canonical
  }
}

/** The most that the premises leave open together, in fen. */
export function slackOf(premises: readonly Premise[]): Fen {
  return fen(premises.reduce((total, premise) => total + premise.high, 0))
}

function declaresZero(figure: Figure): boolean {
  if (figure.partial === true || !figure.blankIsZero) return false
  return figure.printed.kind === 'blank' || figure.printed.kind === 'dash' || statedValue(figure) === 0
}

/** Single subjects and projects are too fine to conclude from: two small amounts can print alike by chance. */
function namesDetail(region: Region): boolean {
  return region.function !== undefined || region.economic !== undefined || region.project !== undefined
}
