/** D18: a 立项依据 that is no basis: an internal report, unnamed policy, or a document for another year. */
import type { FormField, ProjectForm } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { budgetYear, isBasicExpenditureForm, leftOpen, nameSome } from './form-links.ts'
import { formName, placeIn, plainText } from './form-queries.ts'
import { groupBy } from './narrative-queries.ts'

/** A basis names a law, a plan, a decision or a document with its number, and one that covers this project and year. */
export const weakBasis: Rule = {
  meta: {
    id: 'D18',
    title: { zh: '立项依据不足', en: 'The basis of the project is weak' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标审核：目标相关性，符合国家法律法规、国民经济和社会发展规划及部门职能' },
      { source: 'performanceOpinion', article: '建立重大政策和项目事前绩效评估机制' },
    ],
    explanation: {
      zh: '立项依据应是法律法规、规划、会议决定或有文号的文件。报告、工资表、报销材料是申请材料，不是依据；“县里有关政策”“按上级要求”没有文件名称，无法核实；下达上一年度资金的文件不能作为本年新增资金的依据。',
      en: "A basis is a law, a plan, a recorded decision or a numbered document. A report, a payroll or a claim asks for money and justifies none; an unnamed policy cannot be verified; a document that allots last year's money does not carry this year's.",
    },
    legitimate: {
      zh: '依据不宜公开或为口头会议决定的，可写明会议名称和日期。延续执行的旧文件可注明仍然有效。',
      en: 'A decision of a meeting can be named by meeting and date; an older document still in force can be marked as such.',
    },
  },
  check({ document }) {
    const year = budgetYear(document)
    const weak: WeakForm[] = []
    const open: ProjectForm[] = []
    let checked = 0
    for (const form of document.forms) {
      if (isBasicExpenditureForm(document, form)) continue
      const basis = form.texts.basis
      if (basis === undefined) {
        open.push(form)
        continue
      }
      checked += 1
      const weakness = judgeBasis(form, basis, year)
      if (weakness !== undefined) weak.push({ form, basis, shown: plainText(basis.text), ...weakness })
    }
    const groups = groupBy(weak, ({ shown, what }) => `${what}:${shown}`)
    return outcomeOf(
      checked,
      [...groups].map(([key, group]) => findingFor(key, group)),
      leftOpen(open, '没有立项依据栏或未读出，未核对。', 'have no basis that could be read.'),
    )
  },
}

/** Something that can be looked up: a title, a document number, a law, a recorded meeting, a contract. */
const verifiable =
  /《[^》]+》|[〔[【（]\s*(?:19|20)\d{2}\s*[〕\]】）]\s*第?\s*\d|\d+\s*号|纪要|常务会|常委会|党组会|联席会|专题会|办公会|预算法|[^办做看想说方设无合]法(?:$|[》规律，。、（])|法律|法规|条例|规划|合同|协议|招投标|中标|批复|文件(?!精神$|要求$|规定$)|方案|标准|细则|章程/u
const claims = /(?:报告|请示|申请|工资表|工资单|花名册|报销单?|发票|收据|付款单|情况说明)(?:[，。；、]|$)/u

interface Weakness {
  readonly what: 'blank' | 'claim' | 'unnamed' | 'year'
  readonly severity: Severity
  readonly zh: string
  readonly en: string
}

interface WeakForm extends Weakness {
  readonly form: ProjectForm
  readonly basis: FormField
  readonly shown: string
}

function judgeBasis(form: ProjectForm, basis: FormField, year: number | undefined): Weakness | undefined {
  const text = plainText(basis.text)
  if (text === '' || /^[-—/无]+$/u.test(text)) return { what: 'blank', severity: 'notice', zh: '没有填写', en: 'is not filled in' }
  const others = text.replace(/《[^》]*(?:报告|请示|申请|情况说明)》/gu, '')
  if (!verifiable.test(others)) {
    if (claims.test(text.replace(/[》]/gu, '')))
      return {
        what: 'claim',
        severity: 'warning',
        zh: '是申请或报销性质的材料，不是立项的政策依据',
        en: 'is a claim or report rather than a basis',
      }
    return { what: 'unnamed', severity: 'notice', zh: '没有写明文件名称、文号或会议，无法核实', en: 'names no document, number or meeting' }
  }
  if (year === undefined) return undefined
  const [allotted] = [...text.matchAll(/下达[^《》，。；]{0,6}?(20\d{2})年/gu)].map((match) => Number(match[1])).filter((one) => one < year)
  const covers = [...text.matchAll(/(20\d{2})年/gu)].some((match) => Number(match[1]) >= year)
  if (allotted === undefined || covers || form.projectName.text.includes(String(allotted))) return undefined
  return {
    what: 'year',
    severity: 'notice',
    zh: `引用的是下达${allotted}年资金的文件，与${year}年预算不符`,
    en: `cites a document that allots the money of ${allotted}`,
  }
}

/** Forms with the same words are one finding: the same phrase was filled in everywhere. */
function findingFor(key: string, group: readonly WeakForm[]): RuleFinding {
  const [first] = group
  const shown = first?.shown ?? ''
  const quoted = shown === '' ? '' : `“${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}”`
  const names = nameSome(group.map(({ form }) => formName(form)))
  return {
    key,
    severity: first?.severity ?? 'notice',
    statement: { zh: `${names}的立项依据${quoted}${first?.zh ?? ''}。`, en: `${names}: the stated basis ${quoted} ${first?.en ?? ''}.` },
    places: group.map(({ form, basis }) => placeIn(form, basis.place)),
    found: shown,
  }
}
