import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import type { ProjectForm } from '../../src/index.ts'
import { evaluationSummary } from '../../src/rules/l80-evaluation-summary.ts'
import { exampleContext, exampleForm, field, somewhere } from '../builders.ts'

function form(index: number, name: string, budget: string, executed: string): ProjectForm {
  const row = { level: 'total', place: somewhere, initial: undefined, budget: parseAmount(budget, '万元'), executed: parseAmount(executed, '万元'), rate: undefined, weight: undefined, score: undefined } as const
  return exampleForm({ index, projectName: field(name), evaluation: { achieved: undefined, funding: [row], total: undefined } })
}

const reading = form(1, '全民阅读活动项目', '12.00', '11.50')

function check(texts: readonly string[], ...evaluations: readonly ProjectForm[]) {
  const blocks = texts.map((text, index) => ({ kind: 'paragraph', text, place: { ...somewhere, line: index + 1 } }) as const)
  return evaluationSummary.check(exampleContext({ evaluations, tree: { name: 'example.txt', format: 'text', blocks } }))
}

describe('evaluationSummary', () => {
  it('holds › both amounts are those of the form, in whatever unit and precision', () => {
    expect(check(['1.清河县文化馆全民阅读活动项目绩效自评综述：全年预算数12万元，执行数11.5万元，完成预算的95.83%。'], reading)).toMatchObject({ outcome: 'pass', checked: 1 })
    expect(check(['全民阅读活动项目绩效自评综述：项目全年预算数为120000元，执行数为115000元。'], reading).outcome).toBe('pass')
  })

  it('broken › an amount that differs is found on both sides', () => {
    const { findings } = check(['全民阅读活动项目绩效自评综述：全年预算数12万元，执行数13.5万元。'], reading)
    expect(findings).toMatchObject([{ key: '1:executed', expected: 11_500_000, found: 13_500_000 }])
    expect(findings[0]?.places).toHaveLength(2)
  })

  it('decoy › a longer name is the one meant, and a shorter one that fits is as well', () => {
    const printed = form(2, '阅读活动', '700.00', '700.00')
    const both = [form(3, '全民阅读活动', '12.00', '11.50'), printed]
    expect(check(['清河县图书馆全民阅读活动项目绩效自评综述：全年预算数12万元，执行数11.5万元。'], ...both).outcome).toBe('pass')
    expect(check(['清河县图书馆全民阅读活动项目绩效自评综述：全年预算数700万元，执行数700万元。'], ...both).outcome).toBe('pass')
  })

  it('undetermined › no form, or several of one name that differ', () => {
    expect(check(['巡演项目绩效自评综述：全年预算数12万元。'], reading)).toMatchObject({ outcome: 'undetermined', findings: [] })
    expect(check(['全民阅读活动项目绩效自评综述：全年预算数15万元。'], reading, { ...reading, index: 2 }).outcome).toBe('undetermined')
  })

  it('not applicable › without summaries or forms', () => {
    expect(check(['全民阅读活动取得成效。'], reading).outcome).toBe('not-applicable')
    expect(check(['全民阅读活动项目绩效自评综述：全年预算数12万元。']).outcome).toBe('not-applicable')
  })
})
