import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Equation } from '../src/balance/equations.ts'
import { packIncidence } from '../src/balance/incidence.ts'
import { mendDigits } from '../src/balance/mend-digits.ts'

/** Columns that may be 0 or 1, with their relaxed optimum and what one digit more costs. */
function mend(rows: readonly Equation[], columns: readonly (readonly [value: number, reducedCost: number])[]): readonly number[] | undefined {
  const incidence = packIncidence(rows, columns.map((_, column) => column))
  const bounds = { low: new Int32Array(columns.length), high: new Int32Array(columns.length).fill(1) }
  const relaxed = { values: Float64Array.from(columns, ([value]) => value), reducedCosts: Float64Array.from(columns, ([, cost]) => cost) }
  const digits = mendDigits(incidence, bounds, relaxed)
  return digits === undefined ? undefined : [...digits]
}

const equation = (constant: number, ...terms: readonly (readonly [number, number])[]): Equation => ({ constant, terms: new Map(terms) })
const sumOf = (constant: number, ...columns: readonly number[]): Equation => equation(constant, ...columns.map((column) => [column, 1] as const))

describe('packIncidence', () => {
  it('gives the same coefficients by row and by column, without what is no column', () => {
    const packed = packIncidence([equation(3, [10, 1], [11, -1], [99, 7]), equation(-1, [11, 2])], [10, 11])
    expect([...packed.constants]).toEqual([3, -1])
    expect([...packed.rowStarts]).toEqual([0, 2, 3])
    expect([...packed.columnOf]).toEqual([0, 1, 1])
    expect([...packed.rowCoefficients]).toEqual([1, -1, 2])
    expect([...packed.columnStarts]).toEqual([0, 1, 3])
    expect([...packed.rowOf]).toEqual([0, 0, 1])
    expect([...packed.columnCoefficients]).toEqual([1, -1, 2])
  })
})

describe('mendDigits', () => {
  it('leaves whole digits that hold as they are', () => {
    expect(mend([sumOf(1, 0, 1)], [[0, 0.4], [1, -0.2]])).toEqual([0, 1])
  })

  it('mends with the column that costs least', () => {
    // All round to 0, and one has to be raised.
    expect(mend([sumOf(1, 0, 1, 2)], [[0.4, 0.3], [0.2, 0.1], [0.4, 0.2]])).toEqual([0, 1, 0])
  })

  it('carries a miss from equation to equation until something absorbs it', () => {
    // 0.5 rounds to 1, so that a + b = 2. Lowering b asks for raising c, and that for lowering d, which stands alone.
    // Lowering a instead would cost 5.
    const rows = [sumOf(1, 0, 1), sumOf(1, 1, 2), sumOf(1, 2, 3)]
    expect(mend(rows, [[1, -5], [0.5, 0], [0, 0], [1, 0]])).toEqual([1, 0, 1, 0])
  })

  it('solves an odd circle by the one column outside it', () => {
    // a + b = 1 and b + c = 1 make a = c; then 2a + s = 1 leaves only a = 0 and s = 1.
    expect(mend([sumOf(1, 0, 1), sumOf(1, 1, 2), sumOf(1, 0, 2, 3)], [[0.5, 0], [0.5, 0], [0.5, 0], [0, 0.3]])).toEqual([0, 1, 0, 1])
  })

  it('gives up where no whole digits hold', () => {
    expect(mend([sumOf(1, 0, 1), sumOf(1, 1, 2), sumOf(1, 0, 2)], [[0.5, 0], [0.5, 0], [0.5, 0]])).toBeUndefined()
  })

  it('leaves a column alone that changes an equation by more than one digit', () => {
    expect(mend([equation(1, [0, 2], [1, 1])], [[0.5, 0], [0, 0]])).toBeUndefined()
    expect(mend([equation(1, [0, 2], [1, 1])], [[0.4, 0], [0, 0]])).toEqual([0, 1])
  })

  it('fills every table of noughts and ones to its margins', () => {
    const size = fc.integer({ min: 1, max: 7 })
    const table = fc.tuple(size, size).chain(([height, width]) => fc.tuple(fc.constant(width), fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 4 })), { minLength: height * width, maxLength: height * width })))
    fc.assert(fc.property(table, ([width, cells]) => {
      const height = cells.length / width
      const at = (row: number, column: number): number => row * width + column
      const places = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place)
      const lines = [...places(height).map((row) => places(width).map((column) => at(row, column))), ...places(width).map((column) => places(height).map((row) => at(row, column)))]
      const rows = lines.map((line) => sumOf(line.reduce((sum, cell) => sum + (cells[cell]?.[0] ?? 0), 0), ...line))
      const digits = mend(rows, cells.map(([, lean]) => [lean / 4, 0]))
      expect(digits).toBeDefined()
      for (const { terms, constant } of rows) expect([...terms.keys()].reduce((sum, cell) => sum + (digits?.[cell] ?? 0), 0)).toBe(constant)
      expect(digits?.every((digit) => digit === 0 || digit === 1)).toBe(true)
    }), { numRuns: 200, seed: 20_240_223 })
  })
})
