/** The project performance target form (项目支出绩效目标申报表) as typed structure. Nothing is lost: raw text stays. */
import type { Place } from '@mingzhang/figures'
import type { Decimal, PrintedAmount } from '@mingzhang/money'

/** A field's text as printed (joined over wrapped cells, without markup noise removed) and where it stands. */
export interface FormField {
  /** Empty when the field is printed but blank. */
  readonly text: string
  readonly place: Place
}

export type FundingLevel = 'total' | 'central' | 'provincial' | 'local' | 'selfRaised' | 'other'

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

export interface Indicator {
  readonly span: FormSpan
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

export interface ProjectForm {
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
}
