import { describe, expect, it } from 'vitest'
import { placeCells } from '../src/publication-grid.ts'
import { words } from './write/small-publication.ts'

describe('placeCells', () => {
  it('puts cells into the first places that no span covers', () => {
    const rows = [
      { cells: [{ ...words('甲'), rowSpan: 2 }, { ...words('乙'), columnSpan: 2 }] },
      { cells: [words('丙'), words('丁')] },
      { cells: [words('戊'), words('己'), words('庚')] },
    ]
    expect(placeCells(rows, 3).map(({ cell, row, column }) => [cell.text, row, column])).toEqual([
      ['甲', 0, 0], ['乙', 0, 1], ['丙', 1, 1], ['丁', 1, 2], ['戊', 2, 0], ['己', 2, 1], ['庚', 2, 2],
    ])
  })

  it('throws for a span that leaves the rows', () => {
    expect(() => placeCells([{ cells: [{ ...words('甲'), rowSpan: 2 }] }], 1)).toThrow(RangeError)
  })

  it('throws for a span that leaves the columns', () => {
    expect(() => placeCells([{ cells: [{ ...words('甲'), columnSpan: 3 }] }], 2)).toThrow(RangeError)
  })
})
