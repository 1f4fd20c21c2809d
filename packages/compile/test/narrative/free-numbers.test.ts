import { describe, expect, it } from 'vitest'
import { freeNumbers } from '../../src/narrative/clerk-text/free-numbers.ts'

const found = (text: string, catalogue = false): readonly string[] => freeNumbers(text, { catalogue }).map((one) => one.text)

describe('freeNumbers › finds what a clerk typed', () => {
  it.each([
    ['安排专项资金27万元，用于维修。', ['27万元']],
    ['增加１２．５万元。', ['１２．５万元']],
    ['增长3.6%，减少1,200.50元。', ['3.6%', '1,200.50元']],
    ['新增人员3人、车辆1辆，建筑面积2150平方米。', ['3人', '1辆', '2150平方米']],
    ['预算为671.45。', ['671.45']],
    ['安排二十七万元，压减百分之五。', ['二十七万元', '百分之五']],
    ['2024年安排27万元。', ['27万元']],
    ['第3批资金，第5万元。', ['5万元']],
    ['表3万元', ['3万元']],
    ['代表5人参会。', ['5人']],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers)
  })

  it('says where the number stands, its unit included', () => {
    expect(freeNumbers('共计27万元。')).toEqual([{ start: 2, end: 6, text: '27万元' }])
  })
})

describe('freeNumbers › leaves what is no amount', () => {
  it.each([
    ['2024年度，2021—2025年，2023-2025年，2024年2月6日至3月底。'],
    ['3月至11月分4月、5月演出；每月25日前发放；2024-02-06，2024.2.6。'],
    ['（清财预〔2023〕41号）、国务院令第721号、清政发[2022]第5号。'],
    ['《预算法》第三十二条、第32条第2款；《2024年预算（第1号）27万元》。'],
    ['（1）拟订规划；（2）组织实施。'],
    ['1.管理档案；2.编纂方志；\n3、其他工作。'],
    ['A0801 文艺创作；B1201 咨询；GB/T 9704-2012；PM2.5；5A级景区。'],
    ['详见附件1、附表2-1，见表3。'],
    ['“三公”经费以万元为单位，按千元取整；一个中心、三个股室。'],
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('takes the code at the start of a line of the catalogue of services', () => {
    expect(found('0801 文艺创作服务\n140601 档案整理', true)).toEqual([])
    expect(found('0801 文艺创作服务')).toEqual(['0801'])
  })

  it('takes a classification code whose name stands behind it', () => {
    const isCode = (digits: string, behind: string): boolean => digits === '2080505' && behind.startsWith('机关事业单位基本养老保险缴费支出')
    expect(freeNumbers('2080505机关事业单位基本养老保险缴费支出', { isCode })).toEqual([])
    expect(freeNumbers('2080505元', { isCode }).map(({ text }) => text)).toEqual(['2080505元'])
  })
})
