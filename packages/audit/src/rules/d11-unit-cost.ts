/** What a form says of unit costs, quantities, shares and months: the material of quantity × unit cost. */
import type { Place } from '@mingzhang/figures'
import { type Decimal, fen, type Fen, FEN_PER, parseDecimal } from '@mingzhang/money'
import type { FormField, IndicatorOperator, ProjectForm } from '../model/form.ts'
import {
  costScopeOf,
  type IndicatorStatement,
  indicatorStatements,
  moneyRateOf,
  placeIn,
  plainText,
  quoteIndicator,
} from './form-queries.ts'

/** An amount for one counted unit. */
export interface UnitCost {
  /** In fen. */
  readonly amount: Fen
  readonly operator: IndicatorOperator
  /** The counted unit: 人, 户, 平方米. */
  readonly per: string
  /** How often it is paid in a year; `undefined` when the form does not tell (元/人/天). */
  readonly periods: 1 | 2 | 4 | 12 | undefined
  /** Where it stands, in words. */
  readonly said: string
  readonly places: readonly Place[]
}

export interface Quantity {
  readonly number: Decimal
  readonly operator: IndicatorOperator
  readonly unit: string
  readonly said: string
  readonly places: readonly Place[]
}

/**
 * The form's statements for the year: those of the annual half, or all when that half is empty.
 */
export function annualStatements(form: ProjectForm, kind: 'quantity' | 'cost'): readonly IndicatorStatement[] {
  const all = indicatorStatements(form, kind)
  const annual = all.filter(({ spans }) => spans.includes('annual'))
  return annual.length > 0 ? annual : all
}

/** The unit costs among the cost indicators, in print order. */
export function indicatorUnitCosts(form: ProjectForm): readonly UnitCost[] {
  return annualStatements(form, 'cost').flatMap((statement) => unitCostOf(statement) ?? [])
}

/**
 * The unit costs per person that the form's texts state (每人每月1760元, 3360元/人/年), each once.
 *
 * Only for forms whose cost indicators state none; an increase (增加5元) is no unit cost.
 */
export function textUnitCosts(form: ProjectForm): readonly UnitCost[] {
  const found = new Map<string, UnitCost>()
  for (const field of textFields(form)) {
    const text = plainText(field.text).replace(/(\d)，(?=\d{3})/gu, '$1')
    for (const { pattern, period } of textPatterns) {
      for (const match of text.matchAll(pattern)) {
        const { gap = '', number = '', unit = '元', per } = match.groups ?? {}
        const amount = moneyIn(number, unit)
        if (amount === undefined || /增加|提高|上调|新增|降低|减少|扣/u.test(gap)) continue
        const periods = periodsOf(per === undefined ? period : [per])
        const key = `${amount}/${String(periods)}`
        if (!found.has(key))
          found.set(key, { amount, operator: '=', per: '人', periods, said: `文字所述“${match[0]}”`, places: [placeIn(form, field.place)] })
      }
    }
  }
  // 每人每月1760元 is also read as 每人…1760元: the reading with a period wins.
  const readings = [...found.values()]
  return readings.filter(
    (reading) =>
      !readings.some((other) => other !== reading && other.amount === reading.amount && other.periods !== 1 && reading.periods === 1),
  )
}

/** The quantities of the form that are numbers and no rates. */
export function quantitiesOf(form: ProjectForm): readonly Quantity[] {
  return annualStatements(form, 'quantity').flatMap(({ indicator, places }) => {
    const { value, name } = indicator
    if (value.kind !== 'number' || /[%％‰]/u.test(value.unit)) return []
    const unit = plainText(value.unit).replace(/（.*）/gu, '')
    return [
      {
        number: value.number,
        operator: value.operator,
        unit: unit === '' && /人数$/u.test(name) ? '人' : unit,
        said: quoteIndicator(indicator),
        places,
      },
    ]
  })
}

