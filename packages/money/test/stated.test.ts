import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addIntervals, fen, intersectIntervals, type Interval, intervalOf, negateFen, negateInterval, roundFen, type SoleRoundingMode,
} from '../src/index.ts'

const interval = (low: number, high: number): Interval => ({ low: fen(low), high: fen(high) })
const stated = (value: number, quantum: number) => ({ value: fen(value), quantum: fen(quantum) })

/** Last printed digits from the fen to the 亿元. */
const quantum = fc.constantFrom(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 100_000_000).map(fen)
const mode = fc.constantFrom<SoleRoundingMode>('half-up', 'truncate')
const amount = fc.oneof(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: -30_000, max: 30_000 })).map(fen)
const anyInterval = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 500 }))
  .map(([low, width]) => interval(low, low + width))
const within = (value: number, { low, high }: Interval) => low <= value && value <= high

describe('intervalOf', () => {
  it('stands half a last digit below to just under half above: 35.39 万元', () => {
    expect(intervalOf(stated(35_390_000, 10_000))).toEqual(interval(35_385_000, 35_394_999))
  })

  it('mirrors that for a reduction: half away from zero', () => {
    expect(intervalOf(stated(-35_390_000, 10_000))).toEqual(interval(-35_394_999, -35_385_000))
  })

  it('takes zero for less than half a last digit on either side', () => {
    expect(intervalOf(stated(0, 10_000))).toEqual(interval(-4_999, 4_999))
  })

  it('stands for a whole last digit away from zero where the document truncates', () => {
    expect(intervalOf(stated(35_390_000, 10_000), 'truncate')).toEqual(interval(35_390_000, 35_399_999))
    expect(intervalOf(stated(-35_390_000, 10_000), 'truncate')).toEqual(interval(-35_399_999, -35_390_000))
    expect(intervalOf(stated(0, 10_000), 'truncate')).toEqual(interval(-9_999, 9_999))
  })

  it('stands for less than a whole last digit on either side where the document is balanced, whatever the sign', () => {
    expect(intervalOf(stated(35_390_000, 10_000), 'balanced')).toEqual(interval(35_380_001, 35_399_999))
    expect(intervalOf(stated(-35_390_000, 10_000), 'balanced')).toEqual(interval(-35_399_999, -35_380_001))
    expect(intervalOf(stated(0, 10_000), 'balanced')).toEqual(interval(-9_999, 9_999))
  })

  it('holds, where the document is balanced, both prints next to an amount and the one print of an amount that is one', () => {
    fc.assert(
      fc.property(amount, quantum, (exact, digit) => {
        const floor = exact - (((exact % digit) + digit) % digit)
        const holds = [-1, 0, 1, 2].map((step) => within(exact, intervalOf(stated(floor + step * digit, digit), 'balanced')))
        expect(holds).toEqual(floor === exact ? [false, true, false, false] : [false, true, true, false])
      }),
    )
  })

  it.each(['half-up', 'truncate', 'balanced'] as const)('stands for itself alone when printed down to the fen (%s)', (rounding) => {
    expect(intervalOf(stated(12_345, 1), rounding)).toEqual(interval(12_345, 12_345))
    expect(intervalOf(stated(0, 1), rounding)).toEqual(interval(0, 0))
  })

  it('rounds half up unless told otherwise', () => {
    expect(intervalOf(stated(100, 10))).toEqual(intervalOf(stated(100, 10), 'half-up'))
  })

  it('holds the smallest even digit: 0.1 元 is 5 to 14 fen', () => {
    expect(intervalOf(stated(10, 10))).toEqual(interval(5, 14))
  })
})

