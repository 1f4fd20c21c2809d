import { describe, expect, it } from 'vitest'
import { isStandardIndicatorName, nonStandardIndicatorName } from '../../src/rules/d14-non-standard-indicator-name.ts'
import { exampleContext, exampleForm, indicator, somewhere, textValue } from '../builders.ts'

const withLevel2 = (level2: string) =>
  exampleContext({ forms: [exampleForm({ indicators: [indicator({ level2, name: '阅读氛围', value: textValue('浓厚') })] })] })

describe('nonStandardIndicatorName', () => {
  it('the standard names hold', () => {
    expect(nonStandardIndicatorName.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({
      outcome: 'pass',
      checked: 12,
      findings: [],
    })
  })

  it('an invented name is found, once per form, with the standard name it resembles', () => {
    const twice = exampleForm({
      indicators: (['life', 'annual'] as const).map((span) =>
        indicator({ span, level2: '社会公益指标', name: '阅读氛围', value: textValue('浓厚') }),
      ),
    })
    const { findings } = nonStandardIndicatorName.check(exampleContext({ forms: [twice] }))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ found: '社会公益指标', statement: { zh: expect.stringContaining('社会效益指标') as string } })
    expect(findings[0]?.places).toHaveLength(2)
  })

  it('an invented name with nothing beside it is found as well', () => {
    const form = exampleForm({
      blankIndicators: [{ span: 'annual', level1: '效益指标', level2: '可持续发展指标', kind: undefined, place: somewhere }],
    })
    expect(nonStandardIndicatorName.check(exampleContext({ forms: [form] })).findings).toHaveLength(1)
  })

  it.each([
    '服务对象满意度指',
    '服务对象满意',
    '可持续影响指',
    '社会效盖指标',
    '数呈指标',
    '生态环境成本指标',
    '经济成本指标',
    '社会公众满意度指标',
    '（一）数量指标',
    '产出指标',
  ])('%s is no finding', (level2) => {
    expect(nonStandardIndicatorName.check(withLevel2(level2)).outcome).toBe('pass')
  })

  it('without forms there is nothing to judge', () => {
    expect(nonStandardIndicatorName.check(exampleContext()).outcome).toBe('not-applicable')
  })
})

describe('isStandardIndicatorName', () => {
  it('tells a cut-off name from another word', () => {
    expect(isStandardIndicatorName('可持续')).toBe(true)
    expect(isStandardIndicatorName('可持续发展指标')).toBe(false)
    expect(isStandardIndicatorName('政治效益指标')).toBe(false)
  })
})