/** Whether a unit cost per `per` applies to a quantity in `unit`. 人 and 人次 are different things. */
export function isCountedIn(per: string, unit: string): boolean {
  return per === unit || sameUnits.some((units) => units.includes(per) && units.includes(unit))
}

/** Whether only whole numbers of the unit exist. */
export function isWhole(unit: string): boolean {
  return !/米|亩|公里|顷|吨|度|升|克|里|小时|时/u.test(unit)
}

/** Percentages that the texts state as someone's share of the cost (基金负担80%), with what is left for the others. */
export function statedShares(form: ProjectForm): readonly Decimal[] {
  const shares = new Map<string, Decimal>()
  for (const field of textFields(form)) {
    for (const clause of plainText(field.text).split(/[，。；、]/u)) {
      if (!/负担|承担|支付|出资|分担|配套/u.test(clause) || /率|进度|完成/u.test(clause)) continue
      for (const match of clause.matchAll(/(\d+(?:\.\d+)?)[%％]/gu)) {
        const share = parseDecimal(match[1] ?? '')
        if (share === undefined) continue
        const whole = 100n * 10n ** BigInt(share.scale)
        for (const digits of [share.digits, whole - share.digits]) {
          if (digits > 0n && digits < whole) shares.set(`${digits}e${share.scale}`, { digits, scale: share.scale })
        }
      }
    }
  }
  return [...shares.values()]
}

/** Numbers of months below a year that the texts state: 6个月, 从7月起, 3月至8月. */
export function statedMonths(form: ProjectForm): readonly number[] {
  const months = new Set<number>()
  for (const field of textFields(form)) {
    const text = plainText(field.text)
    for (const match of text.matchAll(/(\d{1,2})个月/gu)) months.add(Number(match[1]))
    for (const match of text.matchAll(/(?<!\d)(\d{1,2})月(?:份)?(?:起|开始)/gu)) months.add(13 - Number(match[1]))
    for (const match of text.matchAll(/(?<!\d)(\d{1,2})月?(?:份)?[-—－~至到](\d{1,2})月/gu))
      months.add(Number(match[2]) - Number(match[1]) + 1)
  }
  return [...months].filter((count) => count >= 1 && count < 12)
}

/** Whether the texts name other money that pays the same cost, so that quantity × unit cost need not be this project's money. */
export function namesOtherSources(form: ProjectForm): boolean {
  const clauses = textFields(form).flatMap((field) => plainText(field.text).split(/[，。；]/u))
  return clauses.some((clause) => otherSources.test(clause) && !/不再|不由|无需|没有/u.test(clause))
}

const otherSources = /征缴|个人缴费|个人账户|统筹基金|基金支付|基金负担|上级补助|其他渠道|自筹|自付|差额|缺口|结余/u

const sameUnits: readonly (readonly string[])[] = [
  ['人', '名', '位', '个人'],
  ['车', '辆'],
  ['台', '套', '台套'],
  ['场', '次', '场次'],
  ['平方米', '㎡', 'm²', '平米'],
  ['册', '本'],
  ['处', '个'],
  ['村', '个村'],
  ['家', '户'],
]

function unitCostOf({ indicator, places }: IndicatorStatement): UnitCost | undefined {
  const { value } = indicator
  if (value.kind !== 'number') return undefined
  const name = plainText(indicator.name)
  const said = quoteIndicator(indicator)
  const misprint = /^(人|户)\/(月|年)$/u.exec(plainText(value.unit))
  if (misprint !== null && unitCostName.test(name)) {
    const amount = moneyRateOf({ ...value, unit: '元' })?.amount
    return amount === undefined
      ? undefined
      : {
          amount,
          operator: value.operator,
          per: misprint[1] ?? '',
          periods: periodsOf([misprint[2] ?? '']),
          said: `${said.replace(/）$/u, '')}，按元/${misprint[0]}理解）`,
          places,
        }
  }
  const rate = moneyRateOf(value)
  if (rate === undefined || costScopeOf(indicator) !== 'unit') return undefined
  const counted = rate.per.filter((word) => !periodWord.test(word))
  const periods = rate.per.filter((word) => periodWord.test(word))
  const per = counted.length === 0 ? perInName(name) : counted.length === 1 ? counted[0] : undefined
  if (per === undefined) return undefined
  return {
    amount: rate.amount,
    operator: value.operator,
    per,
    periods: periodsOf(periods.length > 0 ? periods : periodsInName(name)),
    said,
    places,
  }
}

