/**
 * The layout of a place: how a disclosure is printed there, from the cover to the forms.
 *
 * Labels are written as they are printed; what a label means is looked up in the same words that recognition uses, so a
 * table is declared once for both directions. Texts may hold `{year}`, `{previousYear}`, `{body}` (the publishing body),
 * `{region}` (the county) and `{level}` (部门 or 单位).
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'

export interface DisclosureLayout {
  /** Such as `shanxi`; the place half of a profile's name (`shanxi/2023`). */
  readonly id: string
  readonly name: string
  readonly years: { readonly from: number; readonly to: number }
  /** On the cover: `{year}年度部门预算公开`. */
  readonly title: string
  /** In reading order. */
  readonly parts: readonly LayoutPart[]
  /** In reading order; they make the part whose content is `tables`. */
  readonly tables: readonly TableLayout[]
  /** Title and subtitle of the project performance forms. */
  readonly formTitle: string
  readonly formSubtitle: string
  /** Above every table, at the left: `{level}名称：{body}`. */
  readonly tableCaption: string
  /** Below a table that prints no amount. */
  readonly emptyNote: string
  /** A change over last year beyond so many per cent needs a reason; 0 means every change. */
  readonly reasonThresholds: { readonly threePublic: number; readonly others: number }
}

/** 第一部分 to 第四部分. */
export interface LayoutPart {
  readonly heading: string
  /** The statutory tables, written sections (the department's texts and the narrative), or 名词解释. */
  readonly content: 'tables' | 'sections' | 'glossary'
  /** In reading order; only where the part is made of sections. */
  readonly sections: readonly LayoutSection[]
}

export interface LayoutSection {
  /** What the section says; the narrative knows how to write each one. */
  readonly id: LayoutSectionId
  readonly heading: string
}

/** The sections that a layout can ask for: kinds of sections.yaml that can be written from a ledger. */
export const layoutSectionIds = [
  'duties', 'organisation', 'budgetChange', 'revenueBudget', 'expenditureBudget', 'fiscalAppropriation', 'generalPublicExpenditure',
  'basicExpenditure', 'projectExpenditure', 'threePublic', 'governmentFund', 'stateCapital', 'agencyOperating', 'procurement', 'performance',
  'assets', 'serviceCatalogue', 'otherStatements',
] as const

export type LayoutSectionId = (typeof layoutSectionIds)[number]

/** How a statutory table is printed. */
export interface TableLayout {
  /** The table kind that it is: region and row dimensions come from there. */
  readonly kind: string
  readonly title: string
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: readonly LayoutColumn[]
  /** Whether a row of column numbers (1 2 3 …) stands below the heads. */
  readonly numbered: boolean
  /** Rows from top to bottom. In a two-sided table the two sides of a band start in the same line. */
  readonly bands: readonly LayoutBand[]
}

/** A column, or a head above several. */
export interface LayoutColumn {
  readonly label: string
  /** Relative; of a column, not of a head above several. */
  readonly width: number
  /** Only where the label alone does not say which money the column holds. */
  readonly region: Region | undefined
  readonly columns: readonly LayoutColumn[]
}

/** `only` in an ordinary table; `revenue` and `expenditure` in a two-sided one. */
export type LayoutBand = Readonly<Partial<Record<'only' | 'revenue' | 'expenditure', readonly LayoutRow[]>>>

/**
 * One row with a fixed label, or one for each of a set:
 *
 * - `functionClass`: every 功能分类 类 in force, numbered 一、二、三、, whether or not it holds money.
 * - `function`, `economic`, `revenueSubject`: every subject that holds money in this table, 类 before its 款 before their 项.
 * - `economicByGovernment`: every economic subject, its 款 once for each 政府预算支出经济分类 that it pays through.
 * - `unit`, `project`: every one that holds money in this table; `project` below a `unit` lists that unit's own.
 */
export type LayoutRow =
  | {
      readonly label: string
      /** Only where the label alone does not say which money the row holds. */
      readonly region: Region | undefined
      /** Set off in weight. */
      readonly total: boolean
      /** Rows that this one holds: they are read as its parts. */
      readonly rows: readonly LayoutRow[]
    }
  | { readonly each: LayoutRowSet; readonly rows: readonly LayoutRow[] }

export const layoutRowSets = ['functionClass', 'function', 'economic', 'economicByGovernment', 'revenueSubject', 'unit', 'project'] as const

export type LayoutRowSet = (typeof layoutRowSets)[number]
