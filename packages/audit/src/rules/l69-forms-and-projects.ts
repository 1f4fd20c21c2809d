/** L69: every project of the project tables has its form, and every form its project. */
import type { FormLink } from '../model/form.ts'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { nameSome, projectKey, type ProjectRow, projectRows } from './form-links.ts'
import { formName, formPlace, isSpecialFund, plainText, sayMoney, statedFunding } from './form-queries.ts'

/** One form per project of the year, under the same name, and no form without a project. */
export const formsAndProjects: Rule = {
  meta: {
    id: 'L69',
    title: { zh: '绩效表与项目表不是一一对应', en: 'Forms and projects do not match one to one' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标随部门预算一并批复、公开' },
      { source: 'budgetLaw', article: '第五十七条、第三十二条' },
    ],
    explanation: {
      zh: '本年项目支出预算表中的每个项目应附一张绩效目标表，名称一致；每张表也应能在项目表中找到。名称不同而金额唯一相同的，按金额对应并提示。上年结转项目是否附表由当地规定。',
      en: 'Each project of the year has one form under the same name, and each form a project. Where only the amount identifies the project, the form is joined by amount and that is said. Whether carried-over projects need forms is a local matter.',
    },
    legitimate: {
      zh: '只要求公开重点项目或一定金额以上项目绩效目标的，应写明范围；涉密项目除外。',
      en: 'Where only key projects need forms, the scope should be stated; secret projects are exempt.',
    },
  },
  check({ document }) {
    const rows = projectRows(document)
    const links = document.formLinks.filter(({ by }) => by !== 'basic-expenditure')
    if (document.forms.length === 0) return outcomeOf(0, [])
    if (rows.length === 0) {
      return outcomeOf(
        0,
        [],
        [
          {
            places: document.forms.slice(0, 1).map(formPlace),
            reason: { zh: '没有识别到项目支出预算表，无法核对绩效表与项目是否一一对应。', en: 'No project table was recognised.' },
          },
        ],
      )
    }
    const findings = [
      ...projectsWithoutForms(rows, links),
      ...formsWithoutProjects(links),
      ...sharedProjects(links),
      ...joinedByAmount(rows, links),
      ...carriedWithoutForms(rows, links),
    ]
    return outcomeOf(rows.filter(({ period }) => period === 'current').length + links.length, findings, unreadRows(document))
  },
}

function hasForm(row: ProjectRow, links: readonly FormLink[]): boolean {
  return links.some(({ project }) => project !== undefined && projectKey(project) === row.key)
}

function isNothing(row: ProjectRow): boolean {
  return row.total === 0
}

function projectsWithoutForms(rows: readonly ProjectRow[], links: readonly FormLink[]): readonly RuleFinding[] {
  // A heading that speaks of key projects says that only a selection is published.
  if (links.some(({ form }) => /重点/u.test(plainText(form.title)))) return []
  const current = rows.filter((row) => row.period === 'current' && !isNothing(row))
  const missing = current.filter((row) => !hasForm(row, links))
  if (missing.length === 0) return []
  return [
    {
      key: 'projects-without-forms',
      // Where most projects lack a form, only a selection was meant to be published.
      severity: missing.length * 2 <= current.length ? 'warning' : 'notice',
      statement: {
        zh: `本年项目${current.length}个，其中${missing.length}个没有对应的绩效目标表：${nameSome(missing.map(({ name }) => name))}。`,
        en: `${missing.length} of ${current.length} projects of the year have no performance form: ${nameSome(missing.map(({ name }) => name))}.`,
      },
      places: missing.flatMap(({ places }) => places),
      expected: `${current.length}张`,
      found: `${current.length - missing.length}张`,
    },
  ]
}

