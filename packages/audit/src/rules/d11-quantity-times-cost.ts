/** D11: quantity × unit cost × periods does not give the annual money. */
import { type Decimal, fen, type Fen, formatDecimal, subtractFen } from '@mingzhang/money'
import type { Place } from '@mingzhang/figures'
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome, type Severity } from '../model/rule.ts'
import {
  indicatorUnitCosts,
  isCountedIn,
  isWhole,
  namesOtherSources,
  quantitiesOf,
  type Quantity,
  statedMonths,
  statedShares,
  textUnitCosts,
  type UnitCost,
} from './d11-unit-cost.ts'
import {
  costScopeOf,
  formName,
  formPlace,
  fundingOf,
  indicatorStatements,
  moneyOf,
  placeIn,
  sayMoney,
  statedFunding,
} from './form-queries.ts'

/**
 * Judges forms with exactly one unit cost and exactly one quantity that it applies to.
 *
 * The money is explained when quantity × unit cost × periods, times a share that the texts state, gives it exactly,
 * or lies on the allowed side of a ≤ or ≥. Other structures are undetermined, never a finding.
 */
export const quantityTimesCost: Rule = {
  meta: {
    id: 'D11',
    title: { zh: '数量×单位成本与年度资金对不上', en: 'Quantity × unit cost does not give the annual money' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标审核：资金匹配性' },
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：成本指标' },
    ],
    explanation: {
      zh: '表中只有一项数量和一项单位成本时，数量×单位成本×期数（元/人/月按12个月），再乘文字写明的负担比例，应等于年度资金；数量或成本写“≤”的，资金不应超出。任何一种写明的算法能得出年度资金即通过，按分比较，不设容差。',
      en:
        'With one quantity and one unit cost, quantity × unit cost × periods (twelve for a monthly rate), times a share stated in the ' +
        'text, gives the annual money; with ≤ the money stays within it. Any stated combination that gives the money passes; compared ' +
        'to the fen.',
    },
    legitimate: {
      zh: '由多种资金共同负担、按实际月数发放、部分已在上年支付或另有其他支出内容的，可以不等，但应在表中写明测算过程。',
      en:
        'Shared funding, payment for fewer months, payments made in an earlier year or further costs can explain it; the form should ' +
        'show the calculation.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const form of document.forms) {
      const judgement = judge(form)
      if (judgement === undefined) continue
      if (judgement.kind === 'open') {
        undetermined.push({
          places: judgement.places,
          reason: { zh: `“${formName(form)}”：${judgement.zh}，不能用数量乘单位成本推算。`, en: `“${formName(form)}”: ${judgement.en}.` },
        })
        continue
      }
      checked += 1
      if (judgement.finding !== undefined) findings.push(judgement.finding)
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

type Judgement =
  | { readonly kind: 'open'; readonly places: readonly Place[]; readonly zh: string; readonly en: string }
  | { readonly kind: 'judged'; readonly finding: RuleFinding | undefined }

/** One way to calculate the money: so many periods, and the share of the cost that is this money. */
interface Way {
  readonly periods: number
  /** In percent. */
  readonly share: Decimal
}

const whole: Decimal = { digits: 100n, scale: 0 }

function judge(form: ProjectForm): Judgement | undefined {
  const stated = indicatorUnitCosts(form)
  const costs = stated.length > 0 ? stated : textUnitCosts(form)
  const quantities = quantitiesOf(form)
  const pairs = costs.flatMap((cost) =>
    quantities.filter(({ unit }) => isCountedIn(cost.per, unit)).map((quantity) => ({ cost, quantity })),
  )
  const [pair] = pairs
  // A rate in the texts alone proves little: with several of them, or several groups, there is nothing to judge.
  if (pair === undefined || (stated.length === 0 && pairs.length > 1)) return undefined
  const { cost, quantity } = pair
  const places = [...quantity.places, ...cost.places]
  const open = (zh: string, en: string): Judgement => ({ kind: 'open', places, zh, en })
  if (costs.length > 1) return open('单位成本不止一项', 'there are several unit costs')
  if (pairs.length > 1) return open('同一计量单位的数量不止一项', 'several quantities share the unit')
  if (cost.periods === undefined) return open(`${cost.said}按多少期发放没有写明`, 'the number of periods is not stated')
  const money = statedFunding(form, 'annual', 'total')
  if (money === undefined) return open('年度资金总额没有印出或认不出', 'the annual money cannot be read')
  const ways = waysOf(form, cost.periods)
  const exact = [...ways, ...ways.map(({ periods }) => ({ periods, share: whole }))]
  if (exact.some((way) => compareProduct(quantity, cost, way, money) === 0)) return { kind: 'judged', finding: undefined }
  if (quantities.length > 1) return open('另有其他数量指标，资金可能不只用于这一项', 'other quantities may share the money')
  if (hasPartialCost(form, money)) return open('另有其他成本指标，资金可能由几部分组成', 'other cost indicators make up part of the money')
  return judgeInexact(form, quantity, cost, ways, money, open)
}

function judgeInexact(
  form: ProjectForm,
  quantity: Quantity,
  cost: UnitCost,
  ways: readonly Way[],
  money: Fen,
  open: (zh: string, en: string) => Judgement,
): Judgement {
  const upper = isUpper(quantity) || isUpper(cost)
  const lower = isLower(quantity) || isLower(cost)
  if (upper && lower) return open('数量与单位成本一个设上限、一个设下限', 'one of the two has a ceiling and the other a floor')
  const implied = ways.map((way) => ({ way, count: impliedCount(cost, way, money) }))
  const first = ways[0] ?? { periods: 1, share: whole }
  const exactCost = !isUpper(cost) && !isLower(cost) && isWhole(quantity.unit)
  const wholeCounts = implied.flatMap(({ way, count }) => (count === undefined ? [] : [{ way, count }]))
  const within = ways.find((way) =>
    upper ? compareProduct(quantity, cost, way, money) >= 0 : lower && compareProduct(quantity, cost, way, money) <= 0,
  )
  if (exactCost && (upper || lower)) {
    const fitting = wholeCounts.find(({ way }) =>
      upper ? compareProduct(quantity, cost, way, money) >= 0 : compareProduct(quantity, cost, way, money) <= 0,
    )
    if (fitting !== undefined) return { kind: 'judged', finding: undefined }
    const beyond = wholeCounts[0]
    if (beyond !== undefined)
      return { kind: 'judged', finding: findingOf(form, quantity, cost, beyond.way, money, beyond.count, undefined) }
    if (within !== undefined) return { kind: 'judged', finding: findingOf(form, quantity, cost, within, money, undefined, 'notice') }
  } else if (within !== undefined) {
    return { kind: 'judged', finding: undefined }
  }
  const best = exactCost ? wholeCounts[0] : undefined
  const way = best?.way ?? first
  const short = compareProduct(quantity, cost, way, money) > 0
  if (short && namesOtherSources(form) && statedShares(form).length === 0)
    return open('文字提到还有其他资金来源，负担比例没有写明', 'the texts name other sources without their share')
  return { kind: 'judged', finding: findingOf(form, quantity, cost, way, money, best?.count, lower ? 'notice' : undefined) }
}

/** Every combination of stated periods and stated shares; the whole cost where no share is stated. */
function waysOf(form: ProjectForm, periods: number): readonly Way[] {
  const shares = statedShares(form)
  const counts = periods === 12 ? [12, ...statedMonths(form)] : [periods]
  return counts.flatMap((count) => (shares.length === 0 ? [whole] : shares).map((share) => ({ periods: count, share })))
}

const isUpper = ({ operator }: Quantity | UnitCost): boolean => operator === '≤' || operator === '<'
const isLower = ({ operator }: Quantity | UnitCost): boolean => operator === '≥' || operator === '>'

/** Positive when quantity × unit cost × periods × share is above the money. Exact: both sides are cleared of their denominators. */
function compareProduct(quantity: Quantity, cost: UnitCost, way: Way, money: Fen): number {
  const { numerator, denominator } = productOf(quantity, cost, way)
  const other = BigInt(money) * denominator
  return numerator > other ? 1 : numerator < other ? -1 : 0
}

function productOf(
  quantity: Quantity,
  cost: UnitCost,
  { periods, share }: Way,
): { readonly numerator: bigint; readonly denominator: bigint } {
  return {
    numerator: quantity.number.digits * BigInt(cost.amount) * BigInt(periods) * share.digits,
    denominator: 100n * 10n ** BigInt(quantity.number.scale + share.scale),
  }
}

/** How many units the money pays for in this way; `undefined` unless a whole number above zero. */
function impliedCount(cost: UnitCost, { periods, share }: Way, money: Fen): bigint | undefined {
  const perUnit = BigInt(cost.amount) * BigInt(periods) * share.digits
  const total = BigInt(money) * 100n * 10n ** BigInt(share.scale)
  return perUnit > 0n && total > 0n && total % perUnit === 0n ? total / perUnit : undefined
}

/**
 * A cost below the money is one part of it, and a second amount beside the total (养老金发放金额) is another: then the unit
 * cost need not explain the rest.
 */
function hasPartialCost(form: ProjectForm, money: Fen): boolean {
  const amounts = indicatorStatements(form, 'cost').flatMap(({ indicator }) => (costScopeOf(indicator) === 'unit' ? [] : (moneyOf(indicator.value) ?? [])))
  return amounts.length > 1 || amounts.some((amount) => amount < money)
}

function findingOf(
  form: ProjectForm,
  quantity: Quantity,
  cost: UnitCost,
  way: Way,
  money: Fen,
  count: bigint | undefined,
  severity: Severity | undefined,
): RuleFinding {
  const { numerator, denominator } = productOf(quantity, cost, way)
  const product =
    numerator % denominator === 0n && numerator / denominator <= BigInt(Number.MAX_SAFE_INTEGER)
      ? fen(Number(numerator / denominator))
      : undefined
  const periods = way.periods === 1 ? '' : `×${way.periods}${cost.periods === 12 ? '个月' : '期'}`
  const times = `${periods}${way.share === whole ? '' : `×${formatDecimal(way.share)}%`}`
  const number = formatDecimal(quantity.number)
  const arithmetic = `${number}${quantity.unit}×${sayMoney(cost.amount)}${times}${product === undefined ? '' : `＝${sayMoney(product)}`}`
  const implied = count === undefined ? '' : `；按${sayMoney(money)}反推是${count}${quantity.unit}，指标为${quantity.said}`
  const uneven = count === undefined && severity === 'notice' ? `，也不是单位成本的整数倍` : ''
  const pays = count === undefined ? '' : `, which pays for ${count} ${quantity.unit}`
  const funding = fundingOf(form, 'annual', 'total')
  return {
    key: String(form.index),
    statement: {
      zh: `“${formName(form)}”：${quantity.said}乘以${cost.said}，${arithmetic}，与年度资金总额${sayMoney(money)}不符${uneven}${implied}。`,
      en: `“${formName(form)}”: ${quantity.said} × ${cost.said}: ${arithmetic}, but the annual money is ${sayMoney(money)}${pays}.`,
    },
    places: [...quantity.places, ...cost.places, funding === undefined ? formPlace(form) : placeIn(form, funding.place)],
    ...(product === undefined ? {} : { expected: product, difference: subtractFen(money, product) }),
    found: money,
    ...(severity === undefined ? {} : { severity }),
  }
}
