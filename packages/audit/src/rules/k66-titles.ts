/**
 * One year and one name: titles of another year, names one character off, a table of contents that differs from the body.
 *
 * @module
 */
import type { Block } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import { normaliseLabel, stripNumbering } from '@mingzhang/vocabulary'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import type { RuleFinding } from '../model/rule.ts'
import { contentsBlocks } from '../narrative/table-of-contents.ts'
import { narrativeLines } from './narrative-queries.ts'

/** A title with its place. */
interface TitledPlace {
  readonly title: string
  readonly place: Place
}

/** Tables and headings that name another year than the document's. Headings about last year's execution may. */
export function findOtherYears(document: RecognisedDocument): readonly RuleFinding[] {
  const year = document.facts.year?.value
  if (year === undefined) return []
  const tables = document.tables.map(({ title, place }) => ({ title, place, severity: 'warning' as const }))
  const headings = document.sections.map(({ heading, place }) => ({ title: heading, place, severity: 'notice' as const }))
    .filter(({ title }) => !/上年|执行|决算|比较|较|对比|绩效评价|自评|回顾|完成情况|结转/u.test(title))
  return [...tables, ...headings].flatMap(({ title, place, severity }): readonly RuleFinding[] => {
    const years = [...withoutQuotedTitles(title).matchAll(/(20\d{2})\s*(?:年|-)/gu)].map((match) => Number(match[1]))
    if (years.length === 0 || years.includes(year)) return []
    return [{
      key: `year:${normaliseLabel(title)}`,
      severity,
      places: [place],
      expected: `${year}年`,
      found: `${years[0] ?? ''}年`,
      statement: {
        zh: `标题“${title}”写的是${years[0] ?? ''}年，本文件为${year}年度，请核对是否沿用了往年文本。`,
        en: `The title "${title}" names ${years[0] ?? ''}, the document is for ${year}: possibly text of another year.`,
      },
    }]
  })
}

const withoutQuotedTitles = (text: string): string => text.replace(/《[^》]*》/gu, '')

/** Names of the body in table heads and prose that differ from its name in one character. */
export function findOtherNames(document: RecognisedDocument): readonly RuleFinding[] {
  const body = document.facts.body
  if (body === undefined) return []
  const name = normaliseLabel(body.value)
  const variants = new Map<string, Place[]>()
  const add = (variant: string, place: Place): void => {
    const places = variants.get(variant)
    if (places === undefined) variants.set(variant, [place])
    else places.push(place)
  }
  for (const block of document.tree.blocks) {
    if (block.kind !== 'paragraph') continue
    const named = /^(?:部门|单位|编制单位|编报单位|填报单位|预算单位|公开部门)(?:名称)?(?:\([^)]*\))?:(.+)$/u.exec(normaliseLabel(block.text))?.[1]
    if (named !== undefined && isOneCharacterOff(named, name)) add(named, block.place)
  }
  // 财政局 and 民政局 of one county are two bodies: only a long name one character off is a slip in running text.
  const isLong = name.length - placeNameLength(name) >= 6
  for (const { text, place } of isLong
    ? [...narrativeLines(document), ...document.tables.map(({ title, place: at }) => ({ text: title, place: at }))] : []) {
    for (const variant of namesOneCharacterOff(normaliseLabel(text), name)) add(variant, place)
  }
  return [...variants].map(([variant, places]): RuleFinding => ({
    key: `name:${variant}`,
    // Another place's bureau of the same name is a real name; only the person reading knows.
    ...differsInPlaceName(variant, name) ? { severity: 'notice' as const } : {},
    places: [...places, body.place],
    expected: body.value,
    found: variant,
    statement: {
      zh: `此处名称写作“${variant}”，与“${body.value}”差一个字，请核对。`,
      en: `The name "${variant}" differs from "${body.value}" in one character.`,
    },
  }))
}

/** Stretches of the text as long as the name that differ from it in exactly one Chinese character. */
function namesOneCharacterOff(text: string, name: string): readonly string[] {
  const found: string[] = []
  for (let start = 0; start + name.length <= text.length; start += 1) {
    const stretch = text.slice(start, start + name.length)
    let at = 0
    while (at < name.length && stretch[at] === name[at]) at += 1
    // A different first or last character is another word or another kind of body, not a slip.
    if (at === 0 || at >= name.length - 1 || stretch.slice(at + 1) !== name.slice(at + 1)) continue
    if (/\p{Script=Han}/u.test(stretch[at] ?? '')) found.push(stretch)
  }
  return [...new Set(found)]
}

function differsInPlaceName(variant: string, name: string): boolean {
  const end = placeNameLength(name)
  return end > 0 && variant.slice(end) === name.slice(end)
}

function placeNameLength(name: string): number {
  return /^.{1,12}?[省市县区旗州盟镇乡]/u.exec(name)?.[0].length ?? 0
}

/** Whether one inserted, left-out or changed character tells the two apart. */
export function isOneCharacterOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

/** Titles in the table of contents that stand in the body with one character changed. */
export function findDifferentContents(document: RecognisedDocument): readonly RuleFinding[] {
  const { entries, after } = tableOfContents(document)
  const bodyTitles: readonly TitledPlace[] = [
    ...document.tables.map(({ title, place }) => ({ title, place })),
    ...narrativeLines(document).filter(({ depth }) => depth !== undefined).map(({ text, place }) => ({ title: text, place })),
  ]
  const printed = document.tree.blocks.slice(after).flatMap(linesOf).map(({ title }) => normaliseLabel(title))
  return entries.flatMap(({ title, place }): readonly RuleFinding[] => {
    const plain = stripNumbering(title).text
    if (plain.length < 5 || printed.some((line) => line.includes(plain))) return []
    const twin = bodyTitles.find((other) => isOneCharacterOff(stripNumbering(other.title).text, plain))
    if (twin === undefined) return []
    return [{
      key: `contents:${plain}`,
      ...yearsOf(title) === yearsOf(twin.title) ? { severity: 'notice' as const } : {},
      places: [place, twin.place],
      expected: twin.title,
      found: title,
      statement: {
        zh: `目录写作“${title}”，正文标题为“${twin.title}”，两处不一致。`,
        en: `The contents page says "${title}", the body "${twin.title}".`,
      },
    }]
  })
}

function yearsOf(title: string): string {
  return [...title.matchAll(/20\d{2}/gu)].map((match) => match[0]).join()
}

/** The entries of 目录 without page numbers, and the index of the first block after them: 0 and no entries without a contents page. */
export function tableOfContents(document: RecognisedDocument): { readonly entries: readonly TitledPlace[]; readonly after: number } {
  const contents = contentsBlocks(document.tree)
  const entries = document.tree.blocks.flatMap((block, index) => (contents.has(index) ? linesOf(block) : []))
    .map(({ title, place }) => ({ title: title.replace(/[\s.…·．⋯_]*\d{0,3}$/u, ''), place }))
  return { entries, after: Math.max(-1, ...contents) + 1 }
}

function linesOf(block: Block): readonly TitledPlace[] {
  if (block.kind === 'paragraph') return [{ title: block.text, place: block.place }]
  return block.rows.map((row) => ({ title: row.cells.map(({ text }) => text).join(' ').trim(), place: row.place }))
}
