/**
 * Candidates: every combination of keys that a line of the ledger could have without contradicting an empty cell.
 *
 * @module
 */
import { isRegionWithin, type NodePath, type Region } from '@mingzhang/figures'
import type { Axes, EconomicAxis, UnitAxis } from './axes.ts'
import { isOpen } from './axes.ts'
import type { Candidate, CandidateLine } from './candidate-line.ts'
import { combinationCost } from './combination-cost.ts'
import { coveredBy } from './coverage.ts'
import type { Margin, Margins } from './margin.ts'

export interface Candidates {
  readonly all: readonly Candidate[]
  /** Empty cells that would leave no way to explain money printed elsewhere: misread or wrong, they are not believed. */
  readonly distrusted: readonly Margin[]
}

/** All candidates, in the order of the document: units, functions, economic subjects, projects. */
export function listCandidates(axes: Axes, margins: Margins): Candidates {
  const all = [...projectCandidates(axes), ...basicCandidates(axes, margins), ...carriedOutCandidates(axes, margins), ...revenueCandidates(axes, margins)]
  const within = coveredBy(all)
  const money = margins.all.filter(({ low, high, source }) => (low > 0 || high < 0) && (source === 'table' || source === 'prose'))
    .map(({ region }) => ({ region, members: within(region) })).filter(({ members }) => members.length > 0)
  let empty = margins.all.filter(({ low, high }) => low === 0 && high === 0).map((margin) => ({ margin, members: within(margin.region) }))
  const distrusted: Margin[] = []
  for (;;) {
    const dead = new Set(empty.flatMap(({ members }) => members))
    const starving = money.filter(({ members }) => members.every((index) => dead.has(index)))
    if (starving.length === 0) return { all: all.filter((_, index) => !dead.has(index)), distrusted }
    const blamed = blameFor(starving, empty)
    distrusted.push(...empty.filter((one) => blamed.has(one)).map(({ margin }) => margin))
    empty = empty.filter((one) => !blamed.has(one))
  }
}

interface EmptyMargin {
  readonly margin: Margin
  readonly members: readonly number[]
}

/** The empty regions to give up: those that hold printed money as a whole, else those that nothing prints, else all in the way. */
function blameFor(starving: readonly { readonly region: Region; readonly members: readonly number[] }[], empty: readonly EmptyMargin[]): ReadonlySet<EmptyMargin> {
  const missing = new Set(starving.flatMap(({ members }) => members))
  const inTheWay = empty.filter(({ members }) => members.some((index) => missing.has(index)))
  const contradicting = inTheWay.filter(({ margin }) => starving.some(({ region }) => isRegionWithin(region, margin.region)))
  const unprinted = inTheWay.filter(({ margin }) => margin.source === 'absence')
  return new Set(contradicting.length > 0 ? contradicting : unprinted.length > 0 ? unprinted : inTheWay)
}

function projectCandidates({ projects, functions }: Axes): readonly Candidate[] {
  return projects.flatMap((project) => project.periods.flatMap((period) => project.funds.flatMap((fund) => functions.map((own): Candidate => {
    const line = { view: 'project', project, function: own, fund, period } as const
    return { line, cost: combinationCost(line), region: { use: 'spent', kind: 'project', fund, period, function: own.node, unit: project.unit.node, project: project.node } }
  }))))
}

/** General public money of the year is divided by economic subject where a table does so; other basic money is not. */
function basicCandidates(axes: Axes, margins: Margins): readonly Candidate[] {
  const { functions, economics, funds, periods } = axes
  return funds.flatMap((fund) => periods.flatMap((period) => {
    const subjects = economics.filter(({ node }) => isOpen({ use: 'spent', kind: 'basic', fund, period, economic: node }, margins.empty))
    const divided = subjects.length > 0 && fund === 'fiscal/generalPublic' && period === 'current'
    return (['personnel', 'operating'] as const).flatMap((use) =>
      (divided ? subjects : [undefined]).flatMap((economic) => {
        if (!isOpen({ use: 'spent', kind: `basic/${use}`, fund, period, ...economic === undefined ? {} : { economic: economic.node } }, margins.empty)) return []
        return unitsFor(use, economic, axes, margins).flatMap((unit) => functions.map((own): Candidate => {
          const line = { view: 'basic', use, unit, function: own, economic, fund, period } as const
          return { line, cost: combinationCost(line), region: basicRegion(line) }
        }))
      }),
    )
  }))
}

