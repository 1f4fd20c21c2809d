import { deriveIdentities, judge } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { recogniseText, regionsOf, row, type RecognisedText } from './recognise-text.ts'

const unbound = ({ tables }: RecognisedText): readonly string[] =>
  tables.flatMap(({ cells }) => cells.flatMap(({ region, change, unbound: why, printed }) => (printed.kind === 'stated' && region === undefined && change === undefined ? [why ?? ''] : [])))

const outcomes = ({ document }: RecognisedText): readonly string[] =>
  [...new Set(deriveIdentities(document.figures).identities.map((identity) => judge(identity).outcome))]

describe('recogniseDocument › unit and subject in one column, codes in 类 款 项', () => {
  const table = (...rows: readonly string[]): RecognisedText => recogniseText(
    '部门支出总表', '单位：万元', row('科目编码', '', '', '单位代码', '单位名称（科目）', '合计', '基本支出', '项目支出'), row('类', '款', '项', '', '', '', '', ''),
    row('', '', '', '', '合    计', '1,000.00', '700.00', '300.00'), row('', '', '', '301001', '清河县文化旅游局机关', '600.00', '400.00', '200.00'),
    row('207', '01', '01', '301001', '行政运行', '400.00', '400.00', ''), row('207', '01', '14', '301001', '文化和旅游管理事务', '200.00', '', '200.00'),
    row('', '', '', '301002', '清河县图书馆', '400.00', '300.00', '100.00'), ...rows,
  )
  const whole = table(row('207', '01', '04', '301002', '图书馆', '400.00', '300.00', '100.00'))

  it('reads units and their subjects', () => {
    expect(unbound(whole)).toEqual([])
    expect(whole.tables[0]?.cells.filter(({ column }) => column === 5).map(({ region }) => [region?.unit, region?.function])).toEqual([
      [undefined, undefined], ['清河县文化旅游局机关', undefined], ['清河县文化旅游局机关', '207/20701/2070101'], ['清河县文化旅游局机关', '207/20701/2070114'],
      ['清河县图书馆', undefined], ['清河县图书馆', '207/20701/2070104'],
    ])
  })

  it('proves the units against the total and the subjects against their unit', () => {
    expect(outcomes(whole)).toEqual(['exact'])
    expect(outcomes(table(row('207', '01', '04', '301002', '图书馆', '390.00', '300.00', '100.00')))).toContain('conflict')
  })
})

describe('recogniseDocument › the department above its units', () => {
  it('takes the numbered department for the whole and its namesake below for a unit', () => {
    const read = recogniseText(
      '部门收入预算表', '单位：万元', row('部门（单位）代码', '部门（单位）名称', '合计', '本年收入', '', ''), row('', '', '', '小计', '一般公共预算', '单位资金'),
      row('合计', '', '90.00', '90.00', '70.00', '20.00'), row('105', '清河县文化馆', '90.00', '90.00', '70.00', '20.00'),
      row('105001', '清河县文化馆', '60.00', '60.00', '60.00', ''), row('105002', '清河县图书馆', '30.00', '30.00', '10.00', '20.00'),
    )
    expect(unbound(read)).toEqual([])
    expect(read.tables[0]?.kind).toBe('revenueSummary')
    expect(read.tables[0]?.cells.filter(({ column }) => column === 2).map(({ region }) => region?.unit)).toEqual([undefined, undefined, '清河县文化馆', '清河县图书馆'])
    expect(outcomes(read)).toEqual(['exact'])
  })

  it('takes the only unit of a table without a total row for the whole', () => {
    const { tables } = recogniseText(
      '一般公共预算支出表（按功能分类）', '单位：万元', row('预算单位', '科目编码', '科目名称', '支出总计', '基本支出', '项目支出'),
      row('清河县文化馆', '', '', '30.00', '20.00', '10.00'), row('', '207', '文化旅游体育与传媒支出', '30.00', '20.00', '10.00'),
    )
    expect(tables[0]?.cells.map(({ region }) => [region?.unit, region?.function])).toEqual([...Array<readonly undefined[]>(3).fill([undefined, undefined]), ...Array<readonly (string | undefined)[]>(3).fill([undefined, '207'])])
  })
})

describe('recogniseDocument › classes of economic subjects as columns', () => {
  it('reads 工资福利支出 under 基本支出 as that class of basic expenditure', () => {
    const { tables } = recogniseText(
      '部门支出总体情况表', '单位：万元', row('科目编码', '科目名称', '总计', '基本支出', '', '项目支出', '', ''), row('', '', '', '工资福利支出', '商品和服务支出', '小计', '其他运转类', '特定目标类'),
      row('207', '文化旅游体育与传媒支出', '100.00', '60.00', '10.00', '30.00', '12.00', '18.00'),
    )
    expect(tables[0]?.cells.map(({ region }) => [region?.kind, region?.economic])).toEqual([
      [undefined, undefined], ['basic', '301'], ['basic', '302'], ['project', undefined], ['project/running', undefined], ['project/targeted', undefined],
    ])
  })
})

