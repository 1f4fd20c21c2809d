/**
 * How much project money each function has per fund and period, read from the tables without looking at the projects.
 *
 * @module
 */
import type { NodePath, Region } from '@mingzhang/figures'
import { coarseAmounts } from './coarse-amounts.ts'
import type { Candidate } from './candidate-line.ts'
import type { Margin } from './margin.ts'

export interface ProjectMargin {
  readonly function: NodePath
  readonly fund: string
  readonly period: string
  /** In multiples of the quantum that was asked for. */
  readonly amount: number
}

const coarseDimensions = new Set(['use', 'fund', 'period', 'kind', 'function'])

/** The project money by function, fund and period; none where the tables leave no way to spread it. */
export async function projectMargins(candidates: readonly Candidate[], margins: readonly Margin[], quantum: number): Promise<readonly ProjectMargin[]> {
  const groups = new Map<string, Candidate>()
  for (const candidate of candidates) {
    if (candidate.line.view === 'revenue') continue
    const { use, fund, period, function: own, kind } = candidate.region
    const coarse = kind === undefined ? undefined : (kind.split('/')[0] ?? kind)
    const key = [use, fund, period, own, coarse].join(' ')
    const region: Region = Object.fromEntries(Object.entries({ use, fund, period, function: own, kind: coarse }).filter(([, node]) => node !== undefined))
    const known = groups.get(key)
    if (known === undefined || candidate.cost < known.cost) groups.set(key, { ...candidate, region })
  }
  const coarse = [...groups.values()]
  const own = margins.filter(({ region }) => Object.entries(region).every(([dimension, node]) => coarseDimensions.has(dimension) && !(dimension === 'kind' && node.includes('/'))))
  const amounts = await coarseAmounts(coarse, own, quantum)
  return coarse.flatMap(({ line }, index): ProjectMargin[] => {
    const amount = amounts[index] ?? 0
    return line.view === 'project' && amount !== 0 ? [{ function: line.function.node, fund: line.fund, period: line.period, amount }] : []
  })
}
