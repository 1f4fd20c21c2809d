import { formatDecimal } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { parseIndicatorValue } from '../../src/forms/indicator-value.ts'

/** `operator number unit`; the operator in brackets when it is not printed. */
function read(raw: string): string {
  const value = parseIndicatorValue(raw)
  expect(value.raw).toBe(raw)
  if (value.kind !== 'number') return value.kind
  return `${value.operatorStated ? value.operator : `(${value.operator})`} ${formatDecimal(value.number)} ${value.unit}`.trim()
}

describe('parseIndicatorValue', () => {
  it.each([
    ['≥98%', '≥ 98 %'], ['≤5,000元/场', '≤ 5000 元/场'], ['＞95％', '> 95 %'], ['<3次', '< 3 次'],
    ['=12', '= 12'], ['>=20台', '≥ 20 台'], ['≧20台', '≥ 20 台'],
    ['不少于24场', '≥ 24 场'], ['不低于90分', '≥ 90 分'], ['不超过3360元/人/年', '≤ 3360 元/人/年'], ['不高于5%', '≤ 5 %'], ['达到≥95%', '≥ 95 %'],
    ['95%以上', '≥ 95 %'], ['7个工作日内', '≤ 7 个工作日'], ['10天以内', '≤ 10 天'], ['30日之内', '≤ 30 日'], ['控制在5%以内', '≤ 5 %'],
    ['≥95%以上', '≥ 95 %'],
  ])('reads the operator of %s', (raw, expected) => {
    expect(read(raw)).toBe(expected)
  })

  it.each([
    ['0件', '(=) 0 件'], ['1880人/月', '(=) 1880 人/月'], ['7474.8平方米', '(=) 7474.8 平方米'], ['20台(套)', '(=) 20 台(套)'], ['300元/人天', '(=) 300 元/人天'],
    ['3年', '(=) 3 年'], ['12个月', '(=) 12 个月'], ['60㎡', '(=) 60 m2'], ['１２ 次', '(=) 12 次'],
    ['约4800人', '(=) 4800 人'], ['9.50分', '(=) 9.50 分'], ['100', '(=) 100'],
  ])('reads %s as a number without a printed operator', (raw, expected) => {
    expect(read(raw)).toBe(expected)
  })

  it('counts 万 into a number of things and leaves it in a unit of money', () => {
    expect(read('≤8万人')).toBe('≤ 80000 人')
    expect(read('≤0.7万人')).toBe('≤ 7000 人')
    expect(read('1.23456万次')).toBe('(=) 12345.6 次')
    expect(read('≤250万元')).toBe('≤ 250 万元')
    expect(read('1.2万元/年')).toBe('(=) 1.2 万元/年')
    expect(read('≥10亿条')).toBe('≥ 1000000000 条')
  })

  it.each([
    '2024年', '2024年7月', '2023-2024年', '2024年底前', '6月', '6月底', '12月底前', '2024年7月5日', '150年', '90%-95%', '3至5次', '费用的2/3', '2/3', '1:3',
    '提高元', '提高5%', '有效保障', '定性', '不超过实际缴纳数', '每人每月按60%发放', '收到文件30日内办结', '3次培训全部顺利完成', '一等奖、二等奖',
    '≥95%以内', '5，6',
  ])('leaves %s as text', (raw) => {
    expect(read(raw)).toBe('text')
  })

  it('tells blanks and dashes from text', () => {
    expect(['', '  ', '—', '/', '--'].map(read)).toEqual(['blank', 'blank', 'blank', 'blank', 'blank'])
    expect(read('无')).toBe('text')
  })

  it('does not measure itself against endless digits', () => {
    expect(read('9'.repeat(100_000))).toBe('text')
  })
})
