/**
 * First pass over a section: every number with its role and its label, in reading order.
 *
 * @module
 */
import { regionKey } from '@mingzhang/figures'
import type { MentionRole } from '../model/recognised-document.ts'
import { type Comparison, comparisonOf } from './comparison-words.ts'
import { type Draft, printedOf } from './draft.ts'
import { leadReading } from './line-lead.ts'
import { openerIn } from './list-frames.ts'
import { bracketDepths, clauseStart, hasSemicolon, hasSentenceEnd } from './plain-text.ts'
import { isGeneric, type LabelContext, type Lexicon, type Reading } from './prose-lexicon.ts'
import { type ScannedNumber, scanNumbers } from './scan-numbers.ts'
import type { SectionLine, SectionText } from './sections.ts'

/** Drafts every number of the section. Regions are still open. */
export function draftNumbers(section: SectionText, lexicon: Lexicon, year: number | undefined): readonly Draft[] {
  const drafts: Draft[] = []
  let sentence = 0
  let part = 0
  let listing = false
  const titles = new Set<string>()
  let functionNode: string | undefined
  let scheme: LabelContext['scheme'] = section.kind?.region.kind === 'basic' ? 'economic' : undefined
  section.lines.forEach((line, lineIndex) => {
    sentence += 1
    part = 0
    const depths = bracketDepths(line.plain)
    const announced = economicScheme(line.plain)
    if (announced !== undefined) listing = true
    scheme = announced ?? scheme
    const context: LabelContext = { ...(functionNode === undefined ? {} : { functionNode }), ...(scheme === undefined ? {} : { scheme }) }
    const title = /^[^\d。,:]{2,60}/u.exec(line.plain.slice(line.numbering?.length ?? 0))?.[0]
    const named = title !== undefined && (line.heading || /\([类款]\)/u.test(title)) ? lexicon.read(title, context).region.function : undefined
    if (named !== undefined) functionNode = named
    const lead = apart(leadReading(line, lexicon, context), line, titles)
    let leads = lead !== undefined
    let valueEnd = 0
    let scanned = 0
    for (const number of scanNumbers(line.plain)) {
      if (hasSentenceEnd(line.plain, depths, scanned, number.start)) {
        sentence += 1
        part = 0
      } else if (hasSemicolon(line.plain, depths, scanned, number.start)) part += 1
      scanned = number.start
      const depth = depths[number.start] ?? 0
      const spot: Spot = { number, line, lineIndex, depth, sentence, part, valueEnd, previous: drafts.at(-1), context, lead: leads ? lead : undefined, listing }
      const draft = draftOne(spot, lexicon, year)
      drafts.push(draft)
      // Behind an amount of something else the line's title is no longer what bare words speak of.
      if (isMoneyOfItsOwn(draft, lead)) leads = false
      if (draft.reading.region.function !== undefined && draft.role === 'amount') functionNode = draft.reading.region.function
      if (draft.role !== 'other') valueEnd = number.end
    }
  })
  return drafts
}

/** Two titles of one project's name are two projects: the later one is told apart by its number in the list. */
function apart(lead: Reading | undefined, line: SectionLine, titles: Set<string>): Reading | undefined {
  const project = lead?.region.project
  if (lead === undefined || project === undefined) return lead
  if (!titles.has(project)) {
    titles.add(project)
    return lead
  }
  return { ...lead, region: { ...lead.region, project: `${project}（${line.numbering?.ordinal ?? String(titles.size + 1)}）` } }
}

/** Which economic classification the line says that the names below are of: 按部门预算支出经济分类, 按政府预算支出经济分类. */
function economicScheme(plain: string): LabelContext['scheme'] {
  if (/(?:按|按照)?政府(?:预算)?(?:支出)?经济(?:分类|科目)/u.test(plain)) return 'governmentEconomic'
  return /(?:按|按照)?部门(?:预算)?(?:支出)?经济(?:分类|科目)/u.test(plain) ? 'economic' : undefined
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
  /** What the title at the start of the line names, as long as the line speaks of that alone. */
  readonly lead: Reading | undefined
  /** Whether the lines list the classes of an economic classification. */
  readonly listing: boolean
}

