import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { padText, wrapText } from '../../src/report/wrap-text.ts'

const widthOf = (text: string): number => Array.from(text).reduce((width, character) => width + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0)

describe('wrapText', () => {
  it('breaks Chinese between any two characters', () => {
    expect(wrapText('部门支出总表', 6, widthOf)).toEqual(['部门支', '出总表'])
  })

  it('keeps a number whole', () => {
    expect(wrapText('合计22,943.00万元', 12, widthOf)).toEqual(['合计', '22,943.00万', '元'])
  })

  it('never begins a line with closing punctuation or ends one with an opening mark', () => {
    expect(wrapText('甲乙丙，丁', 6, widthOf)).toEqual(['甲乙', '丙，丁'])
    expect(wrapText('甲乙（丙）', 6, widthOf)).toEqual(['甲乙', '（丙）'])
  })

  it('breaks English at spaces', () => {
    expect(wrapText('the parts sum to the whole', 9, widthOf)).toEqual(['the parts', 'sum to', 'the whole'])
  })

  it('gives nothing for an empty text and lets a word wider than the line overflow', () => {
    expect(wrapText('', 10, widthOf)).toEqual([])
    expect(wrapText('qinghe-culture.txt', 5, widthOf)).toEqual(['qinghe-culture.txt'])
  })

  it('loses no character but spaces at breaks', () => {
    const text = fc.string({ unit: fc.constantFrom('合', '计', '1', ',', '.', '（', '）', '，', ' ', 'a', '“', '🙂', '①'), maxLength: 40 })
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 20 }), (line, width) => {
        expect(wrapText(line, width, widthOf).join('').replace(/\s/gu, '')).toBe(line.replace(/\s/gu, ''))
      }),
    )
  })
})

describe('padText', () => {
  it('fills by display width and leaves a longer text as it is', () => {
    expect(padText('合计', 6, widthOf)).toBe('合计  ')
    expect(padText('部门支出', 6, widthOf)).toBe('部门支出')
  })
})
