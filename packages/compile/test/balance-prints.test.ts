import type { PublishedFigure } from '@mingzhang/document'
import { type DimensionId, type FactView, type Region, regionKey } from '@mingzhang/figures'
import { fen } from '@mingzhang/money'
import { describe, expect, it } from 'vitest'
import { balancePrints } from '../src/balance-prints.ts'

function figure(id: string, region: Region, printed: number | undefined, kind: PublishedFigure['kind'] = 'cell'): PublishedFigure {
  return { id, region, label: id, exact: fen(printed ?? 0), printed: printed === undefined ? undefined : fen(printed), quantum: fen(10_000), text: '', kind }
}

const year = '2024'
const spent: Region = { year, use: 'spent' }
const basic: Region = { ...spent, kind: 'basic' }
const project: Region = { ...spent, kind: 'project' }

/** 1.4 and 1.4 last digits: together 2.8, which rounds to 3 while its parts round to 1 and 1. */
const views: readonly FactView[] = [{
  id: 'spending',
  dimensions: new Set<DimensionId>(['year', 'use', 'kind']),
  facts: [{ region: basic, amount: fen(14_000) }, { region: project, amount: fen(14_000) }],
}]
const figures = [
  figure('c1', spent, 30_000), figure('c2', basic, 10_000), figure('c3', project, 10_000), figure('p1', basic, 10_000, 'prose'),
  figure('c4', { ...spent, kind: 'basic/personnel' }, undefined), figure('f1', { ...spent, project: '甲' }, 12_345, 'form'),
]

describe('balancePrints', () => {
  it('prints each region once so that the parts make the whole, and leaves blanks and forms alone', async () => {
    const { prints, outside, brokenByHalfUp } = await balancePrints(views, figures, [])
    expect([...prints.keys()]).toEqual([regionKey(spent), regionKey(basic), regionKey(project)])
    const [whole = 0, ...parts] = [...prints.values()]
    expect(whole).toBe(30_000)
    expect([...parts].sort((a, b) => a - b)).toEqual([10_000, 20_000])
    expect([...outside]).toEqual([])
    expect(brokenByHalfUp).toBe(1)
  })

  it('keeps an approved print', async () => {
    const pin = { pin: { table: 'expenditureSummary', row: '合计', column: '基本支出', printed: fen(10_000) }, region: basic, printed: fen(10_000) }
    const { prints, unmetPins } = await balancePrints(views, figures, [pin])
    expect([...prints.values()]).toEqual([30_000, 10_000, 20_000])
    expect(unmetPins).toEqual([])
  })

  it('names the approved prints that cannot hold together', async () => {
    const pins = [[spent, 30_000], [basic, 10_000], [project, 10_000]].map(([region, printed]) => ({
      pin: { table: 'expenditureSummary', row: '合计', column: '', printed: fen(printed as number) }, region: region as Region, printed: fen(printed as number),
    }))
    const { unmetPins } = await balancePrints(views, figures, pins)
    expect(unmetPins).toHaveLength(1)
  })
})
