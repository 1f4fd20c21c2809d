import { describe, expect, it } from 'vitest'
import {
  costScopeOf,
  fundingOf,
  indicatorsOf,
  indicatorStatements,
  moneyOf,
  moneyRateOf,
  plainText,
  sayList,
  sayMoney,
  statedFunding,
} from '../../src/rules/form-queries.ts'
import { fen, parseAmount } from '@mingzhang/money'
import { exampleForm, indicator, numberValue, somewhere, textValue } from '../builders.ts'

const cost = (name: string, digits: string, unit: string) =>
  indicator({ level2: '成本指标', kind: 'cost', name, value: numberValue(digits + unit, '=', digits, unit) })

describe('moneyRateOf', () => {
  it.each([
    ['元/人/年', ['人', '年']],
    ['元/人·月', ['人', '月']],
    ['元每人每年', ['人', '年']],
    ['元/车年', ['车', '年']],
    ['元/人天', ['人', '天']],
    ['元/(人·年)', ['人', '年']],
    ['元/台(套)', ['台']],
    ['元/人次', ['人次']],
    ['元/人/学期', ['人', '学期']],
    ['元/半年', ['半年']],
    ['元', []],
    ['元整', []],
  ])('takes %s apart', (unit, per) => {
    expect(moneyRateOf(numberValue(`100${unit}`, '=', '100', unit))).toEqual({ amount: 10_000, per })
  })

  it('keeps fen exact in larger units, and reads nothing finer than a fen', () => {
    expect(moneyRateOf(numberValue('249.63716万元', '=', '249.63716', '万元'))?.amount).toBe(249_637_160)
    expect(moneyRateOf(numberValue('0.0000001万元', '=', '0.0000001', '万元'))).toBeUndefined()
  })

  it('is undefined for what is not money', () => {
    expect(moneyRateOf(numberValue('100人', '=', '100', '人'))).toBeUndefined()
    expect(moneyRateOf(textValue('100元左右'))).toBeUndefined()
  })
})

describe('moneyOf', () => {
  it('is the amount of plain money only', () => {
    expect(moneyOf(numberValue('8万元', '=', '8', '万元'))).toBe(8_000_000)
    expect(moneyOf(numberValue('8元/人', '=', '8', '元/人'))).toBeUndefined()
  })
})

describe('costScopeOf', () => {
  it.each([
    ['活动总费用', '8', '万元', 'total'],
    ['比赛所需资金', '8', '万元', 'total'],
    ['单位配套养老金', '8', '万元', 'total'],
    ['人均补助', '800', '元', 'unit'],
    ['每月补贴', '800', '元', 'unit'],
    ['发放标准', '800', '元', 'unit'],
    ['租赁费', '800', '元/平方米', 'unit'],
    ['单位面积成本', '800', '元', 'unit'],
    ['奖励', '800', '元', undefined],
    ['活动总费用', '8', '人', undefined],
  ])('%s %s%s is %s', (name, digits, unit, scope) => {
    expect(costScopeOf(cost(name, digits, unit))).toBe(scope)
  })
})

describe('indicatorStatements', () => {
  it('joins the two halves where they state the same', () => {
    const statements = indicatorStatements(exampleForm(), 'cost')
    expect(statements.map(({ spans }) => spans)).toEqual([['life', 'annual']])
    expect(statements[0]?.places).toHaveLength(2)
  })

  it('keeps different values apart and joins a name that was cut off', () => {
    const life = { ...cost('阅读活动总费用', '8', '万元'), span: 'life' } as const
    const cut = cost('阅读活动', '8', '万元')
    const other = cost('阅读活动总费用', '9', '万元')
    expect(indicatorStatements(exampleForm({ indicators: [life, cut] })).map(({ indicator: { name } }) => name)).toEqual(['阅读活动总费用'])
    expect(indicatorStatements(exampleForm({ indicators: [life, other] }))).toHaveLength(2)
  })

  it('leaves out rows with neither name nor value', () => {
    expect(
      indicatorStatements(exampleForm({ indicators: [indicator({ level2: '成本指标', kind: 'cost', name: '', value: textValue('') })] })),
    ).toEqual([])
  })
})

describe('fundingOf and statedFunding', () => {
  it('tell a lost row, a blank one and a zero apart', () => {
    const row = (yuan: string) =>
      exampleForm({ funding: [{ span: 'annual', level: 'central', amount: parseAmount(yuan, '元'), place: somewhere }] })
    expect(fundingOf(row(''), 'annual', 'total')).toBeUndefined()
    expect(fundingOf(row(''), 'annual', 'central')?.amount.kind).toBe('blank')
    expect(statedFunding(row(''), 'annual', 'central')).toBeUndefined()
    expect(statedFunding(row('0'), 'annual', 'central')).toBe(0)
  })
})

describe('words for findings', () => {
  it('shows money exactly and lists briefly', () => {
    expect(sayMoney(fen(188_000))).toBe('1,880.00元')
    expect(sayMoney(fen(249_637_160))).toBe('249.63716万元')
    expect(sayList(['甲', '乙', '丙'], 2)).toBe('甲、乙等3项')
    expect(plainText('<p>报刊（学习）费 用</p>')).toBe('报刊（学习）费用')
    expect(indicatorsOf(exampleForm(), 'cost', 'life')).toHaveLength(1)
  })
})
