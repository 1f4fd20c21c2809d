/**
 * Numbers in a department's own text that are bound to nothing.
 *
 * A number typed into a text stays when the budget changes, and then the text says something else than the tables. Years,
 * dates, numberings, document and article numbers, codes and whatever stands inside 《》 are no amounts and may be typed.
 *
 * @module
 */
export interface FreeNumber {
  readonly start: number
  readonly end: number
  /** As typed, with the unit behind it: `27万元`. */
  readonly text: string
}

export interface FreeNumberOptions {
  /** Whether the digits are a classification code whose name stands behind them. Absent: none is. */
  readonly isCode?: (digits: string, behind: string) => boolean
  /** Whether every line begins with a code of the catalogue: 政府购买服务指导性目录. */
  readonly catalogue?: boolean
}

/** The numbers of `text` that are no year, date, numbering, document number or code, in reading order. */
export function freeNumbers(text: string, { isCode = () => false, catalogue = false }: FreeNumberOptions = {}): readonly FreeNumber[] {
  const plain = narrowDigits(text)
  const exempt = [...harmless, ...(catalogue ? [catalogueCode] : [])].flatMap((pattern) => spansOf(plain, pattern))
  const isExempt = ({ start, end }: Span): boolean => exempt.some((span) => span.start <= start && end <= span.end)
  const found = [...spansOf(plain, number), ...spansOf(plain, chineseAmount)]
    .filter((span) => !isExempt(span) && !isCode(plain.slice(span.start, span.end), text.slice(span.end)))
    .sort((a, b) => a.start - b.start)
  return found.map(({ start, end }) => {
    const unit = unitBehind.exec(plain.slice(end))?.[0] ?? ''
    return { start, end: end + unit.length, text: text.slice(start, end + unit.length) }
  })
}

/** Full-width digits and points as ASCII; a Chinese comma stays one, it divides no number. */
function narrowDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/．/gu, '.')
}

interface Span {
  readonly start: number
  readonly end: number
}

function spansOf(plain: string, pattern: RegExp): readonly Span[] {
  return [...plain.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const number = /\d+(?:[.,]\d+)*/gu
const unitBehind = /^(?:\s*(?:[百千万亿]?元|[%‰]|[百千万亿]?(?:平方米|公里|人次|人|个|名|辆|台|套|处|项|家|户|亩|吨|次|场|期)))?/u

/** 二十七万元, 百分之五: amounts in words. 千元 alone is a unit. */
const chineseAmount =
  /(?:[一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾零〇点百佰千仟]*[一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾][零〇点百佰千仟]*[万亿]*元)|百分之[一二三四五六七八九十两零〇点百]+/gu

const range = '\\s*[-—–~～至、]\\s*'
const year = '(?:19|20)\\d{2}'

/** Numbers that may be typed, each with the words that show what it is. */
const harmless: readonly RegExp[] = [
  /《[^》]*》/gu,
  // 2024年, 2021—2025年度, 2024年3月至5月, 2024年2月6日
  new RegExp(`${year}(?:${range}(?:19|20)?\\d{2})?\\s*年(?:\\s*\\d{1,2}(?:${range}\\d{1,2})?\\s*月(?:\\s*\\d{1,2}\\s*日)?)?`, 'gu'),
  new RegExp(`\\d{1,2}(?:${range}\\d{1,2})?\\s*月(?:\\s*\\d{1,2}\\s*日)?`, 'gu'),
  /(?<!\d)(?:[12]?\d|3[01])\s*日(?![均常])/gu,
  new RegExp(`${year}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)`, 'gu'),
  // 〔2023〕41号, [2023]第5号, 第721号令
  new RegExp(`[〔[【(（]${year}[〕\\]】)）]\\s*(?:第\\s*)?\\d+\\s*号`, 'gu'),
  new RegExp(`[〔[【]${year}[〕\\]】]`, 'gu'),
  /(?<!\d)\d+\s*号(?=[令文）)、，。；;,]|$)/gu,
  // 第32条, 第3批: an ordinal, unless it counts money.
  /第\s*\d+(?![\d.,]|\s*[百千万亿]?元)/gu,
  // 1. 1、 （1） 1)
  /(?:^|[。；;：:，,、\s])[（(]?\d{1,2}(?:[、)）]|[.．](?!\d))/gmu,
  /[（(]\d{1,2}[)）]/gu,
  // A0801, GB/T 9704-2012, PM2.5, 5A级
  /[A-Za-z]+(?:\/[A-Za-z]+)?[\s-]?\d+(?:[.-]\d+)*/gu,
  /\d[A-Z](?![A-Za-z\d])/gu,
  /(?:附件|附表|附录|附图|[见如][表图])\s*\d{1,2}(?:[-—]\d{1,2})?(?![\d.]|\s*[百千万亿]?元)/gu,
]

const catalogueCode = /^\s*[A-Za-z]?\d{2,8}(?=[\s、.．]*\p{Script=Han})/gmu
