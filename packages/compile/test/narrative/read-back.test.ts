/** What is written is read back by the auditor with the same regions, roles and directions. */
import { proveDocument, recogniseDocument } from '@mingzhang/audit'
import type { DocumentTree } from '@mingzhang/document'
import { regionKey } from '@mingzhang/figures'
import { fen } from '@mingzhang/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ledger, NarrativeSectionId, PublicationRounding } from '../../src/index.ts'
import { archive, bureau, lastYear, ledgerOf, linesOf, operates, pays, project, texts, vocabulary, wan, write } from './example.ts'

const headings: Readonly<Partial<Record<NarrativeSectionId, string>>> = {
  budgetChange: '一、部门预算收支数据变动情况及原因', revenueBudget: '二、收入预算情况说明', expenditureBudget: '三、支出预算情况说明',
  fiscalAppropriation: '四、财政拨款收支预算总体情况说明', generalPublicExpenditure: '五、一般公共预算支出情况说明',
  basicExpenditure: '六、一般公共预算基本支出情况说明', projectExpenditure: '七、项目支出情况说明', threePublic: '八、“三公”经费增减变动原因说明',
  governmentFund: '九、政府性基金预算情况说明', stateCapital: '十、国有资本经营预算情况说明', agencyOperating: '十一、机关运行经费增减变动原因说明',
  procurement: '十二、政府采购情况', performance: '十三、绩效管理情况', assets: '十四、国有资产占有使用情况', otherStatements: '十五、其他说明',
}

function readBack(ledger: Ledger, rounding: PublicationRounding = 'half-up') {
  const sections = Object.entries(headings).map(([id, heading]) => ({ id: id as NarrativeSectionId, heading }))
  const { blocks, problems, register } = write(ledger, { sections }, rounding)
  const text = [bureau, '2024年度部门预算公开', '第三部分 2024年度部门预算情况说明', ...linesOf(blocks)]
  const tree: DocumentTree = {
    name: '公开.txt', format: 'text',
    blocks: text.map((line, index) => ({ kind: 'paragraph', text: line, place: { document: '公开.txt', line: index + 1 } })),
  }
  const { document } = recogniseDocument(tree, vocabulary, undefined)
  return { document, problems, figures: [...register.figures.values()] }
}

/** `region text`, as both sides call a number. */
function sides(ledger: Ledger, rounding?: PublicationRounding) {
  const { document, figures, problems } = readBack(ledger, rounding)
  const isComparison = (role: string): boolean => role === 'change' || role === 'changeRate' || role === 'share'
  const amounts = document.mentions.filter(({ role, region }) => role === 'amount' && region !== undefined)
  const comparisons = document.mentions.filter(({ role, region, text }) => isComparison(role) && region !== undefined && /\d/u.test(text))
  const name = (region: Parameters<typeof regionKey>[0] | undefined, text: string): string => `${regionKey(region ?? {})} ${text.replace(/万元|%/u, '')}`
  const derived = figures.filter(({ exact, label }) => exact === undefined && /比上年|比重/u.test(label))
  return {
    document,
    problems,
    written: figures.filter(({ exact }) => exact !== undefined).map(({ region, text }) => name(region, text)),
    read: amounts.map(({ region, text }) => name(region, text)),
    compared: derived.map(({ region, text }) => name(region, text)),
    comparedBack: comparisons.map(({ region, text }) => name(region, text)),
    directions: document.mentions.filter(({ role }) => role === 'change').map(({ direction, text }) => `${direction ?? ''} ${text}`),
    unbound: document.mentions.flatMap(({ unbound, clause }) => (unbound === undefined ? [] : [clause])),
  }
}

const everything = ledgerOf([
  pays('300.12'), pays('30.05', { economic: '30108', function: '2080505' }), operates('40.33'), operates('3.50', { economic: '30231' }),
  operates('0.60', { economic: '30217' }), pays('80.44', { unit: archive }), project('档案数字化', '60.00', { unit: archive }),
  project('旧档修复', '8.62', { period: 'carriedIn' }), project('放映补助', '20.00', { fund: 'fiscal/governmentFund', function: '2070702' }),
  project('影片放映', '3.00', { fund: 'fiscal/governmentFund', function: '2070701', period: 'carriedIn' }),
  project('国资', '7.00', { fund: 'fiscal/stateCapital', function: '2230105' }), project('培训', '6.00', { unit: archive, fund: 'unitFunds/operations' }),
  project('学费', '4.00', { fund: 'specialAccount', function: '2050303' }),
], {
  units: [{ name: bureau, code: '1', nature: 'administrative' }, { name: archive, code: '2', nature: 'institution' }],
  carriedOut: [{ unit: bureau, function: '2012604', fund: 'fiscal/generalPublic', period: 'current', amount: wan('5.00') }],
  priorYear: lastYear({ total: '500.00', generalPublic: '540.00', threePublic: '4.40', abroad: '0', reception: '0.80', vehicleRunning: '3.60', vehiclePurchase: '0', agencyOperating: '45.00' }),
  procurement: [{ unit: bureau, kind: 'goods', name: '扫描仪', amount: wan('28.65') }, { unit: bureau, kind: 'services', name: '数字化加工', amount: wan('35') }],
  texts: texts({ revenueReason: '新增档案数字化项目', generalPublicReason: '新增档案数字化项目', threePublicReason: '接待批次减少', agencyOperatingReason: '取暖费单价下降' }),
})

