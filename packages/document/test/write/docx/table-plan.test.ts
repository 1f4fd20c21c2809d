import { describe, expect, it } from 'vitest'
import type { PublicationCell, TableBlock } from '../../../src/publication.ts'
import { placeCells } from '../../../src/write/docx/place-cells.ts'
import { densities, heightOf, pagesOf, planTable } from '../../../src/write/docx/table-plan.ts'
import { countLines, unbreakableWidth, widthOf } from '../../../src/write/docx/text-measure.ts'

const start = (text: string, more: Partial<PublicationCell> = {}): PublicationCell => ({ text, align: 'start', ...more })
const amount = (text: string): PublicationCell => ({ text, align: 'end' })

/** A table of a label and `amounts` columns of amounts, `rows` times. */
const statement = (rows: number, amounts: readonly string[], more: Partial<TableBlock> = {}): TableBlock => ({
  kind: 'table', id: 't', style: 'statement', title: '表', orientation: 'portrait', notes: [],
  columns: [{ width: 40 }, ...amounts.map(() => ({ width: 10 }))],
  head: [{ cells: [start('项目', { heads: 'column' }), ...amounts.map(() => start('合计', { heads: 'column' }))] }],
  body: Array.from({ length: rows }, () => ({ cells: [start('科目'), ...amounts.map(amount)] })),
  ...more,
})

describe('widthOf', () => {
  it('counts a Chinese character as one em and a digit as half, with a quarter between them', () => {
    expect(widthOf('基本支出')).toBe(4)
    expect(widthOf('1494.78')).toBe(3.5)
    // 2 em of digits, the gap, 2 characters.
    expect(widthOf('2024年度')).toBe(4.25)
    expect(widthOf('')).toBe(0)
  })
})

describe('unbreakableWidth', () => {
  it('is that of the longest code or amount', () => {
    expect(unbreakableWidth('2080505 机关')).toBe(3.5)
    expect(unbreakableWidth('机关')).toBe(0)
  })

  it('keeps a sign with its number', () => {
    // The sign is one em, eleven characters are 5.5.
    expect(unbreakableWidth('≤13195461.48元')).toBe(6.5)
  })
})

describe('countLines', () => {
  it('breaks Chinese text between any two characters', () => {
    expect(countLines('一二三四', 4)).toBe(1)
    expect(countLines('一二三四五', 4)).toBe(2)
    expect(countLines('一二三四五六七八九', 4)).toBe(3)
  })

  it('keeps an amount whole', () => {
    // 三 + 3.5 em do not fit 4 em.
    expect(countLines('一二三671.45', 4)).toBe(2)
  })

  it('counts the indent in the first line only', () => {
    expect(countLines('一二三四五六', 4, 2)).toBe(2)
    expect(countLines('一二三四五六七', 4, 2)).toBe(3)
  })

  it('lets a full stop hang, and nothing else', () => {
    expect(countLines('一二三四。', 4)).toBe(1)
    expect(countLines('一二三四）', 4)).toBe(2)
  })

  it('counts a blank text and each line break as a line', () => {
    expect(countLines('', 4)).toBe(1)
    expect(countLines('一\n\n二', 4)).toBe(3)
  })
})

describe('placeCells', () => {
  it('leaves room for cells from above and from the left', () => {
    const rows = placeCells([{ cells: [start('甲', { rowSpan: 2 }), start('乙', { columnSpan: 2 })] }, { cells: [start('丙'), start('丁')] }], 3)
    expect(rows.map((row) => row.map(({ cell, merge, column, columnSpan }) => [cell?.text, merge, column, columnSpan]))).toEqual([
      [['甲', 'begins', 0, 1], ['乙', undefined, 1, 2]],
      [[undefined, 'continues', 0, 1], ['丙', undefined, 1, 1], ['丁', undefined, 2, 1]],
    ])
  })

  it('fills a short row, also before a cell from above', () => {
    const rows = placeCells([{ cells: [start('甲'), start('乙'), start('丙', { rowSpan: 2 })] }, { cells: [] }], 3)
    expect(rows[1]?.map(({ merge, column }) => [merge, column])).toEqual([[undefined, 0], [undefined, 1], ['continues', 2]])
  })

  it('cuts a cell that reaches below the last row', () => {
    expect(placeCells([{ cells: [start('甲', { rowSpan: 5 })] }], 1)[0]?.[0]).toMatchObject({ merge: undefined, rowSpan: 1 })
  })
})

describe('planTable', () => {
  it('sets a short table in the widest density', () => {
    expect(planTable(statement(5, ['671.45']), 0).density).toEqual(densities.wide)
  })

  it('sets a table closer until it fits on one page', () => {
    const planned = [10, 35, 46].map((rows) => planTable(statement(rows, ['671.45']), 0))
    expect(planned.map((plan) => pagesOf(plan, statement(10, ['671.45']), 0))).toEqual([1, 1, 1])
    expect(planned[0]?.density.line).toBe(300)
    expect(planned[2]?.density.line).toBeLessThan(300)
  })

  it('leaves no page half used: what is left goes to the rows', () => {
    const table = statement(46, ['671.45'])
    const plan = planTable(table, 0)
    expect(plan.density.padding).toBeGreaterThan(densities.tight.padding)
    expect(heightOf(plan.body)).toBeGreaterThan(46 * (plan.density.line + 10))
  })

  it('runs a long table over as few pages as it can, in text that can be read', () => {
    const table = statement(200, ['671.45'])
    const plan = planTable(table, 0)
    expect(plan.density.fontSize).toBeGreaterThanOrEqual(180)
    expect(pagesOf(plan, table, 0)).toBe(4)
  })

  it('never breaks an amount: its column takes what it needs from the others', () => {
    const table = statement(3, ['1,234,567,890,123.45'])
    const plan = planTable(table, 0)
    // 20 characters of half an em at 五号, and the sides of the cell.
    expect(plan.columnWidths[1]).toBeGreaterThanOrEqual(20 * 105 + 2 * 57)
    expect(plan.columnWidths.reduce((sum, width) => sum + width, 0)).toBe(9072)
  })

  it('takes smaller text when amounts need more room than there is', () => {
    const long = '1,234,567,890,123.45'
    expect(planTable(statement(3, [long, long, long]), 0).density.fontSize).toBe(210)
    expect(planTable(statement(3, [long, long, long, long]), 0).density.fontSize).toBeLessThan(210)
  })

  it('still sets a table that no size fits', () => {
    const plan = planTable(statement(1, Array.from({ length: 40 }, () => '1234567.89')), 0)
    expect(plan.columnWidths).toHaveLength(41)
    expect(plan.columnWidths.reduce((sum, width) => sum + width, 0)).toBe(9072)
  })

  it('gives the rows under a tall cell the height that it needs', () => {
    const tall = start('内容'.repeat(30), { rowSpan: 2 })
    const table = statement(0, [''], { style: 'form', columns: [{ width: 1 }, { width: 9 }], head: [], body: [{ cells: [tall, start('甲')] }, { cells: [start('乙')] }] })
    const plan = planTable(table, 0)
    const width = ((plan.columnWidths[0] ?? 0) - 2 * 57) / plan.density.fontSize
    expect(heightOf(plan.body)).toBeGreaterThanOrEqual(Math.ceil(60 / Math.floor(width)) * plan.density.line)
  })
})
