import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { FormLink, ProjectForm, RecognisedDocument } from '../../src/index.ts'
import { formsTotal } from '../../src/rules/l76-forms-total.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'
import { expenditureTotal, projectTable } from '../project-tables.ts'

const form = (index: number, name: string, annual: string): ProjectForm =>
  exampleForm({
    index,
    projectName: field(name),
    funding: [{ span: 'annual', level: 'total', amount: parseAmount(annual, '元'), place: { ...somewhere, line: index } }],
  })
const reading = form(1, '全民阅读活动', '120,000')
const operating = form(2, '公用经费项目', '300,000')
const linkOf = (one: ProjectForm): FormLink =>
  one.index === 2 ? { form: one, by: 'basic-expenditure', project: undefined } : { form: one, by: 'name', project: one.projectName.text }
const table = projectTable('current', { 全民阅读活动: '12.00' })
const check = (forms: readonly ProjectForm[], part: Partial<RecognisedDocument>) =>
  formsTotal.check(exampleContext({ forms, formLinks: forms.map(linkOf), tables: [table], ...part }))

describe('formsTotal', () => {
  it('forms for projects and basic expenditure that sum to the expenditure hold', () => {
    expect(check([reading, operating], { figures: [expenditureTotal('42.00')] })).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('forms for projects alone are held against project expenditure', () => {
    const figures = [expenditureTotal('42.00'), expenditureTotal('12.00', { kind: 'project' })]
    expect(check([reading], { figures }).outcome).toBe('pass')
  })

  it('a gap is found, and what basic expenditure explains of it is said', () => {
    // 45.00 − (12 + 30) = 3.00; basic expenditure 33.00 − 30 = 3.00: all of it.
    const figures = [expenditureTotal('45.00'), expenditureTotal('33.00', { kind: 'basic' })]
    const { findings } = check([reading, operating], { figures })
    expect(findings).toMatchObject([{ expected: 45_000_000, found: 42_000_000, difference: -3_000_000 }])
    expect(findings[0]?.statement.zh).toContain('可以说明全部差额')
  })

  it('a gap that basic expenditure explains in part says so', () => {
    const figures = [expenditureTotal('45.00'), expenditureTotal('31.00', { kind: 'basic' })]
    expect(check([reading, operating], { figures }).findings[0]?.statement.zh).toContain('只能说明一部分差额')
  })

  it('a difference below the last printed digit is none', () => {
    expect(check([form(1, '全民阅读活动', '120,049'), operating], { figures: [expenditureTotal('42.00')] }).outcome).toBe('pass')
    expect(check([form(1, '全民阅读活动', '120,051'), operating], { figures: [expenditureTotal('42.00')] }).outcome).toBe('fail')
  })

  it('a form that is unread, or a project without a form, leaves it open', () => {
    expect(check([form(1, '全民阅读活动', ''), operating], { figures: [expenditureTotal('42.00')] })).toMatchObject({
      outcome: 'undetermined',
      findings: [],
    })
    const two = projectTable('current', { 全民阅读活动: '12.00', 非遗展演: '30.00' })
    expect(check([reading, operating], { tables: [two], figures: [expenditureTotal('72.00')] }).outcome).toBe('undetermined')
    expect(check([reading, operating], {}).outcome).toBe('undetermined')
  })

  it('with other funds and no total of all of them, only an equal sum is judged', () => {
    const revenue = { ...expenditureTotal('90.00'), region: { period: 'current' } }
    expect(check([reading, operating], { figures: [expenditureTotal('45.00'), revenue] })).toMatchObject({ outcome: 'undetermined', findings: [] })
    expect(check([reading, operating], { figures: [expenditureTotal('42.00'), revenue] }).outcome).toBe('pass')
    const alone = { ...expenditureTotal('45.00'), region: { period: 'current' } }
    expect(check([reading, operating], { figures: [expenditureTotal('45.00'), alone] }).outcome).toBe('fail')
  })

  it('forms of carried-over projects are not counted', () => {
    const carried = form(3, '上年展演', '90,000')
    const tables = [table, projectTable('carriedIn', { 上年展演: '9.00' })]
    expect(check([reading, operating, carried], { tables, figures: [expenditureTotal('42.00')] }).outcome).toBe('pass')
  })

  it('without forms there is nothing to judge', () => {
    expect(check([], { figures: [expenditureTotal('42.00')] }).outcome).toBe('not-applicable')
  })

  it('decoy › without a project table nobody knows whether every project has a form; more money than there is stays an error', () => {
    const figures = [expenditureTotal('42.00'), expenditureTotal('40.00', { kind: 'project' })]
    expect(check([reading], { figures, tables: [] })).toMatchObject({ outcome: 'undetermined', findings: [] })
    const less = [expenditureTotal('42.00'), expenditureTotal('10.00', { kind: 'project' })]
    expect(check([reading], { figures: less, tables: [] }).findings).toMatchObject([{ expected: 10_000_000, found: 12_000_000 }])
  })
})
