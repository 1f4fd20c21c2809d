import { describe, expect, it } from 'vitest'
import { type Cause, deriveIdentities, type Diagnosis, diagnose, type Figure, judge } from '../src/index.ts'
import { crossFooted, formulaOf, outcomesOf, sentenceFigure, tableFigures, withPrint } from './builders.ts'

async function diagnosisOf(figures: readonly Figure[]): Promise<Diagnosis> {
  const derivation = deriveIdentities(figures)
  return diagnose(derivation, derivation.identities.map((identity) => judge(identity)))
}

/** The repairs of a cause, each as `a.2.2: 12.00 → 11.00`. */
function repairsOf(cause: Cause | undefined): readonly string[] {
  return (cause?.repairs ?? []).map((repair) => repair.map(({ figure, from, to }) => `${figure.id}: ${inWan(from)} → ${inWan(to)}`).join(', '))
}

const inWan = (amount: number): string => (amount / 1_000_000).toFixed(2)

/** One sum of two parts; nothing else constrains any of the three. */
const looseSum = tableFigures('a', [{ use: 'spent' }], [[{}, '10.00'], [{ function: '207' }, '6.00'], [{ function: '208' }, '3.00']])

describe('diagnose › a sound document', () => {
  it('finds its figures jointly possible and names no cause', async () => {
    expect(await diagnosisOf(crossFooted('a'))).toEqual({ possible: true, causes: [] })
  })

  it('finds residues of rounding possible', async () => {
    const figures = crossFooted('a', {}, { 'a.2.2': '11.01' })
    expect(outcomesOf(figures, 'withinRounding')).toHaveLength(2)
    expect((await diagnosisOf(figures)).possible).toBe(true)
  })

  it('finds a document without figures possible', async () => {
    expect(await diagnosisOf([])).toEqual({ possible: true, causes: [] })
  })

  it('is not disturbed by what cannot be read', async () => {
    expect(await diagnosisOf(crossFooted('a', {}, { 'a.2.2': '?' }))).toEqual({ possible: true, causes: [] })
  })

  it('does not hold parts against a total that is not printed', async () => {
    expect(await diagnosisOf(crossFooted('a', {}, { 'a.1.1': '' }))).toEqual({ possible: true, causes: [] })
  })
})

