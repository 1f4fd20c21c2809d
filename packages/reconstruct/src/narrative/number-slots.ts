/**
 * A published text as a ledger keeps it: numbers stand in slots, so that none is left over when the budget changes.
 *
 * @module
 */
import type { Mention, RecognisedDocument } from '@mingzhang/audit'
import { amountSlots } from '@mingzhang/compile'
import { regionKey } from '@mingzhang/figures'
import { normaliseDigits } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import { withoutYear } from '../money/margin.ts'

const year = '(?:19|20)\\d{2}'

/** Numbers that may stay as they are: what 《》 holds, dates, document numbers, numberings, ordinals, codes with letters. */
const plain: readonly RegExp[] = [
  /《[^》]*》/gu,
  new RegExp(`${year}\\s*年(?:\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?)?`, 'gu'),
  /(?<!\d)\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/gu,
  new RegExp(`[〔[【(（]${year}[〕\\]】)）]\\s*(?:第\\s*)?\\d+\\s*号`, 'gu'),
  /第\s*\d+(?![\d.,]|\s*[百千万亿]?元)/gu,
  /(?:^|[。；;：:，,、\s])[（(]?\d{1,2}(?:[、)）]|[.．](?!\d))/gmu,
  /[（(]\d{1,2}[)）]/gu,
]

const numbers: readonly RegExp[] = [
  /[A-Za-z]*\d+(?:[.,]\d+)*\s*(?:[百千万亿]?元|[%‰]|[百千万亿]?(?:平方米|公里|人次|人|个|名|辆|台|套|处|项|家|户|亩|吨|次|场|期))?/gu,
  /[一二三四五六七八九十两壹贰叁肆伍陆柒捌玖拾零〇百佰千仟]+[万亿]*元|百分之[一二三四五六七八九十零〇点百]+/gu,
]

/** Returns a function that puts the numbers of a text of the document into slots. */
export function numberSlots(document: RecognisedDocument): (text: string, mentions: readonly Mention[]) => string {
  const slotOf = new Map(Object.entries(amountSlots).toReversed().map(([name, region]) => [regionKey(region), name]))
  const amountSlot = (mention: Mention): string | undefined => {
    if (mention.role !== 'amount' || mention.region === undefined || mention.unit !== '万元') return undefined
    if (mention.region.year !== String(document.facts.year?.value)) return undefined
    const region = withoutYear(mention.region)
    // Where nothing is carried out, what is spent of a fund is all of it.
    const name = slotOf.get(regionKey(region)) ?? slotOf.get(regionKey(Object.fromEntries(Object.entries(region).filter(([dimension]) => dimension !== 'use'))))
    return name === undefined ? undefined : `{${name}}万元`
  }
  return (text, mentions) => {
    const clean = text.replace(/[{}｛｝]/gu, '')
    const digits = normaliseDigits(clean)
    const kept = plain.flatMap((pattern) => spansOf(digits, pattern))
    const found = numbers.flatMap((pattern) => spansOf(digits, pattern))
      .filter(({ start, end }) => !kept.some((span) => span.start <= start && end <= span.end))
      .map((span) => withoutKept(span, kept))
      .sort((a, b) => a.start - b.start)
    let written = ''
    let done = 0
    for (const { start, end } of found) {
      if (start < done || start >= end) continue
      const number = clean.slice(start, end)
      const mention = mentions.find((candidate) => normaliseLabel(candidate.text) === normaliseLabel(number))
      const slot = mention === undefined ? undefined : amountSlot(mention)
      written += `${clean.slice(done, start)}${slot ?? `{照录：${number.trimEnd()}}${/\s*$/u.exec(number)?.[0] ?? ''}`}`
      done = end
    }
    return written + clean.slice(done)
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The part of a number in front of what may stay: 40 in 40、2024年. */
function withoutKept(span: Span, kept: readonly Span[]): Span {
  const next = kept.find(({ start, end }) => start > span.start && start < span.end && end > span.end)
  return next === undefined ? span : { start: span.start, end: next.start }
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
