import { describe, expect, it } from 'vitest'
import { compareQuotedFigures } from '../../src/across/compare-years.ts'
import { documentOf, figureOf } from './across-builders.ts'

const spending = { use: 'spent', fund: 'fiscal' } as const
const lastYear = documentOf({ name: 'before.txt', year: 2023 }, [figureOf('before.txt', 't1', { ...spending, year: '2023' }, '495.14')])

const quoting = (printed: string, phase?: 'budget' | 'final' | 'adjusted', column?: string) =>
  documentOf({ name: 'now.txt', year: 2024 }, [figureOf('now.txt', 't2', { ...spending, year: '2023', ...(phase === undefined ? {} : { phase }) }, printed, column)])

describe('compareQuotedFigures', () => {
  it('passes last year’s budget as it was published', () => {
    expect(compareQuotedFigures(quoting('495.14', 'budget'), lastYear, 'half-up')).toEqual({ checked: 1, findings: [], open: [] })
  })

  it('warns where last year’s budget is quoted as another amount, with both places', () => {
    const { findings } = compareQuotedFigures(quoting('459.14', 'budget'), lastYear, 'half-up')
    expect(findings).toMatchObject([{ severity: 'warning', found: 459_140_000, expected: 495_140_000, difference: -36_000_000 }])
    expect(findings[0]?.places.map(({ document }) => document)).toEqual(['now.txt', 'before.txt'])
    expect(findings[0]?.places[1]).not.toHaveProperty('block')
  })

  it('takes 预算 in the head of a column for the budget, and only notes a difference below a mere year', () => {
    expect(compareQuotedFigures(quoting('459.14', undefined, '上年预算数'), lastYear, 'half-up').findings).toMatchObject([{ severity: 'warning' }])
    expect(compareQuotedFigures(quoting('459.14', undefined, '一般公共预算 / 2023年'), lastYear, 'half-up').findings).toMatchObject([{ severity: 'notice' }])
  })

  it('holds no execution and no adjusted budget against a budget, and counts what was left', () => {
    expect(compareQuotedFigures(quoting('459.14', 'final'), lastYear, 'half-up')).toMatchObject({ checked: 0, findings: [], open: [{ places: [{ document: 'now.txt' }] }] })
    expect(compareQuotedFigures(quoting('459.14', 'adjusted'), lastYear, 'half-up').open[0]?.reason.zh).toContain('不是同一阶段')
  })

  it('only notes an execution that the final account closed otherwise', () => {
    const account = documentOf({ name: 'account.txt', year: 2023, kind: 'final' }, [figureOf('account.txt', 't1', { ...spending, year: '2023' }, '495.14')])
    expect(compareQuotedFigures(quoting('459.14', 'final', '2023年执行数'), account, 'half-up').findings).toMatchObject([{ severity: 'notice' }])
    expect(compareQuotedFigures(quoting('459.14', 'final', '2023年决算数'), account, 'half-up').findings).toMatchObject([{ severity: 'warning' }])
  })

  it('holds the initial budget of a final account against the budget of its own year', () => {
    const account = (column: string) => documentOf({ name: 'final.txt', year: 2023, kind: 'final' }, [
      figureOf('final.txt', 't1', { ...spending, year: '2023', phase: 'budget' }, '495.41', column),
      figureOf('final.txt', 't2', { ...spending, year: '2023' }, '512.00', '决算数'),
    ])
    expect(compareQuotedFigures(account('年初预算数'), lastYear, 'half-up')).toMatchObject({ checked: 1, findings: [{ severity: 'warning', found: 495_410_000 }] })
    // 预算数 alone can be the budget after all adjustments.
    expect(compareQuotedFigures(account('预算数'), lastYear, 'half-up')).toMatchObject({ checked: 0, findings: [] })
  })

  it('takes a coarser print of the same amount for the same', () => {
    const inYuan = documentOf({ name: 'before.txt', year: 2023 }, [figureOf('before.txt', 't1', { ...spending, year: '2023' }, '495.1379')])
    expect(compareQuotedFigures(quoting('495.14', 'budget'), inYuan, 'half-up')).toMatchObject({ checked: 1, findings: [] })
  })

  it('says the same miss once, whatever the number of tables that quote it', () => {
    const twice = documentOf({ name: 'now.txt', year: 2024 }, ['t2', 't3'].map((id) => figureOf('now.txt', id, { ...spending, year: '2023', phase: 'budget' }, '459.14')))
    const { checked, findings } = compareQuotedFigures(twice, lastYear, 'half-up')
    expect(checked).toBe(2)
    expect(findings.map(({ places }) => places.map(({ row }) => row))).toEqual([['t2', 't3', 't1']])
  })

  it('passes what one of two prints says where the earlier document contradicts itself', () => {
    const divided = documentOf({ name: 'before.txt', year: 2023 }, [...lastYear.figures, figureOf('before.txt', 't9', { ...spending, year: '2023' }, '459.14')])
    expect(compareQuotedFigures(quoting('459.14', 'budget'), divided, 'half-up')).toMatchObject({ checked: 1, findings: [] })
  })

  it('finds the same money under another name where the earlier document has no other fund, and then only notes a difference', () => {
    const oneFund = documentOf({ name: 'before.txt', year: 2023 }, [
      figureOf('before.txt', 't1', { use: 'spent', fund: 'fiscal/generalPublic', year: '2023' }, '495.14'),
      figureOf('before.txt', 't2', { use: 'spent', fund: 'fiscal/governmentFund', year: '2023' }, ''),
    ])
    expect(compareQuotedFigures(quoting('495.14', 'budget'), oneFund, 'half-up')).toMatchObject({ checked: 1, findings: [] })
    expect(compareQuotedFigures(quoting('459.14', 'budget'), oneFund, 'half-up').findings).toMatchObject([{ severity: 'notice' }])
  })

  it('does not take one fund for all where the earlier document prints another', () => {
    const twoFunds = documentOf({ name: 'before.txt', year: 2023 }, [
      figureOf('before.txt', 't1', { use: 'spent', fund: 'fiscal/generalPublic', year: '2023' }, '395.14'),
      figureOf('before.txt', 't2', { use: 'spent', fund: 'fiscal/governmentFund', year: '2023' }, '100.00'),
    ])
    expect(compareQuotedFigures(quoting('395.14', 'budget'), twoFunds, 'half-up')).toMatchObject({ checked: 0, findings: [], open: [{ places: [{ row: 't2' }] }] })
  })

  it('leaves this year’s own amounts, whole-life amounts of projects and printed changes alone', () => {
    const earlier = documentOf({ name: 'before.txt', year: 2023 }, [
      ...lastYear.figures,
      figureOf('before.txt', 't5', { use: 'spent', project: '文化馆修缮' }, '80.00'),
      figureOf('before.txt', 't6', { ...spending, year: '2024' }, '1.00'),
    ])
    const now = documentOf({ name: 'now.txt', year: 2024 }, [
      figureOf('now.txt', 't1', { ...spending, year: '2024' }, '500.00'),
      figureOf('now.txt', 't5', { use: 'spent', project: '文化馆修缮' }, '95.00'),
      { ...figureOf('now.txt', 't7', { ...spending, year: '2023' }, '4.86'), change: { of: 't1', base: 't2' } },
    ])
    expect(compareQuotedFigures(now, earlier, 'half-up')).toEqual({ checked: 0, findings: [], open: [] })
  })
})
