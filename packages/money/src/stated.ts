import { fen, type Fen, negateFen } from './fen.ts'

/** What a printed amount says: a value, and the size of its last printed digit. */
export interface Stated {
  /** The printed value in fen; negative for a reduction. */
  readonly value: Fen
  /** One unit of the last printed digit, in fen: 10,000 for `35.39` in 万元. Always at least 1. */
  readonly quantum: Fen
}

/**
 * How the document shortens its amounts: 四舍五入 (half away from zero), 截断 (towards zero), or 舍位平衡 (up or down,
 * whichever lets the printed figures add up). It belongs to the document's profile: the same print means another interval.
 */
export type RoundingMode = 'half-up' | 'truncate' | 'balanced'

/** The modes in which an amount has one print of its own; a balanced print depends on the figures beside it. */
export type SoleRoundingMode = Exclude<RoundingMode, 'balanced'>

/**
 * The whole fen amounts that a print can stand for, both ends included.
 *
 * Amounts are whole fen, so the half-open interval of a rounded number is a closed one over integers, and every
 * comparison is exact: 35.39 万元 rounded half-up stands for 35,385,000 … 35,394,999 fen.
 */
export interface Interval {
  readonly low: Fen
  readonly high: Fen
}

/** The interval of the exact amounts that print as `stated`. A print down to the fen stands for itself alone. */
export function intervalOf(stated: Stated, mode: RoundingMode = 'half-up'): Interval {
  const { value, quantum } = stated
  if (quantum === 1) return { low: value, high: value }
  const [towardsZero, awayFromZero] = reachOf(quantum, mode)
  if (value > 0) return { low: fen(value - towardsZero), high: fen(value + awayFromZero) }
  if (value < 0) return { low: fen(value - awayFromZero), high: fen(value + towardsZero) }
  return { low: fen(-awayFromZero), high: fen(awayFromZero) }
}

/** How far the exact amount can lie from its print, in fen: nearer to zero than the print, and farther away. */
function reachOf(quantum: Fen, mode: RoundingMode): readonly [towardsZero: number, awayFromZero: number] {
  switch (mode) {
    case 'half-up':
      return [Math.floor(quantum / 2), Math.ceil(quantum / 2) - 1]
    case 'truncate':
      return [0, quantum - 1]
    case 'balanced':
      return [quantum - 1, quantum - 1]
  }
}

/** The printed value of an exact amount at a last digit of `quantum` fen. */
export function roundFen(amount: Fen, quantum: Fen, mode: SoleRoundingMode = 'half-up'): Fen {
  if (quantum < 1) throw new RangeError('a last printed digit is at least one fen')
  const size = Math.abs(amount)
  const rest = size % quantum
  const up = mode === 'half-up' && rest * 2 >= quantum
  const rounded = size - rest + (up ? quantum : 0)
  return fen(amount < 0 ? -rounded : rounded)
}

export const addIntervals = (a: Interval, b: Interval): Interval => ({ low: fen(a.low + b.low), high: fen(a.high + b.high) })

export const negateInterval = (a: Interval): Interval => ({ low: negateFen(a.high), high: negateFen(a.low) })

/** What both allow, `undefined` when nothing does. */
export function intersectIntervals(a: Interval, b: Interval): Interval | undefined {
  const low = Math.max(a.low, b.low)
  const high = Math.min(a.high, b.high)
  return low <= high ? { low: fen(low), high: fen(high) } : undefined
}
