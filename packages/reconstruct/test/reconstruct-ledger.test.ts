import { budgetFacts, type Ledger, type LedgerMarks } from '@mingzhang/compile'
import { isRegionWithin, type Region } from '@mingzhang/figures'
import { intervalOf } from '@mingzhang/money'
import { beforeAll, describe, expect, it } from 'vitest'
import { reconstructLedger, type ReconstructReport } from '../src/index.ts'
import { exampleText, ownVocabulary, recogniseText } from './example-document.ts'

const vocabulary = ownVocabulary()

interface Reconstructed {
  readonly ledger: Ledger
  readonly marks: LedgerMarks
  readonly report: ReconstructReport
}

async function reconstruct(text: string): Promise<Reconstructed> {
  const result = await reconstructLedger(recogniseText(text, vocabulary), vocabulary)
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join(' '))
  return result
}

/** The printed cells of all tables that the ledger's own facts do not give back. */
function cellsNotGivenBack(ledger: Ledger, text: string): readonly string[] {
  const document = recogniseText(text, vocabulary)
  const views = budgetFacts(ledger, vocabulary)
  const totalOf = (region: Region): number => {
    const view = views.find(({ id }) => id === (region.revenueSubject === undefined ? 'spending' : 'revenue'))
    return (view?.facts ?? []).filter((fact) => isRegionWithin(fact.region, { ...region, year: '2024' })).reduce((sum, { amount }) => sum + amount, 0)
  }
  return document.tables.flatMap((table) => table.cells.flatMap(({ printed, region, place }) => {
    if (region === undefined) return []
    const total = totalOf(region)
    const { low, high } = printed.kind === 'stated' ? intervalOf(printed.stated) : { low: 0, high: 0 }
    return low <= total && total <= high ? [] : [`${table.title} ${place.row ?? ''} ${place.column ?? ''} ${printed.text} ${total}`]
  }))
}

