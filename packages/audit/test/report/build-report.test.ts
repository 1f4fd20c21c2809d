import { fen, parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { type AuditReport, type ProjectForm, type RecognisedDocument, type Rule, type RuleOutcome, proveDocument } from '../../src/index.ts'
import { outcomeOf } from '../../src/model/rule.ts'
import { collectFigures } from '../../src/recognise/collect-figures.ts'
import { buildReport, type ReportInput } from '../../src/report/build-report.ts'
import { exampleContext, exampleDocument, exampleForm, field, somewhere } from '../builders.ts'
import { exampleProfile, mention, table } from '../rules/narrative-builders.ts'

const rule = (id: string, severity: Rule['meta']['severity'] = 'warning'): Rule => ({
  meta: { id, title: { zh: '示例规则', en: 'Example' }, severity, basis: [{ source: 'known', article: '第一条' }, { source: 'unknown', article: '' }], explanation: { zh: '', en: '' }, legitimate: { zh: '', en: '' } },
  check: () => outcomeOf(0, []),
})

async function report(part: Partial<RecognisedDocument> = {}, input: Partial<ReportInput> = {}): Promise<AuditReport> {
  const tables = part.tables ?? []
  const document = exampleDocument({ figures: collectFigures(tables, part.mentions ?? [], [], 2024), ...part })
  const vocabulary = { ...exampleContext().vocabulary, legal: new Map([['known', { id: 'known', title: '《示例办法》', number: '财预〔2016〕1号', standing: 'verified' as const }]]) }
  return buildReport({ document, profile: undefined, problems: [], proof: await proveDocument(document, 'half-up'), outcomes: [], vocabulary, version: '1.2.3', ...input })
}

const totals = table('expenditureSummary', '2024年预算支出总表', [
  { label: '合计', cells: [[{ use: 'spent' }, '30.00'], [{ use: 'spent', kind: 'basic' }, '20.00'], [{ use: 'spent', kind: 'project' }, '13.00']] },
])
const finding = (key: string, statement: string): RuleOutcome['findings'][number] => ({ key, statement: { zh: statement, en: statement }, places: [somewhere], found: fen(100) })

describe('buildReport › summary', () => {
  it('states what the document is, with null for what it does not say', async () => {
    expect((await report()).document).toEqual({ name: 'example.txt', body: '清河县文化馆', year: 2024, kind: 'budget', level: 'department', profile: null })
    const silent = await report({ facts: { body: undefined, year: undefined, kind: undefined, level: undefined } }, { profile: exampleProfile() })
    expect(silent.document).toMatchObject({ body: null, year: null, kind: null, level: null, profile: 'example' })
  })

  it('counts the required tables that are there', async () => {
    const { summary } = await report({ tables: [totals] }, { profile: exampleProfile({ requiredTables: ['expenditureSummary', 'revenueSummary'] }) })
    expect(summary.tables).toEqual({ recognised: 1, expected: 2 })
  })

  it('counts every printed amount as seen, and as bound only when it is: unknown rows and unknown tables lower the share', async () => {
    const unbound = { ...totals, cells: totals.cells.map((cell, index) => (index === 2 ? { ...cell, region: undefined, unbound: '行“某种支出”不在词表和科目表中' } : cell)) }
    const { summary, unbound: listed } = await report({ tables: [unbound], unrecognised: [{ place: somewhere, title: '会议费明细表', reason: '表题不在词表中', amounts: 4 }] })
    expect(summary.cells).toEqual({ numeric: 7, bound: 2 })
    expect(listed.map(({ text, reason }) => [text, reason])).toEqual([['13.00', '行“某种支出”不在词表和科目表中'], ['会议费明细表', '表题不在词表中（4 个数）']])
  })

  it('does not count an unreadable cell for bound, and lists it', async () => {
    const unread = { ...totals, cells: totals.cells.map((cell, index) => (index === 2 ? { ...cell, printed: parseAmount('1O.00', '万元') } : cell)) }
    const { summary, unbound } = await report({ tables: [unread] })
    expect(summary.cells).toEqual({ numeric: 3, bound: 2 })
    expect(unbound.map(({ text }) => text)).toEqual(['1O.00'])
    expect(summary.identities).toEqual({ exact: 0, withinRounding: 0, conflict: 0, undetermined: 1 })
  })

  it('counts amounts and percentages of the text, and neither counts nor years', async () => {
    const mentions = [
      mention('n1', 'amount', '30.00万元', { region: { year: '2024', use: 'spent' } }),
      mention('n2', 'share', '93.75%', { unbound: '没有读出占什么' }),
      mention('n3', 'count', '12人'),
      mention('n4', 'other', '2024'),
    ]
    const { summary, unbound } = await report({ mentions })
    expect(summary.prose).toEqual({ figures: 2, bound: 1 })
    expect(unbound.map(({ text, reason }) => [text, reason])).toEqual([['93.75%', '没有读出占什么']])
  })

  it('counts identities, rules and findings by outcome', async () => {
    const outcomes = [
      { rule: rule('D98', 'notice'), outcome: outcomeOf(2, [finding('a', '甲'), finding('b', '乙')]) },
      { rule: rule('D99'), outcome: outcomeOf(3, []) },
      { rule: rule('K98'), outcome: outcomeOf(0, []) },
      { rule: rule('K99'), outcome: outcomeOf(0, [], [{ places: [somewhere], reason: { zh: '表二未读', en: 'unread' } }]) },
    ]
    const built = await report({ tables: [totals] }, { outcomes })
    expect(built.summary.identities).toEqual({ exact: 0, withinRounding: 0, conflict: 1, undetermined: 0 })
    expect(built.summary.rules).toEqual({ pass: 1, fail: 1, 'not-applicable': 1, undetermined: 1 })
    expect(built.summary.findings).toEqual({ error: 1, warning: 0, notice: 2 })
    expect(built.rules.find(({ id }) => id === 'K99')).toEqual({ id: 'K99', outcome: 'undetermined', checked: 0, undetermined: ['表二未读'] })
  })
})

describe('buildReport › findings', () => {
  const outcomes = [{ rule: rule('D98', 'notice'), outcome: outcomeOf(1, [finding('a', '甲')]) }, { rule: rule('D99', 'error'), outcome: outcomeOf(1, [finding('b', '乙')]) }]

  it('puts errors first', async () => {
    expect((await report({}, { outcomes })).findings.map(({ severity }) => severity)).toEqual(['error', 'notice'])
  })

  it('gives a finding the same id every time and another id for another key', async () => {
    const ids = async (key: string) => (await report({}, { outcomes: [{ rule: rule('D99'), outcome: outcomeOf(1, [finding(key, '甲')]) }] })).findings.map(({ id }) => id)
    expect(await ids('a')).toEqual(await ids('a'))
    expect(await ids('a')).not.toEqual(await ids('b'))
    expect((await ids('a'))[0]).toMatch(/^D99-[0-9a-f]{8}$/u)
  })

  it('cites the sources that it knows', async () => {
    const [first] = (await report({}, { outcomes })).findings
    expect(first?.basis).toHaveLength(1)
    expect(first?.basis[0]).toContain('《示例办法》')
    expect(first?.basis[0]).toContain('第一条')
  })

  it('takes a finding’s own severity where it is weaker than its rule’s', async () => {
    const built = await report({}, { outcomes: [{ rule: rule('D99', 'error'), outcome: outcomeOf(1, [{ ...finding('a', '甲'), severity: 'notice' }]) }] })
    expect(built.findings.map(({ severity }) => severity)).toEqual(['notice'])
  })

  it('points a rule’s finding to the figures at its places', async () => {
    const place = { ...somewhere, block: 7, rowIndex: 1, columnIndex: 2 }
    const [whole] = totals.cells
    const tables = [{ ...totals, cells: whole === undefined ? [] : [{ ...whole, place }] }]
    const built = await report({ tables }, { outcomes: [{ rule: rule('D99'), outcome: outcomeOf(1, [{ ...finding('a', '甲'), places: [place] }]) }] })
    expect(built.findings[0]?.figures).toEqual([whole?.id])
  })

  it('reports a problem among the findings, so that nobody takes silence for a pass', async () => {
    const { findings } = await report({}, { problems: [{ code: 'audit.table.noUnit', place: { ...somewhere, line: 9 }, detail: '表没有注明金额单位。', remedy: '在表的右上方注明单位。' }] })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ verdict: 'undetermined', severity: 'warning', places: [{ line: 9 }] })
    expect(findings[0]?.statement.zh).toContain('表没有注明金额单位。')
    expect(findings[0]?.statement.zh).toContain('在表的右上方注明单位。')
  })

  it('masks a mobile number and the handler’s name in everything that it says', async () => {
    const form: ProjectForm = exampleForm({ handler: field('李示例'), phone: field('13900001234') })
    const statement = '经办人李示例的联系电话 13900001234 已公开'
    const built = await report({ forms: [form] }, { outcomes: [{ rule: rule('D99'), outcome: outcomeOf(1, [finding('a', statement)], [{ places: [somewhere], reason: { zh: statement, en: '' } }]) }] })
    const text = JSON.stringify(built)
    expect(text).not.toContain('13900001234')
    expect(built.findings[0]?.statement.zh).not.toContain('李示例')
    expect(built.rules[0]?.undetermined[0]).not.toContain('李示例')
  })
})

