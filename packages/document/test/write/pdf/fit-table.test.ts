import { describe, expect, it } from 'vitest'
import { placeCells } from '../../../src/publication-grid.ts'
import type { PublicationCell } from '../../../src/publication.ts'
import { fitColumns, leastWidths } from '../../../src/write/pdf/fit-columns.ts'
import { countPages, fitTable, type TableToFit } from '../../../src/write/pdf/fit-table.ts'
import type { TextMeasure } from '../../../src/write/pdf/text-measure.ts'

/** Every character is one em wide and breaks anywhere. */
const measure: TextMeasure = {
  widthOf: (text) => text.length,
  linesOf: (text, width) => Math.max(1, Math.ceil(text.length / Math.floor(width))),
}
const word = (text: string): PublicationCell => ({ text, align: 'start' })
const number = (text: string): PublicationCell => ({ text, align: 'end' })
const cellsOf = (rows: readonly (readonly PublicationCell[])[], columns: number) => placeCells(rows.map((cells) => ({ cells })), columns)

function table(rows: readonly (readonly PublicationCell[])[], height: number, width = 300): TableToFit {
  const columns = rows[0]?.length ?? 0
  return { weights: Array.from({ length: columns }, () => 1), head: [], headRows: 0, body: cellsOf(rows, columns), bodyRows: rows.length, width, height, above: 0, below: 0 }
}

describe('leastWidths', () => {
  it('gives an amount its whole width and words four characters, or fewer where they are shorter', () => {
    expect(leastWidths(cellsOf([[word('一般公共预算'), word('合计'), number('1234.56')]], 3), 3, measure).em).toEqual([4, 2, 7])
  })

  it('keeps a code in one piece, with its indent', () => {
    expect(leastWidths(cellsOf([[{ ...word('2080505'), indent: 2 }]], 1), 1, measure).em).toEqual([9])
  })

  it('shares what a spanning amount needs beyond its columns', () => {
    // Ten em over two columns of one em each: four more for each.
    expect(leastWidths(cellsOf([[{ ...number('1234567.89'), columnSpan: 2 }]], 2), 2, measure).em).toEqual([5, 5])
  })
})

describe('fitColumns', () => {
  const least = { em: [2, 2, 6], points: [0, 0, 0] }

  it('keeps the proportions where there is room', () => {
    expect(fitColumns([1, 2, 3], least, 10, 600)).toEqual([100, 200, 300])
  })

  it('widens a column for what must not break, at the cost of the others', () => {
    // 100 points, of which the third needs 60; the rest is shared 1 : 1.
    expect(fitColumns([1, 1, 1], least, 10, 100)).toEqual([20, 20, 60])
    expect(fitColumns([1, 1, 1], least, 10, 120)).toEqual([30, 30, 60])
  })

  it('has no widths where there is not enough room', () => {
    expect(fitColumns([1, 1, 1], least, 10, 99)).toBeUndefined()
  })
})

describe('fitTable', () => {
  const rows = (count: number) => Array.from({ length: count }, () => [word('项目'), number('1.00')])

  it('sets a short table in the largest type with most room', () => {
    expect(fitTable(table(rows(3), 700), measure)).toMatchObject({ size: 10.5, room: 5 })
  })

  it('sets a table tighter when that keeps it on one page', () => {
    // 40 rows: 20.5 points each are 820, 17.5 are 700, 15.6 are 624.
    expect(fitTable(table(rows(40), 640), measure)).toMatchObject({ size: 10, room: 2.8 })
  })

  it('sets a table over several pages no smaller than saves a page', () => {
    // 100 rows of 17.5 points on pages of 640: three pages, as with 15.6; 14 points and more save none, 13.2 none either.
    expect(fitTable(table(rows(100), 640), measure)).toMatchObject({ size: 10.5, room: 3.5 })
  })

  it('takes smaller type for numbers that have no room in any other', () => {
    // 45 em and 2 × 7.5 points in 330 points: 7 points of type are the largest that fit.
    expect(fitTable(table([[number('1'.repeat(20)), number('1'.repeat(25))]], 700, 330), measure).size).toBe(7)
  })

  it('fills the width', () => {
    const { widths } = fitTable(table([[number('1'.repeat(100)), word('项目')]], 700, 300), measure)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(300)
  })
})

describe('countPages', () => {
  const setting = { size: 10, room: 5, widths: [100] }
  const column = (count: number, height: number, parts: Partial<TableToFit> = {}) =>
    countPages({ ...table(Array.from({ length: count }, () => [word('项目')]), height, 100), ...parts }, setting, measure)

  it('fills pages with whole rows, less the type size that is held back', () => {
    // Rows of 20 points: five on 110 − 10.
    expect([column(5, 110), column(6, 110), column(11, 110)]).toEqual([1, 2, 3])
  })

  it('counts what stands above on the first page and below on the last', () => {
    expect([column(5, 110, { above: 1 }), column(4, 110, { above: 20 }), column(5, 110, { below: 1 })]).toEqual([2, 1, 2])
  })

  it('repeats the head on every page', () => {
    const head = { head: cellsOf([[word('项目')]], 1), headRows: 1 }
    // Four rows below the head on each page.
    expect([column(4, 110, head), column(8, 110, head), column(9, 110, head)]).toEqual([1, 2, 3])
  })

  it('gives the last row of a span what its cell needs beyond the rows', () => {
    // 93 points of width are nine characters a line: 27 characters are three lines of 13 points and 7 more, 46 in all; two rows have 40.
    const cells = placeCells([{ cells: [{ ...word('字'.repeat(27)), rowSpan: 2 }, word('一')] }, { cells: [word('二')] }], 2)
    const spanned = { ...table([], 56, 200), body: cells, bodyRows: 2 }
    expect(countPages(spanned, { ...setting, widths: [100, 100] }, measure)).toBe(1)
    expect(countPages({ ...spanned, height: 55 }, { ...setting, widths: [100, 100] }, measure)).toBe(2)
  })
})
