import { describe, expect, it } from 'vitest'
import { costNotStated } from '../../src/rules/d03-cost-not-stated.ts'
import { exampleContext, exampleForm, indicator, numberValue, somewhere, textValue } from '../builders.ts'

const check = (...indicators: readonly ReturnType<typeof indicator>[]) =>
  costNotStated.check(exampleContext({ forms: [exampleForm({ indicators })] }))
const cost = (name: string, value: ReturnType<typeof textValue>, level2 = '成本指标') => indicator({ level2, kind: 'cost', name, value })
const quantity = indicator({ level2: '数量指标', kind: 'quantity', name: '举办活动场次', value: numberValue('≥24场', '≥', '24', '场') })
const blankCost = { span: 'annual', level1: '产出指标', level2: '成本指标', kind: 'cost', place: somewhere } as const

describe('costNotStated', () => {
  it('holds › amounts, unit costs and rates are costs', () => {
    expect(
      check(
        cost('单场成本', numberValue('≤5000元/场', '≤', '5000', '元/场')),
        cost('成本控制率', numberValue('≤100%', '≤', '100', '%')),
        cost('印刷费', textValue('预算8万元以内据实结算')),
        cost('律师费', textValue('≤《清河县律师服务收费标准》')),
        cost('补贴额', textValue('不超过实际缴费的2/3')),
      ),
    ).toMatchObject({ outcome: 'pass', checked: 5 })
  })

  it('broken › a cost in persons is a warning that names the unit', () => {
    const outcome = check(cost('吸纳志愿者资金', numberValue('100人', '=', '100', '人')))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.severity).toBeUndefined()
    expect(outcome.findings[0]?.statement.zh).toContain('单位是“人”')
  })

  it('broken › 人/月 for 元/人/月 is named as such', () => {
    expect(check(cost('岗位补贴标准', numberValue('1500人/月', '=', '1500', '人/月'))).findings[0]?.statement.zh).toContain(
      '疑为“元/人/月”',
    )
  })

  it('broken › a standard without an amount, a blank value and a number without unit', () => {
    expect(check(cost('见习补贴', textValue('按最低工资标准的60%'))).findings[0]?.severity).toBe('notice')
    expect(check(cost('见习补贴', textValue(''))).findings[0]?.statement.zh).toContain('没有填指标值')
    expect(check(cost('活动费', numberValue('8', '=', '8', ''))).findings[0]?.severity).toBe('notice')
  })

  it('broken › a cost block that is printed and empty is noted once', () => {
    const form = exampleForm({ indicators: [quantity], blankIndicators: [blankCost, { ...blankCost, span: 'life' }] })
    const outcome = costNotStated.check(exampleContext({ forms: [form] }))
    expect(outcome.findings.map(({ severity }) => severity)).toEqual(['notice'])
  })

  it('decoy › a cost that slipped into another block of a damaged print is not missing', () => {
    const slipped = indicator({
      level2: '社会效益指标',
      kind: 'social',
      name: '活动总费用',
      value: numberValue('≤8万元', '≤', '8', '万元'),
    })
    const form = exampleForm({ indicators: [quantity, slipped], blankIndicators: [blankCost] })
    expect(costNotStated.check(exampleContext({ forms: [form] })).outcome).toBe('not-applicable')
  })

  it('decoy › social and environmental costs need no money', () => {
    expect(check(cost('新增碳排放', numberValue('≤20吨', '≤', '20', '吨'), '生态环境成本指标')).outcome).toBe('not-applicable')
  })

  it('decoy › a unit in the name is a unit', () => {
    expect(check(cost('活动费（万元）', numberValue('8', '=', '8', ''))).outcome).toBe('pass')
  })

  it('not applicable › a form whose layout has no cost block', () => {
    expect(check(quantity).outcome).toBe('not-applicable')
  })

  it('decoy › several amounts in one value are amounts', () => {
    expect(check(cost('光纤使用费；电费', textValue('<=96万/年；<=16.58万/年'))).outcome).toBe('pass')
  })
})
