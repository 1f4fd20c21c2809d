import { describe, expect, it } from 'vitest'
import { normaliseLabel, stripNumbering } from '../src/index.ts'

describe('normaliseLabel', () => {
  it.each([
    ['takes white space off, full-width and zero-width too', ' 合\u3000计\u00a0\u200b\n', '合计'],
    ['unifies every bracket', '维修（护）费【甲】〔乙〕［丙］', '维修(护)费(甲)(乙)(丙)'],
    ['takes quotes off', '“三公”经费「合计」"x"', '三公经费合计x'],
    ['writes full-width digits, letters and colons narrow', '２０８Ａ：', '208A:'],
    ['unifies compatible ideographs of some PDF files', '⼀般公共⽀出', '一般公共支出'],
    ['keeps the enumeration comma', '住房、医疗', '住房、医疗'],
    ['keeps circled numbers apart from the word', '① 公务用车购置费', '①公务用车购置费'],
  ])('%s', (_criterion, text, expected) => {
    expect(normaliseLabel(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    const once = normaliseLabel('其中：①“三公” 经费（不含 上年结转）')
    expect(normaliseLabel(once)).toBe(once)
  })
})

describe('stripNumbering', () => {
  it.each([
    ['八、社会保障和就业支出', '社会保障和就业支出', '八、'],
    ['二十二、国有资本经营预算支出', '国有资本经营预算支出', '二十二、'],
    ['（一）机关运行经费', '机关运行经费', '(一)'],
    ['㈠机关运行经费', '机关运行经费', '(一)'],
    ['1.公务接待费', '公务接待费', '1.'],
    ['1、公务接待费', '公务接待费', '1、'],
    ['（2）公务用车运行费', '公务用车运行费', '(2)'],
    ['⑵公务用车运行费', '公务用车运行费', '(2)'],
    ['② 公务用车运行费', '公务用车运行费', '②'],
    ['其中：财政拨款', '财政拨款', '其中:'],
    ['其中: ①购置费', '购置费', '其中:①'],
    ['其中：', '', '其中:'],
    ['合 计', '合计', ''],
  ])('%s', (label, text, marker) => {
    expect(stripNumbering(label)).toEqual({ text, marker })
  })

  it.each([
    ['an amount', '12.50', '12.50'],
    ['a code', '2080502', '2080502'],
    ['a year', '2023年', '2023年'],
    ['a name that begins with a numeral', '一般公共预算', '一般公共预算'],
    ['a bracket that is no numbering', '(本级)清河县文化馆', '(本级)清河县文化馆'],
    ['其中 without a colon', '其中财政拨款', '其中财政拨款'],
  ])('leaves %s alone', (_what, label, text) => {
    expect(stripNumbering(label)).toEqual({ text, marker: '' })
  })
})
