/** A published disclosure becomes a ledger draft. */
export { reconstructLedger, type Reconstruction, type ReconstructOptions } from './reconstruct-ledger.ts'
export type { CellFailure, FormContradiction, ReconstructedTable, ReconstructReport, ReproductionCount } from './reconstruct-report.ts'