type BasicLine = Extract<CandidateLine, { view: 'basic' }>

function basicRegion({ use, unit, function: own, economic, fund, period }: BasicLine): Region {
  const topic = economic?.code === undefined ? undefined : threePublicSubjects[economic.code]
  const isAgency = use === 'operating' && unit.nature !== 'institution' && fund.startsWith('fiscal/')
  return {
    use: 'spent', kind: `basic/${use}`, fund, period, function: own.node, unit: unit.node,
    ...economic === undefined ? {} : { economic: economic.node },
    ...topic === undefined ? {} : { threePublic: topic },
    ...isAgency ? { agencyOperating: 'all' } : {},
  }
}

/** “三公”经费 by department economic subject (财预〔2016〕143号; 政府收支分类科目). */
const threePublicSubjects: Readonly<Record<string, NodePath>> = {
  30212: 'all/abroad', 30217: 'all/reception', 30231: 'all/vehicle/running', 31013: 'all/vehicle/purchase', 30913: 'all/vehicle/purchase',
}

/**
 * Who may pay a basic line. 机关 subjects (501–504) are paid by 行政 units, 事业 subjects (505, 506) by institutions; where
 * the document says nothing about the units' basic money, the first unit of the nature stands for all.
 */
function unitsFor(use: 'personnel' | 'operating', economic: EconomicAxis | undefined, { units }: Axes, margins: Margins): readonly UnitAxis[] {
  const speaksOf = (unit: UnitAxis): boolean => margins.all.some(({ region, high }) =>
    region.unit === unit.node && region.project === undefined && region.kind !== 'project' && high > 0 && (region.agencyOperating === undefined || use === 'operating'))
  const government = economic?.government
  const nature = government === undefined || units.length === 1 ? undefined : /^50[1-4]/u.test(government) ? 'office' : /^50[56]/u.test(government) ? 'institution' : undefined
  const fits = units.filter((unit) => nature === undefined || (unit.nature === 'institution') === (nature === 'institution'))
  const known = fits.filter(speaksOf)
  const firstOf = (isInstitution: boolean): readonly UnitAxis[] => fits.filter((unit) => (unit.nature === 'institution') === isInstitution).slice(0, 1)
  const chosen = [...new Set([...known, ...firstOf(false), ...firstOf(true)])]
  return chosen.length > 0 ? chosen : units.slice(0, 1)
}

/** 年终结转 is looked for only where the document prints some. */
function carriedOutCandidates({ functions, funds, periods }: Axes, margins: Margins): readonly Candidate[] {
  if (!margins.all.some(({ region, printed }) => region.use === 'carriedOut' && printed !== 0)) return []
  return funds.flatMap((fund) => periods.flatMap((period) => functions.map((own): Candidate => {
    const line = { view: 'carriedOut', function: own, fund, period } as const
    return { line, cost: combinationCost(line), region: { use: 'carriedOut', fund, period, function: own.node } }
  })))
}

/** Revenue by subject, where a table prints it for the fund; else a fund's revenue is one amount and follows from its expenditure. */
function revenueCandidates({ revenueSubjects, funds, periods }: Axes, margins: Margins): readonly Candidate[] {
  const printed = margins.all.filter(({ region, printed: amount }) => region.revenueSubject !== undefined && amount !== 0).map(({ region }) => region)
  return funds.flatMap((fund) => periods.flatMap((period) => revenueSubjects.flatMap(({ node, code }): Candidate[] => {
    const region = { fund, period, revenueSubject: node }
    if (!printed.some((outer) => isRegionWithin(region, outer))) return []
    return [{ line: { view: 'revenue', subject: code, fund, period }, cost: 0, region }]
  })))
}
