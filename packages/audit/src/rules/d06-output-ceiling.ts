/** D06: an output quantity with ≤: doing nothing would reach it. */
import { outcomeOf, type Rule, type RuleFinding, type Severity } from '../model/rule.ts'
import { formName, indicatorStatements, plainText, quoteIndicator, sayList } from './form-queries.ts'

/** One finding per form that lists its quantity indicators with a ceiling. Quantities of unwanted things (事故, 投诉) are left out. */
export const outputCeiling: Rule = {
  meta: {
    id: 'D06',
    title: { zh: '数量指标用了“≤”', en: 'An output quantity has a ceiling' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标设定要求：合理可行、相应匹配' },
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：数量指标' },
    ],
    explanation: {
      zh: '数量指标反映预期完成的产出数量，一般用“≥”或“=”。写成“≤”，一件不做也算完成。',
      en: 'A quantity says how much is to be delivered, usually with ≥ or =. With ≤, delivering nothing would count as reached.',
    },
    legitimate: {
      zh: '编制、名额、资产配置上限等控制数，以及事故、投诉等越少越好的数量，可以用“≤”。',
      en: 'Control numbers (posts, quotas, asset limits) and unwanted things such as accidents may have a ceiling.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      const counted = indicatorStatements(form, 'quantity').filter(
        ({ indicator }) => indicator.value.kind === 'number' && !unwanted.test(plainText(indicator.name)),
      )
      checked += counted.length
      const capped = counted.filter(
        ({ indicator: { value } }) => value.kind === 'number' && (value.operator === '≤' || value.operator === '<'),
      )
      if (capped.length === 0) continue
      const allControlled = capped.every(
        ({ indicator: { name, value } }) =>
          controlled.test(plainText(name)) || (value.kind === 'number' && assetUnit.test(plainText(value.unit))),
      )
      const severity: Severity = allControlled ? 'notice' : 'warning'
      const names = capped.map(({ indicator }) => quoteIndicator(indicator))
      findings.push({
        key: String(form.index),
        statement: {
          zh: `“${formName(form)}”的数量指标${sayList(names)}写成了上限，少做也算完成；如不是控制数，建议改为“≥”或“=”。`,
          en: `“${formName(form)}”: the quantities ${sayList(names)} have a ceiling, so doing less would still reach them.`,
        },
        places: capped.flatMap(({ places }) => places),
        severity,
      })
    }
    return outcomeOf(checked, findings)
  },
}

const unwanted =
  /事故|投诉|上访|信访|差错|失误|错误|伤亡|死亡|违规|违纪|违法|缺陷|故障|群体性|事件|污染|排放|能耗|超标|返工|流失|失联|逾期|超期|超时|未|积压|空置|损耗|耗用|死链|死错链|错链|漏洞|报废|用量|用时|天数|时长|时间|期限/u
/** Control numbers, and people whose payments are budgeted at their largest number. */
const controlled = /因公|出国|出境|劳务派遣|派遣人员|人员配备|编制|在岗|在职|在编|控制|限额|上限|定额|核定|指标数|名额|补贴|补助|领取|享受|退休|缴纳|参保|发放|救助|低保/u
const assetUnit = /^(?:台|辆|套|批|部|架|艘|把|张)/u
