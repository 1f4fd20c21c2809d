/**
 * The narrative (情况说明): its sections, and every number in it with what it speaks of.
 *
 * @module
 */
import type { DocumentTree } from '@mingzhang/document'
import { dimensionIds, type NodePath, type Region } from '@mingzhang/figures'
import { type Decimal, parseDecimal } from '@mingzhang/money'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { Mention, NarrativeSection } from '../model/recognised-document.ts'
import { bindAmounts } from './bind-amounts.ts'
import { bindComparisons, unchangedAmounts } from './bind-comparisons.ts'
import { type Draft } from './draft.ts'
import { draftNumbers } from './draft-numbers.ts'
import { noteOutsiders } from './outside-amounts.ts'
import { createLexicon, type Lexicon, without } from './prose-lexicon.ts'
import { scopesOf } from './section-scope.ts'
import { readSections, type SectionText } from './sections.ts'

export interface NarrativeOptions {
  readonly vocabulary: Vocabulary
  /** The budget year; without it no amount is bound unless its sentence names the year. */
  readonly year: number | undefined
  /** The publishing body's name, with which a sentence may begin. */
  readonly body: string | undefined
  /** What the document is of: a sentence that names no stage (年初预算, 决算) speaks of that. */
  readonly kind?: 'budget' | 'final' | 'performance' | undefined
  /** The units that the tables tell apart, by name. */
  readonly units?: ReadonlySet<string>
  /** The functional subjects that the tables list. */
  readonly subjects?: ReadonlySet<NodePath>
  /** The block indexes that tables and forms have claimed; they are no prose. */
  readonly consumed: ReadonlySet<number>
}

export interface Narrative {
  readonly sections: readonly NarrativeSection[]
  readonly mentions: readonly Mention[]
}

/**
 * Reads the paragraphs outside tables and forms: sections by their headings, and one mention for every printed number
 * (and for every statement that nothing changed: role `change`, direction `same`, no printed amount).
 *
 * An amount is bound only when every word of its label is understood; otherwise `unbound` says why. Never throws.
 */
export function recogniseNarrative(tree: DocumentTree, options: NarrativeOptions): Narrative {
  const lexicon = createLexicon(options.vocabulary, options.body, options.year, options.subjects)
  const found = readSections(tree, options.vocabulary.sectionKinds, options.consumed)
  // What a final account spends is of this year's money and of what was carried in: its sections are of no one period.
  const texts = options.kind === 'final' ? found.map((text): SectionText => ({ ...text, region: without(text.region, 'period') })) : found
  return {
    sections: texts.map(sectionOf),
    mentions: texts.flatMap((text, index) => mentionsOf(text, index, lexicon, options)),
  }
}

function sectionOf(text: SectionText): NarrativeSection {
  const [first] = text.lines
  const body = text.heading === '' ? text.lines : text.lines.slice(1)
  return {
    kind: text.kind?.id,
    heading: text.heading,
    place: first === undefined ? { document: '' } : { ...first.pieces[0].paragraph.place, block: first.pieces[0].block },
    paragraphs: body.flatMap(({ pieces }) => pieces.map(({ paragraph, block }) => ({ text: paragraph.text, place: { ...paragraph.place, block } }))),
  }
}

function mentionsOf(text: SectionText, section: number, lexicon: Lexicon, { year, kind, body, units = new Set() }: NarrativeOptions): readonly Mention[] {
  const drafts = draftNumbers(text, lexicon, year)
  bindAmounts(text, drafts, { year, kind, lexicon, scopes: scopesOf(text, lexicon, { body, units }) })
  bindComparisons(drafts, lexicon)
  noteOutsiders(text, drafts)
  const all = [...drafts, ...unchangedAmounts(drafts)].sort((a, b) => a.lineIndex - b.lineIndex || a.number.start - b.number.start)
  const ids = new Map(all.map((draft, index) => [draft, `n${section + 1}.${index + 1}`]))
  return all.map((draft) => mentionOf(draft, section, text.heading, ids))
}

function mentionOf(draft: Draft, section: number, heading: string, ids: ReadonlyMap<Draft, string>): Mention {
  const { number, line, role } = draft
  const piece = line.pieces.findLast(({ start }) => start <= number.start) ?? line.pieces[0]
  const isValue = role !== 'other' && role !== 'count'
  return {
    id: ids.get(draft) ?? '',
    role,
    section,
    text: line.text.slice(number.start, number.end).trim(),
    place: {
      ...piece.paragraph.place,
      ...(heading === '' ? {} : { section: heading }),
      block: piece.block,
      start: number.start - piece.start,
      end: Math.min(number.end - piece.start, piece.paragraph.text.length),
    },
    clause: sentenceAround(line.text, line.plain, number.start, number.end),
    label: draft.label,
    number: decimalOf(number.digits),
    unit: number.unit,
    printed: isValue ? draft.printed : undefined,
    region: isValue && draft.region !== undefined ? inOrder(draft.region) : undefined,
    subject: draft.subject === undefined ? undefined : ids.get(draft.subject),
    whole: draft.whole === undefined ? undefined : inOrder(draft.whole),
    direction: draft.direction,
    unbound: isValue && draft.region === undefined && draft.outside === undefined ? (draft.unbound ?? '不能确定指哪一部分') : undefined,
    outside: isValue && draft.region === undefined ? draft.outside : undefined,
  }
}

/** The same region with its dimensions in their usual order, whatever words named them first: reports print it. */
function inOrder(region: Region): Region {
  return Object.fromEntries(dimensionIds.filter((dimension) => region[dimension] !== undefined).map((dimension) => [dimension, region[dimension]]))
}

/** A number such as 2024.1.10 is no decimal: its first part stands for it. */
function decimalOf(digits: string): Decimal {
  return parseDecimal(digits) ?? parseDecimal(/^-?\d+/u.exec(digits)?.[0] ?? '') ?? { digits: 0n, scale: 0 }
}

/** The sentence, or its part between semicolons; at most `longestClause` characters on either side. */
function sentenceAround(text: string, plain: string, start: number, end: number): string {
  const before = plain.slice(Math.max(0, start - longestClause), start)
  const after = /^[^。;]*/u.exec(plain.slice(end, end + longestClause))?.[0] ?? ''
  const from = start - before.length + Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1
  return text.slice(from, end + after.length).trim()
}

const longestClause = 500
