import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/index.ts'
import { bytesOf, contentOf, problemOf, treeOf } from './text-builders.ts'

const formatOf = async (text: string, name: string): Promise<string> => treeOf(await readDocument(bytesOf(text), name)).format

describe('readDocument', () => {
  it('tells the format by the content, whatever the file is called', async () => {
    expect(await formatOf('部门收支总表\n项目\t金额\n合计\t1.00\n', 'a.csv')).toBe('text')
    expect(await formatOf('项目,金额\n合计,1.00\n', 'a.txt')).toBe('csv')
    expect(await formatOf('| 项目 | 金额 |\n|---|---|\n| 合计 | 1.00 |\n', 'a.txt')).toBe('markdown')
  })

  it('reads sentences with commas as text', async () => {
    const text = '2024年预算安排,共计12.50万元。\n其中,人员经费9.00万元,公用经费3.50万元,按规定使用。\n说明如下。\n'
    expect(await formatOf(text, 'a.csv')).toBe('text')
  })

  it('reads a tab-separated document as text, although a line begins with a number sign', async () => {
    expect(await formatOf('# 备注\n项目\t金额\n', 'a.md')).toBe('text')
  })

  it('gives the same tree of one table in all three formats', async () => {
    const expected = [[['项目', '金额'], ['合计', '1.00']]]
    for (const text of ['项目\t金额\n合计\t1.00\n', '项目,金额\n合计,1.00\n', '| 项目 | 金额 |\n|---|---|\n| 合计 | 1.00 |\n']) {
      expect(contentOf(await readDocument(bytesOf(text), 'a'))).toEqual(expected)
    }
  })

  it('names the file in the place of a problem', async () => {
    expect(problemOf(await readDocument(new Uint8Array(0), 'qinghe.txt')).place).toEqual({ document: 'qinghe.txt' })
  })
})
