/** The project performance target form (项目支出绩效目标申报表) as typed structure. Nothing is lost: raw text stays. */
import type { Place, Region } from '@mingzhang/figures'
import type { Decimal, PrintedAmount } from '@mingzhang/money'

/** A field's text as printed (joined over wrapped cells, without markup noise removed) and where it stands. */
export interface FormField {
  /** Empty when the field is printed but blank. */
  readonly text: string
  readonly place: Place
}

/**
 * Where the money comes from. `fiscal` is 财政拨款 of all levels together and `carriedIn` 上年结转; beside the levels of
 * government (中央, 省级, 市县) they are sums of theirs, without them they are parts of the total.
 */
export type FundingLevel = 'total' | 'fiscal' | 'central' | 'provincial' | 'local' | 'specialAccount' | 'carriedIn' | 'selfRaised' | 'other'

/** 实施期 (`life`) or 年度 (`annual`). The two are never compared as if they were the same money. */
export type FormSpan = 'life' | 'annual'

export interface FormFunding {
  readonly span: FormSpan
  readonly level: FundingLevel
  readonly amount: PrintedAmount
  readonly place: Place
}

/** 数量、质量、时效、成本 / 经济、社会、生态、可持续影响 / 满意度. */
export type IndicatorKind =
  | 'quantity' | 'quality' | 'timeliness' | 'cost' | 'economic' | 'social' | 'ecological' | 'sustainability' | 'satisfaction'

export type IndicatorOperator = '=' | '≥' | '≤' | '>' | '<'

/** What an indicator value says. The raw text always stays. */
export type IndicatorValue =
  | { readonly kind: 'number'; readonly raw: string; readonly operator: IndicatorOperator; readonly operatorStated: boolean; readonly number: Decimal; readonly unit: string }
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'blank'; readonly raw: string }

/** What a self-evaluation says of one indicator. A cell that the form does not have is missing, a blank one has an empty text. */
export interface IndicatorResult {
  /** 实际完成值. */
  readonly actual: FormField | undefined
  /** 得分, in points as printed. */
  readonly score: FormField | undefined
  /** 偏差原因分析及改进措施. */
  readonly reason: FormField | undefined
}

export interface Indicator {
  readonly span: FormSpan
  /** 分值 or 权重, in points as printed; missing where the form has no such column. */
  readonly weight?: FormField
  /** Only in a self-evaluation. */
  readonly result?: IndicatorResult
  /** 产出指标, 效益指标, 满意度指标 as printed above it; `undefined` where the print lost it. */
  readonly level1: string | undefined
  /** The second-level name as printed (数量指标, 社会公益指标). */
  readonly level2: string
  /** `undefined` for a second-level name that is not in the standard list. */
  readonly kind: IndicatorKind | undefined
  /** The third-level name; empty where only a value is printed. */
  readonly name: string
  readonly value: IndicatorValue
  readonly place: Place
}

/** A second-level name that is printed with nothing beside it: the form asks for such indicators and none is given. */
export interface BlankIndicator {
  readonly span: FormSpan
  readonly level1: string | undefined
  readonly level2: string
  readonly kind: IndicatorKind | undefined
  readonly place: Place
}

/** The free-text fields: 项目概况, 立项依据, 项目设立必要性, 制度措施, 实施计划. */
export type FormTextField = 'overview' | 'basis' | 'necessity' | 'measures' | 'plan'

/** A row of money in a self-evaluation (项目资金（万元）: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分). */
export interface EvaluatedFunding {
  readonly level: FundingLevel
  readonly place: Place
  /** 年初预算数. */
  readonly initial: PrintedAmount | undefined
  /** 全年预算数, after adjustment. */
  readonly budget: PrintedAmount | undefined
  /** 全年执行数. */
  readonly executed: PrintedAmount | undefined
  /** 执行率 as printed. */
  readonly rate: FormField | undefined
  /** 分值 of the execution rate, in points as printed. */
  readonly weight: FormField | undefined
  readonly score: FormField | undefined
}

