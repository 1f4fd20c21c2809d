/** D10: the same indicator in several different projects that it does not follow from. */
import type { Place } from '@mingzhang/figures'
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule } from '../model/rule.ts'
import { formName, type IndicatorStatement, indicatorStatements, plainText, sayList } from './form-queries.ts'

/** One grouped notice: the third-level names that at least three different projects share without naming their subject. */
export const indicatorsReused: Rule = {
  meta: {
    id: 'D10',
    title: { zh: '不同项目套用同一指标', en: 'One indicator reused over different projects' },
    severity: 'notice',
    basis: [
      { source: 'targetManagement', article: '绩效目标设定要求：指向明确、相应匹配' },
      { source: 'indicatorGuideline', article: '绩效指标设置原则：高度关联、重点突出' },
    ],
    explanation: {
      zh: '三个以上不同项目设有同名三级指标，而指标名称与这些项目的名称少有关联的，一并列出。满意度、时效、成本及验收合格率、发放准确率等通用指标不计。',
      en:
        'Third-level indicators that three or more different projects share and whose words hardly touch the projects’ names, listed ' +
        'together. Satisfaction, timeliness, cost and generic rates are not counted.',
    },
    legitimate: {
      zh: '同一政策下的多个项目共同支撑一个政策目标时，可以共用效益指标，但宜另设能反映本项目贡献的指标。',
      en: 'Projects of one policy may share its effect; each should still have an indicator of its own contribution.',
    },
  },
  check({ document }) {
    const uses = usesByName(document.forms)
    const reused = [...uses.values()].filter((use) => new Set(use.items.map(({ form }) => projectKey(form))).size >= 3)
    if (uses.size === 0) return outcomeOf(0, [])
    if (reused.length === 0) return outcomeOf(uses.size, [])
    const names = reused.map((use) => `“${use.name}”（${use.items.length}个项目）`)
    const places: Place[] = reused.flatMap((use) => use.items.flatMap(({ statement }) => statement.places.slice(0, 1)))
    const projects = [...new Set(reused.flatMap((use) => use.items.map(({ form }) => formName(form))))]
    return outcomeOf(uses.size, [
      {
        key: 'reused',
        statement: {
          zh: `${projects.length}个项目套用了与项目名称关联不大的相同指标：${sayList(names)}；建议按各项目自身的产出和效果设置。`,
          en: `${projects.length} projects reuse indicators that hardly follow from their names: ${sayList(names)}.`,
        },
        places,
      },
    ])
  },
}

interface Use {
  readonly name: string
  readonly items: { readonly form: ProjectForm; readonly statement: IndicatorStatement }[]
}

function usesByName(forms: readonly ProjectForm[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  for (const form of forms) {
    const seen = new Set<string>()
    for (const statement of indicatorStatements(form)) {
      const { kind, name: printed } = statement.indicator
      const name = plainText(printed)
      if (kind === 'satisfaction' || kind === 'timeliness' || kind === 'cost' || name.length < 4 || generic.test(name)) continue
      if (seen.has(name) || isAboutProject(name, plainText(form.projectName.text))) continue
      seen.add(name)
      const use = uses.get(name) ?? { name, items: [] }
      use.items.push({ form, statement })
      uses.set(name, use)
    }
  }
  return uses
}

const generic =
  /满意|及时|按时|按期|准确率|合格率|达标率|验收|完成率|完成时间|到位率|发放率|支出|预算|资金|成本|社会.*稳定|和谐|维护稳定|工作效率|办公效率|正常运转|正常运行|生活|补助标准|投诉|可持续|规范/u

/** At least a third of the indicator's name stands, two characters or more at a time, in the project's name. */
function isAboutProject(indicator: string, project: string): boolean {
  let covered = 0
  for (let at = 0; at < indicator.length;) {
    let length = 0
    while (at + length < indicator.length && project.includes(indicator.slice(at, at + length + 1))) length += 1
    if (length >= 2) covered += length
    at += Math.max(length, 1)
  }
  return covered * 3 >= indicator.length
}

/** The same project in another year, session or unit is not a different project. */
function projectKey(form: ProjectForm): string {
  return formName(form).replace(/\d+|[年度第届期批次（）\-—]/gu, '')
}
