import { describe, expect, it } from 'vitest'
import { t45AgencyOperatingScope } from '../../src/rules/t45-agency-operating-scope.ts'
import { contextOf, section, table } from './narrative-builders.ts'

const tables = (agency: string, operating: string) => [
  table('agencyOperating', '机关运行经费表', [
    { label: '部门合计', cells: [[{ agencyOperating: 'all', fund: 'fiscal/generalPublic' }, agency]] },
    { label: '清河县文化馆', cells: [[{ agencyOperating: 'all', fund: 'fiscal/generalPublic', unit: '清河县文化馆' }, agency]] },
  ]),
  table('generalPublicBasicExpenditure', '基本支出表', [
    { label: '合计', cells: [[{ kind: 'basic/operating' }, operating]] },
    { label: '办公费', cells: [[{ kind: 'basic/operating', economic: '302/30201' }, '1.00']] },
  ]),
]
const restricted = section('名词解释', ['机关运行经费：指行政单位和参照公务员法管理的事业单位的公用经费支出。'], { block: 300 })
const posts = (text: string) => section('二、机构设置', [text])
const institutions = posts('在编人员47人。其中：行政编制12人，事业编制35人。')

describe('t45AgencyOperatingScope', () => {
  it('check › an amount below all operating expense passes', () => {
    expect(t45AgencyOperatingScope.check(contextOf({ tables: tables('4.00', '6.00'),
      sections: [restricted, institutions] }))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › an amount above it is a warning with the difference', () => {
    expect(t45AgencyOperatingScope.check(contextOf({ tables: tables('7.00', '6.00') })).findings[0]).toMatchObject({ key: 'exceeds',
      difference: 1_000_000 })
  })

  it('check › equality with institutional posts and a glossary that excludes them is a notice', () => {
    const { findings } = t45AgencyOperatingScope.check(contextOf({ tables: tables('6.00', '6.00'), sections: [restricted, institutions] }))
    expect(findings).toEqual([expect.objectContaining({ key: 'scope', severity: 'notice' })])
    expect(findings[0]?.places).toHaveLength(4)
  })

  it('check › equality is right where all posts are administrative or the glossary does not restrict', () => {
    const offices = posts('在编人员47人。其中：行政编制40人，参公编制7人。')
    expect(t45AgencyOperatingScope.check(contextOf({ tables: tables('6.00', '6.00'),
      sections: [restricted, offices] })).outcome).toBe('pass')
    expect(t45AgencyOperatingScope.check(contextOf({ tables: tables('6.00', '6.00'), sections: [institutions] })).outcome).toBe('pass')
  })

  it('check › without both amounts it is not applicable', () => {
    expect(t45AgencyOperatingScope.check(contextOf({ tables: tables('', '6.00') })).outcome).toBe('not-applicable')
  })
})
