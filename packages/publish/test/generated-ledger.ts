/**
 * Invented departments of 清河县 of every shape: one unit or several, every fund, 上年结转 and 年终结转, reductions, amounts
 * of a fen and of a hundred billion yuan, names that read like subjects, and prior years that are known, unknown or zero.
 * Every one is sound: what stands in it may be published.
 *
 * @module
 */
import type {
  BudgetLine, CarriedOutLine, HeadcountKind, Ledger, LedgerAsset, LedgerFacts, LedgerFund, LedgerPeriod, LedgerProject, LedgerText, LedgerUnit,
  PriorYearAmount, ProcurementLine, RevenueLine, UnitNature,
} from '@mingzhang/compile'
import { type Fen, fen, sumFen } from '@mingzhang/money'
import fc from 'fast-check'
import { formsOf } from './generated-forms.ts'
import { departmentNames, projectNames, projectsLikeSubjects, reasons, unitNames } from './generated-names.ts'

const funds: readonly LedgerFund[] = [
  'fiscal/generalPublic', 'fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount',
  'unitFunds', 'unitFunds/operations', 'unitFunds/business', 'unitFunds/superior', 'unitFunds/subordinate', 'unitFunds/other',
]

/** Function items by the fund that pays for them; what is neither 政府性基金 nor 国有资本经营 uses those of 一般公共预算. */
const functionCodes: Readonly<Record<'general' | 'fiscal/governmentFund' | 'fiscal/stateCapital', readonly string[]>> = {
  general: ['2012604', '2050303', '2070109', '2120201', '2130126', '2140104', '2240106', '2299999', '2011101'],
  'fiscal/governmentFund': ['2070702', '2120803', '2296003', '2290401', '2136902'],
  'fiscal/stateCapital': ['2230201', '2230301', '2239999', '2080451'],
}

const revenueSubjects: Readonly<Partial<Record<LedgerFund, readonly string[]>>> = {
  'fiscal/governmentFund': ['1030129', '1030148', '1030155'],
  'fiscal/stateCapital': ['1030601', '1030698'],
}

/** Items of basic expenditure as departments book them: what it is, by function and by nature. */
const basicItems = [
  ['personnel', 'run', '30101'], ['personnel', 'run', '30102'], ['personnel', 'run', '30103'], ['personnel', '2080505', '30108'],
  ['personnel', '2080506', '30109'], ['personnel', 'medical', '30110'], ['personnel', '2210201', '30113'], ['personnel', 'retired', '30302'],
  ['personnel', '2080801', '30305'], ['operating', 'run', '30201'], ['operating', 'run', '30211'], ['operating', 'run', '30212'],
  ['operating', 'run', '30217'], ['operating', 'run', '30231'], ['operating', 'run', '30239'], ['operating', 'run', '31002'],
] as const

function weighted<const Value>(...choices: readonly (readonly [Value, number])[]): fc.Arbitrary<Value> {
  return fc.oneof(...choices.map(([value, weight]) => ({ arbitrary: fc.constant(value), weight })))
}

/** A few yuan that print as 0.00, a fen, usual amounts, whole 万元, and hundreds of billions. */
const amount: fc.Arbitrary<Fen> = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 900_000_000 }), weight: 8 },
  { arbitrary: fc.integer({ min: 1, max: 30_000 }), weight: 2 },
  { arbitrary: fc.constant(1), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: 900 }).map((value) => value * 1_000_000), weight: 2 },
  { arbitrary: fc.integer({ min: 1_000_000_000_000, max: 10_000_000_000_000 }), weight: 1 },
).map((value) => fen(value))

const change = weighted(['none', 12], ['reduced', 2], ['negative', 1])
const prior = fc.option(fc.oneof(fc.constant(fen(0)), amount), { nil: undefined })

