import { describe, expect, it } from 'vitest'
import type { Mention } from '../../src/index.ts'
import { k53ImpliedPreviousYear } from '../../src/rules/k53-implied-previous-year.ts'
import { contextOf, mention } from './narrative-builders.ts'

const region = { year: '2024' }

/** An amount and its comparison in the paragraph of block `block`. */
function told(block: number, amount: string, role: 'change' | 'changeRate' | 'previous', by: string,
  direction: Mention['direction'] = 'increase'): readonly Mention[] {
  const place = { document: 'example.txt', block }
  return [
    mention(`a${block}`, 'amount', amount, { region, place }),
    mention(`b${block}`, role, by, { region, place, subject: `a${block}`, direction }),
  ]
}

const check = (...mentions: readonly (readonly Mention[])[]) => k53ImpliedPreviousYear.check(contextOf({ mentions: mentions.flat() }))

describe('k53ImpliedPreviousYear', () => {
  it('check › two paragraphs that imply the same last year pass', () => {
    expect(check(told(1, '100.00万元', 'change', '20.00万元'), told(2, '100.00万元', 'previous', '80.00万元'))).toMatchObject({ outcome: 'pass',
      checked: 1 })
  })

  it('check › two paragraphs that imply different amounts are a finding with both sides', () => {
    const { outcome, findings } = check(told(1, '100.00万元', 'change', '20.00万元'), told(2, '100.00万元', 'change', '21.00万元'))
    expect(outcome).toBe('fail')
    expect(findings[0]?.places).toHaveLength(4)
    expect(findings[0]?.statement.zh).toContain('79.99')
  })

  it('check › an amount of last year that is bound to nothing implies nothing', () => {
    const place = { document: 'example.txt', block: 2 }
    const project = [
      mention('a2', 'amount', '100.00万元', { region, place }),
      mention('b2', 'previous', '48.00万元', { place, subject: 'a2', unbound: '不认识“2023年惠民演出”' }),
    ]
    expect(check(told(1, '100.00万元', 'change', '20.00万元'), project)).toMatchObject({ outcome: 'not-applicable', findings: [] })
  })

  it('check › a decrease is added, not subtracted', () => {
    expect(check(told(1, '80.00万元', 'change', '20.00万元', 'decrease'), told(2, '80.00万元', 'previous', '100.00万元')).outcome).toBe('pass')
  })

  it('check › what rounding explains is no finding: 80.00 and 80.01 from rounded terms', () => {
    expect(check(told(1, '100.00万元', 'change', '20.00万元'), told(2, '100.00万元', 'previous', '80.01万元')).outcome).toBe('pass')
    expect(check(told(1, '100.00万元', 'change', '20.00万元'), told(2, '100.00万元', 'previous', '80.02万元')).outcome).toBe('fail')
  })

  it('check › a rate implies an interval: 100.00 after 25 % is 79.99…80.01', () => {
    expect(check(told(1, '100.00万元', 'changeRate', '25%'), told(2, '100.00万元', 'previous', '80.20万元')).outcome).toBe('pass')
    expect(check(told(1, '100.00万元', 'changeRate', '25.00%'), told(2, '100.00万元', 'previous', '80.20万元')).outcome).toBe('fail')
  })

  it('check › one statement alone is not applicable', () => {
    expect(check(told(1, '100.00万元', 'change', '20.00万元')).outcome).toBe('not-applicable')
  })

  it('check › other regions, unread amounts and an increase of 100 % from nothing are left alone', () => {
    const other = told(2, '50.00万元', 'change', '1.00万元').map((one) => ({ ...one, region: { year: '2024', use: 'spent' } }))
    expect(check(told(1, '100.00万元', 'change', '20.00万元'), other).outcome).toBe('not-applicable')
    expect(check(told(1, '100.00万元', 'change', '20.00'), told(2, '100.00万元', 'change', '21.00万元')).outcome).toBe('not-applicable')
    expect(check(told(1, '25.00万元', 'changeRate', '100.00%'), told(2, '25.00万元', 'previous', '0.00万元')).outcome).toBe('not-applicable')
  })
})
