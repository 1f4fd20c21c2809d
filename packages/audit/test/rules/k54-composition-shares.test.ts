import type { Region } from '@mingzhang/figures'
import { describe, expect, it } from 'vitest'
import { k54CompositionShares } from '../../src/rules/k54-composition-shares.ts'
import { contextOf, mention, statementsOf } from './narrative-builders.ts'

/** A whole of 300.00万元 and its parts: region, amount, share. */
function composition(...parts: readonly (readonly [Region, string, string])[]) {
  return contextOf({
    mentions: [
      mention('n0', 'amount', '300.00万元', { region: {} }),
      ...parts.flatMap(([region, amount, share], index) => [
        mention(`a${index}`, 'amount', amount, { region }),
        mention(`s${index}`, 'share', share, { region, subject: `a${index}`, whole: {} }),
      ]),
    ],
  })
}

const [basic, project, other]: readonly Region[] = [{ kind: 'basic' }, { kind: 'project' }, { use: 'carriedOut' }]
const [personnel, fund]: readonly Region[] = [{ kind: 'basic/personnel' }, { fund: 'fiscal' }]

describe('k54CompositionShares', () => {
  it('check › shares that sum to 100 % pass', () => {
    expect(k54CompositionShares.check(composition([basic ?? {}, '75.00万元', '25.00%'],
      [project ?? {}, '225.00万元', '75.00%']))).toMatchObject({ outcome: 'pass', checked: 1 })
  })

  it('check › three thirds at two places may miss by 0.01', () => {
    const third = (region: Region | undefined): readonly [Region, string, string] => [region ?? {}, '100.00万元', '33.33%']
    expect(k54CompositionShares.check(composition(third({ unit: '甲' }), third({ unit: '乙' }), third({ unit: '丙' }))).outcome).toBe('pass')
  })

  it('check › shares miss 100 % by what the printed amounts miss the whole', () => {
    // 0.02 and 0.00 of 0.03 are 66.67 % and 0.00 %.
    const tiny = (first: string, second: string) => contextOf({
      mentions: [
        mention('n0', 'amount', '0.03万元', { region: {} }),
        mention('a0', 'amount', '0.02万元', { region: basic ?? {} }), mention('s0', 'share', first, { region: basic ?? {}, subject: 'a0', whole: {} }),
        mention('a1', 'amount', '0.00万元', { region: project ?? {} }), mention('s1', 'share', second, { region: project ?? {}, subject: 'a1', whole: {} }),
      ],
    })
    expect(k54CompositionShares.check(tiny('66.67%', '0.00%')).outcome).toBe('pass')
    expect(k54CompositionShares.check(tiny('66.67%', '1.00%')).outcome).toBe('fail')
  })

  it('check › a reduction has a negative share', () => {
    expect(k54CompositionShares.check(composition([basic ?? {}, '330.00万元', '110.00%'], [project ?? {}, '-30.00万元', '-10.00%'])).outcome).toBe('pass')
  })

  it('check › a share that breaks the sum although the amounts make up the whole is a finding', () => {
    const outcome = k54CompositionShares.check(composition([basic ?? {}, '75.00万元', '25.00%'], [project ?? {}, '225.00万元', '74.00%']))
    expect(statementsOf(outcome)).toEqual([expect.stringContaining('99.00%')])
    expect(outcome.findings[0]).toMatchObject({ expected: '100%', found: '99.00%' })
  })

  it('check › shares above 100 % of parts that exclude each other are a finding', () => {
    expect(k54CompositionShares.check(composition([basic ?? {}, '75.00万元', '35.00%'],
      [project ?? {}, '100.00万元', '75.00%'])).outcome).toBe('fail')
  })

  it('check › an incomplete list is not judged', () => {
    expect(k54CompositionShares.check(composition([basic ?? {}, '75.00万元', '25.00%'],
      [project ?? {}, '100.00万元', '33.33%'])).outcome).toBe('not-applicable')
  })

  it('check › a part of a part and another way of splitting do not add up and are no finding', () => {
    const nested = composition([basic ?? {}, '75.00万元', '25.00%'], [project ?? {}, '225.00万元', '75.00%'],
      [personnel ?? {}, '60.00万元', '20.00%'])
    expect(k54CompositionShares.check(nested).outcome).toBe('pass')
    const crossed = composition([basic ?? {}, '75.00万元', '25.00%'], [fund ?? {}, '290.00万元', '96.67%'])
    expect(k54CompositionShares.check(crossed).outcome).toBe('not-applicable')
  })

  it('check › nothing has no composition: all shares 0 %', () => {
    expect(k54CompositionShares.check(composition([basic ?? {}, '0.00万元', '0.00%'], [other ?? {}, '0.00万元', '0.00%'])).findings).toEqual([])
  })
})
