import type { Balance } from './balance-prints.ts'

/** 舍位平衡, where it is available: without it a ledger can only be compiled under 四舍五入. */
export const balance: Balance | undefined = undefined as Balance | undefined
