/** D13: satisfaction of the wrong group, without a grade, or not asked at all. */
import { compareDecimal } from '@mingzhang/money'
import type { Indicator, ProjectForm } from '../model/form.ts'
import { type Bilingual, outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { formName, indicatorStatements, placeIn, plainText, quoteIndicator } from './form-queries.ts'

/** Satisfaction is asked of those served, as a measurable value; a form that serves people asks for it. */
export const satisfaction: Rule = {
  meta: {
    id: 'D13',
    title: { zh: '满意度指标对象不当、没有量化或缺失', en: 'Satisfaction: wrong group, no measure, or missing' },
    severity: 'warning',
    basis: [
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：满意度指标' },
      { source: 'targetManagement', article: '绩效目标设定要求：细化量化' },
    ],
    explanation: {
      zh: '满意度反映服务对象的认可程度，应问受益的人，而不是经办、主管的人；“基本满意”没有比例或分档，不能打分；有服务对象的项目一般应设满意度指标。',
      en:
        'Satisfaction is that of the people served, not of those who handle or supervise; “basically satisfied” without a share or ' +
        'grade cannot be scored; projects that serve people usually have it.',
    },
    legitimate: {
      zh: '直接服务于本单位工作人员的运转类项目，可以问工作人员；没有服务对象的项目可以不设满意度。',
      en: 'Running costs serve the staff, who may be asked; a project that serves nobody directly needs no satisfaction.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      const statements = indicatorStatements(form, 'satisfaction')
      const blank = form.blankIndicators?.find(({ kind }) => kind === 'satisfaction')
      if (statements.length === 0) {
        if (blank === undefined || !servesPeople(form)) continue
        checked += 1
        findings.push({
          key: `${form.index}:missing`,
          statement: {
            zh: `“${formName(form)}”有服务对象，满意度指标一栏却没有填写。`,
            en: `“${formName(form)}” serves people but its satisfaction block is empty.`,
          },
          places: [placeIn(form, blank.place)],
          severity: 'notice',
        })
      }
      const anotherGroup = statements.some(({ indicator }) => !asksHandlers(indicator, form))
      for (const [position, { indicator, places }] of statements.entries()) {
        checked += 1
        const defect = valueDefect(indicator) ?? groupDefect(indicator, form, anotherGroup)
        if (defect === undefined) continue
        findings.push({
          key: `${form.index}:${position}`,
          statement: {
            zh: `“${formName(form)}”的满意度指标${quoteIndicator(indicator)}${defect.zh}。`,
            en: `“${formName(form)}”: the satisfaction indicator ${quoteIndicator(indicator)} ${defect.en}.`,
          },
          places,
          found: indicator.value.raw,
          ...(defect.severity === undefined ? {} : { severity: defect.severity }),
        })
      }
    }
    return outcomeOf(checked, findings)
  },
}

type Defect = Bilingual & { readonly severity?: Severity }

function valueDefect({ value }: Indicator): Defect | undefined {
  switch (value.kind) {
    case 'blank':
      return { zh: '没有填指标值', en: 'has no value', severity: 'notice' }
    case 'number':
      return value.unit === '%' && compareDecimal(value.number, { digits: 100n, scale: 0 }) > 0
        ? { zh: '超过了100%', en: 'is above 100%' }
        : undefined
    case 'text': {
      const text = plainText(value.raw)
      if (/^(?:定性)?[优良好]$|[\d０-９]|百分之|[优良中差].*[优良中差]|非常满意.*满意|分档|分级/u.test(text)) return undefined
      return {
        zh: '没有写比例或分档，无法打分',
        en: 'states neither a share nor grades',
        severity: text.includes('基本满意') ? 'warning' : 'notice',
      }
    }
  }
}

const handlers = /经办|承办|财务人员|主管部门|上级部门|上级单位|财政部门|(?:政府|机关|部门)工作人员|服务人员|领导/u
/** Those who certainly handle the project; 服务人员 and 工作人员 can also be the ones it serves. */
const plainHandlers = /经办|承办|财务人员|主管部门|上级|财政部门/u
const served = /^(?:享受|接受|参加|参与|领取|受|被|服务对象|对)/u

function groupDefect(indicator: Indicator, form: ProjectForm, anotherGroup: boolean): Defect | undefined {
  if (!asksHandlers(indicator, form)) return undefined
  return anotherGroup || !plainHandlers.test(plainText(indicator.name))
    ? {
        zh: '问的像是经办或服务方，不是服务对象，建议核对',
        en: 'seems to ask those who handle the project, not those served',
        severity: 'notice',
      }
    : { zh: '问的像是经办或服务方，没有问服务对象', en: 'asks those who handle the project, not those served' }
}

/** A group that the project itself counts or is named after is served by it, whatever it is called. */
function asksHandlers(indicator: Indicator, form: ProjectForm): boolean {
  const name = plainText(indicator.name)
  if (!handlers.test(name) || served.test(name)) return false
  // 服务人员、参保人满意率 asks those served as well.
  if (name.split(/[、，和与及]/u).some((part) => part.length >= 2 && !handlers.test(part))) return false
  const project = plainText(form.projectName.text)
  if (running.test(project)) return false
  const group = name.replace(/(?:的)?(?:总体)?满意(?:度|率).*$/u, '')
  const counted = indicatorStatements(form, 'quantity').map(({ indicator: { name: quantity } }) => plainText(quantity))
  return ![project, ...counted].some((text) => text.includes(group) || (text.length >= 4 && group.includes(text)))
}

const running = /公用经费|人员(?:类|经费)|办公|运转|工作经费|业务经费|机关|会议|信息系统|设备|维修|物业|车辆/u

function servesPeople(form: ProjectForm): boolean {
  const texts = [form.projectName, ...Object.values(form.texts), form.goals.life, form.goals.annual].map((field) =>
    plainText(field?.text ?? ''),
  )
  return (
    !running.test(texts[0] ?? '') &&
    texts.some((text) =>
      /群众|居民|村民|农户|学生|儿童|老年人|老人|患者|残疾人|企业|读者|游客|考生|退休人员|参保人|服务对象|受助|补贴对象|困难(?:户|家庭|人员)/u.test(
        text,
      ),
    )
  )
}
