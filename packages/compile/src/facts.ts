/**
 * From the ledger's lines to budget facts: every line with its node in every dimension, as recognition names them.
 *
 * @module
 */
import type { BudgetFact, DimensionId, FactView, NodePath, Region } from '@mingzhang/figures'
import { codePath, normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import { governmentCodeOf, isAgency } from './government-economic.ts'
import type { BudgetLine, CarriedOutLine, FundingSource, Ledger, LedgerFund, LedgerUnit, ProcurementLine, RevenueLine } from './ledger/ledger.ts'
import { subjectName } from './subject-names.ts'

const spendingDimensions: readonly DimensionId[] = [
  'year', 'use', 'fund', 'period', 'kind', 'function', 'economic', 'governmentEconomic', 'unit', 'project', 'threePublic', 'agencyOperating', 'level',
]
const revenueDimensions: readonly DimensionId[] = ['year', 'fund', 'period', 'revenueSubject', 'unit']
const procurementDimensions: readonly DimensionId[] = ['year', 'use', 'procurement', 'unit']

/**
 * The ledger's money in three views: as expenditure (what is carried out included), as revenue, and 政府采购.
 *
 * Amounts are exact fen with the ledger's sign. Expenditure and revenue have the same totals by fund and period when the
 * ledger balances; this does not check it. A line whose unit is not in the ledger counts as one of 事业单位.
 */
export function budgetFacts(ledger: Ledger, vocabulary: Vocabulary): readonly FactView[] {
  const year: Region = { year: String(ledger.department.year) }
  const units = new Map(ledger.units.map((unit) => [unit.name, unit]))
  const withYear = (fact: BudgetFact): BudgetFact => ({ region: { ...year, ...fact.region }, amount: fact.amount })
  const names = factNames(ledger, vocabulary)
  const spending = [
    ...ledger.lines.map((line) => spendingFact(line, units.get(line.unit), vocabulary, names)),
    ...ledger.carriedOut.map((line) => carriedOutFact(line, names)),
  ]
  return [
    { id: 'spending', dimensions: new Set(spendingDimensions), facts: spending.map(withYear) },
    { id: 'revenue', dimensions: new Set(revenueDimensions), facts: ledger.revenue.map((line) => revenueFact(line, names)).map(withYear) },
    { id: 'procurement', dimensions: new Set(procurementDimensions), topic: 'procurement', facts: ledger.procurement.map((line) => procurementFact(line, names)).map(withYear) },
  ]
}

/** A unit's or a project's name as a node, written as recognition reads it: one step of a path, also with a “/” in it. */
export function nameNode(name: string): NodePath {
  return normaliseLabel(name).replaceAll('/', '／')
}

/** Returns `nameNode` for many names: each is normalised once. */
export function nameNodes(): (name: string) => NodePath {
  const known = new Map<string, NodePath>()
  return (name) => {
    const node = known.get(name) ?? nameNode(name)
    known.set(name, node)
    return node
  }
}

interface FactNames {
  readonly nodeOf: (name: string) => NodePath
  /** What tells the rows of one department subject apart: the government subject's name as a step of a path. */
  readonly governmentStep: (code: string) => string
}

function factNames(ledger: Ledger, vocabulary: Vocabulary): FactNames {
  const steps = new Map<string, string>()
  const stepOf = (code: string): string => {
    const name = subjectName(ledger, vocabulary, 'governmentEconomic', code)
    return name === undefined ? '' : `/${normaliseLabel(name).replaceAll('/', '／')}`
  }
  return {
    nodeOf: nameNodes(),
    governmentStep: (code) => {
      const step = steps.get(code) ?? stepOf(code)
      steps.set(code, step)
      return step
    },
  }
}

function spendingFact(line: BudgetLine, unit: LedgerUnit | undefined, vocabulary: Vocabulary, { nodeOf, governmentStep }: FactNames): BudgetFact {
  const government = governmentCodeOf(line, unit, vocabulary)
  const region: Partial<Record<DimensionId, NodePath>> = {
    use: 'spent',
    fund: line.fund,
    period: line.period,
    kind: line.use.kind === 'project' ? 'project' : `basic/${line.use.kind}`,
    function: codePath(line.function),
    unit: nodeOf(line.unit),
    level: line.source ?? usualSource(line.fund),
  }
  if (line.use.kind === 'project') region.project = nodeOf(line.use.project)
  if (line.economic !== undefined) {
    // A subject is printed once for each government subject that it pays through.
    region.economic = `${codePath(line.economic)}${government === undefined ? '' : governmentStep(government)}`
    const topic = threePublicOf[line.economic]
    if (topic !== undefined) region.threePublic = topic
  }
  if (government !== undefined) region.governmentEconomic = codePath(government)
  if (line.use.kind === 'operating' && isAgency(unit)) region.agencyOperating = 'all'
  return { region, amount: line.amount }
}

/** “三公”经费 by department economic subject (《支出经济分类科目》: 30212, 30217, 30231, 30913, 31013). */
const threePublicOf: Readonly<Record<string, NodePath>> = {
  30212: 'all/abroad',
  30217: 'all/reception',
  30231: 'all/vehicle/running',
  30913: 'all/vehicle/purchase',
  31013: 'all/vehicle/purchase',
}

function usualSource(fund: LedgerFund): FundingSource {
  return fund.startsWith('fiscal/') ? 'local' : 'selfRaised'
}

function carriedOutFact(line: CarriedOutLine, { nodeOf }: FactNames): BudgetFact {
  const region = { use: 'carriedOut', fund: line.fund, period: line.period, function: codePath(line.function), unit: nodeOf(line.unit) }
  return { region, amount: line.amount }
}

function revenueFact(line: RevenueLine, { nodeOf }: FactNames): BudgetFact {
  const subject: Region = line.subject === undefined ? {} : { revenueSubject: codePath(line.subject) }
  return { region: { fund: line.fund, period: line.period, unit: nodeOf(line.unit), ...subject }, amount: line.amount }
}

function procurementFact(line: ProcurementLine, { nodeOf }: FactNames): BudgetFact {
  return { region: { use: 'spent', procurement: `all/${line.kind}`, unit: nodeOf(line.unit) }, amount: line.amount }
}
