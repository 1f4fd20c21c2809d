import { fen, type Interval, intervalOf, parseAmount, parseDecimal, type PrintedUnit } from '@mingzhang/money'
import { describe, expect, test } from 'vitest'
import { checkChange, checkShare } from '../../src/narrative/proportions.ts'

function printed(text: string, unit: PrintedUnit = '万元'): Interval {
  const amount = parseAmount(text, unit)
  if (amount.kind !== 'stated') throw new Error(`not an amount: ${text}`)
  return intervalOf(amount.stated)
}

function decimal(text: string) {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(`not a number: ${text}`)
  return value
}

describe('checkShare', () => {
  test('accepts in a balanced document a share that is less than one last digit from the quotient', () => {
    // 1 ÷ 3 = 33.333…%: the last of three equal shares prints 33.34 so that they sum to 100.00.
    expect(checkShare({ low: fen(100), high: fen(100) }, { low: fen(300), high: fen(300) }, decimal('33.34'), 'balanced')).toBe('exact')
    expect(checkShare({ low: fen(100), high: fen(100) }, { low: fen(300), high: fen(300) }, decimal('33.35'), 'balanced')).toBe('conflict')
  })

  test('the rounded quotient of the printed values is exact: 22,943.00 ÷ 23,719.12 = 96.7278…', () => {
    expect(checkShare(printed('22,943.00'), printed('23,719.12'), decimal('96.73'))).toBe('exact')
  })

  test('a half rounds away from zero: 1 ÷ 800 = 0.125 % prints as 0.13', () => {
    expect(checkShare(printed('1', '元'), { low: fen(80_000), high: fen(80_000) }, decimal('0.13'))).toBe('exact')
    expect(checkShare({ low: fen(100), high: fen(100) }, { low: fen(80_000), high: fen(80_000) }, decimal('0.12'))).toBe('conflict')
  })

  // 1 yuan stands for 0.50 … 1.49 and 3 yuan for 2.50 … 3.49: quotients from 14.3266 % to 59.6 %.
  test.each([['14.32', 'conflict'], ['14.33', 'withinRounding'], ['33.33', 'exact'], ['59.60', 'withinRounding'], ['59.61', 'conflict']])(
    'coarse prints leave room up to their ends and no further: %s is %s',
    (share, verdict) => {
      expect(checkShare(printed('1', '元'), printed('3', '元'), decimal(share))).toBe(verdict)
    },
  )

  test('the print of one digit more is another claim: 99.4 holds where 99.47 does not', () => {
    expect(checkShare(printed('22,809.14'), printed('22,943.00'), decimal('99.4'))).toBe('exact')
    expect(checkShare(printed('22,809.14'), printed('22,943.00'), decimal('99.47'))).toBe('conflict')
  })

  test('nothing is 0 % of something, and no share of nothing can be told', () => {
    expect(checkShare(printed('0.00'), printed('23,719.12'), decimal('0.00'))).toBe('exact')
    expect(checkShare(printed('0.00'), printed('0.00'), decimal('0.00'))).toBe('undetermined')
  })

  test('a negative part has a negative share', () => {
    expect(checkShare(printed('-5.00'), printed('20.00'), decimal('-25.00'))).toBe('exact')
    expect(checkShare(printed('-5.00'), printed('20.00'), decimal('25.00'))).toBe('conflict')
  })
})

describe('checkChange', () => {
  test('23,719.12 after an increase of 11,893.16 was 11,825.96, and 11,893.16 of that is 100.57 %', () => {
    const check = checkChange(printed('23,719.12'), printed('11,893.16'), 'increase', decimal('100.57'))
    expect(check.rate).toBe('exact')
    // 11,825.96 万元 ± half a last digit of each print; the ends are whole fen.
    expect(check.previous).toEqual({ low: 11_825_950_001, high: 11_825_969_999 })
  })

  test('11,117.04 of 11,825.96 is 94.01 %', () => {
    expect(checkChange(printed('22,943.00'), printed('11,117.04'), 'increase', decimal('94.01')).rate).toBe('exact')
  })

  test('a decrease is measured against the larger amount of last year: 3.09 of 70.81 is 4.36 %', () => {
    expect(checkChange(printed('67.72'), printed('3.09'), 'decrease', decimal('4.36')).rate).toBe('exact')
    expect(checkChange(printed('67.72'), printed('3.09'), 'decrease', decimal('4.56')).rate).toBe('conflict')
  })

  test('the rate against this year instead of last year conflicts: 3.09 of 67.72 is 4.56 %', () => {
    expect(checkChange(printed('67.72'), printed('3.09'), 'increase', decimal('4.56')).rate).toBe('conflict')
  })

  // 6 yuan stands for 5.50 … 6.49 and 2 for 1.50 … 2.49: rates from 1.50 ÷ 4.99 = 30.06 % to 2.49 ÷ 3.01 = 82.72 %.
  test.each([['29', 'conflict'], ['30', 'withinRounding'], ['50', 'exact'], ['83', 'withinRounding'], ['84', 'conflict']])(
    'coarse prints leave room up to their ends and no further: %s is %s',
    (rate, verdict) => {
      expect(checkChange(printed('6', '元'), printed('2', '元'), 'increase', decimal(rate)).rate).toBe(verdict)
    },
  )

  test('the size of the rate counts where the sentence already says that it fell', () => {
    expect(checkChange(printed('67.72'), printed('3.09'), 'decrease', decimal('-4.36')).rate).toBe('exact')
  })

  test('from nothing to something has no rate', () => {
    expect(checkChange(printed('25.00'), printed('25.00'), 'increase', decimal('100.00')).rate).toBe('undetermined')
  })

  test('without a printed rate only last year’s amount follows', () => {
    expect(checkChange(printed('6.00'), printed('1.00'), 'increase', undefined).rate).toBe('undetermined')
  })

  test('unchanged means last year’s amount is this year’s, and any rate but zero conflicts', () => {
    const nothing = { low: fen(0), high: fen(0) }
    expect(checkChange(printed('6.00'), nothing, 'same', decimal('0')).rate).toBe('exact')
    expect(checkChange(printed('6.00'), nothing, 'same', decimal('0.5')).rate).toBe('conflict')
    expect(checkChange(printed('6.00'), nothing, 'same', undefined).previous).toEqual(printed('6.00'))
  })
})
