/** A file as it came in. */
export interface LedgerFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A ledger as it came in: one file (.xlsx, .json, or .csv with the 支出明细 alone), or a folder of CSV files named by sheet. */
export type LedgerSource = LedgerFile | { readonly name: string; readonly files: readonly LedgerFile[] }
