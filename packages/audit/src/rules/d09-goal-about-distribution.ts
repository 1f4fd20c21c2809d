/** D09: a goal that tells how the money is handed down, not what it achieves. */
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { formName, placeIn, plainText } from './form-queries.ts'

/** Reads the two goals of each form; a goal with any result in it passes. */
export const goalAboutDistribution: Rule = {
  meta: {
    id: 'D09',
    title: { zh: '总体目标写的是资金分配，不是结果', en: 'The goal is about handing out money, not about a result' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标设定要求：指向明确（反映预期产出和效果）' },
      { source: 'indicatorGuideline', article: '绩效目标及指标设置思路和原则' },
    ],
    explanation: {
      zh: '总体目标应说明预期的产出和效果。只写提出分配方案、下达资金、资金按规定用于某些支出，说的是过程和用途，年底无从对照。',
      en:
        'A goal states the expected output and effect. Allocating, transferring or spending by the rules is a process and cannot be ' +
        'compared with anything at the end of the year.',
    },
    legitimate: {
      zh: '转移支付的主管部门以按时下达为本级职责的，可以写下达时限，但仍应写明资金要达到的效果。',
      en: 'A department whose own task is passing money on may state its deadline, with the effect aimed at.',
    },
  },
  check({ document }) {
    const findings: RuleFinding[] = []
    let checked = 0
    for (const form of document.forms) {
      const goals = [form.goals.life, form.goals.annual].filter((goal) => goal !== undefined && plainText(goal.text) !== '')
      if (goals.length === 0) continue
      checked += 1
      const process = goals.filter((goal) => goal !== undefined && isProcessOnly(plainText(goal.text)))
      const [first] = process
      if (first === undefined) continue
      findings.push({
        key: String(form.index),
        statement: {
          zh: `“${formName(form)}”的总体目标只写了资金的分配、下达或用途（“${shorten(plainText(first.text))}”），没有写预期的产出和效果。`,
          en: `“${formName(form)}”: the goal only says how the money is allocated or spent, not what it achieves.`,
        },
        places: process.flatMap((goal) => (goal === undefined ? [] : [placeIn(form, goal.place)])),
      })
    }
    return outcomeOf(checked, findings)
  },
}

/** Words that name a body or a scheme, not a result. */
const bodiesAndSchemes = /(?:社会|医疗|生活|住房|民生|基本)保障|保障[厅局部金]|(?:促进|提升|支持)(?:会|资金|中心)/gu
const distribution =
  /资金分配|分配方案|分配资金|下达资金|资金下达|拨付资金|资金拨付|拨付到位|按规定用于|资金(?:主要|全部|专项)?用于|专款专用|下达[^，。；]{0,12}(?:补助|经费|指标)/u
const result =
  /确保|保障|保证|提高|提升|促进|实现|改善|增加|增强|增长|达到|覆盖|减少|降低|缓解|维护|巩固|推动|支持|解决|满足|优化|惠及|受益|帮助|使[^用]/u
const outcomeCount = /\d+(?:\.\d+)?(?:万|余|多)?(?:人|名|户|个|家|次|场|台|套|项|件|公里|米|亩|平方|所|座|处|[%％])/u
const output = /完成|建成|建设|举办|开展|新增|组织|修建|改造|购置|培训.{0,6}人/u

function isProcessOnly(goal: string): boolean {
  const sentences = goal
    .replace(bodiesAndSchemes, '')
    .split(/[。；！]/u)
    .filter((sentence) => sentence !== '')
  return (
    sentences.some((sentence) => distribution.test(sentence)) &&
    sentences.every(
      (sentence) => !result.test(sentence) && !outcomeCount.test(sentence) && (distribution.test(sentence) || !output.test(sentence)),
    )
  )
}

const shorten = (text: string): string => (text.length <= 24 ? text : `${text.slice(0, 24)}……`)
