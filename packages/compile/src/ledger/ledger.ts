/**
 * The ledger: a department's budget kept once, as lines of money. Everything that is published comes from it.
 *
 * All amounts are whole fen. Codes are as in 政府收支分类科目 of the budget year. Names of units and projects are the keys
 * that lines refer to; they are unique among themselves.
 *
 * @module
 */
import type { Fen } from '@mingzhang/money'

export interface Ledger {
  readonly department: LedgerDepartment
  /** In the order of publication; the department's own bureau (本级) is one of them. At least one. */
  readonly units: readonly LedgerUnit[]
  readonly projects: readonly LedgerProject[]
  readonly lines: readonly BudgetLine[]
  readonly revenue: readonly RevenueLine[]
  readonly carriedOut: readonly CarriedOutLine[]
  readonly priorYear: readonly PriorYearAmount[]
  readonly procurement: readonly ProcurementLine[]
  readonly facts: LedgerFacts
  readonly texts: readonly LedgerText[]
  readonly forms: readonly PerformanceForm[]
  /** 自设科目: codes of the province or the department that the national list lacks. */
  readonly localCodes: readonly LocalCode[]
  /** Amounts that were already approved as printed (批复) and must be printed so: 舍位平衡 keeps them. */
  readonly pinned: readonly PinnedAmount[]
}

export interface LedgerDepartment {
  readonly name: string
  /** 部门编码, such as 028; empty where none is given. */
  readonly code: string
  readonly year: number
  /** The document is that of a department with its units, or of one unit. */
  readonly level: 'department' | 'unit'
  /** 批复日期 and 公开日期, `YYYY-MM-DD`. */
  readonly approvedOn?: string
  readonly publishedOn?: string
  /** Who approved: 清河县财政局. */
  readonly approvedBy?: string
  /** The place whose form layout is used: 清河县 in 清河县县级预算部门(单位)项目支出绩效目标申报表. */
  readonly region?: string
  /** An office line (区号-号码) for questions: a public form carries it, never a mobile number. */
  readonly officePhone?: string
}

/** 行政单位, 参照公务员法管理的事业单位, 其他事业单位. Decides 机关运行经费 and the government economic subject. */
export type UnitNature = 'administrative' | 'civilServiceManaged' | 'institution'

export interface LedgerUnit {
  readonly name: string
  readonly code: string
  readonly nature: UnitNature
}

/** 其他运转类, 特定目标类. 人员类 and 公用经费 are not projects here: see `BudgetLine.use`. */
export type ProjectClass = 'operation' | 'specificTarget'

export interface LedgerProject {
  readonly name: string
  readonly code: string
  readonly unit: string
  readonly class: ProjectClass
}

/** 一般公共预算, 政府性基金, 国有资本经营, 财政专户, 单位资金 and its kinds: nodes of the `fund` dimension. */
export type LedgerFund =
  | 'fiscal/generalPublic' | 'fiscal/governmentFund' | 'fiscal/stateCapital' | 'specialAccount'
  | 'unitFunds' | 'unitFunds/operations' | 'unitFunds/business' | 'unitFunds/superior' | 'unitFunds/subordinate' | 'unitFunds/other'

export type LedgerPeriod = 'current' | 'carriedIn'

/** The government that pays, as performance forms ask for it. */
export type FundingSource = 'central' | 'provincial' | 'local' | 'selfRaised' | 'other'

/** One line of expenditure. Several lines may share all of their keys: they add up. */
export interface BudgetLine {
  readonly unit: string
  /** What it is for: 人员类, 公用经费, or a project by name. */
  readonly use: { readonly kind: 'personnel' } | { readonly kind: 'operating' } | { readonly kind: 'project'; readonly project: string }
  /** 功能分类 项, 7 digits. */
  readonly function: string
  /** 部门预算支出经济分类 款, 5 digits. Required for basic expenditure; a project's may be open. */
  readonly economic: string | undefined
  /** 政府预算支出经济分类 款, 5 digits. Where open, the official mapping of the unit's nature gives it. */
  readonly governmentEconomic: string | undefined
  readonly fund: LedgerFund
  readonly period: LedgerPeriod
  /** Where open: local for 财政拨款, selfRaised for the rest. */
  readonly source: FundingSource | undefined
  readonly amount: Fen
}

/** One line of revenue. Per fund and period, revenue equals expenditure and what is carried out: the ledger is refused otherwise. */
export interface RevenueLine {
  readonly unit: string
  readonly fund: LedgerFund
  readonly period: LedgerPeriod
  /** 收入科目; required for 政府性基金 and 国有资本经营 of the year, which are published by revenue subject. */
  readonly subject: string | undefined
  readonly amount: Fen
}

/** 年终结转: money planned to be left for its purpose at the end of the year. */
export interface CarriedOutLine {
  readonly unit: string
  readonly function: string
  readonly fund: LedgerFund
  readonly period: LedgerPeriod
  readonly amount: Fen
}

