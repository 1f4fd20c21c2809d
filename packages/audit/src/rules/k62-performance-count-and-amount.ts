/**
 * 绩效目标管理的项目数和金额: what the text says of them against the published forms.
 *
 * @module
 */
import { fen, intersectIntervals, intervalOf, type RoundingMode, sumFen } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { ProjectForm } from '../model/form.ts'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { formPlace, isSpecialFund, statedFunding } from './form-queries.ts'
import { groupBy, inWanyuan, inYuan, paragraphKey, roundingOf, statedOf, sumInterval } from './narrative-queries.ts'

/** The stated number of projects under performance targets is the number of forms, and the stated amount their annual total. */
export const k62PerformanceCountAndAmount: Rule = {
  meta: {
    id: 'K62',
    title: { zh: '绩效目标管理的项目数或金额与绩效目标表不符', en: 'Stated number or amount of performance projects differs from the forms' },
    severity: 'error',
    basis: [{ source: 'targetManagement', article: '绩效目标随部门预算一并批复、公开' }, { source: 'arithmetic', article: '涉及金额＝各绩效目标表年度资金总额之和' }],
    explanation: {
      zh: '文字说明实行绩效目标管理的项目个数和涉及金额，应与所附绩效目标表的张数和年度资金总额之和一致。只有个数一致时才比较金额；表上金额读不出的，不作结论。',
      en: 'The stated count and amount of projects under performance targets agree with the published forms. Amounts are compared only where the counts agree, and not when a form\'s amount is unread.',
    },
    legitimate: { zh: '只公开部分重点项目绩效目标表的，应写明公开范围；金额含上年结转的应注明。',
      en: 'Where only key projects are published, or carried-over money is included, the text should say so.' },
  },
  check(context) {
    const { document } = context
    const statements = performanceStatements(document)
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const statement of statements) {
      const places = statement.mentions.map(({ place }) => place)
      if (document.forms.length === 0) {
        undetermined.push({ places,
          reason: { zh: '文件中没有识别到项目绩效目标表，无法核对项目数和金额。', en: 'No performance forms were recognised in the document.' } })
        continue
      }
      checked += 1
      const forms = formsCounted(document, statement.count)
      if (forms === undefined && document.forms.some(({ projectName }) => projectName.text.trim() === '')) {
        checked -= 1
        undetermined.push({ places,
          reason: { zh: '部分绩效目标表没有读出项目名称，张数不可靠。', en: 'Some forms were read without a name; their number is unreliable.' } })
      } else if (forms === undefined) findings.push(countFinding(document, statement.count))
      else {
        const judged = statement.amount === undefined ? undefined : judgeAmount(statement.amount, forms, roundingOf(context))
        if (judged === 'unread') {
          undetermined.push({ places, reason: { zh: '部分绩效目标表的年度资金总额没有读出。', en: 'The annual amount of some forms is unread.' } })
        } else if (judged !== undefined) findings.push(judged)
      }
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

interface PerformanceStatement {
  readonly count: Mention
  readonly amount: Mention | undefined
  readonly mentions: readonly Mention[]
}

/** Paragraphs that count projects under performance targets, with the amount told beside the count. */
function performanceStatements(document: RecognisedDocument): readonly PerformanceStatement[] {
  return [...groupBy(document.mentions, paragraphKey).values()].flatMap((mentions): readonly PerformanceStatement[] => {
    const count = mentions.find((mention) => mention.role === 'count' && isProjectCount(mention))
    if (count === undefined) return []
    const amount = mentions.find(({ role, printed }) => role === 'amount' && statedOf(printed) !== undefined)
    return [{ count, amount, mentions: amount === undefined ? [count] : [count, amount] }]
  })
}

/** 项目40个 or 40个项目, in a sentence about performance targets; not the units that set them. */
function isProjectCount({ clause, label, text, unit, number }: Mention): boolean {
  const words = normaliseLabel(`${clause}${label}`)
  const around = normaliseLabel(clause)
  const at = around.indexOf(normaliseLabel(text))
  const isOfProjects = /项目/u.test(around.slice(Math.max(0, at - 8), at))
    || /^(?:个|项)?(?:预算)?(?:支出)?项目/u.test(around.slice(at + normaliseLabel(text).length))
  return isOfProjects && number.scale === 0 && /^(?:个|项)/u.test(unit) && /绩效目标/u.test(words) && /项目/u.test(words)
    && !/整体|自评|评价|上年|指标/u.test(words)
}

/** The forms that the count speaks of: all, or those of projects alone (without 人员类 and 公用经费). `undefined` when neither fits. */
function formsCounted(document: RecognisedDocument, count: Mention): readonly ProjectForm[] | undefined {
  const basic = new Set(document.formLinks.filter(({ by }) => by === 'basic-expenditure').map(({ form }) => form.index))
  const own = document.forms.filter((form) => !isSpecialFund(form))
  const candidates = [document.forms, own, document.forms.filter(({ index }) => !basic.has(index)), own.filter(({ index }) => !basic.has(index))]
  const counted = candidates.find((forms) => BigInt(forms.length) === count.number.digits)
  // 一级项目 are groups: each can have several forms, and only their money can be held against the text.
  return counted ?? (/一级(?:预算)?项目/u.test(normaliseLabel(count.clause)) && BigInt(own.length) > count.number.digits ? own : undefined)
}

function countFinding(document: RecognisedDocument, count: Mention): RuleFinding {
  const [first] = document.forms
  return {
    key: `${count.id}:count`,
    // Fewer forms than projects may be all that had to be published; more forms than projects cannot be.
    severity: count.number.digits > BigInt(document.forms.length) ? 'notice' : 'warning',
    places: [count.place, ...first === undefined ? [] : [formPlace(first)]],
    expected: `${document.forms.length}张绩效目标表`,
    found: count.text,
    statement: {
      zh: `文字写明实行绩效目标管理的项目${count.text}，文件中有${document.forms.length}张项目绩效目标表。`,
      en: `The text counts ${count.text} projects under performance targets; the document holds ${document.forms.length} forms.`,
    },
  }
}

function judgeAmount(amount: Mention, forms: readonly ProjectForm[], mode: RoundingMode): RuleFinding | 'unread' | undefined {
  const stated = statedOf(amount.printed)
  const totals = forms.map((form) => statedOf(form.funding.find(({ span, level }) => span === 'annual' && level === 'total')?.amount))
  const known = totals.filter((total) => total !== undefined)
  if (stated === undefined || known.length < forms.length) return 'unread'
  if (intersectIntervals(sumInterval(known, mode), intervalOf(stated, mode)) !== undefined) return undefined
  const sum = sumFen(forms.map((form) => statedFunding(form, 'annual', 'total')).filter((total) => total !== undefined))
  const [first] = forms
  return {
    key: `${amount.id}:amount`,
    places: [amount.place, ...first === undefined ? [] : [formPlace(first)]],
    expected: sum,
    found: stated.value,
    difference: fen(stated.value - sum),
    statement: {
      zh: `文字写明绩效目标管理的项目涉及${amount.text}，${forms.length}张绩效目标表的年度资金总额合计${inWanyuan(sum)}，相差${inWanyuan(fen(stated.value - sum))}。`,
      en: `The text says the performance projects amount to ${inYuan(stated.value)}; the annual totals of the ${forms.length} forms sum to ${inYuan(sum)}.`,
    },
  }
}
