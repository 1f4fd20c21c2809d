/** A published disclosure becomes a ledger draft. */
export {}
