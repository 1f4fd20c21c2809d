import { describe, expect, it } from 'vitest'
import { deriveIdentities, judge, lineKey } from '../src/index.ts'
import { formulas, kindColumns, outcomesOf, tableFigures } from './builders.ts'

describe('deriveIdentities › a total whose parts are all blank', () => {
  it('is a conflict where the table fills the parts in elsewhere', () => {
    const figures = tableFigures('a', kindColumns, [
      [{ function: '207' }, '10.00', '4.00', '6.00'],
      [{ function: '208' }, '5.00', '', ''],
    ])
    expect(outcomesOf(figures, 'conflict')).toEqual(['a.2.1 = Σ a.2.2 + a.2.3'])
  })

  it('cannot be judged where the table never fills its parts in', () => {
    const figures = tableFigures('a', kindColumns, [
      [{ function: '207' }, '10.00', '', ''],
      [{ function: '208' }, '5.00', '', ''],
    ])
    expect(outcomesOf(figures, 'conflict')).toEqual([])
    expect(outcomesOf(figures, 'undetermined')).toHaveLength(2)
  })

  it('cannot be judged where an amount beside it could not be bound', () => {
    const figures = tableFigures('a', kindColumns, [
      [{ function: '207' }, '10.00', '4.00', '6.00'],
      [{ function: '208' }, '5.00', '', ''],
    ])
    const total = figures.find((figure) => figure.id === 'a.2.1')
    const gaps = new Set(total?.cell === undefined ? [] : [lineKey(total.cell, 'row')])
    const verdicts = deriveIdentities(figures, { rounding: 'half-up', gaps }).identities.map((identity) => judge(identity))
    expect(verdicts.filter(({ identity }) => identity.whole === total).map(({ outcome }) => outcome)).toEqual(['undetermined'])
  })

  it('is no matter when the total is blank or zero as well', () => {
    const figures = tableFigures('a', kindColumns, [
      [{ function: '207' }, '10.00', '4.00', '6.00'],
      [{ function: '208' }, '', '', ''],
      [{ function: '209' }, '0.00', '', ''],
    ])
    expect(formulas(figures)).toEqual(['a.1.1 = Σ a.1.2 + a.1.3'])
  })
})
