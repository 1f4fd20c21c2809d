/** D07: a timeliness indicator whose value is no time. */
import type { Indicator } from '../model/form.ts'
import { type Bilingual, outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { formName, indicatorStatements, moneyRateOf, plainText, quoteIndicator } from './form-queries.ts'

/** A timeliness value is a date, a span, a rate, or at least says 按时 or 及时; a bare year is too coarse and noted. */
export const timelinessNotATime: Rule = {
  meta: {
    id: 'D07',
    title: { zh: '时效指标没有写时间', en: 'A timeliness value that is not a time' },
    severity: 'warning',
    basis: [
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：时效指标' },
      { source: 'targetManagement', article: '绩效目标设定要求：细化量化' },
    ],
    explanation: {
      zh: '时效指标反映完成产出的及时程度，应写日期、期限、时长或及时率。“发放工资”“准确发放”不是时间；只写年份（如“2024年”）过于笼统，只作提示。',
      en:
        'Timeliness is a date, a deadline, a duration or a rate. “Wages paid” is none of these; a bare year is too coarse and only ' +
        'noted.',
    },
    legitimate: {
      zh: '时间已在指标名称或实施计划中写明的，可以不在指标值中重复。',
      en: 'The time may already stand in the indicator’s name or in the plan.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      for (const [position, { indicator, places }] of indicatorStatements(form, 'timeliness').entries()) {
        // Money under 时效指标 stands under the wrong name, which is another rule's matter.
        if (indicator.value.kind === 'blank' || moneyRateOf(indicator.value) !== undefined) continue
        checked += 1
        const defect = defectOf(indicator)
        if (defect === undefined) continue
        findings.push({
          key: `${form.index}:${position}`,
          statement: {
            zh: `“${formName(form)}”的时效指标${quoteIndicator(indicator)}${defect.zh}。`,
            en: `“${formName(form)}”: the timeliness indicator ${quoteIndicator(indicator)} ${defect.en}.`,
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

const digit = '[\\d一二两三四五六七八九十半]'
const bareYear = /^[=≥≤<>＝]?(?:\d{4}[-—－~至到、])?\d{4}(?:年度?|年内|年全年)?$/u
const calendar = new RegExp(
  `${digit}+月|${digit}+[日号]|\\d{4}[-./]\\d{1,2}|[一二三四1-4]季度|上半年|下半年|[年月季]度?[底末初内前]|[每当次全][年月季日周旬]|[春秋]节|国庆|汛期|学期|开学`,
  'u',
)
const duration = new RegExp(`${digit}+(?:\\.\\d+)?个?(?:年|季|月|周|星期|工作日|天|日|小时|分钟|分|秒|学期|学年|课时)`, 'u')
const promptness =
  /及时|按时|按期|如期|准时|适时|按计划|按进度|时间|时限|限期|期限|期内|随时|实时|即时|立即|当天|同步|定期|提前|动态|[前内]完成|周期|每|^按[年月季日周旬]/u
const timeUnit = /^(?:个?(?:年|季度?|月|周|星期|工作日|天|日|小时|分钟|分|秒|学期|学年|课时)|[日号月]|[%％‰]|时|h)/u

function defectOf({ name: printedName, value }: Indicator): (Bilingual & { readonly severity?: Severity }) | undefined {
  const raw = plainText(value.raw)
  const name = plainText(printedName)
  if (calendar.test(name) || /[%％]/u.test(raw)) return undefined
  if (bareYear.test(raw))
    return { zh: '只写到年份，过于笼统，建议写到月份或写明期限', en: 'names only a year, which is too coarse', severity: 'notice' }
  // Some platforms grade progress by a norm of their own (支出进度：优).
  if (/^(?:定性)?[优良好]$/u.test(raw)) return undefined
  if (calendar.test(raw) || duration.test(raw) || promptness.test(raw)) return undefined
  if (value.kind === 'number') {
    const unit = plainText(value.unit)
    if (timeUnit.test(unit)) return undefined
    // A rate or a count of days whose unit is in its name is a matter of units, not of time.
    if (unit === '' && /率|度$|天数|时间|时长|周期|日数|及时|按时/u.test(name)) return undefined
  }
  if (value.kind === 'number' && /^[次场批期]/u.test(plainText(value.unit)))
    return { zh: '写的是次数，没有写出时间或期限', en: 'counts times and states no time', severity: 'notice' }
  return { zh: '没有写出时间或期限', en: 'states no time' }
}
