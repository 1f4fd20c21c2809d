import { describe, expect, it } from 'vitest'
import { t35FunctionAndEconomic } from '../../src/rules/t35-function-and-economic.ts'
import { contextOf, table } from './narrative-builders.ts'

const economic = (...rows: readonly (readonly [string, string])[]) => table('generalPublicBasicExpenditure', '基本支出表',
  rows.map(([node, amount]) => ({ label: node, cells: [[{ kind: 'basic', economic: node }, amount]] })))
const functions = (...rows: readonly (readonly [string, string])[]) => table('generalPublicExpenditure', '一般公共预算支出表',
  rows.map(([node, amount]) => ({ label: node, cells: [[{ function: node }, amount], [{ kind: 'basic', function: node }, amount]] })))
const check = (...tables: readonly ReturnType<typeof table>[]) => t35FunctionAndEconomic.check(contextOf({ tables }))

describe('t35FunctionAndEconomic', () => {
  it('check › equal contributions pass; medical insurance sums two functions within rounding', () => {
    const tables = [
      economic(['301/30113', '9.00'], ['301/30110', '3.13']),
      functions(['221/22102/2210201', '9.00'], ['210/21011/2101101', '0.82'], ['210/21011/2101102', '2.32']),
    ]
    expect(check(...tables)).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('check › different contributions are a notice with both amounts', () => {
    const { findings } = check(economic(['301/30113', '9.00']), functions(['221/22102/2210201', '9.10']))
    expect(findings).toEqual([expect.objectContaining({ expected: 9_100_000, found: 9_000_000 })])
    expect(t35FunctionAndEconomic.meta.severity).toBe('notice')
  })

  it('check › a subject with a row for offices and one for institutions counts with both', () => {
    const split = economic(['301/30113/住房公积金', '6.00'], ['301/30113/工资福利支出', '3.00'])
    expect(check(split, functions(['221/22102/2210201', '9.00'])).outcome).toBe('pass')
    expect(check(split, functions(['221/22102/2210201', '9.10'])).findings).toEqual([expect.objectContaining({ expected: 9_100_000, found: 9_000_000 })])
  })

  it('check › a row that one table does not have is not judged', () => {
    expect(check(economic(['301/30113', '9.00']), functions(['205/20502/2050201', '9.10'])).outcome).toBe('not-applicable')
    expect(check(economic(['301/30113', '']), functions(['221/22102/2210201', '9.10'])).outcome).toBe('not-applicable')
  })

  it('check › project money of the same function is no decoy', () => {
    const projects = table('generalPublicExpenditure', '一般公共预算支出表',
      [{ label: '住房公积金', cells: [[{ kind: 'project', function: '221/22102/2210201' }, '5.00']] }])
    expect(check(economic(['301/30113', '9.00']), projects).outcome).toBe('not-applicable')
  })
})
