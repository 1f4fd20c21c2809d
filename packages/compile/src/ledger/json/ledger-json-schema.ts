/**
 * The JSON form of a ledger, as a schema. It follows `Ledger` name by name with two differences: amounts are whole fen
 * and say so in their names (`amountFen`), and a value that is not known is left out.
 *
 * @module
 */
import { z } from 'zod'
import { ledgerTextItems, priorYearItems } from '../ledger.ts'

const fenAmount = z.int()
const name = z.string().min(1)
const list = <Item extends z.ZodType>(item: Item, description: string): z.ZodDefault<z.ZodArray<Item>> =>
  z.array(item).default([]).meta({ description })

const fund = z.enum([
  'fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount', 'unitFunds', 'unitFunds/operations',
  'unitFunds/business', 'unitFunds/superior', 'unitFunds/subordinate', 'unitFunds/other',
]).meta({ description: '资金性质：一般公共预算、政府性基金预算、国有资本经营预算、财政专户管理资金、单位资金及其五种' })
const period = z.enum(['current', 'carriedIn']).meta({ description: '本年、上年结转' })
const source = z.enum(['central', 'provincial', 'local', 'selfRaised', 'other']).meta({ description: '中央、省级、市县（区）、单位自筹、其他' })

// The patterns are published only: the reader itself says more precisely what is wrong with a code.
const functionCode = z.string().meta({ pattern: '^\\d{7}$', description: '功能分类项级编码，7 位' })
const economicCode = z.string().meta({ pattern: '^\\d{5}$', description: '部门预算支出经济分类款级编码，5 位' })
const governmentEconomicCode = z.string().meta({ pattern: '^\\d{5}$', description: '政府预算支出经济分类款级编码，5 位' })
const revenueCode = z.string().meta({ pattern: '^\\d{3}(\\d{2}){0,3}$', description: '收入分类编码，3 至 9 位' })

const use = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('personnel') }),
  z.strictObject({ kind: z.literal('operating') }),
  z.strictObject({ kind: z.literal('project'), project: name }),
]).meta({ description: '人员类、公用经费，或某个项目（写项目名称）' })

const department = z.strictObject({
  name,
  code: z.string().default(''),
  year: z.int().min(2000).max(2099),
  level: z.enum(['department', 'unit']).meta({ description: '部门公开（含所属单位）或单位公开' }),
  approvedOn: z.iso.date().optional().meta({ description: '批复日期' }),
  publishedOn: z.iso.date().optional().meta({ description: '公开日期' }),
  approvedBy: name.optional(),
  region: name.optional(),
  officePhone: name.optional().meta({ description: '办公电话，区号-号码；不得填手机号' }),
})

const form = z.strictObject({
  subject: use,
  unit: name.optional(),
  attribute: z.string().default(''),
  duration: z.string().default(''),
  lifeFundingFen: z.strictObject({
    central: fenAmount.optional(), provincial: fenAmount.optional(), local: fenAmount.optional(),
    selfRaised: fenAmount.optional(), other: fenAmount.optional(),
  }).optional().meta({ description: '实施期资金，分来源，单位：分；不写表示与本年相同' }),
  overview: z.string().default(''),
  basis: z.string().default(''),
  necessity: z.string().default(''),
  measures: z.string().default(''),
  plan: z.string().default(''),
  lifeGoal: z.string().default(''),
  annualGoal: z.string().default(''),
  indicators: list(z.strictObject({
    span: z.enum(['life', 'annual']).meta({ description: '实施期、年度' }),
    level1: name,
    level2: name,
    name,
    value: z.string(),
  }), '绩效指标'),
  responsible: z.string().default(''),
  handler: z.string().default(''),
  phone: z.string().default(''),
  filledOn: z.string().default(''),
})

/** The form's name and version: a file of another version is refused, never guessed at. */
export const ledgerJsonFormat = 'mingzhang-ledger/1'

export const ledgerJsonSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(ledgerJsonFormat),
  department,
  units: z.array(z.strictObject({
    name, code: z.string().default(''), nature: z.enum(['administrative', 'civilServiceManaged', 'institution']),
  })).min(1).meta({ description: '预算单位，按公开顺序，含部门本级' }),
  projects: list(z.strictObject({
    name, code: z.string().default(''), unit: name, class: z.enum(['operation', 'specificTarget']),
  }), '项目：其他运转类、特定目标类'),
  lines: list(z.strictObject({
    unit: name, use, function: functionCode, economic: economicCode.optional(), governmentEconomic: governmentEconomicCode.optional(),
    fund, period, source: source.optional(), amountFen: fenAmount,
  }), '支出明细'),
  revenue: list(z.strictObject({ unit: name, fund, period, subject: revenueCode.optional(), amountFen: fenAmount }), '收入明细'),
  carriedOut: list(z.strictObject({ unit: name, function: functionCode, fund, period, amountFen: fenAmount }), '年终结转'),
  priorYear: list(z.strictObject({
    item: z.enum(Object.keys(priorYearItems) as [keyof typeof priorYearItems]), amountFen: fenAmount,
  }), '上年数；没有的项目表示不知道'),
  procurement: list(z.strictObject({
    unit: name, kind: z.enum(['goods', 'works', 'services']), name: z.string(), amountFen: fenAmount,
  }), '政府采购：货物、工程、服务'),
  facts: z.strictObject({
    headcount: list(z.strictObject({
      unit: name,
      kind: z.enum(['administrativePosts', 'civilServiceManagedPosts', 'institutionPosts', 'workerPosts', 'retired']),
      people: z.int().min(0),
    }), '人员'),
    vehicles: list(z.strictObject({ unit: name, kind: name, count: z.int().min(0) }), '车辆'),
    assets: list(z.strictObject({
      unit: name, kind: z.enum(['building', 'equipment']), name, size: z.string(),
      originalFen: fenAmount.optional(), depreciationFen: fenAmount.optional(),
    }), '资产'),
  }).default({ headcount: [], vehicles: [], assets: [] }),
  texts: list(z.strictObject({
    item: z.enum(Object.keys(ledgerTextItems) as [keyof typeof ledgerTextItems]), text: name,
  }), '文字说明'),
  forms: list(form, '绩效目标申报表；年度金额取自支出明细，不在此填写'),
  localCodes: list(z.strictObject({
    scheme: z.enum(['function', 'economic', 'governmentEconomic', 'revenue']), code: name, name,
  }), '自设科目'),
  pinned: list(z.strictObject({ table: name, row: name, column: name, printedFen: fenAmount }), '已批复、必须照印的数'),
}).meta({ title: '明账部门预算台账', description: '金额一律为整数，单位：分。' })

export type LedgerJson = z.input<typeof ledgerJsonSchema>
export type ParsedLedgerJson = z.output<typeof ledgerJsonSchema>
