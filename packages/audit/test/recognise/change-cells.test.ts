import { judge, deriveIdentities } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { proveRates } from '../../src/prove-rates.ts'
import { recogniseText, type RecognisedText, row } from './recognise-text.ts'

const head = ['一般公共预算支出情况表', '单位：万元']
const compared = (columns: readonly string[], ...rows: readonly (readonly string[])[]): RecognisedText =>
  recogniseText(...head, row('科目编码', '科目名称', ...columns), ...rows.map((cells) => row(...cells)))

const conflicts = ({ document }: RecognisedText): readonly string[] =>
  deriveIdentities(document.figures).identities.filter((identity) => judge(identity).outcome === 'conflict').map(({ parts }) => parts.at(-1)?.printed.text ?? '')

const ratesOf = ({ tables }: RecognisedText): readonly string[] => proveRates(tables, 'half-up').map(({ mention, outcome }) => `${mention.text} ${outcome}`)

describe('tieChanges', () => {
  const columns = ['2023年预算数', '2024年预算数', '增减额', '增减%']
  const sound = [['合计', '', '40.00', '50.00', '10.00', '25.00'], ['207', '文化旅游体育与传媒支出', '30.00', '45.00', '15.00', '50.00%'], ['208', '社会保障和就业支出', '10.00', '5.00', '-5.00', '-50.00']]

  it('binds the columns of both years and of their difference, and recomputes them', () => {
    const found = compared(columns, ...sound)
    expect(found.tables[0]?.cells.filter(({ region, change }) => region === undefined && change === undefined)).toEqual([])
    expect(found.tables[0]?.cells.slice(0, 4).map(({ region, change }) => [region?.year, region?.phase, change?.kind])).toEqual([
      ['2023', undefined, undefined], [undefined, undefined, undefined], [undefined, 'change/2023', 'amount'], [undefined, undefined, 'rate'],
    ])
    expect(conflicts(found)).toEqual([])
    expect(ratesOf(found)).toEqual(['25.00 exact', '50.00% exact', '-50.00 exact'])
  })

  it('finds a wrong difference and a wrong percentage', () => {
    const [total, culture, security] = sound
    expect(conflicts(compared(columns, total ?? [], ['207', '文化旅游体育与传媒支出', '30.00', '45.00', '16.00', '50.00'], security ?? []))).toContain('16.00')
    expect(ratesOf(compared(columns, total ?? [], culture ?? [], ['208', '社会保障和就业支出', '10.00', '5.00', '-5.00', '50.00']))).toContain('50.00 conflict')
  })

  it('finds a wrong amount in the column of the other year', () => {
    expect(conflicts(compared(['2023年预算数', '2024年预算数'], ['合计', '', '40.00', '50.00'], ['207', '文化旅游体育与传媒支出', '33.00', '45.00'], ['208', '社会保障和就业支出', '10.00', '5.00']))).toEqual(['10.00'])
  })

  it('is not misled by amounts of another year that differ: only sums within a year count', () => {
    expect(conflicts(compared(['上年预算数', '本年预算数'], ['合计', '', '90.00', '50.00'], ['207', '文化旅游体育与传媒支出', '90.00', '50.00']))).toEqual([])
  })

  it('recomputes 完成预算的% against the budget of the same year', () => {
    const found = compared(['2023年预算数', '2023年执行数', '执行率%'], ['合计', '', '40.00', '50.00', '125.00'])
    // Both are of another year: what the percentage is of, this table does not say.
    expect(ratesOf(found)).toEqual([])
    expect(found.tables[0]?.cells[2]?.unbound).toBe('表内有几个年度或阶段的数，不能确定与哪一个相比')
    expect(ratesOf(compared(['调整预算数', '预算数', '完成预算%'], ['合计', '', '40.00', '50.00', '125.00'], ['207', '文化旅游体育与传媒支出', '40.00', '50.00', '120.00']))).toEqual(['125.00 exact', '120.00 conflict'])
  })

  it('leaves a change unbound where several columns could be its base', () => {
    const { tables } = compared(['2022年预算数', '2023年预算数', '2024年预算数', '增减额'], ['合计', '', '40.00', '40.00', '50.00', '10.00'])
    expect(tables[0]?.cells.map(({ unbound }) => unbound)).toEqual([undefined, undefined, undefined, '表内有几个年度或阶段的数，不能确定与哪一个相比'])
  })

  it('has no rate of nothing', () => {
    expect(ratesOf(compared(columns, ['合计', '', '0.00', '50.00', '50.00', '100.00']))).toEqual([])
  })
})

describe('tieChanges › years in rows', () => {
  const table = (change: string): RecognisedText => recogniseText('财政拨款“三公”经费支出表', '单位：万元', row('预算单位', '年度', '合计', '因公出国(境)费', '公务接待费', '公务用车购置及运行维护费'),
    row('清河县文化馆', '2023年', '5.00', '1.00', '1.00', '3.00'), row('', '2024年', '4.00', '0.00', '1.50', '2.50'), row('', '增减变化金额', '-1.00', '-1.00', change, '-0.50'))

  it('binds every row and finds a wrong change', () => {
    expect(table('0.50').tables[0]?.cells.map(({ region }) => region === undefined)).toEqual(Array.from({ length: 12 }, () => false))
    expect(conflicts(table('0.50'))).toEqual([])
    expect(conflicts(table('0.60'))).toContain('0.60')
  })
})

describe('phaseOfLabel', () => {
  it('takes 预算数 and 决算数 in rows for the two phases of one table', () => {
    const { tables } = recogniseText('2023年度部门决算', '一般公共预算财政拨款“三公”经费支出决算表', '单位：万元', row('项目', '合计', '公务接待费'), row('预算数', '5.00', '5.00'), row('决算数', '4.00', '4.00'))
    expect(tables[0]?.cells.map(({ region }) => region?.phase)).toEqual([undefined, undefined, 'final', 'final'])
  })
})
