/**
 * Percentages of printed amounts, exact by BigInt: shares of a whole and rates of change, with two places.
 *
 * They are taken from what is printed, so that a reader who recomputes them from the page gets the same.
 *
 * @module
 */
import type { Fen } from '@mingzhang/money'
import type { PublicationRounding } from '../compile-context.ts'

/**
 * `part` ÷ `whole` in per cent with two places, 四舍五入 away from zero: `9.21`; `undefined` when the whole is zero.
 * Negative when one of both is.
 */
export function percentOf(part: Fen, whole: Fen): string | undefined {
  const hundredths = hundredthsOf(BigInt(part), BigInt(whole))
  return hundredths === undefined ? undefined : formatHundredths(hundredths)
}

/**
 * The shares of `parts` in `whole` in per cent with two places; `undefined` when the whole is zero.
 *
 * `half-up`: each on its own. `balanced`: where the parts make up the whole in print, the shares sum to 100.00 by largest
 * remainder, each less than 0.01 from its exact value; the first of equal remainders is moved first.
 */
export function sharesOf(parts: readonly Fen[], whole: Fen, rounding: PublicationRounding): readonly string[] | undefined {
  if (whole === 0) return undefined
  const isWhole = parts.reduce<bigint>((sum, part) => sum + BigInt(part), 0n) === BigInt(whole)
  const shares = rounding === 'balanced' && isWhole
    ? largestRemainder(parts, whole) : parts.map((part) => hundredthsOf(BigInt(part), BigInt(whole)) ?? 0n)
  return shares.map(formatHundredths)
}

const hundredPercent = 10_000n

function largestRemainder(parts: readonly Fen[], whole: Fen): readonly bigint[] {
  const sign = whole < 0 ? -1n : 1n
  const divisor = BigInt(whole) * sign
  const cut = parts.map((part, index) => {
    const scaled = BigInt(part) * sign * hundredPercent
    const rest = ((scaled % divisor) + divisor) % divisor
    return { index, rest, share: (scaled - rest) / divisor }
  })
  // The remainders sum to a whole number of shares, so nothing without a remainder is ever moved.
  const missing = Number(hundredPercent - cut.reduce((sum, { share }) => sum + share, 0n))
  const largest = [...cut].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  const moved = new Set(largest.slice(0, missing).map(({ index }) => index))
  return cut.map(({ index, share }) => share + (moved.has(index) ? 1n : 0n))
}

function hundredthsOf(part: bigint, whole: bigint): bigint | undefined {
  if (whole === 0n) return undefined
  const size = absolute(part) * hundredPercent
  const divisor = absolute(whole)
  const rounded = (size * 2n + divisor) / (divisor * 2n)
  return part < 0n !== whole < 0n ? -rounded : rounded
}

function formatHundredths(value: bigint): string {
  const digits = absolute(value).toString().padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)
