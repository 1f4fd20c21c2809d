/**
 * The vocabulary: what printed words mean, as data that a practitioner can read and extend.
 *
 * @module
 */
import type { DimensionId, NodePath, Region } from '@mingzhang/figures'
import type { DisclosureLayout } from './layout.ts'

/** Where a word may stand. The same word can mean different things as a column head and in a sentence. */
export type WordUse = 'title' | 'column' | 'row' | 'prose'

/** A label and the nodes that it stands for. */
export interface Word {
  /** As printed, after `normaliseLabel`. */
  readonly text: string
  readonly uses: readonly WordUse[]
  readonly region: Region
  /**
   * What the label does in a table besides naming a region. `ordinal` heads a column of line numbers; `part` is a row
   * that splits the row above it, whatever that is.
   */
  readonly role?: 'total' | 'code' | 'name' | 'label' | 'ordinal' | 'revenue' | 'expenditure' | 'part'
}

/** How the rows of a table are read: the dimensions that its row labels are looked up in, in this order. */
export interface TableSide {
  readonly region: Region
  readonly rows: readonly DimensionId[]
  /**
   * What a row that names a node of the first dimension means besides: a fund above 上年结转 is this year's, a function
   * above 年终结转 is spent. Totals and the carry-over rows say for themselves.
   */
  readonly detail: Region
}

/** A kind of statutory table. Recognised by the words of its title, never by its position or layout. */
export interface TableKind {
  /** Such as `revenueExpenditureSummary`. */
  readonly id: string
  /** The official name. */
  readonly name: string
  /** The title must hold every word of `all`, one of `any` (when given) and none of `none`. */
  readonly title: { readonly all: readonly string[]; readonly any: readonly string[]; readonly none: readonly string[] }
  /** Where titles do not tell kinds apart: one of these column heads must stand in the table. */
  readonly heads?: readonly string[]
  /** One side for an ordinary table; two for 收入 ‖ 支出. */
  readonly sides: { readonly only: TableSide } | { readonly revenue: TableSide; readonly expenditure: TableSide }
}

/** A classification code with its official or observed name. */
export interface ClassificationEntry {
  readonly scheme: 'function' | 'economic' | 'governmentEconomic' | 'revenueSubject'
  /** 3, 5 or 7 digits; up to 9 for a revenue subject. */
  readonly code: string
  readonly name: string
  /** As a node: `208/20805/2080502`. */
  readonly node: NodePath
  /** The budget years (inclusive) for which the name is known; `to` is 9999 while it is in force. */
  readonly years: { readonly from: number; readonly to: number }
  /** The fund the code belongs to; the same 类 can exist in several. Economic codes serve every fund: `fiscal`. */
  readonly fund: NodePath
  /** Where the name comes from, and in how many documents it was seen. */
  readonly provenance: { readonly source: string; readonly documents: number }
}

export interface Classification {
  /** Every entry of the code that is known for the year; empty for an unknown code, which is reported, not rejected. */
  lookup(scheme: ClassificationEntry['scheme'], code: string, year?: number): readonly ClassificationEntry[]
  /** Entries by (normalised) name: 类 names resolve the numbered rows `八、社会保障和就业支出`. */
  byName(scheme: ClassificationEntry['scheme'], name: string, level?: 1 | 2 | 3): readonly ClassificationEntry[]
}

/** A legal source that findings cite. */
export interface LegalSource {
  readonly id: string
  /** 《中华人民共和国预算法》 */
  readonly title: string
  /** 文号 or edition. */
  readonly number: string
  /** `verified` when the text was read, `practice` when known from practice only. */
  readonly standing: 'verified' | 'practice'
}

/** A place × years: what is special there. */
export interface Profile {
  /** Such as `shanxi`. */
  readonly id: string
  readonly name: string
  /** What it is a profile of: budgets where it does not say. */
  readonly document?: 'budget' | 'final' | undefined
  readonly years: { readonly from: number; readonly to: number }
  readonly rounding: 'half-up' | 'truncate' | 'balanced'
  /** Ids of the table kinds that the disclosure must hold, in order. */
  readonly requiredTables: readonly string[]
  readonly requiredSections: readonly string[]
  /** Statements that the narrative must make: each a list of words, normalised, of which one must occur in the normalised text. */
  readonly requiredStatements: readonly { readonly id: string; readonly name: string; readonly anyOf: readonly string[] }[]
  /** What form headings are called here. */
  readonly formTitles: readonly string[]
}

export interface Vocabulary {
  readonly words: readonly Word[]
  readonly tableKinds: readonly TableKind[]
  readonly sectionKinds: readonly SectionKind[]
  readonly classification: Classification
  readonly legal: ReadonlyMap<string, LegalSource>
  readonly profiles: readonly Profile[]
  /** How disclosures are printed, by place; absent where none is loaded. */
  readonly layouts?: readonly DisclosureLayout[]
  /** Which government economic codes a department economic code goes to; absent where none is loaded. */
  readonly economicMapping?: readonly EconomicMapping[]
}

/** 部门预算支出经济分类 → 政府预算支出经济分类, by the nature of the paying unit. A 类 code stands for all its 款. */
export interface EconomicMapping {
  /** 3 or 5 digits: 30101, or 301 for every 款 below it that has no entry of its own. */
  readonly department: string
  /** For 行政 and 参公 units. */
  readonly administrative: string
  /** For 事业单位. */
  readonly institution: string
}

/** A kind of narrative section: its heading's words, and the region that its amounts share. */
export interface SectionKind {
  readonly id: string
  readonly name: string
  readonly title: { readonly all: readonly string[]; readonly any: readonly string[]; readonly none: readonly string[] }
  readonly region: Region
}
