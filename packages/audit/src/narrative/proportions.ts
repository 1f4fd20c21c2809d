/**
 * Exact arithmetic of shares and rates: no float, no tolerance. What a print stands for is an interval, and so is what
 * a quotient of two prints stands for.
 *
 * @module
 */
import { type Decimal, fen, type Fen, type Interval, type RoundingMode } from '@mingzhang/money'

/**
 * `exact`: the print is the rounded quotient of the printed values. `withinRounding`: some amounts that print as these
 * give a quotient that prints so. `conflict`: none do. `undetermined`: there is no quotient to compare with.
 */
export type ProportionVerdict = 'exact' | 'withinRounding' | 'conflict' | 'undetermined'

/** An amount as printed, with the interval of the amounts that print so. */
export interface PrintedInterval extends Interval {
  /** The printed value; without it the middle of the interval stands for it. */
  readonly value?: Fen
}

/**
 * Holds a printed percentage against part ÷ whole.
 *
 * `printed` is in per cent: 96.73 is 96.73 %, rounded half away from zero to its printed places. `undetermined` when
 * the whole can be zero: nothing has a share of nothing.
 *
 * Where the document balances its last digits (舍位平衡), its shares are settled to sum to 100 %: a share less than one
 * last digit from the quotient is as the document says it is.
 */
export function checkShare(part: PrintedInterval, whole: PrintedInterval, printed: Decimal, mode: RoundingMode = 'half-up'): ProportionVerdict {
  if (whole.low <= 0 && whole.high >= 0) return 'undetermined'
  if (roundedPercent(valueOf(part), valueOf(whole), printed.scale) === printed.digits) return 'exact'
  if (mode === 'balanced' && isWithinOneDigit(valueOf(part), valueOf(whole), printed)) return 'exact'
  const quotients = [part.low, part.high].flatMap((numerator) =>
    [whole.low, whole.high].map((denominator) => ratio(BigInt(numerator), BigInt(denominator))))
  return quotientsMeet(quotients, printed) ? 'withinRounding' : 'conflict'
}

export interface ChangeCheck {
  /** What the current amount and the change imply for last year, in fen. */
  readonly previous: Interval
  readonly rate: ProportionVerdict
}

/**
 * What a current amount and its printed change imply: last year's amount, and whether the printed rate is change ÷
 * last year. `change` is the size of the change as printed, `direction` what the words say; the rate is compared by
 * its size. `undetermined` without a rate, or when last year may have been zero.
 */
export function checkChange(
  current: PrintedInterval,
  change: PrintedInterval,
  direction: 'increase' | 'decrease' | 'same',
  rate: Decimal | undefined,
): ChangeCheck {
  const sign = direction === 'increase' ? 1n : direction === 'decrease' ? -1n : 0n
  const previousOf = (now: bigint, size: bigint): bigint => now - sign * size
  const ends = [current.low, current.high].flatMap((now) => [change.low, change.high].map((size) => previousOf(BigInt(now), BigInt(size))))
  const previous: Interval = { low: fen(Number(least(ends))), high: fen(Number(greatest(ends))) }
  const value = previousOf(valueOf(current), valueOf(change))
  if (rate === undefined) return { previous, rate: 'undetermined' }
  if (least(ends) <= 0n && greatest(ends) >= 0n) return { previous, rate: 'undetermined' }
  const size = direction === 'same' ? 0n : valueOf(change)
  if (absolute(roundedPercent(size, value, rate.scale)) === absolute(rate.digits)) return { previous, rate: 'exact' }
  if (direction === 'same') return { previous, rate: 'conflict' }
  // change ÷ (current − sign × change) moves one way in each of its two amounts, so its extremes are at the corners.
  const quotients = [current.low, current.high].flatMap((now) =>
    [change.low, change.high].map((moved) => ratio(BigInt(moved), previousOf(BigInt(now), BigInt(moved)))))
  const printed = { digits: absolute(rate.digits), scale: rate.scale }
  return { previous, rate: quotientsMeet(quotients.map(absoluteRatio), printed) ? 'withinRounding' : 'conflict' }
}

/** A quotient with a positive denominator. */
interface Ratio {
  readonly numerator: bigint
  readonly denominator: bigint
}

function ratio(numerator: bigint, denominator: bigint): Ratio {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator }
}

const absoluteRatio = ({ numerator, denominator }: Ratio): Ratio => ({ numerator: absolute(numerator), denominator })

/** Whether a quotient between the least and the greatest of these rounds (half away from zero) to `printed` per cent. */
function quotientsMeet(quotients: readonly Ratio[], printed: Decimal): boolean {
  const rounded = quotients.map(({ numerator, denominator }) => roundedPercent(numerator, denominator, printed.scale))
  // Rounding keeps the order: what lies between the extremes rounds to something between their rounded values.
  return least(rounded) <= printed.digits && printed.digits <= greatest(rounded)
}

/** numerator ÷ denominator in per cent, as digits with `scale` places, rounded half away from zero. */
function roundedPercent(numerator: bigint, denominator: bigint, scale: number): bigint {
  const scaled = absolute(numerator) * 100n * 10n ** BigInt(scale)
  const divisor = absolute(denominator)
  const rounded = (scaled * 2n + divisor) / (divisor * 2n)
  return numerator < 0n !== denominator < 0n ? -rounded : rounded
}

/** Whether |numerator ÷ denominator in per cent − printed| is less than one last digit. */
function isWithinOneDigit(numerator: bigint, denominator: bigint, { digits, scale }: Decimal): boolean {
  return absolute(numerator * 100n * 10n ** BigInt(scale) - digits * denominator) < absolute(denominator)
}

/** The printed value: rounding half away from zero puts it in the middle, one fen nearer to the far end at most. */
function valueOf(interval: PrintedInterval): bigint {
  if (interval.value !== undefined) return BigInt(interval.value)
  const ends = BigInt(interval.low) + BigInt(interval.high)
  return ends < 0n ? -((1n - ends) / 2n) : (ends + 1n) / 2n
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)
const least = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a < b ? a : b))
const greatest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b))