describe('reconstructLedger', () => {
  const text = exampleText()
  let result: Reconstructed

  beforeAll(async () => {
    result = await reconstruct(text)
  })

  const projectLine = (name: string) => result.ledger.lines.filter(({ use }) => use.kind === 'project' && use.project === name)

  it('reconstructLedger › every printed cell of the thirteen tables is the rounded sum of the ledger’s lines', () => {
    expect(cellsNotGivenBack(result.ledger, text)).toEqual([])
  })

  it('reconstructLedger › the report counts every cell and every bound amount of the narrative as given back', () => {
    expect(result.report.tables).toHaveLength(13)
    expect(result.report.tables.flatMap(({ failures }) => failures)).toEqual([])
    expect(result.report.tables.every(({ cells, reproduced }) => cells === reproduced && cells > 0)).toBe(true)
    expect(result.report.sentences.failures).toEqual([])
  })

  it('reconstructLedger › a project’s amount in 元 comes from its form and is marked as stated', () => {
    expect(projectLine('文化馆数字文化设备购置')).toEqual([{
      unit: '清河县文化馆', use: { kind: 'project', project: '文化馆数字文化设备购置' }, function: '2070109', economic: undefined,
      governmentEconomic: undefined, fund: 'fiscal/generalPublic', period: 'current', source: 'local', amount: 28_650_000,
    }])
    const at = result.ledger.lines.findIndex(({ use }) => use.kind === 'project' && use.project === '文化馆数字文化设备购置')
    expect(result.marks.get(`lines.${at}.amount`)?.mark).toBe('stated')
    expect(result.marks.get(`lines.${at}.economic`)?.mark).toBe('open')
    expect(result.marks.get(`lines.${at}.function`)?.mark).toBe('inferred')
  })

  it('reconstructLedger › who pays comes from the form; a project carried in without a form leaves it open', () => {
    expect(projectLine('文化馆免费开放中央补助资金').map(({ source }) => source)).toEqual(['central'])
    expect(projectLine('文化馆公益艺术培训').map(({ source, fund }) => [source, fund])).toEqual([['selfRaised', 'unitFunds']])
    expect(projectLine('2023年国产影片放映资助资金').map(({ source }) => source)).toEqual([undefined])
  })

  it('reconstructLedger › projects carried in go to the function with just their amount, the fund’s own functions first', () => {
    expect(projectLine('2023年非物质文化遗产保护专项资金').map((line) => line.function)).toEqual(['2070111'])
    expect(projectLine('2023年国产影片放映资助资金').map((line) => [line.function, line.fund])).toEqual([['2070701', 'fiscal/governmentFund']])
    expect(projectLine('2023年文化馆免费开放补助资金').map((line) => line.function)).toEqual(['2070109'])
  })

  it('reconstructLedger › contributions are paid from the functions that exist for them', () => {
    const functionsOf = (economic: string) => [...new Set(result.ledger.lines.filter((line) => line.economic === economic).map((line) => line.function))]
    expect(functionsOf('30108')).toEqual(['2080505'])
    expect(functionsOf('30109')).toEqual(['2080506'])
    expect(functionsOf('30113')).toEqual(['2210201'])
    expect(functionsOf('30110').sort()).toEqual(['2101101', '2101102'])
    expect(functionsOf('30302').sort()).toEqual(['2080501', '2080502'])
    expect(functionsOf('30111')).toEqual(['2101103'])
  })

  it('reconstructLedger › 事业 government subjects are paid by the institution, 机关 ones by the bureau', () => {
    const natureOf = new Map(result.ledger.units.map(({ name, nature }) => [name, nature]))
    expect([...natureOf.values()]).toEqual(['administrative', 'institution'])
    for (const { unit, governmentEconomic } of result.ledger.lines) {
      if (governmentEconomic?.startsWith('505') === true) expect(natureOf.get(unit)).toBe('institution')
      if (/^50[12]/u.test(governmentEconomic ?? '')) expect(natureOf.get(unit)).toBe('administrative')
    }
  })

  it('reconstructLedger › the forms of basic expenditure hold to the fen', () => {
    const sumOf = (kind: string) => result.ledger.lines.filter(({ use }) => use.kind === kind).reduce((sum, { amount }) => sum + amount, 0)
    expect(sumOf('personnel')).toBe(439_848_716)
    expect(sumOf('operating')).toBe(62_018_679)
    expect(result.report.forms).toEqual([])
  })

  it('reconstructLedger › no line exists for a rounding residue alone', () => {
    expect(result.ledger.lines.filter(({ amount }) => amount < 300_000)).toEqual([])
    expect(result.ledger.lines).toHaveLength(46)
  })

  it('reconstructLedger › revenue equals expenditure by unit, fund and period, and carries its subject where a table prints it', () => {
    const keyOf = ({ unit, fund, period }: { readonly unit: string; readonly fund: string; readonly period: string }) => `${unit} ${fund} ${period}`
    const balance = new Map<string, number>()
    for (const line of result.ledger.revenue) balance.set(keyOf(line), (balance.get(keyOf(line)) ?? 0) + line.amount)
    for (const line of result.ledger.lines) balance.set(keyOf(line), (balance.get(keyOf(line)) ?? 0) - line.amount)
    expect([...balance.values()].every((rest) => rest === 0)).toBe(true)
    expect(result.ledger.revenue.filter(({ fund }) => fund === 'fiscal/governmentFund').map(({ period, subject, amount }) => [period, subject, amount]))
      .toEqual([['current', '1030129', 20_000_000], ['carriedIn', undefined, 3_000_000]])
  })

  it('reconstructLedger › last year’s amounts are this year’s print less the printed change', () => {
    expect(Object.fromEntries(result.ledger.priorYear.map(({ item, amount }) => [item, amount]))).toEqual({
      total: 614_820_000, generalPublic: 548_600_000, threePublic: 4_400_000, abroad: 0, reception: 800_000,
      vehiclePurchase: 0, vehicleRunning: 3_600_000, agencyOperating: 42_310_000,
    })
  })

  it('reconstructLedger › the department, its dates and its codes are read where they are printed', () => {
    expect(result.ledger.department).toEqual({
      name: '清河县文化和旅游局', code: '028', year: 2024, level: 'department', region: '清河县',
      approvedOn: '2024-02-06', approvedBy: '清河县财政局', publishedOn: '2024-02-23',
    })
    expect(result.marks.get('units.0.code')?.mark).toBe('open')
  })

  it('reconstructLedger › purchases name the only project with their amount', () => {
    expect(result.ledger.procurement).toEqual([
      { unit: '清河县文化馆', kind: 'goods', name: '文化馆数字文化设备购置', amount: 28_650_000 },
      { unit: '清河县文化和旅游局', kind: 'services', name: '购买旅游宣传推广服务', amount: 35_000_000 },
    ])
  })

  it('reconstructLedger › people, vehicles and buildings become facts and leave the texts', () => {
    expect(result.ledger.facts.headcount).toEqual([
      { unit: '清河县文化和旅游局', kind: 'administrativePosts', people: 15 },
      { unit: '清河县文化馆', kind: 'institutionPosts', people: 16 },
      { unit: '清河县文化和旅游局', kind: 'retired', people: 12 },
    ])
    expect(result.marks.get('facts.headcount.2.unit')?.mark).toBe('open')
    expect(result.ledger.facts.vehicles).toEqual([{ unit: '清河县文化和旅游局', kind: '机要通信应急用车', count: 1 }])
    expect(result.ledger.facts.assets).toEqual([
      { unit: '清河县文化馆', kind: 'building', name: '馆舍', size: '2150', original: 312_460_000, depreciation: 187_200_000 },
    ])
  })

  it('reconstructLedger › texts keep their numbers in slots, and only what is not written from figures', () => {
    const textOf = (item: string) => result.ledger.texts.find((text) => text.item === item)?.text
    expect(textOf('organisation')).toBe('局机关内设办公室、公共服务股、文物旅游股，下属{照录：1个}事业单位：清河县文化馆。')
    expect(textOf('expenditureReason')).toBe('上述两个新增项目的设备采购支出')
    expect(textOf('agencyOperatingReason')).toBe('办公楼改为集中供暖，取暖费单价下降')
    expect(textOf('assets')).toBe('局机关在县政府办公楼办公，无自有房屋。\n没有单价{照录：100万元}以上的设备。')
    expect(textOf('governmentFund')).toBe('政府性基金预算本年预算安排{政府性基金预算当年拨款}万元，用于县城影院放映设备更新；政府性基金预算上年结转{政府性基金预算上年结转}万元，用于资助国产影片放映。')
    expect(textOf('stateCapital')).toBeUndefined()
    expect(textOf('serviceCatalogue')).toBe('A0801 文化艺术创作、表演及交流服务\nA0802 群众文化活动服务\nA1502 公共公益宣传服务')
    expect(textOf('glossary')?.split('\n')).toHaveLength(7)
    expect(textOf('other')).toBeUndefined()
  })

  it('reconstructLedger › forms keep both halves and the money of the whole period', () => {
    const form = result.ledger.forms.find(({ subject }) => subject.kind === 'project' && subject.project === '文化馆免费开放中央补助资金')
    expect(result.ledger.forms).toHaveLength(8)
    expect(form?.lifeFunding).toEqual({ central: 48_000_000, provincial: 0, local: 0, selfRaised: 0, other: 0 })
    expect(form?.indicators.filter(({ name }) => name === '公益培训班').map(({ span, value }) => [span, value])).toEqual([['life', '≥72期'], ['annual', '≥24期']])
    expect(form?.filledOn).toBe('20231129112008')
  })

  it('reconstructLedger › the same document gives the same ledger', async () => {
    const again = await reconstruct(text)
    expect(again.ledger).toEqual(result.ledger)
    expect([...again.marks]).toEqual([...result.marks])
  })
})

