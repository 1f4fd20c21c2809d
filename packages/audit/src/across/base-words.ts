/**
 * Which amount the words mean: the base that a change is measured from, and the stage of an amount of another year.
 *
 * @module
 */
import type { Figure } from '@mingzhang/figures'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import type { Phase } from './other-document.ts'

/** What a change is measured from. */
export interface ChangeBase {
  /** `unsaid` where the words only say 上年; `other` for 执行数, 调整预算 and restated amounts, which no document publishes as its own. */
  readonly phase: Phase | 'unsaid' | 'other'
  /** The year that the words name; `undefined` for 上年 and where none is named. */
  readonly year: number | undefined
}

const compared = /(?:与|和|同|比|较)\s*(?:((?:19|20)\d\d)\s*年度?|上一?年度?|上一?年同期|去年|同期)([^，,。；;、：:\d]{0,16})/gu
const restated = /可比|同口径|剔除|扣除|还原|不含|调整后/u

/** Reads the comparison that the change stands in: the last one that begins before its end. */
export function changeBase(document: RecognisedDocument, mention: Pick<Mention, 'place' | 'clause' | 'text'>): ChangeBase {
  const words = wordsUpTo(document, mention)
  const comparison = [...words.matchAll(compared)].at(-1)
  const year = comparison?.[1] === undefined ? undefined : Number(comparison[1])
  const stage = comparison?.[2] ?? ''
  if (restated.test(words) || /执行|完成|实际|预计|调整|全年/u.test(stage)) return { phase: 'other', year }
  if (/决算/u.test(stage)) return { phase: 'final', year }
  return { phase: /预算|年初/u.test(stage) ? 'budget' : 'unsaid', year }
}

/** The words that say what a figure is: its column's heads, or the words before it in its clause. */
export function wordsOf(document: RecognisedDocument, figure: Figure): string {
  if (figure.cell !== undefined) return `${figure.place.table ?? ''} ${figure.place.column ?? ''}`
  const mention = document.mentions.find(({ id }) => id === figure.id)
  return mention === undefined ? '' : (/[^，,；;]*$/u.exec(wordsUpTo(document, mention))?.[0] ?? '')
}

/** The sentence from its beginning to the end of the number. */
function wordsUpTo({ tree }: RecognisedDocument, { place, clause, text }: Pick<Mention, 'place' | 'clause' | 'text'>): string {
  const block = place.block === undefined ? undefined : tree.blocks[place.block]
  if (block?.kind === 'paragraph' && place.end !== undefined) {
    const words = /[^。；;]*$/u.exec(block.text.slice(0, place.end))?.[0] ?? ''
    // Where the sentence began in the paragraph before, its words stand in the clause alone.
    if (words.search(compared) !== -1) return words
  }
  const end = clause.lastIndexOf(text)
  return end === -1 ? clause : clause.slice(0, end + text.length)
}
