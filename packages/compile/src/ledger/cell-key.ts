/**
 * Names for the single values of a ledger, so that a mark, a problem and a cell of the workbook mean the same thing.
 *
 * @module
 */

/**
 * The path of a value inside the `Ledger`, from its root, indexes from 0: `department.name`, `lines.12.economic`,
 * `facts.headcount.0.people`, `forms.3.indicators.2.value`, `forms.3.lifeFunding.central`. What a line is for is one
 * value: `lines.12.use`; likewise `forms.3.subject`.
 */
export type LedgerCellKey = string

/** The key of a value: `ledgerCellKey('lines', 12, 'economic')` is `lines.12.economic`. */
export function ledgerCellKey(...path: readonly (string | number)[]): LedgerCellKey {
  return path.join('.')
}

/**
 * How a value of a reconstructed ledger is known: `stated` 照录, `inferred` 推定, `open` 待填. An open cell may be
 * empty or hold a provisional value.
 */
export interface LedgerMark {
  readonly mark: 'stated' | 'inferred' | 'open'
  /** Where it stands or how it was inferred, for the clerk; shown as the cell's note. */
  readonly note?: string
}

/** Marks by cell key. A cell without a mark is drawn as usual. */
export type LedgerMarks = ReadonlyMap<LedgerCellKey, LedgerMark>
