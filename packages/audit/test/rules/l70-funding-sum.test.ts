import { parseAmount, type PrintedUnit } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { FormFunding, FormSpan, FundingLevel } from '../../src/index.ts'
import { fundingSum } from '../../src/rules/l70-funding-sum.ts'
import { exampleContext, exampleForm, somewhere } from '../builders.ts'

const rows = (span: FormSpan, amounts: Readonly<Partial<Record<FundingLevel, string>>>, unit: PrintedUnit = '元'): readonly FormFunding[] =>
  (Object.entries(amounts) as [FundingLevel, string][]).map(([level, text]) => ({
    span,
    level,
    amount: parseAmount(text, unit),
    place: somewhere,
  }))
const check = (...funding: readonly FormFunding[]) => fundingSum.check(exampleContext({ forms: [exampleForm({ funding })] }))

describe('fundingSum', () => {
  it('totals that are the sums of their rows hold, for both spans and between them', () => {
    expect(fundingSum.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 3 })
  })

  it('a total that differs is found with both amounts', () => {
    // 120,000 against 100,000 + 10,000: ten thousand yuan short.
    const { findings } = check(
      ...rows('annual', { total: '120,000', central: '0', provincial: '10,000', local: '100,000', selfRaised: '', other: '' }),
    )
    expect(findings).toMatchObject([{ expected: 11_000_000, found: 12_000_000, difference: 1_000_000 }])
    expect(findings[0]?.places).toHaveLength(3)
  })

  it('a blank row is no money', () => {
    expect(
      check(...rows('annual', { total: '120,000', central: '', provincial: '-', local: '120,000', selfRaised: '', other: '' })).outcome,
    ).toBe('pass')
  })

  it('rows in ten thousand yuan may miss by less than their last digits', () => {
    // 3.34 + 3.33 + 3.34 = 10.01 against 10.00: four halves of 0.01 make 0.02.
    const printed = { total: '10.00', central: '3.34', provincial: '3.33', local: '3.34', selfRaised: '', other: '' }
    expect(check(...rows('annual', printed, '万元')).outcome).toBe('pass')
    expect(check(...rows('annual', { ...printed, total: '9.95' }, '万元')).outcome).toBe('fail')
  })

  it('a lost row leaves a sum that misses open, either way', () => {
    expect(check(...rows('annual', { total: '120,000', central: '0', local: '100,000' }))).toMatchObject({
      outcome: 'undetermined',
      findings: [],
    })
    expect(check(...rows('annual', { total: '120,000', central: '0', local: '130,000' })).outcome).toBe('undetermined')
    expect(check(...rows('annual', { total: '120,000', central: '0', local: '120,000' })).outcome).toBe('pass')
  })

  it('an unreadable row leaves the sum open', () => {
    expect(check(...rows('annual', { total: '120,000', central: 'O', local: '120,000' })).outcome).toBe('undetermined')
  })

  it('the year may not exceed the whole project, and may be less', () => {
    expect(check(...rows('life', { total: '100,000' }), ...rows('annual', { total: '120,000' })).findings).toMatchObject([
      { expected: 10_000_000, found: 12_000_000, difference: 2_000_000 },
    ])
    expect(check(...rows('life', { total: '360,000' }), ...rows('annual', { total: '120,000' })).outcome).toBe('pass')
  })

  it('a form without money has nothing to judge', () => {
    expect(check().outcome).toBe('not-applicable')
  })

  it('a total of 财政拨款 and 其他资金 holds, and one that is neither is found', () => {
    expect(check(...rows('annual', { total: '176.00', fiscal: '174.00', other: '2.00' }, '万元'))).toMatchObject({ outcome: 'pass', checked: 1 })
    // 114.19 of a total of 109.03: the appropriation alone is 5.16 more.
    expect(check(...rows('annual', { total: '109.03', fiscal: '114.19', carriedIn: '0.00', other: '0.00' }, '万元')).findings).toMatchObject([
      { expected: 114_190_000, found: 109_030_000, difference: -5_160_000 },
    ])
  })

  it('decoy › money carried in may stand beside the appropriation or within it', () => {
    expect(check(...rows('annual', { total: '12.00', fiscal: '10.00', carriedIn: '2.00', other: '' }, '万元')).outcome).toBe('pass')
    expect(check(...rows('annual', { total: '10.00', fiscal: '10.00', carriedIn: '2.00', other: '' }, '万元')).outcome).toBe('pass')
    expect(check(...rows('annual', { total: '11.00', fiscal: '10.00', carriedIn: '2.00', other: '' }, '万元')).outcome).toBe('fail')
  })

  it('an appropriation that the governments below it do not make up is found on its own', () => {
    const printed = { total: '12.00', fiscal: '0.00', central: '0.00', provincial: '0.00', local: '12.00', other: '0.00' }
    expect(check(...rows('annual', printed, '万元')).findings.map(({ key, difference }) => [key, difference])).toEqual([['1:annual:fiscal', -12_000_000]])
  })
})
