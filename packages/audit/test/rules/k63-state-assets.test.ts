import { describe, expect, it } from 'vitest'
import type { RecognisedTable } from '../../src/index.ts'
import { k63StateAssets } from '../../src/rules/k63-state-assets.ts'
import { exampleForm, indicator, numberValue } from '../builders.ts'
import { contextOf, section, statementsOf, table } from './narrative-builders.ts'

const threePublic = (running: string): RecognisedTable => table('threePublic', '“三公”经费支出预算表', [
  { label: '公务用车运行维护费', cells: [[{ threePublic: 'all/vehicle/running' }, running]] },
])

const assets = (lines: readonly string[], tables: readonly RecognisedTable[] = [], forms = [exampleForm()]) =>
  contextOf({ sections: [section('十一、国有资产占有使用情况', lines)], tables, forms })

describe('k63StateAssets', () => {
  it.each(['办公用房原值27万元，累计折旧13.5万元，净值13.5万元。', '原值1,000元，累计折旧250元，固定资产净值750元。', '原值27万，累计折旧13.5万元，净值13.9万元。'])(
    'check › net value = original value − depreciation, within what is printed, passes: %s', (line) => {
      expect(k63StateAssets.check(assets([line])).outcome).toBe('pass')
    })

  it('check › a net value that does not follow is an error', () => {
    const { findings } = k63StateAssets.check(assets(['办公用房原值27.00万元，累计折旧13.50万元，净值12.50万元。']))
    expect(findings).toHaveLength(1)
    expect(findings[0]?.severity).toBe('error')
  })

  it.each([[['1、车辆情况：', '无', '2、房屋情况：', '面积680平方米。']], [['本部门无公务用车。']], [['车辆情况：无。']], [['共有车辆0辆。']]])(
    'check › no vehicles beside a running cost is a warning: %j', (lines) => {
      const { findings } = k63StateAssets.check(assets(lines, [threePublic('1.50')]))
      expect(findings).toHaveLength(1)
      expect(findings[0]?.statement.zh).toContain('1.50万元')
    })

  it('check › no vehicles beside a form that keeps vehicles running is a warning', () => {
    const form = exampleForm({ indicators: [indicator({ level2: '数量指标', kind: 'quantity', name: '保障公务用车数量',
      value: numberValue('≥1辆', '≥', '1', '辆') })] })
    expect(statementsOf(k63StateAssets.check(assets(['车辆：无。'], [threePublic('')], [form])))).toEqual([expect.stringContaining('保障公务用车数量')])
  })

  it('check › no vehicles and no running cost passes; without the table it is undetermined', () => {
    expect(k63StateAssets.check(assets(['车辆：无。'], [threePublic('0.00')])).outcome).toBe('pass')
    expect(k63StateAssets.check(assets(['车辆：无。'])).outcome).toBe('undetermined')
  })

  it('check › a kind of vehicle with 0 in a split, and an enumeration without the house, are no finding', () => {
    const lines = ['共有车辆3辆，其中：机要通信用车0辆，应急保障用车0辆，执法执勤用车3辆。']
    expect(k63StateAssets.check(assets(lines, [threePublic('1.50')])).findings).toEqual([])
    expect(k63StateAssets.check(assets(['本年预算安排购置车辆0辆。'], [threePublic('1.50')])).findings).toEqual([])
    expect(k63StateAssets.check(assets(['1、车辆情况：', '面包车一部', '2、房屋情况：', '无'], [threePublic('1.50')])).findings).toEqual([])
  })

  it('check › a document without a section on assets is not applicable', () => {
    expect(k63StateAssets.check(contextOf({ tables: [threePublic('1.50')] })).outcome).toBe('not-applicable')
  })
})
