/** The contract of a rule that needs meaning. Derived identities need no rule: they follow from the tables. */
import type { Place, Sentence } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import type { Profile, Vocabulary } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from './recognised-document.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** The same words for both kinds of reader. */
export type Bilingual = Sentence

/** A citation: the id of a legal source in `vocabulary/data/legal.yaml`, and the article or passage. */
export interface Basis {
  readonly source: string
  readonly article: string
}

export interface RuleMeta {
  /** Official id: `D01` … for project forms, `K51` … for narrative, `L70` … for forms against tables, `T39` … for tables. */
  readonly id: string
  readonly title: Bilingual
  readonly severity: Severity
  readonly basis: readonly Basis[]
  /** What the rule checks and why, for its page in docs/rules. */
  readonly explanation: Bilingual
  /** How a finding can be legitimate. */
  readonly legitimate: Bilingual
}

export interface AuditContext {
  readonly document: RecognisedDocument
  readonly vocabulary: Vocabulary
  readonly profile: Profile | undefined
}

/** One thing that a rule found. Amounts in fen; anything else as text. Personal data is already masked. */
export interface RuleFinding {
  /** Distinguishes findings of one rule in one document; stable when the document does not change. */
  readonly key: string
  /** What is wrong here, as one Chinese sentence that names both sides. Never says "illegal". */
  readonly statement: Bilingual
  /** All sides: at least one place. */
  readonly places: readonly Place[]
  readonly expected?: Fen | string
  readonly found?: Fen | string
  readonly difference?: Fen
  /** Graver or milder than the rule's own severity where this case is. */
  readonly severity?: Severity
}

/**
 * What a rule says of a document. `checked` counts the things that it could judge; a rule that found nothing to judge
 * is `not-applicable`, and one that could not read what it needs is `undetermined` with the reason: neither is a pass.
 */
export interface RuleOutcome {
  readonly outcome: 'pass' | 'fail' | 'not-applicable' | 'undetermined'
  readonly checked: number
  readonly findings: readonly RuleFinding[]
  /** What could not be judged and why. */
  readonly undetermined: readonly { readonly places: readonly Place[]; readonly reason: Bilingual }[]
}

export interface Rule {
  readonly meta: RuleMeta
  /** Pure: no clock, no file, no throw. */
  check(context: AuditContext): RuleOutcome
}

/** The outcome that follows from what was checked, found and left open. */
export function outcomeOf(checked: number, findings: readonly RuleFinding[], undetermined: RuleOutcome['undetermined'] = []): RuleOutcome {
  const outcome = findings.length > 0 ? 'fail' : checked > 0 ? 'pass' : undetermined.length > 0 ? 'undetermined' : 'not-applicable'
  return { outcome, checked, findings, undetermined }
}
