import { describe, expect, it } from 'vitest'
import { compareChangeBases } from '../../src/across/compare-bases.ts'
import { changeMentions, documentOf, figureOf, rateMentions } from './across-builders.ts'

const spending = { use: 'spent', fund: 'fiscal' } as const
const region = { ...spending, year: '2024' }
const lastYear = documentOf({ name: 'before.txt', year: 2023 }, [figureOf('before.txt', 't1', { ...spending, year: '2023' }, '495.14')])

const now = (words: string, direction: 'increase' | 'decrease' | 'same', amount: string, change?: string) =>
  documentOf({ name: 'now.txt', year: 2024 }, [], changeMentions(region, amount, words, direction, change))
const growing = (words: string, direction: 'increase' | 'decrease', amount: string, rate: string) =>
  documentOf({ name: 'now.txt', year: 2024 }, [], rateMentions(region, amount, words, direction, rate))

describe('compareChangeBases', () => {
  it('passes an increase over the published budget: 500.00 less 4.86 is 495.14', () => {
    expect(compareChangeBases(now('比2023年预算增加4.86万元', 'increase', '500.00', '4.86'), lastYear, 'half-up')).toEqual({ checked: 1, findings: [], open: [] })
  })

  it('warns where the increase starts from another base', () => {
    const { findings } = compareChangeBases(now('比2023年预算增加8.46万元', 'increase', '500.00', '8.46'), lastYear, 'half-up')
    expect(findings).toMatchObject([{ severity: 'warning', found: 491_540_000, expected: 495_140_000, difference: -3_600_000 }])
    expect(findings[0]?.places.map(({ document }) => document)).toEqual(['now.txt', 'before.txt'])
  })

  it('passes a decrease and an unchanged amount', () => {
    expect(compareChangeBases(now('比上年预算减少5.14万元', 'decrease', '490.00', '5.14'), lastYear, 'half-up')).toMatchObject({ checked: 1, findings: [] })
    expect(compareChangeBases(now('与2023年预算持平', 'same', '495.14'), lastYear, 'half-up')).toMatchObject({ checked: 1, findings: [] })
    expect(compareChangeBases(now('与2023年预算持平', 'same', '495.41'), lastYear, 'half-up').findings).toMatchObject([{ found: 495_410_000 }])
  })

  it('explains by rounding what rounding explains: three prints of two decimals can be 0.01 apart', () => {
    expect(compareChangeBases(now('比上年预算增加4.85万元', 'increase', '500.00', '4.85'), lastYear, 'half-up')).toMatchObject({ checked: 1, findings: [] })
  })

  it('holds a rate without an amount against the published base: 500.00 is 0.98% more than 495.14', () => {
    expect(compareChangeBases(growing('比上年预算增长0.98%', 'increase', '500.00', '0.98'), lastYear, 'half-up')).toMatchObject({ checked: 1, findings: [] })
    // 500.00 / 1.0198 = 490.29.
    expect(compareChangeBases(growing('比上年预算增长1.98%', 'increase', '500.00', '1.98'), lastYear, 'half-up').findings).toMatchObject([{ severity: 'warning', expected: 495_140_000, found: 490_292_214 }])
    expect(compareChangeBases(growing('比上年预算下降0.98%', 'decrease', '500.00', '0.98'), lastYear, 'half-up').findings).toHaveLength(1)
  })

  it('asks for no rate of a base that was nothing', () => {
    const nothing = documentOf({ name: 'before.txt', year: 2023 }, [figureOf('before.txt', 't1', { ...spending, year: '2023' }, '0.00')])
    expect(compareChangeBases(growing('比上年预算增长100%', 'increase', '500.00', '100'), nothing, 'half-up').findings).toEqual([])
  })

  it.each([
    '比2023年预算执行数增加9.00万元', '较上年调整预算增加9.00万元', '与上年完成数相比增加9.00万元', '比2022年预算增加9.00万元', '按可比口径比上年预算增加9.00万元',
  ])('leaves %s alone and says so', (words) => {
    expect(compareChangeBases(now(words, 'increase', '500.00', '9.00'), lastYear, 'half-up')).toMatchObject({ checked: 0, findings: [], open: [{ places: [{ line: 7 }] }] })
  })

  it('takes the comparison that stands nearest before the change', () => {
    const words = '比上年执行数减少2.00万元，比上年预算增加9.00万元'
    expect(compareChangeBases(now(words, 'increase', '500.00', '9.00'), lastYear, 'half-up')).toMatchObject({ checked: 1, findings: [{ severity: 'warning' }] })
    expect(compareChangeBases(now('比上年执行数增加9.00万元，比上年预算增加4.86万元', 'increase', '500.00', '9.00'), lastYear, 'half-up')).toMatchObject({ checked: 0, findings: [] })
  })

  it('only notes a change that names no base, and compares budget with budget alone', () => {
    const silent = now('比上年增加9.00万元', 'increase', '500.00', '9.00')
    expect(compareChangeBases(silent, lastYear, 'half-up').findings).toMatchObject([{ severity: 'notice' }])
    const account = documentOf({ name: 'account.txt', year: 2023, kind: 'final' }, lastYear.figures)
    expect(compareChangeBases(silent, account, 'half-up')).toMatchObject({ checked: 0, findings: [] })
  })

  it('finds last year’s budget in last year’s final account, and then only notes a difference', () => {
    const account = documentOf({ name: 'account.txt', year: 2023, kind: 'final' }, [
      figureOf('account.txt', 't1', { ...spending, year: '2023' }, '470.00', '决算数'),
      figureOf('account.txt', 't2', { ...spending, year: '2023', phase: 'budget' }, '495.14', '年初预算数'),
    ])
    expect(compareChangeBases(now('比2023年预算增加4.86万元', 'increase', '500.00', '4.86'), account, 'half-up')).toMatchObject({ checked: 1, findings: [] })
    expect(compareChangeBases(now('比2023年预算增加8.46万元', 'increase', '500.00', '8.46'), account, 'half-up').findings).toMatchObject([{ severity: 'notice' }])
  })

  it('does not compare with a year that is not the one before, and counts a base that is not printed', () => {
    const older = documentOf({ name: 'older.txt', year: 2022 }, [figureOf('older.txt', 't1', { ...spending, year: '2022' }, '1.00')])
    expect(compareChangeBases(now('比上年预算增加4.86万元', 'increase', '500.00', '4.86'), older, 'half-up').checked).toBe(0)
    const silent = documentOf({ name: 'before.txt', year: 2023 }, [])
    expect(compareChangeBases(now('比上年预算增加4.86万元', 'increase', '500.00', '4.86'), silent, 'half-up').open[0]?.reason.zh).toContain('没有印出')
  })
})