describe('roundFen', () => {
  it.each([
    [35_384_999, 35_380_000], [35_385_000, 35_390_000], [35_394_999, 35_390_000], [35_395_000, 35_400_000],
    [-35_384_999, -35_380_000], [-35_385_000, -35_390_000], [4_999, 0], [5_000, 10_000], [-5_000, -10_000], [0, 0],
  ])('rounds %i fen at the hundredth of a 万元 half away from zero: %i', (exact, printed) => {
    expect(roundFen(fen(exact), fen(10_000))).toBe(printed)
  })

  it.each([
    [35_399_999, 35_390_000], [-35_399_999, -35_390_000], [9_999, 0], [10_000, 10_000],
  ])('cuts %i fen towards zero: %i', (exact, printed) => {
    expect(roundFen(fen(exact), fen(10_000), 'truncate')).toBe(printed)
  })

  it('never prints minus zero', () => {
    expect(Object.is(roundFen(fen(-1), fen(10_000)), 0)).toBe(true)
    expect(Object.is(roundFen(fen(-1), fen(10_000), 'truncate'), 0)).toBe(true)
  })

  it('refuses a last digit below the fen', () => {
    expect(() => roundFen(fen(5), fen(0))).toThrow('at least one fen')
    expect(() => roundFen(fen(5), fen(-10))).toThrow('at least one fen')
    expect(roundFen(fen(5), fen(1))).toBe(5)
  })

  it('throws rather than leave the exact range', () => {
    expect(roundFen(fen(Number.MAX_SAFE_INTEGER), fen(10_000))).toBe(9_007_199_254_740_000)
    expect(() => roundFen(fen(Number.MAX_SAFE_INTEGER), fen(1_000_000))).toThrow(RangeError)
  })

  it('prints what its interval holds, and nothing that the neighbouring prints hold', () => {
    fc.assert(
      fc.property(amount, quantum, mode, (exact, digit, rounding) => {
        const printed = roundFen(exact, digit, rounding)
        expect(printed % digit === 0).toBe(true)
        expect(within(exact, intervalOf({ value: printed, quantum: digit }, rounding))).toBe(true)
        for (const neighbour of [printed - digit, printed + digit]) {
          expect(within(exact, intervalOf(stated(neighbour, digit), rounding))).toBe(false)
        }
      }),
    )
  })

  it('prints both ends of an interval as the print that the interval is of, and nothing beyond them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), quantum, mode, (count, digit, rounding) => {
        const value = fen(count * digit)
        const { low, high } = intervalOf({ value, quantum: digit }, rounding)
        expect([low, high].map((end) => roundFen(end, digit, rounding))).toEqual([value, value])
        expect(roundFen(fen(low - 1), digit, rounding)).toBe(value - digit)
        expect(roundFen(fen(high + 1), digit, rounding)).toBe(value + digit)
      }),
    )
  })

  it('treats a reduction as the mirror of an amount', () => {
    fc.assert(
      fc.property(amount, quantum, mode, (exact, digit, rounding) =>
        roundFen(negateFen(exact), digit, rounding) === negateFen(roundFen(exact, digit, rounding))),
    )
  })
})

describe('addIntervals', () => {
  it('adds both ends', () => {
    expect(addIntervals(interval(-5, 4), interval(10, 19))).toEqual(interval(5, 23))
  })

  it('holds every sum of two amounts that the parts hold', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, fc.nat(), fc.nat(), (a, b, m, n) => {
        const [x, y] = [a.low + (m % (a.high - a.low + 1)), b.low + (n % (b.high - b.low + 1))]
        return within(x + y, addIntervals(a, b))
      }),
    )
  })
})

describe('negateInterval', () => {
  it('mirrors the ends and changes their places', () => {
    expect(negateInterval(interval(-5, 14))).toEqual(interval(-14, 5))
  })

  it('knows one zero only', () => {
    expect(Object.is(negateInterval(interval(0, 4)).high, 0)).toBe(true)
  })
})

describe('intersectIntervals', () => {
  it('keeps what both allow', () => {
    expect(intersectIntervals(interval(0, 10), interval(5, 20))).toEqual(interval(5, 10))
    expect(intersectIntervals(interval(5, 20), interval(0, 10))).toEqual(interval(5, 10))
  })

  it('keeps a single amount that both allow', () => {
    expect(intersectIntervals(interval(0, 10), interval(10, 20))).toEqual(interval(10, 10))
  })

  it('is nothing where one ends before the other begins', () => {
    expect(intersectIntervals(interval(0, 9), interval(10, 20))).toBeUndefined()
    expect(intersectIntervals(interval(10, 20), interval(0, 9))).toBeUndefined()
  })

  it('holds an amount exactly when both do', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, fc.integer({ min: -1500, max: 2000 }), (a, b, value) => {
        const both = intersectIntervals(a, b)
        return (both !== undefined && within(value, both)) === (within(value, a) && within(value, b))
      }),
    )
  })
})
