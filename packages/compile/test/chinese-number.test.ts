import { describe, expect, it } from 'vitest'
import { chineseNumber } from '../src/chinese-number.ts'

describe('chineseNumber', () => {
  it.each([
    [1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [99, '九十九'], [100, '一百'], [101, '一百零一'], [110, '一百一十'], [111, '一百一十一'],
    [1_000, '一千'], [1_001, '一千零一'], [1_010, '一千零一十'], [2_300, '二千三百'], [9_999, '九千九百九十九'],
  ])('%i is %s', (value, words) => {
    expect(chineseNumber(value)).toBe(words)
  })

  it('has no numbers for nought and beyond', () => {
    for (const value of [0, 10_000, 1.5]) expect(() => chineseNumber(value)).toThrow(RangeError)
  })
})
