/**
 * Facts about the document, read from it with their places; never a default.
 *
 * @module
 */
import type { DocumentTree, Paragraph } from '@mingzhang/document'
import type { DocumentFact, DocumentFacts } from '../model/recognised-document.ts'

/** Reads body, year, kind and level from the title lines and from the notes above the tables. */
export function readDocumentFacts(tree: DocumentTree): DocumentFacts {
  const paragraphs = tree.blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const opening = paragraphs.slice(0, 40)
  return {
    body: findBody(paragraphs),
    year: findFact(opening, /(\d{4})\s*年度?.{0,30}?(?:预算|决算|绩效)/u, (match) => Number(match[1])) ?? findFact(opening, /(\d{4})\s*年/u, (match) => Number(match[1])),
    kind:
      // The title says it beside the year; a menu or a duty above it can mention the other.
      findFact(opening, /\d{4}\s*年(?:度)?[^。；，]{0,30}?(预算|决算)(?:公开|报表|说明|情况|信息|$)/u, (match) => (match[1] === '决算' ? ('final' as const) : ('budget' as const))) ??
      findFact(opening, /决算/u, () => 'final' as const) ??
      findFact(opening, /预算公开|部门预算|单位预算|预算报表|预算/u, () => 'budget' as const) ??
      findFact(opening, /绩效/u, () => 'performance' as const),
    level: findFact(opening, /(部门|单位)(?:预算|决算)/u, (match) => (match[1] === '部门' ? ('department' as const) : ('unit' as const))),
  }
}

const bodyTail = '(?:局|委员会|委|办公室|中心|厅|院|馆|会|街道|镇|乡|政府|学校|队|处|站|所|部)'

/** A title that holds the body's name: 清河县文化和旅游局2024年度部门预算公开, 2024年清河县文化和旅游局部门预算. */
const bodyInTitle = new RegExp(`^([^\\d\\s，。]{3,26}${bodyTail})(?:[（(](?:汇总|本级)[）)])?20\\d\\d\\s*年.{0,12}(?:预算|决算)|^20\\d\\d\\s*年度?([^\\d\\s，。]{3,26}${bodyTail})(?:[（(](?:汇总|本级)[）)])?(?:部门|单位)?(?:预算|决算)`, 'u')

/** The name that most tables carry (部门名称：…); without such notes, the line before the title. */
function findBody(paragraphs: readonly Paragraph[]): DocumentFact<string> | undefined {
  const named = paragraphs.flatMap((paragraph) => {
    const match = /^(?:部门|单位|预算单位|编制单位|填报单位)(?:名称)?\s*[:：]\s*(\S{3,40}?)(?:\s|(?:金额)?单位\s*[:：]|金额|$)/u.exec(paragraph.text)
    return match?.[1] === undefined || /[万千]?元$/u.test(match[1]) ? [] : [{ value: match[1], place: paragraph.place }]
  })
  const counts = new Map<string, number>()
  for (const { value } of named) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const noted = named.find(({ value }) => value === most)
  if (noted !== undefined) return noted
  const titled = findFact(paragraphs.slice(0, 10), bodyInTitle, (match) => (match[1] ?? match[2] ?? '').replace(/\s/gu, ''))
  if (titled !== undefined) return titled
  const title = paragraphs.slice(0, 10).find(({ text }) => /(?:局|委员会|委|办公室|中心|厅|院|馆|会|街道|镇|乡|政府|学校|队|处|站|所|部|室)$/u.test(text) && text.length <= 30)
  return title === undefined ? undefined : { value: title.text.replace(/\s/gu, ''), place: title.place }
}

function findFact<Value>(paragraphs: readonly Paragraph[], pattern: RegExp, read: (match: RegExpExecArray) => Value): DocumentFact<Value> | undefined {
  for (const paragraph of paragraphs) {
    const match = pattern.exec(paragraph.text)
    if (match !== null) return { value: read(match), place: paragraph.place }
  }
  return undefined
}
