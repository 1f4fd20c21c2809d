import type { Vocabulary } from '@mingzhang/vocabulary'
import type { Ledger } from '../ledger.ts'
import type { LocateCell, ProblemText } from '../ledger-problem.ts'
import type { ProblemList } from '../read/problem-list.ts'

/** What every check of a ledger works with. */
export interface LedgerCheck {
  readonly ledger: Ledger
  readonly vocabulary: Vocabulary
  readonly locate: LocateCell
  readonly list: ProblemList
}

/** Reports `text` at the value of `key`, unless that value could not be read in the first place. */
export function reportAt({ list, locate }: LedgerCheck, key: string, text: ProblemText): void {
  if (!list.isUnread(key)) list.problem(locate(key), text)
}
