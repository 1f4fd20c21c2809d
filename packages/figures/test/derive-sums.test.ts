import { describe, expect, it } from 'vitest'
import { deriveIdentities, diagnose, type Figure, judge, lineKey } from '../src/index.ts'
import { formulaOf, formulas, kindColumns, outcomesOf, sentenceFigure, tableFigures, verdictsOn, withPrint } from './builders.ts'

const total = [{ use: 'spent' }] as const

describe('deriveIdentities › sums in a table', () => {
  it('sums a row along a closed dimension', () => {
    expect(formulas(tableFigures('a', kindColumns, [[{ function: '208' }, '10.00', '6.00', '4.00']]))).toEqual(['a.1.1 = Σ a.1.2 + a.1.3'])
  })

  it('sums a column along the subjects that it lists', () => {
    const figures = tableFigures('a', total, [[{}, '30.00'], [{ function: '207' }, '20.00'], [{ function: '208' }, '10.00']])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.2.1 + a.3.1'])
  })

  it('sums each level from the next one below: 合计 from 类, 类 from 款, 款 from 项', () => {
    const figures = tableFigures('a', total, [
      [{}, '30.00'],
      [{ function: '207' }, '20.00'],
      [{ function: '208' }, '10.00'],
      [{ function: '208/20805' }, '8.00'],
      [{ function: '208/20805/2080501' }, '3.00'],
      [{ function: '208/20805/2080502' }, '5.00'],
      [{ function: '208/20808' }, '2.00'],
    ])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.2.1 + a.3.1', 'a.3.1 = Σ a.4.1 + a.7.1', 'a.4.1 = Σ a.5.1 + a.6.1'])
  })

  it('goes to the nearest printed ancestor where a level is not printed', () => {
    const figures = tableFigures('a', total, [[{ function: '208' }, '8.00'], [{ function: '208/20805/2080501' }, '3.00'], [{ function: '208/20805/2080502' }, '5.00']])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.2.1 + a.3.1'])
  })

  it('keeps the columns apart: a sum of one column takes nothing of another', () => {
    const figures = tableFigures('a', kindColumns, [
      [{}, '30.00', '18.00', '12.00'],
      [{ function: '207' }, '20.00', '11.00', '9.00'],
      [{ function: '208' }, '10.00', '7.00', '3.00'],
    ])
    expect(formulas(figures)).toEqual([
      'a.1.1 = Σ a.1.2 + a.1.3', 'a.1.1 = Σ a.2.1 + a.3.1', 'a.1.2 = Σ a.2.2 + a.3.2', 'a.1.3 = Σ a.2.3 + a.3.3', 'a.2.1 = Σ a.2.2 + a.2.3', 'a.3.1 = Σ a.3.2 + a.3.3',
    ])
  })

  it('keeps the two sides of a table apart though they stand in one row', () => {
    const left = tableFigures('a', [{ use: 'spent' }], [[{ function: '208' }, '8.00']], { side: 'revenue' })
    const right = tableFigures('a', [{}, { use: 'spent' }], [[{}, undefined, '10.00']], { side: 'expenditure' })
    expect(formulas([...left, ...right])).toEqual(['a.1.1 ≤ a.1.2'])
  })

  it('sums a closed dimension only when all its parts are there', () => {
    const funds = [{ fund: 'fiscal' }, { fund: 'fiscal/generalPublic' }, { fund: 'fiscal/governmentFund' }, { fund: 'fiscal/stateCapital' }]
    expect(formulas(tableFigures('a', funds, [[{}, '10.00', '6.00', '3.00', '1.00']]))).toEqual(['a.1.1 = Σ a.1.2 + a.1.3 + a.1.4'])
    expect(formulas(tableFigures('a', funds, [[{}, '10.00', '6.00', undefined, '3.00']]))).toEqual(['a.1.2 ≤ a.1.1', 'a.1.4 ≤ a.1.1'])
  })

  it('takes a part that is known to be empty for there, and rests on it', () => {
    const funds = [{ fund: 'fiscal' }, { fund: 'fiscal/generalPublic' }, { fund: 'fiscal/governmentFund' }, { fund: 'fiscal/stateCapital' }]
    const { identities } = deriveIdentities(tableFigures('a', funds, [[{}, '10.00', '6.00', '4.00', '']]))
    expect(identities.map(formulaOf)).toEqual(['a.1.1 = Σ a.1.2 + a.1.3'])
    expect(identities[0]?.premises.map(({ figures, high }) => [figures.map(({ id }) => id), high])).toEqual([[['a.1.4'], 0]])
  })

  it('covers a part by its own parts: 合计 = 三项财政拨款 + 专户 + 单位资金 without a column for 财政拨款', () => {
    const funds = [{}, { fund: 'fiscal/generalPublic' }, { fund: 'fiscal/governmentFund' }, { fund: 'fiscal/stateCapital' }, { fund: 'specialAccount' }, { fund: 'unitFunds' }]
    expect(formulas(tableFigures('a', funds, [[{ period: 'current' }, '15.00', '1.00', '2.00', '3.00', '4.00', '5.00']]))).toEqual([
      'a.1.1 = Σ a.1.2 + a.1.3 + a.1.4 + a.1.5 + a.1.6',
    ])
  })

  it('shows such a sum for every table that has it', () => {
    const funds = [{}, { fund: 'fiscal/generalPublic' }, { fund: 'fiscal/governmentFund' }, { fund: 'fiscal/stateCapital' }, { fund: 'specialAccount' }, { fund: 'unitFunds' }]
    const figures = ['a', 'b'].flatMap((table) => tableFigures(table, funds, [[{ period: 'current' }, '15.00', '1.00', '2.00', '3.00', '4.00', '5.00']]))
    const sums = formulas(figures).filter((formula) => formula.includes('Σ'))
    expect(sums).toEqual(['a.1.1 = Σ a.1.2 + a.1.3 + a.1.4 + a.1.5 + a.1.6', 'b.1.1 = Σ b.1.2 + b.1.3 + b.1.4 + b.1.5 + b.1.6'])
  })

  it('sums a subtotal and the total above it: 财政拨款 from its three funds, 合计 from 财政拨款 and the rest', () => {
    const funds = [{}, { fund: 'fiscal' }, { fund: 'fiscal/generalPublic' }, { fund: 'fiscal/governmentFund' }, { fund: 'fiscal/stateCapital' }, { fund: 'specialAccount' }, { fund: 'unitFunds' }]
    expect(formulas(tableFigures('a', funds, [[{}, '15.00', '6.00', '1.00', '2.00', '3.00', '4.00', '5.00']]))).toEqual([
      'a.1.1 = Σ a.1.2 + a.1.6 + a.1.7', 'a.1.2 = Σ a.1.3 + a.1.4 + a.1.5',
    ])
  })

  it('does not split what comes in this year into 基本 and 项目: it is neither yet', () => {
    const figures = tableFigures('a', [{}, { kind: 'basic' }, { kind: 'project' }], [[{ period: 'current' }, '10.00', '6.00', '4.00']])
    expect(formulas(figures)).toEqual(['a.1.2 ≤ a.1.1', 'a.1.3 ≤ a.1.1'])
  })

  it('leaves a picked-out row (其中) out of the sum, and holds it below its whole', () => {
    const [whole, first, second, ...picked] = tableFigures('a', total, [
      [{}, '30.00'],
      [{ function: '207' }, '20.00'],
      [{ function: '208' }, '10.00'],
      [{ function: '208/20805' }, '4.00'],
    ])
    const figures = [whole, first, second].flatMap((figure) => figure ?? [])
    const partial = picked.map((figure) => ({ ...figure, partial: true }))
    expect(formulas([...figures, ...partial])).toEqual(['a.1.1 = Σ a.2.1 + a.3.1', 'a.4.1 ≤ a.3.1'])
  })

  it('does not take the rest for all there is when a list begins with 其中', () => {
    const figures = tableFigures('a', total, [[{ function: '208' }, '10.00'], [{ function: '208/20805' }, '4.00'], [{ function: '208/20808' }, '6.00']])
    const list = figures.map((figure) => (figure.id === 'a.2.1' ? { ...figure, partial: true } : figure))
    expect(formulas(list)).toEqual(['a.2.1 ≤ a.1.1', 'a.3.1 ≤ a.1.1'])
  })

  it('takes units and projects as its rows list them', () => {
    const figures = tableFigures('a', [{ use: 'spent', kind: 'project' }], [
      [{}, '9.00'],
      [{ unit: '清河县图书馆' }, '6.00'],
      [{ unit: '清河县图书馆', project: '全民阅读' }, '2.00'],
      [{ unit: '清河县图书馆', project: '古籍修复' }, '4.00'],
      [{ unit: '清河县文化馆' }, '3.00'],
    ])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.2.1 + a.5.1', 'a.2.1 = Σ a.3.1 + a.4.1'])
  })

  it('cannot judge a sum with an unreadable part, and still lists it', () => {
    const figures = tableFigures('a', total, [[{}, '30.00'], [{ function: '207' }, '?'], [{ function: '208' }, '10.00']])
    expect(outcomesOf(figures, 'undetermined')).toEqual(['a.1.1 = Σ a.2.1 + a.3.1'])
  })

  it('holds a total with a single subject to that subject without slack', () => {
    const figures = tableFigures('a', total, [[{}, '10.01'], [{ function: '208' }, '10.00']])
    expect(verdictsOn(figures).map(({ identity, outcome }) => [formulaOf(identity), outcome])).toEqual([['a.1.1 = Σ a.2.1', 'conflict']])
  })
})

