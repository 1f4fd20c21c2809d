import { describe, expect, it } from 'vitest'
import { sheetNames } from '../../../src/write/xlsx/sheet-names.ts'

describe('sheetNames', () => {
  it('leaves out the year and what stands in brackets at the end', () => {
    expect(sheetNames(['2024年预算收支总表', '2024年一般公共预算支出预算表（不含上年结转）'])).toEqual(['预算收支总表', '一般公共预算支出预算表'])
  })

  it('keeps the brackets that tell two tables apart', () => {
    expect(sheetNames(['2024年项目支出预算表（本年预算）', '2024年项目支出预算表（上年结转）'])).toEqual(['项目支出预算表（本年预算）', '项目支出预算表（上年结转）'])
  })

  it('counts tables of one title', () => {
    expect(sheetNames(['收支总表', '收支总表', '收支总表'])).toEqual(['收支总表', '收支总表(2)', '收支总表(3)'])
  })

  it('keeps to 31 characters, and stays unique after cutting', () => {
    const title = '一二三四五六七八九十'.repeat(4)
    const [first, second] = sheetNames([`${title}甲`, `${title}乙`])
    expect([first, second]).toEqual(['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九十一二三四五六七八(2)'])
  })

  it('has none of the signs that a name must not have', () => {
    expect(sheetNames(["'收入/支出[总]表*?'"])).toEqual(['收入 支出 总 表'])
  })

  it('numbers a table without a title', () => {
    expect(sheetNames([''])).toEqual(['表1'])
  })
})
