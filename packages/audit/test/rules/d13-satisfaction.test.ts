import { describe, expect, it } from 'vitest'
import { satisfaction } from '../../src/rules/d13-satisfaction.ts'
import { exampleContext, exampleForm, field, indicator, numberValue, somewhere, textValue } from '../builders.ts'

type Form = Parameters<typeof exampleForm>[0]
const asked = (name: string, value = numberValue('≥90%', '≥', '90', '%')) =>
  indicator({ level1: '满意度指标', level2: '服务对象满意度指标', kind: 'satisfaction', name, value })
const check = (indicators: readonly ReturnType<typeof indicator>[], part: Form = {}) =>
  satisfaction.check(exampleContext({ forms: [exampleForm({ ...part, indicators })] }))
const blank = { span: 'annual', level1: '满意度指标', level2: '服务对象满意度指标', kind: 'satisfaction', place: somewhere } as const

describe('satisfaction', () => {
  it('holds › readers are asked, in percent', () => {
    expect(satisfaction.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('broken › only those who handle the project are asked', () => {
    const outcome = check([asked('活动经办人员满意度')])
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.severity).toBeUndefined()
    expect(outcome.findings[0]?.statement.zh).toContain('没有问服务对象')
  })

  it('broken › beside the people served, the handlers are only noted', () => {
    const outcome = check([asked('读者满意度'), asked('活动经办人员满意度')])
    expect(outcome.findings.map(({ severity }) => severity)).toEqual(['notice'])
  })

  it('broken › 基本满意 without a share, and more than all', () => {
    expect(check([asked('读者满意度', textValue('基本满意'))]).findings[0]?.severity).toBe('warning')
    expect(check([asked('读者满意度', textValue('定性'))]).findings[0]?.severity).toBe('notice')
    expect(check([asked('读者满意度', numberValue('≥900%', '≥', '900', '%'))]).findings[0]?.statement.zh).toContain('超过了100%')
  })

  it('broken › a printed but empty block of a project that serves people', () => {
    expect(check([], { blankIndicators: [blank], texts: { overview: field('面向农村居民放映电影。') } }).findings[0]?.severity).toBe(
      'notice',
    )
  })

  it('decoy › staff may be asked about what serves them, and a group that the project counts is served', () => {
    expect(check([asked('机关工作人员满意度')], { projectName: field('机关办公设备更新') }).outcome).toBe('pass')
    const guides = indicator({
      level2: '数量指标',
      kind: 'quantity',
      name: '基层文化服务人员',
      value: numberValue('50人', '=', '50', '人'),
    })
    expect(check([guides, asked('购买基层文化服务人员满意度')]).outcome).toBe('pass')
    expect(check([asked('接受流动服务人员满意度')]).outcome).toBe('pass')
  })

  it('decoy › grades are a measure', () => {
    expect(check([asked('读者满意度', textValue('优、良、中、差四档，达到良'))]).outcome).toBe('pass')
    expect(check([asked('读者满意度', textValue('优'))]).outcome).toBe('pass')
  })

  it('decoy › a value that one half lost stands in the other', () => {
    expect(check([{ ...asked('读者满意度'), span: 'life' }, asked('读者满意度', textValue(''))]).outcome).toBe('pass')
  })

  it('not applicable › an empty block of a project that serves nobody directly', () => {
    expect(
      check([], {
        blankIndicators: [blank],
        projectName: field('文物库房屋面加固'),
        texts: { overview: field('加固屋面300平方米。') },
        goals: { annual: field('完成加固。') },
      }).outcome,
    ).toBe('not-applicable')
  })

  it('decoy › those served may be asked together with the staff', () => {
    expect(check([asked('就业服务人员、参保人满意率')]).outcome).toBe('pass')
    expect(check([asked('活动经办人员、承办人员满意度')]).findings).toHaveLength(1)
  })
})