function isMoneyOfItsOwn({ role, reading, number }: Draft, lead: Reading | undefined): boolean {
  if (role !== 'amount' && role !== 'previous') return false
  return lead !== undefined && number.kind === 'money' && (reading.unread !== '' || regionKey(reading.region) !== regionKey(lead.region))
}

function draftOne(spot: Spot, lexicon: Lexicon, year: number | undefined): Draft {
  const { number, line, lineIndex, depth, sentence, part } = spot
  const words = wordsBefore(spot, lexicon)
  const comparison = number.kind === 'money' || number.kind === 'percent' || number.kind === 'bareMoney' ? comparisonOf(words) : undefined
  const label = comparison === undefined ? words : comparison.before
  const read = lexicon.read(label, spot.context)
  const together = comparison === undefined && isEnumerated(spot, lexicon)
  const contradiction = together ? '是并列几项合在一起的金额' : read.contradiction
  const own = { ...read, contradiction }
  const lead = comparison === undefined && isGeneric(own) ? spot.lead : undefined
  const reading = lead === undefined ? own : { ...own, region: lead.region, topic: true, whole: lead.whole, revenue: lead.revenue }
  const afterChange = followsChange(spot)
  return {
    number, line, lineIndex, label: tidy(words), reading, depth, sentence, part,
    role: roleOf(number, comparison, reading, year, afterChange, words),
    printed: printedOf(number),
    frame: undefined, region: undefined, whole: undefined, subject: undefined,
    direction: comparison?.kind === 'change' ? comparison.direction : afterChange ? spot.previous?.direction : undefined,
    unbound: undefined, outside: undefined, listing: spot.listing,
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
      if (comparison?.kind === 'share' || comparison?.kind === 'completion') return 'share'
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
    if (reading.topic || reading.unread !== '' || reading.lastYear || spot.lead !== undefined || openerIn(line.plain.slice(from, start), true) !== undefined) break
    start = clauseStart(line.plain, from, start - 1)
    words = cleaned(line.plain.slice(start, number.start))
  }
  return words
}

/** 会议费、培训费预算共100万元: the amount of several things together. 均 and 分别 say it of each. */
function isEnumerated({ line, number, valueEnd, context }: Spot, lexicon: Lexicon): boolean {
  if (number.kind !== 'money' && number.kind !== 'bareMoney') return false
  const before = line.plain.slice(Math.max(valueEnd, line.numbering?.length ?? 0), number.start)
  const [, first = '', last = ''] = /([^,。;:、]+)、([^,。;:、]*)$/u.exec(before.replace(/收入?、支/gu, '收支')) ?? []
  if (first === '' || /[均都各]|分别/u.test(last) || /\d/u.test(first.replace(/20\d\d\s*年/gu, ''))) return false
  const reading = lexicon.read(first.replace(/^\s*其中\s*/u, ''), context)
  return reading.topic && !reading.whole && reading.unread === '' && lexicon.read(last, context).topic
}

function cleaned(words: string): string {
  const opener = openerIn(words, false)
  const text = opener === undefined || opener.kind === 'named' ? words : words.slice(opener.end)
  return text
    .replace(/^[\s,:、)]+/u, '')
    .replace(/^(?:\(?\d{1,2}[).、]|\([一二三四五六七八九十]{1,3}\)|[①-⑳]|[一二三四五六七八九十]是)\s*/u, '')
    .replace(/^其中\s*/u, '')
    .trim()
}

/** The label as a report shows it: without 为, 共 and the like at its end. */
function tidy(words: string): string {
  return words.replace(/[\s:,]+$/u, '').replace(/(?:为|共计|共|约|达到|达)$/u, '').trim()
}
