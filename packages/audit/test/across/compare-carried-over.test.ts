import { describe, expect, it } from 'vitest'
import { compareCarriedOver } from '../../src/across/compare-years.ts'
import { documentOf, figureOf } from './across-builders.ts'

const carriedIn = (kind: 'budget' | 'final', printed: string) =>
  documentOf({ name: 'now.txt', year: 2024, kind }, [figureOf('now.txt', 't1', { fund: 'fiscal', period: 'carriedIn', year: '2024' }, printed)])

const closing = (kind: 'budget' | 'final', printed: string, year = 2023) =>
  documentOf({ name: 'before.txt', year, kind }, [figureOf('before.txt', 't9', { fund: 'fiscal', use: 'carriedOut', year: String(year) }, printed)])

describe('compareCarriedOver', () => {
  it('passes what the final account carried out, and warns of another amount in the next final account', () => {
    expect(compareCarriedOver(carriedIn('final', '12.30'), closing('final', '12.30'), 'half-up')).toEqual({ checked: 1, findings: [], open: [] })
    expect(compareCarriedOver(carriedIn('final', '12.30'), closing('final', '13.20'), 'half-up').findings).toMatchObject([{ severity: 'warning', found: 12_300_000, expected: 13_200_000 }])
  })

  it('only notes a budget that carries in another amount: it was made before the year was closed', () => {
    expect(compareCarriedOver(carriedIn('budget', '12.30'), closing('final', '13.20'), 'half-up').findings).toMatchObject([{ severity: 'notice' }])
  })

  it('only notes what a budget foresaw otherwise, and compares nothing where it foresaw nothing', () => {
    expect(compareCarriedOver(carriedIn('budget', '12.30'), closing('budget', '13.20'), 'half-up').findings).toMatchObject([{ severity: 'notice' }])
    expect(compareCarriedOver(carriedIn('budget', '12.30'), closing('budget', '0.00'), 'half-up')).toMatchObject({ checked: 0, findings: [], open: [{ places: [{ row: 't1' }] }] })
  })

  it('compares with the year right before alone', () => {
    expect(compareCarriedOver(carriedIn('final', '12.30'), closing('final', '13.20', 2022), 'half-up')).toEqual({ checked: 0, findings: [], open: [] })
  })
})
