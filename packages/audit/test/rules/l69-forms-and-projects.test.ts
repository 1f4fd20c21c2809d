import { describe, expect, it } from 'vitest'
import type { FormLink } from '../../src/index.ts'
import { formsAndProjects } from '../../src/rules/l69-forms-and-projects.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'
import { projectTable } from '../project-tables.ts'

const form = (index: number, name: string) => exampleForm({ index, projectName: field(name) })
const reading = form(1, '全民阅读活动')
const heritage = form(2, '非遗展演')
const named = (one: typeof reading): FormLink => ({ form: one, by: 'name', project: one.projectName.text })
const table = projectTable('current', { 全民阅读活动: '12.00', 非遗展演: '30.00' })
const check = (links: readonly FormLink[], tables = [table]) =>
  formsAndProjects.check(exampleContext({ forms: links.map((link) => link.form), formLinks: links, tables }))

describe('formsAndProjects', () => {
  it('one form per project under its name holds', () => {
    expect(check([named(reading), named(heritage)])).toMatchObject({ outcome: 'pass', checked: 4 })
  })

  it('projects without a form are one finding with the rows', () => {
    const { findings } = check([named(reading)])
    expect(findings).toMatchObject([{ key: 'projects-without-forms', severity: 'warning', expected: '2张', found: '1张' }])
    expect(findings[0]?.places).toMatchObject([{ line: 101 }])
  })

  it('where most projects have none, only a selection was published and it is a notice', () => {
    const many = projectTable('current', { 全民阅读活动: '12.00', 甲: '1.00', 乙: '2.00' })
    expect(check([named(reading)], [many]).findings).toMatchObject([{ severity: 'notice' }])
  })

  it('a form without a project is found', () => {
    expect(check([named(reading), named(heritage), { form: form(3, '巡演'), by: 'none', project: undefined }]).findings).toMatchObject([
      { found: '巡演' },
    ])
  })

  it('a form joined by amount is a notice that names both', () => {
    const { findings } = check([named(reading), { form: form(2, '非还展演'), by: 'amount', project: '非遗展演' }])
    expect(findings).toMatchObject([{ severity: 'notice', expected: '非遗展演', found: '非还展演' }])
  })

  it('two forms for one project are found', () => {
    expect(check([named(reading), named(heritage), { ...named(reading), form: form(3, '全民阅读活动') }]).findings).toMatchObject([
      { found: '2张' },
    ])
  })

  it('carried-over projects without forms are one notice', () => {
    const { findings } = check(
      [named(reading), named(heritage)],
      [table, projectTable('carriedIn', { 上年展演: '3.00', 上年讲座: '2.00' })],
    )
    expect(findings).toMatchObject([{ key: 'carried-without-forms', severity: 'notice', found: '2个' }])
  })

  it('brackets and quotes in a name, a project without money, and a basic-expenditure form do not matter', () => {
    const quoted = projectTable('current', { '“全民阅读”活动(一期)': '12.00', 暂停项目: '0.00' })
    const links: readonly FormLink[] = [
      { form: reading, by: 'name', project: '“全民阅读”活动（一期）' },
      { form: form(2, '公用经费项目'), by: 'basic-expenditure', project: undefined },
    ]
    expect(check(links, [quoted]).outcome).toBe('pass')
  })

  it('without a project table nothing is concluded, without forms nothing is judged', () => {
    expect(check([named(reading)], []).outcome).toBe('undetermined')
    expect(check([]).outcome).toBe('not-applicable')
  })

  it('decoy › rows of one name with different units are projects of their own', () => {
    const link = (one: typeof reading, unit: string): FormLink => ({ ...named(one), region: { use: 'spent', kind: 'project', project: '全民阅读活动', unit } })
    const twice = check([link(reading, '清河县图书馆'), link(form(3, '全民阅读活动'), '清河县文化馆'), named(heritage)])
    expect(twice.findings).toEqual([])
    expect(check([named(reading), named(form(3, '全民阅读活动')), named(heritage)]).findings).toMatchObject([{ found: '2张' }])
  })

  it('decoy › a heading of key projects says that only a selection is published, and a special fund is no project of the tables', () => {
    const key = exampleForm({ index: 1, projectName: field('全民阅读活动'), title: '重点项目绩效目标表' })
    expect(check([named(key)]).findings).toEqual([])
    const fund = exampleForm({ index: 3, projectName: field('文化事业发展资金'), title: '专项资金绩效目标表' })
    expect(check([named(reading), named(heritage), { form: fund, by: 'none', project: undefined }]).outcome).toBe('pass')
  })

  it('many forms without a project are one finding that names some', () => {
    const strays = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, index): FormLink => ({ form: form(index + 3, name), by: 'none', project: undefined }))
    expect(check([named(reading), named(heritage), ...strays]).findings).toMatchObject([{ key: 'forms-without-projects', found: '6张' }])
    expect(check([named(reading), named(heritage), ...strays.slice(1)]).findings).toHaveLength(5)
  })

  it('decoy › a table of procurement lists projects, but only a part of their money', () => {
    const bought = { ...table, cells: table.cells.map((cell) => (cell.region === undefined ? cell : { ...cell, region: { ...cell.region, procurement: 'all' } })) }
    expect(check([named(reading)], [bought]).outcome).toBe('undetermined')
  })

  it('decoy › a row above other projects is their subtotal and needs no form', () => {
    const nested = projectTable('current', { 专用项目: '42.00', 全民阅读活动: '12.00', 非遗展演: '30.00' })
    const cells = nested.cells.map((cell) => (cell.region?.project === '专用项目' ? cell : { ...cell, region: { ...cell.region, project: `专用项目/${cell.region?.project ?? ''}` } }))
    expect(check([named(reading), named(heritage)], [{ ...nested, cells }]).outcome).toBe('pass')
    expect(check([named(reading), named(heritage)], [nested]).findings).toHaveLength(1)
  })
})
