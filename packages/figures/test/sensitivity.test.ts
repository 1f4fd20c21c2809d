import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { deriveIdentities, digitChanges, type Figure, judge, testChange } from '../src/index.ts'
import { crossFooted, sentenceFigure, tableFigures, verdictsOn } from './builders.ts'

const amountsOf = (figure: Figure): readonly number[] => digitChanges(figure).map(({ to }) => to / 10_000)

describe('digitChanges', () => {
  it('moves each printed digit on by one, the last first, and 9 back to 0', () => {
    expect(amountsOf(sentenceFigure('n', {}, '35.39'))).toEqual([3530, 3549, 3639, 4539])
  })

  it('keeps the sign', () => {
    expect(amountsOf(sentenceFigure('n', {}, '-1.90'))).toEqual([-191, -100, -290])
  })

  it('changes digits of 元 as printed', () => {
    const [figure] = tableFigures('a', [{}], [[{}, '7.05']], { unit: '元' })
    expect(figure === undefined ? [] : digitChanges(figure).map(({ from, to }) => [from, to])).toEqual([[705, 706], [705, 715], [705, 805]])
  })

  it('has nothing to change in a zero, a blank or what cannot be read', () => {
    expect(['0.00', '', '?'].map((text) => digitChanges(sentenceFigure('n', {}, text)))).toEqual([[], [], []])
  })
})

describe('testChange', () => {
  const figures = crossFooted('a')
  const change = (id: string, to: number, among = figures) => {
    const figure = among.find((candidate) => candidate.id === id)
    if (figure?.printed.kind !== 'stated') throw new Error(`no amount ${id}`)
    return testChange(among, { figure, from: figure.printed.stated.value, to: fen(to * 10_000) }, verdictsOn(among))
  }

  it('catches a change beyond rounding and sees the unique repair name the cell', async () => {
    expect(await change('a.2.2', 1200)).toMatchObject({ withinSlack: false, caught: true, named: true })
  })

  it('knows a change that rounding hides: with two parts the residue can move from −0.01 to 0.01', async () => {
    expect(await change('a.2.2', 1101)).toMatchObject({ withinSlack: true, caught: false, named: false })
    expect(await change('a.2.2', 1102)).toMatchObject({ withinSlack: true, caught: true })
    expect(await change('a.2.2', 1103)).toMatchObject({ withinSlack: false, caught: true })
  })

  it('does not claim to name the cell when other changes would do as well', async () => {
    const loose = tableFigures('a', [{ use: 'spent' }], [[{}, '9.00'], [{ function: '207' }, '6.00'], [{ function: '208' }, '3.00']])
    expect(await change('a.2.1', 700, loose)).toMatchObject({ caught: true, named: false })
  })

  it('does not count a conflict that was there before', async () => {
    const broken = [...tableFigures('a', [{ year: '2023' }], [[{}, '5.00']]), ...tableFigures('b', [{ year: '2023' }], [[{}, '6.00']]), sentenceFigure('n', { year: '2024' }, '9.00')]
    expect(await change('n', 800, broken)).toMatchObject({ caught: false, named: false })
    expect(deriveIdentities(broken).identities.map((identity) => judge(identity).outcome)).toEqual(['conflict'])
  })

  it('does not see a change of a figure that no identity holds', async () => {
    const alone = [sentenceFigure('n', {}, '9.00')]
    expect(await change('n', 800, alone)).toMatchObject({ withinSlack: false, caught: false, named: false })
  })
})