describe('deriveIdentities › sums across tables', () => {
  const project = { use: 'spent', kind: 'project' } as const
  const current = tableFigures('t12', [{}], [[{ ...project, period: 'current' }, '153.65']])
  const carried = tableFigures('t13', [{}], [[{ ...project, period: 'carriedIn' }, '15.93']])
  const both = tableFigures('t3', [{}], [[project, '169.58']])

  it('adds this year’s projects and the carried-over ones to all projects', () => {
    expect(formulas([...both, ...current, ...carried])).toEqual(['t3.1.1 = Σ t12.1.1 + t13.1.1'])
  })

  it('needs both: one of them alone is only contained', () => {
    expect(formulas([...both, ...current])).toEqual(['t12.1.1 ≤ t3.1.1'])
  })

  it('sums what sentences state as well', () => {
    const sentences = [sentenceFigure('n1', {}, '10.00'), sentenceFigure('n2', { period: 'current' }, '7.00'), sentenceFigure('n3', { period: 'carriedIn' }, '3.00')]
    expect(formulas(sentences)).toEqual(['n1 = Σ n2 + n3'])
  })

  it('leaves open what a part that prints 0.00 can hold', () => {
    const figures = [
      ...tableFigures('a', [{ use: 'spent' }], [[{ fund: 'fiscal' }, '10.00']]),
      ...tableFigures('b', [{ use: 'spent' }], [[{ fund: 'fiscal/generalPublic' }, '6.00']]),
      ...tableFigures('c', [{ use: 'spent' }], [[{ fund: 'fiscal/governmentFund' }, '4.00']]),
      ...tableFigures('d', [{ use: 'spent' }], [[{ fund: 'fiscal/stateCapital' }, '0.00']]),
    ]
    expect(verdictsOn(figures).map(({ identity, bound }) => [formulaOf(identity), bound])).toEqual([['a.1.1 = Σ b.1.1 + c.1.1', 19_999]])
  })

  it('does not repeat a sum that a table shows itself', () => {
    const columns = [{}, { period: 'current' }, { period: 'carriedIn' }]
    const figures = [...tableFigures('a', columns, [[{ use: 'spent' }, '10.00', '7.00', '3.00']]), ...tableFigures('b', [{}], [[{ use: 'spent' }, '10.00'], [{ use: 'spent', period: 'current' }, '7.00']])]
    expect(formulas(figures)).toEqual(['a.1.1 = b.1.1', 'a.1.1 = Σ a.1.2 + a.1.3', 'a.1.2 = b.2.1'])
  })

  it('proves each table’s own sum, though the amounts are the same', () => {
    const columns = [{}, { period: 'current' }, { period: 'carriedIn' }]
    const figures = ['a', 'b'].flatMap((table) => tableFigures(table, columns, [[{ use: 'spent' }, '10.00', '7.00', '3.00']]))
    expect(formulas(figures)).toEqual(['a.1.1 = b.1.1', 'a.1.1 = Σ a.1.2 + a.1.3', 'a.1.2 = b.1.2', 'a.1.3 = b.1.3', 'b.1.1 = Σ b.1.2 + b.1.3'])
  })
})