describe('diagnose › one wrong amount', () => {
  it('names the one cell whose change settles everything, with the amount that the other figures ask for', async () => {
    const { possible, causes } = await diagnosisOf(crossFooted('a', {}, { 'a.2.2': '12.00' }))
    expect(possible).toBe(false)
    expect(causes).toHaveLength(1)
    expect(causes[0]?.clashes.map((clash) => clash.identities.map(formulaOf)).sort()).toEqual([['a.1.2 = Σ a.2.2 + a.3.2'], ['a.2.1 = Σ a.2.2 + a.2.3']])
    expect(repairsOf(causes[0])).toEqual(['a.2.2: 12.00 → 11.00'])
  })

  it('takes nothing from a sum with an unreadable part', async () => {
    const { causes } = await diagnosisOf(crossFooted('a', {}, { 'a.2.2': '12.00', 'a.2.3': '?' }))
    expect(causes.map(repairsOf)).toEqual([['a.2.2: 12.00 → 11.00']])
  })

  it('finds transposed digits in a total and in a part alike', async () => {
    for (const [id, wrong, right] of [['a.1.1', '3.00', '30.00'], ['a.3.3', '8.00', '3.00'], ['a.1.3', '21.00', '12.00']] as const) {
      const { causes } = await diagnosisOf(crossFooted('a', {}, { [id]: wrong }))
      expect(causes.map(repairsOf)).toEqual([[`${id}: ${wrong} → ${right}`]])
    }
  })

  it('finds the odd one out among three prints of one amount', async () => {
    const prints = ['a', 'b', 'c'].map((table) => tableFigures(table, [{}], [[{ use: 'spent' }, table === 'b' ? '10.50' : '10.05']])).flat()
    const { causes } = await diagnosisOf(prints)
    expect(causes.map(repairsOf)).toEqual([['b.1.1: 10.50 → 10.05']])
  })

  it('names the reference print too when that is the odd one out', async () => {
    const prints = ['a', 'b', 'c'].map((table) => tableFigures(table, [{}], [[{ use: 'spent' }, table === 'a' ? '10.50' : '10.05']])).flat()
    const { causes } = await diagnosisOf(prints)
    expect(causes.map(repairsOf)).toEqual([['a.1.1: 10.50 → 10.05']])
  })

  it('proposes an amount that can be printed with the figure’s own digits', async () => {
    const yuan = tableFigures('b', [{ use: 'spent' }], [[{}, '104,567.89']], { unit: '元' })
    const more = tableFigures('c', [{ use: 'spent' }], [[{}, '104,567.89']], { unit: '元' })
    const wan = tableFigures('a', [{ use: 'spent' }], [[{}, '10.64']])
    const { causes } = await diagnosisOf([...yuan, ...more, ...wan])
    expect(causes.map(repairsOf)).toEqual([['a.1.1: 10.64 → 10.46']])
  })

  it('proposes an amount in 元 no finer than the prints in 万元 that ask for it', async () => {
    const wan = ['a', 'c'].flatMap((table) => tableFigures(table, [{ use: 'spent' }], [[{}, '10.64']]))
    const { causes } = await diagnosisOf([...wan, ...tableFigures('b', [{ use: 'spent' }], [[{}, '104,567.89']], { unit: '元' })])
    expect(causes.map((cause) => cause.repairs.map((repair) => repair.map(({ figure, to }) => [figure.id, to])))).toEqual([[[['b.1.1', 10_640_000]]]])
  })

  it('finds a negative amount that lost its sign', async () => {
    const figures = [
      ...tableFigures('a', [{ use: 'spent' }], [[{}, '7.00'], [{ function: '207' }, '10.00'], [{ function: '208' }, '3.00']]),
      ...tableFigures('b', [{ use: 'spent' }], [[{}, '7.00']]),
      ...tableFigures('c', [{ use: 'spent' }], [[{ function: '207' }, '10.00']]),
    ]
    const { causes } = await diagnosisOf(figures)
    expect(causes.map(repairsOf)).toEqual([['a.3.1: 3.00 → -3.00']])
  })
})

describe('diagnose › causes that the document alone cannot settle', () => {
  it('counts all repairs that are equally small: any of the three figures of a loose sum', async () => {
    const { causes } = await diagnosisOf(looseSum)
    expect(causes.map(repairsOf)).toEqual([['a.1.1: 10.00 → 9.00', 'a.2.1: 6.00 → 7.00', 'a.3.1: 3.00 → 4.00']])
  })

  it('drops the total from them when another table confirms it', async () => {
    const { causes } = await diagnosisOf([...looseSum, ...tableFigures('b', [{}], [[{ use: 'spent' }, '10.00']])])
    expect(causes.map(repairsOf)).toEqual([['a.2.1: 6.00 → 7.00', 'a.3.1: 3.00 → 4.00']])
  })

  it('proposes no amount below zero for one that was not', async () => {
    const figures = [...tableFigures('a', [{ use: 'spent' }], [[{}, '3.00'], [{ function: '207' }, '10.00'], [{ function: '208' }, '2.00']]), ...tableFigures('b', [{}], [[{ use: 'spent' }, '3.00']])]
    const { causes } = await diagnosisOf(figures)
    expect(causes.map(repairsOf)).toEqual([['a.2.1: 10.00 → 1.00']])
  })

  it('does not count against a repair that a total above it was left out', async () => {
    const figures = [
      ...tableFigures('a', [{ use: 'spent', function: '208' }], [[{}, ''], [{ kind: 'basic' }, '5.00'], [{ kind: 'project' }, '3.00']]),
      ...tableFigures('b', [{ use: 'spent', function: '208' }], [[{ kind: 'basic' }, '6.00']]),
    ]
    const { causes } = await diagnosisOf(figures)
    expect(causes.map(repairsOf)).toEqual([['a.2.1: 5.00 → 6.00', 'b.1.1: 6.00 → 5.00']])
  })
})

