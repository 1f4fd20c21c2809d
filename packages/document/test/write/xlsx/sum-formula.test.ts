import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { sumFormula } from '../../../src/write/xlsx/sum-formula.ts'

const part = (row: number, column: number, printed: number | undefined) => ({ position: { row, column }, printed: printed === undefined ? undefined : fen(printed) })

describe('sumFormula', () => {
  it('joins neighbours of a column, and leaves others alone', () => {
    const parts = [part(6, 3, 10_000), part(9, 3, 10_000), part(10, 3, 10_000), part(11, 3, 10_000), part(12, 3, 10_000)]
    expect(sumFormula(fen(50_000), parts, '万元', 2)).toEqual({ formula: 'ROUND(SUM(C6,C9:C12),2)', residue: 0 })
  })

  it('joins neighbours of a row', () => {
    expect(sumFormula(fen(30_000), [part(7, 4, 10_000), part(7, 5, 10_000), part(7, 6, 10_000)], '万元', 2).formula).toBe('ROUND(SUM(D7:F7),2)')
  })

  it('states a total that is printed smaller than its parts add up to', () => {
    expect(sumFormula(fen(10_000), [part(2, 2, 10_000), part(3, 2, 10_000)], '万元', 2)).toEqual({ formula: 'ROUND(SUM(B2:B3)-0.01,2)', residue: -10_000 })
  })

  it('takes a blank part for nothing', () => {
    expect(sumFormula(fen(10_000), [part(2, 2, 10_000), part(3, 2, undefined)], '万元', 2).residue).toBe(0)
  })

  it('rounds to the places that are printed', () => {
    expect(sumFormula(fen(300), [part(2, 2, 100), part(3, 2, 100)], '元', 0).formula).toBe('ROUND(SUM(B2:B3)+1,0)')
  })

  it('splits more parts than a function takes', () => {
    const parts = Array.from({ length: 201 }, (_, index) => part(2 * index + 1, 27, 100))
    expect(sumFormula(fen(20_100), parts, '元', 2).formula).toMatch(/^ROUND\(SUM\(AA1,(?:AA\d+,)+AA399\)\+SUM\(AA401\),2\)$/u)
  })
})
