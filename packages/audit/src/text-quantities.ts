/**
 * Quantities in running text: `24万人`, `5元/人`, `约300人`, `60%`, with what each print can stand for.
 *
 * Everything is an exact fraction of integers. A count or an amount printed in full (`300人`, `1200元`) stands for itself;
 * one printed in 万 or with places after the point stands for everything that rounds to it.
 *
 * @module
 */

/** An exact fraction; `over` is always positive. */
export interface Ratio {
  readonly digits: bigint
  readonly over: bigint
}

/** The smallest and the largest value that a print can stand for. */
export interface RatioRange {
  readonly low: Ratio
  readonly high: Ratio
}

export interface TextQuantity {
  /** As printed, unit included: `24万人`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** In whole units: `24万人` is 240,000, `60%` is 6/10. */
  readonly value: Ratio
  /** One unit of the last printed digit, in whole units: 10,000 for `24万人`. */
  readonly quantum: Ratio
  /** Whether it stands for itself alone: a whole number without 万. */
  readonly exact: boolean
  /** Without the multiplier: `人`, `元/人`; empty when none is printed. */
  readonly unit: string
  /** Whether the words around it say that it is rough: 约, 近, 余, 左右, 以上. */
  readonly approximate: boolean
}

export const ratio = (digits: bigint, over = 1n): Ratio => (over < 0n ? { digits: -digits, over: -over } : { digits, over })
export const addRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.digits * b.over + b.digits * a.over, a.over * b.over)
export const subtractRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.digits * b.over - b.digits * a.over, a.over * b.over)
export const multiplyRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.digits * b.digits, a.over * b.over)
/** `undefined` for a division by nothing. */
export const divideRatio = (a: Ratio, b: Ratio): Ratio | undefined =>
  b.digits === 0n ? undefined : ratio(a.digits * b.over, a.over * b.digits)

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareRatio(a: Ratio, b: Ratio): number {
  const difference = a.digits * b.over - b.digits * a.over
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The amount in fen; `undefined` unless it is a whole and safe number of fen. */
export function ratioToFen(value: Ratio): number | undefined {
  const scaled = value.digits * 100n
  if (scaled % value.over !== 0n) return undefined
  const whole = Number(scaled / value.over)
  return Number.isSafeInteger(whole) ? whole : undefined
}

/** What a term can stand for: itself when exact, else half a last digit to either side. */
export function termRange(quantity: TextQuantity): RatioRange {
  if (quantity.exact) return { low: quantity.value, high: quantity.value }
  const half = ratio(quantity.quantum.digits, quantity.quantum.over * 2n)
  return { low: subtractRatio(quantity.value, half), high: addRatio(quantity.value, half) }
}

/**
 * What a stated result can stand for, both ends excluded: a whole last digit to either side. Sentences round, cut off
 * and round up as they like, and none of that is a mistake in the arithmetic.
 */
export function resultRange(quantity: TextQuantity): RatioRange {
  return { low: subtractRatio(quantity.value, quantity.quantum), high: addRatio(quantity.value, quantity.quantum) }
}

/** Whether a term's range and a result's range have a value in common. */
export function rangesMeet(terms: RatioRange, result: RatioRange): boolean {
  return compareRatio(terms.low, result.high) < 0 && compareRatio(terms.high, result.low) > 0
}

export const isMoney = (quantity: TextQuantity): boolean => quantity.unit.startsWith('元')
/** Whether it is a price, a standard or a share rather than an amount: `5元/人`. */
export const isRateUnit = (quantity: TextQuantity): boolean => /[/·每]/u.test(quantity.unit)

/** Full-width digits and signs become their ASCII twins, one character for one, so that positions stay. */
export function normaliseText(text: string): string {
  return text
    .replace(/[０-９．％／＝＋＊（）：；ｘＸ]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[✕╳✖⨯]/gu, '×')
    .replace(/[－−﹣–]/gu, '-')
}

const unitWord =
  '元|人次|人月|人天|人年|人|户|名|个月|个|月|学年|学期|季度|季|年|天|日|次|场|期|批|套|台|辆|件|项|平方米|亩|公里|家|村|所|座|车次|车|吨|课时|学时|小时|班|床|头|只|株|份|册|本|张|篇|部|卷|位|条|处|支'
const number = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?'
/** One quantity; for building larger patterns and for scanning. */
export const quantityPattern = `(?<![\\d.])(?:${number})(?:百万|千万|万亿|百|千|万|亿)?(?:余|多)?(?:%|‰|(?:${unitWord})(?:\\s?[/·]\\s?每?(?:${unitWord})|每(?:${unitWord}))*)?`

/** Reads the quantities of `text` (already `normaliseText`ed), in order. Dates, ordinals and document numbers are left out. */
export function readQuantities(text: string): readonly TextQuantity[] {
  return [...text.matchAll(new RegExp(quantityPattern, 'gu'))].flatMap((match) => {
    const quantity = readQuantity(match[0], match.index, text)
    return quantity === undefined || isDatePart(quantity, text) || isInDocumentNumber(quantity, text) ? [] : [quantity]
  })
}

/** Reads one match of `quantityPattern` that begins at `start` of `text`. */
export function readQuantity(printed: string, start: number, text: string): TextQuantity | undefined {
  const parts = new RegExp(`^(?<number>${number})(?<multiplier>百万|千万|万亿|百|千|万|亿)?(?<more>余|多)?(?<unit>.*)$`, 'u').exec(
    printed,
  )?.groups
  if (parts === undefined) return undefined
  const [whole = '', fraction = ''] = (parts['number'] ?? '').replaceAll(',', '').split('.')
  const multiplier = multiplierOf(parts['multiplier'] ?? '')
  const unit = parts['unit'] ?? ''
  const share = unit === '%' ? 100n : unit === '‰' ? 1000n : 1n
  const over = 10n ** BigInt(fraction.length) * share
  const end = start + printed.length
  const approximate =
    parts['more'] !== undefined ||
    /(?:约|约为|大约|将近|接近|近|超过|超|逾|不低于|不少于|不超过|至少|至多|以上|[≥≤><])\s*$/u.test(
      text.slice(Math.max(0, start - 6), start),
    ) ||
    /^\s*(?:左右|上下|以上|以下|以内|余|多)/u.test(text.slice(end))
  return {
    text: printed,
    start,
    end,
    value: ratio(BigInt(whole + fraction) * multiplier, over),
    quantum: ratio(multiplier, over),
    exact: fraction === '' && multiplier === 1n,
    unit: unit.replace(/\s/gu, ''),
    approximate,
  }
}

function multiplierOf(word: string): bigint {
  let value = 1n
  for (const sign of word) value *= sign === '百' ? 100n : sign === '千' ? 1000n : sign === '万' ? 10_000n : 100_000_000n
  return value
}

function isDatePart(quantity: TextQuantity, text: string): boolean {
  if (/^(?:19|20)\d{2}年?$/u.test(quantity.text)) return true
  const before = text.slice(0, quantity.start)
  if (quantity.unit === '月' && /\d{4}年$/u.test(before)) return true
  if (quantity.unit === '日' && /\d{1,2}月$/u.test(before)) return true
  return /^(?:19|20)\d{2}\.\d{1,2}$/u.test(quantity.text)
}

function isInDocumentNumber(quantity: TextQuantity, text: string): boolean {
  return /[〔[【(（]\s*$/u.test(text.slice(0, quantity.start)) && /^\s*[〕\]】)）]/u.test(text.slice(quantity.end))
    ? true
    : (quantity.unit === '' && /第\s*$|[〕\]】]\s*(?:第\s*)?$/u.test(text.slice(0, quantity.start))) ||
        /^\s*号/u.test(text.slice(quantity.end))
}
