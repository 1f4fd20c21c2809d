import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { budgetFacts } from '../src/index.ts'
import { ownVocabulary } from './own-vocabulary.ts'
import { basic, bureau, hall, paths, project, smallLedger } from './small-ledger.ts'

const vocabulary = ownVocabulary()

function viewOf(id: string, ledger = smallLedger) {
  const view = budgetFacts(ledger, vocabulary).find((candidate) => candidate.id === id)
  if (view === undefined) throw new Error(`no view ${id}`)
  return view
}

describe('budgetFacts', () => {
  it('gives wages of an office the government subject of offices, by its name below the department subject', () => {
    expect(viewOf('spending').facts[0]).toEqual({
      region: {
        year: '2024', use: 'spent', fund: 'fiscal/generalPublic', period: 'current', kind: 'basic/personnel', function: '207/20703/2070301',
        economic: '301/30101/工资奖金津补贴', governmentEconomic: '501/50101', unit: bureau, level: 'local',
      },
      amount: fen(10_000_000),
    })
  })

  it('gives wages of an institution the government subject of institutions', () => {
    expect(viewOf('spending').facts[3]?.region).toMatchObject({ economic: '301/30101/工资福利支出', governmentEconomic: '505/50501' })
  })

  it('counts operating expenditure as 机关运行经费 for offices and units under the civil service law alone', () => {
    const lines = [basic('甲', 'operating', '2070301', '30201', 1), basic('乙', 'operating', '2070301', '30201', 2), basic('丙', 'operating', '2070301', '30201', 3), basic('甲', 'personnel', '2070301', '30101', 4)]
    const units = [{ name: '甲', code: '', nature: 'administrative' as const }, { name: '乙', code: '', nature: 'civilServiceManaged' as const }, { name: '丙', code: '', nature: 'institution' as const }]
    const facts = viewOf('spending', { ...smallLedger, units, lines, carriedOut: [] }).facts
    expect(facts.map(({ region }) => region.agencyOperating)).toEqual(['all', 'all', undefined, undefined])
  })

  it.each([
    ['30212', 'all/abroad'], ['30217', 'all/reception'], ['30231', 'all/vehicle/running'], ['31013', 'all/vehicle/purchase'],
    ['30913', 'all/vehicle/purchase'], ['30201', undefined],
  ])('takes economic subject %s as “三公”经费 %s', (economic, node) => {
    const facts = viewOf('spending', { ...smallLedger, lines: [basic(bureau, 'operating', '2070301', economic, 100)] }).facts
    expect(facts[0]?.region.threePublic).toBe(node)
  })

  it('writes names of units and projects as recognition reads them', () => {
    expect(viewOf('spending').facts[6]?.region).toMatchObject({ kind: 'project', unit: hall, project: '健身路径村村通' })
    expect(paths).not.toBe('健身路径村村通')
  })

  it('knows no economic subject of a project whose line leaves it open', () => {
    const region = viewOf('spending').facts[8]?.region ?? {}
    expect([region.economic, region.governmentEconomic]).toEqual([undefined, undefined])
  })

  it('takes money of units for self-raised and appropriations for local, unless the line says otherwise', () => {
    const own = project(hall, paths, '2070308', 'unitFunds/operations', 'current', 1)
    const central = { ...project(hall, paths, '2070308', 'fiscal/generalPublic', 'current', 2), source: 'central' as const }
    const facts = viewOf('spending', { ...smallLedger, lines: [own, central, basic(bureau, 'operating', '2070301', '30201', 3)] }).facts
    expect(facts.slice(0, 3).map(({ region }) => region.level)).toEqual(['selfRaised', 'central', 'local'])
  })

  it('keeps money that is carried out apart from what is spent, without a kind', () => {
    expect(viewOf('spending').facts.at(-1)).toEqual({
      region: { year: '2024', use: 'carriedOut', fund: 'fiscal/generalPublic', period: 'current', function: '207/20703/2070308', unit: hall },
      amount: fen(3_000_000),
    })
  })

  it('sees revenue by its subject and procurement by its kind', () => {
    expect(viewOf('revenue').facts[2]?.region).toEqual({ year: '2024', fund: 'fiscal/governmentFund', period: 'current', unit: hall, revenueSubject: '103/10301/1030155' })
    expect(viewOf('procurement').facts[0]?.region).toEqual({ year: '2024', use: 'spent', procurement: 'all/works', unit: hall })
  })
})
