import { describe, expect, it } from 'vitest'
import { deriveIdentities, describeVerdict, type Figure, judge } from '../src/index.ts'
import { sentenceFigure, tableFigures, withPrint } from './builders.ts'

/** The rows as they would be named in the document. */
function named(figures: readonly Figure[], table: string, rows: readonly string[], columns: readonly string[]): readonly Figure[] {
  return figures.map((figure) => {
    const { row = 0, column = 0 } = figure.cell ?? {}
    return { ...figure, place: { document: 'example.txt', table, row: rows[row] ?? '', column: columns[column] ?? '' } }
  })
}

const sentences = (figures: readonly Figure[]) => deriveIdentities(figures).identities.map((identity) => describeVerdict(judge(identity)))

const health = named(
  tableFigures('a', [{ use: 'spent' }], [[{ function: '210/21011' }, '35.39'], [{ function: '210/21011/2101101' }, '20.00'], [{ function: '210/21011/2101102' }, '15.40']]),
  '预算支出总表', ['21011', '2101101', '2101102'], ['合计'],
)

describe('describeVerdict', () => {
  it('says of a residue where it is, what is printed, what the parts give, by how much it misses and what explains it', () => {
    const [sentence] = sentences(health)
    for (const part of ['预算支出总表 行 21011 列 合计', '35.39', '35.40', '2101101 20.00', '2101102 15.40', '差 −0.01 万元', '尾差，四舍五入可解释', '界 0.015']) expect(sentence?.zh).toContain(part)
    for (const part of ['35.39', '35.40', 'difference −0.01', 'explained by rounding', 'bound 0.015']) expect(sentence?.en).toContain(part)
  })

  it('says plainly that a relation agrees', () => {
    const [sentence] = sentences(health.map((figure) => (figure.id === 'a.1.1' ? withPrint(figure, '35.40') : figure)))
    expect(sentence?.zh).toContain('（一致）')
    expect(sentence?.zh).not.toContain('差')
  })

  it('names both places of one amount that is printed twice', () => {
    const [table] = health
    const figures = [...(table === undefined ? [] : [table]), sentenceFigure('四、财政拨款收支', { use: 'spent', function: '210/21011' }, '39.35')]
    const [sentence] = sentences(figures)
    for (const part of ['预算支出总表 行 21011 列 合计', '印 35.39', '“四、财政拨款收支”', '印 39.35', '差 −3.96 万元', '不一致']) expect(sentence?.zh).toContain(part)
  })

  it('says which part should not exceed which whole', () => {
    const figures = [
      ...named(tableFigures('a', [{ use: 'spent' }], [[{ function: '208' }, '10.00']]), '预算支出总表', ['208'], ['合计']),
      ...named(tableFigures('b', [{ use: 'spent', fund: 'fiscal/generalPublic' }], [[{ function: '208' }, '12.00']]), '一般公共预算支出预算表', ['208'], ['合计']),
    ]
    const [sentence] = sentences(figures)
    expect(sentence?.zh).toMatch(/^一般公共预算支出预算表 行 208 列 合计：印 12\.00，不应大于\s*预算支出总表 行 208 列 合计：印 10\.00，差 −2\.00 万元（不一致/u)
  })

  it('says what cannot be judged, with the print that cannot be read', () => {
    const [sentence] = sentences(health.map((figure) => (figure.id === 'a.1.1' ? withPrint(figure, '?') : figure)))
    expect(sentence?.zh).toContain('“?”（无法读取）')
    expect(sentence?.zh).toContain('（无法判定）')
    expect(sentence?.zh).not.toContain('差 ')
  })

  it('lists the first four parts and how many there are', () => {
    const rows = ['20701', '20702', '20703', '20704', '20705']
    const figures = named(
      tableFigures('a', [{ use: 'spent' }], [[{ function: '207' }, '5.00'], ...rows.map((code) => [{ function: `207/${code}` }, '1.00'] as const)]),
      '预算支出总表', ['207', ...rows], ['合计'],
    )
    const [sentence] = sentences(figures)
    expect(sentence?.zh).toContain('20704 1.00等 5 项')
    expect(sentence?.zh).not.toContain('20705')
  })

  it('keeps the fen of a form in 元', () => {
    const figures = [
      ...named(tableFigures('a', [{ use: 'spent' }], [[{ project: '送戏下乡' }, '48.01']]), '项目支出预算表', ['送戏下乡'], ['合计']),
      ...named(tableFigures('f1', [{ use: 'spent' }], [[{ project: '送戏下乡' }, '480,000.00']], { unit: '元' }), '绩效目标申报表', ['年度资金总额'], ['金额']),
    ]
    const [sentence] = sentences(figures)
    expect(sentence?.zh).toContain('480,000.00 元')
    expect(sentence?.zh).toContain('+100.00 元（不一致')
  })
})