describe('reconstructLedger on documents that contradict themselves', () => {
  it('reconstructLedger › a form that the tables do not allow yields to them and is reported', async () => {
    const outdated = exampleText(['年度资金总额:		620,186.79', '年度资金总额:		520,186.79'])
    const { ledger, report } = await reconstruct(outdated)
    expect(report.tables.flatMap(({ failures }) => failures)).toEqual([])
    expect(report.forms.map(({ form, printed }) => [form, printed])).toEqual([['公用经费项目', 52_018_679]])
    const operating = ledger.lines.filter(({ use }) => use.kind === 'operating').reduce((sum, { amount }) => sum + amount, 0)
    expect(Math.round(operating / 10_000)).toBe(6_202)
    expect(ledger.forms.find(({ subject }) => subject.kind === 'operating')?.lifeFunding).toBeUndefined()
  })

  it('reconstructLedger › one cell that nothing else agrees with is given up, and named', async () => {
    const misprint = exampleText(['10301	政府性基金收入	20.00', '10301	政府性基金收入	30.00'])
    const { report } = await reconstruct(misprint)
    expect(report.tables.flatMap(({ failures }) => failures).map(({ place, printed, found }) => [place.row, printed, found])).toEqual([['10301', '30.00', 20_000_000]])
  })

  it('reconstructLedger › a rate without an amount leaves last year open', async () => {
    const rateOnly = exampleText(['比上年减少1.13万元，下降2.68%', '比上年下降2.68%'])
    const { ledger, report } = await reconstruct(rateOnly)
    expect(ledger.priorYear.some(({ item }) => item === 'agencyOperating')).toBe(false)
    expect(report.open).toContain('上年数“机关运行经费”：文字说明只有增减百分比，推不出准确的上年数。')
  })
})

