import { describe, expect, it } from 'vitest'
import type { ProjectForm } from '../../src/index.ts'
import { textArithmetic } from '../../src/rules/l74-text-arithmetic.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const check = (overview: string, part: Partial<ProjectForm> = {}) =>
  textArithmetic.check(exampleContext({ forms: [exampleForm({ texts: { overview: field(overview) }, goals: {}, ...part })] }))

describe('textArithmetic', () => {
  it('a true computation holds', () => {
    expect(check('24场×5000元/场=12万元。')).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('a false one is found with what it comes to', () => {
    // 24 × 5,000 = 120,000 yuan against 150,000.
    expect(check('24场×5000元/场=15万元。').findings).toMatchObject([{ expected: 12_000_000, found: 15_000_000, difference: 3_000_000 }])
  })

  it('a sentence that several fields repeat is one finding with all places', () => {
    const words = '24场×5000元/场=15万元。'
    const { findings, checked } = check(words, {
      texts: { overview: field(words, { line: 3 }), plan: field(words, { line: 5 }) },
      goals: { life: field(words, { line: 6 }) },
    })
    expect(checked).toBe(1)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.places).toHaveLength(3)
    expect(findings[0]?.statement.zh).toContain('项目概况、项目实施计划、实施期目标')
  })

  it('two false sums of one form are two findings', () => {
    const text = '全年预计900万元（其中：场馆860万元，活动60万元），门票200万元，补助100万元，剔除二项，资金缺口500万元'
    expect(check(text).findings.map(({ difference }) => difference)).toEqual([-20_000_000, -100_000_000])
  })

  it('a slip of the unit is said', () => {
    expect(check('24场×5000元/场=12元。').findings[0]?.statement.zh).toContain('“元”与“万元”')
  })

  it('a rough number leaves it open', () => {
    expect(check('约24场×5000元/场=15万元。')).toMatchObject({ outcome: 'undetermined', findings: [] })
  })

  it('text without arithmetic has nothing to judge', () => {
    expect(check('举办24场活动，经费12万元，比上年增加3万元。').outcome).toBe('not-applicable')
  })
})
