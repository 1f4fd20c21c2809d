/** D17: a form filled in for an earlier budget and published again. */
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { budgetYear, leftOpen, namedTexts } from './form-links.ts'
import { formName, formPlace, placeIn } from './form-queries.ts'

/** A budget is prepared in the year before it. A form dated earlier than that year, or citing its budget guidance, is an old one. */
export const staleForm: Rule = {
  meta: {
    id: 'D17',
    title: { zh: '绩效表沿用以前年度', en: 'The form was carried over from an earlier budget' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标随年度预算编制设定、审核' },
      { source: 'performanceOpinion', article: '全面设置部门和单位整体绩效目标、政策及项目绩效目标' },
    ],
    explanation: {
      zh: '预算一般在上一年下半年编制。填报日期早于上一年1月1日，或依据、制度引用以前年度的预算编制文件，说明该表可能原样沿用旧表，金额、人数、标准都未更新。',
      en: 'A budget is prepared in the year before it. A form dated before that year began, or citing the budget guidance of an earlier year, was probably reused with its old amounts and numbers.',
    },
    legitimate: {
      zh: '经批准的多年期项目沿用首年批复的目标表，应注明批复年度和本年调整情况。',
      en: 'A multi-year project may keep its approved form; it should say so.',
    },
  },
  check({ document }) {
    const year = budgetYear(document)
    if (document.forms.length === 0) return outcomeOf(0, [])
    if (year === undefined) {
      return outcomeOf(
        0,
        [],
        [
          {
            places: document.forms.slice(0, 1).map(formPlace),
            reason: { zh: '没有读出预算年度，无法判断填报日期是否过早。', en: 'The budget year was not found.' },
          },
        ],
      )
    }
    const findings: RuleFinding[] = []
    const open: ProjectForm[] = []
    let checked = 0
    for (const form of document.forms) {
      const guidance = oldGuidance(form, year)
      const date = form.filledOn?.date
      if (date === undefined && guidance.length === 0) {
        open.push(form)
        continue
      }
      checked += 1
      const isOld = date !== undefined && date < `${year - 1}-01-01`
      if (isOld || guidance.length > 0) findings.push(staleFinding(form, year, isOld, guidance))
    }
    return outcomeOf(
      checked,
      findings,
      leftOpen(open, '没有填报日期或日期未读出，无法判断是否沿用旧表。', 'bear no date that could be read.'),
    )
  },
}

interface Citation {
  readonly words: string
  readonly name: string
  readonly place: ProjectForm['place']
}

/** Budget guidance of a year before the budget year: `2023年县级部门预算编制方案` in a form of 2024. */
function oldGuidance(form: ProjectForm, year: number): readonly Citation[] {
  return namedTexts(form).flatMap(({ name, field }) =>
    [...field.text.matchAll(/(20\d{2})年度?[^，,。；;、《》]{0,10}预算编制[^，,。；;、《》]{0,6}(?:方案|通知|办法|要求|指南|意见)?/gu)]
      .filter((match) => Number(match[1]) < year && !/编制$/u.test(field.text.slice(0, match.index)))
      .map((match) => ({ words: match[0], name, place: placeIn(form, field.place) })),
  )
}

function staleFinding(form: ProjectForm, year: number, isOld: boolean, guidance: readonly Citation[]): RuleFinding {
  const date = form.filledOn
  const [first] = guidance
  const cited = first === undefined ? '' : `${first.name}引用“${first.words}”`
  const zh = isOld ? `填报日期为${date?.date ?? ''}，早于编制${year}年预算的时间${cited === '' ? '' : `，${cited}`}` : cited
  return {
    key: `${form.index}`,
    statement: {
      zh: `“${formName(form)}”${zh}，可能沿用了旧表，请核对金额、人数和标准是否为${year}年数。`,
      en: `“${formName(form)}” ${isOld ? `is dated ${date?.date ?? ''}, before the ${year} budget was prepared` : `cites the budget guidance of an earlier year`}; it may be an old form.`,
    },
    places: [date === undefined || !isOld ? formPlace(form) : placeIn(form, date.field.place), ...guidance.map(({ place }) => place)],
    expected: `${year - 1}年以后`,
    found: isOld ? (date?.date ?? '') : (first?.words ?? ''),
    ...(isOld ? {} : { severity: 'notice' as const }),
  }
}