function formsWithoutProjects(links: readonly FormLink[]): readonly RuleFinding[] {
  const without = links.filter(({ by, form }) => by === 'none' && !isSpecialFund(form))
  const [first] = without
  if (first === undefined) return []
  if (without.length > fewForms) {
    return [
      {
        key: 'forms-without-projects',
        statement: {
          zh: `${links.length}张绩效表中有${without.length}张在项目支出预算表中找不到名称或金额对应的项目：${nameSome(without.map(({ form }) => formName(form)))}。`,
          en: `${without.length} of ${links.length} forms match no project of the project tables by name or amount.`,
        },
        places: without.map(({ form }) => formPlace(form)),
        found: `${without.length}张`,
      },
    ]
  }
  return without.map(({ form }): RuleFinding => {
    const amount = statedFunding(form, 'annual', 'total')
    return {
      key: `form:${form.index}`,
      statement: {
        zh: `绩效表“${formName(form)}”${amount === undefined ? '' : `（年度资金${sayMoney(amount)}）`}在项目支出预算表中找不到名称或金额对应的项目。`,
        en: `The form “${formName(form)}” matches no project of the project tables by name or amount.`,
      },
      places: [formPlace(form)],
      found: formName(form),
    }
  })
}

/** Up to so many each is a finding of its own; more have one cause. */
const fewForms = 5

function sharedProjects(links: readonly FormLink[]): readonly RuleFinding[] {
  const byProject = new Map<string, readonly FormLink[]>()
  for (const link of links) {
    if (link.project === undefined) continue
    // Rows of one name with different units or amounts are projects of their own.
    const key = `${projectKey(link.project)}|${link.region?.unit ?? ''}|${link.region?.project ?? ''}`
    byProject.set(key, [...(byProject.get(key) ?? []), link])
  }
  return [...byProject.values()]
    .filter((shared) => shared.length > 1)
    .map((shared): RuleFinding => ({
      key: `shared:${projectKey(shared[0]?.project ?? '')}`,
      statement: {
        zh: `项目“${shared[0]?.project ?? ''}”对应${shared.length}张绩效表，应一个项目一张表。`,
        en: `The project “${shared[0]?.project ?? ''}” has ${shared.length} forms.`,
      },
      places: shared.map(({ form }) => formPlace(form)),
      expected: '1张',
      found: `${shared.length}张`,
    }))
}

function joinedByAmount(rows: readonly ProjectRow[], links: readonly FormLink[]): readonly RuleFinding[] {
  return links
    .filter(({ by }) => by === 'amount')
    .map(({ form, project }): RuleFinding => {
      const row = rows.find(({ key }) => project !== undefined && key === projectKey(project))
      return {
        key: `amount:${form.index}`,
        severity: 'notice',
        statement: {
          zh: `绩效表“${formName(form)}”的名称与项目表不同，按金额对应到“${project ?? ''}”，请核对名称。`,
          en: `The form “${formName(form)}” was joined to “${project ?? ''}” by its amount; the names differ.`,
        },
        places: [formPlace(form), ...(row?.places ?? [])],
        expected: project ?? '',
        found: formName(form),
      }
    })
}

function carriedWithoutForms(rows: readonly ProjectRow[], links: readonly FormLink[]): readonly RuleFinding[] {
  const carried = rows.filter((row) => row.period === 'carriedIn' && !isNothing(row) && !hasForm(row, links))
  if (carried.length === 0) return []
  return [
    {
      key: 'carried-without-forms',
      severity: 'notice',
      statement: {
        zh: `上年结转项目${carried.length}个没有附绩效目标表，请确认当地是否要求附表，或在文字中说明。`,
        en: `${carried.length} carried-over projects have no form; whether one is required is a local matter.`,
      },
      places: carried.flatMap(({ places }) => places),
      found: `${carried.length}个`,
    },
  ]
}

/** Rows of a project table that name no project, unit or total that could be read. */
function unreadRows(document: RecognisedDocument): RuleOutcome['undetermined'] {
  const unread = document.tables
    .filter(({ kind }) => /project/iu.test(kind))
    .flatMap((table) =>
      table.rows.flatMap((row, index) => {
        const cells = table.cells.filter((cell) => cell.row === index)
        return cells.length > 0 && cells.every(({ region }) => region === undefined) ? [row.place] : []
      }),
    )
  return unread.length === 0
    ? []
    : [
        {
          places: unread,
          reason: {
            zh: `项目表有${unread.length}行没有读懂，这些行未核对。`,
            en: `${unread.length} rows of the project tables are unread.`,
          },
        },
      ]
}
