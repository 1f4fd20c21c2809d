import { describe, expect, it } from 'vitest'
import { numberSlots } from '../src/narrative/number-slots.ts'
import { exampleText, ownVocabulary, recogniseText } from './example-document.ts'

const document = recogniseText(exampleText(), ownVocabulary())
const slots = numberSlots(document)

describe('numberSlots', () => {
  it('numberSlots › a number that is no figure stands as it is, with its unit', () => {
    expect(slots('下设4个股室，面积1,897.09平方米，占比12.5%。', [])).toBe('下设{照录：4个}股室，面积{照录：1,897.09平方米}，占比{照录：12.5%}。')
  })

  it('numberSlots › dates, document numbers, titles and numberings stay typed', () => {
    const text = '（1）按照《2024年财政工作要点》和清财预〔2023〕41号，2024年3月5日前完成；2、第3季度检查。'
    expect(slots(text, [])).toBe(text)
  })

  it('numberSlots › a number behind a list’s comma is no numbering', () => {
    expect(slots('2024年、40人', [])).toBe('2024年、{照录：40人}')
  })

  it('numberSlots › an amount in words is a number too', () => {
    expect(slots('需要二十七万元。', [])).toBe('需要{照录：二十七万元}。')
  })

  it('numberSlots › an amount of the budget names its figure', () => {
    const mention = document.mentions.find(({ role, text, label }) => role === 'amount' && text === '501.87万元' && label === '基本支出')
    expect(mention).toBeDefined()
    expect(slots('基本支出501.87万元', mention === undefined ? [] : [mention])).toBe('基本支出{基本支出}万元')
  })

  it('numberSlots › braces in the print do not become slots', () => {
    expect(slots('{收入总计}约5万元', [])).toBe('收入总计约{照录：5万元}')
  })
})
