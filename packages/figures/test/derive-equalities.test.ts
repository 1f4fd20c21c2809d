import { describe, expect, it } from 'vitest'
import { formulas, kindColumns, outcomesOf, sentenceFigure, tableFigures, verdictsOn, withPrint } from './builders.ts'

describe('deriveIdentities › equality', () => {
  it('ties two tables that print one region', () => {
    const figures = [...tableFigures('a', [{}], [[{ function: '208' }, '10.00']]), ...tableFigures('b', [{}], [[{ function: '208' }, '10.00']])]
    expect(formulas(figures)).toEqual(['a.1.1 = b.1.1'])
  })

  it('leaves regions apart that differ in one dimension', () => {
    const figures = [...tableFigures('a', [{}], [[{ function: '208' }, '10.00']]), ...tableFigures('b', [{}], [[{ function: '210' }, '10.00']])]
    expect(formulas(figures)).toEqual([])
  })

  it('compares n prints of one amount with the first print only: n − 1 identities', () => {
    const tables = ['a', 'b', 'c', 'd'].flatMap((table) => tableFigures(table, [{}], [[{ use: 'spent', function: '208' }, '10.00']]))
    const sentence = sentenceFigure('n1', { use: 'spent', function: '208' }, '10.00')
    expect(formulas([...tables, sentence])).toEqual(['a.1.1 = b.1.1', 'a.1.1 = c.1.1', 'a.1.1 = d.1.1', 'a.1.1 = n1'])
  })

  it('compares a table’s further prints with its own first, so that a reader finds both sides in one table', () => {
    const reference = tableFigures('a', [{}], [[{}, '30.00']])
    // 收入总计 and 支出总计 are one region.
    const twice = tableFigures('b', [{}], [[{}, '30.00'], [{}, '30.00'], [{}, '30.00']])
    expect(formulas([...reference, ...twice])).toEqual(['a.1.1 = b.1.1', 'b.1.1 = b.2.1', 'b.1.1 = b.3.1'])
  })

  it('compares every sentence with the reference, since sentences form no table', () => {
    const figures = ['n1', 'n2', 'n3'].map((id) => sentenceFigure(id, { use: 'spent' }, '30.00'))
    expect(formulas(figures)).toEqual(['n1 = n2', 'n1 = n3'])
  })

  it('takes the first stated print for the reference and not an unreadable one', () => {
    const figures = [...tableFigures('a', [{}], [[{}, '?']]), ...tableFigures('b', [{}], [[{}, '30.00']]), ...tableFigures('c', [{}], [[{}, '30.00']])]
    expect(formulas(figures)).toEqual(['b.1.1 = a.1.1', 'b.1.1 = c.1.1'])
    expect(outcomesOf(figures, 'undetermined')).toEqual(['b.1.1 = a.1.1'])
  })

  it('says nothing when no print of a region can be read', () => {
    expect(formulas([...tableFigures('a', [{}], [[{}, '?']]), ...tableFigures('b', [{}], [[{}, '?']])])).toEqual([])
  })

  it('takes a picked-out amount (其中) for an equality like any other', () => {
    const picked = sentenceFigure('n1', { use: 'spent', function: '208' }, '10.00', { partial: true })
    expect(formulas([...tableFigures('a', [{ use: 'spent' }], [[{ function: '208' }, '10.00']]), picked])).toEqual(['a.1.1 = n1'])
  })
})

