import { describe, expect, it } from 'vitest'
import type { Mention } from '../../src/index.ts'
import { k59ThreePublicChanges } from '../../src/rules/k59-three-public-changes.ts'
import { contextOf, mention, section, statementsOf } from './narrative-builders.ts'

const text = '“三公”经费预算2.00万元，比上年减少0.50万元，主要原因是报废公务用车1辆。'

const change = (node: string, amount: string, direction: Mention['direction']) =>
  mention(`c-${node}`, 'change', amount, { region: { threePublic: node }, label: node, direction, clause: `${node}${amount}` })

const check = (mentions: readonly Mention[], paragraph = text) =>
  k59ThreePublicChanges.check(contextOf({ sections: [section('七、“三公”经费', [paragraph])], mentions }))

const total = change('all', '0.50万元', 'decrease')
const abroad = change('all/abroad', '相同', 'same')
const reception = change('all/reception', '相同', 'same')

describe('k59ThreePublicChanges', () => {
  it('check › items that make up the change of the total, with a reason, pass', () => {
    expect(check([total, abroad, reception, change('all/vehicle', '0.50万元', 'decrease')])).toMatchObject({ outcome: 'pass', checked: 2 })
  })

  it('check › purchase and running stand for the vehicles', () => {
    const vehicles = [change('all/vehicle/purchase', '相同', 'same'), change('all/vehicle/running', '0.50万元', 'decrease')]
    expect(check([total, abroad, reception, ...vehicles]).outcome).toBe('pass')
  })

  it('check › 持平 means the same in print: two unchanged items can hide 0.01 of the change', () => {
    const vehicles = [change('all/vehicle/purchase', '相同', 'same'), change('all/vehicle/running', '0.49万元', 'decrease')]
    expect(check([total, abroad, reception, ...vehicles]).outcome).toBe('pass')
    expect(check([total, abroad, reception, change('all/vehicle', '0.46万元', 'decrease')]).outcome).toBe('fail')
  })

  it('check › items that do not add up are an error with all sides', () => {
    const outcome = check([total, abroad, reception, change('all/vehicle', '0.80万元', 'decrease')])
    expect(statementsOf(outcome)).toEqual([expect.stringContaining('合起来不等于总额的增减')])
    expect(outcome.findings[0]?.places).toHaveLength(4)
  })

  it('check › the sign counts: an increase of an item is no decrease', () => {
    expect(check([total, abroad, reception, change('all/vehicle', '0.50万元', 'increase')]).outcome).toBe('fail')
  })

  it('check › both years\' amounts tell a change', () => {
    const amount = mention('a', 'amount', '1.50万元', { region: { threePublic: 'all/vehicle' }, clause: '公务用车1.50万元' })
    const previous = mention('p', 'previous', '2.00万元', { region: { threePublic: 'all/vehicle' }, clause: '上年2.00万元' })
    expect(check([total, abroad, reception, amount, previous]).outcome).toBe('pass')
  })

  it('check › an item that is not compared with last year, or only roughly the same, leaves the sum undetermined', () => {
    const { undetermined, findings } = check([total, abroad, change('all/vehicle', '0.50万元', 'decrease')])
    expect(undetermined[0]?.reason.zh).toContain('公务接待费')
    expect(findings).toEqual([])
    const rough = { ...reception, clause: '公务接待费与上年基本持平' }
    expect(check([total, abroad, rough, change('all/vehicle', '0.50万元', 'decrease')], '公务接待费与上年基本持平，原因是').undetermined).toHaveLength(1)
  })

  it('check › a change without any reason in the section is a warning', () => {
    const { findings } = check([total, abroad, reception, change('all/vehicle', '0.50万元', 'decrease')], '“三公”经费预算比上年减少0.50万元。')
    expect(findings[0]).toMatchObject({ severity: 'warning', expected: '增减原因' })
  })

  it('check › no change needs no reason, and a text without 三公 is not applicable', () => {
    expect(check([change('all', '相同', 'same'), abroad, reception], '均与上年相同。').findings).toEqual([])
    expect(check([]).outcome).toBe('not-applicable')
  })
})
