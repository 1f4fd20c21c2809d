import { formatFen, parseAmount, fen } from '@mingzhang/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormFunding, IndicatorOperator } from '../../src/index.ts'
import { quantityTimesCost } from '../../src/rules/d11-quantity-times-cost.ts'
import { exampleContext, exampleForm, field, indicator, numberValue, somewhere } from '../builders.ts'

const money = (yuan: string): readonly FormFunding[] => [
  { span: 'annual', level: 'total', amount: parseAmount(yuan, '元'), place: somewhere },
]
const sign = (operator: IndicatorOperator): string => (operator === '=' ? '' : operator)
const people = (digits: string, operator: IndicatorOperator = '=', name = '发放补贴人数', unit = '人') =>
  indicator({ level2: '数量指标', kind: 'quantity', name, value: numberValue(`${sign(operator)}${digits}${unit}`, operator, digits, unit) })
const rate = (digits: string, unit: string, operator: IndicatorOperator = '=', name = '补贴标准') =>
  indicator({ level2: '成本指标', kind: 'cost', name, value: numberValue(`${sign(operator)}${digits}${unit}`, operator, digits, unit) })

function check(yuan: string, indicators: readonly ReturnType<typeof indicator>[], overview = '为乡镇书屋管理员发放补贴。') {
  return quantityTimesCost.check(
    exampleContext({
      forms: [exampleForm({ funding: money(yuan), indicators, texts: { overview: field(overview) }, goals: {} })],
    }),
  )
}

