import { describe, expect, it } from 'vitest'
import { expenditureTable, recogniseText, regionsOf, row } from './recognise-text.ts'

describe('rowReader › subjects', () => {
  it('reads codes of all three levels as paths', () => {
    const { tables } = recogniseText(...expenditureTable(row('208', '社会保障和就业支出', '8.00'), row('20805', '行政事业单位养老支出', '8.00'), row('2080502', '事业单位离退休', '8.00')))
    expect(Object.values(regionsOf(tables[0]))).toEqual([
      { use: 'spent', function: '208' }, { use: 'spent', function: '208/20805' }, { use: 'spent', function: '208/20805/2080502' },
    ])
  })

  it('reads a numbered class by its name', () => {
    const { tables } = recogniseText('2024年预算支出总表', '单位：万元', row('项目', '合计'), row('八、社会保障和就业支出', '8.00'), row('二十、住房保障支出', '2.00'))
    expect(regionsOf(tables[0])).toEqual({
      '八、社会保障和就业支出·合计': { use: 'spent', function: '208' }, '二十、住房保障支出·合计': { use: 'spent', function: '221' },
    })
  })

  it('reads a code that no list knows by its digits, since new subjects come every year', () => {
    const { tables } = recogniseText(...expenditureTable(row('2089977', '新设科目', '8.00')))
    expect(regionsOf(tables[0])).toEqual({ '2089977·合计': { use: 'spent', function: '208/20899/2089977' } })
  })

  it('says of a row that it cannot read why', () => {
    const { tables } = recogniseText(...expenditureTable(row('', '某种支出', '8.00')))
    expect(regionsOf(tables[0])).toEqual({ '某种支出·合计': '（行“某种支出”不在词表和科目表中）' })
  })

  it('reads economic subjects by name under the class that they stand in', () => {
    const { tables } = recogniseText(
      '2024年一般公共预算安排基本支出分经济科目表', '单位：万元', row('部门预算支出经济科目名称', '合计', '人员经费', '公用经费'),
      row('工资福利支出', '10.00', '10.00', ''), row('奖金', '6.00', '6.00', ''), row('商品和服务支出', '3.00', '', '3.00'), row('办公费', '3.00', '', '3.00'),
    )
    expect(tables[0]?.cells.filter(({ column }) => column === 1).map(({ region }) => region?.economic)).toEqual(['301', '301/30103', '302', '302/30201'])
    expect(tables[0]?.cells.filter(({ row: index }) => index === 1).map(({ region }) => region?.kind)).toEqual(['basic', 'basic/personnel', 'basic/operating'])
  })

  it('reports a row that stands twice, with its place, and binds the first only', () => {
    const { tables, problems } = recogniseText(...expenditureTable(row('合计', '', '10.00'), row('208', '社会保障和就业支出', '10.00'), row('208', '社会保障和就业支出', '10.00')))
    expect(tables[0]?.cells.flatMap(({ region, unbound, printed }) => (printed.kind === 'stated' ? [region === undefined ? unbound : 'bound'] : []))).toEqual(['bound', 'bound', '行“208”重复'])
    expect(problems.map(({ code, place }) => [code, place.row, place.line])).toEqual([['audit.table.duplicateRow', '208', 9]])
    expect(problems[0]?.remedy).not.toBe('')
  })
})

