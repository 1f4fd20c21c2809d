import type { Region } from '@mingzhang/figures'
import type { CompileContext } from '../../compile-context.ts'
import { functionClasses } from '../classification-names.ts'
import { type Part, partsWithMoney, withAmounts } from '../composition.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph, type Piece } from '../sentence.ts'

const fiscal: Region = { fund: 'fiscal' }

const fundParts: readonly Part[] = [
  { region: { fund: 'fiscal/generalPublic' }, name: '一般公共预算拨款' },
  { region: { fund: 'fiscal/governmentFund' }, name: '政府性基金预算拨款' },
  { region: { fund: 'fiscal/stateCapital' }, name: '国有资本经营预算拨款' },
]

/** 财政拨款收支预算总体情况: the total, the income by fund and period, the expenditure by functional class. */
export const writeFiscalAppropriation: SectionWriter = ({ context, year }) => {
  if (context.exact(fiscal) === 0) return [paragraph(`${year}没有安排财政拨款收支预算。`)]
  const total = amountOf(context, fiscal, '财政拨款收支总预算')
  return [
    paragraph(`${year}财政拨款收支总预算`, total.text, '。'),
    paragraph('收入方面，', income(context), '。'),
    paragraph('支出方面，', spending(context), '。'),
  ]
}

function income(context: CompileContext): Piece {
  const byFund = partsWithMoney(context, fundParts).some
  const byPeriod = partsWithMoney(context, [
    { region: { ...fiscal, period: 'current' }, name: '当年拨款收入' },
    { region: { ...fiscal, period: 'carriedIn' }, name: '上年结转收入' },
  ]).some
  const [fund] = byFund
  const [period] = byPeriod
  const name = fund?.name ?? '财政拨款'
  if (byFund.length < 2 && byPeriod.length < 2) return period?.region.period === 'carriedIn' ? `全部为上年结转的${name}` : `全部为当年${name}`
  const funds = byFund.length > 1 ? withAmounts(context, byFund, '，') : `全部为${name}`
  // In a sentence of their own: behind 其中 the two could as well be parts of the last fund.
  return [funds, byPeriod.length > 1 ? ['。按年度分，', withAmounts(context, byPeriod, '，')] : `，全部为${period?.name ?? ''}`]
}

function spending(context: CompileContext): Piece {
  const classes = functionClasses(context).map(({ node, name }): Part => ({ region: { ...fiscal, use: 'spent', function: node }, name }))
  const { some } = partsWithMoney(context, [...classes, { region: { ...fiscal, use: 'carriedOut' }, name: '年终结转' }])
  const [only] = some
  return some.length === 1 && only !== undefined ? `全部为${only.name}` : withAmounts(context, some, '、')
}
