import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimal, atScale, compareDecimal, type Decimal, formatDecimal, multiplyDecimal, normaliseDigits, parseDecimal,
} from '../src/index.ts'

const decimal = fc.record({ digits: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), scale: fc.integer({ min: 0, max: 6 }) })

function read(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(`not a number: ${text}`)
  return value
}

describe('parseDecimal', () => {
  it.each([
    ['96.73', 9673n, 2], ['1,234.50', 123450n, 2], ['９８', 98n, 0], ['－3', -3n, 0], ['+0.5', 5n, 1], ['9.50', 950n, 2],
    ['-0.05', -5n, 2], ['007', 7n, 0],
  ])('reads %s with its places', (text, digits, scale) => {
    expect(parseDecimal(text)).toEqual({ digits, scale })
  })

  it.each(['', ' ', '-', '5%', '1.2.3', '12.', '.5', '九', '≥5', '1e3'])('does not guess at %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })

  it('reads back what formatDecimal writes', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        expect(parseDecimal(formatDecimal(value))).toEqual(value)
      }),
    )
  })
})

describe('compareDecimal', () => {
  it.each([
    ['9.5', '9.50', 0], ['9.49', '9.5', -1], ['9.51', '9.5', 1], ['-1', '0.01', -1], ['-0.1', '-0.01', -1], ['100', '99.99', 1],
  ])('sets %s against %s', (a, b, order) => {
    expect(compareDecimal(read(a), read(b))).toBe(order)
  })

  it('turns round when its sides change places', () => {
    fc.assert(fc.property(decimal, decimal, (a, b) => compareDecimal(a, b) + compareDecimal(b, a) === 0))
  })
})

describe('arithmetic of decimals', () => {
  it('multiplies exactly: 1760 × 0.4 × 12', () => {
    expect(formatDecimal(multiplyDecimal(multiplyDecimal(read('1760'), read('0.4')), read('12')))).toBe('8448.0')
  })

  it('adds at the finer scale, where binary fractions would miss: 0.1 + 0.20', () => {
    expect(addDecimal(read('0.1'), read('0.20'))).toEqual({ digits: 30n, scale: 2 })
  })

  it('writes more places, never fewer', () => {
    expect(atScale(read('9.5'), 3)).toBe(9500n)
    expect(atScale(read('9.5'), 1)).toBe(95n)
    expect(() => atScale(read('9.50'), 1)).toThrow(RangeError)
  })
})

describe('formatDecimal', () => {
  it.each([[9673n, 2, '96.73'], [5n, 2, '0.05'], [-5n, 2, '-0.05'], [0n, 2, '0.00'], [12n, 0, '12'], [-12n, 0, '-12'], [100n, 2, '1.00']])(
    'writes %s with %i places as %s',
    (digits, scale, text) => {
      expect(formatDecimal({ digits, scale })).toBe(text)
    },
  )
})

describe('normaliseDigits', () => {
  it('turns full-width digits, signs, points and commas into their narrow twins and leaves the rest', () => {
    expect(normaliseDigits('－１，２３４．５０＋−﹣–万元（０９）')).toBe('-1,234.50+---万元（09）')
  })
})
