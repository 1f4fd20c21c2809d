import { fen, type Fen, formatFen } from '@mingzhang/money'
import { ledgerCellKey } from '../cell-key.ts'
import type { Ledger, LedgerFund, LedgerPeriod, RevenueLine } from '../ledger.ts'
import { wordLists, wordOf } from '../sheets/word-lists.ts'
import type { LedgerCheck } from './ledger-check.ts'

/** Revenue equals expenditure and what is carried out, per fund and period, to the fen. Nothing is concluded from half-read lists. */
export function checkBalance(check: LedgerCheck): void {
  const { ledger, list, locate } = check
  if (['lines', 'revenue', 'carriedOut'].some((name) => list.hasUnreadIn(name))) return
  for (const { fund, period, revenue, spent, carriedOut } of ledgerTotals(ledger)) {
    const difference = revenue - spent - carriedOut
    const largest = [revenue, spent, carriedOut, difference].find((sum) => sum > maximum || sum < -maximum)
    const at = locate(placeOfTotal(ledger, fund, period))
    const name = `${wordOf('fund', fund)}（${wordOf('period', period)}）`
    if (largest !== undefined) {
      list.problem(at, { cause: 'amount-too-large', detail: `${name}的合计太大，超出能准确记录的范围。`, remedy: '请检查是否多输了位数，或单位应为元。' })
    } else if (difference !== 0n) {
      list.problem(at, {
        cause: 'unbalanced',
        detail: `${name}收支不平：收入 ${yuan(revenue)} 元，支出 ${yuan(spent)} 元${carriedOut === 0n ? '' : `加年终结转 ${yuan(carriedOut)} 元`}，`
          + `收入${difference > 0n ? '多' : '少'} ${yuan(difference > 0n ? difference : -difference)} 元。`,
        remedy: '请核对收入明细、支出明细和年终结转中这一资金性质的各笔金额；计划留到下年用的，填入“年终结转”。',
      })
    }
  }
}

export interface FundTotals {
  readonly fund: LedgerFund
  readonly period: LedgerPeriod
  /** In fen, exact whatever the size. */
  readonly revenue: bigint
  readonly spent: bigint
  readonly carriedOut: bigint
}

/** The totals per fund and period, of those that any line names, in the order of the sheets' words. */
export function ledgerTotals(ledger: Pick<Ledger, 'revenue' | 'lines' | 'carriedOut'>): readonly FundTotals[] {
  const sum = (lines: readonly { readonly fund: LedgerFund; readonly period: LedgerPeriod; readonly amount: Fen }[]): ReadonlyMap<string, bigint> => {
    const totals = new Map<string, bigint>()
    for (const { fund, period, amount } of lines) {
      const key = `${fund} ${period}`
      totals.set(key, (totals.get(key) ?? 0n) + BigInt(amount))
    }
    return totals
  }
  const [revenue, spent, carriedOut] = [sum(ledger.revenue), sum(ledger.lines), sum(ledger.carriedOut)]
  return wordLists.fund.flatMap(({ value: fund }) => wordLists.period.flatMap(({ value: period }) => {
    const key = `${fund} ${period}`
    if (!revenue.has(key) && !spent.has(key) && !carriedOut.has(key)) return []
    return [{ fund, period, revenue: revenue.get(key) ?? 0n, spent: spent.get(key) ?? 0n, carriedOut: carriedOut.get(key) ?? 0n }]
  }))
}

/** Revenue as expenditure implies it: one line per unit, fund and period that has money, in the order of the lines. */
export function deriveRevenue(ledger: Pick<Ledger, 'lines' | 'carriedOut'>): readonly RevenueLine[] {
  const sums = new Map<string, { readonly line: Omit<RevenueLine, 'amount'>; amount: bigint }>()
  for (const { unit, fund, period, amount } of [...ledger.lines, ...ledger.carriedOut]) {
    const key = [fund, period, unit].join(' ')
    const known = sums.get(key)
    if (known === undefined) sums.set(key, { line: { unit, fund, period, subject: undefined }, amount: BigInt(amount) })
    else known.amount += BigInt(amount)
  }
  return [...sums.values()].flatMap(({ line, amount }) =>
    amount === 0n || amount > maximum || amount < -maximum ? [] : [{ ...line, amount: fen(Number(amount)) }])
}

const maximum = BigInt(Number.MAX_SAFE_INTEGER)

function placeOfTotal({ revenue, lines, carriedOut }: Ledger, fund: LedgerFund, period: LedgerPeriod): string {
  const isOfTotal = (line: { readonly fund: LedgerFund; readonly period: LedgerPeriod }): boolean => line.fund === fund && line.period === period
  const inRevenue = revenue.findIndex(isOfTotal)
  if (inRevenue !== -1) return ledgerCellKey('revenue', inRevenue, 'amount')
  const inLines = lines.findIndex(isOfTotal)
  return inLines === -1 ? ledgerCellKey('carriedOut', carriedOut.findIndex(isOfTotal), 'amount') : ledgerCellKey('lines', inLines, 'amount')
}

function yuan(amount: bigint): string {
  return formatFen(fen(Number(amount)), '元')
}
