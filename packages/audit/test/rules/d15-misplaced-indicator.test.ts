import { describe, expect, it } from 'vitest'
import type { IndicatorKind } from '../../src/index.ts'
import { misplacedIndicator } from '../../src/rules/d15-misplaced-indicator.ts'
import { exampleContext, exampleForm, indicator, numberValue, textValue } from '../builders.ts'

const effect = (kind: IndicatorKind, level2: string, name: string, value = textValue('有效')) =>
  misplacedIndicator.check(
    exampleContext({ forms: [exampleForm({ indicators: [indicator({ level1: '效益指标', level2, kind, name, value })] })] }),
  )

describe('misplacedIndicator', () => {
  it('an effect that says what changed holds', () => {
    expect(misplacedIndicator.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('spending within the budget as an economic effect is found', () => {
    const { findings } = effect('economic', '经济效益指标', '活动经费支出不超过预算金额')
    expect(findings).toMatchObject([{ severity: 'warning', expected: '预算执行或成本控制', found: '经济效益指标' }])
  })

  it('a budget execution rate as an effect is found', () => {
    expect(effect('social', '社会效益指标', '预算执行率', numberValue('≥95%', '≥', '95', '%')).findings).toHaveLength(1)
  })

  it('an acceptance rate as a social effect is an output', () => {
    expect(effect('social', '社会效益指标', '图书验收合格率', numberValue('100%', '=', '100', '%')).findings).toMatchObject([
      { severity: 'notice' },
    ])
  })

  it('jobs as an ecological effect are found', () => {
    expect(effect('ecological', '生态效益指标', '带动就业，增加收入').findings).toHaveLength(1)
  })

  it.each([
    ['economic', '经济效益指标', '节约活动经费支出，低于预算'],
    ['economic', '经济效益指标', '带动就业增收'],
    ['ecological', '生态效益指标', '改善环境，带动就业'],
    ['social', '社会效益指标', '因阅读活动发生的安全事件数量'],
    ['sustainability', '可持续影响指标', '长期提高阅读率'],
  ] as const)('%s: %s “%s” is no finding', (kind, level2, name) => {
    expect(effect(kind, level2, name).outcome).toBe('pass')
  })

  it('a blank effect and a cost are not its business', () => {
    expect(effect('economic', '经济效益指标', '', textValue('')).outcome).toBe('not-applicable')
    expect(effect('cost', '成本指标', '经费支出不超过预算金额').outcome).toBe('not-applicable')
  })
})
