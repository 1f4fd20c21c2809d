/**
 * The narrative's sentences by section, with the numbers that stand in each.
 *
 * @module
 */
import type { Mention, RecognisedDocument } from '@mingzhang/audit'
import { normaliseLabel } from '@mingzhang/vocabulary'

export interface SectionSentence {
  readonly text: string
  readonly mentions: readonly Mention[]
  /** The line that it stands in, as printed. */
  readonly line: string
  readonly lineIndex: number
}

/** The lines of all sections of a kind, as printed, without blank ones. */
export function sectionLines(document: RecognisedDocument, kind: string): readonly string[] {
  const last = endOfNarrative(document)
  return document.sections.filter((section) => section.kind === kind)
    .flatMap(({ paragraphs }) => paragraphs.filter(({ place }) => (place.block ?? 0) < last).map(({ text }) => text.trim())).filter((text) => text !== '')
}

/** Where the forms begin: what stands between them belongs to no section. Forms in front of the narrative end nothing. */
function endOfNarrative({ forms, sections }: RecognisedDocument): number {
  const first = Math.min(...forms.map(({ place }) => place.block ?? Infinity))
  const opening = sections.findLast(({ kind, heading }) => kind !== undefined && heading !== '')?.place.block ?? 0
  return first > opening ? first : Infinity
}

/** The sentences of all sections of a kind, in order; sub-headings (1、车辆情况：) are none. */
export function sectionSentences(document: RecognisedDocument, kind: string): readonly SectionSentence[] {
  const found: SectionSentence[] = []
  const last = endOfNarrative(document)
  document.sections.forEach((section, index) => {
    if (section.kind !== kind) return
    const mentions = document.mentions.filter((mention) => mention.section === index)
    section.paragraphs.forEach(({ text, place }, lineIndex) => {
      if (isSubheading(text) || (place.block ?? 0) >= last) return
      const own = mentions.filter((mention) => mention.place.line === place.line && mention.place.block === place.block)
      for (const sentence of splitSentences(text)) {
        found.push({ text: sentence, line: text, lineIndex, mentions: own.filter((mention) => normaliseLabel(sentence).includes(normaliseLabel(mention.text)) && shares(sentence, mention)) })
      }
    })
  })
  return found
}

/** A clause can run into the next sentence where the print forgot its stop: enough of it must stand here. */
function shares(sentence: string, { clause, label }: Mention): boolean {
  const plain = normaliseLabel(sentence)
  return plain.includes(normaliseLabel(clause)) || normaliseLabel(clause).includes(plain) || (label !== '' && plain.includes(normaliseLabel(label)))
}

/** Text up to each 。 or ；, with it. */
export function splitSentences(text: string): readonly string[] {
  return (text.trim().match(/[^。；;]+[。；;]*/gu) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

export function isSubheading(text: string): boolean {
  const plain = normaliseLabel(text)
  return plain.length <= 30 && /^(?:\([一二三四五六七八九十]+\)|\d{1,2}[、.]|[一二三四五六七八九十]+、)/u.test(plain) && !/[。;,]/u.test(plain) && /(?:情况|目录|说明|其他|目标|解释|原因)(?:\(.*\))?:?$/u.test(plain)
}