describe('rowReader › totals and carried-over money', () => {
  const summary = (...rows: readonly string[]) => regionsOf(recogniseText('2024年财政拨款收支总表', '单位：万元', row('收入', '', '支出', ''), row('项目', '金额', '项目', '金额'), ...rows).tables[0])

  it('reads rows that number on from 一、 again below 上年财政拨款结转 as carried in', () => {
    expect(
      summary(
        row('一、一般公共预算', '10.00'), row('二、政府性基金预算', '2.00'), row('本年收入合计', '12.00'),
        row('上年财政拨款结转', '3.00'), row('一、一般公共预算', '2.00'), row('二、政府性基金预算', '1.00'), row('收入总计', '15.00'),
      ),
    ).toMatchObject({ '本年收入合计·收入 / 金额': { fund: 'fiscal', period: 'current' }, '上年财政拨款结转·收入 / 金额': { fund: 'fiscal', period: 'carriedIn' }, '收入总计·收入 / 金额': { fund: 'fiscal' } })
    const { tables } = recogniseText(
      '2024年财政拨款收支总表', '单位：万元', row('收入', '', '支出', ''), row('项目', '金额', '项目', '金额'),
      row('一、一般公共预算', '10.00'), row('本年收入合计', '10.00'), row('上年财政拨款结转', '2.00'), row('一、一般公共预算', '2.00'), row('收入总计', '12.00'),
    )
    expect(tables[0]?.cells.flatMap(({ region }) => (region?.fund === 'fiscal/generalPublic' ? [region.period] : []))).toEqual(['current', 'carriedIn'])
  })

  it('reads a total printed across the code column', () => {
    const { tables } = recogniseText(...expenditureTable(row('合计', '', '30.00', '18.00', '12.00')))
    expect(regionsOf(tables[0])).toEqual({ '合计·合计': { use: 'spent' }, '合计·基本支出': { use: 'spent', kind: 'basic' }, '合计·项目支出': { use: 'spent', kind: 'project' } })
  })

  it('marks picked-out rows (其中), which are no complete parts of a sum', () => {
    const { document } = recogniseText(...expenditureTable(row('208', '社会保障和就业支出', '10.00'), row('', '其中：住房保障支出', '4.00')))
    const stated = document.figures.filter(({ printed }) => printed.kind === 'stated')
    expect(stated.map(({ region, partial }) => [region.function, partial])).toEqual([['208', false], ['221', true]])
  })

  it('does not take the row itself for a repetition of its picked-out print', () => {
    const { tables, problems } = recogniseText(...expenditureTable(row('合计', '', '10.00'), row('', '其中：住房保障支出', '4.00'), row('208', '社会保障和就业支出', '6.00'), row('221', '住房保障支出', '4.00')))
    expect(problems).toEqual([])
    expect(tables[0]?.cells.filter(({ printed }) => printed.kind === 'stated').map(({ region }) => region?.function ?? 'all')).toEqual(['all', '221', '208', '221'])
  })
})

describe('rowReader › units and projects', () => {
  const projects = (...rows: readonly string[]) => recogniseText('2024年项目支出预算表（本年预算）', '单位：万元', row('项目名称', '合计'), ...rows)
  const common = { use: 'spent', kind: 'project', period: 'current' }

  it('takes the department’s own name first for the whole, then for the unit of that name', () => {
    const { tables } = projects(row('清河县文化馆', '9.00'), row('清河县文化馆', '9.00'), row('送戏下乡', '4.00'), row('古籍修复', '5.00'))
    expect(tables[0]?.cells.map(({ region }) => region)).toEqual([
      common, { ...common, unit: '清河县文化馆' }, { ...common, unit: '清河县文化馆', project: '送戏下乡' }, { ...common, unit: '清河县文化馆', project: '古籍修复' },
    ])
  })

  it('takes a word for what no project is as the name of one', () => {
    const { tables } = projects(row('清河县文化馆', '9.00'), row('清河县文化馆', '9.00'), row('公用经费', '4.00'), row('年终结转', '5.00'))
    expect(tables[0]?.cells.slice(2).map(({ region }) => region?.project)).toEqual(['公用经费', '年终结转'])
  })

  it('keeps projects of one name apart when different units run them', () => {
    const { tables, problems } = recogniseText(
      '2024年机关运行经费预算财政拨款情况统计表', '单位：万元', row('单位名称', '合计'), row('部门合计', '2.00'), row('清河县文化馆', '1.00'), row('清河县图书馆', '1.00'), '',
      '2024年项目支出预算表（本年预算）', '单位：万元', row('项目名称', '合计'),
      row('清河县文化馆', '9.00'), row('清河县文化馆', '4.00'), row('免费开放', '4.00'), row('清河县图书馆', '5.00'), row('免费开放', '5.00'),
    )
    expect(problems).toEqual([])
    expect(tables[1]?.cells.map(({ region }) => region?.project ?? region?.unit ?? 'all')).toEqual(['all', '清河县文化馆', '免费开放', '清河县图书馆', '免费开放'])
    expect(tables[1]?.cells.at(-1)?.region).toEqual({ ...common, unit: '清河县图书馆', project: '免费开放' })
  })
})
