/** One ledger becomes the whole disclosure: tables, narrative and forms, every number bound to its region. */
export type * from './ledger/ledger.ts'
export { ledgerTextItems, priorYearItems } from './ledger/ledger.ts'
export type * from './compile-context.ts'
