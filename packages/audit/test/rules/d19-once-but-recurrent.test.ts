import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { ProjectForm } from '../../src/index.ts'
import { onceButRecurrent } from '../../src/rules/d19-once-but-recurrent.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'

const check = (part: Partial<ProjectForm>) => onceButRecurrent.check(exampleContext({ forms: [exampleForm(part)] }))
const totals = (life: string, annual: string): Pick<ProjectForm, 'funding'> => ({
  funding: [
    { span: 'life', level: 'total', amount: parseAmount(life, '元'), place: somewhere },
    { span: 'annual', level: 'total', amount: parseAmount(annual, '元'), place: somewhere },
  ],
})

describe('onceButRecurrent', () => {
  it('a one-year project with one amount holds', () => {
    expect(check({})).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('different amounts for the life and the year are found with both', () => {
    // 360,000 yuan less 120,000 yuan in fen.
    expect(check(totals('360,000', '120,000')).findings).toMatchObject([
      { expected: 36_000_000, found: 12_000_000, difference: -24_000_000 },
    ])
  })

  it('a yearly payment in the text is a notice', () => {
    expect(check({ texts: { overview: field('从2024年起，支付每年的系统维护费2.4万元。') } }).findings).toMatchObject([
      { severity: 'notice' },
    ])
    expect(check({ texts: { plan: field('对新馆员两年内每年发放2万元的安家补贴。') } }).findings).toHaveLength(1)
  })

  it('part paid in an earlier year with a rest to pay is a notice', () => {
    expect(check({ texts: { overview: field('总金额90万元，2023年支付金额60万元，还有30万元尚未支付。') } }).findings).toMatchObject([
      { found: '2023年支付金额60万元' },
    ])
  })

  it.each([
    '每人每年补助100元。',
    '按《关于每年安排阅读经费的通知》执行。',
    '长期以来重视阅读。',
    '2023年支付情况良好。',
    '2024年支付100万元，剩余部分下月支付。',
  ])('“%s” says nothing of several years', (text) => {
    expect(check({ texts: { overview: field(text) } }).outcome).toBe('pass')
  })

  it('a recurrent or longer project may differ', () => {
    expect(check({ ...totals('360,000', '120,000'), attribute: field('经常性项目(长期开展)') }).outcome).toBe('not-applicable')
    expect(
      check({ ...totals('360,000', '120,000'), attribute: field('阶段性项目'), duration: { field: field('3年'), years: 3 } }).outcome,
    ).toBe('not-applicable')
  })

  it('an unread total leaves the form open', () => {
    expect(check(totals('36O,000', '120,000'))).toMatchObject({ outcome: 'undetermined', checked: 0 })
  })
})
