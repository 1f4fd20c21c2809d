/** D16: the year's new money for something that the form itself dates before the year. */
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import type { ProjectForm } from '../model/form.ts'
import { budgetYear, linkOf, namedTexts, projectKey, projectRows } from './form-links.ts'
import { formName, formPlace, indicatorStatements, placeIn, plainText, quoteIndicator } from './form-queries.ts'

/** A target is set before the work. An event of last year, or a project named after last year, is a payment for something done. */
export const alreadyHappened: Rule = {
  meta: {
    id: 'D16',
    title: { zh: '绩效目标针对已发生的事项或以前年度', en: 'The target concerns something already done or an earlier year' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标是预算资金计划在一定期限内达到的产出和效果' },
      { source: 'carryOver', article: '结转结余资金管理' },
    ],
    explanation: {
      zh: '绩效目标应是预算年度要实现的产出和效果。指标值中的时间全部早于预算年度，或本年预算的项目以以前年度命名，说明事项可能已经完成，资金用于补付，目标也就无从监控。结转资金和明示跨年的项目不在此列。',
      en: 'A target names what the budget year will bring about. Indicator dates that all lie before the year, or new money for a project named after an earlier year, suggest a payment for work already done. Carried-over money and spans that reach the year are left alone.',
    },
    legitimate: {
      zh: '支付尾款、补发补缴、清算以前年度应付款项，应在概况中写明，并按支付进度设指标。',
      en: 'Final payments and arrears are legitimate when the form says so and sets indicators for the payment.',
    },
  },
  check({ document }) {
    const year = budgetYear(document)
    if (document.forms.length === 0 || document.facts.kind?.value === 'final') return outcomeOf(0, [])
    if (year === undefined) return outcomeOf(0, [], [unknownYear(document.forms)])
    const carried = new Set(
      projectRows(document)
        .filter(({ period }) => period === 'carriedIn')
        .map(({ key }) => key),
    )
    const newMoney = document.forms.filter((form) => !carried.has(projectKey(linkOf(document, form)?.project ?? form.projectName.text)))
    const findings = [...document.forms.flatMap((form) => pastDates(form, year)), ...pastNames(newMoney, year)]
    return outcomeOf(document.forms.length, findings)
  },
}

function unknownYear(forms: readonly ProjectForm[]): RuleOutcome['undetermined'][number] {
  return {
    places: forms.slice(0, 1).map(formPlace),
    reason: { zh: '没有读出预算年度，无法判断事项发生在预算年度之前。', en: 'The budget year was not found.' },
  }
}

/** Years written as years: `2022年`, `2022-2023年`, `2022.7`; never those of a document number. */
function yearsIn(text: string): readonly number[] {
  const plain = text.replace(/[〔[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]/gu, '').replace(/《[^》]*》/gu, '')
  return [
    ...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?:\s*年?度?\s*[-—–~～至、和]\s*((?:19|20)\d{2}))?\s*(?:年|\.\d{1,2}(?!\d))/gu),
  ].flatMap((match) => [match[1], match[2]].flatMap((digits) => (digits === undefined ? [] : [Number(digits)])))
}

function pastDates(form: ProjectForm, year: number): readonly RuleFinding[] {
  const past = indicatorStatements(form, 'timeliness').filter(({ indicator }) => {
    const years = yearsIn(indicator.value.raw)
    return years.length > 0 && ![...years, ...yearsIn(indicator.name)].some((one) => one >= year)
  })
  if (past.length === 0) return []
  const quoted = past.map(({ indicator }) => quoteIndicator(indicator)).join('、')
  return [
    {
      key: `${form.index}:date`,
      statement: {
        zh: `“${formName(form)}”的时效指标${quoted}早于预算年度${year}年，事项可能已经完成。`,
        en: `“${formName(form)}”: the timeliness indicator ${quoted} lies before the budget year ${year}.`,
      },
      places: past.flatMap(({ places }) => places),
      expected: `${year}年`,
      found: past.map(({ indicator }) => indicator.value.raw).join('；'),
    },
  ]
}

const arrears = /尾款|质保金|质量保证金|尚未支付|未支付|补缴|补发|补付|拖欠|欠付|欠缴|清算|结算|剩余|收回|回收|应付未付/u

interface PastName {
  readonly form: ProjectForm
  /** The word by which the form itself explains that it pays for an earlier year. */
  readonly explained: string | undefined
}

/** One finding for all names: whether earlier years are budgeted again is one question to the department. */
function pastNames(forms: readonly ProjectForm[], year: number): readonly RuleFinding[] {
  const past = forms.flatMap((form): readonly PastName[] => {
    const years = yearsIn(form.projectName.text)
    if (years.length === 0 || years.some((one) => one >= year)) return []
    // The form itself tells what this year's money is for: then the name only dates the group or the decision.
    if (namedTexts(form).some(({ name, field }) => name !== '立项依据' && yearsIn(field.text).some((one) => one >= year))) return []
    const texts = [form.projectName, ...namedTexts(form).map(({ field }) => field)].map((field) => plainText(field.text))
    return [{ form, explained: texts.map((text) => arrears.exec(text)?.[0]).find((word) => word !== undefined) }]
  })
  if (past.length === 0) return []
  const names = past.map(({ form, explained }) => `“${formName(form)}”${explained === undefined ? '' : `（表内提到“${explained}”）`}`)
  return [
    {
      key: 'names',
      severity: 'notice',
      statement: {
        zh: `${past.length}个列在${year}年预算的项目以以前年度命名：${names.join('、')}。如属补付以前年度款项，请在表内写明；如名称沿用旧年度，请更正。`,
        en: `${past.length} projects budgeted in ${year} are named after earlier years: ${past.map(({ form }) => formName(form)).join(', ')}.`,
      },
      places: past.map(({ form }) => placeIn(form, form.projectName.place)),
      expected: `${year}年`,
      found: `${past.length}个`,
    },
  ]
}
