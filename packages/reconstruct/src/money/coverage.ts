/**
 * Which candidates each margin sums, and that revenue equals what is spent and carried out.
 *
 * @module
 */
import { type DimensionId, dimensionIds, isNodeWithin, type NodePath, type Region } from '@mingzhang/figures'
import type { Candidate } from './candidate-line.ts'
import type { Margin } from './margin.ts'

export interface CoveredMargin {
  readonly margin: Margin
  /** Indexes into the candidates. */
  readonly members: readonly number[]
}

/** The margins with the candidates that they sum. Revenue is summed only by margins that name a revenue subject. */
export function coverMargins(margins: readonly Margin[], candidates: readonly Candidate[]): readonly CoveredMargin[] {
  const within = coveredBy(candidates)
  return margins.map((margin) => ({ margin, members: within(margin.region) }))
}

/**
 * Returns a function that lists the candidates inside a region. What lies below a node is looked up once per node: a
 * document asks for thousands of regions that are made of a few hundred nodes.
 */
export function coveredBy(candidates: readonly Candidate[]): (region: Region) => readonly number[] {
  const below = new Map<string, ReadonlySet<number>>()
  const membersOf = (dimension: DimensionId, node: NodePath): ReadonlySet<number> => {
    const key = `${dimension} ${node}`
    let members = below.get(key)
    if (members === undefined) {
      members = new Set(candidates.flatMap(({ region }, index) => {
        const own = region[dimension]
        return own !== undefined && isNodeWithin(own, node) ? [index] : []
      }))
      below.set(key, members)
    }
    return members
  }
  const ofView = (isRevenue: boolean): ReadonlySet<number> =>
    new Set(candidates.flatMap(({ line }, index) => ((line.view === 'revenue') === isRevenue ? [index] : [])))
  const [revenue, spending] = [ofView(true), ofView(false)]
  return (region) => {
    const named = dimensionIds.flatMap((dimension) => {
      const node = region[dimension]
      return node === undefined ? [] : [membersOf(dimension, node)]
    })
    const [smallest = spending, ...rest] = [...named, region.revenueSubject === undefined ? spending : revenue].sort((a, b) => a.size - b.size)
    return [...smallest].filter((index) => rest.every((members) => members.has(index)))
  }
}

/** Per fund and period with revenue by subject: the revenue candidates and those of the expenditure that they pay for. */
export interface RevenueBalance {
  readonly revenue: readonly number[]
  readonly expenditure: readonly number[]
}

export function revenueBalances(candidates: readonly Candidate[]): readonly RevenueBalance[] {
  const groups = new Map<string, { readonly revenue: number[]; readonly expenditure: number[] }>()
  candidates.forEach(({ line }, index) => {
    const key = `${line.fund} ${line.period}`
    const group = groups.get(key) ?? { revenue: [], expenditure: [] }
    group[line.view === 'revenue' ? 'revenue' : 'expenditure'].push(index)
    groups.set(key, group)
  })
  return [...groups.values()].filter(({ revenue }) => revenue.length > 0)
}
