import type { Region } from '@mingzhang/figures'
import { joinRuns, paragraph } from '../sentence.ts'
import type { SectionWriter } from '../section-scope.ts'
import { clerkParagraphs } from '../clerk-text/clerk-runs.ts'
import { chineseNumber } from '../../chinese-number.ts'

/**
 * 名词解释: the department's own entries, then every term that the document uses and none of them explains
 * （财预〔2016〕143号：对专业性较强的名词进行解释）, numbered throughout.
 */
export const writeGlossary: SectionWriter = (scope) => {
  const own = clerkParagraphs(scope, 'glossary')
  const explained = own.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
  const added = terms
    .filter(({ name, used }) => !explained.includes(name.replace(/[“”]/gu, '')) && !explained.includes(name)
      && (used === undefined || scope.context.exact(used) !== 0))
    .map(({ name, meaning }) => paragraph(`${name}：${meaning}`))
  return [...own, ...added].map((entry, index) => {
    const [first, ...rest] = entry.runs
    const text = (first?.text ?? '').replace(ownNumber, '')
    return { ...entry, runs: joinRuns([`${chineseNumber(index + 1)}、`, { ...first, text }, ...rest]) }
  })
}

const ownNumber = /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|[（(]?\d{1,2}[)）、.．])\s*/u

interface Term {
  readonly name: string
  readonly meaning: string
  /** The term is explained where this part of the budget has money; absent: always, every document uses it. */
  readonly used?: Region
}

const terms: readonly Term[] = [
  { name: '基本支出', meaning: '维持单位日常运转、完成经常性工作所发生的人员经费和公用经费。' },
  { name: '项目支出', meaning: '在基本支出以外，为完成专门工作或事业发展目标安排的支出。' },
  { name: '“三公”经费', meaning: '部门用财政拨款支付的因公出国（境）费、公务用车购置及运行费和公务接待费。' },
  { name: '机关运行经费', meaning: '行政单位和参照公务员法管理的单位为保障运行、用财政拨款安排的公用经费。' },
  { name: '一般公共预算', meaning: '以税收为主体的财政收入，安排用于保障和改善民生、推动经济社会发展、维持机构正常运转等方面的收支预算。' },
  { name: '上年结转', meaning: '上年没有用完、本年按原用途继续使用的资金。', used: { period: 'carriedIn' } },
  { name: '年终结转', meaning: '本年预算中计划留到以后年度、按原用途继续使用的资金。', used: { use: 'carriedOut' } },
  { name: '政府性基金预算', meaning: '向特定对象征收、专门用于特定事业的收支预算。', used: { fund: 'fiscal/governmentFund' } },
  { name: '国有资本经营预算', meaning: '用国有资本收益安排的收支预算。', used: { fund: 'fiscal/stateCapital' } },
  { name: '财政专户管理资金', meaning: '纳入财政专户管理的教育收费。', used: { fund: 'specialAccount' } },
  { name: '单位资金', meaning: '财政拨款和财政专户管理资金以外，由单位自行取得的资金。', used: { fund: 'unitFunds' } },
]
