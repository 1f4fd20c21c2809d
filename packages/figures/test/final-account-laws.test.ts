import { describe, expect, it } from 'vitest'
import { deriveIdentities, describeVerdict, diagnose, type Figure, judge, type Region } from '../src/index.ts'
import { formulas, outcomesOf, sentenceFigure, tableFigures, verdictsOn, withPrint } from './builders.ts'

const amount = [{}] as const

/** 收入支出决算总表 by its last rows: what comes in, what goes out. */
function account(part: Region, closing: Readonly<Partial<Record<'reserves' | 'distributed', string>>>): readonly Figure[] {
  const { reserves, distributed } = closing
  return tableFigures('a', amount, [
    [{ ...part, period: 'current' }, '90.00'],
    ...reserves === undefined ? [] : [[{ ...part, period: 'reserves' }, reserves] as const],
    [{ ...part, period: 'carriedIn' }, '8.00'],
    [{ ...part }, '100.00'],
    [{ ...part, use: 'spent' }, '93.00'],
    ...distributed === undefined ? [] : [[{ ...part, use: 'distributed' }, distributed] as const],
    [{ ...part, use: 'carriedOut' }, '4.00'],
  ])
}

describe('deriveIdentities › closure of a final account', () => {
  it('counts 使用非财政拨款结余 and 结余分配 where the document has them', () => {
    expect(formulas(account({}, { reserves: '2.00', distributed: '3.00' }))).toEqual(['a.4.1 = Σ a.1.1 + a.2.1 + a.3.1', 'a.4.1 = Σ a.5.1 + a.6.1 + a.7.1'])
    expect(outcomesOf(account({}, { reserves: '2.00', distributed: '3.00' }), 'conflict')).toEqual([])
  })

  it('finds a wrong amount in either side', () => {
    const figures = account({}, { reserves: '2.00', distributed: '3.00' })
    expect(outcomesOf(figures.map((figure) => withPrint(figure, figure.id === 'a.2.1' ? '2.10' : undefined)), 'conflict')).toEqual(['a.4.1 = Σ a.1.1 + a.2.1 + a.3.1'])
    expect(outcomesOf(figures.map((figure) => withPrint(figure, figure.id === 'a.6.1' ? '3.30' : undefined)), 'conflict')).toEqual(['a.4.1 = Σ a.5.1 + a.6.1 + a.7.1'])
  })

  it('does not miss them where the document nowhere names them, as a budget does not', () => {
    expect(formulas(account({}, {}))).toEqual(['a.3.1 = Σ a.1.1 + a.2.1', 'a.3.1 = Σ a.4.1 + a.5.1'])
  })

  it('takes one from wherever it is printed, and says nothing of the total where it cannot be read', () => {
    const sumsWith = (text: string): readonly string[] => formulas([...account({}, {}), sentenceFigure('n1', { period: 'reserves' }, text)]).filter((formula) => formula.includes('a.1.1 +'))
    expect(sumsWith('2.00')).toEqual(['a.3.1 = Σ a.1.1 + a.2.1 + n1'])
    expect(sumsWith('?')).toEqual([])
  })

  it('knows neither for 财政拨款: it is carried over whole', () => {
    const whole = account({}, { reserves: '2.00', distributed: '3.00' })
    const fiscal = account({ fund: 'fiscal' }, {}).map((figure) => ({ ...figure, id: `f${figure.id}`, cell: { table: 'f', row: Number(figure.id.split('.')[1]), column: 0, side: 'only' } }))
    expect(formulas([...whole, ...fiscal]).filter((formula) => formula.includes('Σ fa'))).toEqual(['fa.3.1 = Σ fa.1.1 + fa.2.1', 'fa.3.1 = Σ fa.4.1 + fa.5.1'])
  })
})

