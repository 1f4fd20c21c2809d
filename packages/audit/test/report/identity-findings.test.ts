import { deriveIdentities, describePlace, diagnose, type Figure, judge, type Region } from '@mingzhang/figures'
import { parseAmount } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { identityFindings } from '../../src/report/identity-findings.ts'
import type { Proportion } from '../../src/model/proportion.ts'
import type { Proof } from '../../src/prove.ts'
import { mention } from '../rules/narrative-builders.ts'

/** Figures of one column: the place is `table 行 id`. */
function column(table: string, rows: readonly (readonly [id: string, region: Region, text: string])[]): readonly Figure[] {
  return rows.map(([id, region, text], row) => ({
    id,
    region,
    printed: text === '?' ? ({ kind: 'unreadable', text, reason: 'not-a-number' } as const) : parseAmount(text, '万元'),
    place: { document: 'example.txt', table, row: id },
    cell: { table, row, column: 0, side: 'only' },
    blankIsZero: true,
  }))
}

async function findingsOf(figures: readonly Figure[], proportions: readonly Proportion[] = []) {
  const derivation = deriveIdentities(figures)
  const verdicts = derivation.identities.map((identity) => judge(identity))
  const proof: Proof = { derivation, verdicts, proportions, diagnosis: await diagnose(derivation, verdicts) }
  return identityFindings(proof)
}

const expenditure = (total: string, culture: string, pensions: string): readonly Figure[] =>
  column('预算支出总表', [['合计', { use: 'spent' }, total], ['207', { use: 'spent', function: '207' }, culture], ['208', { use: 'spent', function: '208' }, pensions]])

