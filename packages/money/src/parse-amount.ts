import { normaliseDigits } from './decimal.ts'
import { fen, type Fen } from './fen.ts'
import { FEN_PER, type PrintedUnit } from './printed-unit.ts'
import type { Stated } from './stated.ts'

/**
 * What a place for an amount holds. The four are different things: a number (also 0.00), nothing at all, a dash that
 * says there is none, and something that cannot be read as an amount. Only the first states a value.
 */
export type PrintedAmount =
  | { readonly kind: 'stated'; readonly stated: Stated; readonly text: string }
  | { readonly kind: 'blank'; readonly text: string }
  | { readonly kind: 'dash'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly reason: AmountReason }

/** Why an amount cannot be read. */
export type AmountReason = 'no-unit' | 'not-a-number' | 'misplaced-comma' | 'finer-than-fen' | 'too-large'

/**
 * Reads one printed amount in `unit`.
 *
 * Accepts commas at thousands, full-width digits, a minus as `-`, `－`, `△` or `▲`, accounting brackets, and a
 * currency sign. Digits beyond the fen must be zeros. Never throws; never guesses at damaged digits.
 */
export function parseAmount(text: string, unit: PrintedUnit): PrintedAmount {
  const narrow = normaliseDigits(text)
  // Blanks around a sign or a point are typesetting; between two digits they can hide two amounts in one cell.
  if (/\d\s+\d/u.test(narrow)) return { kind: 'unreadable', text, reason: 'not-a-number' }
  const plain = narrow.replace(/\s/gu, '')
  if (plain === '') return { kind: 'blank', text }
  if (/^[-—─―_/]{1,4}$/u.test(plain)) return { kind: 'dash', text }
  const unsigned = /^(?:[¥￥])?([-+△▲]?)(?:[¥￥])?([\d,]+(?:\.\d+)?)$/u.exec(plain)
  const bracketed = /^[(（]([\d,]+(?:\.\d+)?)[)）]$/u.exec(plain)
  const digits = unsigned?.[2] ?? bracketed?.[1]
  if (digits === undefined) return { kind: 'unreadable', text, reason: 'not-a-number' }
  const negative = bracketed !== null || ['-', '△', '▲'].includes(unsigned?.[1] ?? '')
  return readDigits(digits, negative, FEN_PER[unit], text)
}

function readDigits(digits: string, negative: boolean, fenPerUnit: Fen, text: string): PrintedAmount {
  const [whole = '', fraction = ''] = digits.split('.')
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/u.test(whole)) return { kind: 'unreadable', text, reason: 'misplaced-comma' }
  const scaled = BigInt(whole.replaceAll(',', '') + fraction) * BigInt(fenPerUnit)
  const divisor = 10n ** BigInt(fraction.length)
  if (scaled % divisor !== 0n) return { kind: 'unreadable', text, reason: 'finer-than-fen' }
  const value = scaled / divisor
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return { kind: 'unreadable', text, reason: 'too-large' }
  const lastDigit = BigInt(fenPerUnit) / divisor
  const quantum = lastDigit >= 1n ? Number(lastDigit) : 1
  return { kind: 'stated', stated: { value: fen(negative ? -Number(value) : Number(value)), quantum: fen(quantum) }, text }
}
