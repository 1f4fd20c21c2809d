import { describe, expect, it } from 'vitest'
import { fontAdvances, fontFamily } from '../../../src/write/pdf/font-tables.ts'
import { createTextMeasure } from '../../../src/write/pdf/text-measure.ts'
import { writerFonts } from '../writer-fonts.ts'

describe('fontFamily', () => {
  it('reads the family that both weights share', () => {
    expect([writerFonts.serif, writerFonts.serifBold, writerFonts.sansBold].map(fontFamily)).toEqual(['Noto Serif SC', 'Noto Serif SC', 'Noto Sans SC'])
  })

  it('throws for bytes that are no font', () => {
    expect(() => fontFamily(new Uint8Array(100))).toThrow('not a TrueType or OpenType font file')
    expect(() => fontFamily(new Uint8Array())).toThrow(RangeError)
  })
})

describe('fontAdvances', () => {
  const advanceOf = fontAdvances(writerFonts.serif)

  it('knows Chinese characters to be one em wide', () => {
    expect(['预', '𬭎', '，'].map((character) => advanceOf(character.codePointAt(0) ?? 0))).toEqual([1, 1, 1])
  })

  it('has nothing for a character that the font cannot draw', () => {
    expect(advanceOf(0x20bb7)).toBeUndefined()
  })
})

describe('createTextMeasure', () => {
  const { widthOf, linesOf } = createTextMeasure(writerFonts.serifBold)

  it('gives all digits one width', () => {
    expect(widthOf('1111')).toBe(widthOf('8888'))
  })

  it('breaks Chinese anywhere but before a closing mark', () => {
    expect(linesOf('预算收支总表', 3)).toBe(2)
    expect(linesOf('预算表，收入', 3)).toBe(3)
  })

  it('keeps a number in one piece', () => {
    // Three characters and the number: it has no room left in the first line of five em.
    expect(linesOf('支出表1,234,567', 5)).toBe(2)
  })

  it('counts line breaks, and one line for nothing', () => {
    expect([linesOf('甲\n乙', 10), linesOf('', 10)]).toEqual([2, 1])
  })
})
