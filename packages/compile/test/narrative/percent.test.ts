import { describe, expect, it } from 'vitest'
import { percentOf, sharesOf } from '../../src/narrative/percent.ts'
import { wan } from './example.ts'

describe('percentOf', () => {
  it('rounds half away from zero to two places', () => {
    // 1 ÷ 800 = 0.125 %, −1 ÷ 800 = −0.125 %, 2 ÷ 3 = 66.666… %
    expect(percentOf(wan('1'), wan('800'))).toBe('0.13')
    expect(percentOf(wan('-1'), wan('800'))).toBe('-0.13')
    expect(percentOf(wan('2'), wan('3'))).toBe('66.67')
  })

  it('is more than a hundred where the change is larger than what was there', () => {
    expect(percentOf(wan('30'), wan('8'))).toBe('375.00')
  })

  it('stays exact beyond what a float holds', () => {
    // 60,000,000,000.01 ÷ 80,000,000,000.00 = 75.00000000001 %: nothing is lost on the way
    expect(percentOf(6_000_000_000_000_001 as ReturnType<typeof wan>, 8_000_000_000_000_000 as ReturnType<typeof wan>)).toBe('75.00')
  })

  it('does not exist of nothing', () => {
    expect(percentOf(wan('5'), wan('0'))).toBeUndefined()
  })
})

describe('sharesOf', () => {
  const thirds = [wan('1'), wan('1'), wan('1')]

  it('rounds each share on its own in the half-up mode', () => {
    expect(sharesOf(thirds, wan('3'), 'half-up')).toEqual(['33.33', '33.33', '33.33'])
  })

  it('makes balanced shares sum to 100.00, the largest remainder first and the first of equal ones', () => {
    expect(sharesOf(thirds, wan('3'), 'balanced')).toEqual(['33.34', '33.33', '33.33'])
    // 16.666…, 16.666…, 66.666…: two are missing; all remainders are equal
    expect(sharesOf([wan('1'), wan('1'), wan('4')], wan('6'), 'balanced')).toEqual(['16.67', '16.67', '66.66'])
    // 14.2857…, 28.5714…, 57.1428…: remainders 0.57, 0.14, 0.28; one is missing
    expect(sharesOf([wan('1'), wan('2'), wan('4')], wan('7'), 'balanced')).toEqual(['14.29', '28.57', '57.14'])
  })

  it('leaves a part without money at 0.00 when it balances', () => {
    expect(sharesOf([wan('0'), ...thirds], wan('3'), 'balanced')).toEqual(['0.00', '33.34', '33.33', '33.33'])
  })

  it('balances around a negative part', () => {
    // −1 ÷ 3 = −33.333… is cut to −33.34; 4 ÷ 3 = 133.333…, cut to 133.33; 0.01 is missing and −33.333… is nearer
    expect(sharesOf([wan('-1'), wan('4')], wan('3'), 'balanced')).toEqual(['-33.33', '133.33'])
  })

  it('does not force a sum where the parts are not the whole', () => {
    expect(sharesOf([wan('1'), wan('1')], wan('3'), 'balanced')).toEqual(['33.33', '33.33'])
  })

  it('has no shares of nothing', () => {
    expect(sharesOf([wan('1')], wan('0'), 'balanced')).toBeUndefined()
  })
})
