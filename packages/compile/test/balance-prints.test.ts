import type { PublishedFigure } from '@mingzhang/document'
import { type Region, regionKey } from '@mingzhang/figures'
import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { type Balance, type BalanceInput, balancePrints } from '../src/balance-prints.ts'

function figure(id: string, region: Region, printed: number | undefined, kind: PublishedFigure['kind'] = 'cell'): PublishedFigure {
  return { id, region, label: id, exact: fen(printed ?? 0), printed: printed === undefined ? undefined : fen(printed), quantum: fen(10_000), text: '', kind }
}

/** A balance that prints every cell one digit higher, the first outside the window, and keeps no pin. */
function raising(seen: BalanceInput[]): Balance {
  return (input) => {
    seen.push(input)
    const pins = input.cells.flatMap(({ pinned }, cell) => (pinned === undefined ? [] : [cell]))
    return Promise.resolve({ printed: input.cells.map((_, cell) => fen((cell + 1) * 10_000)), outside: [0], unmetPins: pins, identitiesBrokenByHalfUp: 7 })
  }
}

const year = '2024'
const spent: Region = { year, use: 'spent' }
const basic: Region = { year, use: 'spent', kind: 'basic' }
const figures = [
  figure('c1', spent, 20_000), figure('c2', basic, 10_000), figure('c3', { use: 'spent', year }, 20_000), figure('p1', basic, 10_000, 'prose'),
  figure('c4', { year, kind: 'project', use: 'spent' }, undefined), figure('f1', { use: 'spent', year, project: '甲' }, 12_345, 'form'),
]

describe('balancePrints', () => {
  it('asks for every region once, blanks and forms left out, in the order of printing', async () => {
    const seen: BalanceInput[] = []
    await balancePrints(raising(seen), [], figures, [])
    expect(seen.flatMap(({ cells }) => cells)).toEqual([{ region: spent, quantum: 10_000 }, { region: basic, quantum: 10_000 }])
  })

  it('gives the print of each region, what left the window and the pins that could not be kept', async () => {
    const seen: BalanceInput[] = []
    const pin = { pin: { table: 'expenditureSummary', row: '合计', column: '基本支出', printed: fen(30_000) }, region: basic, printed: fen(30_000) }
    const result = await balancePrints(raising(seen), [], figures, [pin])
    expect(seen[0]?.cells[1]).toEqual({ region: basic, quantum: 10_000, pinned: 30_000 })
    expect([...result.prints]).toEqual([[regionKey(spent), 10_000], [regionKey(basic), 20_000]])
    expect([...result.outside]).toEqual([regionKey(spent)])
    expect(result.unmetPins).toEqual([pin])
    expect(result.brokenByHalfUp).toBe(7)
  })
})