/** What a self-evaluation form (绩效自评表) says beyond the targets that it repeats. */
export interface FormEvaluation {
  /** 实际完成情况, beside the goal. */
  readonly achieved: FormField | undefined
  readonly funding: readonly EvaluatedFunding[]
  /** 总分: the printed full marks and the score reached; missing where not printed. */
  readonly total: { readonly weight: FormField | undefined; readonly score: FormField | undefined; readonly place: Place } | undefined
}

/** An amount of a main task: planned or spent, in all or from 财政拨款 or 其他资金. */
export interface TaskAmount {
  readonly side: 'budget' | 'executed'
  readonly part: 'total' | 'fiscal' | 'other'
  readonly amount: PrintedAmount
  readonly place: Place
}

/** A main task of the year in a whole-department form (年度主要任务), with its money; `isTotal` for the line 金额合计. */
export interface DepartmentTask {
  readonly name: FormField
  readonly isTotal: boolean
  readonly amounts: readonly TaskAmount[]
}

/** An amount of a whole-department form and which part of the department's money it is. */
export interface DepartmentMoney {
  readonly part: 'total' | 'basic' | 'project' | 'fiscal' | 'other' | 'fiscalBasic' | 'fiscalProject' | 'otherBasic' | 'otherProject'
  readonly amount: PrintedAmount
  readonly place: Place
}

/** What a whole-department form (部门整体支出绩效目标表) says beyond its goal and indicators. */
export interface DepartmentOverview {
  readonly money: readonly DepartmentMoney[]
  readonly tasks: readonly DepartmentTask[]
}

export interface ProjectForm {
  /** Whether it is a form of its own or rows of a table that lists one project after the other; missing: a form. */
  readonly layout?: 'form' | 'list'
  /** Only in the form of a whole department. */
  readonly overview?: DepartmentOverview
  /** Only in a self-evaluation. */
  readonly evaluation?: FormEvaluation
  /** 1-based position in the document. */
  readonly index: number
  /** Where the form begins. */
  readonly place: Place
  /** Its printed title. */
  readonly title: string
  /** The year in brackets below the title. */
  readonly year: number | undefined
  readonly projectName: FormField
  /** 主管部门及代码, as printed; damaged codes stay damaged. */
  readonly department: { readonly field: FormField; readonly code: string | undefined; readonly name: string }
  readonly implementingUnit: FormField
  /** 项目属性, such as 一次性项目(1年结束). */
  readonly attribute: FormField
  /** 项目期, such as 1年; `years` when it can be read. */
  readonly duration: { readonly field: FormField; readonly years: number | undefined }
  /** Amounts in the form's unit (元 in the sample). A row that the print lost is not here; a blank one is, as blank. */
  readonly funding: readonly FormFunding[]
  readonly texts: Readonly<Partial<Record<FormTextField, FormField>>>
  readonly goals: Readonly<Partial<Record<FormSpan, FormField>>>
  readonly indicators: readonly Indicator[]
  /** Second-level names with nothing beside them. A half that the print lost altogether has neither these nor indicators. */
  readonly blankIndicators?: readonly BlankIndicator[]
  /** 负责人: a person's name, to be masked like the handler's. */
  readonly responsible?: FormField
  readonly handler: FormField | undefined
  readonly phone: FormField | undefined
  /** 填报日期; `date` is `YYYY-MM-DD` when the digits are a real date. */
  readonly filledOn: { readonly field: FormField; readonly date: string | undefined } | undefined
  /** Everything of the form as lines of cells, for rules that search its text. */
  readonly cells: readonly FormField[]
}

/** How a form was joined to a row of the project tables. */
export interface FormLink {
  readonly form: ProjectForm
  /** `name`: the names agree after normalisation; `amount`: the name is damaged and only the amount identifies it. */
  readonly by: 'name' | 'amount' | 'basic-expenditure' | 'none'
  /** The project's name in the table, when joined. */
  readonly project: string | undefined
  /** The region of the total of the table's row, when joined to one that was read into figures. */
  readonly region?: Region
  /** Several projects share the name and nothing tells them apart: its money is then no single row's. */
  readonly isAmbiguous?: boolean
}
