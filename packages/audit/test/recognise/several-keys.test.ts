import { deriveIdentities, judge } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { unboundLines } from '../../src/recognise/collect-figures.ts'
import { recogniseText, type RecognisedText, row } from './recognise-text.ts'

const outcomes = ({ document }: RecognisedText): readonly string[] =>
  deriveIdentities(document.figures, { rounding: 'half-up', gaps: unboundLines(document.tables) }).identities.map((identity) => judge(identity, 'half-up').outcome)

/** 支出总表 by function, government subject and department subject, the total below. */
const crossed = (second: string): RecognisedText => recogniseText(
  '支出总表', '单位：万元', row('支出功能分类科目', '政府支出经济分类科目', '部门支出经济分类科目', '合计', '基本支出', '项目支出'),
  row('2070109-群众文化', '50501-工资福利支出', '30101-基本工资', '20.00', '20.00', ''),
  row('2070109-群众文化', '50502-商品和服务支出', '30201-办公费', second, '3.00', '2.00'),
  row('2210201-住房公积金', '50501-工资福利支出', '30113-住房公积金', '4.00', '4.00', ''),
  row('合计', '', '', '29.00', '27.00', '2.00'))

describe('rowNaming › rows that name several things', () => {
  it('meets the function, the government subject and the department subject of a row', () => {
    const regions = crossed('5.00').tables[0]?.cells.filter(({ column }) => column === 3).map(({ region }) => region)
    expect(regions).toEqual([
      { use: 'spent', function: '207/20701/2070109', governmentEconomic: '505/50501', economic: '301/30101' },
      { use: 'spent', function: '207/20701/2070109', governmentEconomic: '505/50502', economic: '302/30201' },
      { use: 'spent', function: '221/22102/2210201', governmentEconomic: '505/50501', economic: '301/30113' },
      { use: 'spent' },
    ])
  })

  it('proves the total of such a list and finds a changed digit', () => {
    expect(outcomes(crossed('5.00'))).not.toContain('conflict')
    expect(outcomes(crossed('5.10'))).toContain('conflict')
  })

  it('reads 类 and 款 of two classifications side by side, subtotals by both', () => {
    const found = recogniseText(
      '一般公共预算基本支出情况表', '单位：万元', row('科目编码', '', '部门预算支出经济分类科目名称', '科目编码', '', '政府预算支出经济分类科目名称', '合计'), row('类', '款', '', '类', '款', '', ''),
      row('', '', '合计', '', '', '', '30.00'), row('301', '', '工资福利支出', '501', '', '机关工资福利支出', '20.00'), row('301', '01', '基本工资', '501', '01', '工资奖金津补贴', '20.00'),
      row('301', '', '工资福利支出', '505', '', '对事业单位经常性补助', '10.00'), row('301', '01', '基本工资', '505', '01', '工资福利支出', '10.00'))
    expect(found.tables[0]?.cells.map(({ region }) => [region?.economic, region?.governmentEconomic])).toEqual([
      [undefined, undefined], ['301', '501'], ['301/30101', '501/50101'], ['301', '505'], ['301/30101', '505/50501'],
    ])
    expect(outcomes(found)).not.toContain('conflict')
  })

  it('leaves the government subject out where each department subject stands once', () => {
    const { tables } = recogniseText(
      '一般公共预算基本支出情况表', '单位：万元', row('科目编码', '部门预算支出经济分类科目名称', '科目编码', '政府预算支出经济分类科目名称', '合计'),
      row('30101', '基本工资', '50501', '工资福利支出', '20.00'), row('30201', '办公费', '50502', '商品和服务支出', '5.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.governmentEconomic)).toEqual([undefined, undefined])
  })
})

describe('textColumns', () => {
  it('keeps a second list beside the first apart whatever its head says', () => {
    const found = recogniseText(
      '部门收支总体情况表', '单位：万元', row('收入', '', '支出', '', '', ''), row('项目', '预算数', '项目', '预算数', '项目（按用途）', '预算数'),
      row('一、事业收入', '9.00', '一、文化旅游体育与传媒支出', '7.00', '一、基本支出', '6.00'), row('', '', '二、住房保障支出', '2.00', '二、项目支出', '3.00'), row('收入总计', '9.00', '支出总计', '9.00', '支出总计', '9.00'))
    expect(found.tables[0]?.cells.filter(({ column, printed }) => column === 5 && printed.kind === 'stated').map(({ region }) => region?.kind)).toEqual(['basic', 'project', undefined])
    expect(outcomes(found)).not.toContain('conflict')
  })
})

describe('codedSide', () => {
  it('reads purchases by subject where every row has a code, and projects where none has', () => {
    const found = recogniseText(
      '政府采购预算表', '单位：万元', row('科目编码', '科目名称', '合计'), row('', '合计', '6.00'), row('2070104', '图书馆', '2.00'), row('2070109', '群众文化', '4.00'), '',
      '一般公共预算项目支出表', '单位：万元', row('科目编码', '科目名称', '项目名称', '金额'), row('2070104', '图书馆', '图书采购', '2.00'), row('2070109', '群众文化', '展厅维护', '3.00'), row('合计', '', '', '5.00'))
    expect(found.tables[0]?.cells.map(({ region }) => region?.function)).toEqual([undefined, '207/20701/2070104', '207/20701/2070109'])
    expect(found.tables[1]?.cells.map(({ region }) => region?.project)).toEqual(['图书采购', '展厅维护', undefined])
  })
})

describe('codeReader', () => {
  it('goes on with 类 and 款 of the rows above where a row prints only its own part', () => {
    const { tables } = recogniseText(
      '支出总体情况表', '单位：万元', row('科目编码', '', '', '科目名称', '合计'), row('类', '款', '项', '', ''),
      row('207', '', '', '文化旅游体育与传媒支出', '9.00'), row('', '01', '', '文化和旅游', '9.00'), row('', '', '04', '图书馆', '5.00'), row('', '', '09', '群众文化', '4.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.function)).toEqual(['207', '207/20701', '207/20701/2070104', '207/20701/2070109'])
  })
})

describe('subjectByName › names without codes', () => {
  it('finds 行政运行 below the 款 that it stands under', () => {
    const { tables } = recogniseText(
      '部门支出预算总表', '单位：万元', row('功能分类科目名称', '总计'), row('合计', '9.00'),
      row('社会保障和就业支出', '5.00'), row('人力资源和社会保障管理事务', '5.00'), row('行政运行', '5.00'), row('卫生健康支出', '4.00'), row('卫生健康管理事务', '4.00'), row('行政运行', '4.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.function)).toEqual([
      undefined, '208', '208/20801', '208/20801/2080101', '210', '210/21001', '210/21001/2100101',
    ])
  })
})

describe('pieceOf › one subject in several rows', () => {
  const listed = (total: string): RecognisedText => recogniseText(
    '一般公共预算支出表', '单位：万元', row('科目编码', '科目名称', '合计', '基本支出', '项目支出'),
    row('2070104', '图书馆', '5.00', '3.00', '2.00'), row('2210201', '住房公积金', '1.00', '1.00', ''),
    row('2070104', '图书馆', '7.00', '6.00', '1.00'), row('2210201', '住房公积金', '2.00', '2.00', ''), row('', '合计', total, '12.00', '3.00'))

  it('takes the rows of unnamed units for pieces where they add up to the total', () => {
    expect(listed('15.00').tables[0]?.cells.filter(({ column }) => column === 2).map(({ region }) => region?.function)).toEqual([
      '207/20701/2070104/第1行', '221/22102/2210201/第1行', '207/20701/2070104/第2行', '221/22102/2210201/第2行', undefined,
    ])
    expect(outcomes(listed('15.00'))).not.toContain('conflict')
  })

  it('finds a digit that is wrong in one column, the others proving the pieces', () => {
    expect(outcomes(listed('15.40'))).toContain('conflict')
  })

  it('reports a single subject that stands twice as a mistake, whatever the total', () => {
    const { tables, problems } = recogniseText(
      '一般公共预算支出表', '单位：万元', row('科目编码', '科目名称', '合计'), row('合计', '', '12.00'), row('2070104', '图书馆', '5.00'), row('2070104', '图书馆', '7.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.function)).toEqual([undefined, '207/20701/2070104', undefined])
    expect(problems.map(({ code }) => code)).toContain('audit.table.duplicateRow')
  })

  it('sums the pieces for a class that another table prints', () => {
    const { document } = recogniseText(
      '收支总表', '单位：万元', row('收入', '', '支出', ''), row('项目', '预算数', '项目', '预算数'),
      row('一、一般公共预算拨款收入', '15.00', '一、文化旅游体育与传媒支出', '12.00'), row('', '', '二、住房保障支出', '3.50'), row('收入总计', '15.00', '支出总计', '15.00'), '',
      '支出总表', '单位：万元', row('科目编码', '科目名称', '合计'), row('2070104', '图书馆', '5.00'), row('2210201', '住房公积金', '1.00'),
      row('2070104', '图书馆', '7.00'), row('2210201', '住房公积金', '2.00'), row('合计', '', '15.00'))
    const conflicts = deriveIdentities(document.figures).identities.filter((identity) => judge(identity, 'half-up').outcome === 'conflict')
    expect(conflicts.some(({ whole, parts }) => whole.printed.text === '3.50' && parts.map(({ printed }) => printed.text).join() === '1.00,2.00')).toBe(true)
  })
})
