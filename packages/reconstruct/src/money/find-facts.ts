/**
 * The facts behind the tables: which combinations carry money, and how much to the fen.
 *
 * @module
 */
import type { RecognisedDocument } from '@mingzhang/audit'
import { isRegionWithin, regionKey, type Region } from '@mingzhang/figures'
import { type Fen, fen, intersectIntervals, type Interval, intervalOf, type RoundingMode } from '@mingzhang/money'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { assignProjects } from './assign-projects.ts'
import { type Axes, formTotal, type ProjectAxis, readAxes } from './axes.ts'
import { coarseAmounts } from './coarse-amounts.ts'
import { exactAmounts } from './exact-amounts.ts'
import type { Candidate } from './candidate-line.ts'
import { listCandidates } from './list-candidates.ts'
import { type Margin, type Margins, readMargins } from './margin.ts'
import { nameAffinity } from './name-affinity.ts'
import { projectMargins } from './project-margins.ts'

/** A combination of keys with its money. */
export interface FoundFact {
  readonly candidate: Candidate
  readonly amount: Fen
  /** Whether a print in 元 states exactly this amount. */
  readonly stated: boolean
  /** How many functions the project's money could have gone to; 0 for what is no project money. */
  readonly choices: number
}

export interface FoundFacts {
  readonly axes: Axes
  readonly margins: Margins
  readonly facts: readonly FoundFact[]
  /** Prints that cannot hold beside the others. */
  readonly unmet: readonly Margin[]
}

/** Finds the facts. Everything that is left open by the document is settled by rule, so the same document gives the same facts. */
export async function findFacts(document: RecognisedDocument, vocabulary: Vocabulary, mode: RoundingMode): Promise<FoundFacts> {
  const printed = readMargins(document, mode)
  const axes = readAxes(document, printed, vocabulary)
  const { all: candidates, distrusted } = listCandidates(axes, printed)
  const margins: Margins = { ...printed, all: [...printed.all.filter((margin) => !distrusted.includes(margin)), ...unlinkedForms(axes, mode)] }
  const quantum = usualQuantum(margins.all)
  const likely = await withoutUnlikelyProjects(candidates, margins, quantum)
  const spread = await coarseAmounts(likely, margins.all, quantum)
  const coarse = new Map(likely.map((candidate, index) => [candidate, fen((spread[index] ?? 0) * quantum)]))
  const spreadOut = candidates.map((candidate) => coarse.get(candidate) ?? fen(0))
  const outdated = contradictedForms(spreadOut, candidates, margins.all, quantum)
  const binding = margins.all.filter((margin) => !outdated.includes(margin))
  const { amounts, unmet } = await exactAmounts(candidates, startAtExactPrints(spreadOut, candidates, binding), binding)
  const exact = margins.all.filter(({ low, high, source }) => low === high && source !== 'absence' && low !== 0)
  const facts = candidates.flatMap((candidate, index): FoundFact[] => {
    const amount = amounts[index] ?? fen(0)
    if (amount === 0) return []
    return [{ candidate, amount, stated: isStated(index, candidates, amounts, exact), choices: choicesOf(candidate, candidates) }]
  })
  return { axes, margins, facts, unmet: [...distrusted, ...unmet, ...outdated] }
}

/** What forms say of projects that no table lists. */
function unlinkedForms({ projects }: Axes, mode: RoundingMode): readonly Margin[] {
  return projects.flatMap(({ node, unit, form }): Margin[] => {
    const stated = form?.by === 'none' ? formTotal(form) : undefined
    if (stated === undefined) return []
    const region = { use: 'spent', kind: 'project', period: 'current', unit: unit.node, project: node }
    const interval = stated.quantum <= 100 ? { low: stated.value, high: stated.value } : intervalOf(stated, mode)
    return [{ region, ...interval, printed: stated.value, quantum: stated.quantum, source: 'form' }]
  })
}

/** Forms whose amount the tables together do not allow, although no single cell is about the same money. */
function contradictedForms(coarse: readonly Fen[], candidates: readonly Candidate[], margins: readonly Margin[], quantum: number): readonly Margin[] {
  return margins.filter(({ source, region, printed }) => {
    if (source !== 'form') return false
    const members = candidates.flatMap((candidate, index) => (candidate.line.view !== 'revenue' && isRegionWithin(candidate.region, region) && coarse[index] !== 0 ? [index] : []))
    const sum = members.reduce((total, index) => total + (coarse[index] ?? 0), 0)
    return Math.abs(sum - printed) > (members.length + 2) * quantum
  })
}

