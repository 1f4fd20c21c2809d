import fc from 'fast-check'
import { addIntervals, fen, type PrintedUnit } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { type Figure, type Identity, judge, type Premise, printedInterval, statedValue } from '../src/index.ts'
import { sentenceFigure, withPrint } from './builders.ts'

const print = (id: string, text: string, unit: PrintedUnit = '万元'): Figure => withPrint(sentenceFigure(id, {}, '0.00'), text, unit)

function identityOf(kind: Identity['kind'], whole: Figure, parts: readonly Figure[], premises: readonly Premise[] = []): Identity {
  return { id: 'i', kind, whole, parts, dimension: kind === 'partition' ? 'function' : undefined, premises }
}

const sum = (whole: string, ...parts: readonly string[]): Identity => identityOf('partition', print('w', whole), parts.map((text, index) => print(`p${index}`, text)))
const same = (a: string, b: string): Identity => identityOf('equality', print('a', a), [print('b', b)])
const atMost = (whole: string, part: string): Identity => identityOf('containment', print('w', whole), [print('p', part)])

describe('judge a sum', () => {
  it('is exact when the printed parts sum to the printed whole', () => {
    const verdict = judge(sum('10.00', '6.00', '4.00'))
    expect([verdict.outcome, verdict.found, verdict.expected, verdict.difference]).toEqual(['exact', 10_000_000, 10_000_000, 0])
  })

  it('states the difference as the whole minus its parts, with its sign', () => {
    expect(judge(sum('35.39', '20.00', '15.40')).difference).toBe(-10_000)
    expect(judge(sum('35.41', '20.00', '15.40')).difference).toBe(10_000)
  })

  it('allows below (n + 1)/2 last digits: with two parts 0.01 is rounding and 0.02 is not', () => {
    expect(judge(sum('10.01', '6.00', '4.00'))).toMatchObject({ outcome: 'withinRounding', bound: 15_000 })
    expect(judge(sum('9.99', '6.00', '4.00'))).toMatchObject({ outcome: 'withinRounding', bound: 15_000 })
    expect(judge(sum('10.02', '6.00', '4.00')).outcome).toBe('conflict')
    expect(judge(sum('9.98', '6.00', '4.00')).outcome).toBe('conflict')
  })

  it('excludes the bound itself: with three parts the bound is 0.02, and 0.02 is a conflict either way', () => {
    expect(judge(sum('10.01', '6.00', '3.00', '1.00')).outcome).toBe('withinRounding')
    expect(judge(sum('10.02', '6.00', '3.00', '1.00'))).toMatchObject({ outcome: 'conflict', bound: 20_000 })
    expect(judge(sum('9.98', '6.00', '3.00', '1.00'))).toMatchObject({ outcome: 'conflict', bound: 20_000 })
  })

  it('gives a whole with one part no slack', () => {
    expect(judge(sum('10.00', '10.00')).outcome).toBe('exact')
    expect(judge(sum('10.00', '10.01')).outcome).toBe('conflict')
    expect(judge(sum('10.01', '10.00')).outcome).toBe('conflict')
  })

  it('turns from rounding to conflict exactly at (n + 1)/2 last digits for any number of parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: -20, max: 20 }), (digits, miss) => {
        const whole = digits.reduce((a, b) => a + b, 0) + miss
        fc.pre(whole > 0)
        const text = (hundredths: number): string => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
        const expected = miss === 0 ? 'exact' : 2 * Math.abs(miss) < digits.length + 1 ? 'withinRounding' : 'conflict'
        expect(judge(sum(text(whole), ...digits.map(text))).outcome).toBe(expected)
      }),
    )
  })

  it('adds half the last digit of each print on its own: 元 parts and a 千元 part give a 万元 whole half a 百元 and half an 元', () => {
    const parts = [print('p1', '61234.56', '元'), print('p2', '38.71', '千元')]
    // 61,234.56 + 38,705 … 38,714.99 元 is 99,939.56 … 99,949.55 元.
    expect(judge(identityOf('partition', print('w', '9.99'), parts))).toMatchObject({ outcome: 'withinRounding', bound: 5_500 })
    expect(judge(identityOf('partition', print('w', '10.00'), parts)).outcome).toBe('conflict')
  })

  it('is exact when the parts are printed to the fen and the whole is the print of their sum', () => {
    // 612,345.60 + 387,154.40 = 999,500.00 元; 612,345.60 + 387,104.39 = 999,449.99 元.
    const whole = print('w', '99.95')
    expect(judge(identityOf('partition', whole, [print('p1', '612,345.60', '元'), print('p2', '387,154.40', '元')])).outcome).toBe('exact')
    expect(judge(identityOf('partition', whole, [print('p1', '612,345.60', '元'), print('p2', '387,104.40', '元')])).outcome).toBe('exact')
    expect(judge(identityOf('partition', whole, [print('p1', '612,345.60', '元'), print('p2', '387,104.39', '元')])).outcome).toBe('conflict')
    expect(judge(identityOf('partition', whole, [print('p1', '612,345.60', '元'), print('p2', '387,204.40', '元')])).outcome).toBe('conflict')
  })

  it('is exact when one part alone is shortened and prints what the others leave for it', () => {
    const parts = [print('p1', '61.23'), print('p2', '387,154.40', '元')]
    // 1,000,000.00 − 387,154.40 = 612,845.60 元 prints 61.28; 999,480.00 − 387,154.40 = 612,325.60 元 prints 61.23.
    expect(judge(identityOf('partition', print('w', '1,000,000.00', '元'), parts)).outcome).toBe('conflict')
    expect(judge(identityOf('partition', print('w', '999,480.00', '元'), parts)).outcome).toBe('exact')
    expect(judge(identityOf('partition', print('w', '99.95'), parts)).outcome).toBe('withinRounding')
  })

  it('takes either print next to the exact sum where the document is balanced, and no other', () => {
    const parts = [print('p1', '612,345.60', '元'), print('p2', '387,124.40', '元')]
    // 999,470.00 元 lies between 99.94 and 99.95 万元.
    const outcomes = ['99.93', '99.94', '99.95', '99.96'].map((whole) => judge(identityOf('partition', print('w', whole), parts), 'balanced').outcome)
    expect(outcomes).toEqual(['conflict', 'exact', 'exact', 'conflict'])
  })

  it('gives each balanced print just below a whole last digit: with two parts 0.02 is rounding and 0.03 is not', () => {
    expect(judge(sum('10.02', '6.00', '4.00'), 'balanced')).toMatchObject({ outcome: 'withinRounding', bound: 30_000 })
    expect(judge(sum('10.03', '6.00', '4.00'), 'balanced').outcome).toBe('conflict')
  })

  it('gives prints down to the fen no slack at all', () => {
    const parts = [print('p1', '6.01', '元'), print('p2', '4.00', '元')]
    expect(judge(identityOf('partition', print('w', '10.01', '元'), parts))).toMatchObject({ outcome: 'exact', bound: 0 })
    expect(judge(identityOf('partition', print('w', '10.02', '元'), parts)).outcome).toBe('conflict')
  })

  it('sums negative parts with their sign, within the same bound', () => {
    expect(judge(sum('2.00', '5.00', '-3.00')).outcome).toBe('exact')
    expect(judge(sum('-8.00', '-5.00', '-3.00')).outcome).toBe('exact')
    expect(judge(sum('-8.01', '-5.00', '-3.00'))).toMatchObject({ outcome: 'withinRounding', difference: -10_000 })
    expect(judge(sum('-8.02', '-5.00', '-3.00')).outcome).toBe('conflict')
    expect(judge(sum('8.00', '5.00', '-3.00')).outcome).toBe('conflict')
  })

  it('knows that truncation only loses: parts can fall short of the whole by almost n digits and never exceed it', () => {
    expect(judge(sum('10.01', '6.00', '4.00'), 'truncate').outcome).toBe('withinRounding')
    expect(judge(sum('9.99', '6.00', '4.00'), 'truncate').outcome).toBe('conflict')
    expect(judge(sum('10.02', '6.00', '4.00'), 'truncate').outcome).toBe('conflict')
    expect(judge(sum('10.02', '6.00', '3.00', '1.00'), 'truncate').outcome).toBe('withinRounding')
    expect(judge(sum('10.02', '6.00', '3.00', '1.00'), 'half-up').outcome).toBe('conflict')
  })

  it('cannot be judged when the whole or a part is unreadable, whatever the others print', () => {
    expect(judge(sum('?', '6.00', '4.00')).outcome).toBe('undetermined')
    expect(judge(sum('10.00', '6.00', '?'))).toMatchObject({ outcome: 'undetermined', difference: 0 })
    expect(judge(sum('10.00', '10.00', '?')).outcome).toBe('undetermined')
  })

  it('cannot be judged when the total was left out above printed parts', () => {
    expect(judge(sum('', '6.00', '4.00')).outcome).toBe('undetermined')
    expect(judge(sum('-', '6.00', '4.00')).outcome).toBe('undetermined')
  })

  it('holds when neither the total nor any part holds money', () => {
    expect(judge(sum('', '', '0.00')).outcome).toBe('exact')
  })

  it('takes a blank part for exactly nothing, which adds no slack either', () => {
    expect(judge(sum('10.00', '10.00', '', '-'))).toMatchObject({ outcome: 'exact', bound: 10_000 })
    expect(judge(sum('10.01', '10.00', '', '-')).outcome).toBe('conflict')
    expect(judge(sum('10.00', '', '')).outcome).toBe('conflict')
  })

  it('gives a printed 0.00 its half digit, unlike a blank', () => {
    expect(judge(sum('10.01', '10.00', '0.00'))).toMatchObject({ outcome: 'withinRounding', bound: 15_000 })
  })

  it('widens by what its premises leave open, and not by a fen more', () => {
    const premise = (high: number): Premise => ({ figures: [], high: fen(high) })
    const parts = [print('p', '10.00')]
    // 10.00 ends 1 fen below 10.005, where 10.01 begins.
    expect(judge(identityOf('partition', print('w', '10.01'), parts, [premise(0)])).outcome).toBe('conflict')
    expect(judge(identityOf('partition', print('w', '10.01'), parts, [premise(1)]))).toMatchObject({ outcome: 'withinRounding', bound: 10_001 })
    expect(judge(identityOf('partition', print('w', '10.02'), parts, [premise(4_999), premise(5_001)])).outcome).toBe('conflict')
    expect(judge(identityOf('partition', print('w', '10.02'), parts, [premise(5_000), premise(5_001)])).outcome).toBe('withinRounding')
    expect(judge(identityOf('partition', print('w', '9.99'), parts, [premise(1)])).outcome).toBe('withinRounding')
  })
})

