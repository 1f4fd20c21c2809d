import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absFen, addFen, FEN_PER, fen, isPrintedUnit, negateFen, printedUnits, subtractFen, sumFen, zeroFen } from '../src/index.ts'

const largest = Number.MAX_SAFE_INTEGER

describe('fen', () => {
  it('takes the largest and the smallest exact integer', () => {
    expect([fen(largest), fen(-largest)]).toEqual([9007199254740991, -9007199254740991])
  })

  const inexact = [0.1, 1.5, largest + 1, -largest - 1, Number.NaN, Number.POSITIVE_INFINITY]
  it.each(inexact)('throws for %d, which is no exact number of fen', (amount) => {
    expect(() => fen(amount)).toThrow(RangeError)
  })

  it('knows one zero only', () => {
    expect(Object.is(fen(-0), 0)).toBe(true)
  })
})

describe('arithmetic of fen', () => {
  it('adds and subtracts', () => {
    expect([addFen(fen(250), fen(-100)), subtractFen(fen(250), fen(-100))]).toEqual([150, 350])
  })

  it('changes the sign, and never of zero', () => {
    expect([negateFen(fen(7)), negateFen(fen(-7))]).toEqual([-7, 7])
    expect(Object.is(negateFen(zeroFen), 0)).toBe(true)
  })

  it('takes the size', () => {
    expect([absFen(fen(-7)), absFen(fen(7)), absFen(zeroFen)]).toEqual([7, 7, 0])
  })

  it('sums, with zero for nothing', () => {
    expect(sumFen([])).toBe(0)
    expect(sumFen([fen(1), fen(-3), fen(10)])).toBe(8)
  })

  it('throws where a result leaves the exact range', () => {
    expect(() => addFen(fen(largest), fen(1))).toThrow(RangeError)
    expect(() => subtractFen(fen(-largest), fen(1))).toThrow(RangeError)
  })

  it('throws where a partial sum leaves the exact range, even if the rest brings it back', () => {
    expect(() => sumFen([fen(largest), fen(1), fen(-1)])).toThrow(RangeError)
  })

  it('subtracts what it added', () => {
    const amount = fc.integer({ min: -1e15, max: 1e15 }).map(fen)
    fc.assert(fc.property(amount, amount, (a, b) => subtractFen(addFen(a, b), b) === a))
  })
})

describe('FEN_PER', () => {
  it('holds every printed unit in fen', () => {
    expect(printedUnits.map((unit) => [unit, FEN_PER[unit]])).toEqual([
      ['元', 100], ['千元', 100_000], ['万元', 1_000_000], ['百万元', 100_000_000], ['亿元', 10_000_000_000],
    ])
  })
})

describe('isPrintedUnit', () => {
  it('knows printed units from other words', () => {
    expect(['万元', '元', '万', '美元', 'toString', ''].map(isPrintedUnit)).toEqual([true, true, false, false, false, false])
  })
})
