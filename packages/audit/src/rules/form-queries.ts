/** Small questions about a project form that several form rules ask. Amounts are exact fen; what cannot be read is `undefined`. */
import type { Place } from '@mingzhang/figures'
import { type Decimal, FEN_PER, fen, type Fen, formatFen, type PrintedUnit } from '@mingzhang/money'
import type { FormFunding, FormSpan, FundingLevel, Indicator, IndicatorKind, IndicatorValue, ProjectForm } from '../model/form.ts'

/** The funding row of the form; `undefined` where the print lost it. A blank row is returned as printed, blank. */
export function fundingOf(form: ProjectForm, span: FormSpan, level: FundingLevel): FormFunding | undefined {
  return form.funding.find((row) => row.span === span && row.level === level)
}

/** The stated amount of a funding row in fen; `undefined` when the row is missing, blank or unreadable. Never zero by default. */
export function statedFunding(form: ProjectForm, span: FormSpan, level: FundingLevel): Fen | undefined {
  const amount = fundingOf(form, span, level)?.amount
  return amount?.kind === 'stated' ? amount.stated.value : undefined
}

/** The form's indicators of one kind, in print order, optionally of one half (实施期 or 年度). */
export function indicatorsOf(form: ProjectForm, kind: IndicatorKind, span?: FormSpan): readonly Indicator[] {
  return form.indicators.filter((indicator) => indicator.kind === kind && (span === undefined || indicator.span === span))
}

/** An indicator as the form states it: once, or alike in both halves. `indicator` is the more complete print of the two. */
export interface IndicatorStatement {
  readonly indicator: Indicator
  readonly spans: readonly FormSpan[]
  readonly places: readonly Place[]
}

/**
 * The form's indicators with the two halves joined where they state the same: a defect in both is one finding.
 *
 * A name that one half prints cut off joins the full one, and a value that one half lost joins the stated one; different
 * values stay apart. Rows without a name and value are left out.
 */
export function indicatorStatements(form: ProjectForm, kind?: IndicatorKind): readonly IndicatorStatement[] {
  const stated = form.indicators.filter(
    (indicator) => (kind === undefined || indicator.kind === kind) && (indicator.name !== '' || indicator.value.kind !== 'blank'),
  )
  const life = stated.filter((indicator) => indicator.span === 'life')
  const annual = stated.filter((indicator) => indicator.span === 'annual')
  const joined = life.map((indicator): IndicatorStatement => {
    const twin = annual.findIndex((other) => statesTheSame(indicator, other))
    const [other] = twin === -1 ? [] : annual.splice(twin, 1)
    return other === undefined
      ? { indicator, spans: ['life'], places: [placeIn(form, indicator.place)] }
      : {
          indicator: moreComplete(indicator, other),
          spans: ['life', 'annual'],
          places: [placeIn(form, indicator.place), placeIn(form, other.place)],
        }
  })
  return [
    ...joined,
    ...annual.map((indicator): IndicatorStatement => ({ indicator, spans: ['annual'], places: [placeIn(form, indicator.place)] })),
  ]
}

/** A place of the form that also names its project, for findings. */
export function placeIn(form: ProjectForm, place: Place): Place {
  return { ...place, form: place.form ?? formName(form) }
}

/** Where the form begins, naming its project. */
export function formPlace(form: ProjectForm): Place {
  return placeIn(form, form.place)
}

/** The project's name for a sentence; the form's position where the name is blank. */
export function formName(form: ProjectForm): string {
  const name = plainText(form.projectName.text)
  return name === '' ? `第${form.index}张表` : name
}

/** Whether the form is that of a special fund (专项资金), whose money goes to others and is no project of the department's own budget. */
export function isSpecialFund(form: ProjectForm): boolean {
  const title = plainText(form.title)
  return /专项资金/u.test(title) && !/项目支出|部门项目/u.test(title)
}

/** `“单场活动成本”（≤5000元/场）`, as printed. */
export function quoteIndicator(indicator: Indicator): string {
  const value = indicator.value.raw.trim()
  return `“${indicator.name === '' ? indicator.level2 : indicator.name}”${value === '' ? '' : `（${value}）`}`
}

/** Text without mark-up, blanks, and with one form of brackets and punctuation: for comparing and searching, never for showing amounts. */
export function plainText(text: string): string {
  return text
    .replace(/<[^<>]*>|&nbsp;/gu, '')
    .replace(/[\s\u3000]/gu, '')
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/,/gu, '，')
    .replace(/;/gu, '；')
    .replace(/:/gu, '：')
}

