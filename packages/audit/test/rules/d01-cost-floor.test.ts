import { describe, expect, it } from 'vitest'
import { costFloor } from '../../src/rules/d01-cost-floor.ts'
import { exampleContext, exampleForm, indicator, numberValue } from '../builders.ts'

const cost = (name: string, value: ReturnType<typeof numberValue>, level2 = '成本指标') => indicator({ level2, kind: 'cost', name, value })
const check = (...indicators: readonly ReturnType<typeof indicator>[]) =>
  costFloor.check(exampleContext({ forms: [exampleForm({ indicators })] }))

describe('costFloor', () => {
  it('holds › a cost with ≤ passes, counted once although both halves print it', () => {
    const outcome = costFloor.check(exampleContext({ forms: [exampleForm()] }))
    expect(outcome).toMatchObject({ outcome: 'pass', checked: 1, findings: [] })
  })

  it('broken › a total cost with ≥ is an error that names both the indicator and the project', () => {
    const outcome = check(cost('阅读活动总成本', numberValue('≥12万元', '≥', '12', '万元')))
    expect(outcome.outcome).toBe('fail')
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.severity).toBeUndefined()
    expect(costFloor.meta.severity).toBe('error')
    expect(outcome.findings[0]?.statement.zh).toContain('“全民阅读活动”的成本指标“阅读活动总成本”（≥12万元）')
    expect(outcome.findings[0]?.places[0]?.form).toBe('全民阅读活动')
  })

  it('broken › a unit cost with ≥ is a warning', () => {
    expect(check(cost('讲师课酬标准', numberValue('≥300元/课时', '≥', '300', '元/课时'))).findings[0]?.severity).toBe('warning')
  })

  it('broken › a floor in words is a floor', () => {
    const outcome = check(
      indicator({ level2: '成本指标', kind: 'cost', name: '活动费用', value: { kind: 'text', raw: '不低于5000元至6000元' } }),
    )
    expect(outcome.findings).toHaveLength(1)
  })

  it('decoy › savings and raised funds are better when larger', () => {
    const outcome = check(
      cost('节约印刷费用', numberValue('≥2000元', '≥', '2000', '元')),
      cost('撬动社会资本', numberValue('≥50万元', '≥', '50', '万元')),
      cost('成本节约率', numberValue('≥5%', '≥', '5', '%')),
    )
    expect(outcome).toMatchObject({ outcome: 'not-applicable', checked: 0 })
  })

  it('decoy › ≥ on a quantity is as it should be', () => {
    expect(
      check(indicator({ level2: '数量指标', kind: 'quantity', name: '购书费用补贴人数', value: numberValue('≥20人', '≥', '20', '人') }))
        .outcome,
    ).toBe('not-applicable')
  })

  it('not applicable › a document without forms is no pass', () => {
    expect(costFloor.check(exampleContext()).outcome).toBe('not-applicable')
  })
})
