/**
 * 政府购买服务指导性目录: the section holds a catalogue of services, a reference to one, or says that there is none.
 *
 * @module
 */
import { normaliseLabel, stripNumbering, type Vocabulary } from '@mingzhang/vocabulary'
import { outcomeOf, type Rule, type RuleFinding, type RuleOutcome } from '../model/rule.ts'
import { type Topic, topicsAbout } from './narrative-queries.ts'

/** What stands under the catalogue's heading is a catalogue of purchasable services. */
export const k69PurchaseCatalogue: Rule = {
  meta: {
    id: 'K69',
    title: { zh: '“政府购买服务指导性目录”下没有目录', en: 'The section for the catalogue of purchasable services holds none' },
    severity: 'warning',
    basis: [{ source: 'purchaseOfServices', article: '第十一条至第十三条（指导性目录及其公开）' }],
    explanation: {
      zh: '政府购买服务指导性目录列出可以向社会购买的服务事项（分级代码和名称）。该标题下只写一个经济科目名称或与服务无关的内容，说明填写人误解了这一项。',
      en: 'The catalogue lists services (with codes and names) that may be bought. A single expenditure item under that heading is a misunderstanding.',
    },
    legitimate: { zh: '没有购买服务事项的写“无”，目录另行公开的写明出处。',
      en: 'Where nothing is bought the section says so; where the catalogue is published elsewhere it says where.' },
  },
  check({ document, vocabulary }) {
    const topics = topicsAbout(document, /购买服务(?:指导性?)?目录/u)
    const findings: RuleFinding[] = []
    const undetermined: RuleOutcome['undetermined'][number][] = []
    for (const topic of topics) {
      const judged = judge(topic, vocabulary)
      if (judged === 'unclear') {
        undetermined.push({ places: [topic.heading.place],
          reason: { zh: '无法判断该标题下的内容是否为目录（可能在表格或附件中）。',
            en: 'Whether the content is a catalogue cannot be told; it may be a table or an annex.' } })
      } else if (judged !== undefined) findings.push(judged)
    }
    return outcomeOf(topics.length - undetermined.length, findings, undetermined)
  },
}

/** 款 names that stand for salaries, allowances and the like: nothing that is bought as a service. */
const economicName = /(?:工资|津贴|补贴|奖金|保险缴费|公积金|费用?|支出|补助)$/u

function judge({ heading, lines }: Topic, vocabulary: Vocabulary): RuleFinding | 'unclear' | undefined {
  const inline = /:(.+)$/u.exec(normaliseLabel(heading.text))?.[1]
  const contents = [...inline === undefined ? [] : [inline], ...lines.map(({ text }) => stripNumbering(text).text)]
    .filter((text) => text !== '')
  const [only] = contents
  if (only === undefined) return 'unclear'
  if (/^(?:无|没有|暂无|不涉及|未)|(?:无|没有|未|不涉及).{0,16}(?:购买|目录|事项)|详?见|附件|附表|网址|http|链接|公布|公开/u.test(contents.join('\n'))) return undefined
  if (contents.length > 1 || /服务|[A-Z]\d{2,}|\d{4,}/u.test(only)) return undefined
  const isEconomic = vocabulary.classification.byName('economic', only).length > 0 || economicName.test(only)
  if (!isEconomic) return 'unclear'
  return {
    key: normaliseLabel(only),
    places: [heading.place, ...lines.slice(0, 1).map(({ place }) => place)],
    found: only,
    expected: '政府购买服务指导性目录',
    statement: {
      zh: `“政府购买服务指导性目录”下只写了“${only}”，这是支出经济科目，不是购买服务的目录。`,
      en: `The section for the catalogue of purchasable services holds only "${only}", an economic expenditure item.`,
    },
  }
}
