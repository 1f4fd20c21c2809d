import { describe, expect, it } from 'vitest'
import type { ProjectForm } from '../../src/index.ts'
import { formDates } from '../../src/rules/l77-form-dates.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const check = (...parts: readonly Partial<ProjectForm>[]) =>
  formDates.check(exampleContext({ forms: parts.map((part, index) => exampleForm({ index: index + 1, ...part })) }))
const on = (date: string): Partial<ProjectForm> => ({ filledOn: { field: field(date.replaceAll('-', '')), date } })

describe('formDates', () => {
  it('a form of the year before, marked with the budget year, holds', () => {
    expect(check(on('2023-12-31'))).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('forms dated after the year began are one notice with the latest date', () => {
    const { findings } = check(on('2024-01-01'), on('2024-05-11'), on('2023-11-02'))
    expect(findings).toMatchObject([{ severity: 'notice', found: '2024-05-11', expected: '批复日期之前' }])
    expect(findings[0]?.places).toHaveLength(2)
    expect(findings[0]?.statement.zh).toContain('2张')
  })

  it('a form marked with another year is found', () => {
    expect(check({ ...on('2023-11-02'), year: 2023 }).findings).toMatchObject([{ expected: '2024年度', found: '2023年度' }])
    expect(check({ ...on('2023-11-02'), year: undefined }).outcome).toBe('pass')
  })

  it('digits that are no date, and no date at all, are listed', () => {
    const { undetermined, findings } = check({ filledOn: { field: field('2024031111730'), date: undefined } }, { filledOn: undefined })
    expect(findings).toEqual([])
    expect(undetermined).toHaveLength(2)
    expect(undetermined[0]?.reason.zh).toContain('2024031111730')
  })

  it("without the document's year nothing is concluded", () => {
    const facts = { body: undefined, year: undefined, kind: undefined, level: undefined }
    expect(formDates.check(exampleContext({ facts, forms: [exampleForm()] })).outcome).toBe('undetermined')
  })

  it('without forms there is nothing to judge', () => {
    expect(check().outcome).toBe('not-applicable')
  })
})
