import { describe, expect, it } from 'vitest'
import { k65SubordinateUnits } from '../../src/rules/k65-subordinate-units.ts'
import { contextOf, section, statementsOf, table } from './narrative-builders.ts'

const units = (...names: readonly string[]) => table('agencyOperating', '机关运行经费表', names
  .map((label) => ({ label, cells: [[{ unit: label, agencyOperating: 'all' }, '1.00']] })))
const text = '清河县文化和旅游局下设2个事业单位。包括：清河县文化馆、清河县图书馆。'
const context = (paragraphs: readonly string[], ...names: readonly string[]) =>
  contextOf({ sections: [section('二、机构设置', paragraphs)], tables: names.length === 0 ? [] : [units(...names)] })

describe('k65SubordinateUnits', () => {
  it('check › units that have rows of their own pass', () => {
    expect(k65SubordinateUnits.check(context([text], '清河县文化和旅游局', '清河县文化馆', '清河县图书馆'))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › units without rows and without a word on where they are accounted are a notice', () => {
    const outcome = k65SubordinateUnits.check(context([text], '清河县文化和旅游局'))
    expect(statementsOf(outcome)).toEqual([expect.stringContaining('清河县文化馆、清河县图书馆')])
    expect(k65SubordinateUnits.meta.severity).toBe('notice')
  })

  it('check › units that the text says are accounted within the department pass', () => {
    expect(k65SubordinateUnits.check(context([text, '以上单位不独立核算，纳入局机关本级预算。'], '清河县文化和旅游局')).outcome).toBe('pass')
  })

  it('check › an announced number that differs from the names is a notice', () => {
    const outcome = k65SubordinateUnits.check(context([text.replace('2个', '3个')], '清河县文化馆', '清河县图书馆'))
    expect(outcome.findings).toEqual([expect.objectContaining({ expected: '3个', found: '2个' })])
  })

  it('check › without a table by unit it is undetermined', () => {
    expect(k65SubordinateUnits.check(context([text])).outcome).toBe('undetermined')
  })

  it('check › internal sections are no units', () => {
    expect(k65SubordinateUnits.check(context(['本局下设4个机构：办公室、人事股、财务股、文艺科。'], '清河县文化和旅游局')).outcome).toBe('not-applicable')
  })
})
