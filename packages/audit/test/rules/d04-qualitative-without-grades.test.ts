import { describe, expect, it } from 'vitest'
import { qualitativeWithoutGrades } from '../../src/rules/d04-qualitative-without-grades.ts'
import { exampleContext, exampleForm, indicator, textValue } from '../builders.ts'

const social = (raw: string, name = '城乡居民阅读氛围') =>
  indicator({ level2: '社会效益指标', kind: 'social', name, value: textValue(raw) })
const check = (...indicators: readonly ReturnType<typeof indicator>[]) =>
  qualitativeWithoutGrades.check(exampleContext({ forms: [exampleForm({ indicators })] }))

describe('qualitativeWithoutGrades', () => {
  it('holds › numbers pass, and the time and the cost are left to their own rules', () => {
    // 数量、质量、社会、满意度 would be four; satisfaction, time and cost have rules of their own.
    expect(qualitativeWithoutGrades.check(exampleContext({ forms: [exampleForm()] }))).toMatchObject({ outcome: 'pass', checked: 3 })
  })

  it.each(['定性', '有效改善', '明显提升', '提高', '逐步完善'])('broken › %s cannot be assessed', (raw) => {
    const outcome = check(social(raw))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.statement.zh).toContain(`“城乡居民阅读氛围”（${raw}）`)
  })

  it('broken › one finding per form lists all of them', () => {
    const outcome = check(social('有效改善'), social('持续提升', '馆员服务能力'))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.statement.zh).toContain('有2项指标')
    expect(outcome.findings[0]?.places).toHaveLength(2)
  })

  it.each(['优、良、中、差', '提升10%', '二级达标', '验收合格', '足额发放', '不存在挪用情况', '全部公开', 'A级', '优', '定性优'])(
    'decoy › %s can be decided',
    (raw) => {
      expect(check(social(raw))).toMatchObject({ outcome: 'pass', checked: 1 })
    },
  )

  it('not applicable › blank values say nothing', () => {
    expect(check(social('')).outcome).toBe('not-applicable')
  })
})