describe('diagnose › more than one wrong amount', () => {
  it('tells two independent causes apart, each with its own repair', async () => {
    const figures = [...crossFooted('a', { year: '2023' }, { 'a.2.2': '12.00' }), ...crossFooted('b', { year: '2024' }, { 'b.3.3': '5.00' })]
    const { possible, causes } = await diagnosisOf(figures)
    expect(possible).toBe(false)
    expect(causes.map(repairsOf)).toEqual([['a.2.2: 12.00 → 11.00'], ['b.3.3: 5.00 → 3.00']])
  })

  it('changes two figures when no single change will do', async () => {
    const { causes } = await diagnosisOf(crossFooted('a', {}, { 'a.2.2': '12.00', 'a.3.3': '5.00' }))
    expect(causes.map(repairsOf)).toEqual([['a.2.2: 12.00 → 11.00, a.3.3: 5.00 → 3.00']])
  })

  it('changes the twin prints of a form together: its total and the only level that pays', async () => {
    const project = { use: 'spent', kind: 'project' } as const
    const projects = tableFigures('t12', [project], [[{}, '10.00'], [{ project: '送戏下乡' }, '6.00'], [{ project: '古籍修复' }, '4.00']])
    const form = tableFigures('f1', [{ ...project, project: '送戏下乡' }], [
      [{}, '50,000.00'],
      [{ level: 'central' }, ''],
      [{ level: 'provincial' }, ''],
      [{ level: 'local' }, '50,000.00'],
      [{ level: 'selfRaised' }, ''],
      [{ level: 'other' }, ''],
    ], { unit: '元' })
    const { causes } = await diagnosisOf([...projects, ...form])
    expect(causes.map((cause) => cause.repairs.map((repair) => repair.map(({ figure }) => figure.id)))).toEqual([[['f1.1.1', 'f1.4.1']]])
    expect(repairsOf(causes[0])).toEqual(['f1.1.1: 5.00 → 6.00, f1.4.1: 5.00 → 6.00'])
  })

  it('tells the cause without a repair when more than two amounts would have to change', async () => {
    const figures = [...crossFooted('a', {}, { 'a.2.2': '12.00', 'a.3.3': '5.00' }), ...tableFigures('b', [{ use: 'spent' }], [[{ function: '207' }, '25.00']])]
    const { possible, causes } = await diagnosisOf(figures)
    expect(possible).toBe(false)
    expect(causes.map((cause) => cause.repairs)).toEqual([[]])
  })
})

