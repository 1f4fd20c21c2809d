import { describe, expect, it } from 'vitest'
import { t33BasicColumnRule } from '../../src/rules/t33-basic-column-rule.ts'
import { contextOf, type ExampleRow, table } from './narrative-builders.ts'

const row = (label: string, economic: string, personnel: string, operating: string): ExampleRow => ({
  label, cells: [[{ kind: 'basic', economic }, personnel], [{ kind: 'basic/personnel', economic }, personnel],
    [{ kind: 'basic/operating', economic }, operating]],
})
const check = (...rows: readonly ExampleRow[]) => t33BasicColumnRule.check(contextOf({ tables: [table('generalPublicBasicExpenditure',
  '基本支出表', rows)] }))

describe('t33BasicColumnRule', () => {
  it('check › salaries under 人员经费 and office costs under 公用经费 pass', () => {
    expect(check(row('基本工资', '301/30101', '50.00', ''), row('办公费', '302/30201', '', '5.00'))).toMatchObject({ outcome: 'pass', checked: 4 })
  })

  it('check › money in the other column is a warning, once for the item and its class', () => {
    const { findings } = check(row('商品和服务支出', '302', '5.00', ''), row('办公费', '302/30201', '5.00', ''))
    expect(findings).toEqual([expect.objectContaining({ expected: '公用经费', found: '人员经费' })])
    expect(findings[0]?.statement.zh).toContain('办公费')
  })

  it('check › a class in the wrong column without an item is named itself', () => {
    expect(check(row('对个人和家庭的补助', '303', '', '2.00')).findings[0]?.statement.zh).toContain('对个人和家庭的补助')
  })

  it('check › transport allowances counted as personnel are a notice; other goods and services a warning', () => {
    const { findings } = check(row('其他交通费用', '302/30239', '3.00', ''), row('办公费', '302/30201', '5.00', ''))
    expect(findings.map(({ severity }) => severity)).toEqual(['notice', undefined])
  })

  it('check › zeros and other classes are no finding', () => {
    expect(check(row('办公费', '302/30201', '0.00', '5.00'), row('其他支出', '399', '1.00', '')).findings).toEqual([])
  })

  it('check › a document without the table is not applicable', () => {
    expect(t33BasicColumnRule.check(contextOf({})).outcome).toBe('not-applicable')
  })
})
