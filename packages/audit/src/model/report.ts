/** The JSON report: a published contract. Other programs measure the product through it. Amounts are integer fen. */
import type { Place, Region } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import type { Bilingual, Severity } from './rule.ts'

export const reportSchema = 'https://mingzhang.example/schema/audit-report/1' as const

export type IdentityVerdict = 'exact' | 'withinRounding' | 'conflict' | 'undetermined'
export type IdentityKind = 'equality' | 'partition' | 'containment' | 'share' | 'change'

export interface ReportFinding {
  /** Stable for the same document: rule and a short hash of what it found. */
  readonly id: string
  readonly rule: string
  readonly title: Bilingual
  readonly severity: Severity
  readonly verdict: 'conflict' | 'withinRounding' | 'undetermined' | 'fail'
  readonly places: readonly Place[]
  /** Ids of the figures concerned, for highlighting. */
  readonly figures: readonly string[]
  readonly expected: Fen | string | null
  readonly found: Fen | string | null
  readonly difference: Fen | null
  readonly statement: Bilingual
  /** `《预算法》第三十二条` … */
  readonly basis: readonly string[]
  readonly legitimate: Bilingual
  /** Ids of the identities that this finding groups: one finding per cause. */
  readonly identities: readonly string[]
}

export interface ReportFigure {
  readonly id: string
  readonly region: Region
  /** Fen; `null` for what states no amount: a blank, a dash, something unreadable, a percentage. */
  readonly value: Fen | null
  readonly quantum: Fen | null
  readonly state: 'stated' | 'blank' | 'dash' | 'unreadable'
  readonly text: string
  readonly place: Place
}

export interface ReportIdentity {
  readonly id: string
  readonly kind: IdentityKind
  readonly verdict: IdentityVerdict
  /** In words, with both sides' places and amounts. */
  readonly statement: Bilingual
  /** The whole first, then its parts. */
  readonly figures: readonly string[]
  readonly difference: Fen | null
  /** Rounding explains any |difference| below this, in fen. */
  readonly bound: Fen | null
}

export interface AuditReport {
  readonly schema: typeof reportSchema
  readonly version: string
  readonly document: {
    readonly name: string
    readonly body: string | null
    readonly year: number | null
    readonly kind: 'budget' | 'final' | 'performance' | null
    readonly level: 'department' | 'unit' | null
    readonly profile: string | null
  }
  readonly summary: {
    readonly tables: { readonly recognised: number; readonly expected: number }
    readonly cells: { readonly numeric: number; readonly bound: number }
    readonly prose: { readonly figures: number; readonly bound: number }
    readonly forms: { readonly found: number; readonly joined: number }
    readonly identities: Readonly<Record<IdentityVerdict, number>>
    readonly findings: Readonly<Record<Severity, number>>
    readonly rules: Readonly<Record<'pass' | 'fail' | 'not-applicable' | 'undetermined', number>>
  }
  readonly findings: readonly ReportFinding[]
  /** Whether all printed figures are jointly possible, and if not the smallest set that is not. */
  readonly diagnosis: {
    readonly possible: boolean | null
    /** Each an irreducible set of figures that cannot all hold, with the identities that tie them. */
    readonly conflicts: readonly { readonly figures: readonly string[]; readonly identities: readonly string[] }[]
    /** The fewest figures to change so that everything holds. `alternatives` counts equally good repairs; 1 is unique. */
    readonly repair: { readonly alternatives: number; readonly changes: readonly { readonly figure: string; readonly from: Fen; readonly to: Fen }[] } | null
  }
  readonly identities: readonly ReportIdentity[]
  readonly figures: readonly ReportFigure[]
  readonly tables: readonly { readonly id: string; readonly kind: string; readonly title: string; readonly place: Place }[]
  readonly forms: readonly { readonly name: string; readonly joinedBy: 'name' | 'amount' | 'basic-expenditure' | 'none'; readonly project: string | null; readonly place: Place }[]
  /** Numbers that could not be bound, with the reason: nothing is skipped silently. */
  readonly unbound: readonly { readonly place: Place; readonly text: string; readonly reason: string }[]
  /** Per rule: what it could judge. */
  readonly rules: readonly { readonly id: string; readonly outcome: 'pass' | 'fail' | 'not-applicable' | 'undetermined'; readonly checked: number; readonly undetermined: readonly string[] }[]
  /** The document as read, so that a report can show it. Personal data is masked. */
  readonly blocks: readonly ReportBlock[]
}

/** A block of the document as shown: a paragraph, or rows of cells. `figure` is the id of the figure bound to a cell or span. */
export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly spans: readonly { readonly start: number; readonly end: number; readonly figure: string }[] }
  | { readonly kind: 'grid'; readonly rows: readonly (readonly { readonly text: string; readonly figure: string | null }[])[] }