describe('narrativeBlocks › read back', () => {
  it.each([
    ['a department with every fund, 年终结转 and last year', everything],
    ['the first year of a bureau with one fund', ledgerOf([pays('100.00'), operates('20.00')])],
    ['nothing but 上年结转', ledgerOf([project('旧档修复', '10.00', { period: 'carriedIn' })])],
    ['a reduced line and a year without change', ledgerOf([pays('100.00'), project('收回资金', '-3.00')], { priorYear: lastYear({ total: '97.00', generalPublic: '97.00', threePublic: '0' }) })],
  ])('%s', (_, ledger) => {
    const { written, read, compared, comparedBack, unbound, problems } = sides(ledger)
    expect(problems).toEqual([])
    expect(read).toEqual(written)
    expect([...comparedBack].sort()).toEqual([...compared].sort())
    expect(unbound).toEqual([])
  })

  it('with the direction of every change', () => {
    // 4.40 to 4.10, 0.80 to 0.60, 3.60 to 3.50; 45.00 to 44.43; 540.00 to 520.04, of which 5.00 is carried out
    expect(sides(everything).directions).toEqual([
      'increase 68.66万元', 'increase 68.66万元', 'decrease 19.96万元',
      'decrease 0.30万元', 'same 与上年持平', 'decrease 0.20万元', 'decrease 0.10万元', 'same 与上年持平', 'decrease 0.57万元',
    ])
  })
})

const line = fc.record({
  use: fc.constantFrom('pays', 'operates', 'project'),
  fund: fc.constantFrom('fiscal/generalPublic', 'fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount', 'unitFunds/other'),
  period: fc.constantFrom('current', 'current', 'carriedIn'),
  function: fc.constantFrom('2012601', '2080505', '2101101', '2070702', '2230105'),
  economic: fc.constantFrom('30201', '30212', '30217', '30231'),
  unit: fc.constantFrom(bureau, archive),
  amount: fc.oneof(fc.integer({ min: 1, max: 900_000_000 }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: -3_000_000, max: -1 })),
} as const)

const department = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  left: fc.integer({ min: 0, max: 9_000_000 }),
  prior: fc.option(fc.integer({ min: 0, max: 900_000_000 }), { nil: undefined }),
  rounding: fc.constantFrom('half-up', 'balanced'),
} as const)

type Department = typeof department extends fc.Arbitrary<infer Value> ? Value : never

function ledgerFrom({ lines, left, prior }: Department): Ledger {
  const made = lines.map(({ use, economic, amount, ...keys }, index) => {
    const differs = { ...keys, amount: fen(amount) }
    switch (use) {
      case 'pays':
        return pays('0', differs)
      case 'operates':
        return operates('0', { ...differs, economic })
      case 'project':
        return project(`项目${String(index)}`, '0', differs)
    }
  })
  const items = ['total', 'generalPublic', 'threePublic', 'abroad', 'reception', 'vehicleRunning', 'vehiclePurchase', 'agencyOperating'] as const
  return ledgerOf(made, {
    units: everything.units,
    carriedOut: left === 0 ? [] : [{ unit: bureau, function: '2012604', fund: 'fiscal/generalPublic', period: 'current', amount: fen(left) }],
    priorYear: prior === undefined ? [] : items.map((item) => ({ item, amount: fen(prior) })),
    texts: everything.texts,
  })
}

describe('narrativeBlocks › of any department', () => {
  it('is read back number by number, and no share or rate contradicts its amounts', async () => {
    await fc.assert(fc.asyncProperty(department, async (given) => {
      const { document, written, read, unbound, problems } = sides(ledgerFrom(given), given.rounding)
      expect(problems).toEqual([])
      expect(read).toEqual(written)
      expect(unbound).toEqual([])
      const proof = await proveDocument(document, given.rounding)
      expect(proof.proportions.filter(({ outcome }) => outcome === 'conflict').map(({ statement }) => statement.zh)).toEqual([])
    }), { numRuns: 40, seed: 20240223 })
  })
})
