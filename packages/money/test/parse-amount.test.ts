import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fen, formatFen, parseAmount, type PrintedUnit } from '../src/index.ts'

function stated(text: string, unit: PrintedUnit = '万元'): readonly [value: number, quantum: number] | string {
  const printed = parseAmount(text, unit)
  return printed.kind === 'stated' ? [printed.stated.value, printed.stated.quantum] : printed.kind
}

function reason(text: string, unit: PrintedUnit = '万元'): string {
  const printed = parseAmount(text, unit)
  return printed.kind === 'unreadable' ? printed.reason : printed.kind
}

describe('parseAmount', () => {
  it.each([
    ['2294.30', 2_294_300_000, 10_000],
    ['2,294.30', 2_294_300_000, 10_000],
    ['1,239.6', 1_239_600_000, 100_000],
    ['295', 295_000_000, 1_000_000],
    ['12.345678', 12_345_678, 1],
    ['0.00', 0, 10_000],
    ['0', 0, 1_000_000],
    ['２，２９４．３０', 2_294_300_000, 10_000],
    ['+1.00', 1_000_000, 10_000],
    ['¥1.00', 1_000_000, 10_000],
    ['￥ 1.00', 1_000_000, 10_000],
    [' 1 .50\u3000', 1_500_000, 10_000],
  ])('reads %s in 万元', (text, value, quantum) => {
    expect(stated(text)).toEqual([value, quantum])
  })

  it.each([
    ['元', 123_456, 1], ['千元', 123_456_000, 1_000], ['万元', 1_234_560_000, 10_000],
    ['百万元', 123_456_000_000, 1_000_000], ['亿元', 12_345_600_000_000, 100_000_000],
  ] as const)('reads 1234.56 in %s', (unit, value, quantum) => {
    expect(stated('1234.56', unit)).toEqual([value, quantum])
  })

  const reductions = ['-1.50', '－1.50', '−1.50', '△1.50', '▲1.50', '(1.50)', '（1.50）', '-¥1.50', '¥-1.50', '- 1.50']
  it.each(reductions)('reads %s as a reduction', (text) => {
    expect(stated(text)).toEqual([-1_500_000, 10_000])
  })

  it('reads a minus before zero as zero', () => {
    const printed = parseAmount('-0.00', '万元')
    expect(printed.kind === 'stated' && Object.is(printed.stated.value, 0)).toBe(true)
  })

  it.each(['', ' ', '\u3000', '\u00a0\t'])('takes nothing printed (%j) for blank, not for zero', (text) => {
    expect(parseAmount(text, '万元')).toEqual({ kind: 'blank', text })
  })

  it.each(['-', '—', '——', '--', '－', '─', '/', ' - '])('takes %j for a dash, not for zero', (text) => {
    expect(parseAmount(text, '万元')).toEqual({ kind: 'dash', text })
  })

  it.each(['无', '1.2.3', '12.', '.5', '1.50万元', '5%', '1O0', '(1.50', '1.50)', '-(1.50)', '(-1.50)', '--1', '-----', '1e5', '九十'])(
    'does not guess at %j',
    (text) => {
      expect(reason(text)).toBe('not-a-number')
    },
  )

  it.each(['100 200', '1 234.50', '12\u300034'])('does not join the digits of %j', (text) => {
    expect(reason(text)).toBe('not-a-number')
  })

  it.each(['12,34', '1,2345', ',123', '1234,567', '1,,234', '123,'])('refuses the commas of %j', (text) => {
    expect(reason(text)).toBe('misplaced-comma')
  })

  it('refuses an amount finer than the fen, but takes zeros there', () => {
    expect(reason('0.1234567', '万元')).toBe('finer-than-fen')
    expect(reason('1.005', '元')).toBe('finer-than-fen')
    expect(stated('1.500', '元')).toEqual([150, 1])
    expect(stated('1.0000', '元')).toEqual([100, 1])
  })

  it('refuses one fen beyond the exact range and takes the last one in it', () => {
    expect(stated('90071992547409.91', '元')).toEqual([Number.MAX_SAFE_INTEGER, 1])
    expect(stated('-90071992547409.91', '元')).toEqual([-Number.MAX_SAFE_INTEGER, 1])
    expect(reason('90071992547409.92', '元')).toBe('too-large')
    expect(reason('9'.repeat(400), '元')).toBe('too-large')
  })

  it('keeps the text as printed', () => {
    expect(parseAmount(' ２.50 ', '万元').text).toBe(' ２.50 ')
    expect(parseAmount('无', '万元').text).toBe('无')
  })

  it('never throws, whatever is printed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseAmount(text, '万元').kind === 'string'))
    const noise = fc.string({
      unit: fc.constantFrom('0', '1', '5', '9', ',', '.', '-', '－', '△', '(', ')', '（', '）', '¥', ' ', '/', '一', 'O'),
    })
    fc.assert(fc.property(noise, (text) => typeof parseAmount(text, '元').kind === 'string'))
  })

  it('reads back what formatFen writes', () => {
    const unit = fc.constantFrom<PrintedUnit>('元', '千元', '万元', '百万元', '亿元')
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), unit, (amount, printedUnit) => {
        const printed = parseAmount(formatFen(fen(amount), printedUnit), printedUnit)
        expect(printed.kind === 'stated' && printed.stated.value).toBe(amount)
      }),
    )
  })
})

describe('formatFen', () => {
  it.each([
    [2_294_300_000, '万元', '2,294.30'],
    [0, '万元', '0.00'],
    [-500_000, '万元', '-0.50'],
    [12_345_678, '万元', '12.345678'],
    [1, '万元', '0.000001'],
    [123_456_789, '元', '1,234,567.89'],
    [99_999, '元', '999.99'],
    [100_000, '元', '1,000.00'],
    [-1, '元', '-0.01'],
    [1_234_500_000_000, '亿元', '123.45'],
  ] as const)('writes %i fen in %s as %s', (amount, unit, text) => {
    expect(formatFen(fen(amount), unit)).toBe(text)
  })

  it('writes as many places as asked for, and more where the amount needs them', () => {
    expect(formatFen(fen(295_000_000), '万元', 0)).toBe('295')
    expect(formatFen(fen(295_500_000), '万元', 0)).toBe('295.5')
    expect(formatFen(fen(295_500_000), '万元', 6)).toBe('295.500000')
  })
})
