/**
 * What a document says holds no money: blanks and zeros of tables that list everything, and what is left over where a
 * whole and one of its parts print alike.
 *
 * @module
 */
import { type Fen, fen, intervalOf, type RoundingMode } from '@mingzhang/money'
import type { BudgetModel } from './budget-model.ts'
import { type Figure, statedValue } from './figure.ts'
import type { Premise } from './identity.ts'
import { type DimensionId, isRegionWithin, type Region, regionKey } from './region.ts'
import { regionIndex } from './region-index.ts'

export interface ZeroRegion extends Premise {
  readonly region: Region
}

export interface FoundZeros {
  readonly zeros: readonly ZeroRegion[]
  /** Blanks and zeros with an amount printed inside their region: they declare nothing, and stay as what they print. */
  readonly contradicted: ReadonlySet<Figure>
}

/** The largest regions that a blank or a zero of an exhaustive table declares empty. */
export function findZeroRegions(figures: readonly Figure[], mode: RoundingMode): FoundZeros {
  const amounts = figures.filter((figure) => (statedValue(figure) ?? 0) !== 0)
  // Larger regions first: what lies in one that is known to be empty says nothing new.
  const candidates = figures
    .filter(declaresZero)
    .map((figure) => ({ figure, nodes: Object.keys(figure.region).length }))
    .sort((a, b) => a.nodes - b.nodes)
  const zeros: ZeroRegion[] = []
  const index = regionIndex<ZeroRegion>()
  const seen = new Map<string, 'empty' | 'contradicted'>()
  const contradicted = new Set<Figure>()
  for (const { figure } of candidates) {
    const key = regionKey(figure.region)
    const before = seen.get(key)
    if (before === 'contradicted') contradicted.add(figure)
    if (before !== undefined) continue
    seen.set(key, 'empty')
    if (index.holderOf(figure.region) !== undefined) continue
    // A blank beside a printed amount of the same money is a disagreement, not an empty region.
    if (amounts.some((amount) => isRegionWithin(amount.region, figure.region))) {
      seen.set(key, 'contradicted')
      contradicted.add(figure)
      continue
    }
    const high = figure.printed.kind === 'stated' ? intervalOf(figure.printed.stated, mode).high : fen(0)
    const zero = { region: figure.region, high, figures: [figure] }
    zeros.push(zero)
    index.add(zero)
  }
  return { zeros, contradicted }
}

/**
 * Regions that are empty because a whole and one of its parts print the same amount: the other parts then hold less
 * than one last digit together, since no amount is negative. The caller leaves out regions that name single subjects.
 */
export function findComplements(
  figures: readonly { readonly region: Region; readonly figure: Figure; readonly slack: Fen }[],
  model: BudgetModel,
  closed: readonly DimensionId[],
  mode: RoundingMode,
): readonly ZeroRegion[] {
  const byKey = new Map(figures.map((entry) => [regionKey(entry.region), entry]))
  const zeros: ZeroRegion[] = []
  for (const { region, figure: whole, slack } of figures) {
    if (whole.printed.kind !== 'stated' || whole.printed.stated.value <= 0 ) continue
    for (const dimension of closed) {
      const parts = model.partsAlong(region, dimension)
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

/** The most that the premises leave open together, in fen. */
export function slackOf(premises: readonly Premise[]): Fen {
  return fen(premises.reduce((total, premise) => total + premise.high, 0))
}

function declaresZero(figure: Figure): boolean {
  if (figure.partial === true || !figure.blankIsZero) return false
  return figure.printed.kind === 'blank' || figure.printed.kind === 'dash' || statedValue(figure) === 0
}

/** Single subjects and projects are too fine to conclude from: two small amounts can print alike by chance. */
export function namesDetail(region: Region): boolean {
  return region.function !== undefined || region.economic !== undefined || region.project !== undefined
}
