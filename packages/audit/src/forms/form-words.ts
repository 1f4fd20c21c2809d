/**
 * The printed words of project performance forms and what each stands for.
 *
 * No two places print the same form, but they share these words. A label is found by its word alone, never by its
 * column, so that spare columns, lost rows and shifted halves do not matter.
 *
 * @module
 */
import { isPrintedUnit, type PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { FormSpan, FormTextField, FundingLevel, IndicatorKind } from '../model/form.ts'

/** `departmentName` heads the form of a whole department; `other` is an identifying field that nothing reads. */
export type HeaderKey = 'projectName' | 'departmentName' | 'department' | 'implementingUnit' | 'attribute' | 'duration' | 'other'

export type SignatureKey = 'responsible' | 'handler' | 'phone' | 'filledOn'

/** What a column of the indicator part holds. */
export type IndicatorColumn = 'level1' | 'level2' | 'name' | 'value' | 'operator' | 'unit' | 'weight' | 'actual' | 'score' | 'reason' | 'other'

/** What a column of the money part of a self-evaluation holds. */
export type EvaluationColumn = 'initial' | 'budget' | 'executed' | 'rate' | 'weight' | 'score' | 'other'

/** What a printed label means. `section` labels head a part of the form and have no value of their own. */
export type FormLabel =
  | { readonly zone: 'header'; readonly key: HeaderKey }
  | { readonly zone: 'funding'; readonly key: 'section' }
  | { readonly zone: 'funding'; readonly key: 'amount'; readonly level: FundingLevel | undefined; readonly span: FormSpan | undefined }
  | { readonly zone: 'text'; readonly key: FormTextField }
  | { readonly zone: 'goal'; readonly span: FormSpan | undefined }
  | { readonly zone: 'indicator'; readonly key: 'section' }
  | { readonly zone: 'indicator'; readonly key: 'column'; readonly column: IndicatorColumn; readonly span: FormSpan | undefined }
  | { readonly zone: 'indicator'; readonly key: 'level1' }
  | { readonly zone: 'indicator'; readonly key: 'level2'; readonly kind: IndicatorKind | undefined; readonly standard: boolean }
  | { readonly zone: 'signature'; readonly key: SignatureKey }

export type FormZone = FormLabel['zone']

/** A label that was found in a cell, and the tail of its word that the print lost (empty for a whole word). */
export interface LabelMatch {
  readonly label: FormLabel
  readonly missing: string
}

/**
 * The label that a whole cell prints, `undefined` for any other text.
 *
 * Tolerates any brackets, blanks, a trailing colon, `其中：`, a unit in brackets, and a word whose tail was lost in a
 * narrow cell. A first-level indicator name must be whole: 满意度 alone is more often an indicator's own name.
 */
export function matchFormLabel(text: string): LabelMatch | undefined {
  if (text.length > longestLabel) return undefined
  const word = labelWord(text)
  if (word.length < 2) return undefined
  const label = labelOf.get(word)
  if (label !== undefined) return { label, missing: '' }
  if (fundingSection.test(word)) return { label: { zone: 'funding', key: 'section' }, missing: '' }
  return truncatedMatch(word) ?? localLevel2(word)
}

/** What a column head means that is only understood beside 三级指标 or 指标值 (备注, 权重, 单位). */
export function matchIndicatorColumn(text: string): IndicatorColumn | undefined {
  if (text.length > longestLabel) return undefined
  const match = matchFormLabel(text)
  if (match?.label.zone === 'indicator' && match.label.key === 'column') return match.label.column
  const word = labelWord(text)
  return indicatorColumns.find(([, pattern]) => pattern.test(word))?.[0]
}

const indicatorColumns: readonly (readonly [IndicatorColumn, RegExp])[] = [
  ['operator', /^(?:绩效|目标)?(?:指标)?(?:值)?(?:性质|方向|符号)$|^(?:指标|目标)值类型$|^(?:运算|计算|比较)符号$/u],
  ['unit', /^(?:绩效)?(?:度量|计量|指标)?单位$/u],
  ['actual', /^(?:年度|全年|自评)?(?:实际|自评)?(?:完成|达到|实现)(?:指标)?(?:值|情况)$|^(?:全年|年度|指标)?实际(?:完成|值|完成指标值)$|^自评值$/u],
  ['weight', /^(?:指标|自评|标准)?(?:分值|权重|分值权重|权重分值|权重分|标准分|满分)$/u],
  ['score', /^(?:自评|实际|评价|指标|最终)?得分$|^自评(?:分|分数)$|^评分$/u],
  ['reason', /偏差|(?:未完成|扣分|失分)(?:的)?原因|改进措施/u],
  ['other', /^(?:备注|指标类型|.*(?:说明|解释|内容|标准|依据|来源))(?:\(.*\))?$/u],
]

/** What a column head of a self-evaluation's money means; `undefined` for any other text. */
export function matchEvaluationColumn(text: string): EvaluationColumn | undefined {
  if (text.length > longestLabel) return undefined
  const word = labelWord(text)
  return evaluationColumns.find(([, pattern]) => pattern.test(word))?.[0]
}

const evaluationColumns: readonly (readonly [EvaluationColumn, RegExp])[] = [
  ['initial', /^年初(?:部门)?预算(?:数|金额|安排金额|资金)?(?:\(.*\))?$/u],
  ['budget', /^(?:全年|年度|调整后?|调整后全年)预算(?:数|金额|资金)?$|^小计$|^预算数$/u],
  ['executed', /^(?:全年|年度|实际)?(?:执行|支出)(?:数|金额|资金)?$|^(?:年度)?(?:实际)?(?:拨付|支付)(?:数|金额)?$|^实际支出(?:数|金额)?$/u],
  ['rate', /^(?:预算|资金|支出|全年)?(?:执行|实现|支付)率(?:\(.*\))?$/u],
  ['weight', /^(?:分值|权重|满分)$/u],
  ['score', /^(?:自评)?得分$/u],
  ['other', /^(?:年中)?调整(?:数|金额)|结余|结转/u],
]

/** The unit that a label or note prints in brackets or after 单位： (项目资金（万元）). */
export function printedUnitOf(text: string): PrintedUnit | undefined {
  const plain = normaliseLabel(text)
  const unit = (/\((?:(?:金额)?单位:)?([千百万亿]*元)\)/u.exec(plain) ?? /单位:([千百万亿]*元)/u.exec(plain))?.[1]
  return unit !== undefined && isPrintedUnit(unit) ? unit : undefined
}

/** Cells that belong to the paper and not to the form: scanner marks, page numbers, drawn rules. */
export function isNoise(text: string): boolean {
  return /^(?:扫描全能王.*|[-–—_=\s|]+|[-–—\s]*\d{1,4}[-–—\s]*|第\s*\d+\s*页.*)$/u.test(text.trim())
}

/** Labels of the signature row, which are often printed together with their values in one cell. */
export const signatureLabels = /(?:单位|项目)?负责人|经办人|填[报表]人|联系(?:电话|方式)|填[报表](?:日期|时间)/u

/** What a form's heading says that the form is about. */
export interface FormTitle {
  readonly subject: 'project' | 'department'
  readonly evaluates: boolean
}

/** Reads a form's heading; `undefined` for any other text: a sentence, a line of a table of contents, another table's title. */
export function matchFormTitle(text: string, formTitles: readonly string[]): FormTitle | undefined {
  if (text.length > longestTitle) return undefined
  const title = normaliseLabel(text)
  if (/[.。;；]|\.{2,}\d*$/u.test(title.replace(/^\d+\./u, '')) || listTitle.test(title)) return undefined
  const isKnown = formTitles.some((words) => words !== '' && title.includes(normaliseLabel(words)))
  if (!isKnown && !formTitle.test(title)) return undefined
  const isWhole = /整体/u.test(title) && !/专项资金|专项整体/u.test(title)
  return { subject: isWhole ? 'department' : 'project', evaluates: /自评|评价表|完成情况/u.test(title) }
}

const formTitle = /绩效(?:目标|指标|评价|运行监控)?(?:申报|批复|填报|审核|自评|自评价|评价|情况|完成情况|执行情况)?表(?:\(.{1,24}\))?$/u
/** A table about many forms is none. */
const listTitle = /(?:汇总|一览|明细|统计|目录)表|情况说明|评价报告/u

/** Longer texts are no label and no title, and are not looked at: a cell of an unknown file may hold anything. */
const longestLabel = 48
const longestTitle = 80

function labelWord(text: string): string {
  return normaliseLabel(text)
    .replace(/^(?:\(\d\)|\d[.、)]|[①-⑳])?(?:其中[:,、]?)?(?:[①-⑳]|\d[.、)])?/u, '')
    .replace(/(?:\((?:(?:单位:)?[千百万亿]*元|[A-Z][A-Z/*%÷×\d]*)\)|[①-⑳].*|\(?(?:共|权重|满分)?\d+(?:\.\d+)?(?:分|%)\)?)$/u, '')
    .replace(/[=:*]+$/u, '')
}

const fundingSection = /^(?:项目|预算|专项|年度|申请|总体)?(?:资金|预算|经费)(?:来源|情况|金额|总体情况|整体情况|构成|安排|执行情况|使用情况|安排和使用情况)?$|^(?:财政|专项|预算)资金(?:安排和使用|使用|执行|安排)?情况$|^年度主要任务(?:完成情况)?$|^预算(?:整体|执行)情况$|^年度重点工作任务$|^(?:年度预算|项目资金)申请$|^(?:部门|年度)?预算(?:资金)?执行情况$/u

type Words = readonly (readonly [FormLabel, readonly string[]])[]

const amount = (level: FundingLevel | undefined, span?: FormSpan): FormLabel => ({ zone: 'funding', key: 'amount', level, span })
const level2 = (kind: IndicatorKind): FormLabel => ({ zone: 'indicator', key: 'level2', kind, standard: true })
const column = (name: IndicatorColumn, span?: FormSpan): FormLabel => ({ zone: 'indicator', key: 'column', column: name, span })

const words: Words = [
  [{ zone: 'header', key: 'projectName' }, ['项目名称', '项目(政策)名称', '政策和项目名称', '政策(项目)名称', '政策名称', '专项名称', '专项(项目)名称', '项目(专项)名称', '专项资金名称', '资金名称', '项目(资金)名称', '专项资金项目名称',
    '转移支付名称', '二级项目名称', '一级项目名称']],
  [{ zone: 'header', key: 'departmentName' }, ['部门名称', '部门(单位)名称', '单位(部门)名称', '单位名称', '预算部门名称', '预算单位名称', '填报部门', '申报部门']],
  [{ zone: 'header', key: 'other' }, ['计划开始日期', '计划完成日期', '部门预算编码', '预算编码', '项目编码', '项目编号', '项目代码', '项目总投资', '政策依据文号', '开始日期', '完成日期', '项目开始时间', '项目完成时间',
    '财政供养人员数', '下属二级单位数', '评价等级', '自评等级']],
  [{ zone: 'header', key: 'department' }, ['主管部门及代码', '主管部门及编码', '主管部门(单位)及代码', '主管部门', '主管单位', '预算部门']],
  [{ zone: 'header', key: 'implementingUnit' }, ['实施单位', '项目实施单位', '项目单位', '预算单位', '申报单位', '填报单位']],
  [{ zone: 'header', key: 'attribute' }, ['项目属性', '项目类型', '项目类别', '项目性质']],
  [{ zone: 'header', key: 'duration' }, ['项目期', '项目日期', '项目期限', '项目周期', '实施期限', '项目实施期', '项目起止时间', '起止时间']],
  [amount('total', 'life'), ['实施期资金总额', '项目资金总额(实施期)', '项目总额(实施期)', '项目实施期资金总额', '实施期预算资金总额', '实施期总额', '中期资金总额', '长期资金总额']],
  [amount('total', 'annual'), ['年度资金申请总额', '年度申请资金总额', '年度申请总额', '年度预算资金', '本年度预算资金总额', '当年预算总额', '年度项目资金总额', '年度资金总额', '年度预算资金总额', '年度资金', '年度总额', '当年资金总额', '当年预算资金总额', '本年度资金总额']],
  [amount('total'), ['资金总额', '项目资金总额', '预算资金总额', '项目总额', '项目预算总额', '资金合计']],
  [amount('central'), ['中央财政资金', '中央资金', '中央财政拨款', '中央补助', '中央补助资金', '中央财政补助资金', '中央转移支付资金']],
  [amount('provincial'), ['省级财政资金', '省财政资金', '省级资金', '省级补助', '省级补助资金', '省级财政拨款', '省级财政补助资金', '自治区财政资金']],
  [amount('local'), ['市县(区)财政资金', '市县财政资金', '市(县、区)财政资金', '市级财政资金', '县级财政资金', '县(区)级财政资金', '县(区)财政资金', '区级财政资金',
    '区县财政资金', '市级资金', '县级资金', '区级资金', '地方财政资金', '地方资金', '本级财政资金', '同级财政资金', '市区财政资金', '市、县财政资金', '地方财政拨款', '市级财政拨款', '县级财政拨款', '区级财政拨款']],
  [amount('selfRaised'), ['单位自筹', '自筹资金', '单位自筹资金']],
  [amount('other'), ['其他资金', '其它资金', '其他资金小计', '其他来源资金']],
  [amount('fiscal'), ['财政拨款', '财政资金', '当年财政拨款', '财政拨款资金', '财政性资金', '本年财政拨款', '财政资金小计', '本级财政拨款', '财政拨款小计']],
  [amount('carriedIn'), ['上年结转', '上年结转资金', '上年结转结余', '上年结余结转', '结转结余资金', '以前年度结转']],
  [amount('specialAccount'), ['财政专户管理资金', '财政专户拨款', '财政专户资金', '财政专户核拨资金']],
  [amount(undefined), ['一般公共预算', '政府性基金', '单位资金', '国有资本经营预算', '一般公共预算资金', '政府性基金预算', '一般公共预算拨款', '政府性基金预算拨款', '事业收入', '债券资金']],
  [{ zone: 'text', key: 'overview' }, ['项目概况', '项目概述', '项目简介', '项目内容', '项目描述']],
  [{ zone: 'text', key: 'basis' }, ['立项依据', '项目立项依据', '设立依据', '项目设立依据', '政策依据']],
  [{ zone: 'text', key: 'necessity' }, ['项目设立必要性', '项目设立的必要性', '项目立项必要性', '立项必要性', '项目必要性']],
  [{ zone: 'text', key: 'measures' }, ['保证项目实施的制度、措施', '保证项目实施的制度措施', '保障项目实施的制度、措施', '保证项目实施的制度和措施', '制度措施', '保障措施']],
  [{ zone: 'text', key: 'plan' }, ['项目实施计划', '实施计划', '项目实施进度计划', '实施进度计划']],
  [{ zone: 'goal', span: undefined }, ['总体目标', '绩效目标', '总体绩效目标', '项目绩效目标', '项目总体目标', '整体绩效目标', '部门整体绩效目标', '年度总体目标完成情况', '总体目标完成情况', '年度总体绩效目标完成情况', '预期目标', '预期目标(年初设定)', '年初设定目标', '预期目标(年初设定目标)',
    '实际完成情况', '目标实际完成情况', '全年实际完成情况', '年度总体目标实际完成情况', '实际完成目标']],
  [{ zone: 'goal', span: 'life' }, ['项目总目标', '项目总体绩效目标', '实施周期目标', '长期绩效目标', '中长期目标', '实施期目标', '实施期总目标', '实施期绩效目标', '实施期总体目标', '中期目标', '长期目标', '项目实施期目标']],
  [{ zone: 'goal', span: 'annual' }, ['年度目标', '年度总目标', '年度绩效目标', '年度总体目标', '当年目标', '本年度目标']],
  [{ zone: 'indicator', key: 'section' }, ['绩效指标', '年度绩效指标', '绩效目标指标', '考核指标', '年度绩效指标完成情况', '绩效指标完成情况', '部门整体支出年度绩效目标', '年度绩效目标指标']],
  [column('level1'), ['一级指标']],
  [column('level2'), ['二级指标']],
  [column('name'), ['三级指标', '指标内容', '指标名称', '绩效指标名称', '四级指标', '具体指标', '三级指标(绩效目标)']],
  [column('value'), ['指标值', '目标值', '预期值', '预期指标值', '指标目标值', '绩效指标值', '预期目标值', '预期完成值', '计划值', '计划指标值', '指标目标', '年度(/项目)指标值', '年初目标值', '预期当年实现值']],
  [column('value', 'annual'), ['年度指标值', '本年指标值', '年度目标值', '当年指标值', '本年绩效指标值', '全年目标值', '全年指标值', '年度预期值', '年度预期指标值', '全年预期值', '年度绩效指标值', '本年度指标值', '年初指标值']],
  [column('value', 'life'), ['实施期指标值', '实施周期指标值', '中期指标值', '长期指标值', '实施期目标值']],
  [column('operator'), ['指标性质', '指标方向', '指标符号']],
  [column('unit'), ['度量单位', '计量单位', '指标单位']],
  [{ zone: 'indicator', key: 'level1' }, ['产出指标', '效益指标', '满意度指标', '效果指标', '投入指标', '管理指标', '过程指标', '决策指标', '影响力指标', '履职效能指标', '运行成本指标']],
  [level2('quantity'), ['数量指标']],
  [level2('quality'), ['质量指标']],
  [level2('timeliness'), ['时效指标']],
  [level2('cost'), ['成本指标', '经济成本指标', '社会成本指标', '生态环境成本指标', '经济成本', '社会成本', '生态环境成本']],
  [level2('economic'), ['经济效益指标', '经济效益']],
  [level2('social'), ['社会效益指标', '社会效益']],
  [level2('ecological'), ['生态效益指标', '生态效益', '环境效益指标']],
  [level2('sustainability'), ['可持续影响指标', '可持续影响', '可持续发展指标']],
  [level2('satisfaction'), ['服务对象满意度指标', '社会公众或服务对象满意度指标', '服务对象满意度']],
  [{ zone: 'signature', key: 'responsible' }, ['负责人', '单位负责人', '项目负责人']],
  [{ zone: 'signature', key: 'handler' }, ['经办人', '填报人', '填表人']],
  [{ zone: 'signature', key: 'phone' }, ['联系电话', '联系方式']],
  [{ zone: 'signature', key: 'filledOn' }, ['填报日期', '填表日期', '填报时间', '填表时间']],
]

const labelOf = new Map(words.flatMap(([label, texts]) => texts.map((text) => [text, label] as const)))

/** A word that the cell was too narrow for: up to two characters lost, more of a long word whose rest wrapped away. */
function truncatedMatch(word: string): LabelMatch | undefined {
  if (word.length < 3) return undefined
  for (const [text, label] of labelOf) {
    if (!text.startsWith(word) || (label.zone === 'indicator' && label.key !== 'level2')) continue
    if (text.length - word.length <= 2 || (text.length >= 8 && word.length >= 5)) return { label, missing: text.slice(word.length) }
  }
  return undefined
}

/** Second-level names outside the standard list: a satisfaction of somebody else, or a name of the place's own. */
function localLevel2(word: string): LabelMatch | undefined {
  if (/^[\p{Script=Han}、()]{2,12}满意度指标$/u.test(word)) return { label: level2('satisfaction'), missing: '' }
  if (!/^\p{Script=Han}{0,6}(?:效益|公益|影响|影响力|发展|环境|安全|创新|公平|效果|效率)指标$/u.test(word)) return undefined
  return { label: { zone: 'indicator', key: 'level2', kind: undefined, standard: false }, missing: '' }
}
