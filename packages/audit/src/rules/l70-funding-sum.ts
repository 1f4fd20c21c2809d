/** L70: a form's total is the sum of its funding rows, and the year's money is within that of the whole project. */
import { fen, formatFen, intervalOf, type RoundingMode } from '@mingzhang/money'
import type { FormFunding, FormSpan, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { leftOpen } from './form-links.ts'
import { type AmountOf, fiscalParts, totalParts } from './funding-parts.ts'
import { formName, fundingOf, placeIn, sayMoney } from './form-queries.ts'
import { groupBy, roundingOf, statedOf } from './narrative-queries.ts'

/** 资金总额 = 中央 + 省级 + 市县 + 自筹 + 其他 for each span, and 年度 ≤ 实施期. */
export const fundingSum: Rule = {
  meta: {
    id: 'L70',
    title: { zh: '绩效表资金总额与分项不符', en: "A form's total differs from its funding rows" },
    severity: 'error',
    basis: [{ source: 'arithmetic', article: '资金总额＝中央＋省级＋市县＋单位自筹＋其他，或＝财政拨款＋其他资金；年度资金≤实施期资金' }],
    explanation: {
      zh: '实施期和年度的资金总额应各等于其下各来源之和（按财政拨款和其他资金列，或按中央、省级、市县等分级列），年度资金不超过实施期资金。上年结转单列或含在财政拨款内的写法都认。印刷为空的行按没有资金计；整行缺失或读不出的不作结论。',
      en: 'For the whole project and for the year, the total is the sum of its sources (fiscal appropriation and other funds, or by government), and the year is within the whole. Money carried in may stand beside the appropriation or within it. A blank row is no money; where a row was lost or is unreadable, nothing is concluded.',
    },
    legitimate: {
      zh: '另有来源（如专项债券）未列行的，应补列在其他资金。',
      en: 'A source without a row of its own belongs to other funds.',
    },
  },
  check(context) {
    const mode = roundingOf(context)
    const findings: RuleFinding[] = []
    const open: Open[] = []
    let checked = 0
    for (const form of context.document.forms) {
      const judged = [...(['life', 'annual'] as const).flatMap((span) => judgeSum(form, span, mode)), judgeSpans(form, mode)]
      for (const one of judged) {
        if (one === undefined) continue
        if (one === 'holds') checked += 1
        else if ('zh' in one) open.push(one)
        else {
          checked += 1
          findings.push(one)
        }
      }
    }
    const reasons = [...groupBy(open, ({ zh }) => zh).values()]
    return outcomeOf(
      checked,
      findings,
      reasons.flatMap((same) =>
        leftOpen(
          same.map(({ form }) => form),
          same[0]?.zh ?? '',
          same[0]?.en ?? '',
        ),
      ),
    )
  },
}

/** A form that cannot be judged, and why: the words behind its name. */
interface Open {
  readonly form: ProjectForm
  readonly zh: string
  readonly en: string
}

type Judgement = 'holds' | RuleFinding | Open | undefined

const spanNames: Readonly<Record<FormSpan, { readonly zh: string; readonly en: string }>> = {
  life: { zh: '实施期', en: 'whole project' },
  annual: { zh: '年度', en: 'year' },
}

/** `undefined` when the form has no such rows at all: then there is nothing to hold. */
function judgeSum(form: ProjectForm, span: FormSpan, mode: RoundingMode): readonly Judgement[] {
  const amountOf: AmountOf = (level) => fundingOf(form, span, level)?.amount
  const judged = [
    { whole: 'total' as const, outcome: totalParts(amountOf, mode) },
    { whole: 'fiscal' as const, outcome: fiscalParts(amountOf, mode) },
  ]
  return judged.map(({ whole, outcome }): Judgement => {
    if (outcome === 'absent') return undefined
    if (outcome === 'holds') return 'holds'
    if (outcome === 'open') {
      return fundingOf(form, span, whole)?.amount.kind === 'stated' && form.funding.every((row) => row.span !== span || row.amount.kind !== 'unreadable')
        ? { form, zh: `${spanNames[span].zh}资金的来源行不全，无法核对合计。`, en: `lack funding rows of the ${spanNames[span].en}.` }
        : { form, zh: `${spanNames[span].zh}资金有未读出的金额，未核对合计。`, en: `have an unread amount of the ${spanNames[span].en}.` }
    }
    const { sum, total, levels } = outcome
    const wholeZh = whole === 'total' ? '资金总额' : '财政拨款'
    const rows = [fundingOf(form, span, whole), ...levels.map((level) => fundingOf(form, span, level)).filter((row) => row !== undefined && hasMoney(row))]
    return {
      key: `${form.index}:${span}${whole === 'total' ? '' : ':fiscal'}`,
      statement: {
        zh: `“${formName(form)}”${spanNames[span].zh}${wholeZh}${sayMoney(total)}，各来源合计${sayMoney(sum)}，相差${sayMoney(fen(total - sum))}。`,
        en: `“${formName(form)}”: the ${whole === 'total' ? 'total' : 'fiscal appropriation'} of the ${spanNames[span].en} is ${formatFen(total, '元')} yuan, its rows sum to ${formatFen(sum, '元')} yuan.`,
      },
      places: rows.flatMap((row) => (row === undefined ? [] : [placeIn(form, row.place)])),
      expected: sum,
      found: total,
      difference: fen(total - sum),
    }
  })
}

function hasMoney({ amount }: FormFunding): boolean {
  const stated = statedOf(amount)
  return stated !== undefined && stated.value !== 0
}

function judgeSpans(form: ProjectForm, mode: RoundingMode): Judgement {
  const life = fundingOf(form, 'life', 'total')
  const annual = fundingOf(form, 'annual', 'total')
  const [whole, part] = [statedOf(life?.amount), statedOf(annual?.amount)]
  if (life === undefined || annual === undefined || whole === undefined || part === undefined) {
    // A half that is printed and blank is judged elsewhere; only an unreadable one is left open here.
    const unread = [life, annual].find((row) => row?.amount.kind === 'unreadable')
    return unread === undefined ? undefined : { form, zh: '的资金总额没有读出，未比较年度与实施期。', en: 'have a total that is unread.' }
  }
  if (intervalOf(part, mode).low <= intervalOf(whole, mode).high) return 'holds'
  return {
    key: `${form.index}:spans`,
    statement: {
      zh: `“${formName(form)}”年度资金总额${sayMoney(part.value)}大于实施期资金总额${sayMoney(whole.value)}。`,
      en: `“${formName(form)}”: the year's money exceeds that of the whole project.`,
    },
    places: [placeIn(form, annual.place), placeIn(form, life.place)],
    expected: whole.value,
    found: part.value,
    difference: fen(part.value - whole.value),
  }
}
