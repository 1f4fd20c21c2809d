/**
 * Departments made up for measuring: budget facts, and every cell that the thirteen statutory tables of Shanxi print of them.
 *
 * The same seed gives the same department.
 */
import type { BudgetFact, DimensionId, FactView, NodePath, Region } from '@mingzhang/figures'
import { type Fen, fen } from '@mingzhang/money'

/**
 * - `plain`: general public budget alone, each project in one line.
 * - `mixed`: projects paid from several funds, some from what was carried in.
 * - `crossed`: projects over several functions, funds and periods; basic expenditure from all funds too; money carried out.
 */
export const departmentShapes = ['plain', 'mixed', 'crossed'] as const
export type DepartmentShape = (typeof departmentShapes)[number]

/** What all amounts are a multiple of, in fen: 1, 100 (whole yuan), or 5,000 (whole fifties, which round exactly half). */
export type AmountGrain = 1 | 100 | 5_000

export interface SyntheticDepartment {
  readonly views: readonly FactView[]
  /** One per cell of the tables, repeated where several tables print it. */
  readonly regions: readonly Region[]
}

export function makeDepartment(facts: number, shape: DepartmentShape, seed: number, grain: AmountGrain = 1): SyntheticDepartment {
  const random = randomSource(seed)
  const spending = spendingFacts(facts, shape, random, grain)
  const views: readonly FactView[] = [
    {
      id: 'spending',
      dimensions: new Set<DimensionId>(['year', 'use', 'fund', 'period', 'kind', 'function', 'economic', 'governmentEconomic', 'unit', 'project', 'threePublic', 'agencyOperating', 'level']),
      facts: spending,
    },
    { id: 'revenue', dimensions: new Set<DimensionId>(['year', 'fund', 'period', 'revenueSubject', 'unit']), facts: revenueFacts(spending) },
  ]
  return { views, regions: tableCells(views).map((region) => ({ year: '2024', ...region })) }
}

interface RandomSource {
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  chance(percent: number): boolean
  pick<Value>(values: readonly [Value, ...Value[]]): Value
}

function randomSource(seed: number): RandomSource {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return (bits ^ (bits >>> 14)) >>> 0
  }
  const below = (count: number): number => next() % count
  return { below, chance: (percent) => below(100) < percent, pick: (values) => values[below(values.length)] ?? values[0] }
}

const funds = ['fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount', 'unitFunds'] as const
const basicPerUnit = 40