describe('quantityTimesCost', () => {
  it('holds › 24 events at 5,000 yuan are 120,000 yuan', () => {
    expect(quantityTimesCost.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('holds › a monthly rate runs twelve months, a yearly one once', () => {
    expect(check('144,000', [people('10'), rate('1200', '元/人/月')]).outcome).toBe('pass')
    expect(check('12,000', [people('10'), rate('1200', '元/人/年')]).outcome).toBe('pass')
    expect(check('144,000', [people('10'), rate('1200', '元', '=', '每月人均补贴')]).outcome).toBe('pass')
  })

  it('holds › a share that the text states explains the money', () => {
    // 4000 × 3000 × 20% = 2,400,000
    expect(check('2,400,000', [people('4000', '≤'), rate('3000', '元/人/年')], '补贴由省级基金负担80%、县级预算负担20%。').outcome).toBe(
      'pass',
    )
  })

  it('holds › what one share leaves over is a share', () => {
    const indicators = [people('4000'), rate('3000', '元/人/年')]
    expect(check('2,400,000', indicators, '补贴由省级基金负担80%，其余由县级安排。').outcome).toBe('pass')
  })

  it('holds › months that the text states explain the money', () => {
    // 10 × 1200 × 6 = 72,000
    expect(check('72,000', [people('10'), rate('1200', '元/人/月')], '补贴自7月起发放。').outcome).toBe('pass')
    expect(check('72,000', [people('10'), rate('1200', '元/人/月')]).outcome).toBe('fail')
  })

  it('broken › 300 × 1,500 × 12 is not 2,000,000', () => {
    const outcome = check('2,000,000', [people('300'), rate('1500', '元/人/月')])
    expect(outcome.findings[0]).toMatchObject({ expected: 540_000_000, found: 200_000_000, difference: -340_000_000 })
    expect(outcome.findings[0]?.severity).toBeUndefined()
    expect(outcome.findings[0]?.statement.zh).toContain('300人×1,500.00元×12个月＝540.00万元，与年度资金总额200.00万元不符')
  })

  it('broken › 人/月 is read as 元/人/月, and said so', () => {
    expect(check('2,000,000', [people('300'), rate('1500', '人/月')]).findings[0]?.statement.zh).toContain('按元/人/月理解')
  })

  it('broken › the number of people that the money pays for is named when it is whole', () => {
    // 180,000 / 3000 = 60
    expect(check('180,000', [people('140'), rate('3000', '元/人/年')]).findings[0]?.statement.zh).toContain('反推是60人')
  })

  it('broken › a ceiling on people below what the money pays for, with the rate and the shares in the text', () => {
    // 50 × 1500 × 12 × 40% = 360,000, and 1/3 of 100 is no whole number under 60%
    const outcome = check('360,000', [people('40', '≤')], '补贴每人每月1500元，由专项资金支付60%，单位经费支付40%。')
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.statement.zh).toContain('反推是50人')
    expect(outcome.findings[0]?.statement.zh).toContain('×40%')
  })

  it('broken › below a ceiling, money that pays for no whole number of people is only noted', () => {
    expect(check('298,000', [people('100', '≤'), rate('3000', '元/人/年')]).findings[0]?.severity).toBe('notice')
    expect(check('297,000', [people('100', '≤'), rate('3000', '元/人/年')]).outcome).toBe('pass')
  })

  it('bounds › with ≤ on the rate the money stays within the product; one fen more does not', () => {
    expect(check('8,000,000', [people('7700', '≤'), rate('1050', '元/人/年', '≤')]).outcome).toBe('pass')
    expect(check('8,085,000', [people('7700', '≤'), rate('1050', '元/人/年', '≤')]).outcome).toBe('pass')
    expect(check('8,085,000.01', [people('7700', '≤'), rate('1050', '元/人/年', '≤')]).outcome).toBe('fail')
  })

  it('bounds › a floor on the rate that the money does not reach is noted', () => {
    expect(check('300,000', [people('100'), rate('4000', '元/人/年', '≥')]).findings[0]?.severity).toBe('notice')
    expect(check('500,000', [people('100'), rate('4000', '元/人/年', '≥')]).outcome).toBe('pass')
  })

  it('undetermined › other sources without their share, several groups, unstated periods, opposite bounds, lost money', () => {
    expect(check('300,000', [people('100'), rate('4000', '元/人/年', '≥')], '个人缴费之外的部分由本项目补足。').outcome).toBe(
      'undetermined',
    )
    expect(check('300,000', [people('60'), people('70', '=', '志愿者人数'), rate('3000', '元/人/年')]).outcome).toBe('undetermined')
    expect(check('300,000', [people('60'), rate('300', '元/人/天')]).outcome).toBe('undetermined')
    expect(check('300,000', [people('60', '≤'), rate('3000', '元/人/年', '≥')]).outcome).toBe('undetermined')
    expect(check('', [people('60'), rate('3000', '元/人/年')]).outcome).toBe('undetermined')
  })

  it('decoy › a fund that no longer pays is no other source', () => {
    expect(check('180,000', [people('140'), rate('3000', '元/人/年')], '补贴不再由基金支付，由县级财政全额安排。').outcome).toBe('fail')
  })

  it('decoy › further quantities or part costs leave room for other uses of the money', () => {
    const books = people('2000', '≥', '购置图书', '册')
    expect(check('500,000', [people('100'), rate('3000', '元/人/年'), books]).outcome).toBe('undetermined')
    expect(check('500,000', [people('100'), rate('3000', '元/人/年'), rate('20', '万元', '≤', '图书购置费用')]).outcome).toBe(
      'undetermined',
    )
  })

  it('decoy › a rate per square metre says nothing of people, and an increase is no rate', () => {
    expect(check('500,000', [people('100'), rate('30', '元/平方米')]).outcome).toBe('not-applicable')
    expect(check('500,000', [people('100')], '补贴标准每人每月增加5元。').outcome).toBe('not-applicable')
  })

  it('not applicable › two different rates in the text prove nothing', () => {
    expect(check('500,000', [people('100')], '原每人每月129元，现每人每月134元。').outcome).toBe('not-applicable')
  })

  it('property › the exact product passes and one fen beside it does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 9999 }), fc.constantFrom(-1, 1), (count, yuan, step) => {
        const product = count * yuan * 12 * 100
        const indicators = [people(String(count)), rate(String(yuan), '元/人/月')]
        expect(check(formatFen(fen(product), '元'), indicators).outcome).toBe('pass')
        expect(check(formatFen(fen(product + step), '元'), indicators).outcome).toBe('fail')
      }),
      { numRuns: 50, seed: 11 },
    )
  })

  it('decoy › a second amount beside the total is another part of the money', () => {
    // 21 people × 2,500 yuan = 52,500 yuan of welfare; the pensions beside it are the rest of 1,700,000.
    const costs = [rate('170', '万元', '≤', '项目总成本'), rate('170', '万元', '≤', '养老金发放金额'), rate('2500', '元/人/年', '≤', '人均福利标准')]
    expect(check('1,700,000.00', [people('21', '=', '保障退休人员数'), ...costs]).findings).toEqual([])
    expect(check('1,700,000.00', [people('21', '=', '保障退休人员数'), ...costs.slice(2)]).findings).toHaveLength(1)
  })
})
