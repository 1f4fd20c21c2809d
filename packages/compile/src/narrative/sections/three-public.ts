import type { PriorYearItem } from '../../ledger/ledger.ts'
import { type Change, changeOf, changePhrase } from '../changes.ts'
import { reasonPhrase } from '../reasons.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { amountOf, joined, paragraph, type Piece } from '../sentence.ts'

const items: readonly { readonly item: PriorYearItem; readonly node: string; readonly name: string }[] = [
  { item: 'abroad', node: 'all/abroad', name: '因公出国（境）费' },
  { item: 'reception', node: 'all/reception', name: '公务接待费' },
  { item: 'vehicleRunning', node: 'all/vehicle/running', name: '公务用车运行维护费' },
  { item: 'vehiclePurchase', node: 'all/vehicle/purchase', name: '公务用车购置费' },
]

/**
 * “三公”经费: the total and every item, also one without money (0.00), each against last year. The reason answers for the
 * items too: changes that cancel out in the total still owe one.
 */
export const writeThreePublic: SectionWriter = (scope) => {
  const { context, year, thresholds } = scope
  const total = amountOf(context, { use: 'spent', fund: 'fiscal', threePublic: 'all' }, '“三公”经费')
  const change = changeOf(scope, 'threePublic', total.figure.printed)
  const parts = items.map((part) => itemSentence(scope, part))
  const reason = reasonPhrase(scope, {
    item: 'threePublicReason', subject: '“三公”经费', threshold: thresholds.threePublic,
    changes: [change, ...parts.map((part) => part.change)],
  })
  return [
    paragraph(`${year}财政拨款安排“三公”经费预算`, total.text, changePhrase(scope, total, change), reason, '。'),
    paragraph('其中：', joined(parts.map(({ text }) => text), '；'), '。'),
  ]
}

interface ItemSentence {
  readonly text: Piece
  readonly change: Change | undefined
}

function itemSentence(scope: SectionScope, { item, node, name }: (typeof items)[number]): ItemSentence {
  const amount = amountOf(scope.context, { use: 'spent', fund: 'fiscal', threePublic: node }, name)
  const change = changeOf(scope, item, amount.figure.printed)
  return { text: [name, amount.text, changePhrase(scope, amount, change)], change }
}
