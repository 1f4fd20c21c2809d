/**
 * Every number of a paragraph with its printed unit, and what kind of thing it can be.
 *
 * @module
 */
import type { PrintedUnit } from '@mingzhang/money'
import { clauseStart } from './plain-text.ts'

/** `bareMoney`: certainly money, but no unit is printed. `other`: a year, a date, a number of a list, a document number. */
export type NumberKind = 'money' | 'bareMoney' | 'percent' | 'count' | 'other'

export interface ScannedNumber {
  readonly kind: NumberKind
  /** The digits with sign and commas, as printed but in ASCII. */
  readonly digits: string
  /** As printed; empty when there is none. */
  readonly unit: string
  /** The unit of the amount; `undefined` unless `kind` is `money`. */
  readonly moneyUnit: PrintedUnit | undefined
  readonly start: number
  /** After the unit. */
  readonly end: number
}

/** Scans a paragraph in the form of `plainText`. Numbers come in reading order and do not overlap. */
export function scanNumbers(plain: string): readonly ScannedNumber[] {
  const found: ScannedNumber[] = []
  for (const match of plain.matchAll(/\d+(?:[.,]\d+)*/gu)) {
    let start = match.index
    for (const part of splitRun(match[0])) {
      found.push(scanOne(plain, start, part))
      start += part.length + 1
    }
  }
  return found
}

/** A run such as `2021,2022` is two numbers; `1,23.4` is one whose comma is misplaced. */
function splitRun(run: string): readonly string[] {
  if (!run.includes(',')) return [run]
  return run.split(',').every((part) => /^(?:19|20)\d\d$/u.test(part)) ? run.split(',') : [run]
}

const moneyUnits: readonly (readonly [RegExp, PrintedUnit])[] = [
  [/^(?:人民币)?亿元/u, '亿元'],
  [/^百万元/u, '百万元'],
  [/^万\s*元/u, '万元'],
  [/^千元/u, '千元'],
  [/^元/u, '元'],
]

const things = '人次|人|名|个|辆|台|套|批次|批|次|项|家|户|所|座|栋|幢|处|件|册|场|间|张|份|篇|支|艘|架|头|只|棵|株|位|对|组|团|班|村|岗'
const measures = '平方米|平方公里|公里|㎡|亩|吨|公顷|米'
const countUnit = new RegExp(`^[余多]?[百千万亿]?[余多]?(?:${things}|${measures})`, 'u')

/** A price per thing and a threshold are not amounts of the budget. */
const priceOrThreshold = /^\s*(?:\/|每|(?:\(含\))?(?:及)?以[上下内])/u
const limitBefore = /(?:不超过|不低于|超过|低于|高于|每[人次项户年月])\s*$/u

function scanOne(plain: string, digitsStart: number, digits: string): ScannedNumber {
  const digitsEnd = digitsStart + digits.length
  const signed = plain[digitsStart - 1] === '-' && !/[\dA-Za-z]/u.test(plain[digitsStart - 2] ?? '')
  const rest = plain.slice(digitsEnd, digitsEnd + 40)
  const gap = /^\s*/u.exec(rest)?.[0].length ?? 0
  const after = rest.slice(gap)
  const other: ScannedNumber = { kind: 'other', digits, unit: '', moneyUnit: undefined, start: digitsStart, end: digitsEnd }
  if (isNumbering(plain, digitsStart, digitsEnd)) return other
  const start = signed ? digitsStart - 1 : digitsStart
  const withUnit = (kind: NumberKind, unit: string, moneyUnit?: PrintedUnit): ScannedNumber => ({
    kind,
    digits: signed && kind !== 'count' && kind !== 'other' ? `-${digits}` : digits,
    unit: unit.replace(/\s/gu, ''),
    moneyUnit,
    start: kind === 'count' || kind === 'other' ? digitsStart : start,
    end: digitsEnd + gap + unit.length,
  })
  for (const [pattern, moneyUnit] of moneyUnits) {
    const unit = pattern.exec(after)?.[0]
    if (unit === undefined) continue
    const behind = after.slice(unit.length)
    const isAmount = !priceOrThreshold.test(behind) && !limitBefore.test(plain.slice(Math.max(0, start - 8), start))
    return withUnit(isAmount ? 'money' : 'other', unit, isAmount ? moneyUnit : undefined)
  }
  const percent = /^(?:%|个?百分点|‰)/u.exec(after)?.[0]
  if (percent !== undefined) return withUnit(percent === '%' && !/^\s*(?:以[上下内]|左右)/u.test(after.slice(1)) ? 'percent' : 'other', percent)
  const count = countUnit.exec(after)?.[0]
  if (count !== undefined) return withUnit('count', count)
  if (/^万(?![\p{Script=Han}])/u.test(after) && namesMoney(plain, digitsStart)) return withUnit('money', '万', '万元')
  if (isBareMoney(plain, digitsStart, digits, after)) return withUnit('bareMoney', '')
  return other
}

/** 1、 1. (1) 第3条 附件7 表2 〔2016〕143号 */
function isNumbering(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 8), start)
  const after = plain.slice(end, end + 8)
  if (/(?:^|[。;:\s(])$/u.test(before) && end - start <= 2 && /^\s*(?:[、)]|\.(?!\d))/u.test(after)) return true
  return /(?:第|附件|附表|表|号|[〔[【])\s*$/u.test(before) || /^\s*[〕\]】]/u.test(after)
}

const moneyWord =
  /(?:经费|费|费用|收入|支出|预算|拨款|资金|结转|结余|总额|总计|合计|金额|原值|净值|折旧|预算数)(?:为|共|计|约|达|共计|合计|总计)?\s*$/u

/** Whether the words right before the number name money. */
function namesMoney(plain: string, start: number): boolean {
  return moneyWord.test(plain.slice(clauseStart(plain, Math.max(0, start - 60), start), start))
}

/** `…经费70.81，较上年减少`: the words name money, the number stands alone, and it is no year. */
function isBareMoney(plain: string, start: number, digits: string, after: string): boolean {
  if (/^(?:19|20)\d\d$/u.test(digits) || /^\d{3,}$/u.test(digits) || digits.split('.').length > 2) return false
  return namesMoney(plain, start) && /^(?:$|[,。;、)]|比|较|与)/u.test(after)
}
