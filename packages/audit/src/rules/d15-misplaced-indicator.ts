/** D15: an indicator that stands below the wrong level: a cost, an output or the spending itself as an effect. */
import type { Indicator, IndicatorKind } from '../model/form.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { formName, indicatorStatements, plainText, quoteIndicator } from './form-queries.ts'

/** Effects say what changed for people, the economy or nature; what was done and what it cost stand elsewhere. */
export const misplacedIndicator: Rule = {
  meta: {
    id: 'D15',
    title: { zh: '指标放错类别', en: 'An indicator stands under the wrong kind' },
    severity: 'notice',
    basis: [
      { source: 'indicatorGuideline', article: '成本、产出、效益、满意度指标的含义' },
      { source: 'targetManagement', article: '绩效指标：产出指标与效益指标' },
    ],
    explanation: {
      zh: '效益指标反映项目带来的变化。把“支出不超过预算”“预算执行率”写成经济效益，把发放率、验收合格率等产出写成效益，或在生态效益下写就业、收入，都会使该类指标实际空缺。',
      en: 'Effect indicators say what changed. Budget execution or spending within budget is no economic effect, delivery and acceptance rates are outputs, and jobs or income are no ecological effect.',
    },
    legitimate: {
      zh: '节约成本、降低费用本身就是项目目的时，可作为经济效益。',
      en: 'Where saving money is the purpose of the project, it is an economic effect.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      for (const [position, { indicator, places }] of indicatorStatements(form).entries()) {
        if (indicator.kind === undefined || !effects.includes(indicator.kind) || indicator.value.kind === 'blank') continue
        checked += 1
        const better = betterKind(indicator)
        if (better === undefined) continue
        findings.push({
          key: `${form.index}:${position}`,
          statement: {
            zh: `“${formName(form)}”把${quoteIndicator(indicator)}列为${plainText(indicator.level2)}，它反映的是${better.zh}，建议移到相应类别或换成真正的效益。`,
            en: `“${formName(form)}” lists ${quoteIndicator(indicator)} as ${plainText(indicator.level2)}; it speaks of ${better.en}.`,
          },
          places,
          expected: better.zh,
          found: plainText(indicator.level2),
          severity: better.severity,
        })
      }
    }
    return outcomeOf(checked, findings)
  },
}

const effects: readonly IndicatorKind[] = ['economic', 'social', 'ecological', 'sustainability']

interface BetterKind {
  readonly zh: string
  readonly en: string
  readonly severity: 'warning' | 'notice'
}

const spending =
  /预算执行率|预算完成率|支出进度|执行进度|资金(?:到位|支付|使用|执行|拨付)率|(?:支出|经费|费用|资金)[^，]{0,4}(?:不超过?|控制在|不突破|未超)[^，]{0,6}预算|不超预算|控制在预算/u
const isSaving = /节约|节省|节支|降低|压减|减少|下降|提高.*使用效益/u
const outputs =
  /验收合格率|(?:及时|按时|按期)(?:完成|发放|拨付|支付|足额发放)率|(?:完成|发放|拨付|支付)(?:及时|准确|足额)率|资金到位率|采购完成率|(?:购置|采购)(?:数量|台数|套数)|施工进度|工程(?:进度|完工率)/u
const socialWords = /就业|增收|收入|社会稳定|维稳|经济增长|产值|税收|社会和谐/u
const ecologicalWords =
  /生态|环境|污染|排放|绿|节能|能耗|低碳|碳|水|空气|大气|垃圾|资源|植被|森林|耕地|土壤|扬尘|噪声|卫生|清洁|环保|循环|再生|用纸|无纸|湿地|物种|沙|草|林/u

function betterKind(indicator: Indicator): BetterKind | undefined {
  const words = plainText(`${indicator.name}${indicator.value.kind === 'text' ? indicator.value.raw : ''}`)
  if (spending.test(words) && !isSaving.test(words))
    return { zh: '预算执行或成本控制', en: 'spending within the budget', severity: 'warning' }
  if (outputs.test(words)) return { zh: '产出（质量、时效）', en: 'an output', severity: 'notice' }
  if (indicator.kind === 'ecological' && socialWords.test(words) && !ecologicalWords.test(words))
    return { zh: '社会或经济效益', en: 'a social or economic effect', severity: 'notice' }
  return undefined
}