describe('reconstructLedger on documents that say less', () => {
  it('reconstructLedger › a text without tables is a problem with a remedy', async () => {
    const result = await reconstructLedger(recogniseText('清河县文化和旅游局\n2024年度部门预算公开\n没有表。', vocabulary), vocabulary)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(result.problems.map(({ code }) => code)).toContain('reconstruct.document.no-amounts')
  })

  it('reconstructLedger › project money without a table of projects stands under one name, left open', async () => {
    const small = [
      '清河县档案馆', '2024年度部门预算公开', '',
      '2024年一般公共预算支出预算表', '部门名称：清河县档案馆', '单位：万元',
      '科目编码\t科目名称\t合计\t基本支出\t项目支出',
      '合计\t\t120.50\t100.00\t20.50',
      '201\t一般公共服务支出\t120.50\t100.00\t20.50',
      '20126\t档案事务\t120.50\t100.00\t20.50',
      '2012601\t行政运行\t100.00\t100.00\t',
      '2012604\t档案馆\t20.50\t\t20.50',
    ].join('\n')
    const { ledger, marks, report } = await reconstruct(small)
    expect(report.tables.flatMap(({ failures }) => failures)).toEqual([])
    const projects = ledger.lines.filter(({ use }) => use.kind === 'project')
    expect(projects.map((line) => [line.function, line.amount])).toEqual([['2012604', 20_500_000]])
    expect(ledger.projects).toHaveLength(1)
    expect(marks.get('projects.0.name')?.mark).toBe('open')
    expect(ledger.lines.filter(({ use }) => use.kind !== 'project').map((line) => [line.function, line.amount, line.economic])).toEqual([['2012601', 100_000_000, undefined]])
  })
})

describe('reconstructLedger on documents with reductions', () => {
  it('reconstructLedger › a negative amount (冲减) becomes a negative line', async () => {
    const reduced = [
      '清河县档案馆', '2024年度部门预算公开', '',
      '2024年一般公共预算支出预算表', '部门名称：清河县档案馆', '单位：万元',
      '科目编码\t科目名称\t合计\t基本支出\t项目支出',
      '合计\t\t95.00\t100.00\t-5.00',
      '201\t一般公共服务支出\t95.00\t100.00\t-5.00',
      '20126\t档案事务\t95.00\t100.00\t-5.00',
      '2012601\t行政运行\t100.00\t100.00\t',
      '2012604\t档案馆\t-5.00\t\t-5.00',
    ].join('\n')
    const { ledger, report } = await reconstruct(reduced)
    expect(report.tables.flatMap(({ failures }) => failures)).toEqual([])
    expect(ledger.lines.map((line) => [line.use.kind, line.function, line.amount])).toEqual([['personnel', '2012601', 100_000_000], ['project', '2012604', -5_000_000]])
  })
})
