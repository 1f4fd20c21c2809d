import type { LedgerTextItem } from '../ledger/ledger.ts'
import { ledgerTextItems } from '../ledger/ledger.ts'
import { clerkRuns } from './clerk-text/clerk-runs.ts'
import { textPlace } from './clerk-text/text-place.ts'
import { type Change, isBeyond } from './changes.ts'
import type { SectionScope } from './section-scope.ts'
import type { Piece } from './sentence.ts'

export interface ReasonOptions {
  readonly item: LedgerTextItem
  /** The changes that the reason is for; the first is the one that the sentence is about. */
  readonly changes: readonly (Change | undefined)[]
  readonly threshold: number
  /** What changed, for the problem: 收入总计. */
  readonly subject: string
}

/**
 * `，主要原因是…` from the department's own text, or nothing where nothing changed. A change beyond the threshold without
 * a text is reported: nobody but the department knows its reason.
 */
export function reasonPhrase(scope: SectionScope, { item, changes, threshold, subject }: ReasonOptions): Piece {
  if (changes.every((change) => change === undefined || change.direction === 'same')) return ''
  const text = reasonText(scope.textOf(item))
  if (text !== '') return ['，主要原因是', clerkRuns(scope, item, text)]
  if (changes.some((change) => isBeyond(change, threshold))) scope.report({
    code: 'compile.narrative.reason',
    place: textPlace(item),
    detail: `${subject}与上年相比有增减${threshold === 0 ? '' : `（超过${threshold}%）`}，没有写明原因。`,
    remedy: `请在“文字说明”表的“${ledgerTextItems[item]}”一项写明增减的具体原因，只写“项目增加”一类的话等于没有说明。`,
  })
  return ''
}

/** The reason without the words that the sentence already has before it and without the full stop behind it. */
function reasonText(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim()
    .replace(/^(?:(?:增加|减少|增减|增长|下降|变动|变化)的?)?(?:主要)?原因(?:是|为|在于|：|:)+/u, '')
    .replace(/^主要(?:是|系)(?:因为|由于)?|^(?:因为|由于)/u, '')
    .replace(/[。．.；;，,]+$/u, '')
}
