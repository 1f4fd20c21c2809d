import { describe, expect, it } from 'vitest'
import { t34EconomicMapping } from '../../src/rules/t34-economic-mapping.ts'
import { contextOf, section, table, vocabularyWith } from './narrative-builders.ts'

const vocabulary = vocabularyWith([
  { scheme: 'governmentEconomic', code: '50101', name: '工资奖金津补贴' },
  { scheme: 'governmentEconomic', code: '50199', name: '其他工资福利支出' },
  { scheme: 'governmentEconomic', code: '50501', name: '工资福利支出' },
  { scheme: 'governmentEconomic', code: '50905', name: '离退休费' },
], { economicMapping: [
  { department: '30101', administrative: '50101', institution: '50501' },
  { department: '30107', administrative: '50199', institution: '50501' },
  { department: '303', administrative: '50905', institution: '50905' },
] })

type Row = readonly [name: string, economic: string, government: string]
const wages: Row = ['基本工资', '301/30101', '工资奖金津补贴']
const performance: Row = ['绩效工资', '301/30107', '工资福利支出']
const pension: Row = ['退休费', '303/30302', '离退休费']

function check(rows: readonly Row[], posts = '', own = vocabulary) {
  const basic = table('generalPublicBasicExpenditure', '基本支出表', rows.map(([label, economic, government]) => ({
    label, texts: { 政府预算支出经济科目名称: government }, cells: [[{ kind: 'basic', economic }, '10.00']],
  })))
  return t34EconomicMapping.check(contextOf({ tables: [basic], sections: [section('二、机构设置', [posts])] }, { vocabulary: own }))
}

const mostlyInstitution = '在编人员47人。其中：行政编制12人，事业编制35人。'

describe('t34EconomicMapping', () => {
  it('check › one mapping throughout passes', () => {
    expect(check([wages, ['绩效工资', '301/30107', '其他工资福利支出'], pension])).toMatchObject({ outcome: 'pass', checked: 3 })
  })

  it('check › some items for offices and others for institutions is a notice', () => {
    expect(check([wages, performance, pension]).findings.map(({ severity }) => severity)).toEqual(['notice'])
  })

  it('check › the same with mostly institutional posts is a warning that names the posts', () => {
    const { findings } = check([wages, performance], mostlyInstitution)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.severity).toBeUndefined()
    expect(findings[0]?.statement.zh).toContain('事业35人')
  })

  it('check › everything mapped to offices where most posts are institutional is a warning', () => {
    expect(check([wages, pension], mostlyInstitution).findings).toHaveLength(1)
    expect(check([wages, pension], '在编人员47人。其中：行政编制35人，事业编制12人。').findings).toEqual([])
  })

  it('check › the same item with both mappings shows offices and institutions apart and is sound', () => {
    expect(check([wages, ['基本工资', '301/30101', '工资福利支出'], performance], mostlyInstitution).outcome).toBe('pass')
  })

  it('check › a pair outside both mappings is a notice', () => {
    expect(check([['基本工资', '301/30101', '离退休费']]).findings).toEqual([expect.objectContaining({ severity: 'notice', found: '基本工资→离退休费' })])
  })

  it('check › without a mapping it is undetermined, without the column not applicable', () => {
    expect(check([wages], '', vocabularyWith([])).outcome).toBe('undetermined')
    expect(check([['基本工资', '301/30101', '']]).outcome).toBe('not-applicable')
  })
})
