import type { Outcome, Sentence } from '@mingzhang/figures'
import type { Mention } from './recognised-document.ts'

/** A share or a rate of change in a sentence or a table, recomputed. */
export interface Proportion {
  readonly id: string
  readonly kind: 'share' | 'change'
  readonly outcome: Outcome
  readonly statement: Sentence
  readonly mention: Pick<Mention, 'place' | 'text'>
  /** Ids of the figures and mentions that it ties, the percentage last. */
  readonly figures: readonly string[]
}
