import type { Region } from '@mingzhang/figures'
import { type Fen, fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { exactAmounts } from '../src/money/exact-amounts.ts'
import type { Candidate } from '../src/money/candidate-line.ts'
import type { Margin } from '../src/money/margin.ts'

function candidate(own: string): Candidate {
  const axis = { node: own, code: own, names: [], fund: undefined }
  return { region: { use: 'spent', function: own }, cost: 0, line: { view: 'carriedOut', function: axis, fund: 'fiscal/generalPublic', period: 'current' } }
}

/** A print in 万元 with two decimals: `printed` in last digits, half a digit either way. */
function print(region: Region, digits: number, source: Margin['source'] = 'table'): Margin {
  return { region, low: fen(digits * 10_000 - 5_000), high: fen(digits * 10_000 + 4_999), printed: fen(digits * 10_000), quantum: fen(10_000), source }
}

const wan = (...digits: readonly number[]): readonly Fen[] => digits.map((amount) => fen(amount * 10_000))

describe('exactAmounts', () => {
  const candidates = ['a', 'b'].map(candidate)

  it('exactAmounts › prints that add up are taken as they stand', async () => {
    const margins = [print({ function: 'a' }, 10), print({ function: 'b' }, 20), print({}, 30)]
    expect(await exactAmounts(candidates, wan(10, 20), margins)).toEqual({ amounts: wan(10, 20), unmet: [] })
  })

  it('exactAmounts › a total one digit above its parts is met inside the parts’ own rounding', async () => {
    const margins = [print({ function: 'a' }, 10), print({ function: 'b' }, 20), print({}, 31)]
    const { amounts, unmet } = await exactAmounts(candidates, wan(10, 20), margins)
    const [a = fen(0), b = fen(0)] = amounts
    expect(unmet).toEqual([])
    expect(a).toBeLessThan(105_000)
    expect(b).toBeLessThan(205_000)
    expect(a + b).toBeGreaterThanOrEqual(305_000)
  })

  it('exactAmounts › an exact amount stays and the others make room', async () => {
    const margins: readonly Margin[] = [{ ...print({ function: 'a' }, 10, 'form'), low: fen(103_217), high: fen(103_217) }, print({ function: 'b' }, 20), print({}, 31)]
    const { amounts } = await exactAmounts(candidates, [fen(103_217), fen(200_000)], margins)
    expect(amounts[0]).toBe(103_217)
    expect((amounts[0] ?? 0) + (amounts[1] ?? 0)).toBeGreaterThanOrEqual(305_000)
  })

  it('exactAmounts › of prints that cannot hold together the form is given up before the tables', async () => {
    const form: Margin = { region: { function: 'a' }, low: fen(900_000), high: fen(900_000), printed: fen(900_000), quantum: fen(1), source: 'form' }
    const margins = [print({ function: 'a' }, 10), print({ function: 'b' }, 20), print({}, 30), form]
    const { amounts, unmet } = await exactAmounts(candidates, wan(10, 20), margins)
    expect(unmet).toEqual([form])
    expect(amounts).toEqual(wan(10, 20))
  })

  it('exactAmounts › money that no candidate can hold is unmet and moves nothing', async () => {
    const elsewhere = print({ function: 'c' }, 5)
    const { amounts, unmet } = await exactAmounts(candidates, wan(10, 20), [print({ function: 'a' }, 10), elsewhere])
    expect(unmet).toEqual([elsewhere])
    expect(amounts).toEqual(wan(10, 20))
  })
})
