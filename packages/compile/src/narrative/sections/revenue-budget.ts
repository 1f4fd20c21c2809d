import type { Region } from '@mingzhang/figures'
import { type Part, partsWithMoney, withShares } from '../composition.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, listOfNames, paragraph } from '../sentence.ts'

const funds: readonly (readonly [Region, string])[] = [
  [{ fund: 'fiscal/generalPublic' }, '一般公共预算拨款收入'],
  [{ fund: 'fiscal/governmentFund' }, '政府性基金预算拨款收入'],
  [{ fund: 'fiscal/stateCapital' }, '国有资本经营预算拨款收入'],
  [{ fund: 'specialAccount' }, '财政专户管理资金收入'],
  [{ fund: 'unitFunds' }, '单位资金收入'],
]

/** 收入预算: the total by fund and 上年结转, with shares; what has no money is named in words. */
export const writeRevenueBudget: SectionWriter = ({ context, year }) => {
  const total = amountOf(context, {}, '预算收入')
  const isCarried = context.exact({ period: 'carriedIn' }) !== 0
  // Beside 上年结转 a fund is this year's money alone; without it there is no other.
  const parts = funds.map(([region, name]): Part => ({ region: isCarried ? { ...region, period: 'current' } : region, name }))
  const carriedIn: Part = { region: { period: 'carriedIn' }, name: '上年结转' }
  // With a reduced part the others can exceed the total, and no list says any more that they are this year's.
  const isReduced = [...parts, carriedIn].some(({ region }) => context.exact(region) < 0)
  const current = isReduced && isCarried ? parts.map((part): Part => ({ ...part, name: `本年${part.name}` })) : parts
  const { some, none } = partsWithMoney(context, [...current, carriedIn])
  const absent = none.length === 0 ? '' : `没有${listOfNames(none.map(({ name }) => name))}。`
  const [only] = some
  if (only === undefined) return [paragraph(`${year}预算收入`, total.text, '。')]
  if (some.length === 1) return [paragraph(`${year}预算收入`, total.text, `，全部为${only.name}。${absent}`)]
  return [paragraph(`${year}预算收入`, total.text, '，由以下部分构成：', withShares(context, total, some), `。${absent}`)]
}