describe('identityFindings', () => {
  it('finds nothing where everything agrees to the last digit', async () => {
    expect(await findingsOf(expenditure('30.00', '20.00', '10.00'))).toEqual([])
  })

  it('tells all residues of rounding in one notice, with each place and the largest in words', async () => {
    const more = column('预算收入总表', [['合计', {}, '30.00'], ['205', { function: '205' }, '29.99']]).slice(0, 1)
    const findings = await findingsOf([...expenditure('30.01', '20.00', '10.00'), ...more])
    expect(findings.map(({ rule, severity, verdict }) => [rule, severity, verdict])).toContainEqual(['I00', 'notice', 'withinRounding'])
    const residue = findings.find(({ rule }) => rule === 'I00')
    expect(residue?.places.map(describePlace)).toEqual(['预算支出总表 行 合计'])
    expect(residue?.statement.zh).toMatch(/^有 1 处.*30\.01.*30\.00.*\+0\.01 万元/u)
  })

  it('calls two prints of one amount I01, with both places and the amounts on both sides', async () => {
    const findings = await findingsOf([...column('预算收入总表', [['合计甲', { use: 'spent' }, '30.00']]), ...column('预算支出总表', [['合计乙', { use: 'spent' }, '33.00']])])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ rule: 'I01', severity: 'error', verdict: 'conflict', expected: 33_000_000, found: 30_000_000, difference: -3_000_000, figures: ['合计甲', '合计乙'] })
    expect(findings[0]?.places.map(({ table }) => table)).toEqual(['预算收入总表', '预算支出总表'])
    expect(findings[0]?.statement.zh).toContain('单凭本文件不能断定哪一处有误')
  })

  it('calls a sum that misses I02', async () => {
    const [finding, ...others] = await findingsOf(expenditure('30.00', '20.00', '13.00'))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'I02', severity: 'error', difference: -3_000_000 })
    expect(finding?.places).toHaveLength(3)
  })

  it('calls a part above its whole I03', async () => {
    const findings = await findingsOf([...column('预算支出总表', [['合计', { use: 'spent' }, '30.00']]), ...column('项目支出预算表', [['项目', { use: 'spent', kind: 'project' }, '31.00']])])
    expect(findings.map(({ rule, difference }) => [rule, difference])).toEqual([['I03', -1_000_000]])
  })

  it('tells one cause once, however many relations it breaks, and names the only repair', async () => {
    const tables = ['甲表', '乙表', '丙表'].flatMap((table) => column(table, [[`${table}合计`, { use: 'spent' }, table === '乙表' ? '38.00' : '30.00']]))
    const inside = expenditure('30.00', '20.00', '10.00').slice(1)
    const [finding, ...others] = await findingsOf([...tables, ...inside])
    expect(others).toEqual([])
    expect(finding?.statement.zh).toContain('若乙表 行 乙表合计由 38.00 万元 改为 30.00 万元，全部关系成立，且这是唯一的最小改法')
    expect(finding?.statement.en).toContain('no other change is as small')
  })

  it('counts the other relations of the same cause', async () => {
    // 207 is wrong in the column and against the second table.
    const again = column('一般公共预算支出预算表', [['207乙', { use: 'spent', function: '207' }, '20.00']])
    const [finding, ...others] = await findingsOf([...expenditure('30.00', '24.00', '10.00'), ...again])
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'I01' })
    expect(finding?.identities).toHaveLength(2)
    expect(finding?.statement.zh).toContain('同一原因还涉及 1 条关系')
    expect(finding?.statement.zh).toContain('行 207由 24.00 万元 改为 20.00 万元')
  })

  it('calls figures that clash only together I06, with the smallest set of them', async () => {
    const subject = { use: 'spent', function: '207' }
    const row = column('预算支出总表', [['207合计', subject, '10.01'], ['207基本', { ...subject, kind: 'basic' }, '6.00'], ['207项目', { ...subject, kind: 'project' }, '4.00']])
    const basic = column('基本支出表', [['基本合计', { use: 'spent', kind: 'basic' }, '8.99'], ['基本207', { ...subject, kind: 'basic' }, '6.00'], ['基本208', { use: 'spent', function: '208', kind: 'basic' }, '3.00']])
    const findings = await findingsOf([...row, ...basic])
    const joint = findings.find(({ rule }) => rule === 'I06')
    expect(joint).toMatchObject({ severity: 'error', verdict: 'conflict', expected: null, found: null, difference: null })
    expect([...(joint?.figures ?? [])].sort()).toEqual(['207合计', '207项目', '基本208', '基本合计'].sort())
    expect(joint?.places).toHaveLength(4)
    expect(joint?.statement.zh).toContain('4 个数不能同时成立')
    expect(findings.map(({ rule }) => rule).sort()).toEqual(['I00', 'I06'])
  })

  it('is a little less sure of what rests on a remainder than of what rests on blanks', async () => {
    // 收入 and 支出 print alike, so nothing is carried out; only therefore must 本年收入 be 本年支出.
    const rests = await findingsOf([
      ...column('收支总表', [['收入总计', {}, '30.00'], ['支出合计', { use: 'spent' }, '30.00']]),
      ...column('收入总表', [['本年收入', { period: 'current' }, '28.00']]),
      ...column('支出总表', [['本年支出', { period: 'current', use: 'spent' }, '26.00']]),
    ])
    expect(rests.map(({ rule, severity }) => [rule, severity])).toEqual([['I01', 'warning']])
    const plain = await findingsOf([
      ...column('收支总表', [['年终结转', { use: 'carriedOut' }, '']]),
      ...column('收入总表', [['本年收入', { period: 'current' }, '28.00']]),
      ...column('支出总表', [['本年支出', { period: 'current', use: 'spent' }, '26.00']]),
    ])
    expect(plain.map(({ rule, severity }) => [rule, severity])).toEqual([['I01', 'error']])
  })

  it('reports a share and a rate that do not recompute, and as a notice what could not be recomputed', async () => {
    const proportion = (id: string, kind: Proportion['kind'], outcome: Proportion['outcome']): Proportion => ({
      id, kind, outcome, statement: { zh: `${id} 重算不符`, en: id }, mention: mention(id, 'share', '81.00%'), figures: ['n1', id],
    })
    const findings = await findingsOf([], [proportion('s1', 'share', 'conflict'), proportion('r1', 'change', 'conflict'), proportion('s2', 'share', 'withinRounding'), proportion('s3', 'share', 'undetermined')])
    expect(findings.map(({ rule, severity, verdict, identities }) => [rule, severity, verdict, identities])).toEqual([
      ['I04', 'warning', 'conflict', ['s1']], ['I05', 'warning', 'conflict', ['r1']], ['I04', 'notice', 'undetermined', ['s3']],
    ])
  })

  it('says which amounts cannot be read and how many relations stay open for them', async () => {
    const findings = await findingsOf(expenditure('30.00', '?', '10.00'))
    const [open] = findings
    expect(findings).toHaveLength(1)
    expect(open).toMatchObject({ verdict: 'undetermined', figures: ['207'] })
    expect(open?.places.map(({ row }) => row)).toEqual(['207'])
    expect(open?.statement.zh).toContain('1')
  })
})
