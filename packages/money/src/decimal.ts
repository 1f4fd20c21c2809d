/**
 * A printed decimal number that is not money: a percentage, a count, an area.
 *
 * Kept as digits and a scale, so that 9.50 and 9.5 stay different prints of the same value and no float is involved.
 */
export interface Decimal {
  /** The digits as one integer: 96.73 is 9673n. */
  readonly digits: bigint
  /** How many of them stand after the point: 96.73 has scale 2. */
  readonly scale: number
}

/** Reads a plain printed number (`1,234.50`, `－3`, `９８`). `undefined` for anything else, blank included. */
export function parseDecimal(text: string): Decimal | undefined {
  const plain = normaliseDigits(text).replace(/[\s,]/gu, '')
  const match = /^([-+]?)(\d+)(?:\.(\d+))?$/u.exec(plain)
  if (match === null) return undefined
  const fraction = match[3] ?? ''
  const magnitude = BigInt(`${match[2] ?? ''}${fraction}`)
  return { digits: match[1] === '-' ? -magnitude : magnitude, scale: fraction.length }
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = atScale(a, scale) - atScale(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The digits of `value` when written with `scale` places after the point; `scale` must not be smaller than its own. */
export function atScale(value: Decimal, scale: number): bigint {
  if (scale < value.scale) throw new RangeError('a decimal cannot be written with fewer places than it has')
  return value.digits * 10n ** BigInt(scale - value.scale)
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: atScale(a, scale) + atScale(b, scale), scale }
}

/** Writes the number with its own places: `{ digits: 9673n, scale: 2 }` is `96.73`. */
export function formatDecimal(value: Decimal): string {
  const sign = value.digits < 0n ? '-' : ''
  const digits = (value.digits < 0n ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0')
  if (value.scale === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`
}

/** Full-width digits, signs, points and commas become their ASCII twins; everything else stays. */
export function normaliseDigits(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[－−﹣–]/gu, '-')
    .replace(/＋/gu, '+')
    .replace(/[．｡]/gu, '.')
    .replace(/[，﹐]/gu, ',')
}