describe('deriveIdentities › kinds of a final account', () => {
  const kinds: readonly Region[] = [{}, { kind: 'basic' }, { kind: 'project' }, { kind: 'remitted' }, { kind: 'business' }, { kind: 'subsidy' }].map((kind) => ({ use: 'spent', ...kind }))

  it('sums 支出合计 from 基本, 项目, 上缴上级, 经营 and 对附属单位补助', () => {
    expect(formulas(tableFigures('a', kinds, [[{}, '15.00', '5.00', '4.00', '3.00', '2.00', '1.00']]))).toEqual(['a.1.1 = Σ a.1.2 + a.1.3 + a.1.4 + a.1.5 + a.1.6'])
    expect(outcomesOf(tableFigures('a', kinds, [[{}, '16.00', '5.00', '4.00', '3.00', '2.00', '1.00']]), 'conflict')).toHaveLength(1)
  })

  it('splits what is carried over by kind, and no fund but where all kinds are there', () => {
    const carried = (region: Region): readonly Figure[] => tableFigures('a', amount, [[region, '9.00'], [{ ...region, kind: 'basic' }, '4.00'], [{ ...region, kind: 'project' }, '5.00']])
    expect(formulas(carried({ use: 'carriedOut' }))).toEqual(['a.1.1 = Σ a.2.1 + a.3.1'])
    expect(formulas(carried({ period: 'carriedIn' }))).toEqual(['a.1.1 = Σ a.2.1 + a.3.1'])
    expect(formulas([...carried({ use: 'carriedOut' }), sentenceFigure('n1', { use: 'carriedOut', kind: 'business' }, '?')])).toEqual(['a.2.1 ≤ a.1.1', 'a.3.1 ≤ a.1.1'])
  })
})

describe('deriveIdentities › a row with both sides and no total', () => {
  const sides: readonly Region[] = [
    { period: 'carriedIn' }, { period: 'current' }, { use: 'spent' }, { use: 'spent', kind: 'basic' }, { use: 'spent', kind: 'project' }, { use: 'carriedOut' },
  ].map((side) => ({ ...side, fund: 'fiscal/governmentFund', function: '229' }))
  const closure = 'a.1.3 = Σ a.1.1 + a.1.2'

  it('holds 年初 + 本年收入 against 本年支出 + 年末', () => {
    const figures = tableFigures('a', sides, [[{}, '2.00', '20.00', '21.00', '1.00', '20.00', '1.00']])
    expect(formulas(figures)).toEqual(['a.1.3 = Σ a.1.1 + a.1.2', 'a.1.3 = Σ a.1.4 + a.1.5'])
    expect(outcomesOf(figures, 'exact')).toHaveLength(2)
  })

  it('finds a fault on either side and says what stands where', () => {
    const figures = tableFigures('a', sides, [[{}, '2.00', '20.00', '21.00', '1.00', '20.00', '1.50']])
    expect(outcomesOf(figures, 'conflict')).toEqual([closure])
    const [verdict] = verdictsOn(figures).filter(({ outcome }) => outcome === 'conflict')
    expect(verdict === undefined ? '' : describeVerdict(verdict).zh).toContain('支出一侧合计 22.50（3 21.00、6 1.50），收入一侧合计 22.00（1 2.00、2 20.00），差 +0.50 万元')
  })

  it('weighs rounding of all four', () => {
    expect(verdictsOn(tableFigures('a', sides, [[{}, '2.00', '20.00', '21.01', '1.00', '20.01', '1.00']])).map(({ outcome }) => outcome)).toContain('withinRounding')
    expect(outcomesOf(tableFigures('a', sides, [[{}, '2.00', '20.00', '21.02', '1.00', '20.02', '1.00']]), 'conflict')).toEqual([closure])
  })

  it('repairs the one amount that fits', async () => {
    const figures = tableFigures('a', sides, [[{}, '2.00', '20.00', '21.00', '1.00', '20.00', '1.50']])
    const derivation = deriveIdentities(figures)
    const { causes } = await diagnose(derivation, derivation.identities.map((identity) => judge(identity)))
    expect(causes[0]?.repairs.map((changes) => changes.map(({ figure, to }) => [figure.id, to]))).toContainEqual([['a.1.6', 1_000_000]])
  })

  it('needs every part of both sides: without 年末 nothing follows', () => {
    const figures = tableFigures('a', sides, [[{}, '2.00', '20.00', '21.00', '1.00', '20.00', undefined]])
    expect(formulas(figures)).toEqual(['a.1.3 = Σ a.1.4 + a.1.5'])
  })

  it('leaves it to the sums where the total is printed', () => {
    const total = tableFigures('a', [...sides, { fund: 'fiscal/governmentFund', function: '229' }], [[{}, '2.00', '20.00', '21.00', '1.00', '20.00', '1.00', '22.00']])
    expect(formulas(total)).toEqual(['a.1.3 = Σ a.1.4 + a.1.5', 'a.1.7 = Σ a.1.1 + a.1.2', 'a.1.7 = Σ a.1.3 + a.1.6'])
  })
})

