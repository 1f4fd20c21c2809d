import { describe, expect, test } from 'vitest'
import { readNarrative, valuesOf } from './example-narrative.ts'

function headings(lines: readonly string[], consumed: readonly number[] = []) {
  return readNarrative(lines, { consumed }).sections.map((section) => [section.kind, section.heading, section.paragraphs.length])
}

describe('recogniseNarrative sections', () => {
  test('headings open sections whose kind follows from their words', () => {
    expect(headings([
      '第三部分 2024年度部门预算情况说明', '一、部门预算收支变动情况及原因', '2024年度预算收入总计100.00万元。', '二、收入预算情况说明', '无。', '三、其他',
    ])).toEqual([
      [undefined, '第三部分 2024年度部门预算情况说明', 0],
      ['budgetChange', '一、部门预算收支变动情况及原因', 1],
      ['revenueBudget', '二、收入预算情况说明', 1],
      [undefined, '三、其他', 0],
    ])
  })

  test('the table of contents opens none, with page numbers or without, as lines or as cells', () => {
    const body = ['第一部分 概况', '一、本部门职责', '管理文化活动。', '二、收入预算情况说明', '无。']
    const expected = [[undefined, '第一部分 概况', 0], ['duties', '一、本部门职责', 1], ['revenueBudget', '二、收入预算情况说明', 1]]
    expect(headings(['目 录', '第一部分 概况\t1', '一、本部门职责.....\t1', '二、收入预算情况说明…………12', ...body])).toEqual(expected)
    expect(headings(['目录', '第一部分 概况', '一、本部门职责', '二、收入预算情况说明', ...body])).toEqual(expected)
  })

  test('a sub-heading belongs to its section unless it has a kind of its own, and its sibling comes back', () => {
    expect(headings([
      '五、一般公共预算支出情况说明', '（一）规模变化情况', '无。', '十二、其他说明', '（一）政府购买服务指导性目录', '文艺演出服务', '（二）其他', '无',
    ])).toEqual([
      ['generalPublicExpenditure', '五、一般公共预算支出情况说明', 2],
      [undefined, '十二、其他说明', 2],
      ['serviceCatalogue', '（一）政府购买服务指导性目录', 1],
    ])
  })

  test('entries of the glossary open no section though they repeat its words', () => {
    expect(headings(['第四部分 名词解释', '一、基本支出：指保障机构运转的支出。', '二、机关运行经费', '指公用经费支出。'])).toEqual([
      ['glossary', '第四部分 名词解释', 3],
    ])
  })

  test('a numbered sentence with an amount is no heading', () => {
    expect(headings(['三、支出预算情况说明', '1、基本支出60.00万元', '（2）项目支出40.00万元'])).toEqual([['expenditureBudget', '三、支出预算情况说明', 2]])
  })

  test('what stands before the first heading is a section without a heading', () => {
    expect(headings(['清河县文化馆', '2024年度部门预算公开'])).toEqual([[undefined, '', 2]])
  })

  test('blocks that tables and forms claimed are no prose', () => {
    const lines = ['三、支出预算情况说明', '基本支出60.00万元', '项目支出40.00万元']
    expect(headings(lines, [1])).toEqual([['expenditureBudget', '三、支出预算情况说明', 1]])
    expect(valuesOf(readNarrative(lines, { consumed: [1] })).map((mention) => mention.text)).toEqual(['40.00万元'])
  })

  test('a mention has its place: line, block, section and characters', () => {
    const [mention] = valuesOf(readNarrative(['三、支出预算情况说明', '其中，基本支出 60.00 万元。']))
    expect(mention).toMatchObject({
      id: 'n1.1', section: 0, text: '60.00 万元', label: '基本支出', clause: '其中，基本支出 60.00 万元',
      place: { document: 'example.txt', line: 2, block: 1, section: '三、支出预算情况说明', start: 8, end: 16 },
    })
  })
})
