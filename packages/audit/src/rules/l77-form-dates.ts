/** L77: the dates of forms against the budget year. */
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { nameSome } from './form-links.ts'
import { formName, formPlace, placeIn } from './form-queries.ts'

/** Forms are filled in before the budget is approved, and bear the budget's year. */
export const formDates: Rule = {
  meta: {
    id: 'L77',
    title: { zh: '绩效表日期、年度与预算年度', en: 'Form dates and years against the budget year' },
    severity: 'error',
    basis: [
      { source: 'budgetLaw', article: '第十四条 部门预算在批复后二十日内公开；第五十二条 批复时限' },
      { source: 'targetManagement', article: '绩效目标应在编制预算时填报，随预算同步批复' },
    ],
    explanation: {
      zh: '表上括号内的年度应是预算年度。填报日期在预算年度开始以后的，说明定稿较晚；是否在批复前填报、批复后二十日内公开，要有批复日期才能判断。',
      en: 'The year in brackets is the budget year. A form filled in after the year began was settled late; whether that was before the approval, and published within twenty days of it, needs the date of approval.',
    },
    legitimate: {
      zh: '年中追加或执行中新增的项目，可在年度内填报；批复文件可证明时间顺序。',
      en: 'Projects added during the year are filled in later; the approval document shows the order.',
    },
  },
  check({ document }) {
    const {
      forms,
      facts: { year },
    } = document
    if (forms.length === 0) return outcomeOf(0, [])
    if (year === undefined) {
      return outcomeOf(
        0,
        [],
        [
          {
            places: forms.slice(0, 1).map(formPlace),
            reason: { zh: '没有读出预算年度，无法核对绩效表的年度和日期。', en: 'The budget year was not found.' },
          },
        ],
      )
    }
    const dated = forms.filter((form) => form.filledOn?.date !== undefined)
    const late = dated.filter((form) => (form.filledOn?.date ?? '') >= `${year.value}-01-01`)
    const findings = [
      ...forms.flatMap((form) => wrongYear(form, year.value)),
      ...(late.length === 0 ? [] : [lateForms(late, forms.length, year.value)]),
    ]
    return outcomeOf(dated.length + forms.filter((form) => form.year !== undefined).length, findings, undatedForms(forms))
  },
}

function wrongYear(form: ProjectForm, year: number): readonly RuleFinding[] {
  if (form.year === undefined || form.year === year) return []
  return [
    {
      key: `${form.index}:year`,
      statement: {
        zh: `“${formName(form)}”标注为${form.year}年度，本预算为${year}年度。`,
        en: `“${formName(form)}” is marked ${form.year}; the budget is for ${year}.`,
      },
      places: [formPlace(form)],
      expected: `${year}年度`,
      found: `${form.year}年度`,
    },
  ]
}

function lateForms(late: readonly ProjectForm[], count: number, year: number): RuleFinding {
  const dates = late.flatMap((form) => form.filledOn?.date ?? []).sort()
  return {
    key: 'late',
    severity: 'notice',
    statement: {
      zh: `${count}张绩效表中有${late.length}张填报日期在${year}年1月1日以后（${dates[0] ?? ''}至${dates.at(-1) ?? ''}）。是否按时填报、批复后二十日内公开，需对照批复日期。`,
      en: `${late.length} of ${count} forms are dated after ${year} began (${dates[0] ?? ''} to ${dates.at(-1) ?? ''}); the date of approval is needed to judge timeliness.`,
    },
    places: late.map((form) => placeIn(form, form.filledOn?.field.place ?? form.place)),
    expected: '批复日期之前',
    found: dates.at(-1) ?? '',
  }
}

function undatedForms(forms: readonly ProjectForm[]): RuleOutcome['undetermined'] {
  const bad = forms.filter(
    (form) => form.filledOn !== undefined && form.filledOn.date === undefined && form.filledOn.field.text.trim() !== '',
  )
  const none = forms.filter(
    (form) => form.filledOn === undefined || (form.filledOn.date === undefined && form.filledOn.field.text.trim() === ''),
  )
  return [
    ...bad.map((form) => ({
      places: [placeIn(form, form.filledOn?.field.place ?? form.place)],
      reason: {
        zh: `“${formName(form)}”的填报日期“${form.filledOn?.field.text ?? ''}”不是有效日期。`,
        en: `The date “${form.filledOn?.field.text ?? ''}” of “${formName(form)}” is no date.`,
      },
    })),
    ...(none.length === 0
      ? []
      : [
          {
            places: none.map(formPlace),
            reason: { zh: `${nameSome(none.map(formName))}没有填报日期。`, en: `${none.length} forms bear no date.` },
          },
        ]),
  ]
}
