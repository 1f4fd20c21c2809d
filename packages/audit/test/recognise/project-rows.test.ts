import { describe, expect, it } from 'vitest'
import { recogniseText, row } from './recognise-text.ts'

const projects = (...rows: readonly string[]): readonly (readonly [string, string | undefined])[] => {
  const { tables } = recogniseText('2024年部门综合预算专项业务经费支出表', '单位：万元', row('单位编码', '单位（项目）名称', '项目金额', '项目简介'), ...rows)
  return (tables[0]?.cells ?? []).map(({ place, region }) => [place.row ?? '', region?.project])
}

describe('projectNodes › projects in groups', () => {
  it('finds the groups by their sums where no indent is left', () => {
    expect(projects(
      row('', '合计', '100.00', ''), row('', '通用项目', '30.00', ''), row('', '物业管理', '20.00', ''), row('', '食堂服务', '12.00', ''), row('', '保洁服务', '8.00', ''),
      row('', '法律顾问', '10.00', ''), row('', '专用项目', '70.00', ''), row('', '展览', '70.00', ''),
    )).toEqual([
      ['合计', undefined], ['通用项目', '通用项目'], ['物业管理', '通用项目/物业管理'], ['食堂服务', '通用项目/物业管理/食堂服务'], ['保洁服务', '通用项目/物业管理/保洁服务'],
      ['法律顾问', '通用项目/法律顾问'], ['专用项目', '专用项目'], ['展览', '专用项目/展览'],
    ])
  })

  it('leaves a list flat that adds up as it stands, whatever its rows add up to among themselves', () => {
    expect(projects(row('', '合计', '60.00', ''), row('', '展览', '30.00', ''), row('', '讲座', '10.00', ''), row('', '演出', '20.00', ''))).toEqual([
      ['合计', undefined], ['展览', '展览'], ['讲座', '讲座'], ['演出', '演出'],
    ])
  })

  it('does not take two projects of one amount for a group and its part', () => {
    expect(projects(row('', '合计', '50.00', ''), row('', '专用项目', '50.00', ''), row('', '展览', '20.00', ''), row('', '讲座', '20.00', ''), row('', '演出', '10.00', ''))).toEqual([
      ['合计', undefined], ['专用项目', '专用项目'], ['展览', '专用项目/展览'], ['讲座', '专用项目/讲座'], ['演出', '专用项目/演出'],
    ])
  })

  it('leaves the list flat where no grouping adds up: the difference is then reported', () => {
    expect(projects(row('', '合计', '99.00', ''), row('', '通用项目', '30.00', ''), row('', '物业管理', '21.00', ''))).toEqual([['合计', undefined], ['通用项目', '通用项目'], ['物业管理', '物业管理']])
  })

  it('numbers the lines of a project that takes several', () => {
    expect(projects(row('', '合计', '9.00', ''), row('', '设备购置', '4.00', ''), row('', '设备购置', '5.00', ''))).toEqual([['合计', undefined], ['设备购置', '设备购置/第1行'], ['设备购置', '设备购置/第2行']])
  })
})

describe('unitsByNumber › units and projects in one column', () => {
  it('takes the numbered rows for units, the first that prints the total for the department', () => {
    const { tables } = recogniseText(
      '2024年部门综合预算专项业务经费支出表', '单位：万元', row('单位编码', '单位（项目）名称', '项目金额'),
      row('', '合计', '10.00'), row('121', '清河县文旅局', '10.00'), row('121001', '清河县文旅局', '6.00'), row('', '展览', '6.00'), row('121002', '清河县图书馆', '4.00'), row('', '借阅', '4.00'),
    )
    expect(tables[0]?.cells.map(({ region }) => [region?.unit, region?.project])).toEqual([
      [undefined, undefined], [undefined, undefined], ['清河县文旅局', undefined], ['清河县文旅局', '展览'], ['清河县图书馆', undefined], ['清河县图书馆', '借阅'],
    ])
  })
})
