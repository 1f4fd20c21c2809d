/** What recognition makes of a document: tables with regions, prose with bound figures, forms. Rules work on this. */
import type { DocumentTree } from '@mingzhang/document'
import type { Figure, Place, Region } from '@mingzhang/figures'
import type { Decimal, PrintedAmount, PrintedUnit } from '@mingzhang/money'
import type { FormLink, ProjectForm } from './form.ts'

/** A fact about the document itself, read from it; never a default. */
export interface DocumentFact<Value> {
  readonly value: Value
  readonly place: Place
  /** `stated` in words at the place; `inferred` from how the document speaks there, which can be wrong. */
  readonly confidence: 'stated' | 'inferred'
}

export interface DocumentFacts {
  /** The publishing body's name. */
  readonly body: DocumentFact<string> | undefined
  readonly year: DocumentFact<number> | undefined
  readonly kind: DocumentFact<'budget' | 'final' | 'performance'> | undefined
  readonly level: DocumentFact<'department' | 'unit'> | undefined
}

/** What a cell compares, by the ids of the two cells: `of` less `base`. */
export interface CellChange {
  /** `amount`: the difference; `rate`: it in per cent of `base`; `completion`: `of` in per cent of `base`. */
  readonly kind: 'amount' | 'rate' | 'completion'
  readonly of: string
  readonly base: string
  /** The printed percentage, for `rate` and `completion`. */
  readonly rate?: Decimal
}

/** One value cell of a recognised table. */
export interface TableCell {
  /** The figure's id; unique in the document. */
  readonly id: string
  readonly printed: PrintedAmount
  readonly place: Place
  /** `undefined` when the cell could not be bound; `unbound` says why. */
  readonly region: Region | undefined
  readonly unbound: string | undefined
  /** One of a few picked out of a whole (其中：): bound like any other, but no complete part of a sum. */
  readonly partial: boolean
  /** The year that its column names where that is not the document's (上年预算数); its region then names that year. */
  readonly otherYear?: number
  /** Set where the row counts things (公务用车保有量（辆）, 国内公务接待批次（个）): no money, and not expected to be bound. */
  readonly isCount?: true
  /** For a cell that compares two others (增减额, 增减%): which. A rate has no region of its own. */
  readonly change?: CellChange
  /** The index of its row in the table's `rows`, and of its column; where a list goes on beside its beginning, of the column there. */
  readonly row: number
  readonly column: number
  readonly side: 'only' | 'revenue' | 'expenditure'
}

export interface TableRow {
  /** The row label as printed (科目名称, 项目名称 …), without its code. */
  readonly label: string
  /** 科目编码 as printed, where the table has that column. */
  readonly code: string | undefined
  /** Further text cells of the row by their column head, such as 政府预算支出经济科目名称. */
  readonly texts: Readonly<Record<string, string>>
  readonly side: 'only' | 'revenue' | 'expenditure'
  readonly place: Place
}

export interface RecognisedTable {
  /** Such as `t5`: the position among the recognised tables. */
  readonly id: string
  /** The table kind's id in the vocabulary. */
  readonly kind: string
  readonly title: string
  readonly place: Place
  /** `undefined` when no unit is printed: its amounts are then unread, never guessed. */
  readonly unit: PrintedUnit | undefined
  /** Whether 本表无数据 (or its like) is printed below or in it. */
  readonly noDataNote: Place | undefined
  readonly rows: readonly TableRow[]
  readonly cells: readonly TableCell[]
}

/** A part of the narrative below one heading. */
export interface NarrativeSection {
  /** The section kind's id in the vocabulary; `undefined` for a heading that it does not know. */
  readonly kind: string | undefined
  readonly heading: string
  readonly place: Place
  readonly paragraphs: readonly { readonly text: string; readonly place: Place }[]
}

/**
 * What a number in the narrative is to its neighbours.
 *
 * `amount` is the total of a region; `previous` the same for last year; `change` and `changeRate` are the increase over
 * last year; `share` is a percentage of a whole; `count` counts things (人, 个, 辆); `other` is none of these (a year,
 * a clause number) and is not expected to be bound.
 */
export type MentionRole = 'amount' | 'previous' | 'change' | 'changeRate' | 'share' | 'count' | 'other'

/** A number in the narrative. */
export interface Mention {
  readonly id: string
  readonly role: MentionRole
  /** Index into `sections`. */
  readonly section: number
  /** As printed, with its unit: `22,943.00万元`. */
  readonly text: string
  readonly place: Place
  /** The sentence or clause that it stands in. */
  readonly clause: string
  /** The words before it that name what it is: `政府性基金预算拨款收入`. */
  readonly label: string
  readonly number: Decimal
  /** The printed unit (`万元`, `%`, `人`); empty when none is printed, which is itself a finding for money. */
  readonly unit: string
  /** For money: the amount. Without a printed unit it is unreadable. */
  readonly printed: PrintedAmount | undefined
  /** The region of an `amount` or `previous`; for `share`, `change` and `changeRate` that of their subject. */
  readonly region: Region | undefined
  /** The `amount` that a share, change or rate speaks of (a mention's id). */
  readonly subject: string | undefined
  /** For a share: the region of the whole. */
  readonly whole: Region | undefined
  /** For a change: what the words say. */
  readonly direction: 'increase' | 'decrease' | 'same' | undefined
  /** Why it could not be bound; `undefined` when it is. */
  readonly unbound: string | undefined
  /** Why it is no figure of this budget (the value of an asset, a result of the work) and is not expected to be bound. */
  readonly outside?: string | undefined
}

export interface RecognisedDocument {
  readonly tree: DocumentTree
  readonly facts: DocumentFacts
  readonly tables: readonly RecognisedTable[]
  readonly sections: readonly NarrativeSection[]
  readonly mentions: readonly Mention[]
  /** Project target forms, whether each is a form of its own or rows of a list. */
  readonly forms: readonly ProjectForm[]
  /** Target forms of the whole department (部门整体支出绩效目标表). */
  readonly departmentForms?: readonly ProjectForm[]
  /** Self-evaluations (绩效自评表) of projects and of the whole department. */
  readonly evaluations?: readonly ProjectForm[]
  readonly formLinks: readonly FormLink[]
  /** Every bound amount of tables, prose and forms. */
  readonly figures: readonly Figure[]
  /** Grids with numbers that no table kind or form claims, with the reason and how many amounts they hold. */
  readonly unrecognised: readonly { readonly place: Place; readonly title: string; readonly reason: string; readonly amounts: number }[]
}
