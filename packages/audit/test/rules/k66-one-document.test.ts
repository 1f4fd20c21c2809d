import type { Block } from '@mingzhang/document'
import { describe, expect, it } from 'vitest'
import { k66OneDocument } from '../../src/rules/k66-one-document.ts'
import { isOneCharacterOff } from '../../src/rules/k66-titles.ts'
import { exampleContext, somewhere } from '../builders.ts'
import { contextOf, exampleProfile, section, statementsOf, table } from './narrative-builders.ts'

const body = { value: '清河县文化体育和旅游局', place: somewhere, confidence: 'stated' as const }
const facts = { ...exampleContext().document.facts, body }
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, place: somewhere })
const tree = (...texts: readonly string[]) => ({ name: 'example.txt', format: 'text' as const, blocks: texts.map(paragraph) })
const rows = [{ label: '合计', cells: [[{}, '1.00']] }] as const
const summary = table('revenueExpenditureSummary', '2024年预算收支总表', rows)

describe('k66OneDocument', () => {
  it('check › one year, one name, a unit on every table passes', () => {
    const document = { facts, tables: [summary], sections: [section('一、收支情况', ['清河县文化体育和旅游局2024年收入1.00万元，单位：万元。'])] }
    expect(k66OneDocument.check(contextOf(document)).outcome).toBe('pass')
  })

  it('check › an empty document is not applicable', () => {
    expect(k66OneDocument.check(contextOf({})).outcome).toBe('not-applicable')
  })

  it('check › a table title of another year is a warning; last year in a comparison and inside 《》 is none', () => {
    const outcome = k66OneDocument.check(contextOf({ tables: [table('expenditureSummary', '2023年预算支出总表', rows)] }))
    expect(outcome.findings).toEqual([expect.objectContaining({ severity: 'warning', expected: '2024年', found: '2023年' })])
    const sections = [section('一、2023年预算执行情况', ['正常。']), section('二、《清河县2021年至2025年规划》落实情况', ['正常。']),
      section('三、2024年与2023年收支比较', ['正常。'])]
    expect(k66OneDocument.check(contextOf({ sections })).findings).toEqual([])
  })

  it('check › a name one character off in a table head or in prose is found', () => {
    const head = k66OneDocument.check(contextOf({ facts, tables: [summary], tree: tree('部门名称：清河县文化体育旅游局') }))
    expect(head.findings).toEqual([expect.objectContaining({ found: '清河县文化体育旅游局' })])
    const prose = k66OneDocument.check(contextOf({ facts, sections: [section('一、收支情况', ['清河县文化体肓和旅游局收入1.00万元。'])] }))
    expect(prose.findings).toEqual([expect.objectContaining({ found: '清河县文化体肓和旅游局' })])
  })

  it('check › the bureau of another county is at most a notice, and another bureau of the county is none', () => {
    const other = k66OneDocument.check(contextOf({ facts, sections: [section('一、收支情况', ['与清源县文化体育和旅游局联合举办。'])] }))
    expect(other.findings.map(({ severity }) => severity)).toEqual(['notice'])
    const short = { ...facts, body: { value: '清河县财政局', place: somewhere, confidence: 'stated' as const } }
    expect(k66OneDocument.check(contextOf({ facts: short, sections: [section('一、收支情况', ['会同清河县民政局办理。'])] })).findings).toEqual([])
  })

  it('check › a contents entry one character off its title is a notice, of another year a warning', () => {
    const document = (entry: string) => contextOf({
      tables: [summary], tree: tree('目 录', `${entry}.....3`, '说明.....5', '2024年预算收支总表'),
    })
    expect(k66OneDocument.check(document('2024年预算收支总表')).findings).toEqual([])
    expect(k66OneDocument.check(document('2024年部预算收支总表')).findings.map(({ severity }) => severity)).toEqual(['notice'])
    expect(k66OneDocument.check(document('2023年预算收支总表')).findings.map(({ severity }) => severity)).toEqual([undefined])
  })

  it('check › a table with amounts and no unit is an error; an empty one is not', () => {
    const bare = { ...summary, unit: undefined }
    expect(k66OneDocument.check(contextOf({ tables: [bare] })).findings).toEqual([expect.objectContaining({ severity: 'error' })])
    expect(k66OneDocument.check(contextOf({ tables: [{ ...bare, cells: [] }] })).findings).toEqual([])
  })

  it('check › a table with two units is an error', () => {
    const cells = summary.cells.map((cell) => ({ ...cell, place: { ...somewhere, column: '金额（元）' } }))
    expect(statementsOf(k66OneDocument.check(contextOf({ tables: [{ ...summary, cells }] })))).toEqual([expect.stringContaining('万元、元')])
    const counted = summary.cells.map((cell) => ({ ...cell, place: { ...somewhere, column: '数量（个）' } }))
    expect(k66OneDocument.check(contextOf({ tables: [{ ...summary, cells: counted }] })).findings).toEqual([])
  })

  it.each(['××局2024年收入1.00万元。', '2024年收入____万元。', '比上年增加万元。', '主要原因是【】。', '<p>2024年收入</p>', '收入&nbsp;支出'])(
    'check › something left to fill in, or markup, is found: %s', (text) => {
      expect(k66OneDocument.check(contextOf({ sections: [section('一、收支情况', [text])] })).findings).toHaveLength(1)
    })

  it.each(['单位为万元。', '面积680平方米（其中办公用房500平方米）。', '收入<支出，余额为5×3万元。', '执行率占90%以上。'])(
    'check › ordinary text is no placeholder: %s', (text) => {
      expect(k66OneDocument.check(contextOf({ sections: [section('一、收支情况', [text])] })).findings).toEqual([])
    })

  it('check › a required table that is missing is a warning, unless something stayed unrecognised or most tables are elsewhere', () => {
    const vocabulary = exampleContext().vocabulary
    const required = ['revenueExpenditureSummary', 'threePublic']
    const judge = (ids: readonly string[], unrecognised: readonly string[] = []) => k66OneDocument.check(contextOf(
      { tables: [summary], unrecognised: unrecognised.map((title) => ({ place: somewhere, title, reason: '', amounts: 1 })) },
      { vocabulary, profile: exampleProfile({ requiredTables: ids }) },
    ))
    expect(judge(required).findings).toEqual([expect.objectContaining({ expected: 'threePublic' })])
    expect(judge(required, ['某表'])).toMatchObject({ findings: [], undetermined: [expect.anything()] })
    expect(judge([...required, 'revenueSummary', 'expenditureSummary'])).toMatchObject({ findings: [] })
  })

  it('isOneCharacterOff › tells one change, one insertion and one omission from more', () => {
    expect(isOneCharacterOff('清河县图书馆', '清河县图书管')).toBe(true)
    expect(isOneCharacterOff('清河县图书馆', '清河图书馆')).toBe(true)
    expect(isOneCharacterOff('清河县图书馆', '清河县图书馆馆')).toBe(true)
    expect(isOneCharacterOff('清河县图书馆', '清河县图书馆')).toBe(false)
    expect(isOneCharacterOff('清河县图书馆', '清源县图书管')).toBe(false)
  })
})