describe('judge two prints of one amount', () => {
  it('allows no difference between prints of one precision', () => {
    expect(judge(same('10.00', '10.00')).outcome).toBe('exact')
    expect(judge(same('10.00', '10.01'))).toMatchObject({ outcome: 'conflict', difference: -10_000 })
  })

  it('is exact when an amount in 元 prints as the amount in 万元, from either side', () => {
    const fine = print('b', '2,496,371.60', '元')
    expect(judge(identityOf('equality', print('a', '249.64'), [fine])).outcome).toBe('exact')
    expect(judge(identityOf('equality', fine, [print('a', '249.64')])).outcome).toBe('exact')
    expect(judge(identityOf('equality', print('a', '249.63'), [fine])).outcome).toBe('conflict')
  })

  it('rounds a half away from zero when it compares precisions', () => {
    expect(judge(identityOf('equality', print('a', '0.02'), [print('b', '150.00', '元')])).outcome).toBe('exact')
    expect(judge(identityOf('equality', print('a', '0.01'), [print('b', '150.00', '元')])).outcome).toBe('conflict')
    expect(judge(identityOf('equality', print('a', '-0.02'), [print('b', '-150.00', '元')])).outcome).toBe('exact')
  })

  it('cuts instead of rounding in a document that truncates', () => {
    const fine = print('b', '2,496,371.60', '元')
    expect(judge(identityOf('equality', print('a', '249.63'), [fine]), 'truncate').outcome).toBe('exact')
    expect(judge(identityOf('equality', print('a', '249.64'), [fine]), 'truncate').outcome).toBe('conflict')
  })

  it('takes either print next to the amount in 元 where the document is balanced', () => {
    const fine = print('b', '2,496,371.60', '元')
    const outcomes = ['249.62', '249.63', '249.64', '249.65'].map((coarse) => judge(identityOf('equality', print('a', coarse), [fine]), 'balanced').outcome)
    expect(outcomes).toEqual(['conflict', 'exact', 'exact', 'conflict'])
  })

  it('compares prints of 10.0 and 10.04 as one amount, and 10.0 and 10.06 as two', () => {
    expect(judge(same('10.0', '10.04')).outcome).toBe('exact')
    expect(judge(same('10.0', '10.06')).outcome).toBe('conflict')
  })

  it('can be rounding where a premise leaves something open', () => {
    const premises = [{ figures: [], high: fen(9_999) }]
    expect(judge(identityOf('equality', print('a', '10.01'), [print('b', '10.00')], premises))).toMatchObject({ outcome: 'withinRounding', bound: 19_999 })
  })

  it('holds a blank that means no money against the amount printed elsewhere', () => {
    expect(judge(same('10.00', '')).outcome).toBe('conflict')
    expect(judge(same('0.00', '')).outcome).toBe('exact')
  })

  it('cannot be judged when either side is unreadable', () => {
    expect(judge(same('?', '10.00')).outcome).toBe('undetermined')
    expect(judge(same('10.00', '?')).outcome).toBe('undetermined')
  })
})