/** An amount of money per what its unit names: `3360元/人/年` is 336,000 fen per 人 and 年; `10万元` is per nothing. */
export interface MoneyRate {
  /** In fen. */
  readonly amount: Fen
  /** The words after 元, in order, without 每 and brackets; a joined 人天 or 车年 is taken apart. Empty for a plain amount. */
  readonly per: readonly string[]
}

/** The value as money; `undefined` when it is no number, its unit is not money, or it is finer than a fen. */
export function moneyRateOf(value: IndicatorValue): MoneyRate | undefined {
  if (value.kind !== 'number') return undefined
  const match = /^(亿|百万|万|千)?元(?:人民币|整)?(.*)$/u.exec(plainText(value.unit))
  if (match === null) return undefined
  const amount = fenOf(value.number, `${match[1] ?? ''}元` as PrintedUnit)
  return amount === undefined ? undefined : { amount, per: perWords(match[2] ?? '') }
}

/** The value in fen when its unit is plain money (元, 万元 …); `undefined` for a rate such as 元/人 and anything else. */
export function moneyOf(value: IndicatorValue): Fen | undefined {
  const rate = moneyRateOf(value)
  return rate?.per.length === 0 ? rate.amount : undefined
}

/** `1,880.00元`, or `262.00万元` from ten thousand yuan up; exact, never rounded. */
export function sayMoney(amount: Fen): string {
  return Math.abs(amount) >= FEN_PER['万元'] ? `${formatFen(amount, '万元')}万元` : `${formatFen(amount, '元')}元`
}

/**
 * Whether a cost indicator speaks of the whole project or of one unit of it (元/人, 人均, 标准, 单价).
 *
 * The two must never be compared. `undefined` when the value is not money, or the name tells neither.
 */
export function costScopeOf(indicator: Indicator): 'total' | 'unit' | undefined {
  const rate = moneyRateOf(indicator.value)
  if (rate === undefined) return undefined
  const name = plainText(indicator.name)
  if (rate.per.length > 0 || unitCostWords.test(name)) return 'unit'
  return totalCostWords.test(name) ? 'total' : undefined
}

/** Items joined with 、, the first `most` of them: `甲、乙等5项`. */
export function sayList(items: readonly string[], most = 5, measure = '项'): string {
  return items.length <= most ? items.join('、') : `${items.slice(0, most).join('、')}等${items.length}${measure}`
}

const unitCostWords =
  /标准|单价|定额|均价|平均|每|[人户车亩村校生次日月年场床件]均|单位(?:面积|产品|产量|租赁|建设|工程|造价|成本)|单(?:场|次|个|套|台|项|人|件|车|户|期|篇|份|辆|座|处|公里|米|亩|平方|课)/u
const totalCostWords = /总|成本|费|资金|经费|金额|投资|支出|款|预算|造价|补助|补贴|贴息|养老金|工资|额$/u

function statesTheSame(a: Indicator, b: Indicator): boolean {
  const sameValue = a.value.kind === 'blank' || b.value.kind === 'blank' || plainText(a.value.raw) === plainText(b.value.raw)
  if (a.kind !== b.kind || !sameValue) return false
  const [short = '', long = ''] = [plainText(a.name), plainText(b.name)].sort((x, y) => x.length - y.length)
  return short === long || (short.length >= 4 && long.startsWith(short))
}

function moreComplete(a: Indicator, b: Indicator): Indicator {
  if (a.value.kind === 'blank' || b.value.kind === 'blank') return a.value.kind === 'blank' ? b : a
  return b.name.length > a.name.length ? b : a
}

function fenOf(number: Decimal, unit: PrintedUnit): Fen | undefined {
  const divisor = 10n ** BigInt(number.scale)
  const scaled = number.digits * BigInt(FEN_PER[unit])
  const size = scaled / divisor
  if (scaled % divisor !== 0n || size > BigInt(Number.MAX_SAFE_INTEGER) || size < -BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return fen(Number(size))
}

/** `/人/年`, `/人·年`, `/(人·年)`, `每人每年`, `/人天`, `/台（套）`. */
function perWords(tail: string): readonly string[] {
  const words = tail
    .replace(/（套）|[（）]/gu, '')
    .split(/[/／·•*×每、]/u)
    .filter((word) => word !== '')
  return words.flatMap((word) => {
    const joined = /^(.*[^半每学])(学年|学期|年度?|季度?|月|天|日|周)$/u.exec(word)
    return joined === null ? [word] : [joined[1] ?? '', joined[2] ?? '']
  })
}
