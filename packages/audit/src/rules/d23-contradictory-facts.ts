/** D23: the same group of people counted differently in different places. */
import { compareDecimal, type Decimal } from '@mingzhang/money'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { type HeadcountFact, headcountFacts } from './headcount-facts.ts'
import { groupBy } from './narrative-queries.ts'

/** One group has one number of people, in every form and in the narrative. */
export const contradictoryFacts: Rule = {
  meta: {
    id: 'D23',
    title: { zh: '同一人数前后不一', en: 'The same headcount differs from place to place' },
    severity: 'warning',
    basis: [
      { source: 'targetManagement', article: '绩效目标审核：目标合理可行、相应匹配' },
      { source: 'budgetLaw', article: '第三十二条 预算编制应参考存量资产和有关支出绩效' },
    ],
    explanation: {
      zh: '在职、退休、在校、参保等存量人数是测算资金的基础，同一人群在各表和文字中应当一致。只比较名称中没有区分词（年份、年龄、单位、人群）的人数；培训、补贴等各项目自己的人数不比较。',
      en: 'Stocks of people (staff, retirees, pupils, insured) are what amounts are computed from, and agree wherever the same group is meant. Only counts whose words leave no difference are compared; numbers reached by a training or subsidy are not.',
    },
    legitimate: {
      zh: '统计时点不同、编制内外口径不同、控制上限与实有数不同，都会造成差异，可在表内注明口径。',
      en: 'Different dates, staff within or beyond the approved posts, or a ceiling against an actual number can differ; a note on the scope settles it.',
    },
  },
  check({ document }) {
    const groups = [...groupBy(headcountFacts(document), ({ key }) => key).values()].filter(
      (facts) => new Set(facts.map(({ form }) => form)).size > 1,
    )
    return outcomeOf(groups.length, groups.flatMap(judge))
  },
}

function judge(facts: readonly HeadcountFact[]): readonly RuleFinding[] {
  const clashes = facts.flatMap((a, index) =>
    facts.slice(index + 1).flatMap((b) => (a.form !== b.form && excludes(a, b) ? [[a, b] as const] : [])),
  )
  const [first] = clashes
  if (first === undefined) return []
  const betweenForms = clashes.some(([a, b]) => a.source === 'form' && b.source === 'form')
  const [fact] = facts
  return [
    {
      key: fact?.key ?? '',
      // The narrative counts at another date than the forms as a rule; two forms of one budget should not.
      severity: betweenForms && facts.every(({ source }) => source === 'form') ? 'warning' : 'notice',
      statement: {
        zh: `${facts.map(({ said, printed }) => (said.includes(printed) ? said : `${said}为${printed}`)).join('；')}。如指同一批人（${fact?.group ?? ''}），人数应当一致。`,
        en: `${facts.map(({ said, printed }) => `${said}: ${printed}`).join('; ')}. If these are the same people, the numbers should agree.`,
      },
      places: facts.flatMap(({ places }) => places),
      expected: first[0].printed,
      found: first[1].printed,
    },
  ]
}

/** Whether no number satisfies both: 1409 and ≥1800 do exclude each other, 26 and ≤30 do not. */
function excludes(a: HeadcountFact, b: HeadcountFact): boolean {
  return isBelow(a, b) || isBelow(b, a)
}

function isBelow(a: HeadcountFact, b: HeadcountFact): boolean {
  const high = highest(a)
  const low = lowest(b)
  if (high === undefined || low === undefined) return false
  const order = compareDecimal(high, low)
  return order < 0 || (order === 0 && (a.operator === '<' || b.operator === '>'))
}

const highest = ({ operator, number }: HeadcountFact): Decimal | undefined => (operator === '≥' || operator === '>' ? undefined : number)
const lowest = ({ operator, number }: HeadcountFact): Decimal | undefined => (operator === '≤' || operator === '<' ? undefined : number)
