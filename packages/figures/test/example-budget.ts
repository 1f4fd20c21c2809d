/** Random budgets whose tables are true: facts of single fen, and the tables that a department would print of them. */
import { type Fen, fen, formatFen, type PrintedUnit, roundFen, sumFen } from '@mingzhang/money'
import fc from 'fast-check'
import { type Figure, isRegionWithin, type Region } from '../src/index.ts'
import { type ExampleRow, tableFigures } from './builders.ts'

/** Money that is received and spent, or received and carried out. It names every dimension that the tables split. */
export interface BudgetFact {
  readonly region: Region
  readonly amount: Fen
}

const functions = [
  '207/20701/2070101', '207/20701/2070109', '207/20707/2070702', '208/20805/2080502', '208/20805/2080505', '208/20805/2080506', '210/21011/2101102',
] as const
const funds = ['fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount', 'unitFunds'] as const
const kinds = ['basic/personnel', 'basic/operating', 'project'] as const
const periods = ['current', 'carriedIn'] as const

/** From a few fen, which round to nothing, to millions of yuan. */
const amounts = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 900_000_000 })).map(fen)

/** Mostly 一般公共预算 of this year, as in real departments, so that empty columns are common. */
const spentFact: fc.Arbitrary<BudgetFact> = fc
  .record({
    function: fc.constantFrom(...functions),
    fund: fc.oneof({ weight: 3, arbitrary: fc.constant(funds[0]) }, { weight: 1, arbitrary: fc.constantFrom(...funds) }),
    period: fc.oneof({ weight: 3, arbitrary: fc.constant(periods[0]) }, { weight: 1, arbitrary: fc.constantFrom(...periods) }),
    kind: fc.constantFrom(...kinds),
    amount: amounts,
  })
  .map(({ amount, ...region }) => ({ region: { ...region, use: 'spent' }, amount }))

const carriedOutFact: fc.Arbitrary<BudgetFact> = fc
  .record({ function: fc.constantFrom(...functions), fund: fc.constantFrom(...funds), period: fc.constantFrom(...periods), amount: amounts })
  .map(({ amount, ...region }) => ({ region: { ...region, use: 'carriedOut' }, amount }))

/** Few or many facts; one budget in three carries money out. */
export const anyBudget: fc.Arbitrary<readonly BudgetFact[]> = fc
  .tuple(fc.array(spentFact, { minLength: 1, maxLength: 24 }), fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(carriedOutFact, { maxLength: 3 }) }))
  .map(([spent, carriedOut]) => [...spent, ...carriedOut])

/** Budgets in which amounts that round to nothing stand beside others: each asks for a bound that is easily forgotten. */
export const budgetsWithSmallAmounts: readonly (readonly BudgetFact[])[] = [
  [spent('207/20701/2070101', 'fiscal/generalPublic', 'project', 79), spent('207/20701/2070109', 'fiscal/generalPublic', 'basic/personnel', 454_744_921)],
  [
    spent('208/20805/2080502', 'fiscal/generalPublic', 'basic/personnel', 13_220_083),
    spent('208/20805/2080506', 'fiscal/generalPublic', 'basic/personnel', 4_842, 'carriedIn'),
    spent('208/20805/2080502', 'fiscal/generalPublic', 'basic/personnel', 950_027),
    spent('208/20805/2080505', 'fiscal/generalPublic', 'basic/personnel', 48),
    { region: { function: '207/20701/2070101', fund: 'fiscal/generalPublic', period: 'current', use: 'carriedOut' }, amount: fen(5_000) },
  ],
  [
    spent('207/20701/2070101', 'fiscal/generalPublic', 'project', 11_036),
    spent('207/20701/2070101', 'fiscal/generalPublic', 'project', 13_964),
    spent('207/20701/2070101', 'fiscal/stateCapital', 'project', 5_234),
    spent('207/20701/2070101', 'fiscal/generalPublic', 'basic/personnel', 7_887),
    spent('207/20701/2070101', 'fiscal/stateCapital', 'basic/personnel', 6_879),
  ],
]

function spent(node: string, fund: string, kind: string, amount: number, period = 'current'): BudgetFact {
  return { region: { function: node, fund, period, kind, use: 'spent' }, amount: fen(amount) }
}

/** The budget's tables, each amount summed from the facts and then rounded on its own to the unit's second decimal. */
export function printTables(facts: readonly BudgetFact[], unit: PrintedUnit): readonly Figure[] {
  const quantum = fen(unit === '元' ? 1 : 10_000)
  const print = (region: Region): string => {
    const inside = facts.filter((fact) => isRegionWithin(fact.region, region)).map((fact) => fact.amount)
    return inside.length === 0 ? '' : formatFen(roundFen(sumFen(inside), quantum), unit)
  }
  const table = (name: string, common: Region, columns: readonly Region[], rows: readonly Region[], side?: string): readonly Figure[] => {
    const full = rows.map((row): ExampleRow => [{ ...common, ...row }, ...columns.map((column) => print({ ...common, ...row, ...column }))])
    return tableFigures(name, columns, full, side === undefined ? { unit } : { unit, side })
  }
  const nodes = functionNodes(facts)
  const classes = nodes.filter((node) => !node.includes('/')).map((node): Region => ({ function: node }))
  const subjects: readonly Region[] = [{}, ...nodes.map((node) => ({ function: node }))]
  const byFund = funds.map((fund): Region => ({ fund }))
  const current: Region = { period: 'current' }
  const carriedIn: Region = { period: 'carriedIn' }
  const byKind: readonly Region[] = [{}, { kind: 'basic' }, { kind: 'project' }]
  return [
    ...table('t1a', {}, [{}], [...byFund.map((fund) => ({ ...fund, ...current })), current, carriedIn, {}], 'revenue'),
    ...table('t1b', {}, [{}, current, carriedIn], [...classes.map((row) => ({ ...row, use: 'spent' })), { use: 'spent' }, { use: 'carriedOut' }, {}], 'expenditure'),
    ...table('t2', {}, [current, ...byFund.map((fund) => ({ ...fund, ...current })), carriedIn], subjects),
    ...table('t3', { use: 'spent' }, byKind, subjects),
    ...table('t4', { use: 'spent' }, [{ fund: 'fiscal' }, ...byFund.slice(0, 3)], [...classes, {}]),
    ...table('t5', { use: 'spent', fund: 'fiscal/generalPublic', period: 'current' }, [...byKind, { kind: 'basic/personnel' }, { kind: 'basic/operating' }], subjects),
  ]
}

/** Every subject with money, after the 类 and 款 that hold it. */
function functionNodes(facts: readonly BudgetFact[]): readonly string[] {
  const nodes = facts.flatMap(({ region }) => {
    const steps = (region.function ?? '').split('/')
    return steps.map((_, level) => steps.slice(0, level + 1).join('/'))
  })
  return [...new Set(nodes)].sort()
}
