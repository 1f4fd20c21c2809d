/** D05: an indicator value whose unit is missing, or does not fit what its name counts. */
import { compareDecimal } from '@mingzhang/money'
import type { Indicator } from '../model/form.ts'
import { type Bilingual, outcomeOf, type Rule, type RuleFinding, type RuleOutcome, type Severity } from '../model/rule.ts'
import { formName, formPlace, indicatorStatements, plainText, quoteIndicator } from './form-queries.ts'

/** Judges the unit of every indicator but cost and timeliness, which have rules of their own. */
export const unitMissingOrWrong: Rule = {
  meta: {
    id: 'D05',
    title: { zh: '指标值没有单位或单位不符', en: 'A value whose unit is missing or does not fit' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标设定要求：细化量化' },
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：指标值与计量单位' },
    ],
    explanation: {
      zh: '指标值应有数值和计量单位，且单位与指标名称相称：率、比例用“%”，人数用“人”，次数用“次”，面积用面积单位。只有单位没有数值的（如“提高元”）一并列出。',
      en:
        'A value has a number and a unit that suits the name: rates in %, people in 人, times in 次, areas in an area unit. A unit ' +
        'without a number is listed too.',
    },
    legitimate: {
      zh: '单位写在指标名称或另一栏、或按地方统计口径使用其他单位的，不影响考核。',
      en: 'The unit may stand in the name or in a column of its own, or follow a local statistical convention.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    let checked = 0
    for (const form of document.forms) {
      const judged = indicatorStatements(form).filter(({ indicator }) => indicator.kind !== 'cost' && indicator.kind !== 'timeliness')
      const numbers = judged.filter(({ indicator }) => indicator.value.kind === 'number')
      // A print without any unit keeps them in a column that was not read: saying so is all that can be said.
      const unitsElsewhere =
        numbers.length >= 2 && numbers.every(({ indicator: { value } }) => value.kind === 'number' && value.unit === '')
      if (unitsElsewhere) {
        undetermined.push({
          places: [formPlace(form)],
          reason: {
            zh: `“${formName(form)}”的指标值全都没有印单位，单位可能另设一栏，无法判断。`,
            en: `“${formName(form)}” prints no unit at all; units may stand in a column that was not read.`,
          },
        })
        continue
      }
      for (const [position, { indicator, places }] of judged.entries()) {
        if (indicator.value.kind === 'blank') continue
        checked += 1
        const defect = defectOf(indicator)
        if (defect === undefined) continue
        findings.push({
          key: `${form.index}:${position}`,
          statement: {
            zh: `“${formName(form)}”的指标${quoteIndicator(indicator)}${defect.zh}。`,
            en: `“${formName(form)}”: the indicator ${quoteIndicator(indicator)} ${defect.en}.`,
          },
          places,
          found: indicator.value.raw,
          ...(defect.severity === undefined ? {} : { severity: defect.severity }),
        })
      }
    }
    return outcomeOf(checked, findings, undetermined)
  },
}

const unitOnly =
  /^[≥≤<>=＝]?(?:提高|提升|增加|增长|减少|降低|下降|达到|不少于|不低于)?(?:[百千万亿]?元|人次?|名|户|次|个|家|台|套|件|项|亩|公里|平方米|[%％])$/u
const rateName = /(?:率|比例|占比|比重|满意度)(?:（.*）)?$/u
const otherRate = /(?:效|频|汇|功|速|利|分辨|生产|费|税|斜|曲|浓)率(?:（.*）)?$/u
const rateUnit = /^(?:[%％‰]|百分点|个百分点|倍|分|级|档|.*\/.*)$/u

function defectOf({ name: printedName, kind, value }: Indicator): (Bilingual & { readonly severity?: Severity }) | undefined {
  const name = plainText(printedName)
  if (value.kind !== 'number') {
    return unitOnly.test(plainText(value.raw)) ? { zh: '只有单位没有数值', en: 'has a unit but no number' } : undefined
  }
  const unit = plainText(value.unit)
  if (rateName.test(name) && !otherRate.test(name)) {
    if (unit === '') {
      const one = { digits: 1n, scale: 0 }
      return compareDecimal(value.number, one) <= 0
        ? undefined
        : { zh: '是比率，但没有写“%”', en: 'is a rate but prints no %', severity: 'notice' }
    }
    return rateUnit.test(unit)
      ? undefined
      : { zh: `是比率，单位却写“${value.unit}”`, en: `is a rate but its unit is “${value.unit}”`, severity: 'notice' }
  }
  if (unit === '') {
    // Nothing is nothing in every unit.
    return value.number.digits !== 0n && kind === 'quantity' && !namesItsUnit.test(name) ? { zh: '没有写计量单位', en: 'prints no unit', severity: 'notice' } : undefined
  }
  const clash = clashes.find(({ names, units }) => names.test(name) && units.test(unit))
  return clash === undefined
    ? undefined
    : {
        zh: `的单位写“${value.unit}”，与${clash.zh}不符`,
        en: `has the unit “${value.unit}”, which does not fit ${clash.en}`,
        severity: clash.severity,
      }
}

const namesItsUnit = /(?:单位|人|户|次|场|天|件|个|台|套|篇|期|家|项|辆|亩|面积|里程|长度)(?:次|数|数量)?$|（[^（）]+）$/u

interface Clash extends Bilingual {
  readonly names: RegExp
  readonly units: RegExp
  readonly severity: Severity
}

/** Only pairs that no usage explains; everything else is left alone. */
const clashes: readonly Clash[] = [
  {
    names: /人数(?:量)?(?:（.*）)?$/u,
    units: /^(?:[百千万亿]?元|平方米|亩|公里|次|场次?|[%％])/u,
    zh: '人数',
    en: 'a number of people',
    severity: 'warning',
  },
  {
    names: /(?:[场批频]次|次数)(?:（.*）)?$/u,
    units: /^(?:[百千万亿]?元|平方米|亩|公里|万?人$|名$)/u,
    zh: '次数',
    en: 'a number of times',
    severity: 'warning',
  },
  { names: /面积(?:（.*）)?$/u, units: /^(?:[百千万亿]?元|万?人|名|次|个|公里|米$)/u, zh: '面积', en: 'an area', severity: 'warning' },
  {
    names: /(?:服务|工作|业务)量(?:（.*）)?$/u,
    units: /^(?:万?人|名|位)$/u,
    zh: '服务量、工作量（应按次、件、小时等计量）',
    en: 'a volume of service',
    severity: 'notice',
  },
  {
    names: /(?:金额|资金额|收入|产值)(?:（.*）)?$/u,
    units: /^(?:万?人次?|名|次|个|平方米)$/u,
    zh: '金额',
    en: 'an amount of money',
    severity: 'warning',
  },
]
