import { describe, expect, it } from 'vitest'
import { readCsv } from '@mingzhang/document'
import { smallReport } from '../../../packages/audit/test/report/small-report.ts'
import { figuresAsCsv } from '../src/figures-table.ts'
import { disclosure, folderWith, runWith } from './cli-builders.ts'

function csvRows(text: string): readonly (readonly string[])[] {
  const tree = readCsv(new TextEncoder().encode(text), 'f.csv')
  if (!tree.ok) throw new Error(tree.problem.detail)
  return tree.value.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : []))
}

describe('mingzhang figures', () => {
  it('writes every figure with its amount in fen, its region and its place', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const ran = await runWith(['figures', path('qinghe.txt')])
    const [head = [], first = []] = csvRows(ran.stdout)
    const cell = (name: string): string | undefined => first[head.indexOf(name)]
    expect(ran.code).toBe(0)
    expect(cell('value_fen')).toBe('12000000')
    expect(cell('region_fund')).toBe('fiscal/generalPublic')
    expect(cell('table')).toBe('部门支出总表')
    expect(cell('line')).toBe('4')
    expect(csvRows(ran.stdout)).toHaveLength(4)
  })

  it('leaves the amount empty, never zero, where nothing is stated, and says why', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const [head = [], , blank = []] = csvRows((await runWith(['figures', path('qinghe.txt')])).stdout)
    expect(blank[head.indexOf('value_fen')]).toBe('')
    expect(blank[head.indexOf('state')]).toBe('blank')
  })

  it('writes JSON when asked', async () => {
    const path = folderWith({ 'qinghe.txt': disclosure })
    const ran = await runWith(['figures', path('qinghe.txt'), '--format', 'json'])
    expect(JSON.parse(ran.stdout)).toEqual(smallReport().figures)
  })
})

describe('figuresAsCsv', () => {
  const withText = (text: string): string => {
    const [figure] = smallReport().figures
    if (figure === undefined) throw new Error('a figure was expected')
    return figuresAsCsv([{ ...figure, text }])
  }

  it.each([['=1+1'], ['@cmd'], ['+SUM(A1)'], ['-cmd|calc']])('keeps a spreadsheet from running %s', (text) => {
    expect(withText(text)).toContain(`,'${text},`)
  })

  it.each([['-3.50'], ['+1,2'], ['-']])('leaves the printed %s as it is', (text) => {
    expect(withText(text)).not.toContain("'")
  })
})