function spendingFacts(count: number, shape: DepartmentShape, random: RandomSource, grain: AmountGrain): readonly BudgetFact[] {
  const units = count < 100 ? 1 : Math.ceil(count / 160)
  const functions = functionTree(Math.min(600, Math.ceil(6 * count ** 0.4)), random)
  const amount = (): Fen => fen(grain * (1 + random.below(Math.ceil((random.chance(20) ? 3_000_000_00 : 90_000_00) / grain))) * (random.chance(2) ? -1 : 1))
  const facts: BudgetFact[] = []
  const add = (region: Region): void => void facts.push({ region: { year: '2024', ...region }, amount: amount() })
  for (let unit = 0; unit < units; unit++) {
    for (let line = 0; line < Math.min(basicPerUnit, Math.ceil((count * 0.6) / units)); line++) {
      const agency = unit % 3 === 0
      const personnel = random.chance(50)
      const economic = random.below(personnel ? 14 : 20) + 1
      const government = agency ? Math.ceil(economic / 4) : 20 + Math.ceil(economic / 9)
      const crossed = shape === 'crossed'
      add({
        use: 'spent', unit: `u${unit}`, kind: personnel ? 'basic/personnel' : 'basic/operating',
        fund: crossed && random.chance(15) ? random.pick(funds) : 'fiscal/generalPublic', period: crossed && random.chance(5) ? 'carriedIn' : 'current',
        function: personnel ? functions[random.below(5) % functions.length] ?? '' : functions[unit % functions.length] ?? '',
        economic: `${personnel ? 301 : 302}/${(personnel ? 30100 : 30200) + economic}/g${government}`, governmentEconomic: `50${government % 9}/g${government}`,
        ...(!personnel && economic === 17 ? { threePublic: 'all/reception' } : {}), ...(!personnel && economic === 18 ? { threePublic: 'all/vehicle/running' } : {}),
        ...(agency && !personnel ? { agencyOperating: 'all' } : {}),
      })
    }
  }
  for (let project = 0; facts.length < count; project++) {
    const unit = `u${random.below(units)}`
    const own = functions[random.below(functions.length)] ?? ''
    const lines = shape === 'plain' ? 1 : shape === 'mixed' ? 1 + random.below(3) : 2 + random.below(7)
    const [ownFund, ownPeriod] = [random.chance(70) ? funds[0] : random.pick(funds), random.chance(15) ? 'carriedIn' : 'current'] as const
    for (let line = 0; line < lines && facts.length < count; line++) {
      const crossed = shape === 'crossed'
      const fund = shape === 'plain' ? funds[0] : crossed || line > 0 ? random.pick(funds) : ownFund
      const period = crossed ? (random.chance(30) ? 'carriedIn' : 'current') : ownPeriod
      const node = crossed ? functions[random.below(functions.length)] ?? '' : own
      if (crossed && random.chance(2)) add({ use: 'carriedOut', unit, fund, period, function: node })
      else add({ use: 'spent', unit, kind: 'project', project: `${unit}-p${project}`, fund, period, function: node, economic: `302/${30200 + random.below(30)}`, level: random.pick(['central', 'provincial', 'local']) })
    }
  }
  return facts
}

/** 项 as paths: about six to a 款, three 款 to a 类. */
function functionTree(count: number, random: RandomSource): readonly NodePath[] {
  return Array.from({ length: count }, (_, index) => {
    const group = Math.floor(index / 6)
    const item = `${201 + Math.floor(group / 3)}`
    return `${item}/${item}${String(group % 3).padStart(2, '0')}/${item}${String(group % 3).padStart(2, '0')}${String(index % 6).padStart(2, '0')}${random.below(1) === 0 ? '' : '9'}`
  })
}

/** What comes in: the same totals by unit, fund and period; of funds with subjects of their own, by subject. */
function revenueFacts(spending: readonly BudgetFact[]): readonly BudgetFact[] {
  const totals = new Map<string, { region: Region; amount: number }>()
  for (const { region, amount } of spending) {
    const { year = '', unit = '', fund = '', period = '', function: node = '' } = region
    const hasSubject = period === 'current' && (fund === 'fiscal/governmentFund' || fund === 'fiscal/stateCapital')
    const subject: Region = hasSubject ? { revenueSubject: `103/10301/10301${node.slice(0, 3)}` } : {}
    const key = [unit, fund, period, subject.revenueSubject].join()
    const known = totals.get(key)
    if (known === undefined) totals.set(key, { region: { year, unit, fund, period, ...subject }, amount })
    else known.amount += amount
  }
  return [...totals.values()].map(({ region, amount }) => ({ region, amount: fen(amount) }))
}

const [generalPublic, governmentFund, stateCapital] = funds
const ofFund = (fund: NodePath): Region => ({ fund })
const fiscalColumns: readonly Region[] = ['fiscal', generalPublic, governmentFund, stateCapital].map(ofFund)
const kindColumns: readonly Region[] = [{}, { kind: 'basic' }, { kind: 'project' }]
const periodColumns: readonly Region[] = [{}, { period: 'current' }, { period: 'carriedIn' }]

