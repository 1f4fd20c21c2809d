/**
 * The parts of the narrative: headings, and the paragraphs below each.
 *
 * @module
 */
import type { DocumentTree, Paragraph } from '@mingzhang/document'
import type { Region } from '@mingzhang/figures'
import { normaliseLabel, type SectionKind } from '@mingzhang/vocabulary'
import { type LineNumbering, lineNumbering } from './numbering.ts'
import { plainText } from './plain-text.ts'
import { contentsBlocks } from './table-of-contents.ts'

/** One paragraph of a section, with what its line is. A paragraph that was read in several pieces is one line again. */
export interface SectionLine {
  /** The pieces as they were read, with where each begins in `plain`; at least one. */
  readonly pieces: readonly [LinePiece, ...LinePiece[]]
  /** The text as printed, of all pieces. */
  readonly text: string
  readonly plain: string
  readonly numbering: LineNumbering | undefined
  /** Whether the line is a heading; the first line of a section with a heading is one. */
  readonly heading: boolean
}

export interface LinePiece {
  readonly start: number
  readonly block: number
  readonly paragraph: Paragraph
}

export interface SectionText {
  /** What the amounts of the section share: its kind's region, or that of the section around it where its own kind is unknown. */
  readonly region: Region
  /** `undefined` for a heading that the vocabulary does not know, and for what stands before the first heading. */
  readonly kind: SectionKind | undefined
  /** As printed; empty for what stands before the first heading. */
  readonly heading: string
  readonly lines: readonly SectionLine[]
}

interface OpenSection {
  readonly region: Region
  readonly kind: SectionKind | undefined
  readonly heading: string
  readonly level: number
  readonly lines: SectionLine[]
}

/**
 * Splits the prose into sections. A numbered heading of the first two levels always opens one; a deeper or unnumbered
 * one only when the vocabulary knows it as another kind, else it stays a line of the section around it. In the glossary,
 * whose entries repeat the headings' words, only a statement (…情况说明, 2024年预算编制说明) opens a section.
 */
export function readSections(tree: DocumentTree, kinds: readonly SectionKind[], consumed: ReadonlySet<number>): readonly SectionText[] {
  const contents = contentsBlocks(tree)
  const sections: OpenSection[] = []
  let path: OpenSection[] = []
  tree.blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || consumed.has(index) || contents.has(index)) return
    const plain = plainText(block.text)
    const numbering = lineNumbering(plain)
    const heading = isHeading(plain, numbering)
    const piece: LinePiece = { start: 0, block: index, paragraph: block }
    const line: SectionLine = { pieces: [piece], text: block.text, plain, numbering, heading }
    const open = path.at(-1)
    const before = open?.lines.at(-1)
    if (open !== undefined && before !== undefined && goesOnIn(before, line)) {
      open.lines[open.lines.length - 1] = joinLines(before, piece, plain)
      return
    }
    if (heading) {
      const level = numbering?.level ?? headlineLevel
      const around = path.filter((open) => open.level < level)
      const kind = kindOf(plain.slice(numbering?.length ?? 0), kinds)
      const parent = around.at(-1)
      const ends = path.some((section) => section.kind?.id === 'glossary') && /说明$/u.test(plain.trim()) && kind !== undefined
      // Beside a section of the same depth an unknown heading opens one of its own: nothing else would end that section.
      const beside = numbering !== undefined && around.length === 0 && path.at(-1)?.level === level && path.at(-1)?.kind?.id !== 'glossary'
      const opens = ends || beside || (parent?.kind?.id !== 'glossary' && (level <= 2 || (kind !== undefined && kind.id !== parent?.kind?.id)))
      if (opens && (numbering !== undefined || kind !== undefined)) {
        const section: OpenSection = { region: kind?.region ?? parent?.region ?? {}, kind, heading: block.text.trim(), level, lines: [line] }
        sections.push(section)
        path = [...around.filter((outer) => !ends || outer.kind?.id !== 'glossary'), section]
        return
      }
      // A heading without a kind of its own ends a deeper section with one.
      if (numbering !== undefined && around.length > 0) path = around
    }
    const current = path.at(-1) ?? openPreface(sections)
    if (path.length === 0) path = [current]
    current.lines.push(line)
  })
  return sections
}

/**
 * Whether a line is the rest of the one before, which a reader cut off inside a sentence. What is numbered, short or
 * spaced as a note above a table begins anew.
 */
function goesOnIn(before: SectionLine, line: SectionLine): boolean {
  const last = before.pieces.at(-1) ?? before.pieces[0]
  // （项）。 and a lone full stop or comma are the end of something, whatever stands before.
  if (line.pieces[0].block === last.block + 1 && /^\s*(?:\([类款项]\)|[。,;、)])/u.test(line.plain)) return before.plain.trim().length >= 8
  if (before.heading || line.heading || line.numbering !== undefined || line.pieces[0].block !== last.block + 1) return false
  const [head, tail] = [before.plain.trimEnd(), line.plain.trim()]
  if (last.paragraph.text.trim().length < 12 || tail === '' || /[。;:！？]$/u.test(head) || /[\t ]{3,}/u.test(line.plain.trim())) return false
  return !/^(?:单位|金额单位|部门|编制|注|附|备注|资料来源)[^,。]{0,12}[:：]|^(?:表|附表|图)\s*\d/u.test(tail)
}

function joinLines(before: SectionLine, piece: LinePiece, plain: string): SectionLine {
  return { ...before, heading: false, pieces: [...before.pieces, { ...piece, start: before.plain.length }], text: before.text + piece.paragraph.text, plain: before.plain + plain }
}

/** An unnumbered heading (情况说明 alone on its line) stands above 一、 and below 第一部分. */
const headlineLevel = 1.5

function openPreface(sections: OpenSection[]): OpenSection {
  const preface: OpenSection = { region: {}, kind: undefined, heading: '', level: 0, lines: [] }
  sections.push(preface)
  return preface
}

/** A heading is short, is no sentence and states no amount. Without numbering it must end as headings do. */
function isHeading(plain: string, numbering: LineNumbering | undefined): boolean {
  const line = plain.slice(numbering?.length ?? 0).trim()
  // （四）绩效管理工作情况。 alone on its line is a heading with a full stop.
  const text = numbering !== undefined && /^[^。;]{4,30}(?:情况|说明)。$/u.test(line) ? line.slice(0, -1) : line
  if (text === '' || text.length > 45 || /[。;！？]/u.test(text) || /\d\s*(?:万|元|%|亿)|[:,]\s*\S/u.test(text)) return false
  if (numbering !== undefined) return !/\d{2,}\s*[人个辆台]/u.test(text)
  return text.length <= 30 && /(?:情况|说明|解释|职责|职能|概况|目录|原因)\)?$/u.test(text) && !/^单位|,|\t/u.test(text)
}

function kindOf(title: string, kinds: readonly SectionKind[]): SectionKind | undefined {
  const words = normaliseLabel(title)
  const has = (word: string): boolean => words.includes(word)
  return kinds.find(({ title: { all, any, none } }) => all.every(has) && (any.length === 0 || any.some(has)) && !none.some(has))
}