describe('deriveIdentities › containment', () => {
  it('holds a part below a whole of another table when no sum says more', () => {
    const whole = tableFigures('a', [{}], [[{ use: 'spent', function: '208' }, '10.00']])
    const part = tableFigures('b', [{}], [[{ use: 'spent', function: '208', fund: 'fiscal/generalPublic' }, '8.00']])
    expect(formulas([...whole, ...part])).toEqual(['b.1.1 ≤ a.1.1'])
    expect(outcomesOf([...whole, ...tableFigures('b', [{}], [[{ use: 'spent', function: '208', fund: 'fiscal/generalPublic' }, '12.00']])], 'conflict')).toEqual(['b.1.1 ≤ a.1.1'])
  })

  it('names the nearest whole only', () => {
    const figures = [
      ...tableFigures('a', [{}], [[{ use: 'spent' }, '30.00']]),
      ...tableFigures('b', [{}], [[{ use: 'spent', kind: 'basic' }, '20.00']]),
      ...tableFigures('c', [{}], [[{ use: 'spent', kind: 'basic', fund: 'unitFunds' }, '2.00']]),
    ]
    expect(formulas(figures)).toEqual(['b.1.1 ≤ a.1.1', 'c.1.1 ≤ b.1.1'])
  })

  it('is left out where sums say it already, also over several levels', () => {
    const figures = tableFigures('a', total, [[{}, '10.00'], [{ function: '208' }, '10.00'], [{ function: '208/20805' }, '8.00'], [{ function: '208/20808' }, '2.00']])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.2.1', 'a.2.1 = Σ a.3.1 + a.4.1'])
  })

  it('is not claimed where a negative amount lies within the whole', () => {
    const figures = [
      ...tableFigures('a', [{}], [[{ use: 'spent' }, '10.00']]),
      ...tableFigures('b', [{}], [[{ use: 'spent', kind: 'basic' }, '12.00']]),
      ...tableFigures('c', [{}], [[{ use: 'spent', fund: 'unitFunds' }, '-2.00']]),
    ]
    expect(formulas(figures)).toEqual([])
  })

  it('is not claimed where a negative amount may lie within the whole', () => {
    const figures = [
      ...tableFigures('a', [{}], [[{ use: 'spent', function: '212' }, '10.00']]),
      ...tableFigures('b', [{}], [[{ use: 'spent', function: '212', fund: 'fiscal' }, '12.00']]),
      // The side is open: what is spent and what is carried out.
      ...tableFigures('c', [{}], [[{ function: '212', fund: 'unitFunds' }, '-2.00']]),
    ]
    expect(formulas(figures)).toEqual([])
  })

  it('says nothing of zeros and blanks, which any whole can hold', () => {
    const figures = [...tableFigures('a', [{}], [[{ use: 'spent' }, '10.00']]), ...tableFigures('b', [{}], [[{ use: 'spent', project: '全民阅读' }, '0.00']])]
    expect(formulas(figures)).toEqual([])
  })
})