describe('buildReport › proof', () => {
  it('lists identities with the whole first, and its difference only when it was judged', async () => {
    const { identities } = await report({ tables: [totals] })
    expect(identities.map(({ kind, verdict, figures, difference }) => [kind, verdict, figures.length, difference])).toEqual([['partition', 'conflict', 3, -3_000_000]])
    expect(identities[0]?.figures[0]).toBe(totals.cells[0]?.id)
    const unread = { ...totals, cells: totals.cells.map((cell, index) => (index === 2 ? { ...cell, printed: parseAmount('1O.00', '万元') } : cell)) }
    expect((await report({ tables: [unread] })).identities.map(({ difference }) => difference)).toEqual([null])
  })

  it('says whether the figures are jointly possible, and how many repairs are equally small', async () => {
    const { diagnosis } = await report({ tables: [totals] })
    expect(diagnosis).toMatchObject({ possible: false, conflicts: [{ figures: totals.cells.map(({ id }) => id) }], repair: { alternatives: 3 } })
    expect((await report()).diagnosis).toEqual({ possible: true, conflicts: [], repair: null })
  })

  it('keeps amounts as whole fen, and null for what states none', async () => {
    const cells = totals.cells.map((cell, index) => (index === 2 ? { ...cell, printed: parseAmount('1O.00', '万元') } : cell))
    const { figures } = await report({ tables: [{ ...totals, cells }] })
    expect(figures.map(({ value, quantum, state }) => [value, quantum, state])).toEqual([[30_000_000, 10_000, 'stated'], [20_000_000, 10_000, 'stated'], [null, null, 'unreadable']])
  })
})
