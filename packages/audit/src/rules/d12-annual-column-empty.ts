/** D12: the annual column is empty while that of the whole life is filled. */
import type { Place } from '@mingzhang/figures'
import type { FormSpan, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { formName, formPlace, fundingOf, placeIn, plainText, sayList } from './form-queries.ts'

/** Judges indicators, goal and money of each form. A half that the print lost altogether is undetermined, not empty. */
export const annualColumnEmpty: Rule = {
  meta: {
    id: 'D12',
    title: { zh: '年度栏空白', en: 'The annual column is empty' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标审核：规范完整性' },
      { source: 'budgetLaw', article: '第三十二条' },
    ],
    explanation: {
      zh: '实施期一栏已填而年度一栏空白，年度预算没有可对照的绩效目标。右半栏整个没有印出来的，不能断定为空白，列为无法判定。',
      en:
        'The whole life is filled and the year is not, so the annual budget has no target. A right half that is not in the print at ' +
        'all is left undetermined.',
    },
    legitimate: {
      zh: '项目期为一年、表样只设一栏的，可以只填一栏。',
      en: 'A project of one year on a layout with a single column.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const form of document.forms) {
      const parts = [indicatorPart(form), goalPart(form), moneyPart(form)].filter((part) => part !== undefined)
      if (parts.length === 0) continue
      const empty = parts.filter((part) => part.state === 'empty')
      const lost = parts.filter((part) => part.state === 'lost')
      if (lost.length < parts.length) checked += 1
      if (empty.length > 0) {
        const names = sayList(empty.map(({ zh }) => zh))
        findings.push({
          key: String(form.index),
          statement: {
            zh: `“${formName(form)}”填了实施期而年度栏空白：${names}。`,
            en: `“${formName(form)}”: the whole life is filled but the annual column is empty (${empty.map(({ en }) => en).join(', ')}).`,
          },
          places: empty.map(({ place }) => place),
        })
      }
      if (lost.length > 0) {
        undetermined.push({
          places: [formPlace(form)],
          reason: {
            zh: `“${formName(form)}”没有读到年度栏的${sayList(lost.map(({ zh }) => zh))}，可能是印件缺损或合并单元格，不能断定为空白。`,
            en: `“${formName(form)}”: the annual ${lost.map(({ en }) => en).join(', ')} is not in the print; it may be damaged or merged.`,
          },
        })
      }
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

interface Part {
  readonly zh: string
  readonly en: string
  readonly state: 'filled' | 'empty' | 'lost'
  readonly place: Place
}

function indicatorPart(form: ProjectForm): Part | undefined {
  const filledOf = (span: FormSpan): number =>
    form.indicators.filter((indicator) => indicator.span === span && (indicator.name !== '' || indicator.value.kind !== 'blank')).length
  if (filledOf('life') === 0) return undefined
  const blank = form.blankIndicators?.find(({ span }) => span === 'annual')
  const printed = form.indicators.find(({ span }) => span === 'annual')
  const place = blank?.place ?? printed?.place ?? form.place
  const state = filledOf('annual') > 0 ? 'filled' : blank === undefined && printed === undefined ? 'lost' : 'empty'
  return { zh: '绩效指标', en: 'indicators', state, place: placeIn(form, place) }
}

/** A goal that is missing beside a printed one may be a merged cell: only a printed blank counts as empty. */
function goalPart(form: ProjectForm): Part | undefined {
  const { life, annual } = form.goals
  if (life === undefined || plainText(life.text) === '') return undefined
  const state = annual === undefined ? 'lost' : plainText(annual.text) === '' ? 'empty' : 'filled'
  return { zh: '总体目标', en: 'goal', state, place: placeIn(form, (annual ?? life).place) }
}

function moneyPart(form: ProjectForm): Part | undefined {
  const life = fundingOf(form, 'life', 'total')
  if (life?.amount.kind !== 'stated') return undefined
  const annual = fundingOf(form, 'annual', 'total')
  const state = annual === undefined ? 'lost' : annual.amount.kind === 'blank' ? 'empty' : 'filled'
  return { zh: '资金总额', en: 'total money', state, place: placeIn(form, (annual ?? life).place) }
}
