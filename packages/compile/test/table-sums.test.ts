import type { Region } from '@mingzhang/figures'
import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { type AmountCell, tableSums } from '../src/tables/table-sums.ts'

/** A cell named by its figure; exact and printed in fen, the same unless given. */
function cell(figure: string, region: Region, exact: number, row: number, column = 0, printed = exact): AmountCell {
  return { figure, region, exact: fen(exact), printed: fen(printed), isBlank: printed === 0, row, column, side: 'only' }
}

const described = (cells: readonly AmountCell[]) => tableSums(cells).map(({ whole, parts, along, residue }) => [whole.figure, parts.map(({ figure }) => figure), along, residue])

describe('tableSums', () => {
  it('sums 项 into 款 and 款 into 类, each into the nearest above', () => {
    expect(described([
      cell('all', {}, 30, 0), cell('207', { function: '207' }, 10, 1), cell('20701', { function: '207/20701' }, 10, 2),
      cell('208', { function: '208' }, 20, 3),
    ])).toEqual([['all', ['207', '208'], 'column', 0], ['207', ['20701'], 'column', 0]])
  })

  it('passes over a level that is not printed', () => {
    expect(described([cell('207', { function: '207' }, 10, 0), cell('a', { function: '207/20701/2070101' }, 4, 1), cell('b', { function: '207/20702/2070201' }, 6, 2)]))
      .toEqual([['207', ['a', 'b'], 'column', 0]])
  })

  it('tells the residue of printed parts against the printed whole', () => {
    expect(described([cell('all', {}, 30, 0, 0, 30), cell('a', { kind: 'basic' }, 14, 0, 1, 10), cell('b', { kind: 'project' }, 16, 0, 2, 10)]))
      .toEqual([['all', ['a', 'b'], 'row', 10]])
  })

  it('makes no sum of parts that lack one', () => {
    expect(described([cell('all', {}, 30, 0), cell('207', { function: '207' }, 10, 1)])).toEqual([])
  })

  it('makes no sum of cells that differ in two dimensions', () => {
    expect(described([cell('all', {}, 30, 0), cell('a', { function: '207', kind: 'basic' }, 30, 1)])).toEqual([])
  })

  it('takes a blank part as nothing, and makes no sum of a blank whole', () => {
    expect(described([cell('all', {}, 5, 0), cell('a', { fund: 'specialAccount' }, 0, 0, 1), cell('b', { fund: 'unitFunds' }, 5, 0, 2)])).toEqual([['all', ['a', 'b'], 'row', 0]])
    expect(described([cell('all', {}, 0, 0), cell('a', { fund: 'unitFunds' }, 0, 0, 1)])).toEqual([])
  })

  it('takes a negative part with its sign', () => {
    expect(described([cell('all', {}, 7, 0), cell('a', { economic: '301' }, 10, 1), cell('b', { economic: '302' }, -3, 2)])).toEqual([['all', ['a', 'b'], 'column', 0]])
  })
})
