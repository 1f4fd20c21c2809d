import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/index.ts'
import { bytesOf, contentOf, treeOf } from './text-builders.ts'

const read = (text: string) => readCsv(bytesOf(text), 'qinghe.csv')

describe('readCsv', () => {
  it('reads quoted cells with separators, doubled quotes and line breaks', () => {
    expect(contentOf(read('项目,金额\r\n"全民阅读,""一县一品""","1,200.00"\r\n"两\n行",3\r\n'))).toEqual([
      [['项目', '金额'], ['全民阅读,"一县一品"', '1,200.00'], ['两\n行', '3']],
    ])
  })

  it('uses semicolons where the file does', () => {
    expect(contentOf(read('项目;金额\n合计;1,00\n'))).toEqual([[['项目', '金额'], ['合计', '1,00']]])
  })

  it('keeps empty cells at the end of a record', () => {
    expect(contentOf(read('a,b,\nc,,'))).toEqual([[['a', 'b', ''], ['c', '', '']]])
  })

  it('takes title lines above a table as paragraphs, although an export pads them with separators', () => {
    expect(contentOf(read('部门收支总表,,\n,,单位：万元\n项目,预算,结转\n合计,1,2\n'))).toEqual([
      '部门收支总表', '单位：万元', [['项目', '预算', '结转'], ['合计', '1', '2']],
    ])
  })

  it('keeps a row with blank amounts inside a table as a row', () => {
    expect(contentOf(read('项目,金额\n二、外交支出,\n三、国防支出,1\n'))).toEqual([[['项目', '金额'], ['二、外交支出', ''], ['三、国防支出', '1']]])
  })

  it('ends a grid at a record with nothing in it', () => {
    expect(contentOf(read('a,1\n,\nb,2\n'))).toEqual([[['a', '1']], [['b', '2']]])
  })

  it('names the line on which a record begins, line breaks in cells counted', () => {
    const grid = treeOf(read('"两\n行",1\nb,2\n')).blocks[0]
    if (grid?.kind !== 'grid') throw new Error('a grid was expected')
    expect(grid.rows.map((row) => row.place.line)).toEqual([1, 3])
  })

  it('reads a cell whose closing quote is missing to the end of the file', () => {
    expect(contentOf(read('a,1\n"b,2\n'))).toEqual([[['a', '1']], '"b,2'.slice(1)])
  })

  it('reads back the cells of any table written with quotes', () => {
    const cell = fc.string({ unit: fc.constantFrom('合', '1', ',', '"', '\n', ';'), maxLength: 6 }).map((text) => text.trim())
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => ['行', '甲', ...cells])
    const write = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        expect(contentOf(read(rows.map((cells) => cells.map(write).join(',')).join('\r\n')))).toEqual([rows])
      }),
    )
  })
})
