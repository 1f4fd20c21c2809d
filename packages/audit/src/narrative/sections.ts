/**
 * The parts of the narrative: headings, and the paragraphs below each.
 *
 * @module
 */
import type { DocumentTree, Paragraph } from '@mingzhang/document'
import { normaliseLabel, type SectionKind } from '@mingzhang/vocabulary'
import { type LineNumbering, lineNumbering } from './numbering.ts'
import { plainText } from './plain-text.ts'
import { contentsBlocks } from './table-of-contents.ts'

/** One paragraph of a section, with what its line is. */
export interface SectionLine {
  readonly block: number
  readonly paragraph: Paragraph
  readonly plain: string
  readonly numbering: LineNumbering | undefined
  /** Whether the line is a heading; the first line of a section with a heading is one. */
  readonly heading: boolean
}

export interface SectionText {
  /** `undefined` for a heading that the vocabulary does not know, and for what stands before the first heading. */
  readonly kind: SectionKind | undefined
  /** As printed; empty for what stands before the first heading. */
  readonly heading: string
  readonly lines: readonly SectionLine[]
}

interface OpenSection {
  readonly kind: SectionKind | undefined
  readonly heading: string
  readonly level: number
  readonly lines: SectionLine[]
}

/**
 * Splits the prose into sections. A numbered heading of the first two levels always opens one; a deeper or unnumbered
 * one only when the vocabulary knows it as another kind, else it stays a line of the section around it. Nothing in the
 * glossary opens a section: its entries repeat the headings' words.
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
    const line: SectionLine = { block: index, paragraph: block, plain, numbering, heading }
    if (heading) {
      const level = numbering?.level ?? headlineLevel
      const around = path.filter((open) => open.level < level)
      const kind = kindOf(plain.slice(numbering?.length ?? 0), kinds)
      const parent = around.at(-1)
      const opens = parent?.kind?.id !== 'glossary' && (level <= 2 || (kind !== undefined && kind.id !== parent?.kind?.id))
      if (opens && (numbering !== undefined || kind !== undefined)) {
        const section: OpenSection = { kind, heading: block.text.trim(), level, lines: [line] }
        sections.push(section)
        path = [...around, section]
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

/** An unnumbered heading (情况说明 alone on its line) stands above 一、 and below 第一部分. */
const headlineLevel = 1.5

function openPreface(sections: OpenSection[]): OpenSection {
  const preface: OpenSection = { kind: undefined, heading: '', level: 0, lines: [] }
  sections.push(preface)
  return preface
}

/** A heading is short, is no sentence and states no amount. Without numbering it must end as headings do. */
function isHeading(plain: string, numbering: LineNumbering | undefined): boolean {
  const text = plain.slice(numbering?.length ?? 0).trim()
  if (text === '' || text.length > 45 || /[。;！？]/u.test(text) || /\d\s*(?:万|元|%|亿)|[:,]\s*\S/u.test(text)) return false
  if (numbering !== undefined) return !/\d{2,}\s*[人个辆台]/u.test(text)
  return text.length <= 30 && /(?:情况|说明|解释|职责|职能|概况|目录|原因)\)?$/u.test(text) && !/^单位|,|\t/u.test(text)
}

function kindOf(title: string, kinds: readonly SectionKind[]): SectionKind | undefined {
  const words = normaliseLabel(title)
  const has = (word: string): boolean => words.includes(word)
  return kinds.find(({ title: { all, any, none } }) => all.every(has) && (any.length === 0 || any.some(has)) && !none.some(has))
}