describe('deriveIdentities › years and phases', () => {
  const scopes: readonly Region[] = [{ phase: 'adjusted' }, {}, { year: '2022' }].map((scope) => ({ use: 'spent', year: '2023', ...scope }))

  it('sums within a column and compares no phase or year with another', () => {
    const figures = tableFigures('a', scopes, [
      [{ threePublic: 'all' }, '5.00', '4.00', '6.00'],
      [{ threePublic: 'all/abroad' }, '1.00', '', '1.00'],
      [{ threePublic: 'all/reception' }, '1.50', '1.20', '2.00'],
      [{ threePublic: 'all/vehicle' }, '2.50', '2.80', '3.00'],
    ])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.2.1 + a.3.1 + a.4.1', 'a.1.2 = Σ a.3.2 + a.4.2', 'a.1.3 = Σ a.2.3 + a.3.3 + a.4.3'])
    expect(outcomesOf(figures, 'conflict')).toEqual([])
    expect(outcomesOf(figures.map((figure) => withPrint(figure, figure.id === 'a.3.3' ? '2.10' : undefined)), 'conflict')).toEqual(['a.1.3 = Σ a.2.3 + a.3.3 + a.4.3'])
  })

  it('lets 决算 exceed 年初预算, and a blank of one phase say nothing of the other', () => {
    const figures = tableFigures('a', [{ use: 'spent', phase: 'budget' }, { use: 'spent' }], [[{ function: '207' }, '', '9.00'], [{ function: '207/20701' }, '', '9.00']])
    expect(formulas(figures)).toEqual(['a.1.2 = Σ a.2.2'])
  })
})

describe('deriveIdentities › printed changes', () => {
  const columns: readonly Region[] = [{ year: '2022' }, { year: '2023' }, { year: '2023', phase: 'change/2022' }].map((scope) => ({ use: 'spent', ...scope }))
  const changes = (rows: readonly (readonly [Region, ...string[]])[]): readonly Figure[] =>
    tableFigures('a', columns, rows).map((figure) => (figure.cell?.column === 2 ? { ...figure, change: { of: figure.id.replace(/3$/u, '2'), base: figure.id.replace(/3$/u, '1') } } : figure))
  const rows = [[{}, '10.00', '12.00', '2.00'], [{ function: '207' }, '6.00', '9.00', '3.00'], [{ function: '208' }, '4.00', '3.00', '-1.00']] as const

  it('are the difference of the two amounts, and sum like them', () => {
    expect(formulas(changes(rows))).toEqual([
      'a.1.1 = Σ a.2.1 + a.3.1', 'a.1.2 = Σ a.1.1 + a.1.3', 'a.1.2 = Σ a.2.2 + a.3.2', 'a.1.3 = Σ a.2.3 + a.3.3', 'a.2.2 = Σ a.2.1 + a.2.3', 'a.3.2 = Σ a.3.1 + a.3.3',
    ])
    expect(outcomesOf(changes(rows), 'exact')).toHaveLength(6)
  })

  it('are found where they are wrong, in size or in sign', () => {
    const wrong = (text: string): readonly string[] => outcomesOf(changes(rows).map((figure) => withPrint(figure, figure.id === 'a.3.3' ? text : undefined)), 'conflict')
    expect(wrong('1.00')).toEqual(['a.1.3 = Σ a.2.3 + a.3.3', 'a.3.2 = Σ a.3.1 + a.3.3'])
    expect(wrong('-1.02')).toEqual(['a.1.3 = Σ a.2.3 + a.3.3', 'a.3.2 = Σ a.3.1 + a.3.3'])
    expect(wrong('-1.01')).toEqual([])
  })

  it('say nothing of what there is: no change in sum is no empty account, a larger part no fault', () => {
    const even = changes([[{}, '10.00', '10.00', '0.00'], [{ function: '207' }, '6.00', '9.00', '3.00'], [{ function: '208' }, '4.00', '1.00', '-3.00']])
    expect(outcomesOf(even, 'conflict')).toEqual([])
    expect(formulas(even).filter((formula) => formula.includes('≤'))).toEqual([])
  })

  it('say nothing where they are blank', () => {
    expect(outcomesOf(changes([[{}, '10.00', '12.00', '']]), 'conflict')).toEqual([])
  })
})
