/**
 * Comparisons with last year, from printed amounts.
 *
 * @module
 */
import { absFen, type Fen, roundFen, subtractFen } from '@mingzhang/money'
import type { PriorYearItem } from '../ledger/ledger.ts'
import { percentOf } from './percent.ts'
import type { SectionScope } from './section-scope.ts'
import { derivedNumber, inWanyuan, type Piece, type ProseAmount, proseQuantum } from './sentence.ts'

/** How a printed amount compares with last year's, both as printed. */
export interface Change {
  readonly direction: 'increase' | 'decrease' | 'same'
  /** This year less last year, in fen; negative for a decrease. */
  readonly difference: Fen
  /** Last year's printed amount. */
  readonly last: Fen
  /** The change in per cent of last year, without sign; `undefined` when last year had no money or the rate would print as nothing. */
  readonly rate: string | undefined
}

/** The change of an amount since last year; `undefined` when the ledger does not know last year's: then nothing is compared. */
export function changeOf(scope: SectionScope, item: PriorYearItem, printed: Fen): Change | undefined {
  const prior = scope.context.ledger.priorYear.find((amount) => amount.item === item)
  if (prior === undefined) return undefined
  const last = roundFen(prior.amount, proseQuantum)
  const difference = subtractFen(printed, last)
  const direction = difference > 0 ? 'increase' : difference < 0 ? 'decrease' : 'same'
  const rate = last > 0 && direction !== 'same' ? percentOf(absFen(difference), last) : undefined
  return { direction, difference, last, rate: rate === '0.00' ? undefined : rate }
}

/** `，比上年增加56.63万元，增长9.21%`, `，与上年持平`, or nothing where there is no comparison. The amount's own region is the subject. */
export function changePhrase(scope: SectionScope, amount: ProseAmount, change: Change | undefined): Piece {
  if (change === undefined) return ''
  if (change.direction === 'same') return '，与上年持平'
  const { context } = scope
  const [moved, grown] = change.direction === 'increase' ? ['增加', '增长'] : ['减少', '下降']
  const size = inWanyuan(absFen(change.difference))
  const difference = derivedNumber(context, amount.region, `${amount.label}比上年${moved}`, size)
  if (change.last === 0) return [`，比上年${moved}`, difference, '万元（上年没有安排）']
  const rate = change.rate === undefined
    ? '' : [`，${grown}`, derivedNumber(context, amount.region, `${amount.label}比上年${grown}`, change.rate), '%']
  return [`，比上年${moved}`, difference, '万元', rate]
}

/** Whether the change is more than `threshold` per cent; from nothing to something always is. */
export function isBeyond(change: Change | undefined, threshold: number): boolean {
  if (change === undefined || change.direction === 'same') return false
  return BigInt(absFen(change.difference)) * 100n > BigInt(threshold) * BigInt(absFen(change.last))
}
