import { type Decimal, parseDecimal } from '@mingzhang/money'
import type { IndicatorOperator, IndicatorValue } from '../model/form.ts'

/**
 * Reads an indicator value: operator, number and unit where it states one number, else text.
 *
 * `≥98%`, `不超过5000元/场`, `95%以上` and `7个工作日内` are numbers; a range, a date, a year (2024年), a relation
 * (提高5%) and words are text. 万 counts into the number (0.7万人 is 7000 人), except in a unit of money (250万元).
 * Without a printed operator the number means `=` and `operatorStated` is false. The raw text always stays.
 */
export function parseIndicatorValue(raw: string): IndicatorValue {
  if (raw.length > longestValue) return { kind: 'text', raw }
  const plain = raw.replace(/\s+/gu, '').normalize('NFKC')
  if (plain === '' || /^[-—–_/\\]+$/u.test(plain)) return { kind: 'blank', raw }
  const prefix = takeOperator(plain)
  const match = /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/su.exec(prefix.rest)
  const number = match?.[1] === undefined ? undefined : parseDecimal(match[1])
  if (number === undefined || match?.[2] === undefined) return { kind: 'text', raw }
  const suffix = takeSuffix(match[2])
  const counted = countMultiplier(number, suffix.rest)
  const operator = prefix.operator ?? suffix.operator
  if (!isUnit(counted.unit) || isDate(number, counted.unit, operator !== undefined)) return { kind: 'text', raw }
  // ≥95%以内 says two things at once.
  if (suffix.operator !== undefined && operator !== suffix.operator) return { kind: 'text', raw }
  return { kind: 'number', raw, operator: operator ?? '=', operatorStated: operator !== undefined, ...counted }
}

/** Operator, number and unit of three cells as one value: `≥`, `95` and `%` are `≥95%`. A unit that is no unit (定性, 其他, /) is left out. */
export function composeValue(operator: string, value: string, unit: string): string {
  if (value === '') return ''
  const [operatorText, unitText] = [operator.trim(), unit.trim()]
  const sign = /^(?:[≥≤><=＞＜＝≧≦]|>=|<=)$/u.test(operatorText) && !/^[≥≤><=＞＜＝]/u.test(value) ? operatorText : ''
  const tail = /^(?:[-/—]?|其他|无)$/u.test(unitText) || value.endsWith(unitText) || !/\d$/u.test(value) ? '' : unitText
  return `${sign}${value}${tail}`
}

/** Whether a cell is more likely an indicator's value than its name. */
export function looksLikeValue(text: string): boolean {
  return parseIndicatorValue(text).kind !== 'text' || /^(?:定性|[≥≤><=＞＜＝])/u.test(text)
}

/** No value that states one number is longer. */
const longestValue = 60

interface Taken {
  readonly operator: IndicatorOperator | undefined
  readonly rest: string
}

const prefixes: readonly (readonly [RegExp, IndicatorOperator | undefined])[] = [
  [/^(?:[≥≧⩾]|>=|=>|不少于|不低于|不小于|不短于|大于(?:或)?等于|至少)/u, '≥'],
  [/^(?:[≤≦⩽]|<=|=<|不超过|不高于|不大于|不多于|不超出|小于(?:或)?等于|至多|最多)/u, '≤'],
  [/^(?:>|大于|超过|高于|多于)/u, '>'],
  [/^(?:<|小于|低于|少于)/u, '<'],
  [/^(?:=|等于)/u, '='],
  [/^(?:约|大约|预计|达到?|控制在)/u, undefined],
]

function takeOperator(text: string): Taken {
  for (const [pattern, operator] of prefixes) {
    const match = pattern.exec(text)
    if (match === null) continue
    const rest = text.slice(match[0].length)
    // 达到≥95%: the words before the sign add nothing.
    return operator === undefined ? takeOperator(rest) : { operator, rest }
  }
  return { operator: undefined, rest: text }
}

const suffixes: readonly (readonly [RegExp, IndicatorOperator | undefined])[] = [
  [/(?:及|或)?以上(?:\(含\))?$/u, '≥'],
  [/(?:(?:及|或)?以(?:内|下)|之内|内)(?:\(含\))?$/u, '≤'],
  [/(?:左右|\(含\))$/u, undefined],
]

function takeSuffix(text: string): Taken {
  for (const [pattern, operator] of suffixes) {
    if (pattern.test(text)) return { operator, rest: text.replace(pattern, '') }
  }
  return { operator: undefined, rest: text }
}

function countMultiplier(number: Decimal, unit: string): { readonly number: Decimal; readonly unit: string } {
  const match = /^([万亿])(?!元)(.*)$/su.exec(unit)
  if (match === null) return { number, unit }
  const zeros = match[1] === '万' ? 4 : 8
  const kept = Math.min(zeros, number.scale)
  return {
    number: { digits: number.digits * 10n ** BigInt(zeros - kept), scale: number.scale - kept },
    unit: match[2] ?? '',
  }
}

const unitPart = /^(?:[%‰℃°]|[\p{Script=Han}A-Za-z]{1,5}[23²³]?(?:\([\p{Script=Han}A-Za-z]{1,4}\))?)$/u

/** A unit is short words, joined by 每 or a stroke: 元/人/年, 个工作日, 台(套). A sentence is none. */
function isUnit(text: string): boolean {
  if (text === '') return true
  return !/[前后止底初]$|.起$/u.test(text) && text.split(/[/·]/u).every((part) => unitPart.test(part))
}

/** 2024年, 6月底, 150年: a point in time, not a length. A length of years is below a hundred; months are 个月. */
function isDate(number: Decimal, unit: string, operatorStated: boolean): boolean {
  if (unit.startsWith('年')) return number.digits >= 100n * 10n ** BigInt(number.scale)
  return unit.startsWith('月') && !operatorStated
}