/** Every cell that the thirteen tables print, table by table. */
function tableCells(views: readonly FactView[]): readonly Region[] {
  const [spending, revenue] = views
  const rows = (within: Region, dimension: DimensionId, depths: readonly number[], view = spending): readonly Region[] => nodesIn(view, within, dimension, depths).map((node) => ({ [dimension]: node }))
  const spent: Region = { use: 'spent' }
  const currentOf = (fund: NodePath): Region => ({ use: 'spent', fund, period: 'current' })
  const basic: Region = { ...currentOf(generalPublic), kind: 'basic' }
  const projects = (period: NodePath, columns: readonly Region[]): readonly Region[] =>
    table({ use: 'spent', kind: 'project', period }, [{}, ...rows({ period, kind: 'project' }, 'unit', [1]), ...projectRows(spending, period)], columns)
  const summary = (within: Region, columns: readonly Region[]): readonly Region[] =>
    [...table(within, rows(spent, 'function', [1]).map((row) => ({ ...row, ...spent })), columns), ...table(within, [spent, { use: 'carriedOut' }, {}], columns)]
  return [
    ...table({}, [...funds.map((fund) => ({ fund, period: 'current' })), { period: 'current' }, { period: 'carriedIn' }, {}], [{}]),
    ...summary({}, periodColumns),
    ...table({}, [{}, ...rows({}, 'function', [1, 2, 3])], [{ period: 'current' }, ...funds.map((fund) => ({ fund, period: 'current' })), { period: 'carriedIn' }]),
    ...table(spent, [{}, ...rows(spent, 'function', [1, 2, 3])], kindColumns),
    ...table({}, [{ period: 'current' }, { period: 'carriedIn' }, {}], fiscalColumns),
    ...summary({}, fiscalColumns),
    ...[generalPublic, governmentFund, stateCapital].flatMap((fund) => table(currentOf(fund), [{}, ...rows(currentOf(fund), 'function', [1, 2, 3])], kindColumns)),
    ...table(basic, [{}, ...rows(basic, 'economic', [1, 3])], [{}, { kind: 'basic/personnel' }, { kind: 'basic/operating' }]),
    ...[governmentFund, stateCapital].flatMap((fund) => table({ fund, period: 'current' }, [{}, ...rows({ fund, period: 'current' }, 'revenueSubject', [1, 2, 3], revenue)], [{}])),
    ...table(spent, ['all', 'all/abroad', 'all/reception', 'all/vehicle', 'all/vehicle/purchase', 'all/vehicle/running'].map((threePublic) => ({ threePublic })), fiscalColumns),
    ...table({ ...spent, agencyOperating: 'all' }, [{}, ...rows({ agencyOperating: 'all' }, 'unit', [1])], fiscalColumns),
    ...projects('current', [{}, ...funds.map(ofFund)]),
    ...projects('carriedIn', fiscalColumns),
  ]
}

function table(within: Region, rows: readonly Region[], columns: readonly Region[]): readonly Region[] {
  return rows.flatMap((row) => columns.map((column) => ({ ...within, ...row, ...column })))
}

function nodesIn(view: FactView | undefined, within: Region, dimension: DimensionId, depths: readonly number[]): readonly NodePath[] {
  const nodes = new Set<NodePath>()
  for (const { region } of view?.facts ?? []) {
    const node = region[dimension]
    if (node === undefined || !holds(within, region)) continue
    const steps = node.split('/')
    for (const depth of depths) if (depth <= steps.length) nodes.add(steps.slice(0, depth).join('/'))
  }
  return [...nodes].sort()
}

function projectRows(view: FactView | undefined, period: NodePath): readonly Region[] {
  const rows = new Map<NodePath, Region>()
  for (const { region } of view?.facts ?? []) {
    if (region.project !== undefined && region.period === period) rows.set(region.project, { project: region.project, ...(region.unit === undefined ? {} : { unit: region.unit }) })
  }
  return [...rows.values()]
}

function holds(outer: Region, inner: Region): boolean {
  return (Object.entries(outer) as readonly (readonly [DimensionId, NodePath])[]).every(([dimension, node]) => inner[dimension] === node || inner[dimension]?.startsWith(`${node}/`) === true)
}