describe('recogniseDocument › functions that head the economic subjects they are spent on', () => {
  it('reads both from one column of codes', () => {
    const read = recogniseText(
      '部门预算支出明细表（按功能科目和经济科目）', '单位：万元', row('科目编码', '科目名称', '合计', '一般公共预算'),
      row('', '合计', '30.00', '30.00'), row('2070104', '图书馆', '25.00', '25.00'), row('30101', '基本工资', '20.00', '20.00'), row('30201', '办公费', '5.00', '5.00'),
      row('2210201', '住房公积金', '5.00', '5.00'), row('30113', '住房公积金', '5.00', '5.00'),
    )
    expect(read.tables[0]?.cells.filter(({ column }) => column === 2).map(({ region }) => [region?.function, region?.economic])).toEqual([
      [undefined, undefined], ['207/20701/2070104', undefined], ['207/20701/2070104', '301/30101'], ['207/20701/2070104', '302/30201'],
      ['221/22102/2210201', undefined], ['221/22102/2210201', '301/30113'],
    ])
    expect(outcomes(read)).toEqual(['exact'])
  })
})

describe('recogniseDocument › “三公”经费 beside 会议费 and 培训费', () => {
  it('reads the total over all three as neither of them, in columns', () => {
    const { tables } = recogniseText(
      '一般公共预算拨款“三公”经费及会议费、培训费支出预算表', '单位：万元', row('单位名称', '合计', '“三公”经费预算', '', '会议费', '培训费'), row('', '', '小计', '公务接待费', '', ''),
      row('合计', '9.00', '4.00', '4.00', '2.00', '3.00'),
    )
    expect(tables[0]?.cells.map(({ region }) => region?.threePublic)).toEqual(['withMeetings', 'all', 'all/reception', 'meeting', 'training'])
  })

  it('reads the total over all three as neither of them, in rows', () => {
    const { tables } = recogniseText(
      '一般公共预算“三公”经费、会议费、培训费支出情况表', '单位：万元', row('项目', '预算数'),
      row('合计', '9.00'), row('一、“三公”经费小计', '4.00'), row('1.公务接待费', '4.00'), row('二、会议费', '2.00'), row('三、培训费', '3.00'),
    )
    expect(tables[0]?.cells.map(({ region }) => region?.threePublic)).toEqual(['withMeetings', 'all', 'all/reception', 'meeting', 'training'])
  })

  it('reads a row for each year that stands beside the unit', () => {
    const { tables } = recogniseText(
      '财政拨款“三公”经费支出表', '单位：万元', row('预算单位', '年度', '公务接待费', '公务用车运行维护费'),
      row('清河县文化馆', '2023年', '3.00', '6.00'), row('', '2024年', '2.00', '6.00'), row('', '增减变化金额', '-1.00', '0.00'),
    )
    expect(tables[0]?.cells.filter(({ column }) => column === 2).map(({ region, change }) => [region?.year, region?.threePublic, change?.kind])).toEqual([
      ['2023', 'all/reception', undefined], [undefined, 'all/reception', undefined], [undefined, 'all/reception', 'amount'],
    ])
  })
})

describe('recogniseDocument › what is picked out of a fund', () => {
  it('takes 其中：财政拨款 for a part of 一般公共预算, in rows and in columns', () => {
    const { tables } = recogniseText(
      '部门收支总体情况表', '单位：万元', row('收入', '', '支出', '', ''), row('项目', '金额', '项目', '一般公共预算', ''), row('', '', '', '小计', '其中：财政拨款'),
      row('一、一般公共预算', '50.00', '一、基本支出', '50.00', '48.00'), row('其中：财政拨款', '48.00', '', '', ''),
    )
    expect(regionsOf(tables[0])).toMatchObject({
      '其中：财政拨款·收入 / 金额': { fund: 'fiscal/generalPublic/allocated' }, '一、基本支出·支出 / 一般公共预算 / 其中：财政拨款': { fund: 'fiscal/generalPublic/allocated' },
    })
  })
})

describe('pickedFund › a label that names a topic', () => {
  it('leaves 其中：因公出国（境）费 the fund of its table', () => {
    const { tables } = recogniseText('财政拨款“三公”经费预算表', '单位：万元', row('项目', '合计', '一般公共预算'), row('“三公”经费', '3.00', '3.00'), row('其中：（一）因公出国（境）支出', '3.00', '3.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.fund)).toEqual(['fiscal', 'fiscal/generalPublic', 'fiscal', 'fiscal/generalPublic'])
  })
})

describe('titleLines › titles over two lines', () => {
  it('joins a line that stops before its 表 with the next, and a note in brackets with the title above', () => {
    const broken = recogniseText('2024年政府采购（资产配置、购买服务）', '预算表（不含上年结转）', '单位：万元', row('采购项目', '数量', '预算金额'), row('合计', '3', '9.00'))
    expect(broken.tables.map(({ kind, title }) => [kind, title])).toEqual([['procurement', '2024年政府采购（资产配置、购买服务）预算表（不含上年结转）']])
    const noted = recogniseText('2024年一般公共预算支出明细表', '（按经济分类科目分）', '单位：万元', row('科目编码', '科目名称', '合计'), row('301', '工资福利支出', '9.00'))
    expect(noted.tables.map(({ kind }) => kind)).toEqual(['generalPublicByEconomic'])
  })
})
