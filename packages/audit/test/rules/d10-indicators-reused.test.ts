import { describe, expect, it } from 'vitest'
import { indicatorsReused } from '../../src/rules/d10-indicators-reused.ts'
import { exampleContext, exampleForm, field, indicator, numberValue } from '../builders.ts'

function formsWith(indicatorName: string, ...projects: readonly string[]) {
  return projects.map((project, at) =>
    exampleForm({
      index: at + 1,
      projectName: field(project),
      indicators: [indicator({ level2: '社会效益指标', kind: 'social', name: indicatorName, value: numberValue('≥95%', '≥', '95', '%') })],
    }),
  )
}
const check = (forms: ReturnType<typeof formsWith>) => indicatorsReused.check(exampleContext({ forms }))

describe('indicatorsReused', () => {
  it('holds › two projects may share an indicator', () => {
    expect(check(formsWith('高层次人才引进比例', '送戏下乡补助', '馆藏图书更新')).outcome).toBe('pass')
  })

  it('broken › the third different project makes one grouped notice', () => {
    const outcome = check(formsWith('高层次人才引进比例', '送戏下乡补助', '馆藏图书更新', '文物库房改造'))
    expect(outcome.findings).toHaveLength(1)
    expect(outcome.findings[0]?.statement.zh).toContain('3个项目套用了与项目名称关联不大的相同指标：“高层次人才引进比例”（3个项目）')
    expect(outcome.findings[0]?.places).toHaveLength(3)
    expect(indicatorsReused.meta.severity).toBe('notice')
  })

  it('broken › one word in common does not make an indicator belong to a project', () => {
    expect(check(formsWith('高层次图书人才引进比例', '馆藏图书更新', '古籍图书修复', '乡镇图书配送')).outcome).toBe('fail')
  })

  it('decoy › an indicator that names the subject of the projects belongs to them', () => {
    expect(
      check(formsWith('乡镇书屋图书更新比例', '乡镇书屋图书更新（东片）', '乡镇书屋图书更新（西片）', '乡镇书屋管理员补助')).findings,
    ).toEqual([])
  })

  it('decoy › generic rates and effects are everywhere', () => {
    expect(check(formsWith('促进社会和谐稳定', '送戏下乡补助', '馆藏图书更新', '文物库房改造')).outcome).toBe('not-applicable')
    expect(check(formsWith('设备验收合格率', '送戏下乡补助', '馆藏图书更新', '文物库房改造')).outcome).toBe('not-applicable')
  })

  it('decoy › the same project in three years is one project', () => {
    expect(check(formsWith('高层次人才引进比例', '2022年送戏下乡补助', '2023年送戏下乡补助', '2024年度送戏下乡补助')).outcome).toBe('pass')
  })

  it('not applicable › a document without forms', () => {
    expect(check([]).outcome).toBe('not-applicable')
  })
})
