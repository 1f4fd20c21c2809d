/**
 * First pass over a section: every number with its role and its label, in reading order.
 *
 * @module
 */
import type { MentionRole } from '../model/recognised-document.ts'
import { type Comparison, comparisonOf } from './comparison-words.ts'
import { type Draft, printedOf } from './draft.ts'
import { openerIn } from './list-frames.ts'
import { bracketDepths, clauseStart, hasSemicolon, hasSentenceEnd } from './plain-text.ts'
import type { LabelContext, Lexicon, Reading } from './prose-lexicon.ts'
import { type ScannedNumber, scanNumbers } from './scan-numbers.ts'
import type { SectionLine, SectionText } from './sections.ts'

/** Drafts every number of the section. Regions are still open. */
export function draftNumbers(section: SectionText, lexicon: Lexicon, year: number | undefined): readonly Draft[] {
  const drafts: Draft[] = []
  let sentence = 0
  let part = 0
  let functionNode: string | undefined
  section.lines.forEach((line, lineIndex) => {
    sentence += 1
    part = 0
    const depths = bracketDepths(line.plain)
    const economic = section.kind?.region.kind === 'basic'
    const context: LabelContext = functionNode === undefined ? { economic } : { functionNode, economic }
    const lead = /^[^\d。,:]{2,60}/u.exec(line.plain.slice(line.numbering?.length ?? 0))?.[0]
    const named = lead !== undefined && (line.heading || /\([类款]\)/u.test(lead)) ? lexicon.read(lead, context).region.function : undefined
    if (named !== undefined) functionNode = named
    let valueEnd = 0
    let scanned = 0
    for (const number of scanNumbers(line.plain)) {
      if (hasSentenceEnd(line.plain, depths, scanned, number.start)) {
        sentence += 1
        part = 0
      } else if (hasSemicolon(line.plain, depths, scanned, number.start)) part += 1
      scanned = number.start
      const depth = depths[number.start] ?? 0
      const spot: Spot = { number, line, lineIndex, depth, sentence, part, valueEnd, previous: drafts.at(-1), context }
      const draft = draftOne(spot, lexicon, year)
      drafts.push(draft)
      if (draft.reading.region.function !== undefined && draft.role === 'amount') functionNode = draft.reading.region.function
      if (draft.role !== 'other') valueEnd = number.end
    }
  })
  return drafts
}

interface Spot {
  readonly number: ScannedNumber
  readonly line: SectionLine
  readonly lineIndex: number
  readonly depth: number
  readonly sentence: number
  readonly part: number
  /** Where the last number with a role ended in this line. */
  readonly valueEnd: number
  readonly previous: Draft | undefined
  readonly context: LabelContext
}

function draftOne(spot: Spot, lexicon: Lexicon, year: number | undefined): Draft {
  const { number, line, lineIndex, depth, sentence, part } = spot
  const words = wordsBefore(spot, lexicon)
  const comparison = number.kind === 'money' || number.kind === 'percent' || number.kind === 'bareMoney' ? comparisonOf(words) : undefined
  const label = comparison === undefined ? words : comparison.before
  const own = lexicon.read(label, spot.context)
  const lead = comparison === undefined && !own.topic && own.unread === '' && spot.valueEnd === 0 ? leadReading(spot, lexicon) : undefined
  const reading = lead === undefined ? own : { ...own, region: lead.region, topic: true, whole: lead.whole, revenue: lead.revenue }
  const afterChange = followsChange(spot)
  return {
    number, line, lineIndex, label: tidy(words), reading, depth, sentence, part,
    role: roleOf(number, comparison, reading, year, afterChange, words),
    printed: printedOf(number),
    frame: undefined, region: undefined, whole: undefined, subject: undefined,
    direction: comparison?.kind === 'change' ? comparison.direction : afterChange ? spot.previous?.direction : undefined,
    unbound: undefined,
  }
}

function roleOf(
  number: ScannedNumber,
  comparison: Comparison | undefined,
  reading: Reading,
  year: number | undefined,
  afterChange: boolean,
  words: string,
): MentionRole {
  switch (number.kind) {
    case 'other':
      return 'other'
    case 'count':
      return 'count'
    case 'percent':
      if (afterChange || comparison?.kind === 'change' || /[增降减]幅[为达]?\s*$/u.test(words)) return 'changeRate'
      if (comparison?.kind === 'share') return 'share'
      // 完成率 100%, 满意度 95%: rates of something that is not money.
      return /[率度]\s*(?:为|达|达到|:)?\s*$|[≥≤<>=]\s*$/u.test(words) ? 'other' : 'share'
    case 'money':
    case 'bareMoney':
      if (comparison?.kind === 'change') return 'change'
      if (reading.lastYear || (year !== undefined && reading.year === year - 1)) return 'previous'
      return 'amount'
  }
}

/** Whether a percentage stands directly behind a change: 增加131.35万元（111.8%）. */
function followsChange(spot: Spot): boolean {
  const { previous, number, line } = spot
  if (number.kind !== 'percent' || previous?.role !== 'change' || previous.line !== line) return false
  return /^[\s,、(]*$/u.test(line.plain.slice(previous.number.end, number.start))
}

/**
 * The words that name the number: from the last punctuation or number with a role, without numbering and 其中. Where
 * they name nothing (`基本支出，预算数为`), the clause before belongs to them, unless it holds a number.
 */
function wordsBefore(spot: Spot, lexicon: Lexicon): string {
  const { number, line, valueEnd } = spot
  const from = Math.max(valueEnd, line.numbering?.length ?? 0)
  let start = Math.min(clauseStart(line.plain, from, number.start), number.start)
  let words = cleaned(line.plain.slice(start, number.start))
  while (start > from && !comparisonOf(words) && /[,:]\s*$/u.test(line.plain.slice(from, start))) {
    const reading = lexicon.read(words, spot.context)
    if (reading.topic || reading.unread !== '' || reading.lastYear || openerIn(line.plain.slice(from, start), true) !== undefined) break
    start = clauseStart(line.plain, from, start - 1)
    words = cleaned(line.plain.slice(start, number.start))
  }
  return words
}

/** What a title at the start of the line names: `1.公务接待费。2024年预算数6万元`. */
function leadReading({ line, number, context }: Spot, lexicon: Lexicon): Reading | undefined {
  const before = line.plain.slice(line.numbering?.length ?? 0, number.start)
  const lead = /^([^。:,;]{2,24})[。:]/u.exec(before)?.[1]
  const reading = lead === undefined ? undefined : lexicon.read(lead, context)
  return reading?.topic === true && reading.unread === '' && reading.contradiction === undefined ? reading : undefined
}

function cleaned(words: string): string {
  const opener = openerIn(words, false)
  const text = opener === undefined || opener.kind === 'named' ? words : words.slice(opener.end)
  return text
    .replace(/^[\s,:、)]+/u, '')
    .replace(/^(?:\(?\d{1,2}[).、]|[①-⑳]|[一二三四五六七八九十]是)\s*/u, '')
    .replace(/^其中\s*/u, '')
    .trim()
}

/** The label as a report shows it: without 为, 共 and the like at its end. */
function tidy(words: string): string {
  return words.replace(/[\s:,]+$/u, '').replace(/(?:为|共计|共|约|达到|达)$/u, '').trim()
}