describe('deriveIdentities › blanks', () => {
  const funds = [{}, { fund: 'fiscal/generalPublic' }, { fund: 'fiscal/governmentFund' }, { fund: 'fiscal/stateCapital' }, { fund: 'specialAccount' }, { fund: 'unitFunds' }]

  it('makes the total and the only fund with money one amount when all other funds are blank', () => {
    const figures = tableFigures('a', funds, [[{ period: 'current' }, '629.52', '629.52', '', '', '', '']])
    expect(formulas(figures)).toEqual(['a.1.1 = a.1.2'])
  })

  it('does not do so while one other fund is not stated to be empty', () => {
    const figures = tableFigures('a', funds, [[{ period: 'current' }, '629.52', '629.52', '', '', '', undefined]])
    expect(formulas(figures)).toEqual(['a.1.2 ≤ a.1.1'])
  })

  it('does not miss a fund that the document nowhere has a line for, and misses one that it names elsewhere', () => {
    const figures = tableFigures('a', funds, [[{ period: 'current' }, '629.52', '629.52', '', '', undefined, '']])
    expect(formulas(figures)).toEqual(['a.1.1 = a.1.2'])
    expect(formulas([...figures, sentenceFigure('n1', { period: 'current', fund: 'specialAccount' }, '?')])).toEqual(['a.1.2 ≤ a.1.1'])
  })

  it('makes 本年收入合计 and 一般公共预算支出 one amount when the other funds and 年终结转 are empty', () => {
    const revenue = tableFigures('a', [{}], [
      [{ period: 'current', fund: 'fiscal/generalPublic' }, '629.52'],
      [{ period: 'current', fund: 'fiscal/governmentFund' }, ''],
      [{ period: 'current', fund: 'fiscal/stateCapital' }, ''],
      [{ period: 'current', fund: 'specialAccount' }, ''],
      [{ period: 'current', fund: 'unitFunds' }, ''],
      [{ period: 'current' }, '629.52'],
    ])
    const carriedOut = tableFigures('b', [{}], [[{ use: 'carriedOut' }, '']])
    const spent = tableFigures('c', [{}], [[{ use: 'spent', period: 'current', fund: 'fiscal/generalPublic' }, '629.52']])
    expect(formulas([...revenue, ...carriedOut, ...spent])).toEqual(['a.1.1 = a.6.1', 'a.1.1 = c.1.1'])
    // With money carried out, what came in is more than what is spent.
    const someCarriedOut = tableFigures('b', [{}], [[{ use: 'carriedOut' }, '3.00']])
    const lessSpent = spent.map((figure) => withPrint(figure, '626.52'))
    expect(formulas([...revenue, ...someCarriedOut, ...lessSpent])).toEqual(['a.1.1 = a.6.1', 'c.1.1 ≤ a.1.1'])
  })

  it('rests on a printed 0.00 as on a blank, but leaves open what rounds to it', () => {
    const verdicts = verdictsOn([
      ...tableFigures('a', [{}], [[{ use: 'carriedOut' }, '0.00']]),
      ...tableFigures('b', [{}], [[{}, '10.00']]),
      ...tableFigures('c', [{}], [[{ use: 'spent' }, '10.01']]),
    ])
    // Up to 49.99 元 can hide behind 0.00: half a digit for each of the three prints, less a fen.
    expect(verdicts.map(({ identity, outcome, bound }) => [identity.whole.id, identity.parts[0]?.id, outcome, bound])).toEqual([['b.1.1', 'c.1.1', 'withinRounding', 14_999]])
  })

  it('does not take a blank for empty where blanks mean nothing', () => {
    const silent = tableFigures('a', funds, [[{ period: 'current' }, '629.52', '629.52', '', '', '', '']], { blankIsZero: false })
    expect(formulas(silent)).toEqual(['a.1.2 ≤ a.1.1'])
  })

  it('reads a dash like a blank', () => {
    const figures = tableFigures('a', kindColumns, [[{ function: '208' }, '10.00', '10.00', '—']])
    expect(formulas(figures)).toEqual(['a.1.1 = a.1.2'])
  })

  it('reports a blank that another table contradicts instead of believing it', () => {
    const figures = [...tableFigures('a', [{}], [[{ use: 'spent', function: '208' }, '']]), ...tableFigures('b', [{}], [[{ use: 'spent', function: '208' }, '5.00']])]
    expect(formulas(figures)).toEqual(['b.1.1 = a.1.1'])
    expect(outcomesOf(figures, 'conflict')).toEqual(['b.1.1 = a.1.1'])
  })

  it('concludes nothing from a blank when money is printed inside its region', () => {
    const blankColumn = tableFigures('a', [{}], [[{ use: 'spent' }, '30.00'], [{ use: 'carriedOut' }, '']])
    const inside = tableFigures('b', [{}], [[{ use: 'carriedOut', fund: 'fiscal' }, '2.00']])
    const total = tableFigures('c', [{}], [[{}, '30.00']])
    expect(formulas([...blankColumn, ...total])).toEqual(['a.1.1 = c.1.1'])
    expect(formulas([...blankColumn, ...inside, ...total])).not.toContain('a.1.1 = c.1.1')
  })

  it('does not take a picked-out blank (其中) for all that there is', () => {
    const totals = [...tableFigures('b', [{}], [[{}, '30.00']]), ...tableFigures('c', [{}], [[{ use: 'spent' }, '28.00']])]
    const blank = tableFigures('a', [{}], [[{ use: 'carriedOut' }, '']])
    expect(formulas([...blank, ...totals])).toEqual(['b.1.1 = c.1.1'])
    expect(formulas([...blank.map((figure) => ({ ...figure, partial: true })), ...totals])).toEqual(['c.1.1 ≤ b.1.1'])
  })

  it('does not hold a picked-out blank (其中) against an amount', () => {
    const blank = tableFigures('a', [{}], [[{ use: 'spent', function: '208' }, '']]).map((figure) => ({ ...figure, partial: true }))
    expect(formulas([...blank, ...tableFigures('b', [{}], [[{ use: 'spent', function: '208' }, '5.00']])])).toEqual([])
  })

  it('lists what cannot be read beside a zero too: it is neither zero nor a pass', () => {
    const figures = [...tableFigures('a', [{}], [[{ use: 'carriedOut' }, '0.00']]), ...tableFigures('b', [{}], [[{ use: 'carriedOut' }, '?']])]
    expect(outcomesOf(figures, 'undetermined')).toEqual(['a.1.1 = b.1.1'])
  })

  it('compares blanks of one empty region with nothing, and does not count them as proofs', () => {
    const figures = ['a', 'b'].flatMap((table) => tableFigures(table, [{}], [[{ use: 'carriedOut' }, '']]))
    expect(formulas(figures)).toEqual([])
    expect(formulas([...figures, ...tableFigures('c', [{}], [[{ use: 'carriedOut' }, '0.00']])])).toEqual([])
  })
})