/** Which of last year's amounts: those that the narrative compares with. */
export const priorYearItems = {
  total: { name: '收支总计', region: {} },
  generalPublic: { name: '一般公共预算当年拨款', region: { fund: 'fiscal/generalPublic', period: 'current' } },
  threePublic: { name: '“三公”经费', region: { use: 'spent', fund: 'fiscal', threePublic: 'all' } },
  abroad: { name: '因公出国（境）费', region: { use: 'spent', fund: 'fiscal', threePublic: 'all/abroad' } },
  reception: { name: '公务接待费', region: { use: 'spent', fund: 'fiscal', threePublic: 'all/reception' } },
  vehiclePurchase: { name: '公务用车购置费', region: { use: 'spent', fund: 'fiscal', threePublic: 'all/vehicle/purchase' } },
  vehicleRunning: { name: '公务用车运行维护费', region: { use: 'spent', fund: 'fiscal', threePublic: 'all/vehicle/running' } },
  agencyOperating: { name: '机关运行经费', region: { use: 'spent', fund: 'fiscal', agencyOperating: 'all' } },
} as const

export type PriorYearItem = keyof typeof priorYearItems

/** An amount of last year's budget. An item that is not given is not known: its sentence makes no comparison. */
export interface PriorYearAmount {
  readonly item: PriorYearItem
  readonly amount: Fen
}

export interface ProcurementLine {
  readonly unit: string
  readonly kind: 'goods' | 'works' | 'services'
  /** What is bought, for the department's own use. */
  readonly name: string
  readonly amount: Fen
}

/** Facts that the narrative states besides money. What is not given is not stated, never zero. */
export interface LedgerFacts {
  readonly headcount: readonly { readonly unit: string; readonly kind: HeadcountKind; readonly people: number }[]
  readonly vehicles: readonly { readonly unit: string; readonly kind: string; readonly count: number }[]
  /** 房屋 and 单价100万元以上设备. */
  readonly assets: readonly LedgerAsset[]
}

/** 行政编制, 参公编制, 事业编制, 工勤编制 in post, and 离退休人员. */
export type HeadcountKind = 'administrativePosts' | 'civilServiceManagedPosts' | 'institutionPosts' | 'workerPosts' | 'retired'

export interface LedgerAsset {
  readonly unit: string
  readonly kind: 'building' | 'equipment'
  readonly name: string
  /** Square metres for a building, as printed; pieces for equipment. */
  readonly size: string
  readonly original: Fen | undefined
  readonly depreciation: Fen | undefined
}

/**
 * A text that the department writes itself.
 *
 * Numbers in it are slots: `{收入总计}` prints a figure, `{照录：27万元}` prints a number that is no figure of this budget as
 * it stands. A number outside a slot (other than a year, a date, a numbering or a document's number) stops the compile.
 */
export interface LedgerText {
  readonly item: LedgerTextItem
  readonly text: string
}

export const ledgerTextItems = {
  duties: '部门职责',
  organisation: '机构设置',
  revenueReason: '收入增减原因',
  expenditureReason: '支出增减原因',
  generalPublicReason: '一般公共预算增减原因',
  threePublicReason: '“三公”经费增减原因',
  agencyOperatingReason: '机关运行经费增减原因',
  procurement: '政府采购补充说明',
  performance: '绩效管理补充说明',
  overallTarget: '部门整体绩效目标',
  assets: '国有资产补充说明',
  serviceCatalogue: '政府购买服务指导性目录',
  governmentFund: '政府性基金预算补充说明',
  stateCapital: '国有资本经营预算补充说明',
  other: '其他说明',
  glossary: '名词解释',
} as const

export type LedgerTextItem = keyof typeof ledgerTextItems

/** The project performance target form (项目支出绩效目标申报表) of one project, or of 人员类 / 公用经费 as a whole. */
export interface PerformanceForm {
  /** What the form is for. The annual amounts come from the lines, never from here. */
  readonly subject: { readonly kind: 'personnel' } | { readonly kind: 'operating' } | { readonly kind: 'project'; readonly project: string }
  /** 实施单位; the project's unit where open. */
  readonly unit: string | undefined
  /** 项目属性: 一次性项目(1年结束). */
  readonly attribute: string
  /** 项目期: 3年. */
  readonly duration: string
  /** 实施期资金 by source. Open: the same as this year's. */
  readonly lifeFunding: Readonly<Partial<Record<FundingSource, Fen>>> | undefined
  readonly overview: string
  readonly basis: string
  readonly necessity: string
  readonly measures: string
  readonly plan: string
  readonly lifeGoal: string
  readonly annualGoal: string
  readonly indicators: readonly LedgerIndicator[]
  /** For the internal rendition only. */
  readonly responsible: string
  readonly handler: string
  readonly phone: string
  /** 填报日期 as printed. */
  readonly filledOn: string
}

export interface LedgerIndicator {
  readonly span: 'life' | 'annual'
  /** 产出指标, 效益指标, 满意度指标, 成本指标. */
  readonly level1: string
  /** 数量指标 … */
  readonly level2: string
  readonly name: string
  /** As printed: `≥98%`, `每月25日前`. */
  readonly value: string
}

export interface LocalCode {
  readonly scheme: 'function' | 'economic' | 'governmentEconomic' | 'revenue'
  readonly code: string
  readonly name: string
}

/** A printed amount that must stay. `region` names it as figures do; `printed` is the amount as printed, in fen. */
export interface PinnedAmount {
  /** The statutory table's kind, the row's label or code and the column's head, as the workbook of tables prints them. */
  readonly table: string
  readonly row: string
  readonly column: string
  readonly printed: Fen
}
