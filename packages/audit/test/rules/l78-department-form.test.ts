import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { DepartmentMoney, DepartmentTask, RecognisedDocument, TaskAmount } from '../../src/index.ts'
import { departmentForm } from '../../src/rules/l78-department-form.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'
import { expenditureTotal } from '../project-tables.ts'

type Amounts = Readonly<Partial<Record<DepartmentMoney['part'], string>>>
const moneyOf = (amounts: Amounts): readonly DepartmentMoney[] =>
  (Object.entries(amounts) as [DepartmentMoney['part'], string][]).map(([part, text]) => ({ part, amount: parseAmount(text, '万元'), place: somewhere }))
const task = (name: string, total: string, fiscal: string, other: string, isTotal = false): DepartmentTask => ({
  name: field(name),
  isTotal,
  amounts: ([['total', total], ['fiscal', fiscal], ['other', other]] as const).map(([part, text]): TaskAmount => ({ side: 'budget', part, amount: parseAmount(text, '万元'), place: somewhere })),
})

function check(amounts: Amounts, tasks: readonly DepartmentTask[] = [], part: Partial<RecognisedDocument> = {}) {
  const form = exampleForm({ index: 9, projectName: field(''), funding: [], overview: { money: moneyOf(amounts), tasks } })
  return departmentForm.check(exampleContext({ departmentForms: [form], ...part }))
}

describe('departmentForm', () => {
  it('holds › kinds and sources make up the total, and sources their kinds', () => {
    const amounts = { total: '32.05', fiscal: '32.00', fiscalBasic: '25.20', fiscalProject: '6.80', other: '0.05', otherBasic: '', otherProject: '0.05', basic: '25.20', project: '6.85' }
    expect(check(amounts)).toMatchObject({ outcome: 'pass', checked: 4 })
  })

  it('broken › a kind too much is found with the difference', () => {
    expect(check({ total: '32.05', basic: '25.20', project: '6.80' }).findings).toMatchObject([{ expected: 32_000_000, found: 32_050_000, difference: 50_000 }])
  })

  it('holds › without a total, kinds and sources are the same money', () => {
    expect(check({ basic: '10.50', project: '70.50', fiscal: '80.00', other: '1.00' })).toMatchObject({ outcome: 'pass', checked: 1 })
    expect(check({ basic: '10.50', project: '70.50', fiscal: '80.00', other: '' }).findings).toMatchObject([{ difference: 1_000_000 }])
  })

  it('tasks › they add up to their total, and each is its sources', () => {
    const sound = [task('开放场馆', '20.00', '18.00', '2.00'), task('阅读推广', '5.00', '5.00', ''), task('金额合计', '25.00', '23.00', '2.00', true)]
    expect(check({}, sound)).toMatchObject({ outcome: 'pass', checked: 6 })
    const broken = [...sound.slice(0, 2), task('金额合计', '26.00', '24.00', '2.00', true)]
    expect(check({}, broken).findings.map(({ difference }) => difference)).toEqual([1_000_000, 1_000_000])
  })

  it('decoy › rounded parts may miss by less than their last digits', () => {
    // Two halves and the total's own: 0.015 is within reach, 0.02 is not.
    expect(check({ total: '10.01', basic: '3.33', project: '6.67' }).outcome).toBe('pass')
    expect(check({ total: '10.02', basic: '3.33', project: '6.67' }).outcome).toBe('fail')
  })

  it('tables › the total is the expenditure of the tables, with or without money carried in', () => {
    const all = { ...expenditureTotal('32.05'), region: { year: '2024', use: 'spent' } }
    const current = { ...expenditureTotal('30.00'), region: { year: '2024', use: 'spent', period: 'current' } }
    expect(check({ total: '32.05' }, [], { figures: [all, current] }).outcome).toBe('pass')
    expect(check({ total: '30.00' }, [], { figures: [all, current] }).outcome).toBe('pass')
    expect(check({ total: '31.00' }, [], { figures: [all, current] }).findings).toMatchObject([{ expected: 32_050_000, found: 31_000_000 }])
  })

  it('decoy › forms of several units are none of the whole department', () => {
    const form = (index: number) => exampleForm({ index, overview: { money: moneyOf({ total: '12.00' }), tasks: [] } })
    const figures = [{ ...expenditureTotal('32.05'), region: { use: 'spent' } }]
    expect(departmentForm.check(exampleContext({ departmentForms: [form(1), form(2)], figures })).findings).toEqual([])
  })

  it('undetermined › an unread amount leaves the sum open', () => {
    expect(check({ total: '32.05', basic: '2S.20', project: '6.85' })).toMatchObject({ outcome: 'undetermined', findings: [] })
  })

  it('not applicable › without such a form there is nothing to hold', () => {
    expect(departmentForm.check(exampleContext()).outcome).toBe('not-applicable')
  })
})
