import { describe, expect, it } from 'vitest'
import { recogniseText, regionsOf, row } from './recognise-text.ts'

/** 收支总表 that prints its expenditure by three classifications beside each other. */
const fourSides = (...rows: readonly string[]): readonly string[] => [
  '2024年部门综合预算收支总表', '单位：万元', row('收入', '', '支出', '', '', '', '', ''),
  row('项目', '预算数', '支出功能分类科目（按大类）', '预算数', '部门预算支出经济分类科目（按大类）', '预算数', '政府预算支出经济分类科目（按大类）', '预算数'), ...rows,
]

describe('columnGroups › several label and amount columns side by side', () => {
  it('reads each group in the classification that its head names', () => {
    const { tables } = recogniseText(...fourSides(
      row('1、一般公共预算拨款', '30.00', '1、一般公共服务支出', '20.00', '1、人员经费和公用经费支出', '18.00', '1、机关工资福利支出', '16.00'),
      row('2、政府性基金拨款', '', '2、教育支出', '10.00', '(1)工资福利支出', '16.00', '2、机关商品和服务支出', '14.00'),
      row('', '', '', '', '(2)商品和服务支出', '2.00', '', ''),
      row('', '', '', '', '2、专项业务经费支出', '12.00', '', ''),
      row('', '', '', '', '(1)商品和服务支出', '12.00', '', ''),
      row('本年收入合计', '30.00', '本年支出合计', '30.00', '本年支出合计', '30.00', '本年支出合计', '30.00'),
    ))
    expect(tables[0]?.cells.filter(({ printed }) => printed.kind === 'stated').map(({ region, side }) => [side, region])).toEqual([
      ['revenue', { fund: 'fiscal/generalPublic', period: 'current' }],
      ['revenue', { period: 'current' }],
      ['expenditure', { use: 'spent', function: '201' }],
      ['expenditure', { use: 'spent', function: '205' }],
      ['expenditure', { use: 'spent' }],
      ['expenditure', { use: 'spent', kind: 'basic' }],
      ['expenditure', { use: 'spent', kind: 'basic', economic: '301' }],
      ['expenditure', { use: 'spent', kind: 'basic', economic: '302' }],
      ['expenditure', { use: 'spent', kind: 'project' }],
      ['expenditure', { use: 'spent', kind: 'project', economic: '302' }],
      ['expenditure', { use: 'spent' }],
      ['expenditure', { use: 'spent', governmentEconomic: '501' }],
      ['expenditure', { use: 'spent', governmentEconomic: '502' }],
      ['expenditure', { use: 'spent' }],
    ])
  })

  it('tells the classification by the labels where the heads say only 项目', () => {
    const { tables } = recogniseText(
      '2024年部门收支总体情况表', '单位：万元', row('收入', '', '支出', '', '支出', ''), row('项目', '预算数', '项目', '预算数', '项目', '预算数'),
      row('一、一般公共预算拨款收入', '9.00', '一、教育支出', '9.00', '一、工资福利支出', '7.00'),
      row('', '', '二、卫生健康支出', '', '二、商品和服务支出', '2.00'),
    )
    expect(regionsOf(tables[0])).toMatchObject({
      '一、教育支出·支出 / 预算数': { function: '205' }, '一、工资福利支出·支出 / 预算数': { economic: '301' }, '二、商品和服务支出·支出 / 预算数': { economic: '302' },
    })
  })

  it('reads a list that is printed twice side by side as one list', () => {
    const { tables } = recogniseText(
      '2024年一般公共预算基本支出表', '单位：万元', row('经济科目编码', '经济科目名称', '预算数', '经济科目编码', '经济科目名称', '预算数'),
      row('301', '工资福利支出', '7.00', '302', '商品和服务支出', '2.00'), row('30101', '基本工资', '7.00', '30201', '办公费', '2.00'),
    )
    expect(tables[0]?.cells.map(({ region }) => region?.economic)).toEqual(['301', '301/30101', '302', '302/30201'])
  })
})

describe('headingRows › rows that only head others', () => {
  it('takes what a heading leaves blank for no statement', () => {
    const { document } = recogniseText(...fourSides(
      row('一、部门预算', '', '一、部门预算', '', '', '', '', ''),
      row('1、财政拨款', '', '1、一般公共服务支出', '30.00', '', '', '', ''),
      row('(1)一般公共预算拨款', '30.00', '', '', '', '', '', ''),
    ))
    expect(document.figures.filter(({ place }) => place.row === '一、部门预算' || place.row === '1、财政拨款')).toEqual([])
  })

  it('keeps a blank row that nothing deeper stands below', () => {
    const { document } = recogniseText(...fourSides(row('1、一般公共预算拨款', '', '1、一般公共服务支出', '30.00', '', '', '', ''), row('2、政府性基金拨款', '30.00', '', '', '', '', '', '')))
    expect(document.figures.filter(({ place }) => place.row === '1、一般公共预算拨款').map(({ printed }) => printed.kind)).toEqual(['blank'])
  })
})

describe('rowReader › rows of totals', () => {
  it('binds a total that is printed twice both times, so that the prints are compared', () => {
    const { tables } = recogniseText(...fourSides(row('一、部门预算', '30.00', '一、部门预算', '30.00', '', '', '', ''), row('本年收入合计', '30.00', '本年支出合计', '31.00', '', '', '', '')))
    expect(regionsOf(tables[0])).toEqual({
      '一、部门预算·收入 / 预算数': { period: 'current' }, '一、部门预算·支出 / 预算数': { use: 'spent' },
      '本年收入合计·收入 / 预算数': { period: 'current' }, '本年支出合计·支出 / 预算数': { use: 'spent' },
    })
  })
})
