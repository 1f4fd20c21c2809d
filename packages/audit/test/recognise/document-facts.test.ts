import { readText } from '@mingzhang/document'
import { describe, expect, test } from 'vitest'
import { readDocumentFacts } from '../../src/recognise/document-facts.ts'

function factsOf(...lines: readonly string[]): Readonly<Record<string, unknown>> {
  const tree = readText(new TextEncoder().encode(lines.join('\n')), 'qinghe.txt')
  if (!tree.ok) throw new Error(tree.problem.detail)
  const { body, year, kind, level } = readDocumentFacts(tree.value)
  return { body: body?.value, year: year?.value, kind: kind?.value, level: level?.value }
}

describe('readDocumentFacts › covers', () => {
  test('a name that is broken over lines is read whole', () => {
    expect(factsOf('2026年度', '清河县市场监管综合监测', '与技术保障中心', '单位预算', '目 录'))
      .toEqual({ body: '清河县市场监管综合监测与技术保障中心', year: 2026, kind: 'budget', level: 'unit' })
  })

  test('the label of a note is no part of the name', () => {
    expect(factsOf('清河市2025年区级部门预算', '预算主管部门：清河市文化局', '目 录')).toEqual({ body: '清河市文化局', year: 2025, kind: 'budget', level: 'department' })
  })

  test('（汇总） is the level, （本级） another body', () => {
    expect(factsOf('清河县文化馆（汇总）2024年部门决算')).toEqual({ body: '清河县文化馆', year: 2024, kind: 'final', level: 'department' })
    expect(factsOf('2024年清河县文化馆（本级）部门预算')).toEqual({ body: '清河县文化馆（本级）', year: 2024, kind: 'budget', level: 'unit' })
  })

  test('a blank form for any department has no body', () => {
    expect(factsOf('清河市2026年区级部门预算', '预算主管部门：清河市XX局', '目 录')['body']).toBeUndefined()
  })

  test('the last step of a path through a web site is the title', () => {
    expect(factsOf('当前位置： 首页 > 清河县文化委员会2018年部门预算情况说明', '一、单位基本情况')['body']).toBe('清河县文化委员会')
  })
})

describe('readDocumentFacts › documents without a cover', () => {
  test('the head of the whole-department targets names the body and the year of tables that carry neither', () => {
    expect(factsOf('预算01表 收支总表', '金额单位：万元', '项目\t预算数', '合计\t1.00', '', '预算13表 部门整体支出绩效目标表', '（2026年度）', '部门名称\t清河县文化馆', ''))
      .toEqual({ body: '清河县文化馆', year: 2026, kind: 'budget', level: 'department' })
  })

  test('部门整体预算绩效目标表 is about performance', () => {
    expect(factsOf('2023年市级部门整体预算绩效目标表', '部门名称\t清河市文化馆', '')).toEqual({ body: '清河市文化馆', year: 2023, kind: 'performance', level: 'department' })
  })

  test('a year that no title states is inferred from how the text speaks', () => {
    const tree = readText(new TextEncoder().encode('项目支出绩效目标表\n部门名称：清河市文化馆\n保障2026年度展览'), 'qinghe-1999.txt')
    expect(tree.ok ? readDocumentFacts(tree.value).year : undefined).toMatchObject({ value: 2026, confidence: 'inferred', place: { line: 3 } })
  })

  test('what nothing says is not made up', () => {
    expect(factsOf('通知', '请各处室查收。')).toEqual({ body: undefined, year: undefined, kind: undefined, level: undefined })
  })
})
