import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { FundingLevel, ProjectForm } from '../../src/index.ts'
import { fundingLevel } from '../../src/rules/d20-funding-level.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'

const paidBy = (amounts: Readonly<Partial<Record<FundingLevel, string>>>): Pick<ProjectForm, 'funding'> => ({
  funding: (['life', 'annual'] as const).flatMap((span) =>
    (Object.entries(amounts) as [FundingLevel, string][]).map(([level, text]) => ({
      span,
      level,
      amount: parseAmount(text, '元'),
      place: somewhere,
    })),
  ),
})
const check = (name: string, amounts: Readonly<Partial<Record<FundingLevel, string>>>, basis = '') =>
  fundingLevel.check(
    exampleContext({ forms: [exampleForm({ projectName: field(name), texts: { basis: field(basis) }, ...paidBy(amounts) })] }),
  )

describe('fundingLevel', () => {
  it('money in the row that the name says holds', () => {
    expect(check('中央补助地方图书馆免费开放资金', { central: '120,000', provincial: '0', local: '0' })).toMatchObject({
      outcome: 'pass',
      checked: 1,
    })
    expect(check('图书馆免费开放省级补助', { central: '0', provincial: '120,000', local: '' })).toMatchObject({
      outcome: 'pass',
      checked: 1,
    })
  })

  it('central money in the provincial row is found', () => {
    const { findings } = check('图书馆免费开放中央补助资金', { central: '0', provincial: '120,000', local: '0' })
    expect(findings).toMatchObject([{ expected: '中央财政资金', found: '省级财政资金' }])
    expect(findings[0]?.severity).toBe('warning')
  })

  it('provincial money in the local row is found', () => {
    expect(check('省级财政文化专项资金', { central: '0', provincial: '-', local: '120,000' }).findings).toHaveLength(1)
  })

  it('the document speaks only where the name does not, and as a notice', () => {
    const basis = '《关于提前下达2024年中央财政文化补助资金的通知》'
    expect(check('图书馆免费开放', { central: '0', provincial: '120,000' }, basis).findings).toMatchObject([{ severity: 'notice' }])
    expect(
      check('图书馆免费开放', { central: '0', provincial: '120,000' }, '《关于下达2024年中央财政和省级财政文化补助资金的通知》').outcome,
    ).toBe('not-applicable')
  })

  it('a name with two levels holds with either', () => {
    expect(check('中央和省级文化补助资金', { central: '0', provincial: '120,000' }).outcome).toBe('pass')
  })

  it.each([
    '全民阅读活动',
    '中央公园阅读点建设',
    '学习中央精神读书班',
    '中央公园绿化专项资金',
    '中央环保督察整改资金',
    '省级文明城市创建补助经费',
    '省级示范馆建设资金',
  ])('“%s” names no payer', (name) => {
    expect(check(name, { central: '0', local: '120,000' }).outcome).toBe('not-applicable')
  })

  it('a row that was lost or unreadable leaves the form open', () => {
    expect(check('图书馆免费开放中央补助资金', { provincial: '120,000' }).outcome).toBe('undetermined')
    expect(check('图书馆免费开放中央补助资金', { central: 'O', provincial: '120,000' }).outcome).toBe('undetermined')
  })
})