describe('diagnose › figures that clash only together', () => {
  // 基本支出 of 207 would have to lie above 6.00 for the row and below 6.00 for the column: every sum alone is rounding.
  const row = tableFigures('a', [{ use: 'spent', function: '207' }], [[{}, '10.01'], [{ kind: 'basic' }, '6.00'], [{ kind: 'project' }, '4.00']])
  const column = tableFigures('b', [{ use: 'spent', kind: 'basic' }], [[{}, '8.99'], [{ function: '207' }, '6.00'], [{ function: '208' }, '3.00']])

  it('finds a clash that no single identity shows, with nothing in it that could be left out', async () => {
    const figures = [...row, ...column]
    expect(outcomesOf(figures, 'withinRounding')).toEqual(['a.1.1 = Σ a.2.1 + a.3.1', 'b.1.1 = Σ b.2.1 + b.3.1'])
    expect(outcomesOf(figures, 'conflict')).toEqual([])
    const { possible, causes } = await diagnosisOf(figures)
    expect(possible).toBe(false)
    expect(causes).toHaveLength(1)
    const [clash, ...others] = causes[0]?.clashes ?? []
    expect(others).toEqual([])
    expect(clash?.identities.map(formulaOf).sort()).toEqual(['a.1.1 = Σ a.2.1 + a.3.1', 'b.1.1 = Σ b.2.1 + b.3.1'])
    // 6.00 itself cancels out: the four figures around it clash whatever it is.
    expect(clash?.figures.map(({ id }) => id).sort()).toEqual(['a.1.1', 'a.3.1', 'b.1.1', 'b.3.1'])
  })

  it('is gone as soon as one figure of the clash is gone, and stays when another goes', async () => {
    const possibleWithout = async (id: string): Promise<boolean | undefined> =>
      (await diagnosisOf([...row, ...column].map((figure) => (figure.id === id ? withPrint(figure, '?') : figure)))).possible
    for (const id of ['a.1.1', 'a.3.1', 'b.1.1', 'b.3.1']) expect(await possibleWithout(id)).toBe(true)
    expect(await possibleWithout('a.2.1')).toBe(false)
  })

  it('is possible when both residues point the same way', async () => {
    const lighter = column.map((figure) => (figure.id === 'b.1.1' ? withPrint(figure, '9.01') : figure))
    expect((await diagnosisOf([...row, ...lighter])).possible).toBe(true)
  })

  it('is found beside a plain conflict elsewhere, and beside another of its kind', async () => {
    const inYear = (year: string, figures: readonly Figure[]): readonly Figure[] => figures.map((figure) => ({ ...figure, id: `${year}.${figure.id}`, region: { ...figure.region, year } }))
    const elsewhere = [...tableFigures('c', [{ year: '2020' }], [[{}, '10.00']]), ...tableFigures('d', [{ year: '2020' }], [[{}, '11.00']])]
    const { causes } = await diagnosisOf([...elsewhere, ...inYear('2021', [...row, ...column]), ...inYear('2022', [...row, ...column])])
    expect(causes.map((cause) => cause.clashes.map((clash) => clash.identities.map(({ kind }) => kind)))).toEqual([[['equality']], [['partition', 'partition']], [['partition', 'partition']]])
    expect(causes.map((cause) => cause.repairs.length)).toEqual([2, 4, 4])
  })

  it('lists every single change that makes the figures possible', async () => {
    const { causes } = await diagnosisOf([...row, ...column])
    expect(repairsOf(causes[0]).map((repair) => repair.split(':')[0]).sort()).toEqual(['a.1.1', 'a.3.1', 'b.1.1', 'b.3.1'])
  })
})

describe('diagnose', () => {
  it('gives the same answer every time', async () => {
    const figures = [...crossFooted('a', { year: '2023' }, { 'a.2.2': '12.00' }), ...looseSum.map((figure) => ({ ...figure, region: { ...figure.region, year: '2022' } }))]
    const [first, second] = [await diagnosisOf(figures), await diagnosisOf(figures)]
    expect(first.causes).toHaveLength(2)
    expect(second).toEqual(first)
  })

  it('weighs a sentence like a cell', async () => {
    const figures = [...crossFooted('a'), sentenceFigure('n1', { use: 'spent', kind: 'basic' }, '81.00')]
    const { causes } = await diagnosisOf(figures)
    expect(causes.map(repairsOf)).toEqual([['n1: 81.00 → 18.00']])
  })

  it('bounds nothing by a truncating document’s rounding when it is told of it', async () => {
    const figures = tableFigures('a', [{ use: 'spent' }], [[{}, '10.02'], [{ function: '206' }, '6.00'], [{ function: '207' }, '3.00'], [{ function: '208' }, '1.00']])
    const derivation = deriveIdentities(figures, { rounding: 'truncate' })
    const verdicts = derivation.identities.map((identity) => judge(identity, 'truncate'))
    expect((await diagnose(derivation, verdicts, 'truncate')).possible).toBe(true)
    expect((await diagnosisOf(figures)).possible).toBe(false)
  })
})
