import { describe, expect, it } from 'vitest'
import { goalsCopied } from '../../src/rules/d08-goals-copied.ts'
import { exampleContext, exampleForm, field } from '../builders.ts'

const goal = '全年举办24场阅读活动，读者满意度达到90%以上。'
const copied = { life: field(goal), annual: field(goal) }
const twoYears = { field: field('2年'), years: 2 }

describe('goalsCopied', () => {
  it('holds › two different goals', () => {
    expect(goalsCopied.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('broken › all copying forms of one year make one notice that counts them', () => {
    const forms = [
      exampleForm({ goals: copied }),
      exampleForm({ index: 2, goals: copied, projectName: field('馆藏修复') }),
      exampleForm({ index: 3 }),
    ]
    const outcome = goalsCopied.check(exampleContext({ forms }))
    expect(outcome).toMatchObject({ outcome: 'fail', checked: 3 })
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]).toMatchObject({ key: 'one-year', severity: 'notice' })
    expect(outcome.findings[0]?.statement.zh).toContain('3张表中2张（“全民阅读活动”、“馆藏修复”）')
    expect(outcome.findings[0]?.places).toHaveLength(4)
  })

  it('broken › projects longer than a year are a finding of their own, and a warning', () => {
    const outcome = goalsCopied.check(
      exampleContext({ forms: [exampleForm({ goals: copied, duration: twoYears }), exampleForm({ index: 2, goals: copied })] }),
    )
    expect(outcome.findings.map(({ key, severity }) => [key, severity])).toEqual([
      ['multi-year', undefined],
      ['one-year', 'notice'],
    ])
    expect(goalsCopied.meta.severity).toBe('warning')
  })

  it('broken › blanks, mark-up and punctuation do not make a difference, and the overview is compared as well', () => {
    const outcome = goalsCopied.check(
      exampleContext({
        forms: [
          exampleForm({
            goals: { life: field(`<p>${goal}</p>`), annual: field(goal.replace('，', ', ').replace('。', '')) },
            texts: { overview: field(goal) },
          }),
        ],
      }),
    )
    expect(outcome.findings[0]?.statement.zh).toContain('其中1张又与项目概况相同')
  })

  it('decoy › another number is another goal', () => {
    const goals = { life: field(goal), annual: field(goal.replace('24', '12')) }
    expect(goalsCopied.check(exampleContext({ forms: [exampleForm({ goals })] })).outcome).toBe('pass')
  })

  it('undetermined › one goal alone may be a merged cell', () => {
    expect(goalsCopied.check(exampleContext({ forms: [exampleForm({ goals: { life: field(goal) } })] }))).toMatchObject({
      outcome: 'undetermined',
      checked: 0,
    })
  })

  it('not applicable › no goals at all', () => {
    expect(goalsCopied.check(exampleContext({ forms: [exampleForm({ goals: {} })] })).outcome).toBe('not-applicable')
  })
})
