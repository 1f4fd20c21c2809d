import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { type Compilation, compileLedger, type CompileOptions, type Ledger, type PinnedAmount } from '../src/index.ts'
import { ownVocabulary } from './own-vocabulary.ts'
import { basic, hall, smallLedger } from './small-ledger.ts'

const vocabulary = ownVocabulary()
const usual: CompileOptions = { profile: 'shanxi/2024', rounding: 'half-up', rendition: 'public', created: new Date('2024-02-23T08:00:00Z') }

async function compiled(ledger: Ledger, options: Partial<CompileOptions> = {}): Promise<Compilation> {
  const result = await compileLedger(ledger, vocabulary, { ...usual, ...options })
  if (!result.ok) throw new Error(result.problems.map(({ detail }) => detail).join('\n'))
  return result.value
}

async function problemsOf(ledger: Ledger, options: Partial<CompileOptions> = {}) {
  const result = await compileLedger(ledger, vocabulary, { ...usual, ...options })
  return result.ok ? [] : result.problems
}

const pin = (table: string, row: string, column: string, printed: number): PinnedAmount => ({ table, row, column, printed: fen(printed) })

describe('compileLedger', () => {
  it('puts the parts of the layout in order, each with a heading of its own, and stamps them', async () => {
    const { publication } = await compiled({ ...smallLedger, department: { ...smallLedger.department, publishedOn: '2024-02-23' } })
    expect([publication.title, publication.body, publication.year, publication.coverLines]).toEqual(['2024年度部门预算公开', '清河县体育局', 2024, ['2024年2月23日']])
    expect(publication.created).toEqual(usual.created)
    const parts = publication.blocks.filter((block) => block.kind === 'heading' && block.level === 1)
    expect(parts.map((block) => block.kind === 'heading' && block.text)).toEqual(['第一部分 概况', '第二部分 2024年部门预算报表', '第三部分 2024年度部门预算情况说明', '第四部分 名词解释'])
  })

  it('gives every block its own id and prints no figure that it does not list', async () => {
    const { blocks, figures } = (await compiled(smallLedger)).publication
    const ids = blocks.flatMap((block) => (block.kind === 'text' ? [] : [block.id]))
    expect(new Set(ids).size).toBe(ids.length)
    const printed = blocks.flatMap((block) => {
      if (block.kind === 'heading') return []
      if (block.kind === 'text') return block.runs.map(({ figure }) => figure)
      return block.body.flatMap(({ cells }) => cells.flatMap(({ figure, sumOf = [] }) => [figure, ...sumOf]))
    }).filter((id) => id !== undefined)
    expect(printed.length).toBeGreaterThan(300)
    expect(printed.filter((id) => !figures.has(id))).toEqual([])
    expect([...figures.keys()].filter((id) => !printed.includes(id))).toEqual([])
  })

  it('makes the same publication twice', async () => {
    const [first, second] = [await compiled(smallLedger), await compiled(smallLedger)]
    expect(JSON.stringify([first, [...first.publication.figures]])).toBe(JSON.stringify([second, [...second.publication.figures]]))
  })

  it('calls a single unit’s disclosure by its name', async () => {
    const { publication } = await compiled({ ...smallLedger, department: { ...smallLedger.department, level: 'unit' } })
    expect(publication.title).toBe('2024年度单位预算公开')
    expect(publication.blocks.find((block) => block.kind === 'table')).toMatchObject({ caption: '单位名称：清河县体育局' })
  })

  it.each([
    ['hebei/2024', 'compile.profile.unknown'], ['shanxi/2023', 'compile.profile.wrong-year'],
  ])('refuses the profile %s', async (profile, code) => {
    expect((await problemsOf(smallLedger, { profile })).map((problem) => problem.code)).toEqual([code])
  })

  it('refuses a year that the layout does not cover', async () => {
    const ledger = { ...smallLedger, department: { ...smallLedger.department, year: 2021 } }
    expect((await problemsOf(ledger, { profile: 'shanxi' })).map((problem) => problem.code)).toEqual(['compile.profile.year-not-covered'])
  })

  it('stops where basic expenditure has no government economic subject, and names the line', async () => {
    const ledger = { ...smallLedger, lines: [...smallLedger.lines, basic(hall, 'operating', '2070308', '39999', 100)] }
    const problems = await problemsOf(ledger)
    expect(problems.map(({ code, place }) => [code, place.row])).toEqual([['compile.facts.noGovernmentEconomic', '10']])
  })

  it('stops at a number in a text that is bound to nothing', async () => {
    const ledger: Ledger = { ...smallLedger, texts: [...smallLedger.texts, { item: 'other', text: '另有捐赠12.5万元。' }] }
    expect((await problemsOf(ledger)).length).toBeGreaterThan(0)
  })

  it('under 四舍五入 adjusts nothing and lists what does not add up', async () => {
    const { adjustments, outside, residues, unmetPins } = await compiled(smallLedger)
    expect([adjustments, outside, unmetPins]).toEqual([[], [], []])
    expect(residues.length).toBeGreaterThan(0)
  })
})

describe('approved amounts', () => {
  it('are printed as approved wherever their region is printed, and listed with the exact amount', async () => {
    // 商品和服务支出 is 3.2375: approved as 3.23, it adds up with its parts.
    const ledger = { ...smallLedger, pinned: [pin('generalPublicBasicExpenditure', '商品和服务支出', '合计', 3_230_000)] }
    const { adjustments, residues, publication } = await compiled(ledger)
    expect(adjustments.map(({ place, exact, halfUp, printed }) => [place.row, place.column, exact, halfUp, printed])).toEqual([
      ['商品和服务支出', '2024年预算数 / 合计', 3_237_500, 3_240_000, 3_230_000],
    ])
    expect(residues.some(({ place }) => place.row === '商品和服务支出' && place.column === '2024年预算数 / 合计')).toBe(true)
    expect([...publication.figures.values()].filter(({ text }) => text === '3.23').length).toBeGreaterThan(0)
  })

  it.each([
    ['by code', pin('2024年预算支出总表', '2070308', '基本支出', 5_060_000)],
    ['by label', pin('expenditureSummary', '群众体育', '2024年预算数 / 基本支出', 5_060_000)],
    ['below the row that holds it', pin('fiscalAppropriationSummary', '上年财政拨款结转/一、一般公共预算', '收入 / 金额', 8_000_000)],
  ])('are found %s', async (_, pinned) => {
    expect(await problemsOf({ ...smallLedger, pinned: [pinned] })).toEqual([])
  })

  it.each([
    ['compile.pinned.unknown', [pin('expenditureSummary', '2070399', '基本支出', 0)]],
    ['compile.pinned.ambiguous', [pin('fiscalAppropriationSummary', '一、一般公共预算', '收入 / 金额', 8_000_000)]],
    ['compile.pinned.too-fine', [pin('expenditureSummary', '2070308', '基本支出', 5_058_555)]],
    ['compile.pinned.contradicting', [pin('expenditureSummary', '2070308', '基本支出', 5_060_000), pin('expenditureSummary', '群众体育', '基本支出', 5_050_000)]],
  ])('are refused with %s', async (code, pinned) => {
    expect((await problemsOf({ ...smallLedger, pinned })).map((problem) => problem.code)).toEqual([code])
  })
})