const unitCostName = /人均|户均|每[人户]|标准|补贴|补助|工资|津贴/u
const periodWord = /^(?:半?年度?|学年|学期|季度?|个?月|周|星期|天|日|小时|课时|学时)$/u

/** How often in a year; once when no period is named. More than one period word tells nothing. */
function periodsOf(words: readonly string[]): UnitCost['periods'] {
  const [word] = words
  if (words.length > 1) return undefined
  if (word === undefined || /^(?:年度?|学年)$/u.test(word)) return 1
  if (/^个?月$/u.test(word)) return 12
  if (/^季度?$/u.test(word)) return 4
  return word === '半年' || word === '学期' ? 2 : undefined
}

function perInName(name: string): string | undefined {
  const match = /([人户车亩村校场])均|每([人户辆亩村校场台套名])|均?(每人)/u.exec(name)
  return match?.[1] ?? match?.[2] ?? (match === null ? undefined : '人')
}

function periodsInName(name: string): readonly string[] {
  if (/每个?月|月均|月人均|月平均|按月/u.test(name)) return ['月']
  return /每[天日周次]|[日周]均/u.test(name) ? ['天'] : []
}

interface TextPattern {
  readonly pattern: RegExp
  /** The period when the match names none. */
  readonly period: readonly string[]
}

const amountPattern = '(?<gap>[^，。；\\d]{0,8})(?<number>\\d+(?:\\.\\d+)?)(?<unit>[万千]?元)'
const textPatterns: readonly TextPattern[] = [
  { pattern: new RegExp(`(?:每人每|人均每|每人)(?<per>月|年|天|日|学期|季度)${amountPattern}`, 'gu'), period: [] },
  { pattern: new RegExp(`每(?<per>月|年|天|日|学期|季度)(?:每人|人均)${amountPattern}`, 'gu'), period: [] },
  { pattern: new RegExp(`(?:每人|人均)(?!每?[月年天日学季])${amountPattern}(?![/每])`, 'gu'), period: [] },
  { pattern: /(?<gap>)(?<number>\d+(?:\.\d+)?)(?<unit>[万千]?元)[/每](?:人|名)(?:[/·每]?(?<per>月|年|天|日|学期|季度))?/gu, period: [] },
  { pattern: new RegExp(`(?:工资|补贴|补助|津贴|生活费|报酬)(?:标准)?(?:为|是)?每(?<per>月|年)${amountPattern}`, 'gu'), period: [] },
]

function moneyIn(number: string, unit: string): Fen | undefined {
  const decimal = parseDecimal(number)
  if (decimal === undefined) return undefined
  const scaled = decimal.digits * BigInt(unit === '万元' ? FEN_PER['万元'] : unit === '千元' ? FEN_PER['千元'] : FEN_PER['元'])
  const divisor = 10n ** BigInt(decimal.scale)
  const amount = scaled / divisor
  return scaled % divisor === 0n && amount <= BigInt(Number.MAX_SAFE_INTEGER) ? fen(Number(amount)) : undefined
}

function textFields(form: ProjectForm): readonly FormField[] {
  const { overview, basis, necessity, measures, plan } = form.texts
  return [overview, basis, necessity, measures, plan, form.goals.life, form.goals.annual].filter((field) => field !== undefined)
}
