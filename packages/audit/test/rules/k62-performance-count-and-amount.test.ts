import { describe, expect, it } from 'vitest'
import { k62PerformanceCountAndAmount } from '../../src/rules/k62-performance-count-and-amount.ts'
import { exampleForm, field } from '../builders.ts'
import { contextOf, mention } from './narrative-builders.ts'

const clause = '实行绩效目标管理的项目2个，涉及资金24.00万元'
const forms = [exampleForm({ index: 1 }), exampleForm({ index: 2, projectName: field('文物保护') })]

/** Two forms of 120,000 yuan each; the text as given. */
function context(count: string, amount?: string) {
  const mentions = [
    mention('n1', 'count', count, { clause: clause.replace('2个', count), label: '实行绩效目标管理的项目' }),
    ...amount === undefined ? [] : [mention('n2', 'amount', amount, { clause })],
  ]
  return contextOf({ forms, mentions })
}

describe('k62PerformanceCountAndAmount', () => {
  it('check › count and amount that agree with the forms pass', () => {
    expect(k62PerformanceCountAndAmount.check(context('2个', '24.00万元'))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › an amount that differs from the forms\' annual total is an error with the difference', () => {
    expect(k62PerformanceCountAndAmount.check(context('2个', '25.00万元')).findings[0])
      .toMatchObject({ expected: 24_000_000, found: 25_000_000, difference: 1_000_000 })
  })

  it('check › an amount within its last digit passes', () => {
    expect(k62PerformanceCountAndAmount.check(context('2个', '24万元')).outcome).toBe('pass')
  })

  it('check › more forms than projects is a warning, fewer a notice, and then amounts are not compared', () => {
    expect(k62PerformanceCountAndAmount.check(context('1个', '99.00万元')).findings.map(({ severity }) => severity)).toEqual(['warning'])
    expect(k62PerformanceCountAndAmount.check(context('50个', '99.00万元')).findings.map(({ severity }) => severity)).toEqual(['notice'])
  })

  it('check › forms of basic expenditure may stand outside the count', () => {
    const basic = exampleForm({ index: 3, projectName: field('公用经费项目') })
    const { document } = context('2个', '24.00万元')
    const formLinks = [...document.formLinks, { form: basic, by: 'basic-expenditure' as const, project: 'basic/operating' }]
    expect(k62PerformanceCountAndAmount.check(contextOf({ ...document, forms: [...forms, basic], formLinks })).outcome).toBe('pass')
  })

  it('check › without forms, or with a form\'s amount unread, it is undetermined', () => {
    const { document } = context('2个', '24.00万元')
    expect(k62PerformanceCountAndAmount.check(contextOf({ mentions: document.mentions })).outcome).toBe('undetermined')
    const unread = [exampleForm({ index: 1 }), exampleForm({ index: 2, funding: [] })]
    expect(k62PerformanceCountAndAmount.check(contextOf({ mentions: document.mentions, forms: unread })).undetermined).toHaveLength(1)
  })

  it('check › the number of units that set targets is no number of projects', () => {
    const mentions = [mention('n1', 'count', '9个', { clause: '9个预算单位编报了绩效目标，项目另见附表', label: '本部门' })]
    expect(k62PerformanceCountAndAmount.check(contextOf({ forms, mentions })).outcome).toBe('not-applicable')
  })

  it('check › decoy: 一级项目 are groups with several forms each, and only their money is compared', () => {
    const grouped = (amount: string) => {
      const clause = `涉及一级预算项目1个，预算资金${amount}，全面实施绩效目标管理`
      return contextOf({ forms, mentions: [mention('n1', 'count', '1个', { clause, label: '涉及一级预算项目' }), mention('n2', 'amount', amount, { clause })] })
    }
    expect(k62PerformanceCountAndAmount.check(grouped('24.00万元'))).toMatchObject({ outcome: 'pass', checked: 1 })
    expect(k62PerformanceCountAndAmount.check(grouped('25.00万元')).findings).toMatchObject([{ difference: 1_000_000 }])
  })

  it('check › decoy: the form of a special fund stands outside the count', () => {
    const fund = exampleForm({ index: 3, projectName: field('文化事业发展资金'), title: '专项资金绩效目标表' })
    const { document, ...rest } = context('2个', '24.00万元')
    expect(k62PerformanceCountAndAmount.check({ ...rest, document: { ...document, forms: [...forms, fund] } }).outcome).toBe('pass')
  })
})
