/** D01: a cost indicator that sets a floor (≥) where cost is a ceiling. */
import type { IndicatorValue } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { costScopeOf, formName, indicatorStatements, moneyRateOf, plainText, quoteIndicator } from './form-queries.ts'

/** A cost is kept below a limit: `≥` on a cost rewards spending more. Savings and raised funds are no costs. */
export const costFloor: Rule = {
  meta: {
    id: 'D01',
    title: { zh: '成本指标用了“≥”', en: 'A cost indicator sets a floor' },
    severity: 'error',
    basis: [
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：成本指标' },
      { source: 'targetManagement', article: '绩效目标设定要求：合理可行、相应匹配' },
    ],
    explanation: {
      zh: '成本指标反映预期产出所需成本的控制上限，应写“≤”或“=”。写成“≥”，花得越多得分越高，自评时无法扣分。',
      en: 'A cost indicator limits what the output may cost, so it says ≤ or =. With ≥, spending more would score better.',
    },
    legitimate: {
      zh: '指标其实是最低发放标准或保障标准时，可以有下限，但应放在数量或质量指标，成本指标另写控制数。',
      en: 'A guaranteed minimum payment may have a floor, but belongs to quantity or quality; the cost indicator then states the limit.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      for (const [position, { indicator, places }] of indicatorStatements(form, 'cost').entries()) {
        if (!isMoney(indicator.value) || isNoCost.test(plainText(indicator.name))) continue
        checked += 1
        if (!isFloor(indicator.value)) continue
        const unitCost = costScopeOf(indicator) !== 'total'
        findings.push({
          key: `${form.index}:${position}`,
          statement: {
            zh: `“${formName(form)}”的成本指标${quoteIndicator(indicator)}写成了下限，成本应是控制上限，建议改为“≤”。`,
            en: `“${formName(form)}”: the cost indicator ${quoteIndicator(indicator)} sets a floor; a cost should be limited from above.`,
          },
          places,
          expected: '≤',
          found: indicator.value.raw,
          ...(unitCost ? { severity: 'warning' as const } : {}),
        })
      }
    }
    return outcomeOf(checked, findings)
  },
}

/** What stands in the cost block but is better when larger. */
const isNoCost = /节约|节省|节支|降低|压减|减少|下降|结余|撬动|带动|引导|筹集|自筹|社会资本|收入|收益|利润|增收/u

const floorWords = /^(?:≥|>|＞|不低于|不少于|不小于|不得低于|至少|高于|大于)/u

function isMoney(value: IndicatorValue): boolean {
  return value.kind === 'number'
    ? moneyRateOf(value) !== undefined
    : value.kind === 'text' && floorWords.test(plainText(value.raw)) && /\d[^\d]*元/u.test(value.raw)
}

function isFloor(value: IndicatorValue): boolean {
  if (value.kind === 'number') return value.operator === '≥' || value.operator === '>'
  return floorWords.test(plainText(value.raw))
}
