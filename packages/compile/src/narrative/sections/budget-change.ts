import { type Change, changeOf, changePhrase } from '../changes.ts'
import { type Part, partsWithMoney, withAmounts } from '../composition.ts'
import { reasonPhrase } from '../reasons.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph, type Piece } from '../sentence.ts'

/** 部门预算收支数据变动: both totals, how they compare with last year and why, and this year's money beside 上年结转. */
export const writeBudgetChange: SectionWriter = (scope) => {
  const income = side(scope, '收入', '本年收入', 'revenueReason')
  const spending = side(scope, '支出', '本年预算安排', 'expenditureReason')
  const totals = [income, spending].map((sentence) => paragraph(`${scope.year}${scope.body}`, sentence))
  if (scope.context.exact({ use: 'carriedOut' }) === 0) return totals
  const carriedOut = amountOf(scope.context, { use: 'carriedOut' }, '年终结转')
  return [...totals, paragraph(`${scope.year}年终结转`, carriedOut.text, '，留待以后年度按原用途使用。')]
}

type ReasonItem = 'revenueReason' | 'expenditureReason'

function side(scope: SectionScope, word: string, currentName: string, item: ReasonItem): Piece {
  const { context } = scope
  const name = `预算${word}总计`
  const total = amountOf(context, {}, name)
  const change = changeOf(scope, 'total', total.figure.printed)
  return [name, total.text, changePhrase(scope, total, change), reason(scope, item, change, name), '。', split(scope, word, currentName)]
}

/** Revenue and expenditure balance: where only one side is explained, the other has the same reason. */
function reason(scope: SectionScope, item: ReasonItem, change: Change | undefined, subject: string): Piece {
  const hasChanged = change !== undefined && change.direction !== 'same'
  const isShared = scope.textOf('expenditureReason').trim() === '' && scope.textOf('revenueReason').trim() !== ''
  if (item === 'expenditureReason' && isShared && hasChanged) return '，变动原因与预算收入相同'
  return reasonPhrase(scope, { item, changes: [change], threshold: scope.thresholds.others, subject })
}

function split({ context }: SectionScope, word: string, currentName: string): Piece {
  const current: Part = { region: { period: 'current' }, name: currentName }
  const carriedIn: Part = { region: { period: 'carriedIn' }, name: '上年结转' }
  const { some, none } = partsWithMoney(context, [current, carriedIn])
  if (some.length === 2) return ['其中：', withAmounts(context, some, '，'), '。']
  if (some.length === 0) return ''
  return none.includes(carriedIn) ? `${word}全部为${currentName}，没有上年结转。` : `${word}全部为上年结转。`
}
