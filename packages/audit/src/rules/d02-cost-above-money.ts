/** D02: a total cost above the money of the project. */
import { FEN_PER, type Fen, fen, intervalOf, printedUnits, type RoundingMode, subtractFen } from '@mingzhang/money'
import type { FormSpan, IndicatorValue, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome, type Severity } from '../model/rule.ts'
import {
  costScopeOf,
  formName,
  formPlace,
  fundingOf,
  indicatorStatements,
  type IndicatorStatement,
  moneyOf,
  placeIn,
  plainText,
  quoteIndicator,
  sayMoney,
} from './form-queries.ts'
import { roundingOf, statedOf } from './narrative-queries.ts'

/** A total-cost indicator cannot exceed the money of the span that it stands in. Unit costs are never compared with the total. */
export const costAboveMoney: Rule = {
  meta: {
    id: 'D02',
    title: { zh: '成本指标高于项目资金', en: 'A total cost above the money of the project' },
    severity: 'error',
    basis: [
      { source: 'targetManagement', article: '绩效目标设定要求：相应匹配' },
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：成本指标' },
    ],
    explanation: {
      zh: '总成本指标与同期项目资金总额按分比较：年度指标比年度资金，实施期指标比实施期资金。人均、单价、标准等单位成本不参与比较。资金总额按印出的末位四舍五入，在其可能的范围内的不算超出。超出不足指标末位一个单位的，视为凑整，只作提示。',
      en:
        'A total cost is compared, to the fen, with the money of its own span. Unit costs are left out, and a cost within what the rounded money can stand for is no excess. An excess below one last ' +
        'printed digit of the indicator is a rounded limit and only noted.',
    },
    legitimate: {
      zh: '成本由其他项目、以前年度或其他资金来源共同负担时，可以高于本项目资金，但应在表中写明来源和已付金额。',
      en: 'The cost may be shared with other projects, earlier years or other sources; the form should then say so.',
    },
  },
  check(context) {
    const { document } = context
    const mode = roundingOf(context)
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const form of document.forms) {
      for (const [position, statement] of indicatorStatements(form, 'cost').entries()) {
        const cost = moneyOf(statement.indicator.value)
        if (cost === undefined || costScopeOf(statement.indicator) !== 'total' || countsSavings.test(plainText(statement.indicator.name)))
          continue
        const limit = limitOf(form, statement.spans, mode)
        if (limit === undefined) {
          undetermined.push({
            places: [...statement.places, formPlace(form)],
            reason: {
              zh: `“${formName(form)}”的资金总额没有印出或认不出，${quoteIndicator(statement.indicator)}无从比较。`,
              en: `“${formName(form)}”: its total money cannot be read, nothing to compare ${quoteIndicator(statement.indicator)} with.`,
            },
          })
          continue
        }
        checked += 1
        if (cost > limit.most) findings.push(findingOf(form, position, statement, cost, limit))
      }
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

interface Limit {
  readonly span: FormSpan
  readonly amount: Fen
  /** The most that the print can stand for: 14.68 万元 may be 146,849.99 yuan. */
  readonly most: Fen
}

const countsSavings = /节约|节省|节支|降低|压减|减少|撬动|带动|引导|筹集|社会资本|收入|收益|产值|增收/u

/** Money that other years or parties pay as well: the excess is then less telling. */
const widerThanProject = /总投资|投资总额|概算|合同总|工程总/u

/** An indicator in both halves is held against the larger money: copied text is another rule's matter. */
function limitOf(form: ProjectForm, spans: readonly FormSpan[], mode: RoundingMode): Limit | undefined {
  const limits = spans.map((span) => ({ span, stated: statedOf(fundingOf(form, span, 'total')?.amount) }))
  const read = limits.flatMap(({ span, stated }) => (stated === undefined ? [] : [{ span, amount: stated.value, most: intervalOf(stated, mode).high }]))
  if (read.length < limits.length) return undefined
  return read.reduce<Limit | undefined>((best, limit) => (best === undefined || limit.amount >= best.amount ? limit : best), undefined)
}

function findingOf(form: ProjectForm, position: number, { indicator, places }: IndicatorStatement, cost: Fen, limit: Limit): RuleFinding {
  const excess = subtractFen(cost, limit.amount)
  const rounded = excess < lastDigitOf(indicator.value)
  const severity: Severity | undefined = rounded ? 'notice' : widerThanProject.test(indicator.name) ? 'warning' : undefined
  const span = limit.span === 'annual' ? { zh: '年度', en: 'annual' } : { zh: '实施期', en: 'whole-life' }
  const quoted = quoteIndicator(indicator)
  const funding = fundingOf(form, limit.span, 'total')
  const advice = rounded
    ? { zh: '像是凑整后的上限，建议写到与资金相同的精度。', en: 'it looks like a rounded limit.' }
    : { zh: '请核对成本或写明其余资金的来源。', en: 'check the cost or name the other sources.' }
  return {
    key: `${form.index}:${position}`,
    statement: {
      zh: `“${formName(form)}”的成本指标${quoted}合${sayMoney(cost)}，高于${span.zh}资金总额${sayMoney(limit.amount)}，多${sayMoney(excess)}；${advice.zh}`,
      en: `“${formName(form)}”: ${quoted} exceeds the ${span.en} money ${sayMoney(limit.amount)} by ${sayMoney(excess)}; ${advice.en}`,
    },
    places: funding === undefined ? places : [...places, placeIn(form, funding.place)],
    expected: limit.amount,
    found: cost,
    difference: excess,
    ...(severity === undefined ? {} : { severity }),
  }
}

/** One last printed digit of the indicator's value in fen: 1万元 for `250万元`, 1,000元 for `15.8万元`. */
function lastDigitOf(value: IndicatorValue): Fen {
  if (value.kind !== 'number') return fen(1)
  const unit = printedUnits.find((word) => plainText(value.unit).startsWith(word))
  if (unit === undefined) return fen(1)
  const digit = BigInt(FEN_PER[unit]) / 10n ** BigInt(value.number.scale)
  return fen(digit < 1n ? 1 : Number(digit))
}
