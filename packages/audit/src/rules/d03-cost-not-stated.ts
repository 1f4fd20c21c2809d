/** D03: a cost indicator that is blank, is no cost, or has a unit that is not money. */
import type { Indicator, ProjectForm } from '../model/form.ts'
import { type Bilingual, outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { formName, formPlace, indicatorStatements, moneyRateOf, placeIn, plainText, quoteIndicator } from './form-queries.ts'

/** Each cost indicator names an amount in money; a form whose cost block is printed but empty is noted. */
export const costNotStated: Rule = {
  meta: {
    id: 'D03',
    title: { zh: '成本指标空白、没有金额或单位不是金额', en: 'A cost indicator without an amount of money' },
    severity: 'warning',
    basis: [
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：成本指标' },
      { source: 'targetManagement', article: '绩效目标设定要求：细化量化' },
    ],
    explanation: {
      zh: '成本指标应写明金额和单位（元、万元、元/人·年等）或比率。单位写成“人”“人/月”，或只写“按标准”，无法考核成本；成本栏印出而未填的也列出。',
      en:
        'A cost indicator states an amount with its unit, or a rate. A unit such as 人 or 人/月, or only “as per the standard”, cannot be ' +
        'assessed; a printed but empty cost block is listed as well.',
    },
    legitimate: {
      zh: '社会成本、生态环境成本可以不用金额；标准由上级另文规定的，可注明文号和金额。成本指标对工程基建、大型修缮、购置类项目必设，其他项目视情况设置。',
      en:
        'Social and environmental costs need no amount; a standard set elsewhere can be cited with its amount. Cost indicators are ' +
        'mandatory for works, major repairs and purchases only.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      const costs = indicatorStatements(form, 'cost')
      if (costs.length === 0) {
        if (!hasJudgeableCostBlock(form)) continue
        checked += 1
        findings.push(blankBlock(form))
      }
      for (const [position, { indicator, places }] of costs.entries()) {
        if (/社会成本|环境成本/u.test(indicator.level2)) continue
        checked += 1
        const defect = defectOf(indicator)
        if (defect === undefined) continue
        const { severity, zh, en } = defect
        findings.push({
          key: `${form.index}:${position}`,
          statement: {
            zh: `“${formName(form)}”的成本指标${quoteIndicator(indicator)}${zh}。`,
            en: `“${formName(form)}”: the cost indicator ${quoteIndicator(indicator)} ${en}.`,
          },
          places,
          found: indicator.value.raw,
          ...(severity === undefined ? {} : { severity }),
        })
      }
    }
    return outcomeOf(checked, findings)
  },
}

const relativeUnit = /^(?:%|％|‰|百分点|折|倍|元.*)$/u
const relativeName = /率|比例|占比|比重|幅度/u
const amountInText = /[\d一二三四五六七八九十百千万两]+(?:\.\d+)?(?:亿|百万|万|千)?元|\d(?:\.\d+)?[万亿]/u
const share = /\d+(?:\.\d+)?[%％‰]|\d+\/\d+|百分之|[一二三四五六七八九十]分之|[几\d一二三四五六七八九]折/u

function defectOf(indicator: Indicator): (Bilingual & { readonly severity?: Severity }) | undefined {
  const { value } = indicator
  switch (value.kind) {
    case 'blank':
      return { zh: '没有填指标值', en: 'has no value' }
    case 'number': {
      const unit = plainText(value.unit)
      if (moneyRateOf(value) !== undefined || relativeUnit.test(unit)) return undefined
      if (unit === '') {
        if (relativeName.test(indicator.name) || /[（/](?:亿|万|千)?元/u.test(plainText(indicator.name))) return undefined
        return { zh: '没有写单位，金额无从确定', en: 'prints no unit, so its amount is unknown', severity: 'notice' }
      }
      if (/^[万亿]$/u.test(unit))
        return { zh: `的单位只写“${unit}”，应写“${unit}元”`, en: `prints “${unit}” without 元`, severity: 'notice' }
      return {
        zh: `的单位是“${value.unit}”，不是金额单位${/^[人户]\/[月年]$/u.test(unit) ? `，疑为“元/${unit}”` : ''}`,
        en: `has the unit “${value.unit}”, which is not money`,
      }
    }
    case 'text': {
      const text = plainText(value.raw)
      // A cited document sets the standard, even if it is not here.
      if (amountInText.test(text) || text.includes('《')) return undefined
      // A share of a cost really borne is a limit; a share of a standard that is not printed is not.
      if (share.test(text) && !text.includes('标准')) return undefined
      return { zh: '没有写出金额，无法考核', en: 'states no amount', severity: 'notice' }
    }
  }
}

/** The block is empty and no cost has slipped into another block, as happens in damaged prints. */
function hasJudgeableCostBlock(form: ProjectForm): boolean {
  const printed = form.blankIndicators?.some(({ kind }) => kind === 'cost') ?? false
  const filled = indicatorStatements(form)
  return (
    printed &&
    filled.length > 0 &&
    !filled.some(({ indicator }) => moneyRateOf(indicator.value) !== undefined || /成本|费用|经费|资金|开支/u.test(indicator.name))
  )
}

function blankBlock(form: ProjectForm): RuleFinding {
  const blank = form.blankIndicators?.find(({ kind }) => kind === 'cost')
  return {
    key: `${form.index}:blank`,
    statement: {
      zh: `“${formName(form)}”印有成本指标一栏但没有填写，项目有测算标准的，建议补填单位成本或总成本控制数。`,
      en: `“${formName(form)}”: the cost block is printed but empty; state a unit cost or a total limit if there is one.`,
    },
    places: [blank === undefined ? formPlace(form) : placeIn(form, blank.place)],
    severity: 'notice',
  }
}