describe('deriveIdentities › the other parts of what prints alike', () => {
  const spent = { use: 'spent' } as const

  it('takes them for nearly nothing, and widens the bound by what can still hide there', () => {
    const figures = [
      ...tableFigures('a', [{}], [[spent, '10.00'], [{ ...spent, kind: 'basic' }, '10.00']]),
      ...tableFigures('b', [{}], [[{ ...spent, period: 'current' }, '6.00'], [{ ...spent, period: 'current', kind: 'basic' }, '6.01']]),
    ]
    // 项目支出 is below one last digit: 5,000 + 5,000 for the prints, and 9,999 fen behind them.
    expect(verdictsOn(figures).map(({ identity, outcome, bound }) => [identity.whole.id, identity.parts[0]?.id, outcome, bound])).toEqual([
      ['a.1.1', 'a.2.1', 'exact', 19_999],
      ['b.1.1', 'b.2.1', 'withinRounding', 19_999],
      ['a.1.1', 'b.1.1', 'exact', 10_000],
    ])
  })

  it('compares prints of the very same region without any of that', () => {
    const figures = [...tableFigures('a', [{}], [[spent, '10.00'], [{ ...spent, kind: 'basic' }, '10.00']]), ...tableFigures('b', [{}], [[spent, '10.01']])]
    expect(outcomesOf(figures, 'conflict')).toEqual(['a.1.1 = b.1.1'])
  })

  it('does not conclude from prints of different precision', () => {
    const figures = [...tableFigures('a', [{}], [[spent, '10.00']]), ...tableFigures('b', [{}], [[{ ...spent, kind: 'basic' }, '100,000.00']], { unit: '元' })]
    expect(formulas(figures)).toEqual(['b.1.1 ≤ a.1.1'])
  })

  it('counts what the part itself can hold besides, where only its canonical form is a part', () => {
    // 项目支出 of this year can be 149.98 元: 10.004999 of this year, less 9.995 of 基本支出 of which 0.004999 is carried in.
    const figures = [
      ...tableFigures('a', [{}], [[{ ...spent, period: 'current' }, '10.00']]),
      ...tableFigures('b', [{}], [[{ ...spent, kind: 'basic' }, '10.00'], [{ ...spent, kind: 'basic', period: 'carriedIn' }, '0.00']]),
      ...tableFigures('c', [{}], [[{ ...spent, period: 'current', fund: 'fiscal' }, '6.02'], [{ ...spent, period: 'current', fund: 'fiscal', kind: 'basic' }, '6.00']]),
    ]
    expect(outcomesOf(figures, 'conflict')).toEqual([])
    expect(outcomesOf(figures, 'withinRounding')).toEqual(['c.1.1 = c.2.1'])
  })

  it('does not conclude from a single subject, where two small amounts can print alike by chance', () => {
    const subject = { ...spent, function: '208' }
    const figures = tableFigures('a', [{}], [[subject, '0.01'], [{ ...subject, kind: 'basic' }, '0.01']])
    expect(formulas(figures)).toEqual(['a.2.1 ≤ a.1.1'])
  })

  it('does not conclude when money is printed in one of the other parts', () => {
    const figures = [
      ...tableFigures('a', [{}], [[spent, '10.00'], [{ ...spent, kind: 'basic' }, '10.00']]),
      ...tableFigures('b', [{}], [[{ ...spent, kind: 'project', period: 'current' }, '0.50']]),
    ]
    expect(formulas(figures)).toEqual(['a.2.1 ≤ a.1.1', 'b.1.1 ≤ a.1.1'])
  })
})
