import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/index.ts'
import { bytesOf, contentOf, treeOf } from './text-builders.ts'

const read = (text: string) => readMarkdown(bytesOf(text), 'qinghe.md')

describe('readMarkdown', () => {
  it('reads a pipe table without its delimiter row, and headings without their marks', () => {
    const text = '## 部门收支总表 ##\n\n| 项目 | 金额 |\n| --- | ---: |\n| 合计 | 1.00 |\n\n一、收入情况\n'
    expect(contentOf(read(text))).toEqual(['部门收支总表', [['项目', '金额'], ['合计', '1.00']], '一、收入情况'])
  })

  it('reads a table whose lines have no outer pipes', () => {
    expect(contentOf(read('项目 | 金额\n--- | ---\n合计 | 1.00\n'))).toEqual([[['项目', '金额'], ['合计', '1.00']]])
  })

  it('keeps empty cells and an escaped pipe', () => {
    expect(contentOf(read('| 甲\\|乙 |  | |\n|---|---|---|\n'))).toEqual([[['甲|乙', '', '']]])
  })

  it('takes a sentence with a pipe outside a table as a paragraph', () => {
    expect(contentOf(read('甲 | 乙 两类项目\n第二段\n'))).toEqual(['甲 | 乙 两类项目', '第二段'])
  })

  it('names the lines of rows as in the file', () => {
    const grid = treeOf(read('| a | b |\n|---|---|\n| 1 | 2 |\n')).blocks[0]
    if (grid?.kind !== 'grid') throw new Error('a grid was expected')
    expect(grid.rows.map((row) => row.place.line)).toEqual([1, 3])
  })
})
