/**
 * Brings the tables of one document to one meaning of 上级补助收入 and 附属单位上缴收入.
 *
 * Most places count them in 本年收入; where the summary of this document lists money of them beside 本年收入合计, the other
 * tables' columns of that name hold the same money beside the year's own. Where it lists none, nothing sets them apart.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import type { RecognisedTable } from '../model/recognised-document.ts'
import { without } from '../narrative/prose-lexicon.ts'
import { besideYear } from './beside-sums.ts'

export function settleTransfers(tables: readonly RecognisedTable[]): readonly RecognisedTable[] {
  const cells = tables.flatMap((table) => table.cells).filter(({ region }) => region !== undefined && transferOf(region) !== undefined)
  if (cells.length === 0) return tables
  const filled = new Set(cells.flatMap(({ region, printed }) => (printed.kind === 'unreadable' || (printed.kind === 'stated' && printed.stated.value !== 0) ? [transferOf(region ?? {})] : [])))
  const settled = (region: Region): Region => {
    const transfer = transferOf(region)
    if (transfer !== undefined) return filled.has(transfer) ? region : { ...without(without(region, 'period'), 'use'), ...ordinary[transfer] }
    // 单位资金 beside 上年结转 holds what comes from above and below as well as the year's own.
    if (filled.size > 0 && region.fund === 'unitFunds' && region.period === 'current') return without(region, 'period')
    const period = besideYear(region)?.period
    return period === undefined || !filled.has(period) || region.period === 'carriedIn' ? region : { ...without(region, 'fund'), period }
  }
  return tables.map((table) => ({ ...table, cells: table.cells.map((cell) => (cell.region === undefined ? cell : { ...cell, region: settled(cell.region) })) }))
}

function transferOf({ period, use }: Region): string | undefined {
  return [period, use].find((node) => node?.startsWith('transfer') === true)
}

/** What such a row is where it prints no money: a fund or a kind like any other. */
const ordinary: Readonly<Record<string, Region>> = {
  'transfers/superior': { fund: 'unitFunds/superior' },
  'transfers/subordinate': { fund: 'unitFunds/subordinate' },
  'transferred/remitted': { use: 'spent', kind: 'remitted' },
  'transferred/subsidy': { use: 'spent', kind: 'subsidy' },
}
