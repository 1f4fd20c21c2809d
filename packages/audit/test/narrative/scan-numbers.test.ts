import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/narrative/plain-text.ts'
import { scanNumbers } from '../../src/narrative/scan-numbers.ts'

function scan(text: string) {
  return scanNumbers(plainText(text)).map((number) => ({
    kind: number.kind, digits: number.digits, unit: number.unit, print: text.slice(number.start, number.end),
  }))
}

describe('scanNumbers', () => {
  test.each([
    ['安排1,305.60万元。', '1,305.60', '万元', '1,305.60万元'],
    ['安排 305.6 万元。', '305.6', '万元', '305.6 万元'],
    ['安排１，３０５．６０万元。', '1,305.60', '万元', '１，３０５．６０万元'],
    ['安排45000元。', '45000', '元', '45000元'],
    ['安排2千元。', '2', '千元', '2千元'],
    ['安排1.2亿元。', '1.2', '亿元', '1.2亿元'],
  ])('money is read with its printed unit: %s', (text, digits, unit, print) => {
    expect(scan(text)).toEqual([{ kind: 'money', digits, unit, print }])
  })

  test('万 after words of money is 万元, and after other words it counts', () => {
    expect(scan('原值36万，')).toEqual([{ kind: 'money', digits: '36', unit: '万', print: '36万' }])
    expect(scan('服务读者5万人次。')).toEqual([{ kind: 'count', digits: '5', unit: '万人次', print: '5万人次' }])
  })

  test('an amount without a unit is money where the words say so', () => {
    expect(scan('机关运行经费52.30，较上年减少')).toEqual([{ kind: 'bareMoney', digits: '52.30', unit: '', print: '52.30' }])
  })

  test.each(['项目支出2024，', '见附件7-1', '预算公开表3', '（清财发〔2023〕15号）', '第12条规定', '一般公共预算2024年', '馆藏图书编码2070109，'])(
    'a year, a number of a document or a table is no money: %s',
    (text) => {
      expect(scan(text).every((number) => number.kind === 'other')).toBe(true)
    },
  )

  test('numbering before an amount is not part of it', () => {
    expect(scan('1.人员经费40.00万元；（2）公用经费5.00万元').map((number) => [number.kind, number.print])).toEqual([
      ['other', '1'], ['money', '40.00万元'], ['other', '2'], ['money', '5.00万元'],
    ])
  })

  test('a threshold and a price per thing are no amounts of the budget', () => {
    expect(scan('单位价值100万元以上的设备2台').map((number) => number.kind)).toEqual(['other', 'count'])
    expect(scan('单价50万元（含）以上').map((number) => number.kind)).toEqual(['other'])
    expect(scan('补助标准300元/人')).toMatchObject([{ kind: 'other' }])
    expect(scan('每人300元')).toMatchObject([{ kind: 'other' }])
  })

  test('percentages and counts have their units; percentage points are neither', () => {
    expect(scan('占5.23％，共14人、3辆、680平方米，提高2个百分点').map((number) => [number.kind, number.unit])).toEqual([
      ['percent', '%'], ['count', '人'], ['count', '辆'], ['count', '平方米'], ['other', '个百分点'],
    ])
  })

  test('a minus belongs to the number, a hyphen does not', () => {
    expect(scan('增长-5.6%')).toMatchObject([{ digits: '-5.6' }])
    expect(scan('2023-2025年')).toMatchObject([{ digits: '2023' }, { digits: '2025' }])
  })

  test('a misplaced comma stays in the number, which is then not guessed at', () => {
    expect(scan('安排12,34.5万元')).toMatchObject([{ kind: 'money', digits: '12,34.5' }])
  })
})