const draft = fc.record({
  year: fc.constantFrom(2022, 2023, 2024),
  isUnit: weighted([false, 4], [true, 1]),
  department: fc.constantFrom(...departmentNames),
  code: fc.constantFrom('', '028'),
  hasDates: fc.boolean(),
  natures: fc.array(fc.constantFrom<UnitNature>('administrative', 'civilServiceManaged', 'institution'), { minLength: 1, maxLength: 4 }),
  hasBureau: weighted([true, 5], [false, 1]),
  unitNames: fc.shuffledSubarray([...unitNames], { minLength: 4, maxLength: 4 }),
  basic: fc.array(fc.record({
    unit: fc.nat(3), item: fc.nat(basicItems.length - 1), amount, change, period: weighted<LedgerPeriod>(['current', 12], ['carriedIn', 1]),
    fund: weighted<LedgerFund>(['fiscal/generalPublic', 12], ['unitFunds/operations', 1], ['specialAccount', 1], ['fiscal/governmentFund', 1]),
  }), { maxLength: 14 }),
  projects: fc.array(fc.record({
    unit: fc.nat(3),
    class: fc.constantFrom<LedgerProject['class']>('operation', 'specificTarget'),
    lines: fc.array(fc.record({
      fund: fc.constantFrom(...funds), period: weighted<LedgerPeriod>(['current', 3], ['carriedIn', 1]), code: fc.nat(99), amount, change,
      economic: fc.constantFrom(undefined, '30227', '31002', '30213', '30999'),
      source: fc.constantFrom<BudgetLine['source']>(undefined, undefined, 'central', 'provincial', 'local'),
    }), { minLength: 1, maxLength: 3 }),
  }), { maxLength: 7 }),
  projectNames: fc.shuffledSubarray([...projectNames], { minLength: 7, maxLength: 7 }),
  carriedOut: fc.array(fc.record({ line: fc.nat(99), amount }), { maxLength: 2 }),
  prior: fc.record({
    total: prior, generalPublic: prior, agencyOperating: prior, abroad: prior, reception: prior, vehicleRunning: prior, vehiclePurchase: prior,
    hasThreePublic: fc.boolean(),
  }),
  procurement: fc.array(fc.record({ unit: fc.nat(3), kind: fc.constantFrom<ProcurementLine['kind']>('goods', 'works', 'services'), amount }), { maxLength: 4 }),
  facts: fc.record({
    people: fc.option(fc.array(fc.nat(120), { minLength: 4, maxLength: 4 }), { nil: undefined }), retired: fc.nat(30), vehicles: fc.nat(4),
    original: fc.option(amount, { nil: undefined }), hasBuilding: fc.boolean(), hasEquipment: fc.boolean(),
  }),
  texts: fc.record({ organisation: fc.boolean(), slots: fc.boolean(), catalogue: fc.boolean(), glossary: fc.boolean(), overallTarget: fc.boolean(), reason: fc.nat(reasons.length - 1) }),
  forms: fc.record({ areMade: weighted([true, 4], [false, 1]), withLife: fc.boolean() }),
})

type Draft = typeof draft extends fc.Arbitrary<infer Value> ? Value : never

/** Any department; the same seed gives the same ones. */
export const generatedLedger: fc.Arbitrary<Ledger> = draft.map(ledgerOf)

function ledgerOf(given: Draft): Ledger {
  const { year, department, code, isUnit } = given
  const units = unitsOf(given)
  const projects = given.projects.map((project, index): LedgerProject => ({
    name: given.projectNames[index] ?? `项目${index + 1}`, code: '', unit: unitAt(units, project.unit).name, class: project.class,
  }))
  const lines = [...basicLines(given, units), ...projectLines(given, projects)]
  const carriedOut = carriedOutLines(given, lines)
  return {
    department: {
      name: department, code, year, level: isUnit ? 'unit' : 'department', region: '清河县',
      ...(given.hasDates ? { approvedOn: `${year}-02-06`, publishedOn: `${year}-02-23`, approvedBy: '清河县财政局', officePhone: '0358-6321234' } : {}),
    },
    units,
    projects,
    lines,
    revenue: revenueOf([...lines, ...carriedOut]),
    carriedOut,
    priorYear: priorYearOf(given),
    procurement: procurementOf(given, units, lines),
    facts: factsOf(given, units),
    texts: textsOf(given, units, projects),
    forms: given.forms.areMade ? formsOf({ year, lines, projects, withLife: given.forms.withLife }) : [],
    localCodes: [],
    pinned: [],
  }
}

