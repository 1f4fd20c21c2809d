import { deriveIdentities, judge } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { unboundLines } from '../../src/recognise/collect-figures.ts'
import { recogniseText, type RecognisedText, regionsOf, row } from './recognise-text.ts'

const conflicts = ({ document }: RecognisedText): readonly string[] =>
  deriveIdentities(document.figures, { rounding: 'half-up', gaps: unboundLines(document.tables) }).identities.filter((identity) => judge(identity, 'half-up').outcome === 'conflict').map(({ id }) => id)

describe('cutTables › titles', () => {
  it('reads a title behind the number of its table, and none where only the number stands', () => {
    const { tables } = recogniseText(
      '表3：2024年市级部门支出预算总表', '部门名称：清河县文化馆', '单位：万元', row('功能分类科目名称', '总计'), row('合计', '5.00'), '',
      '预算公开表5', '一般公共预算支出情况表', '单位：万元', row('科目名称', '合计'), row('合计', '5.00'))
    expect(tables.map(({ kind }) => kind)).toEqual(['expenditureSummary', 'generalPublicExpenditure'])
  })
})

describe('isIndexRow', () => {
  it('is a row of numbers with ** or 栏次 over the labels', () => {
    const { tables } = recogniseText('支出预算总表', '单位：万元', row('单位名称', '总计', '基本支出', '项目支出'), row('**', '1=2+3', '2', '3'), row('合计', '5.00', '3.00', '2.00'))
    expect(Object.keys(regionsOf(tables[0]))).toEqual(['合计·总计', '合计·基本支出', '合计·项目支出'])
  })
})

describe('nameRows › units', () => {
  const revenue = (...rows: readonly string[]): RecognisedText => recogniseText('收入总表', '单位：万元', row('部门代码', '部门名称', '合计', '本年收入', '上年结转'), ...rows)

  it('takes every name below 部门名称 for a unit and the department’s own row for the total', () => {
    const found = revenue(
      row('合计', '', '9.00', '8.00', '1.00'), row('207', '清河县文化和旅游局', '9.00', '8.00', '1.00'),
      row('207001', '清河县文化和旅游局（本级）', '5.00', '5.00', ''), row('207002', '清河县少儿图书馆', '4.00', '3.00', '1.00'))
    expect(found.tables[0]?.cells.filter(({ column }) => column === 2).map(({ region }) => region?.unit)).toEqual([undefined, undefined, '清河县文化和旅游局(本级)', '清河县少儿图书馆'])
    expect(conflicts(found)).toEqual([])
  })

  it('takes the first unit for a unit where its amounts are not the total’s', () => {
    const { tables } = revenue(row('合计', '', '9.00', '9.00', ''), row('207001', '清河县文化和旅游局', '5.00', '5.00', ''), row('207002', '清河县少儿图书馆', '4.00', '4.00', ''))
    expect(tables[0]?.cells.filter(({ column }) => column === 2).map(({ region }) => region?.unit)).toEqual([undefined, '清河县文化和旅游局', '清河县少儿图书馆'])
  })
})

describe('besideYear', () => {
  const summary = (second: string): RecognisedText => recogniseText(
    '收支总体情况表', '单位：万元', row('收入', '', '支出', ''), row('项目', '预算数', '项目', '预算数'),
    row('一、财政拨款收入', '20.00', '一、文化旅游体育与传媒支出', '22.00'), row('二、事业收入', '1.00', '', ''),
    row('本年收入合计', '21.00', '本年支出合计', '22.00'), row('上级补助收入', second, '上缴上级支出', ''), row('收入总计', '22.00', '支出总计', '22.00'), '',
    '收入总体情况表', '单位：万元', row('科目编码', '科目名称', '合计', '财政拨款收入', '事业收入', '上级补助收入', '上年结转'), row('', '合计', '22.00', '20.00', '1.00', '1.00', ''))

  it('counts 上级补助收入 below 本年收入合计 beside it, in every table of the document', () => {
    expect(conflicts(summary('1.00'))).toEqual([])
    expect(summary('1.00').tables[1]?.cells.at(-2)?.region).toEqual({ period: 'transfers/superior' })
  })

  it('leaves 上级补助收入 a fund like others where the summary prints none beside the year’s own', () => {
    const { tables } = summary('')
    expect(tables[0]?.cells.find(({ place }) => place.row === '上级补助收入')?.region).toEqual({ fund: 'unitFunds/superior' })
    expect(tables[1]?.cells.at(-2)?.region).toEqual({ fund: 'unitFunds/superior', period: 'current' })
  })

  it('finds a transfer that the two tables print differently', () => {
    expect(conflicts(summary('1.50'))).not.toEqual([])
  })
})

describe('yearsOwn', () => {
  it('reads 收入合计 above 收入总计 as the year’s own, alone as the total', () => {
    const rows = (...more: readonly string[]) => regionsOf(recogniseText(
      '收支总表', '单位：万元', row('收入', '', '支出', ''), row('项目', '预算数', '项目', '预算数'), row('一、事业收入', '8.00', '一、文化旅游体育与传媒支出', '8.00'),
      row('收入合计', '8.00', '支出合计', '8.00'), ...more).tables[0])
    expect(rows(row('上年结转', '1.00', '结转下年', '1.00'), row('收入总计', '9.00', '支出总计', '9.00'))).toMatchObject({ '收入合计·收入 / 预算数': { period: 'current' }, '支出合计·支出 / 预算数': { use: 'spent' } })
    expect(rows()).toMatchObject({ '收入合计·收入 / 预算数': {}, '支出合计·支出 / 预算数': {} })
  })
})

