import { describe, expect, it } from 'vitest'
import type { TableBlock } from '@mingzhang/document'
import { type Compilation, compileLedger, type Ledger } from '../src/index.ts'
import { ownVocabulary } from './own-vocabulary.ts'
import { printedRow, printedTable } from './printed-table.ts'
import { basic, bureau, hall, paths, project, roof, smallLedger } from './small-ledger.ts'

const vocabulary = ownVocabulary()

async function compiled(ledger: Ledger, profile = 'shanxi'): Promise<Compilation> {
  const result = await compileLedger(ledger, vocabulary, { profile, rounding: 'half-up', rendition: 'public', created: new Date(0) })
  if (!result.ok) throw new Error(result.problems.map(({ detail }) => detail).join('\n'))
  return result.value
}

function tableOf({ publication }: Compilation, id: string): TableBlock {
  const table = publication.blocks.find((block): block is TableBlock => block.kind === 'table' && block.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return table
}

const small = await compiled(smallLedger)

describe('tables of the small ledger', () => {
  it('prints 收支总表 with what is carried in and carried out', () => {
    const table = tableOf(small, 'revenueExpenditureSummary')
    const rows = printedTable(table)
    expect(rows).toHaveLength(2 + 30 + 3)
    expect(rows[2]).toEqual(['一、一般公共预算', '21.29', '一、一般公共服务支出', '', '', ''])
    expect(rows[3]).toEqual(['二、政府性基金预算', '20.00', '二、外交支出', '', '', ''])
    expect(rows[8]).toEqual(['', '', '七、文化旅游体育与传媒支出', '26.29', '18.29', '8.00'])
    expect(rows[26]).toEqual(['', '', '二十五、其他支出', '25.00', '20.00', '5.00'])
    expect(rows.slice(-3)).toEqual([
      ['本年收入合计', '41.29', '本年支出合计', '51.29', '38.29', '13.00'],
      ['上年结转', '13.00', '年终结转', '3.00', '3.00', ''],
      ['收入总计', '54.29', '支出总计', '54.29', '41.29', '13.00'],
    ])
  })

  it('prints revenue by function, what is carried out with it', () => {
    expect(printedTable(tableOf(small, 'revenueSummary')).slice(2)).toEqual([
      ['合计', '', '41.29', '21.29', '20.00', '', '', '', '13.00'],
      ['207', '文化旅游体育与传媒支出', '21.29', '21.29', '', '', '', '', '8.00'],
      ['20703', '体育', '21.29', '21.29', '', '', '', '', '8.00'],
      ['2070301', '行政运行', '13.23', '13.23', '', '', '', '', ''],
      ['2070308', '群众体育', '8.06', '8.06', '', '', '', '', '8.00'],
      ['229', '其他支出', '20.00', '', '20.00', '', '', '', '5.00'],
      ['22960', '彩票公益金安排的支出', '20.00', '', '20.00', '', '', '', '5.00'],
      ['2296003', '用于体育事业的彩票公益金支出', '20.00', '', '20.00', '', '', '', '5.00'],
    ])
  })

  it('prints basic expenditure by both economic classifications, a reduction with its sign and a trifle as 0.00', () => {
    expect(printedTable(tableOf(small, 'generalPublicBasicExpenditure')).slice(2)).toEqual([
      ['合计', '', '18.29', '15.06', '3.24'],
      ['工资福利支出', '', '15.06', '15.06', ''],
      ['基本工资', '工资奖金津补贴', '10.00', '10.00', ''],
      ['基本工资', '工资福利支出', '5.56', '5.56', ''],
      ['奖金', '工资福利支出', '-0.50', '-0.50', ''],
      ['商品和服务支出', '', '3.24', '', '3.24'],
      ['办公费', '办公经费', '1.23', '', '1.23'],
      ['办公费', '商品和服务支出', '0.00', '', '0.00'],
      ['公务用车运行维护费', '公务用车运行维护费', '2.00', '', '2.00'],
    ])
  })

  it('prints the year’s 政府性基金 by revenue subject and by function', () => {
    expect(printedTable(tableOf(small, 'governmentFundRevenue')).slice(2)).toEqual([
      ['合计', '', '20.00'], ['103', '非税收入', '20.00'], ['10301', '政府性基金收入', '20.00'], ['1030155', '彩票公益金收入', '20.00'],
    ])
    expect(printedRow(tableOf(small, 'governmentFundExpenditure'), '2296003')).toEqual(['2296003', '用于体育事业的彩票公益金支出', '20.00', '', '20.00'])
  })

  it('leaves the table of an empty fund with its total row and a note', () => {
    const table = tableOf(small, 'stateCapitalSummary')
    expect(printedTable(table).slice(3)).toEqual([['合计', '', '', '合计', '', '', '', '']])
    expect(table.notes).toEqual(['注：本表无数据'])
    expect(tableOf(small, 'threePublic').notes).toEqual([])
  })

  it('prints the fixed rows of “三公”经费 whether or not they hold money', () => {
    expect(printedTable(tableOf(small, 'threePublic')).slice(2)).toEqual([
      ['因公出国（境）费', '', '', '', ''],
      ['公务接待费', '', '', '', ''],
      ['公务用车购置及运行费', '2.00', '2.00', '', ''],
      ['①公务用车购置费', '', '', '', ''],
      ['②公务用车运行维护费', '2.00', '2.00', '', ''],
      ['合计', '2.00', '2.00', '', ''],
    ])
  })

  it('lists the offices in 机关运行经费 and leaves institutions out', () => {
    expect(printedTable(tableOf(small, 'agencyOperating')).slice(2)).toEqual([['部门合计', '3.23', '3.23', '', ''], [bureau, '3.23', '3.23', '', '']])
  })

  it('lists projects below their unit and the department above all, this year’s and carried in apart', () => {
    expect(printedTable(tableOf(small, 'currentProjects')).slice(2)).toEqual([
      ['1', '2', '3', '4', '5', '6', '7'],
      [bureau, '20.00', '', '20.00', '', '', ''],
      [hall, '20.00', '', '20.00', '', '', ''],
      [paths, '20.00', '', '20.00', '', '', ''],
    ])
    expect(printedTable(tableOf(small, 'carriedProjects')).slice(3)).toEqual([
      [bureau, '13.00', '8.00', '5.00', ''], [hall, '13.00', '8.00', '5.00', ''], [paths, '5.00', '', '5.00', ''], [roof, '8.00', '8.00', '', ''],
    ])
  })

  it('binds every amount cell to a figure of the publication, a blank to one that prints nothing', () => {
    const { publication } = small
    const cells = publication.blocks.flatMap((block) => (block.kind === 'table' ? block.body.flatMap((row) => row.cells) : [])).filter((cell) => cell.align === 'end')
    expect(cells.length).toBeGreaterThan(300)
    for (const { figure = '', text } of cells) {
      const known = publication.figures.get(figure)
      expect([known?.text, known?.region.year]).toEqual([text, '2024'])
      expect(known?.printed === undefined).toBe(text === '')
    }
  })

  it('lists the sums that 四舍五入 breaks, each with its residue', () => {
    const basicTable = small.residues.filter(({ place }) => place.table?.includes('经济科目') === true)
    expect(basicTable.map(({ place, along, printed, parts, residue }) => [place.row, place.column, along, printed, parts, residue])).toEqual([
      ['合计', '2024年预算数 / 合计', 'column', 18_290_000, 18_300_000, -10_000],
      ['商品和服务支出', '2024年预算数 / 合计', 'column', 3_240_000, 3_230_000, 10_000],
      ['商品和服务支出', '2024年预算数 / 公用经费', 'column', 3_240_000, 3_230_000, 10_000],
      ['合计', '2024年预算数 / 合计', 'row', 18_290_000, 18_300_000, -10_000],
    ])
  })

  it('gives a total the cells that it is the sum of, in its column where they stand there', () => {
    const table = tableOf(small, 'expenditureSummary')
    const cellOf = (label: string, column: number) => table.body.find(({ cells }) => cells[0]?.text === label)?.cells[column]
    // 合计 spans two columns of labels.
    expect(cellOf('合计', 1)?.sumOf).toEqual([cellOf('207', 2)?.figure, cellOf('229', 2)?.figure])
    expect(cellOf('207', 2)?.sumOf).toEqual([cellOf('20703', 2)?.figure])
    expect(cellOf('2070308', 2)?.sumOf).toEqual([cellOf('2070308', 3)?.figure, cellOf('2070308', 4)?.figure])
  })

  it('gives a total that does not add up in print no formula', () => {
    const table = tableOf(small, 'generalPublicBasicExpenditure')
    const goods = table.body.find(({ cells }) => cells[0]?.text === '商品和服务支出')
    expect(goods?.cells[4]?.text).toBe('3.24')
    expect(goods?.cells[4]?.sumOf).toBeUndefined()
  })
})

describe('rows of tables', () => {
  it('prints no row for money that cancels out, and 0.00 where it cancels in a row that is printed', async () => {
    const lines = [
      ...smallLedger.lines,
      project(hall, roof, '2070305', 'fiscal/generalPublic', 'current', 400_000),
      project(hall, paths, '2070305', 'fiscal/generalPublic', 'current', -400_000),
      project(hall, roof, '2070308', 'fiscal/generalPublic', 'current', 700_000),
      project(hall, paths, '2070308', 'fiscal/generalPublic', 'current', -700_000),
    ]
    const table = tableOf(await compiled({ ...smallLedger, lines }), 'generalPublicExpenditure')
    expect(printedRow(table, '2070305')).toBeUndefined()
    expect(printedRow(table, '2070308')).toEqual(['2070308', '群众体育', '5.06', '5.06', '0.00'])
    expect(printedRow(table, '2070301')).toEqual(['2070301', '行政运行', '13.23', '13.23', ''])
  })

  it('keeps the row of a project whose lines cancel out: its form needs one', async () => {
    const lines = [
      ...smallLedger.lines,
      project(hall, paths, '2296003', 'fiscal/governmentFund', 'current', -20_000_000), project(hall, roof, '2070308', 'fiscal/generalPublic', 'current', 20_000_000),
    ]
    const table = tableOf(await compiled({ ...smallLedger, lines }), 'currentProjects')
    expect(printedTable(table).slice(3).map((row) => row.slice(0, 2))).toEqual([[bureau, '20.00'], [hall, '20.00'], [paths, '0.00'], [roof, '20.00']])
  })

  it('lists many units in the order of the ledger, those without projects left out', async () => {
    const units = Array.from({ length: 40 }, (_, index) => ({ name: `清河县第${String(40 - index)}中学`, code: '', nature: 'institution' as const }))
    const projects = units.filter((_, index) => index % 2 === 0).map(({ name }) => ({ name: `${name}运转`, code: '', unit: name, class: 'operation' as const }))
    const lines = projects.map(({ name, unit }, index) => project(unit, name, '2050203', 'fiscal/generalPublic', 'current', (index + 1) * 1_000_000))
    const revenue = lines.map(({ unit, amount }) => ({ unit, fund: 'fiscal/generalPublic' as const, period: 'current' as const, subject: undefined, amount }))
    const table = tableOf(await compiled({ ...smallLedger, units, projects, lines, revenue, carriedOut: [], procurement: [] }), 'currentProjects')
    const rows = printedTable(table).slice(3)
    expect(rows).toHaveLength(1 + 20 * 2)
    expect(rows.slice(0, 5).map((row) => row.slice(0, 2))).toEqual([
      [bureau, '210.00'], ['清河县第40中学', '1.00'], ['清河县第40中学运转', '1.00'], ['清河县第38中学', '2.00'], ['清河县第38中学运转', '2.00'],
    ])
  })

  it('names a subject that the department added itself', async () => {
    const lines = [...smallLedger.lines, basic(hall, 'operating', '2070388', '30201', 1_000_000)]
    const ledger = { ...smallLedger, lines, localCodes: [{ scheme: 'function' as const, code: '2070388', name: '冰雪运动' }] }
    expect(printedRow(tableOf(await compiled(ledger), 'expenditureSummary'), '2070388')).toEqual(['2070388', '冰雪运动', '1.00', '1.00', ''])
  })

  it('prints the eight tables of the national procedure from the same ledger', async () => {
    const national = await compiled(smallLedger, 'national/2024')
    expect(national.publication.blocks.filter((block) => block.kind === 'table').map(({ title }) => title)).toEqual([
      '2024年部门收支总体情况表', '2024年部门收入总体情况表', '2024年部门支出总体情况表', '2024年财政拨款收支总体情况表',
      '2024年一般公共预算支出情况表（不含上年结转）', '2024年一般公共预算基本支出情况表（不含上年结转）', '2024年财政拨款“三公”经费支出情况表',
      '2024年政府性基金预算支出情况表（不含上年结转）',
    ])
    // The columns of funds hold this year's money: with 上年结转 beside them they make the total.
    expect(printedRow(tableOf(national, 'revenueSummary'), '合计')).toEqual(['合计', '', '54.29', '13.00', '21.29', '20.00', '', '', ''])
    expect(printedRow(tableOf(national, 'generalPublicBasicExpenditure'), '30101')).toEqual(['30101', '基本工资', '15.56', '15.56', ''])
  })
})
