/**
 * 只有标题没有内容: a heading with nothing below it.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { headingDepth } from './narrative-queries.ts'

/** Every section of the narrative says something, if only that there is nothing. */
export const k70EmptySections: Rule = {
  meta: {
    id: 'K70',
    title: { zh: '说明只有标题没有内容', en: 'A section with a heading and nothing else' },
    severity: 'notice',
    basis: [{ source: 'disclosureProcedure', article: '公开内容应完整' }],
    explanation: {
      zh: '列出了标题却没有内容，读者分不清是没有这项业务还是漏填。没有的也应写“无”。',
      en: 'A heading without content leaves open whether there is nothing to say or something was forgotten.',
    },
    legitimate: { zh: '内容可能是图片或附件。', en: 'The content may be an image or an annex.' },
  },
  check({ document }) {
    const isEmptyAt = document.sections.map((_, index) => isEmpty(document, index))
    const empty = document.sections.filter(({ kind }, index) => isEmptyAt[index] === true && kind !== undefined && kind !== 'tables'
      // Several empty headings in a row are a contents page or a list of tables.
      && isEmptyAt[index - 1] !== true && isEmptyAt[index + 1] !== true
      && !document.sections.some((other) => other.kind === kind && other.paragraphs.length > 0))
    return outcomeOf(document.sections.length, empty.map(({ heading, place }): RuleFinding => ({
      key: normaliseLabel(heading),
      places: [place],
      statement: { zh: `“${heading}”下没有内容；没有的也应写“无”。`, en: `There is nothing below the heading "${heading}".` },
    })))
  },
}

/** Whether the next block in the document is the heading of a section of the same or a higher level. */
function isEmpty(document: RecognisedDocument, index: number): boolean {
  const own = document.sections[index]
  const next = document.sections[index + 1]
  const block = own?.place.block
  if (own === undefined || next === undefined || block === undefined || own.paragraphs.length > 0) return false
  const [depth, nextDepth] = [headingDepth(own.heading), headingDepth(next.heading)]
  // List items and rows of tables can look like headings; a section's heading says what it is about.
  if (depth === undefined || depth > 2 || !/情况|说明|职责|职能|机构|解释|目录|原因/u.test(own.heading)) return false
  if (nextDepth === undefined || nextDepth > depth || /[:].+$/u.test(normaliseLabel(own.heading))) return false
  return next.place.block === block + 1
}
