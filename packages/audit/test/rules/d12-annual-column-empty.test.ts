import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { annualColumnEmpty } from '../../src/rules/d12-annual-column-empty.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'

const life = exampleForm().indicators.filter(({ span }) => span === 'life')
const blankAnnual = { span: 'annual', level1: '产出指标', level2: '数量指标', kind: 'quantity', place: somewhere } as const
const check = (part: Parameters<typeof exampleForm>[0]) => annualColumnEmpty.check(exampleContext({ forms: [exampleForm(part)] }))

describe('annualColumnEmpty', () => {
  it('holds › both halves are filled', () => {
    expect(check({})).toMatchObject({ outcome: 'pass', checked: 1, undetermined: [] })
  })

  it('broken › the right half is printed and empty', () => {
    const outcome = check({ indicators: life, blankIndicators: [blankAnnual] })
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.statement.zh).toBe('“全民阅读活动”填了实施期而年度栏空白：绩效指标。')
  })

  it('broken › goal and money that are printed blank join the one finding', () => {
    const outcome = check({
      indicators: life,
      blankIndicators: [blankAnnual],
      goals: { life: field('全年举办24场阅读活动。'), annual: field('') },
      funding: [
        { span: 'life', level: 'total', amount: parseAmount('120,000', '元'), place: somewhere },
        { span: 'annual', level: 'total', amount: parseAmount('', '元'), place: somewhere },
      ],
    })
    expect(outcome.findings.map(({ statement }) => statement.zh)).toEqual([
      '“全民阅读活动”填了实施期而年度栏空白：绩效指标、总体目标、资金总额。',
    ])
  })

  it('undetermined › a right half that is not in the print at all is not called empty', () => {
    const outcome = check({ indicators: life, goals: { life: field('全年举办24场。') }, funding: [] })
    expect(outcome).toMatchObject({ outcome: 'undetermined', checked: 0, findings: [] })
    expect(outcome.undetermined[0]?.reason.zh).toContain('绩效指标、总体目标')
  })

  it('decoy › a stated zero is an amount, not an empty column', () => {
    const zero = exampleForm().funding.map((row) => (row.span === 'annual' ? { ...row, amount: parseAmount('0', '元') } : row))
    expect(check({ funding: zero }).outcome).toBe('pass')
  })

  it('not applicable › a layout with the annual column alone', () => {
    expect(
      check({
        indicators: exampleForm().indicators.filter(({ span }) => span === 'annual'),
        goals: { annual: field('举办24场。') },
        funding: exampleForm().funding.filter(({ span }) => span === 'annual'),
      }).outcome,
    ).toBe('not-applicable')
  })
})
