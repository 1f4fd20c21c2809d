import { describe, expect, it } from 'vitest'
import { placeCells } from '../../../src/publication-grid.ts'
import { columnWidths, linesOf, rowHeights } from '../../../src/write/xlsx/sheet-shape.ts'
import { tableOf, words } from '../small-publication.ts'

const amountOf = (text: string) => ({ text, align: 'end' as const })

describe('columnWidths', () => {
  it('shares the page in the table’s proportions', () => {
    const table = tableOf('t', '支出表', ['项目', '金额'], [[words('合计'), amountOf('1.00')]])
    expect(columnWidths(table, placeCells(table.body, 2))).toEqual([46, 46])
  })

  it('is wide enough for an amount with the commas that the print is without', () => {
    const table = { ...tableOf('t', '支出表', ['项目', '金额'], [[words('合计'), amountOf('1234567.89')]]), columns: [{ width: 99 }, { width: 1 }] }
    // Ten signs and two commas of 1.05, and 1.5 for the borders.
    expect(columnWidths(table, placeCells(table.body, 2))[1]).toBe(14.1)
  })
})

describe('rowHeights', () => {
  it('has a line of 15 points for every line of wrapped words', () => {
    // Ten characters of 2.1 in a width of 10.5: two lines.
    const cells = placeCells([{ cells: [words('国家电影事业发展专项')] }, { cells: [words('合计')] }], 1)
    expect(rowHeights(cells, 2, [10.5])).toEqual([33, 18])
  })

  it('gives the last of several rows what their common cell needs beyond them', () => {
    const cells = placeCells([{ cells: [{ ...words('国家电影事业发展专项资金安排'), rowSpan: 2 }, words('一')] }, { cells: [words('二')] }], 2)
    // Fourteen characters, four in a line: four lines, 63 points, of which the first row has 18.
    expect(rowHeights(cells, 2, [9, 9])).toEqual([18, 45])
  })
})

describe('linesOf', () => {
  it('counts line breaks, and one line for nothing', () => {
    expect([linesOf('甲\n乙', 20), linesOf('', 20)]).toEqual([2, 1])
  })
})
