/**
 * Notes how each value of the ledger is known, while the ledger is put together.
 *
 * @module
 */
import { ledgerCellKey, type LedgerMark, type LedgerMarks } from '@mingzhang/compile'

export interface MarkBook {
  /** Marks the value at the path inside the ledger; a later mark of the same value replaces the earlier one. */
  readonly mark: (path: readonly (string | number)[], mark: LedgerMark['mark'], note?: string) => void
  readonly marks: LedgerMarks
}

export function createMarkBook(): MarkBook {
  const marks = new Map<string, LedgerMark>()
  return {
    marks,
    mark: (path, mark, note) => {
      marks.set(ledgerCellKey(...path), note === undefined ? { mark } : { mark, note })
    },
  }
}
