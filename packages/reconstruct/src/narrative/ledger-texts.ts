/**
 * The department's own texts: what the disclosure says besides the sentences that are written from its figures.
 *
 * @module
 */
import type { Mention, RecognisedDocument } from '@mingzhang/audit'
import { type LedgerText, type LedgerTextItem, ledgerTextItems } from '@mingzhang/compile'
import { isRegionWithin } from '@mingzhang/figures'
import type { MarkBook } from '../marks.ts'
import { numberSlots } from './number-slots.ts'
import { isSubheading, sectionLines, type SectionSentence, sectionSentences } from './section-lines.ts'

export interface TextsReading {
  readonly texts: readonly LedgerText[]
  /** Sentences that have no place in a ledger and are not written from figures either. */
  readonly leftOut: readonly { readonly section: string; readonly text: string }[]
}

/** Reads the texts, numbers in slots. `used`: sentences that the ledger's facts say already. */
export function readTexts(document: RecognisedDocument, used: ReadonlySet<string>, book: MarkBook): TextsReading {
  const slots = numberSlots(document)
  const found = new Map<LedgerTextItem, readonly string[]>()
  const add = (item: LedgerTextItem, lines: readonly string[]): void => {
    if (lines.length > 0) found.set(item, [...found.get(item) ?? [], ...lines])
  }
  const withSlots = ({ text, mentions }: SectionSentence): string => slots(text, mentions)
  const plainLines = (kind: string): readonly string[] => sectionLines(document, kind).map((line) => slots(line, []))

  add('duties', plainLines('duties'))
  add('organisation', joinLines(sectionSentences(document, 'organisation').filter(({ text }) => !used.has(text)), withSlots).map(withoutOwnHeading).filter((line) => line !== ''))
  add('serviceCatalogue', sectionLines(document, 'serviceCatalogue').filter((line) => !isSubheading(line) && !isNothing(line)).map((line) => slotsOfCatalogue(line, slots)))
  add('glossary', joinBroken(sectionLines(document, 'glossary')).map((line) => slots(line, [])))
  const reasons = readReasons(document)
  for (const [item, reason] of reasons) add(item, [slots(reason.text, reason.mentions)])
  const borrowed = borrowedReason(document, reasons)
  if (borrowed !== undefined) add('generalPublicReason', [slots(borrowed.text, borrowed.mentions)])
  add('assets', joinLines(sectionSentences(document, 'assets').filter(({ text }) => !used.has(text) && !isNothing(text)), withSlots))
  const performance = sectionSentences(document, 'performance').filter((sentence) => !isWrittenFromForms(sentence))
  const overall = performance.filter(({ line }) => /整体绩效目标\s*[:：]/u.test(line))
  add('overallTarget', joinLines(overall, withSlots).map((line) => line.replace(/^.*?整体绩效目标\s*[:：]\s*/u, '')).filter((line) => line !== ''))
  add('performance', joinLines(performance.filter((sentence) => !overall.includes(sentence)), withSlots))
  add('procurement', joinLines(sectionSentences(document, 'procurement').filter(({ mentions, text }) => !mentions.some(isBound) && !isNothing(text) && !/没有安排政府采购/u.test(text)), withSlots))
  const other = sectionSentences(document, 'otherStatements').filter(({ text }) => !isNothing(text) && !isWrittenAnyway(text))
  for (const item of ['governmentFund', 'stateCapital'] as const) {
    const own = [...sectionSentences(document, item), ...other.filter((sentence) => isAbout(sentence, item))]
    add(item, joinLines(own, withSlots).map(withoutLead).map((line) => withoutTotal(line, item)).filter((line) => line !== ''))
  }
  add('other', joinLines(other.filter((sentence) => !isAbout(sentence, 'governmentFund') && !isAbout(sentence, 'stateCapital')), withSlots).map(withoutLead).filter((line) => line !== ''))

  const texts = (Object.keys(ledgerTextItems) as LedgerTextItem[]).flatMap((item): LedgerText[] => {
    const lines = found.get(item)
    return lines === undefined ? [] : [{ item, text: lines.join('\n') }]
  })
  texts.forEach(({ item }, index) => {
    const isBorrowed = borrowed !== undefined && item === 'generalPublicReason'
    book.mark(['texts', index, 'text'], isBorrowed ? 'open' : 'stated', isBorrowed ? '原文没有写一般公共预算拨款增减的原因，暂用收支增减的原因' : undefined)
  })
  return { texts, leftOut: leftOutOf(document) }
}

