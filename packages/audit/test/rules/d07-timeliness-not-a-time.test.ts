import { describe, expect, it } from 'vitest'
import { timelinessNotATime } from '../../src/rules/d07-timeliness-not-a-time.ts'
import { exampleContext, exampleForm, indicator, numberValue, textValue } from '../builders.ts'

const check = (name: string, value: ReturnType<typeof textValue>) =>
  timelinessNotATime.check(
    exampleContext({ forms: [exampleForm({ indicators: [indicator({ level2: '时效指标', kind: 'timeliness', name, value })] })] }),
  )

describe('timelinessNotATime', () => {
  it.each([
    '2024年12月底前',
    '2024年6月',
    '12月31日',
    '第四季度',
    '上半年',
    '及时',
    '按时发放',
    '按合同时间',
    '租期一年',
    '每月5日前',
    '年底前',
    '3个工作日内',
    '优',
  ])('holds › %s is a time', (raw) => {
    expect(check('活动完成时间', textValue(raw))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('holds › rates and spans are times', () => {
    expect(check('活动按时举办率', numberValue('≥95%', '≥', '95', '%')).outcome).toBe('pass')
    expect(check('受理办结', numberValue('≤7个工作日', '≤', '7', '个工作日')).outcome).toBe('pass')
    expect(check('活动及时率', numberValue('100', '=', '100', '')).outcome).toBe('pass')
  })

  it.each(['发放补贴', '准确发放', '满足', '有效', '定性'])('broken › %s is no time', (raw) => {
    const outcome = check('按时发放讲师补贴', textValue(raw))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.severity).toBeUndefined()
    expect(timelinessNotATime.meta.severity).toBe('warning')
  })

  it('broken › a number of persons is no time', () => {
    expect(check('活动安排', numberValue('20人', '=', '20', '人')).outcome).toBe('fail')
  })

  it('broken › a number of times is only noted', () => {
    expect(check('活动频次', numberValue('≥22次', '≥', '22', '次')).findings[0]?.severity).toBe('notice')
  })

  it.each(['2024年', '2024年度', '2023-2024年', '2024'])('broken › %s alone is too coarse and noted', (raw) => {
    expect(check('活动完成时间', textValue(raw)).findings[0]?.severity).toBe('notice')
  })

  it('decoy › a date in the name need not be repeated', () => {
    expect(check('2024年9月底前完成布展', textValue('完成')).outcome).toBe('pass')
  })

  it('not applicable › a blank value is another matter', () => {
    expect(check('活动完成时间', textValue('')).outcome).toBe('not-applicable')
  })

  it('decoy › 按年 is a rhythm, and money under 时效指标 is in the wrong place but no wrong time', () => {
    expect(check('完成时间节点', textValue('按年')).outcome).toBe('pass')
    expect(check('机房维护', numberValue('18万元/年', '=', '18', '万元/年')).findings).toEqual([])
  })
})