function unitsOf({ isUnit, natures, hasBureau, department, unitNames: names }: Draft): readonly LedgerUnit[] {
  const own = isUnit ? natures.slice(0, 1) : natures
  return own.map((nature, index): LedgerUnit => ({
    name: index === 0 && (isUnit || hasBureau) ? department : (names[index] ?? ''), code: `02800${index + 1}`, nature,
  }))
}

function unitAt(units: readonly LedgerUnit[], index: number): LedgerUnit {
  const unit = units[index % units.length]
  if (unit === undefined) throw new Error('a department has units')
  return unit
}

function basicLines({ basic }: Draft, units: readonly LedgerUnit[]): readonly BudgetLine[] {
  return basic.flatMap(({ unit, item, fund, period, amount: size, change: kind }): readonly BudgetLine[] => {
    const [use, at, economic] = basicItems[item] ?? basicItems[0]
    const own = unitAt(units, unit)
    const isAgency = own.nature !== 'institution'
    const code = fund === 'fiscal/governmentFund' ? '2296003' : at === 'run' ? (isAgency ? '2012601' : '2070109')
      : at === 'medical' ? (isAgency ? '2101101' : '2101102') : at === 'retired' ? (isAgency ? '2080501' : '2080502') : at
    const line: BudgetLine = {
      unit: own.name, use: { kind: use }, function: code, economic, governmentEconomic: undefined, fund, period, source: undefined, amount: size,
    }
    return withChange(line, kind)
  })
}

function projectLines({ projects: given }: Draft, projects: readonly LedgerProject[]): readonly BudgetLine[] {
  return projects.flatMap((project, index) => (given[index]?.lines ?? []).flatMap((line): readonly BudgetLine[] => {
    const codes = line.fund === 'fiscal/governmentFund' || line.fund === 'fiscal/stateCapital' ? functionCodes[line.fund] : functionCodes.general
    return withChange({
      unit: project.unit, use: { kind: 'project', project: project.name }, function: codes[line.code % codes.length] ?? '', economic: line.economic,
      governmentEconomic: undefined, fund: line.fund, period: line.period, source: line.fund.startsWith('fiscal/') ? line.source : undefined, amount: line.amount,
    }, line.change)
  }))
}

/** A line, with a reduction of a third of it beside it, or as a reduction alone. */
function withChange(line: BudgetLine, change: Draft['basic'][number]['change']): readonly BudgetLine[] {
  switch (change) {
    case 'none': return [line]
    case 'reduced': return [line, { ...line, amount: fen(-Math.floor(line.amount / 3)) }]
    // What is carried in is money that is there.
    case 'negative': return line.period === 'carriedIn' ? [line] : [{ ...line, amount: fen(-(line.amount % 3_000_000) - 1) }]
  }
}

/** Money left over stays with the fund and the function of a line. */
function carriedOutLines({ carriedOut }: Draft, lines: readonly BudgetLine[]): readonly CarriedOutLine[] {
  return carriedOut.flatMap(({ line, amount: left }) => {
    const at = lines[line % Math.max(1, lines.length)]
    return at === undefined ? [] : [{ unit: at.unit, function: at.function, fund: at.fund, period: at.period, amount: left }]
  })
}

/** Revenue is what is spent and carried out, by unit, fund and period. */
function revenueOf(lines: readonly (Pick<BudgetLine, 'unit' | 'fund' | 'period' | 'amount'>)[]): readonly RevenueLine[] {
  const sums = new Map<string, { readonly line: Omit<RevenueLine, 'amount' | 'subject'>; readonly amounts: Fen[] }>()
  for (const { unit, fund, period, amount: own } of lines) {
    const key = `${unit} ${fund} ${period}`
    const known = sums.get(key)
    if (known === undefined) sums.set(key, { line: { unit, fund, period }, amounts: [own] })
    else known.amounts.push(own)
  }
  return [...sums.values()].map(({ line, amounts }, index): RevenueLine => {
    const subjects = line.period === 'current' ? revenueSubjects[line.fund] : undefined
    return { ...line, subject: subjects?.[index % subjects.length], amount: sumFen(amounts) }
  })
}

/** What is bought is a part of what is spent. */
function procurementOf({ procurement }: Draft, units: readonly LedgerUnit[], lines: readonly BudgetLine[]): Ledger['procurement'] {
  const most = Math.floor(sumFen(lines.map((line) => line.amount)) / 5)
  return procurement.flatMap(({ unit, kind, amount: bought }, index) => (
    most <= 0 ? [] : [{ unit: unitAt(units, unit).name, kind, name: `采购${index + 1}`, amount: fen(Math.min(bought, most)) }]))
}