describe('judge a part against its whole', () => {
  it('holds for a part that is smaller or the same', () => {
    expect(judge(atMost('10.00', '4.00'))).toMatchObject({ outcome: 'exact', difference: 0 })
    expect(judge(atMost('10.00', '10.00')).outcome).toBe('exact')
  })

  it('is a conflict when the part is larger, and states by how much', () => {
    expect(judge(atMost('10.00', '10.01'))).toMatchObject({ outcome: 'conflict', difference: -10_000 })
  })

  it('holds when the two prints, of different precision, can be one amount: 99,950.00 元 is not below its own print 10.00', () => {
    const amount = (text: string): Figure => print('p', text, '元')
    expect(judge(identityOf('containment', amount('99,950.00'), [print('w', '10.00')]))).toMatchObject({ outcome: 'exact', difference: 0 })
    expect(judge(identityOf('containment', print('w', '10.00'), [amount('100,049.99')])).outcome).toBe('exact')
    expect(judge(identityOf('containment', print('w', '10.00'), [amount('100,050.00')])).outcome).toBe('conflict')
    expect(judge(identityOf('containment', amount('99,949.99'), [print('w', '10.00')])).outcome).toBe('conflict')
  })

  it('is rounding where only a premise lets the part be as small as the whole', () => {
    const premises = [{ figures: [], high: fen(1) }]
    expect(judge(identityOf('containment', print('w', '10.00'), [print('p', '100,050.00', '元')], premises)).outcome).toBe('withinRounding')
  })

  it('cannot be judged when a side is unreadable', () => {
    expect(judge(atMost('?', '4.00')).outcome).toBe('undetermined')
    expect(judge(atMost('10.00', '?')).outcome).toBe('undetermined')
  })
})

