import { describe, expect, it } from 'vitest'
import { expenditureTable, recogniseText, regionsOf, row } from './recognise-text.ts'

const kindsOf = (...titles: readonly string[]): readonly string[] =>
  titles.map((title) => recogniseText(title, '单位：万元', row('科目编码', '科目名称', '合计'), row('208', '社会保障和就业支出', '10.00')).tables[0]?.kind ?? '')

describe('recogniseTables › titles', () => {
  it('knows a table by the words of its title, as other places call it', () => {
    expect(kindsOf('部门收支总体情况表', '部门收入总体情况表', '部门支出总体情况表', '财政拨款收支总体情况表', '一般公共预算支出情况表')).toEqual([
      'revenueExpenditureSummary', 'revenueSummary', 'expenditureSummary', 'fiscalAppropriationSummary', 'generalPublicExpenditure',
    ])
    expect(kindsOf('2024年部门收支总表', '2024年部门收入总表', '2024年部门支出总表', '2024 年 财政拨款收支总表')).toEqual([
      'revenueExpenditureSummary', 'revenueSummary', 'expenditureSummary', 'fiscalAppropriationSummary',
    ])
    expect(kindsOf('一般公共预算基本支出情况表', '政府性基金预算支出情况表', '国有资本经营预算收支情况表', '财政拨款“三公”经费支出情况表')).toEqual([
      'generalPublicBasicExpenditure', 'governmentFundExpenditure', 'stateCapitalSummary', 'threePublic',
    ])
  })

  it('does not take a sentence that mentions a table for its title', () => {
    const { tables, document } = recogniseText('详见2024年预算支出总表。', row('科目编码', '科目名称', '合计'), row('208', '社会保障和就业支出', '10.00'))
    expect(tables).toEqual([])
    expect(document.unrecognised.map(({ amounts }) => amounts)).toEqual([1])
  })

  it('lists a table that it does not know, with the amounts in it', () => {
    const { tables, document } = recogniseText('2024年会议费明细表', '单位：万元', row('会议名称', '金额'), row('读书节', '1.20'), row('年会', '0.80'))
    expect(tables).toEqual([])
    expect(document.unrecognised).toMatchObject([{ title: '2024年会议费明细表', amounts: 2, reason: '表题不在词表中，表内数字未读' }])
  })

  it('takes a table of contents for no table', () => {
    const { tables, document, problems } = recogniseText('目录', row('第二部分 预算报表', '3'), row('2024年预算收支总表.....', '3'), row('2024年预算支出总表.....', '5'))
    expect([tables, document.unrecognised, problems]).toEqual([[], [], []])
  })

  it('does not count carried-over money in a table that says so in its title', () => {
    const plain = recogniseText('2024年一般公共预算支出预算表（不含上年结转）', '单位：万元', row('科目编码', '科目名称', '合计'), row('208', '社会保障和就业支出', '10.00'))
    expect(regionsOf(plain.tables[0])).toEqual({ '208·合计': { use: 'spent', fund: 'fiscal/generalPublic', period: 'current', function: '208' } })
  })
})