/** What is known of last year; “三公”经费 in total is what its items come to. */
function priorYearOf({ prior: { hasThreePublic, ...items } }: Draft): readonly PriorYearAmount[] {
  const known = Object.entries(items).flatMap(([item, last]): readonly PriorYearAmount[] =>
    last === undefined ? [] : [{ item: item as keyof typeof items, amount: last }])
  const parts = [items.abroad, items.reception, items.vehicleRunning, items.vehiclePurchase]
  const given = parts.filter((part) => part !== undefined)
  if (!hasThreePublic || given.length < parts.length) return known
  return [...known, { item: 'threePublic', amount: sumFen(given) }]
}

function factsOf({ facts }: Draft, units: readonly LedgerUnit[]): LedgerFacts {
  const { people, retired, vehicles, original, hasBuilding, hasEquipment } = facts
  const posts: Readonly<Record<UnitNature, HeadcountKind>> = {
    administrative: 'administrativePosts', civilServiceManaged: 'civilServiceManagedPosts', institution: 'institutionPosts',
  }
  const owner = unitAt(units, 0).name
  const asset = (kind: LedgerAsset['kind'], name: string, size: string): LedgerAsset => ({
    unit: owner, kind, name, size, original, depreciation: original === undefined ? undefined : fen(Math.floor(original / 3)),
  })
  return {
    headcount: people === undefined ? [] : [
      ...units.map(({ name, nature }, index) => ({ unit: name, kind: posts[nature], people: people[index] ?? 0 })),
      { unit: owner, kind: 'retired', people: retired },
    ],
    vehicles: vehicles === 0 ? [] : [{ unit: owner, kind: '机要通信应急用车', count: vehicles }, ...(vehicles > 2 ? [{ unit: owner, kind: '特种专业技术用车', count: 1 }] : [])],
    assets: [...hasBuilding ? [asset('building', '办公用房', '2150')] : [], ...hasEquipment ? [asset('equipment', '全自动档案扫描系统', '2')] : []],
  }
}

/** Reasons for everything that may have changed, and texts with and without slots. */
function textsOf({ texts, year }: Draft, units: readonly LedgerUnit[], projects: readonly LedgerProject[]): readonly LedgerText[] {
  const project = projects.find(({ name }) => !projectsLikeSubjects.some((like) => like === name))
  const reason = (shift: number): string => reasons[(texts.reason + shift) % reasons.length] ?? ''
  const slots = `全年收入总计{收入总计}万元，基本支出{基本支出}万元，项目支出{项目支出}万元。${project === undefined ? '' : `其中“${project.name}”{项目：${project.name}}万元。`}`
  return [
    { item: 'duties', text: `负责全县第一类工作的规划和管理，承担以下工作：\n（1）拟订${year}年至${year + 2}年规划；\n（2）完成县委、县政府交办的其他工作。` },
    ...(texts.organisation ? [{ item: 'organisation' as const, text: `内设办公室、业务股等股室。本级名称：${unitAt(units, 0).name}。` }] : []),
    { item: 'revenueReason', text: reason(0) },
    ...(texts.slots ? [] : [{ item: 'expenditureReason' as const, text: reason(1) }]),
    { item: 'generalPublicReason', text: reason(2) },
    { item: 'threePublicReason', text: reason(3) },
    { item: 'agencyOperatingReason', text: reason(4) },
    ...(texts.slots ? [{ item: 'other' as const, text: slots }] : []),
    ...(texts.catalogue ? [{ item: 'serviceCatalogue' as const, text: 'A0801 文化艺术创作、表演及交流服务\nB0101 档案整理服务' }] : []),
    ...(texts.glossary ? [{ item: 'glossary' as const, text: '1.基本支出：为保证机构正常运转发生的支出。\n上年结转：以前年度没有用完的资金。' }] : []),
    ...(texts.overallTarget ? [{ item: 'overallTarget' as const, text: '全年重点工作按期完成，群众满意度达到{照录：90%}以上。' }] : []),
  ]
}
