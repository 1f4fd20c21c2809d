import type { TextBlock } from '@mingzhang/document'
import type { Region } from '@mingzhang/figures'
import { clerkRuns } from '../clerk-text/clerk-runs.ts'
import { partsWithMoney, withAmounts } from '../composition.ts'
import type { SectionScope, SectionWriter } from '../section-scope.ts'
import { amountOf, paragraph, type Piece } from '../sentence.ts'

/** 政府性基金预算: what is spent of it, or that nothing is; a statement is owed either way (《预算法》 articles 5 and 14). */
export const writeGovernmentFund: SectionWriter = (scope) => [governmentFundStatement(scope, '')]

/** 国有资本经营预算: the same. */
export const writeStateCapital: SectionWriter = (scope) => [stateCapitalStatement(scope, '')]

export function governmentFundStatement(scope: SectionScope, lead: string): TextBlock {
  return paragraph(lead, statement(scope, 'fiscal/governmentFund', '政府性基金预算支出', 'governmentFund'))
}

export function stateCapitalStatement(scope: SectionScope, lead: string): TextBlock {
  return paragraph(lead, statement(scope, 'fiscal/stateCapital', '国有资本经营预算支出', 'stateCapital'))
}

function statement(scope: SectionScope, fund: string, name: string, item: 'governmentFund' | 'stateCapital'): Piece {
  const { context, year } = scope
  const own: Region = { use: 'spent', fund }
  const text = scope.textOf(item).replace(/\s*\n\s*/gu, '').trim()
  const more: Piece = text === '' ? '' : clerkRuns(scope, item, text)
  if (context.exact(own) === 0) return [`${year}没有安排${name}。`, more]
  const { some } = partsWithMoney(context, [
    { region: { ...own, period: 'current' }, name: '本年预算安排' },
    { region: { ...own, period: 'carriedIn' }, name: '上年结转' },
  ])
  const [only] = some
  const total = amountOf(context, own, name)
  // A part that is larger than the whole reads as no part of it: with a reduced one there is no split.
  const isReduced = some.some(({ region }) => context.exact(region) < 0)
  const periods: Piece = some.length > 1
    ? (isReduced ? '' : ['，其中：', withAmounts(context, some, '，')]) : only === undefined ? '' : `，全部为${only.name}`
  return [`${year}${name}`, total.text, periods, '。', more]
}