/** The sentences of one line together again. */
function joinLines(sentences: readonly SectionSentence[], write: (sentence: SectionSentence) => string): readonly string[] {
  const lines = new Map<string, string>()
  for (const sentence of sentences) lines.set(sentence.line, (lines.get(sentence.line) ?? '') + write(sentence))
  return [...lines.values()].filter((line) => line !== '')
}

/** An entry that the print broke after its term (六、单位资金： and the meaning on the next line) is one entry. */
function joinBroken(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const line of lines) {
    const numbered = /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．])/u.test(line)
    const last = joined.at(-1)
    if (last === undefined || numbered || !/[:：]$/u.test(last)) joined.push(line)
    else joined[joined.length - 1] = last + line
  }
  return joined
}

/** Codes of the catalogue stand in front of names. */
function slotsOfCatalogue(line: string, slots: (text: string, mentions: readonly Mention[]) => string): string {
  const match = /^(\s*[A-Za-z]?\d{2,8}[\s、.．]*)(\p{Script=Han}.*)$/u.exec(line)
  return match?.[1] === undefined || match[2] === undefined ? slots(line, []) : match[1] + slots(match[2], [])
}

function withoutOwnHeading(line: string): string {
  return line.replace(/^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]+)[)）]?[、.．]?\s*)?(?:机构设置|人员情况|人员构成)(?:情况)?\s*[。：:]\s*/u, '')
}

/** 1、, （二）: the sentences around get numbers of their own. */
function withoutLead(line: string): string {
  return line.replace(/^\s*(?:\d{1,2}[、.．](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）])\s*/u, '')
}

function isNothing(text: string): boolean {
  return /^\s*(?:无|没有|暂无|见附[件表].{0,6})\s*[。.]?\s*$/u.test(text)
}

function isBound({ role, region }: Mention): boolean {
  return role === 'amount' && region !== undefined
}

/** How many targets there are, what they cover and where they stand is written from the forms. */
function isWrittenFromForms({ text, mentions }: SectionSentence): boolean {
  if (isNothing(text) || /(?:附后|见附件|见附表)/u.test(text) || /沿用上年批复的绩效目标/u.test(text)) return true
  return mentions.some(({ role, unit }) => role === 'amount' || (role === 'count' && unit === '个'))
}

/** Approval and publication, and how amounts were rounded, are written from the ledger and the mode. */
function isWrittenAnyway(text: string): boolean {
  return /四舍五入|舍位平衡/u.test(text) || /20\d{2}年\d{1,2}月\d{1,2}日.{0,8}(?:批复|公开)/u.test(text.replace(/\s/gu, ''))
}

const fundOf = {
  governmentFund: { node: 'fiscal/governmentFund', name: '政府性基金预算', words: /政府性基金/u },
  stateCapital: { node: 'fiscal/stateCapital', name: '国有资本经营预算', words: /国有资本经营/u },
} as const

function isAbout({ line, text, mentions }: SectionSentence, item: keyof typeof fundOf): boolean {
  const { node, words } = fundOf[item]
  return mentions.some(({ region }) => region !== undefined && isRegionWithin(region, { fund: node })) || words.test(text) || (words.test(line) && !words.test(text) && mentions.length === 0)
}