describe('deriveIdentities', () => {
  it('gives every identity an id of its own, and the same one every time', () => {
    const figures = tableFigures('a', kindColumns, [[{}, '30.00', '18.00', '12.00'], [{ function: '207' }, '20.00', '11.00', '9.00'], [{ function: '208' }, '10.00', '7.00', '3.00']])
    const ids = deriveIdentities(figures).identities.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(deriveIdentities(figures).identities.map(({ id }) => id)).toEqual(ids)
  })

  it('knows the class of every figure that states an amount', () => {
    const figures = [...tableFigures('a', kindColumns, [[{ function: '208' }, '10.00', '10.00', '']]), sentenceFigure('n1', { use: 'spent', function: '208' }, '10.00')]
    const { classOf, classes } = deriveIdentities(figures)
    // 项目支出 is blank: the total, 基本支出 and the sentence are one amount.
    expect(new Set(['a.1.1', 'a.1.2', 'n1'].map((id) => classOf.get(id))).size).toBe(1)
    expect(classes.map((group) => group.figures.map(({ id }) => id))).toEqual([['a.1.1', 'a.1.2', 'n1']])
  })

  it('derives nothing from nothing', () => {
    expect(deriveIdentities([])).toMatchObject({ identities: [], classes: [] })
  })
})

describe('deriveIdentities › lines with amounts that could not be bound', () => {
  const figures = tableFigures('a', total, [[{}, '30.00'], [{ function: '207' }, '20.00'], [{ function: '208' }, '8.00']])
  const [first] = figures
  const gaps = new Set(first?.cell === undefined ? [] : [lineKey(first.cell, 'column')])
  const outcome = (among: readonly Figure[]) => deriveIdentities(among, { rounding: 'half-up', gaps }).identities.map((identity) => judge(identity).outcome)

  it('cannot judge a sum that misses, since the missing part may be the amount that was not bound', async () => {
    expect(outcome(figures)).toEqual(['undetermined'])
    const derivation = deriveIdentities(figures, { rounding: 'half-up', gaps })
    expect(await diagnose(derivation, derivation.identities.map((identity) => judge(identity)))).toEqual({ possible: true, causes: [] })
  })

  it('still sees a sum that holds', () => {
    expect(outcome(figures.map((figure) => (figure.id === 'a.3.1' ? withPrint(figure, '10.00') : figure)))).toEqual(['exact'])
  })

  it('still tells a residue of rounding', () => {
    expect(outcome(figures.map((figure) => (figure.id === 'a.3.1' ? withPrint(figure, '10.01') : figure)))).toEqual(['withinRounding'])
  })

  it('judges the other lines as ever', () => {
    const elsewhere = new Set(first?.cell === undefined ? [] : [lineKey(first.cell, 'row')])
    expect(deriveIdentities(figures, { rounding: 'half-up', gaps: elsewhere }).identities.map((identity) => judge(identity).outcome)).toEqual(['conflict'])
  })
})