describe('unitsOfTables', () => {
  const table = (body: string, amount: string): readonly string[] => ['一般公共预算支出表', `单位名称：${body}`, '单位：万元', row('科目编码', '科目名称', '合计'), row('207', '文化旅游体育与传媒支出', amount), row('合计', '', amount), '']

  it('keeps the table of a unit apart from the department’s table of the same kind', () => {
    const found = recogniseText(...table('清河县文化馆', '9.00'), ...table('清河县少儿图书馆', '4.00'))
    expect(found.tables.map(({ cells }) => cells[0]?.region?.unit)).toEqual([undefined, '清河县少儿图书馆'])
    expect(conflicts(found)).toEqual([])
  })

  it('compares two tables of one body', () => {
    expect(conflicts(recogniseText(...table('清河县文化馆', '9.00'), ...table('清河县文化馆', '4.00')))).not.toEqual([])
  })
})

describe('setsLoneCommas', () => {
  const amounts = (...texts: readonly string[]): readonly (number | string)[] => (recogniseText(
    '支出总表', '单位：元', row('科目编码', '科目名称', '合计'), ...texts.map((text, index) => row(`207010${index + 1}`, '某项', text))).tables[0]?.cells ?? [])
    .map(({ printed }) => (printed.kind === 'stated' ? printed.stated.value : printed.kind))

  it('reads one comma before the last three digits where the whole table prints so', () => {
    expect(amounts('128138,600', '7880,000', '1058,172', '925,901')).toEqual([12813860000, 788000000, 105817200, 92590100])
  })

  it('leaves a single one unread beside amounts with all their commas', () => {
    expect(amounts('128,138,600', '7880,000', '1058,172', '2116,344')).toEqual([12813860000, 'unreadable', 'unreadable', 'unreadable'])
  })
})

describe('alignRow', () => {
  it('puts the amounts of a total whose name spans the label columns under their heads', () => {
    const { tables } = recogniseText('支出总表', '单位：元', row('科目编码', '', '科目名称', '合计', '基本支出'), row('类', '款', '', '', ''), row('207', '01', '文化和旅游', '5,000', '5,000'), row('合计', '5,000', '5,000'))
    expect(tables[0]?.cells.slice(2).map(({ region, printed }) => [region, printed.text])).toEqual([[{ use: 'spent' }, '5,000'], [{ use: 'spent', kind: 'basic' }, '5,000']])
  })
})

describe('rejoinRows', () => {
  it('puts a unit’s name together again that a page break cut in two, and no heading', () => {
    const { tables } = recogniseText(
      '收入总表', '单位：万元', row('单位名称', '合计'), row('合计', '9.00'), row('清河县少儿图书馆', '4.00'), row('清河县文物保护所', '5.00'), '',
      '政府采购预算表', '单位：万元', row('采购项目名称', '合计'), row('合计', '9.00'), row('清河县少儿图', '4.00'), row('书馆', ''), row('清河县文物保护所', '5.00'))
    expect(tables[1]?.rows.map(({ label }) => label)).toEqual(['合计', '清河县少儿图书馆', '清河县文物保护所'])
  })
})

describe('rowReader › purchases', () => {
  it('reads units and projects below 货物 and 服务 as parts of them', () => {
    const found = recogniseText(
      '收入总表', '单位：万元', row('单位名称', '合计'), row('合计', '9.00'), row('清河县少儿图书馆', '4.00'), row('清河县文物保护所', '5.00'), '',
      '政府采购支出表', '单位：万元', row('采购品目大类', '专项名称', '采购品目名称', '资金来源', '', '总计'), row('', '', '', '一般公共预算资金', '其他资金', ''),
      row('合计', '', '', '6.00', '1.00', '7.00'), row('货物', '', '', '4.00', '', '4.00'), row('清河县少儿图书馆', '', '', '4.00', '', '4.00'), row('', '办公设备', '复印纸', '4.00', '', '4.00'),
      row('服务', '', '', '2.00', '1.00', '3.00'), row('清河县少儿图书馆', '', '', '2.00', '1.00', '3.00'), row('', '办公设备', '印刷服务', '2.00', '1.00', '3.00'))
    const regions = found.tables[1]?.cells.filter(({ column }) => column === 5).map(({ region }) => [region?.procurement, region?.unit, region?.project])
    expect(regions?.slice(0, 3)).toEqual([['all', undefined, undefined], ['all/goods', undefined, undefined], ['all/goods', '清河县少儿图书馆', undefined]])
    expect(regions?.at(-2)).toEqual(['all/services', '清河县少儿图书馆', undefined])
    expect(conflicts(found)).toEqual([])
  })

  it('reads the kinds of purchases in a list of three, lettered or not', () => {
    const { tables } = recogniseText('政府采购预算明细表', '单位：万元', row('采购类别', '金额'), row('A-货物', '2.00'), row('C-服务', '3.00'), row('合计', '5.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.procurement)).toEqual(['all/goods', 'all/services', 'all'])
  })

  it('keeps purchased services apart from procurement', () => {
    const { tables } = recogniseText('财政拨款政府购买服务明细表', '单位：万元', row('指导性目录', '', '预算金额'), row('一级', '二级', ''), row('合计', '', '5.00'), row('公共服务', '公益宣传服务', '2.00'), row('辅助性服务', '法律服务', '3.00'))
    expect(tables.map(({ kind }) => kind)).toEqual(['purchasedServices'])
    expect(tables[0]?.cells[0]?.region).toEqual({ use: 'spent', procurement: 'purchased' })
  })
})
