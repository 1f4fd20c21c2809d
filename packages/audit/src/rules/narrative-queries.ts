/**
 * Questions that several rules ask of the narrative and the tables of a recognised document.
 *
 * @module
 */
import { isRegionWithin, type Place, type Region, regionKey } from '@mingzhang/figures'
import {
  addIntervals, type Fen, formatFen, type Interval, intervalOf, type PrintedAmount, type RoundingMode, type Stated, zeroFen,
} from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { Mention, RecognisedDocument, RecognisedTable, TableCell } from '../model/recognised-document.ts'
import type { AuditContext } from '../model/rule.ts'

/** One line of the narrative: a heading, or a paragraph (which can itself be a numbered sub-heading). */
export interface NarrativeLine {
  readonly text: string
  readonly place: Place
  /** Index into the document's sections. */
  readonly section: number
  /** 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1、, 4 for （1）; `undefined` for running text. */
  readonly depth: number | undefined
}

/** A heading and everything below it, down to the next heading of the same or a higher level. */
export interface Topic {
  readonly heading: NarrativeLine
  /** Lines below the heading, sub-headings included. */
  readonly lines: readonly NarrativeLine[]
}

/** All lines of the narrative in reading order. */
export function narrativeLines(document: RecognisedDocument): readonly NarrativeLine[] {
  return document.sections.flatMap((section, index) => [
    { text: section.heading, place: section.place, section: index, depth: headingDepth(section.heading) ?? 1 },
    ...section.paragraphs
      .map(({ text, place }) => ({ text, place, section: index, depth: isSubheading(text) ? headingDepth(text) : undefined })),
  ])
}

/** The topics whose heading (as `normaliseLabel` writes it) matches; a topic inside another matching one is not repeated. */
export function topicsAbout(document: RecognisedDocument, heading: RegExp): readonly Topic[] {
  const lines = narrativeLines(document)
  const topics: Topic[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (line?.depth === undefined || !heading.test(normaliseLabel(line.text))) continue
    const depth = line.depth
    const rest = lines.slice(index + 1)
    const end = rest.findIndex((next) => next.depth !== undefined && next.depth <= depth)
    const below = end === -1 ? rest : rest.slice(0, end)
    topics.push({ heading: line, lines: below })
    index += below.length
  }
  return topics
}

/** The running text of a topic as one string, without its sub-headings' own wording lost: lines are joined by line breaks. */
export function topicText(topic: Topic): string {
  return topic.lines.map((line) => line.text).join('\n')
}

const numberings: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十\d]{1,3}(?:部分|章|节)/u, 0],
  [/^[一二三四五六七八九十]{1,3}[、.]/u, 1],
  [/^\([一二三四五六七八九十]{1,3}\)/u, 2],
  [/^\d{1,2}(?:、|\.(?!\d))/u, 3],
  [/^(?:\(\d{1,2}\)|[\u2460-\u2473])/u, 4],
]

/** The level that a heading's numbering says; `undefined` without numbering. */
export function headingDepth(text: string): number | undefined {
  const plain = normaliseLabel(text)
  return numberings.find(([pattern]) => pattern.test(plain))?.[1]
}

/** Whether a paragraph is only a numbered heading: short, and no sentence. */
function isSubheading(text: string): boolean {
  const plain = normaliseLabel(text)
  return plain.length <= 30 && headingDepth(plain) !== undefined && !/[。;,]/u.test(plain) && !/[:].{4,}$/u.test(plain)
}

/** What an amount states; `undefined` when it is blank, a dash or unreadable. */
export function statedOf(printed: PrintedAmount | undefined): Stated | undefined {
  return printed?.kind === 'stated' ? printed.stated : undefined
}

/** Whether an amount is stated and not zero. */
export function isNonZero(printed: PrintedAmount | undefined): boolean {
  const stated = statedOf(printed)
  return stated !== undefined && stated.value !== 0
}

/** How the document shortens its amounts: the profile's mode, 四舍五入 where no profile applies. */
export function roundingOf(context: AuditContext): RoundingMode {
  return context.profile?.rounding ?? 'half-up'
}

/** The exact amounts that the sum of the prints can stand for. */
export function sumInterval(parts: readonly Stated[], mode: RoundingMode): Interval {
  return parts.map((part) => intervalOf(part, mode)).reduce(addIntervals, { low: zeroFen, high: zeroFen })
}

/** `23,719.12万元`. */
export function inWanyuan(amount: Fen): string {
  return `${formatFen(amount, '万元')}万元`
}

/** The same for English sentences: `237,191,200.00 yuan`. */
export function inYuan(amount: Fen): string {
  return `${formatFen(amount, '元')} yuan`
}

export function tablesOfKind(document: RecognisedDocument, ...kinds: readonly string[]): readonly RecognisedTable[] {
  return document.tables.filter((table) => kinds.includes(table.kind))
}

/** A cell of a table together with the table. */
export interface FoundCell {
  readonly table: RecognisedTable
  readonly cell: TableCell
}

/** Whether a region is of the document's own year and phase (上年预算数 and 年初预算数 are not), unless another is asked for. */
function isOwn({ year, phase }: Region, asked: Region = {}): boolean {
  return year === asked.year && phase === asked.phase
}

/** Cells with exactly the given nodes in the given dimensions; dimensions that are not named may hold anything. */
export function cellsWhere(tables: readonly RecognisedTable[], nodes: Region): readonly FoundCell[] {
  const wanted = Object.entries(nodes)
  return tables.flatMap((table) => table.cells
    .filter(({ region }) => region !== undefined && isOwn(region, nodes) && wanted.every(([dimension, node]) => region[dimension as keyof Region] === node))
    .map((cell) => ({ table, cell })))
}

/**
 * The row's own total: of its cells with a region, the one whose region holds all the others (合计 before its parts).
 * `undefined` when the row has no such cell.
 */
export function rowTotal(table: RecognisedTable, row: number): TableCell | undefined {
  const cells = table.cells.filter((cell) => cell.row === row && cell.region !== undefined && isOwn(cell.region))
  return cells.find(({ region: outer }) => cells
    .every(({ region: inner }) => inner !== undefined && outer !== undefined && isRegionWithin(inner, outer)))
}

/** The region without some dimensions, as a key: regions that differ only there have the same key. */
export function keyWithout(region: Region, ...dimensions: readonly (keyof Region)[]): string {
  return regionKey(Object.fromEntries(Object.entries(region).filter(([dimension]) => !dimensions.includes(dimension as keyof Region))))
}

/** The mentions of one sentence, row of text or paragraph: they share section and line or block. */
export function paragraphKey(mention: Mention): string {
  return `${mention.section}:${mention.place.block ?? '-'}:${mention.place.line ?? '-'}`
}

/** The paragraph that a mention stands in; the mention's own clause when the section does not hold it. */
export function paragraphOf(document: RecognisedDocument, mention: Mention): string {
  const paragraphs = document.sections[mention.section]?.paragraphs ?? []
  const own = paragraphs.filter(({ place }) => place.block === mention.place.block && place.line === mention.place.line)
  const holds = ({ text }: { readonly text: string }): boolean => text.includes(mention.clause)
  return (own.find(holds) ?? paragraphs.find(holds) ?? (own.length === 1 ? own[0] : undefined))?.text ?? mention.clause
}

/** Groups in the order of the first member. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
