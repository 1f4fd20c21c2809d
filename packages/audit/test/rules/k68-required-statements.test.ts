import { describe, expect, it } from 'vitest'
import { k68RequiredStatements } from '../../src/rules/k68-required-statements.ts'
import { exampleForm, field } from '../builders.ts'
import { contextOf, exampleProfile, section } from './narrative-builders.ts'

const profile = exampleProfile({ requiredStatements: [{ id: 'fund', name: '政府性基金预算情况', anyOf: ['没有政府性基金', '政府性基金预算支出情况'] }] })
const approved = '本部门预算于2024年2月1日批复。'
const check = (lines: readonly string[], part = { profile }, forms = [] as readonly ReturnType<typeof exampleForm>[]) =>
  k68RequiredStatements.check(contextOf({ sections: [section('二、收入预算', lines)], forms }, part))

describe('k68RequiredStatements', () => {
  it('check › the required statement made, and the approval date told, passes', () => {
    expect(check([approved, '本部门没有政府性基金预算安排。'])).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › a missing statement is a warning', () => {
    expect(check([approved, '政府性基金预算拨款收入0.00万元。']).findings).toEqual([expect.objectContaining({ expected: '政府性基金预算情况' })])
  })

  it('check › a definition in the glossary is no statement', () => {
    const sections = [section('二、收入预算', [approved]), section('第四部分 名词解释', ['没有政府性基金的部门不填。'], { block: 300 })]
    expect(k68RequiredStatements.check(contextOf({ sections }, { profile })).findings).toHaveLength(1)
  })

  it('check › without a profile no statement is required', () => {
    expect(k68RequiredStatements.check(contextOf({ sections: [section('二、收入预算', [approved])] })).outcome).toBe('not-applicable')
  })

  it('check › forms dated in the budget year without an approval date are a notice with the latest date', () => {
    const forms = ['2024-01-10', '2024-05-11']
      .map((date, index) => exampleForm({ index: index + 1, filledOn: { field: field(date), date } }))
    expect(check(['没有政府性基金预算安排。'], { profile },
      forms).findings).toEqual([expect.objectContaining({ severity: 'notice', found: '2024-05-11' })])
  })

  it('check › forms of the year before say nothing: timeliness stays undetermined', () => {
    const forms = [exampleForm({ filledOn: { field: field('2023-11-30'), date: '2023-11-30' } })]
    const outcome = check(['没有政府性基金预算安排。'], { profile }, forms)
    expect(outcome.findings).toEqual([])
    expect(outcome.undetermined).toHaveLength(1)
  })
})
