/**
 * Numbers of a spreadsheet as the text that a person sees.
 *
 * A spreadsheet keeps binary doubles and shows at most 15 significant digits: 33.3 may be stored as 33.300000000000004. The
 * 15 digits are what the clerk typed, so they are what is read. Nothing is computed with the double.
 *
 * @module
 */

/** Plain decimal digits without an exponent and without zeros at the end; `undefined` for what is no number. */
export function plainNumber(stored: string): string | undefined {
  if (/^-?\d{1,15}$/u.test(stored)) return stored
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(stored)) return undefined
  const number = Number(stored)
  if (!Number.isFinite(number)) return undefined
  const [mantissa = '', exponent = '0'] = number.toExponential(14).split('e')
  return shiftPoint(mantissa, Number(exponent))
}

/** The number with its decimal point moved: (`1.2345`, 2) is `123.45`. */
export function shiftPoint(decimal: string, places: number): string {
  const negative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(1, point)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/u, '')
  const right = padded.slice(at).replace(/0+$/u, '')
  const plain = right === '' ? left : `${left}.${right}`
  return negative && /[1-9]/u.test(plain) ? `-${plain}` : plain
}

/** The calendar day of a spreadsheet's day count, as `YYYY-MM-DD`; the time of day is left out. */
export function dateOfSerial(serial: string, from1904: boolean): string | undefined {
  const days = Math.floor(Number(serial))
  if (!Number.isFinite(days) || days < 0 || days > 2_958_465) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10)
}
