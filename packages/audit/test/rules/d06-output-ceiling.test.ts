import { describe, expect, it } from 'vitest'
import { outputCeiling } from '../../src/rules/d06-output-ceiling.ts'
import { exampleContext, exampleForm, indicator, numberValue } from '../builders.ts'

const quantity = (name: string, raw: string, operator: '≥' | '≤' | '=', digits: string, unit: string) =>
  indicator({ level2: '数量指标', kind: 'quantity', name, value: numberValue(raw, operator, digits, unit) })
const check = (...indicators: readonly ReturnType<typeof indicator>[]) =>
  outputCeiling.check(exampleContext({ forms: [exampleForm({ indicators })] }))

describe('outputCeiling', () => {
  it('holds › ≥ and a plain number pass', () => {
    expect(check(quantity('举办讲座', '≥24场', '≥', '24', '场'), quantity('建设书屋', '3个', '=', '3', '个'))).toMatchObject({
      outcome: 'pass',
      checked: 2,
    })
  })

  it('broken › an output with ≤ is a warning', () => {
    const outcome = check(quantity('培训讲解员人数', '≤80人', '≤', '80', '人'))
    expect(outcome.findings[0]?.severity).toBe('warning')
    expect(outcome.findings[0]?.statement.zh).toContain('“培训讲解员人数”（≤80人）')
  })

  it('broken › one finding per form, however many indicators', () => {
    const outcome = check(quantity('举办讲座', '≤24场', '≤', '24', '场'), quantity('举办展览', '≤6场', '≤', '6', '场'))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.places).toHaveLength(2)
  })

  it('severity › control numbers and assets are only noted, unless a real output is among them', () => {
    const computers = quantity('台式电脑', '≤14台', '≤', '14', '台')
    const posts = quantity('讲解员编制数', '≤20人', '≤', '20', '人')
    expect(check(computers, posts).findings[0]?.severity).toBe('notice')
    expect(check(computers, quantity('举办讲座', '≤24场', '≤', '24', '场')).findings[0]?.severity).toBe('warning')
  })

  it('decoy › unwanted things are better when fewer', () => {
    expect(
      check(
        quantity('安全事故数', '≤1起', '≤', '1', '起'),
        quantity('读者投诉件数', '≤3件', '≤', '3', '件'),
        quantity('闭馆时间', '≤20天', '≤', '20', '天'),
      ).outcome,
    ).toBe('not-applicable')
  })

  it('decoy › ≤ on a cost is as it should be', () => {
    expect(outputCeiling.check(exampleContext({ forms: [exampleForm()] })).outcome).toBe('pass')
  })

  it('not applicable › a form without quantities', () => {
    expect(check().outcome).toBe('not-applicable')
  })

  it('decoy › journeys abroad and staff are control numbers, dead links are unwanted', () => {
    expect(check(quantity('因公出国人数', '≤6人', '≤', '6', '人')).findings[0]?.severity).toBe('notice')
    expect(check(quantity('劳务派遣人员配备数', '≤19名', '≤', '19', '名')).findings[0]?.severity).toBe('notice')
    expect(check(quantity('网站首页死错链数量', '≤2个', '≤', '2', '个')).findings).toEqual([])
  })
})
