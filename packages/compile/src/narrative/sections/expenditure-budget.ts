import { partsWithMoney, withShares } from '../composition.ts'
import type { SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph, type Piece } from '../sentence.ts'

/** 支出预算: what is spent, as 基本支出 and 项目支出 with shares, and 年终结转 beside it. */
export const writeExpenditureBudget: SectionWriter = ({ context, year }) => {
  const total = amountOf(context, { use: 'spent' }, '支出预算')
  const { some, none } = partsWithMoney(context, [
    { region: { use: 'spent', kind: 'basic' }, name: '基本支出' },
    { region: { use: 'spent', kind: 'project' }, name: '项目支出' },
  ])
  const [only] = some
  const kinds: Piece = only === undefined ? '。'
    : some.length > 1 ? ['。按支出性质分，', withShares(context, total, some), '。']
      : `，全部为${only.name}，没有${none.map(({ name }) => name).join('')}。`
  const spent = paragraph(`${year}支出预算`, total.text, kinds)
  if (context.exact({ use: 'carriedOut' }) === 0) return [spent]
  return [spent, paragraph(`${year}年终结转`, amountOf(context, { use: 'carriedOut' }, '年终结转').text, '，不在支出预算之内。')]
}