/** Alone in a region whose print is exact. */
function isStated(index: number, candidates: readonly Candidate[], amounts: readonly Fen[], exact: readonly Margin[]): boolean {
  const own = candidates[index]
  if (own === undefined || own.line.view === 'revenue') return false
  return exact.some(({ region, low }) => low === amounts[index] && isRegionWithin(own.region, region) &&
    candidates.every((other, at) => at === index || amounts[at] === 0 || other.line.view === 'revenue' || !isRegionWithin(other.region, region)))
}

function choicesOf({ line, region }: Candidate, candidates: readonly Candidate[]): number {
  if (line.view !== 'project') return 0
  return candidates.filter((other) => other.line.view === 'project' && other.region.project === region.project && other.region.unit === region.unit &&
    other.region.fund === region.fund && other.region.period === region.period).length
}

/** The last digit that most tables print. */
function usualQuantum(margins: readonly Margin[]): number {
  const counts = new Map<number, number>()
  for (const { quantum, source, printed } of margins) if (source === 'table' && printed !== 0) counts.set(quantum, (counts.get(quantum) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1
}

/** A line that stands alone in an exact print begins at that print. */
function startAtExactPrints(coarse: readonly Fen[], candidates: readonly Candidate[], margins: readonly Margin[]): readonly Fen[] {
  const start = [...coarse]
  for (const { region, low, high } of margins) {
    if (low !== high || low === 0) continue
    const members = candidates.flatMap((candidate, index) => (candidate.line.view !== 'revenue' && coarse[index] !== 0 && isRegionWithin(candidate.region, region) ? [index] : []))
    const [only, ...others] = members
    if (only !== undefined && others.length === 0) start[only] = low
  }
  return start
}

/** Leaves out the functions of projects that whole projects were matched with otherwise. */
async function withoutUnlikelyProjects(candidates: readonly Candidate[], margins: Margins, quantum: number): Promise<readonly Candidate[]> {
  const byFunction = await projectMargins(candidates, margins.all, quantum)
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (candidate.line.view !== 'project' || !candidate.line.project.listed) continue
    const key = `${candidate.line.fund} ${candidate.line.period}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [candidate])
    else group.push(candidate)
  }
  const left = new Set<Candidate>()
  for (const [key, group] of groups) {
    const targets = byFunction.filter(({ fund, period }) => `${fund} ${period}` === key)
    const matched = matchGroup(group, targets, margins, quantum)
    if (matched === undefined) continue
    for (const candidate of group) if (!matched.has(candidate)) left.add(candidate)
  }
  return candidates.filter((candidate) => !left.has(candidate))
}

function matchGroup(
  group: readonly Candidate[], targets: Awaited<ReturnType<typeof projectMargins>>, margins: Margins, quantum: number,
): ReadonlySet<Candidate> | undefined {
  const projects = [...new Set(group.flatMap(({ line }) => (line.view === 'project' ? [line.project] : [])))]
  const find = (project: ProjectAxis, node: string): Candidate | undefined =>
    group.find(({ line }) => line.view === 'project' && line.project === project && line.function.node === node)
  const first = group[0]
  if (first === undefined || targets.length === 0) return undefined
  const assignable = projects.map((project) => {
    const { low, high } = moneyOf(project, first, margins)
    return {
      low: low / quantum, high: high / quantum,
      affinities: targets.map((target) => {
        const candidate = find(project, target.function)
        return candidate?.line.view === 'project' ? nameAffinity(project.name, candidate.line.function.names) : undefined
      }),
    }
  })
  // A function's money is the sum of prints, each of which may be half a digit off.
  for (const slack of [0.5, 1.5, 2.5]) {
    const found = assignProjects(assignable, targets.map(({ amount }) => ({ low: amount - slack, high: amount + slack })))
    if (found !== undefined) return new Set(found.flatMap((target, index) => {
      const [project, node] = [projects[index], targets[target]?.function]
      return project === undefined || node === undefined ? [] : (find(project, node) ?? [])
    }))
  }
  return undefined
}

/** What a project's money of a fund and period can be, from the margins that are about nothing else. */
function moneyOf(project: ProjectAxis, like: Candidate, margins: Margins): Interval {
  const region: Region = { use: 'spent', kind: 'project', fund: like.line.fund, period: like.line.period, unit: project.unit.node, project: project.node }
  const own = margins.all.filter((margin) => margin.region.project === project.node && regionKey(margin.region) === regionKey(region))
  const whole = margins.all.filter((margin) => margin.region.project === project.node && isRegionWithin(region, margin.region))
  const single = project.funds.length === 1 && project.periods.length === 1 ? whole : whole.filter(({ region: outer }) => project.funds.length === 1 && outer.period === like.line.period)
  const intervals: readonly Interval[] = [...own, ...single]
  const [first, ...rest] = intervals
  if (first === undefined) return { low: fen(0), high: whole[0]?.high ?? fen(0) }
  return rest.reduce((met, interval) => intersectIntervals(met, interval) ?? met, first)
}
