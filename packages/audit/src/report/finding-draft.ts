import type { Fen } from '@mingzhang/money'
import type { Place } from '@mingzhang/figures'
import type { ReportFinding } from '../model/report.ts'
import type { Bilingual, Severity } from '../model/rule.ts'
import type { identityRules } from '../rules/identity-rules.ts'

/** A finding of a derived identity before it gets its id, title and citations. */
export interface IdentityRuleFinding {
  readonly rule: keyof typeof identityRules
  readonly key: string
  readonly verdict: ReportFinding['verdict']
  readonly severity: Severity
  readonly statement: Bilingual
  readonly places: readonly Place[]
  readonly figures: readonly string[]
  readonly expected: Fen | string | null
  readonly found: Fen | string | null
  readonly difference: Fen | null
  readonly identities: readonly string[]
}