describe('recogniseTables › heads', () => {
  it('reads a head over several columns together with the heads below it', () => {
    const { tables } = recogniseText(
      '2024年预算收入总表', '单位：万元',
      row('项目', '', '本年收入', '', '', '上年结转'),
      row('科目编码', '科目名称', '合计', '一般公共预算', '单位资金', ''),
      row('208', '社会保障和就业支出', '10.00', '8.00', '2.00', '1.00'),
    )
    expect(regionsOf(tables[0])).toEqual({
      '208·本年收入 / 合计': { period: 'current', function: '208' },
      '208·本年收入 / 一般公共预算': { period: 'current', fund: 'fiscal/generalPublic', function: '208' },
      '208·本年收入 / 单位资金': { period: 'current', fund: 'unitFunds', function: '208' },
      '208·上年结转': { period: 'carriedIn', function: '208' },
    })
  })

  it('reads heads of three levels', () => {
    const { tables } = recogniseText(
      '2024年财政拨款收支总表', '单位：万元',
      row('收入', '', '支出', '', ''),
      row('项目', '金额', '项目', '金额', ''),
      row('', '', '', '小计', '政府性基金预算'),
      row('一、一般公共预算', '10.00', '一、一般公共服务支出', '10.00', '0.00'),
    )
    expect(regionsOf(tables[0])).toEqual({
      '一、一般公共预算·收入 / 金额': { fund: 'fiscal/generalPublic', period: 'current' },
      '一、一般公共服务支出·支出 / 金额 / 小计': { fund: 'fiscal', use: 'spent', function: '201' },
      '一、一般公共服务支出·支出 / 金额 / 政府性基金预算': { fund: 'fiscal/governmentFund', use: 'spent', function: '201' },
    })
  })

  it('skips the row that numbers the columns, also with 栏次 before it', () => {
    for (const index of [row('1', '2', '3', '4', '5'), row('栏次', '', '1', '2', '3')]) {
      const { tables } = recogniseText(...expenditureTable(index, row('208', '社会保障和就业支出', '10.00', '6.00', '4.00')))
      expect(tables[0]?.rows.map(({ code }) => code)).toEqual(['208'])
      expect(Object.keys(regionsOf(tables[0]))).toEqual(['208·合计', '208·基本支出', '208·项目支出'])
    }
  })

  it('keeps the two sides of a row apart', () => {
    const { tables } = recogniseText(
      '2024年预算收支总表', '单位：万元',
      row('收入', '', '支出', ''),
      row('项目', '预算数', '项目', '预算数'),
      row('一、一般公共预算', '10.00', '八、社会保障和就业支出', '9.00'),
      row('本年收入合计', '10.00', '本年支出合计', '9.00'),
      row('', '', '年终结转', '1.00'),
      row('收入总计', '10.00', '支出总计', '10.00'),
    )
    expect(regionsOf(tables[0])).toEqual({
      '一、一般公共预算·收入 / 预算数': { fund: 'fiscal/generalPublic', period: 'current' },
      '本年收入合计·收入 / 预算数': { period: 'current' },
      '收入总计·收入 / 预算数': {},
      '八、社会保障和就业支出·支出 / 预算数': { use: 'spent', function: '208' },
      '本年支出合计·支出 / 预算数': { use: 'spent' },
      '年终结转·支出 / 预算数': { use: 'carriedOut' },
      '支出总计·支出 / 预算数': {},
    })
  })

  it('names the head that it does not know, and binds nothing below it', () => {
    const { tables } = recogniseText('2024年预算支出总表', '单位：万元', row('科目编码', '科目名称', '合计', '机动安排'), row('208', '社会保障和就业支出', '10.00', '1.00'))
    expect(regionsOf(tables[0])).toEqual({ '208·合计': { use: 'spent', function: '208' }, '208·机动安排': '（列头“机动安排”不在词表中）' })
  })
})

describe('recogniseTables › units', () => {
  const rows = [row('科目编码', '科目名称', '合计'), row('208', '社会保障和就业支出', '100,000.50')]

  it('reads yuan with two decimals to the fen', () => {
    const { tables, problems } = recogniseText('2024年预算支出总表', '单位：元', ...rows)
    expect(tables[0]?.cells.map(({ printed }) => printed)).toMatchObject([{ kind: 'stated', stated: { value: 10_000_050, quantum: 1 } }])
    expect(problems).toEqual([])
  })

  it('reads no amount of a table without a unit, and says where and what to do', () => {
    const { tables, problems } = recogniseText('2024年预算支出总表', ...rows)
    expect(tables[0]?.cells.map(({ printed }) => printed)).toMatchObject([{ kind: 'unreadable', reason: 'no-unit' }])
    expect(problems.map(({ code, place }) => [code, place.table])).toEqual([['audit.table.noUnit', '2024年预算支出总表']])
    expect(problems[0]?.remedy).toContain('单位：万元')
  })

  it('reads no amount of a table with two units', () => {
    const { tables, problems } = recogniseText('2024年预算支出总表', '单位：万元', '金额单位：元', ...rows)
    expect(tables[0]?.cells.map(({ printed }) => printed.kind)).toEqual(['unreadable'])
    expect(problems.map(({ code }) => code)).toEqual(['audit.table.twoUnits'])
    expect(problems[0]?.detail).toContain('“元”')
    expect(problems[0]?.detail).toContain('“万元”')
  })

  it('asks for no unit where nothing is printed', () => {
    expect(recogniseText('2024年预算支出总表', row('科目编码', '科目名称', '合计'), row('合计', '', '')).problems).toEqual([])
  })

  it('does not borrow the unit of the table before', () => {
    const { tables } = recogniseText(...expenditureTable(row('208', '社会保障和就业支出', '10.00', '10.00', '')), '', '2024年预算收入总表', ...rows)
    expect(tables.map(({ unit }) => unit)).toEqual(['万元', undefined])
  })
})

