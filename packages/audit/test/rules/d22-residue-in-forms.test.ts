import { describe, expect, it } from 'vitest'
import type { ProjectForm } from '../../src/index.ts'
import { residueInForms } from '../../src/rules/d22-residue-in-forms.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'

const check = (part: Partial<ProjectForm>) => residueInForms.check(exampleContext({ forms: [exampleForm(part)] }))

describe('residueInForms', () => {
  it('a clean form holds', () => {
    expect(check({})).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('mark-up in several fields is one finding that names them', () => {
    const { findings } = check({ texts: { overview: field('<p>举办24场。</p>', { line: 5 }), plan: field('每月&nbsp;两场', { line: 6 }) } })
    expect(findings).toMatchObject([{ found: '<p>', statement: { zh: expect.stringContaining('项目概况、项目实施计划') as string } }])
    expect(findings[0]?.places).toHaveLength(2)
  })

  it('mark-up in a cell that no field claims is found', () => {
    expect(check({ cells: [field('举办<br/>24场', { line: 9 })] }).findings).toHaveLength(1)
  })

  it('a unit one character off the department is found', () => {
    expect(check({ implementingUnit: field('清和县文化馆') }).findings).toMatchObject([{ expected: '清河县文化馆', found: '清和县文化馆' }])
  })

  it('comparisons, brackets and misread digits are no residue', () => {
    expect(check({ texts: { overview: field('成本<5000元且>1000元，（含税') }, implementingUnit: field('清0县文化馆') }).outcome).toBe(
      'pass',
    )
    expect(check({ implementingUnit: field('清河县图书馆总馆') }).outcome).toBe('pass')
    const facts = { ...exampleContext().document.facts, body: { value: '清河县第一中学', place: somewhere, confidence: 'stated' as const } }
    expect(
      residueInForms.check(exampleContext({ facts, forms: [exampleForm({ implementingUnit: field('清河县第二中学') })] })).outcome,
    ).toBe('pass')
  })

  it('without forms there is nothing to judge', () => {
    expect(residueInForms.check(exampleContext()).outcome).toBe('not-applicable')
  })
})
