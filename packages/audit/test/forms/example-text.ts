/** A form of the invented 清河县 as printed text, to be damaged by tests. A stroke stands for the tab between cells. */
import { type DocumentTree, readText } from '@mingzhang/document'
import { parseForms, type ParsedForms } from '../../src/forms/parse-forms.ts'
import type { FormSpan, ProjectForm } from '../../src/index.ts'

export const soundForm = `清河县县级预算部门(单位)项目支出绩效目标申报表

(2024年度)

项目名称||全民阅读活动||||||
主管部门及代码||021-清河县文化馆||实施单位||清河县文化馆||
项目属性||一次性项目(1年结束)||项目期||1年||
项目资金 (元)|实施期资金总额:||120,000||年度资金总额:||120,000|
|其中:中央财政资金||0||其中:中央财政资金||0|
|省级财政资金||20,000||省级财政资金||20,000|
|市县(区)财政资金||100,000||市县(区)财政资金||100,000|
|单位自筹||0||单位自筹||0|
|其他资金||||其他资金|||
项目概况||全年在城乡举办24场阅读活动。||||||
立项依据||《清河县全民阅读工作方案》||||||
项目设立必要性||提高城乡居民阅读率。||||||
保证项目实施的制度、措施||《清河县文化馆项目管理办法》||||||
项目实施计划||每月举办两场。||||||
实施期目标||||年度目标||||
总体目标||全年举办24场阅读活动。||||2024年举办24场阅读活动。||
绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值|
|产出指标|数量指标|举办阅读活动场次|≥24场|数量指标|举办阅读活动场次|≥24场|
|||发放图书数量|≥3000册||发放图书数量|≥3000册|
||质量指标|活动按方案完成率|≥95%|质量指标|活动按方案完成率|≥95%|
||时效指标|活动完成时间|2024年12月|时效指标|活动完成时间|2024年12月|
||成本指标|单场活动成本|≤5000元|成本指标|单场活动成本|≤5000元|
|效益指标|经济效益指标|||经济效益指标|||
||社会效益指标|参加活动读者人次|≥6000人次|社会效益指标|参加活动读者人次|≥6000人次|
|满意度指标|服务对象满意度指标|读者满意度|≥90%|服务对象满意度指标|读者满意度|≥90%|
负责人:|经办人:|经办人甲|联系电话:|13800138000|填报日期:|20240110093000||
`

export function treeOf(text: string): DocumentTree {
  const read = readText(new TextEncoder().encode(text.replaceAll('|', '\t')), 'example.txt')
  if (!read.ok) throw new Error(read.problem.detail)
  return read.value
}

export function parse(text: string): ParsedForms {
  return parseForms(treeOf(text), ['项目支出绩效目标申报表'])
}

/** The only form of the text. */
export function parseOne(text: string): ProjectForm {
  const { forms } = parse(text)
  const [form] = forms
  if (form === undefined || forms.length !== 1) throw new Error(`expected one form, got ${String(forms.length)}`)
  return form
}

/** The sound form with one passage replaced; the passage must be there. */
export function damaged(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not in the form: ${from}`)
    return text.replace(from, to)
  }, soundForm)
}

/** The indicators of one half as `level2 / name = raw`. */
export function indicatorLines(form: ProjectForm, span: FormSpan): readonly string[] {
  const own = form.indicators.filter((indicator) => indicator.span === span)
  return own.map(({ level2, name, value }) => `${level2} / ${name} = ${value.raw}`)
}

/** The amounts of one half as `level = text`, blank ones as `level = `. */
export function fundingLines(form: ProjectForm, span: FormSpan): readonly string[] {
  return form.funding.filter((entry) => entry.span === span).map(({ level, amount }) => `${level} = ${amount.text}`)
}

export const soundIndicators = [
  '数量指标 / 举办阅读活动场次 = ≥24场',
  '数量指标 / 发放图书数量 = ≥3000册',
  '质量指标 / 活动按方案完成率 = ≥95%',
  '时效指标 / 活动完成时间 = 2024年12月',
  '成本指标 / 单场活动成本 = ≤5000元',
  '社会效益指标 / 参加活动读者人次 = ≥6000人次',
  '服务对象满意度指标 / 读者满意度 = ≥90%',
] as const
