/**
 * Unfinished text: places left to fill in, and markup that a web editor left behind.
 *
 * @module
 */
import type { Place } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import type { RuleFinding } from '../model/rule.ts'
import { narrativeLines } from './narrative-queries.ts'

const placeholders: readonly RegExp[] = [
  // XX局, ××万元. A masked name (李××) stands in forms, which are not looked at here.
  /(?<![A-Za-z0-9])[XxＸ×✕]{2,}(?![A-Za-z0-9])/u,
  /[【[]\s*[】\]]|（\s*）|\(\s*\)/u,
  /_{3,}|＿{2,}/u,
  // An amount that was never filled in: 比上年增加万元.
  /(?<=增加|减少|增长|下降|预算|支出|收入|占)\s*(?:万元|[%％])/u,
]

const markup = /<\/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?\/?>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|#\d+);/u

/** Placeholders and markup in headings, paragraphs, table titles and row labels. Project forms have their own rule. */
export function findResidue(document: RecognisedDocument): readonly RuleFinding[] {
  const texts: readonly { readonly text: string; readonly place: Place }[] = [
    ...narrativeLines(document),
    ...document.tables
      .flatMap(({ title, place, rows }) => [{ text: title, place }, ...rows.map((row) => ({ text: row.label, place: row.place }))]),
  ]
  return texts.flatMap(({ text, place }): readonly RuleFinding[] => {
    const left = placeholders.map((pattern) => pattern.exec(text))
      .find((match) => match !== null && !/单位[^，。；]{0,3}$/u.test(text.slice(0, match.index)))
    const tag = markup.exec(text)
    return [
      ...left === undefined || left === null ? [] : [{
        key: `placeholder:${normaliseLabel(text).slice(0, 40)}`,
        places: [place],
        found: excerpt(text, left.index),
        statement: {
          zh: `“${excerpt(text, left.index)}”处有未填写的内容（${left[0].trim()}）。`,
          en: `Something was left to fill in: "${excerpt(text, left.index)}".`,
        },
      }],
      ...tag === null ? [] : [{
        key: `markup:${normaliseLabel(text).slice(0, 40)}`,
        places: [place],
        found: tag[0],
        statement: {
          zh: `“${excerpt(text, tag.index)}”处残留网页标记${tag[0]}。`,
          en: `Markup was left in the text: "${excerpt(text, tag.index)}".`,
        },
      }],
    ]
  })
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 12), at + 12)
}
