/**
 * A combination of keys that a line of the ledger could have.
 *
 * @module
 */
import type { LedgerFund, LedgerPeriod } from '@mingzhang/compile'
import type { Region } from '@mingzhang/figures'
import type { EconomicAxis, FunctionAxis, ProjectAxis, UnitAxis } from './axes.ts'

/** What a candidate becomes when it holds money. */
export type CandidateLine =
  | { readonly view: 'project'; readonly project: ProjectAxis; readonly function: FunctionAxis; readonly fund: LedgerFund; readonly period: LedgerPeriod }
  | {
    readonly view: 'basic'
    readonly use: 'personnel' | 'operating'
    readonly unit: UnitAxis
    readonly function: FunctionAxis
    /** `undefined` for basic expenditure that no table divides by economic subject. */
    readonly economic: EconomicAxis | undefined
    readonly fund: LedgerFund
    readonly period: LedgerPeriod
  }
  | { readonly view: 'carriedOut'; readonly function: FunctionAxis; readonly fund: LedgerFund; readonly period: LedgerPeriod }
  | { readonly view: 'revenue'; readonly subject: string; readonly fund: LedgerFund; readonly period: LedgerPeriod }

export interface Candidate {
  readonly region: Region
  readonly line: CandidateLine
  /** How unlikely the combination is, for one printed digit of money: 0 for the likeliest. */
  readonly cost: number
}
