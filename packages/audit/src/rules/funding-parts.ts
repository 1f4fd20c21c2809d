/** The sources of a form's money and how they add up: by source (财政拨款, 其他资金), by government, or both. */
import { addIntervals, type Fen, type Interval, intersectIntervals, intervalOf, type PrintedAmount, type RoundingMode, type Stated, sumFen, zeroFen } from '@mingzhang/money'
import type { FundingLevel } from '../model/form.ts'

/** The printed amount of one source; `undefined` where the form has no such row. */
export type AmountOf = (level: FundingLevel) => PrintedAmount | undefined

export const governmentLevels: readonly FundingLevel[] = ['central', 'provincial', 'local']
const sourceLevels: readonly FundingLevel[] = ['specialAccount', 'selfRaised', 'other']

/**
 * What adding the sources up says: `holds`, `open` (something unread, or rows that may be missing), `absent` (no sources
 * printed, or all blank), else the sum that differs and the rows that it is made of.
 */
export type PartsOutcome = 'holds' | 'open' | 'absent' | { readonly sum: Fen; readonly total: Fen; readonly levels: readonly FundingLevel[] }

/**
 * Holds a total against its sources. 上年结转 is a source of its own in some layouts and part of 财政拨款 in others: both
 * readings count. Rows by government count instead of 财政拨款 where both are printed; that the two agree is `fiscalParts`.
 */
export function totalParts(of: AmountOf, mode: RoundingMode): PartsOutcome {
  const fiscal = of('fiscal')
  const governments = governmentLevels.filter((level) => of(level) !== undefined)
  const sources = sourceLevels.filter((level) => of(level) !== undefined)
  const carried: readonly FundingLevel[] = of('carriedIn') === undefined ? [] : ['carriedIn']
  const bases: readonly (readonly FundingLevel[])[] = [...(fiscal === undefined ? [] : [['fiscal', ...sources] as const]), ...(governments.length === 0 ? [] : [[...governments, ...sources]])]
  const sets = bases.flatMap((base) => (carried.length === 0 ? [base] : [[...base, ...carried], base]))
  if (sets.length === 0) return 'absent'
  const isComplete = fiscal === undefined ? governments.length === 3 && of('selfRaised') !== undefined && of('other') !== undefined : of('other') !== undefined
  const outcomes = sets.map((levels) => addsUp(of, 'total', levels, mode))
  if (outcomes.includes('holds')) return 'holds'
  if (outcomes.includes('absent')) return 'absent'
  // A lost row can hold the difference, and where one was lost the others may have been misread.
  return isComplete && !outcomes.includes('open') ? (outcomes[0] ?? 'absent') : 'open'
}

/** Holds 财政拨款 against the governments that pay it, where a form prints both. */
export function fiscalParts(of: AmountOf, mode: RoundingMode): PartsOutcome {
  const levels = governmentLevels.filter((level) => of(level) !== undefined)
  return of('fiscal') === undefined || levels.length < 3 ? 'absent' : addsUp(of, 'fiscal', levels, mode)
}

/** The exact amounts that the parts can add up to, and their printed sum. */
export function sumOfStated(parts: readonly Stated[], mode: RoundingMode): { readonly interval: Interval; readonly value: Fen } {
  return {
    interval: parts.map((part) => intervalOf(part, mode)).reduce(addIntervals, { low: zeroFen, high: zeroFen }),
    value: sumFen(parts.map(({ value }) => value)),
  }
}

function addsUp(of: AmountOf, whole: FundingLevel, levels: readonly FundingLevel[], mode: RoundingMode): PartsOutcome {
  const total = of(whole)
  const parts = levels.map(of).filter((amount) => amount !== undefined)
  if ([total, ...parts].every((amount) => amount === undefined || amount.kind === 'blank' || amount.kind === 'dash')) return 'absent'
  if (total?.kind !== 'stated' || parts.some(({ kind }) => kind === 'unreadable')) return 'open'
  const stated = parts.flatMap((amount) => (amount.kind === 'stated' ? [amount.stated] : []))
  const { interval, value } = sumOfStated(stated, mode)
  if (intersectIntervals(interval, intervalOf(total.stated, mode)) !== undefined) return 'holds'
  return { sum: value, total: total.stated.value, levels }
}