/** What the statement of the fund says by itself: its heading, its total, or that there is none. */
function withoutTotal(line: string, item: keyof typeof fundOf): string {
  if (/^[^。；]*(?:没有|无|未|不涉及)[^。；]*[。；]?$/u.test(line)) return ''
  const name = fundOf[item].words.source
  const rest = line
    .replace(new RegExp(`^[^。；：:，,{]*${name}[^。；：:，,{]*情况\\s*[:：]\\s*`, 'u'), '')
    .replace(new RegExp(`^[^。；，,]*${name}[^。；，,]*\\{[^}]*\\}万元[。；，,]?\\s*(?:其中[:：，,]?)?`, 'u'), '')
  if (!/[\p{Script=Han}]/u.test(rest.replace(/\{[^}]*\}万元/gu, ''))) return ''
  // Behind the statement these words stand in sentences of their own: each names its fund.
  return rest.replace(/(^|[。；;，,])(?=(?:[本当]年(?:预算)?安排|上年结转)\{)/gu, `$1${fundOf[item].name}`)
}

interface Reason {
  readonly text: string
  readonly mentions: readonly Mention[]
}

const reasonPattern = /(?:(?:增加|减少|增减|增长|下降|变动|变化)的?)?(?:主要)?原因(?:与[^，,。；]{1,12}相同[，,])?(?:是|为|在于|:|：)+\s*(?:因为|由于)?/u

/** Why amounts changed, by section; in the first section the first reason is that of revenue, the next of expenditure. */
function readReasons(document: RecognisedDocument): readonly (readonly [LedgerTextItem, Reason])[] {
  const reasonsIn = (kind: string): readonly Reason[] => sectionSentences(document, kind).flatMap(({ text, mentions }) => {
    const match = reasonPattern.exec(text)
    if (match === null) return []
    const reason = text.slice(match.index + match[0].length).replace(/[。；;，,]+$/u, '')
    return reason === '' ? [] : [{ text: reason, mentions }]
  })
  const [revenue, expenditure] = reasonsIn('budgetChange')
  const single = ([['generalPublicExpenditure', 'generalPublicReason'], ['threePublic', 'threePublicReason'], ['agencyOperating', 'agencyOperatingReason']] as const)
  return [
    ...revenue === undefined ? [] : [['revenueReason', revenue] as const],
    ...expenditure === undefined ? [] : [['expenditureReason', expenditure] as const],
    ...single.flatMap(([kind, item]) => {
      const [first] = reasonsIn(kind)
      return first === undefined ? [] : [[item, first] as const]
    }),
  ]
}

/** Where 一般公共预算 changed without a reason of its own, the department's whole change stands in, to be confirmed. */
function borrowedReason(document: RecognisedDocument, reasons: readonly (readonly [LedgerTextItem, Reason])[]): Reason | undefined {
  const changed = sectionSentences(document, 'generalPublicExpenditure').some(({ mentions }) => mentions.some(({ role, direction }) => role === 'change' && direction !== 'same'))
  const has = (item: LedgerTextItem): Reason | undefined => reasons.find(([known]) => known === item)?.[1]
  return changed && has('generalPublicReason') === undefined ? (has('revenueReason') ?? has('expenditureReason')) : undefined
}

const writtenSections = ['budgetChange', 'revenueBudget', 'expenditureBudget', 'fiscalAppropriation', 'generalPublicExpenditure', 'basicExpenditure', 'threePublic', 'agencyOperating']

/** Sentences of sections that are written from figures which hold neither a bound amount nor a reason. */
function leftOutOf(document: RecognisedDocument): TextsReading['leftOut'] {
  const written = writtenSections.flatMap((kind) => {
    const heading = document.sections.find((section) => section.kind === kind)?.heading ?? ''
    return sectionSentences(document, kind)
      .filter(({ text, mentions }) => !mentions.some(({ region }) => region !== undefined) && !reasonPattern.test(text) && !/^(?:没有|无)/u.test(text))
      .map(({ text }) => ({ section: heading, text }))
  })
  const firstKnown = document.sections.findIndex(({ kind }) => kind !== undefined)
  const unknown = document.sections.flatMap(({ kind, heading, paragraphs }, index) =>
    kind === undefined && index > firstKnown ? paragraphs.map(({ text }) => ({ section: heading, text: text.trim() })).filter(({ text }) => text !== '') : [])
  return [...written, ...unknown]
}
