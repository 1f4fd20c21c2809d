/** D21: 主管部门 names a section of the finance bureau instead of the department. */
import type { ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { formName, placeIn, plainText } from './form-queries.ts'
import { nameSome } from './form-links.ts'
import { groupBy } from './narrative-queries.ts'

/** The form's 主管部门 is the budget department that answers for the target. */
export const sectionAsDepartment: Rule = {
  meta: {
    id: 'D21',
    title: { zh: '主管部门填成了财政内设股室', en: 'A finance section stands as the department in charge' },
    severity: 'notice',
    basis: [
      { source: 'targetManagement', article: '绩效目标申报表：主管部门及代码' },
      { source: 'budgetLaw', article: '第三十二条、第五十七条 各部门、各单位是绩效管理责任主体' },
    ],
    explanation: {
      zh: '主管部门是编制绩效目标、承担绩效责任的部门。填成财政局内设股（科、处），多为系统按归口股室带出，公开后看不出责任单位。',
      en: "The department in charge answers for the target. A section of the finance bureau usually comes from the system's routing and hides who is responsible.",
    },
    legitimate: {
      zh: '上级转移支付由财政归口股室代编的，公开时可改为资金使用部门。',
      en: 'Where a finance section drafts the form for transfers, the publication can name the department that uses the money.',
    },
  },
  check({ document }) {
    const named = document.forms.filter((form) => departmentName(form) !== '')
    const sections = groupBy(
      named.filter((form) => isFinanceSection(departmentName(form))),
      departmentName,
    )
    const findings = [...sections].map(([name, forms]): RuleFinding => ({
      key: name,
      statement: {
        zh: `${forms.length}张绩效表的主管部门写作“${name}”（${nameSome(forms.map(formName), 3)}），像是财政内设股室，不是预算部门。`,
        en: `${forms.length} forms name “${name}” as the department in charge, which looks like a section of the finance bureau.`,
      },
      places: forms.map((form) => placeIn(form, form.department.field.place)),
      expected: departmentOf(forms) ?? document.facts.body?.value ?? '预算部门名称',
      found: name,
    }))
    return outcomeOf(named.length, findings)
  },
}

function departmentName(form: ProjectForm): string {
  return plainText(form.department.name)
}

/** The unit that carries the projects out, when the forms agree on one. */
function departmentOf(forms: readonly ProjectForm[]): string | undefined {
  const names = new Set(forms.map((form) => plainText(form.implementingUnit.text)).filter((name) => name !== ''))
  const [only] = names
  return names.size === 1 ? only : undefined
}

/** What finance bureaus call the sections that deal with departments. */
const fields =
  '社会?保障?|社保|行政|行政政法|政法|行财|教科文?|教科文卫|科教文?|科教|农业|农业农村|农财|经建|经济建设|企业|工交|工贸|商贸|金融|预算|国库|综合|综改|债务|资产|采购|会计|税政|绩效|绩效管理|监督|监督检查|资源环境|自然资源|文化|对外|外经'

/** 社保股, 教科文科, 农业处: a short field of work and 股 or 科; 处 and 室 also end the names of institutions, so only after such a field. */
function isFinanceSection(name: string): boolean {
  const bare = name.replace(/^.{2,12}?财政局(?=.)/u, '')
  return (
    new RegExp(`^(?:(?:${fields})(?:和|与|、)?)+(?:事务|管理|财务)?(?:股|科|处|室)$`, 'u').test(bare) ||
    /^[^局委院校所站队馆厅办]{2,6}股$/u.test(bare)
  )
}
