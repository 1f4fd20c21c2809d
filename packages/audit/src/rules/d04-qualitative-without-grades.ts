/** D04: a qualitative value without grades: nobody can say afterwards whether it was reached. */
import type { IndicatorStatement } from './form-queries.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { formName, indicatorStatements, plainText, quoteIndicator, sayList } from './form-queries.ts'

/** One notice per form that lists its ungraded qualitative indicators. Timeliness, cost and satisfaction have rules of their own. */
export const qualitativeWithoutGrades: Rule = {
  meta: {
    id: 'D04',
    title: { zh: '定性指标没有分级，难以考核', en: 'Qualitative indicators without grades' },
    severity: 'notice',
    basis: [
      { source: 'targetManagement', article: '绩效目标设定要求：细化量化' },
      { source: 'indicatorGuideline', article: '绩效指标的类型和设置要求：定性指标分级分档表述' },
    ],
    explanation: {
      zh: '指标值只写“定性”“有效改善”“提高”等，没有优、良、中、差一类的分档，也没有可以判断是否达到的标准，自评时只能凭印象打分。合格、达标、验收通过、足额等可以判断的表述不在此列。',
      en:
        'A value such as “effectively improved” has neither grades nor a criterion, so self-evaluation can only guess. Values that can ' +
        'be decided (accepted, up to standard, in full) are not meant.',
    },
    legitimate: {
      zh: '确实难以量化的指标可以定性表述，但应说明分档或判断依据。',
      en: 'What really cannot be counted may be described in words, with grades or a criterion.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      const judged = indicatorStatements(form).filter(isJudged)
      checked += judged.length
      const vague = judged.filter(({ indicator }) => isVague(indicator.value.raw))
      if (vague.length === 0) continue
      const names = vague.map(({ indicator }) => quoteIndicator(indicator))
      findings.push({
        key: String(form.index),
        statement: {
          zh: `“${formName(form)}”有${vague.length}项指标只作定性描述而没有分级：${sayList(names)}；建议量化，或写明分档标准。`,
          en: `“${formName(form)}”: ${vague.length} indicator(s) are described without grades: ${sayList(names)}.`,
        },
        places: vague.flatMap(({ places }) => places),
      })
    }
    return outcomeOf(checked, findings)
  },
}

function isJudged({ indicator: { kind, value } }: IndicatorStatement): boolean {
  return value.kind !== 'blank' && kind !== 'timeliness' && kind !== 'cost' && kind !== 'satisfaction'
}

const graded = /^(?:定性)?[优良好]$|[\d０-９%％]|[优良中差].*[优良中差]|[ABCＡＢＣ]级|[一二三四五]等|分档|分级|百分之/u
const decidable = /合格|达标|通过|验收|完成|符合|不存在|没有|杜绝|无|零|是|否|全部|全覆盖|足额|准确|满足|建成|公开/u
const vagueWords =
  /有效|明显|显著|良好|较好|改善|提高|提升|增强|促进|保障|保证|维护|稳定|加强|优化|推动|持续|长期|定性|有所|逐步|进一步|合理|必要|圆满|胜任|提供|增进|缓解|应对|鼓励|支持|营造|减轻|强化|巩固|完善|带动|保护|可行|正常|较高|较强|较大/u

function isVague(raw: string): boolean {
  const text = plainText(raw)
  // 提高元 is a unit without its number, which the rule on units reports.
  if (graded.test(text) || text.endsWith('元')) return false
  return vagueWords.test(text) && !decidable.test(text)
}