describe('recogniseTables › a table in pieces', () => {
  const whole = expenditureTable(row('合计', '', '30.00', '18.00', '12.00'), row('207', '文化旅游体育与传媒支出', '20.00', '11.00', '9.00'), row('208', '社会保障和就业支出', '10.00', '7.00', '3.00'))
  const codes = ['合计', '207', '208']

  it('goes on after a blank line and after a page break', () => {
    const plain = regionsOf(recogniseText(...whole).tables[0])
    for (const cut of ['', '\f']) {
      const { tables } = recogniseText(...whole.slice(0, 5), cut, ...whole.slice(5))
      expect(tables).toHaveLength(1)
      expect(tables[0]?.rows.map(({ code, label }) => code ?? label)).toEqual(codes)
      expect(regionsOf(tables[0])).toEqual(plain)
    }
  })

  it('is another table after a line of text', () => {
    const { tables } = recogniseText(...whole, '', '2024年预算收入总表', '单位：万元', row('科目编码', '科目名称', '合计'), row('208', '社会保障和就业支出', '10.00'))
    expect(tables.map(({ kind }) => kind)).toEqual(['expenditureSummary', 'revenueSummary'])
  })
})

describe('recogniseTables › notes', () => {
  const empty = ['2024年政府性基金预算支出表', '单位：万元', row('科目编码', '科目名称', '合计', '基本支出', '项目支出'), row('合计', '', '', '', '')]

  it('finds 本表无数据 below the table or in it', () => {
    expect(recogniseText(...empty, '注：本表无数据').tables[0]?.noDataNote).toMatchObject({ line: 8 })
    expect(recogniseText(...empty, row('本表无数据', '', '', '', '')).tables[0]?.noDataNote).toMatchObject({ line: 8 })
    expect(recogniseText(...empty).tables[0]?.noDataNote).toBeUndefined()
  })

  it('keeps blanks, dashes, zeros and what it cannot read apart', () => {
    const { tables } = recogniseText(...expenditureTable(row('208', '社会保障和就业支出', '', '—', '0.00'), row('210', '卫生健康支出', '1O.00', '1.0 2', '1,0.00')))
    expect(tables[0]?.cells.map(({ printed }) => printed.kind)).toEqual(['blank', 'dash', 'stated', 'unreadable', 'unreadable', 'unreadable'])
  })
})

describe('recogniseTables › figures', () => {
  it('gives every bound cell a figure in the budget year, with its place in words and in the document', () => {
    const { document } = recogniseText(...expenditureTable(row('208', '社会保障和就业支出', '10.00', '6.00', '4.00')))
    expect(document.figures.map(({ region }) => region.year)).toEqual(['2024', '2024', '2024'])
    expect(document.figures[1]?.place).toMatchObject({ table: '2024年预算支出总表', row: '208', column: '基本支出', line: 7, rowIndex: 1, columnIndex: 3 })
    expect(new Set(document.figures.map(({ id }) => id)).size).toBe(3)
  })

  it('makes no figure of a cell that it could not bind', () => {
    const { document, tables } = recogniseText(...expenditureTable(row('合计', '', '30.00', '18.00', '12.00'), row('', '某种支出', '1.00', '1.00', '')))
    expect(tables[0]?.cells.filter(({ region }) => region === undefined).map(({ printed }) => printed.text)).toEqual(['1.00', '1.00', ''])
    expect(document.figures.map(({ printed }) => printed.text)).toEqual(['30.00', '18.00', '12.00'])
  })
})
