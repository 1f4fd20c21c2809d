import { describe, expect, it } from 'vitest'
import { unitMissingOrWrong } from '../../src/rules/d05-unit-missing-or-wrong.ts'
import { exampleContext, exampleForm, indicator, numberValue, textValue } from '../builders.ts'

const check = (...indicators: readonly ReturnType<typeof indicator>[]) =>
  unitMissingOrWrong.check(exampleContext({ forms: [exampleForm({ indicators })] }))
const quantity = (name: string, digits: string, unit: string) =>
  indicator({ level2: '数量指标', kind: 'quantity', name, value: numberValue(`≥${digits}${unit}`, '≥', digits, unit) })
const quality = (name: string, digits: string, unit: string) =>
  indicator({ level2: '质量指标', kind: 'quality', name, value: numberValue(`≥${digits}${unit}`, '≥', digits, unit) })
const sound = quantity('购置图书', '300', '册')

describe('unitMissingOrWrong', () => {
  it('holds › the example form has fitting units', () => {
    expect(unitMissingOrWrong.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 4 })
  })

  it('broken › a unit without a number', () => {
    const outcome = check(indicator({ level2: '经济效益指标', kind: 'economic', name: '群众生活质量', value: textValue('提高元') }))
    expect(outcome.findings[0]?.statement.zh).toContain('只有单位没有数值')
    expect(outcome.findings[0]?.severity).toBeUndefined()
  })

  it.each([
    ['参加活动人数', '500', '平方米', 'warning'],
    ['培训次数', '12', '人', 'warning'],
    ['场馆面积', '300', '元', 'warning'],
    ['流动服务量', '50', '人', 'notice'],
    ['门票收入', '50', '人', 'warning'],
  ])('broken › %s in %s%s does not fit', (name, digits, unit, severity) => {
    expect(check(sound, quantity(name, digits, unit)).findings.map((finding) => finding.severity)).toEqual([severity])
  })

  it('broken › a rate above one without %, and a rate in persons', () => {
    expect(check(sound, quality('活动完成率', '95', '')).findings[0]?.severity).toBe('notice')
    expect(check(sound, quality('活动完成率', '95', '人')).findings[0]?.statement.zh).toContain('是比率，单位却写“人”')
  })

  it('decoy › rates that are no shares, shares below one, and names that carry their unit', () => {
    expect(
      check(
        sound,
        quality('推送频率', '4', '次/月'),
        quality('办事效率', '3', '倍'),
        quality('活动完成率', '0.95', ''),
        quantity('参加活动人数', '500', ''),
        quantity('图书（册）', '300', ''),
      ).findings,
    ).toEqual([])
  })

  it('decoy › cost and timeliness are left to their own rules', () => {
    expect(
      check(indicator({ level2: '成本指标', kind: 'cost', name: '补助人数', value: numberValue('8元', '=', '8', '元') })).outcome,
    ).toBe('not-applicable')
  })

  it('undetermined › a form that prints no unit at all may have them in another column', () => {
    expect(check(quantity('购置图书', '300', ''), quality('活动完成率', '95', '')).outcome).toBe('undetermined')
  })

  it('not applicable › a document without forms', () => {
    expect(unitMissingOrWrong.check(exampleContext()).outcome).toBe('not-applicable')
  })

  it('decoy › nothing is nothing in every unit, and a number of units counts units', () => {
    expect(check(sound, quantity('重大安全事故数量', '0', '')).outcome).toBe('pass')
    expect(check(sound, quantity('服务单位数', '350', '')).outcome).toBe('pass')
    expect(check(sound, quantity('重大安全事故数量', '2', '')).findings).toHaveLength(1)
  })
})
