import { describe, expect, it } from 'vitest'
import type { ProjectForm } from '../../src/index.ts'
import { staleForm } from '../../src/rules/d17-stale-form.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const check = (part: Partial<ProjectForm>) => staleForm.check(exampleContext({ forms: [exampleForm(part)] }))
const filledOn = (date: string) => ({ filledOn: { field: field(date.replaceAll('-', '')), date } })

describe('staleForm', () => {
  it.each(['2023-01-01', '2023-09-15', '2024-05-11'])('a form of %s holds for the budget of 2024', (date) => {
    expect(check(filledOn(date))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('a form dated before the year in which the budget was prepared is found', () => {
    expect(check(filledOn('2022-12-31')).findings).toMatchObject([{ found: '2022-12-31', expected: '2023年以后' }])
  })

  it('the budget guidance of an earlier year is named beside the date, and alone is a notice', () => {
    const texts = { measures: field('2023年县级部门预算编制方案。') }
    expect(check({ ...filledOn('2022-11-30'), texts }).findings).toMatchObject([
      { statement: { zh: expect.stringContaining('2023年县级部门预算编制方案') as string } },
    ])
    expect(check({ texts }).findings).toMatchObject([{ severity: 'notice', found: '2023年县级部门预算编制方案' }])
  })

  it('guidance of the budget year, and other documents of earlier years, are no sign', () => {
    expect(check({ texts: { measures: field('2024年县级部门预算编制方案；《2021年阅读工作要点》') } }).outcome).toBe('pass')
  })

  it('a date that cannot be read leaves the form open', () => {
    expect(check({ filledOn: { field: field('2022111'), date: undefined } })).toMatchObject({ outcome: 'undetermined', checked: 0 })
    expect(check({ filledOn: undefined }).undetermined).toHaveLength(1)
  })

  it('without forms there is nothing to judge', () => {
    expect(staleForm.check(exampleContext()).outcome).toBe('not-applicable')
  })
})
