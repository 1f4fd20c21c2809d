/** L79: the arithmetic of self-evaluation forms: money by source, execution rate, weights and scores. */
import type { Place } from '@mingzhang/figures'
import { addDecimal, compareDecimal, type Decimal, fen, formatDecimal, intervalOf, parseAmount, parseDecimal, type PrintedAmount, type RoundingMode, type Stated } from '@mingzhang/money'
import type { EvaluatedFunding, FormField, ProjectForm } from '../model/form.ts'
import { type Bilingual, outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { formName, placeIn, sayList } from './form-queries.ts'
import { type AmountOf, fiscalParts, totalParts } from './funding-parts.ts'
import { roundingOf } from './narrative-queries.ts'

/** 年度资金总额 is the sum of its sources, 执行率 is 执行数 ÷ 预算数, weights give the full marks and scores the total score. */
export const evaluationArithmetic: Rule = {
  meta: {
    id: 'L79',
    title: { zh: '绩效自评表算术不符', en: 'The arithmetic of a self-evaluation does not hold' },
    severity: 'warning',
    basis: [
      { source: 'arithmetic', article: '执行率＝全年执行数÷全年预算数；总分＝预算执行得分＋各指标得分' },
      { source: 'evaluationMeasures', article: '单位自评：预算执行率和绩效指标权重合计100分' },
    ],
    explanation: {
      zh: '自评表中年度资金总额应等于各来源之和；执行率应等于执行数除以预算数；各项分值之和应等于总分值，得分之和应等于总得分，单项得分不超过分值。金额按印出数字可能的范围判断，执行率末位相差一个单位以内的（四舍五入或截断）不算；有分值、得分没有读出的，不核对合计。',
      en: 'The total is the sum of its sources; the rate is executed over budgeted money; weights add up to the full marks, scores to the total score, and no score exceeds its weight. Money is judged by what the prints can stand for, the rate to within one last digit; sums with an unread part are not judged.',
    },
    legitimate: {
      zh: '按规定设置加分项、执行率按得分档计分或总分按四舍五入取整的，可以不等，宜注明计分办法。',
      en: 'Bonus points, graded execution scores or a rounded total can explain it; the method should be noted.',
    },
  },
  check(context) {
    const mode = roundingOf(context)
    const findings: RuleFinding[] = []
    const open: { readonly form: ProjectForm; readonly what: string }[] = []
    let checked = 0
    for (const form of context.document.evaluations ?? []) {
      for (const result of [...moneyResults(form, mode), ...rateResults(form, mode), ...pointResults(form)]) {
        if (result === 'holds') checked += 1
        else if ('open' in result) open.push({ form, what: result.open })
        else {
          checked += 1
          findings.push(result)
        }
      }
    }
    const reasons = [...new Set(open.map(({ what }) => what))]
    return outcomeOf(checked, findings, reasons.map((what) => {
      const forms = open.filter((one) => one.what === what).map(({ form }) => form)
      return { places: forms.map(({ place }) => place), reason: { zh: `${sayList([...new Set(forms.map((form) => `“${nameOf(form)}”`))])}${what}。`, en: `${forms.length} self-evaluations have an unread part (${what}).` } }
    }))
  },
}

/** `holds`, a finding, or in words what could not be judged. */
type Result = 'holds' | RuleFinding | { readonly open: string }

const nameOf = (form: ProjectForm): string => (form.overview === undefined ? formName(form) : '部门整体')

/** Sums and quotients need no unit: where none is printed, all amounts of the form are in the same one. */
function inOneUnit(amount: PrintedAmount | undefined): PrintedAmount | undefined {
  return amount?.kind === 'unreadable' && amount.reason === 'no-unit' ? parseAmount(amount.text, '万元') : amount
}

const moneyColumns = [['initial', '年初预算数'], ['budget', '全年预算数'], ['executed', '全年执行数']] as const

function moneyResults(form: ProjectForm, mode: RoundingMode): readonly Result[] {
  const rows = form.evaluation?.funding ?? []
  return moneyColumns.flatMap(([column, words]): readonly Result[] => {
    const of: AmountOf = (level) => inOneUnit(rows.find((row) => row.level === level)?.[column])
    return ([['total', totalParts(of, mode)], ['fiscal', fiscalParts(of, mode)]] as const).flatMap(([whole, outcome]): readonly Result[] => {
      if (outcome === 'absent') return []
      if (outcome === 'open') return [{ open: `的${words}有没读出的金额，未核对合计` }]
      if (outcome === 'holds') return ['holds']
      const { sum, total, levels } = outcome
      const places = [whole, ...levels].flatMap((level) => rows.find((row) => row.level === level)?.place ?? [])
      const printed = of(whole)?.text ?? ''
      const name = whole === 'total' ? '年度资金总额' : '财政资金小计'
      const parts = levels.map(of).filter((amount) => amount?.kind === 'stated').map((amount) => amount.text)
      return [{
        key: `${form.index}:${column}:${whole}`,
        statement: {
          zh: `“${nameOf(form)}”自评表${words}：${name}${printed}，各来源为${parts.join('＋')}，对不上。`,
          en: `“${nameOf(form)}”: the ${column} total ${printed} is not the sum of its sources ${parts.join(' + ')}.`,
        },
        places: places.map((place) => placeIn(form, place)),
        expected: sum,
        found: total,
        difference: fen(total - sum),
      }]
    })
  })
}

function rateResults(form: ProjectForm, mode: RoundingMode): readonly Result[] {
  return (form.evaluation?.funding ?? []).flatMap((row): readonly Result[] => {
    const [budget, executed] = [inOneUnit(row.budget), inOneUnit(row.executed)]
    const rate = rateOf(row)
    if (rate === undefined || budget?.kind !== 'stated' || executed?.kind !== 'stated' || budget.stated.value <= 0 || row.rate === undefined) return []
    if (fitsRate(rate, budget.stated, executed.stated, mode)) return ['holds']
    return [{
      key: `${form.index}:rate:${row.level}`,
      statement: {
        zh: `“${nameOf(form)}”自评表执行率印${row.rate.text}，按执行数${executed.text}÷预算数${budget.text}应为${percentOf(executed.stated, budget.stated)}%。`,
        en: `“${nameOf(form)}”: the execution rate is printed as ${row.rate.text}; ${executed.text} ÷ ${budget.text} is ${percentOf(executed.stated, budget.stated)}%.`,
      },
      places: [placeIn(form, row.rate.place), placeIn(form, row.place)],
      expected: `${percentOf(executed.stated, budget.stated)}%`,
      found: row.rate.text,
    }]
  })
}

/** The printed rate in percent; `undefined` for a dash or words. */
function rateOf({ rate }: EvaluatedFunding): Decimal | undefined {
  const digits = /^(\d+(?:\.\d+)?)[%％]?$/u.exec((rate?.text ?? '').replace(/\s+/gu, ''))?.[1]
  return digits === undefined ? undefined : parseDecimal(digits)
}

/** Whether the quotient lies within one last digit of the print, read as a percentage or, without its sign, as a fraction. */
function fitsRate(rate: Decimal, budget: Stated, executed: Stated, mode: RoundingMode): boolean {
  const [whole, part] = [intervalOf(budget, mode), intervalOf(executed, mode)]
  const within = (digits: bigint, scale: number): boolean => {
    const size = 10n ** BigInt(scale)
    // |part / whole − digits / size| < 1 / size for some amounts that the prints can stand for.
    return BigInt(part.low) * size < (digits + 1n) * BigInt(whole.high) && BigInt(part.high) * size > (digits - 1n) * BigInt(whole.low)
  }
  return within(rate.digits, rate.scale + 2) || (rate.digits <= 2n * 10n ** BigInt(rate.scale) && within(rate.digits, rate.scale))
}

/** With two decimals, half up. */
function percentOf(executed: Stated, budget: Stated): string {
  const hundredths = (BigInt(executed.value) * 100_000n / BigInt(budget.value) + 5n) / 10n
  return formatDecimal({ digits: hundredths, scale: 2 })
}

function pointsOf(field: FormField | undefined): Decimal | undefined {
  const digits = /^(\d+(?:\.\d+)?)分?$/u.exec((field?.text ?? '').replace(/\s+/gu, ''))?.[1]
  return digits === undefined ? undefined : parseDecimal(digits)
}

interface Item {
  readonly name: string
  readonly weight: Decimal | undefined
  readonly score: Decimal | undefined
  readonly place: Place
}

function pointResults(form: ProjectForm): readonly Result[] {
  const rated = form.indicators.filter(({ weight, result }) => weight !== undefined || result?.score !== undefined)
  const items = rated.map(({ name, weight, result, place }): Item => ({ name, weight: pointsOf(weight), score: pointsOf(result?.score), place }))
  if (items.length === 0) return []
  const money = form.evaluation?.funding.find(({ level }) => level === 'total')
  const execution: Item = { name: '预算执行率', weight: pointsOf(money?.weight), score: pointsOf(money?.score), place: money?.place ?? form.place }
  const all = [...items, ...(money === undefined ? [] : [execution])]
  const above = all.filter(({ weight, score }) => weight !== undefined && score !== undefined && compareDecimal(score, weight) > 0)
  const results: Result[] = above.map((item) => aboveWeight(form, item))
  const total = form.evaluation?.total
  if (items.some(({ weight }) => weight === undefined) || rated.length < form.indicators.length) return [...results, { open: '有指标的分值没有读出，未核对合计' }]
  results.push(...totalOf(form, 'weight', items, execution, pointsOf(total?.weight), total?.place))
  if (items.some(({ score }) => score === undefined)) return [...results, { open: '有指标的得分没有读出，未核对总分' }]
  results.push(...totalOf(form, 'score', items, execution, pointsOf(total?.score), total?.place))
  return results
}

const kinds: Readonly<Record<'weight' | 'score', Bilingual>> = { weight: { zh: '分值', en: 'weights' }, score: { zh: '得分', en: 'scores' } }

/** The printed total against the sum of the indicators, with the execution rate or, where the form keeps it apart, without. */
function totalOf(form: ProjectForm, kind: 'weight' | 'score', items: readonly Item[], execution: Item, total: Decimal | undefined, place: Place | undefined): readonly Result[] {
  if (total === undefined || place === undefined) return []
  const indicators = sum(items.flatMap((item) => item[kind] ?? []))
  const own = execution[kind]
  const sums = own === undefined ? [indicators] : [sum([indicators, own]), indicators]
  if (sums.some((candidate) => meets(candidate, total))) return ['holds']
  if (own === undefined) return [{ open: `没有读出预算执行率的${kinds[kind].zh}，未核对合计` }]
  const [whole] = sums
  if (whole === undefined) return []
  return [{
    key: `${form.index}:${kind}`,
    statement: {
      zh: `“${nameOf(form)}”自评表总${kinds[kind].zh}印${formatDecimal(total)}，预算执行率${formatDecimal(own)}与各指标${formatDecimal(indicators)}合计${formatDecimal(whole)}。`,
      en: `“${nameOf(form)}”: the ${kinds[kind].en} add up to ${formatDecimal(whole)}, the printed total is ${formatDecimal(total)}.`,
    },
    places: [placeIn(form, place), placeIn(form, execution.place), ...items.slice(0, 1).map((item) => placeIn(form, item.place))],
    expected: formatDecimal(whole),
    found: formatDecimal(total),
  }]
}

function aboveWeight(form: ProjectForm, { name, weight, score, place }: Item): RuleFinding {
  const [full, reached] = [weight, score].map((points) => (points === undefined ? '' : formatDecimal(points)))
  return {
    key: `${form.index}:above:${name}`,
    statement: {
      zh: `“${nameOf(form)}”自评表“${name}”得分${reached ?? ''}，高于分值${full ?? ''}。`,
      en: `“${nameOf(form)}”: “${name}” scores ${reached ?? ''} of ${full ?? ''}.`,
    },
    places: [placeIn(form, place)],
    ...(full === undefined ? {} : { expected: full }),
    ...(reached === undefined ? {} : { found: reached }),
  }
}

const sum = (parts: readonly Decimal[]): Decimal => parts.reduce(addDecimal, { digits: 0n, scale: 0 })

/** Equal, or equal once the sum is rounded to the digits of the printed total. */
function meets(value: Decimal, printed: Decimal): boolean {
  if (compareDecimal(value, printed) === 0) return true
  if (value.scale <= printed.scale) return false
  const size = 10n ** BigInt(value.scale - printed.scale)
  return (value.digits + size / 2n) / size === printed.digits
}
