import { describe, expect, it } from 'vitest'
import { k56ExpenditureClasses } from '../../src/rules/k56-expenditure-classes.ts'
import { contextOf, mention, section, statementsOf, table } from './narrative-builders.ts'

const scope = { use: 'spent', fund: 'fiscal/generalPublic', period: 'current' }

const expenditure = table('generalPublicExpenditure', '一般公共预算支出表', [
  { label: '教育支出', code: '205', cells: [[{ ...scope, function: '205' }, '50.00']] },
  { label: '卫生健康支出', code: '210', cells: [[{ ...scope, function: '210' }, '8.00']] },
  { label: '住房保障支出', code: '221', cells: [[{ ...scope, function: '221' }, '6.00']] },
  { label: '节能环保支出', code: '211', cells: [[{ ...scope, function: '211' }, '']] },
])

const named = (code: string, label: string, amount: string) =>
  mention(`n${code}`, 'amount', amount, { label, region: { year: '2024', ...scope, function: code } })

const context = (text: string, ...mentions: readonly ReturnType<typeof named>[]) =>
  contextOf({ tables: [expenditure], sections: [section('五、一般公共预算支出', [text])], mentions })

const all = [named('205', '教育支出', '50.00万元'), named('210', '卫生健康支出', '8.00万元'), named('221', '住房保障支出', '6.00万元')]

describe('k56ExpenditureClasses', () => {
  it('check › all classes with money listed passes', () => {
    expect(k56ExpenditureClasses.check(context('主要用于：教育支出50.00万元。', ...all))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › a class that the list leaves out is named with its amount', () => {
    expect(statementsOf(k56ExpenditureClasses.check(context('主要用于教育支出。',
      ...all.slice(0, 2))))).toEqual([expect.stringContaining('住房保障支出6.00万元')])
  })

  it('check › a list that says 等 may leave classes out: a notice', () => {
    expect(k56ExpenditureClasses.check(context('主要用于教育支出、卫生健康支出等方面。', ...all.slice(0, 2))).findings[0]?.severity).toBe('notice')
  })

  it('check › a class with an amount in the text and none in the table is a finding', () => {
    expect(statementsOf(k56ExpenditureClasses.check(context('支出。', ...all,
      named('211', '节能环保支出', '1.00万元'))))).toEqual([expect.stringContaining('节能环保支出1.00万元')])
  })

  it('check › a class listed with 0.00 is no finding', () => {
    expect(k56ExpenditureClasses.check(context('支出。', ...all, named('211', '节能环保支出', '0.00万元'))).outcome).toBe('pass')
  })

  it('check › a class whose name is also a fund’s, bound to the fund, still stands in the list', () => {
    const funded = { label: '二十二、国有资本经营预算支出', cells: [[{ ...scope, function: '223' }, '4.58']] } as const
    const tables = [table('generalPublicExpenditure', '一般公共预算支出表', [
      { label: '教育支出', cells: [[{ ...scope, function: '205' }, '50.00']] }, { label: '卫生健康支出', cells: [[{ ...scope, function: '210' }, '8.00']] }, funded,
    ])]
    const fund = mention('n223', 'amount', '4.58万元', { label: '国有资本经营预算支出', region: { year: '2024', use: 'spent', fund: 'fiscal/stateCapital' } })
    const check = (...mentions: readonly ReturnType<typeof named>[]) => k56ExpenditureClasses.check(
      contextOf({ tables, sections: [section('五、一般公共预算支出', ['支出。'])], mentions }))
    expect(check(...all.slice(0, 2), fund).outcome).toBe('pass')
    expect(statementsOf(check(...all.slice(0, 2)))).toEqual([expect.stringContaining('国有资本经营预算支出4.58万元')])
  })

  it('check › without a table of the same scope it is undetermined', () => {
    expect(k56ExpenditureClasses.check(contextOf({ mentions: all })).outcome).toBe('undetermined')
  })

  it('check › a single class in a sentence is no list', () => {
    expect(k56ExpenditureClasses.check(context('其中教育支出50.00万元。', ...all.slice(0, 1))).outcome).toBe('not-applicable')
  })
})
