import { describe, expect, it } from 'vitest'
import { k61ProcurementTotal } from '../../src/rules/k61-procurement-total.ts'
import { contextOf, mention, table } from './narrative-builders.ts'

const part = (node: string, amount: string) => mention(node, 'amount', amount, { region: { procurement: node } })
const sound = [part('all', '35万元'), part('all/goods', '15万元'), part('all/works', '0万元'), part('all/services', '20万元')]

const projects = (...rows: readonly (readonly [string, string])[]) => table('currentProjects', '项目支出预算表（本年预算）', [
  { label: '清河县文化馆', cells: [[{ unit: '清河县文化馆' }, '500.00']] },
  ...rows.map(([label, amount]) => ({ label,
    cells: [[{ unit: '清河县文化馆', project: label }, amount], [{ unit: '清河县文化馆', project: label, fund: 'fiscal' }, amount]] as const })),
])

describe('k61ProcurementTotal', () => {
  it('check › total = goods + works + services passes', () => {
    expect(k61ProcurementTotal.check(contextOf({ mentions: sound }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › parts that miss the total are an error with the difference in fen', () => {
    const mentions = [part('all', '45万元'), ...sound.slice(1)]
    // 45万元 − 35万元 = 100,000 yuan. Prints down to 万元 may each be half a 万元 off: 10 is more than all four together.
    expect(k61ProcurementTotal.check(contextOf({ mentions })).findings[0]).toMatchObject({ expected: 35_000_000, found: 45_000_000,
      difference: 10_000_000 })
  })

  it('check › a total with a part missing is undetermined', () => {
    expect(k61ProcurementTotal.check(contextOf({ mentions: sound.slice(0, 3) })).outcome).toBe('undetermined')
  })

  it('check › projects that buy services for more than the services figure are a notice', () => {
    const tables = [projects(['购买保安服务', '18.00'], ['公共文化服务采购', '12.00'], ['舞台设备购置', '90.00'])]
    const { findings } = k61ProcurementTotal.check(contextOf({ mentions: sound, tables }))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ severity: 'notice', expected: 20_000_000, found: 30_000_000 })
  })

  it('check › projects within the services figure, and projects that only mention services, are no finding', () => {
    const tables = [projects(['购买保安服务', '18.00'], ['公共文化服务体系建设', '300.00'])]
    expect(k61ProcurementTotal.check(contextOf({ mentions: sound, tables })).findings).toEqual([])
  })

  it('check › a text without procurement is not applicable', () => {
    expect(k61ProcurementTotal.check(contextOf({})).outcome).toBe('not-applicable')
  })
})