describe('judge', () => {
  it('never calls a conflict what some exact amounts explain, and never excuses what none do', () => {
    const places = fc.constantFrom<PrintedUnit>('元', '万元', '千元')
    const part = fc.record({ text: fc.integer({ min: -99_999, max: 99_999 }), unit: places })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), part, fc.constantFrom('half-up' as const, 'truncate' as const, 'balanced' as const), (entries, last, mode) => {
        const prints = entries.map(({ text, unit }, index) => print(`p${index}`, (text / 100).toFixed(2), unit))
        const whole = print('w', (last.text / 100).toFixed(2), last.unit)
        const reach = prints.map((figure) => printedInterval(figure, mode)).reduce(addIntervals)
        const own = printedInterval(whole, mode)
        const possible = own.low <= reach.high && reach.low <= own.high
        const { outcome } = judge(identityOf('partition', whole, prints), mode)
        expect(outcome === 'conflict').toBe(!possible && outcome !== 'exact')
        const shortened = [whole, ...prints].filter((figure) => figure.printed.kind === 'stated' && figure.printed.stated.quantum > 1)
        if (outcome === 'exact' && shortened.length !== 1) expect(prints.reduce((total, figure) => total + (statedValue(figure) ?? 0), 0)).toBe(statedValue(whole))
        if (shortened.length === 1) expect(outcome).not.toBe('withinRounding')
      }),
    )
  })

  it('does not depend on the order of the parts', () => {
    const parts = ['6.00', '3.00', '1.02'].map((text, index) => print(`p${index}`, text))
    const [first, second] = [parts, parts.toReversed()].map((order) => judge(identityOf('partition', print('w', '10.00'), order)))
    expect(first?.outcome).toBe('conflict')
    expect([second?.outcome, second?.difference, second?.bound]).toEqual([first?.outcome, first?.difference, first?.bound])
  })
})
