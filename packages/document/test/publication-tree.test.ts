import { describe, expect, it } from 'vitest'
import { publicationTree } from '../src/index.ts'
import type { TableBlock } from '../src/index.ts'
import { publicationOf, tableOf, textBlock, words } from './write/small-publication.ts'

const linesOf = (...blocks: Parameters<typeof publicationOf>[0]) =>
  publicationTree(publicationOf(blocks)).blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map((cell) => cell.text))))

describe('publicationTree', () => {
  it('begins with the cover and goes on in reading order', () => {
    expect(linesOf({ kind: 'heading', level: 1, id: 'one', text: '第一部分 概况' }, textBlock('本馆是公益一类事业单位。'))).toEqual([
      '清河县文化馆', '2024年度部门预算公开', '第一部分 概况', '本馆是公益一类事业单位。',
    ])
  })

  it('takes a table as title, subtitle, caption, unit, grid and notes', () => {
    const table: TableBlock = { ...tableOf('t', '支出表', ['项目', '金额'], [[words('合计'), words('1.00')]]), subtitle: '(2024年度)', caption: '部门名称：清河县文化馆', notes: ['注：本表无数据'] }
    expect(linesOf(table).slice(2)).toEqual(['支出表', '(2024年度)', '部门名称：清河县文化馆', '单位：万元', [['项目', '金额'], ['合计', '1.00']], '注：本表无数据'])
  })

  it('leaves blank what a span covers to the right and below, in head and body', () => {
    const table: TableBlock = {
      ...tableOf('t', '支出表', ['甲', '乙', '丙'], []),
      head: [
        { cells: [{ ...words('项目'), rowSpan: 2 }, { ...words('金额'), columnSpan: 2 }] },
        { cells: [words('小计'), words('其中')] },
      ],
      body: [
        { cells: [words('一'), { ...words('二'), rowSpan: 2, columnSpan: 2 }] },
        { cells: [words('三')] },
      ],
    }
    expect(linesOf(table).at(-1)).toEqual([['项目', '金额', ''], ['', '小计', '其中'], ['一', '二', ''], ['三', '', '']])
  })

  it('joins the runs of a text and parts it at line breaks', () => {
    expect(linesOf({ kind: 'text', style: 'item', runs: [{ text: '支出' }, { text: '6.00', figure: 'f' }, { text: '万元。\n收入相同。' }] }).slice(2)).toEqual(['支出6.00万元。', '收入相同。'])
  })

  it('throws for a row with more cells than columns', () => {
    expect(() => linesOf(tableOf('t', '支出表', ['项目'], [[words('合计'), words('1.00')]]))).toThrow('no room for the cell “1.00” in row 1')
  })
})
