/**
 * Facts about the document, read from it with their places; never a default, never the file's name.
 *
 * @module
 */
import type { DocumentTree, Grid, Paragraph } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import type { DocumentFact, DocumentFacts } from '../model/recognised-document.ts'
import { coverLines, coverTitles, type DocumentTitle, isBodyName, levelOf, readTitle } from './document-titles.ts'

/**
 * Reads body, year, kind and level: from the cover and the web page's title line, from the notes above the tables
 * (部门名称：…) and the head of forms, from titles inside the document. A fact that nothing states is `undefined`; one that
 * only follows from how the document speaks is `inferred`.
 */
export function readDocumentFacts(tree: DocumentTree): DocumentFacts {
  const paragraphs = tree.blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const cover = coverTitles(tree)
  const titles = [...cover, ...paragraphs.flatMap((paragraph) => readTitle(paragraph.text, paragraph.place) ?? [])]
  const opening = paragraphs.slice(0, 40)
  return {
    body: findBody(tree, paragraphs, cover, titles),
    year: findYear(tree, paragraphs, titles),
    kind: findKind(opening, cover, titles),
    level: findLevel(paragraphs, titles),
  }
}

interface Named {
  readonly value: string
  readonly place: Place
}

function findBody(tree: DocumentTree, paragraphs: readonly Paragraph[], cover: readonly DocumentTitle[], titles: readonly DocumentTitle[]): DocumentFact<string> | undefined {
  const named = (of: readonly DocumentTitle[]): readonly Named[] => of.flatMap(({ body, place }) => (body === undefined ? [] : [{ value: body, place }]))
  const [onCover] = named(cover)
  const noted = notedBodies(paragraphs)
  // A note that says 部门名称 states the name more plainly than a title does.
  const stated = noted.find(({ value }) => value === onCover?.value) ?? onCover ?? mostFrequent(noted) ?? mostFrequent(named(titles)) ?? mostFrequent(formBodies(tree))
  if (stated !== undefined) return { ...stated, confidence: 'stated' }
  const alone = coverLines(tree).find(({ text }) => isBodyName(text.replace(/\s/gu, '')))
  return alone === undefined ? undefined : { value: withoutMark(alone.text.replace(/\s/gu, '')), place: alone.place, confidence: 'inferred' }
}

const ownLabels = '预算(?:主管)?(?:部门|单位)|(?:编制|填报|编报|公开|申报|填表)?(?:部门|单位)|部门[（(]单位[）)]|单位[（(]部门[）)]'
const note = new RegExp(`^(?:${ownLabels})(?:名称)?(?:[（(](?:公章|盖章|签章)[）)])?[:：](.{3,46}?)(?=$|(?:金额)?单位[:：]|金额|日期[:：]|填报日期)`, 'u')

/** The names behind 部门名称：, 编制单位：, 预算主管部门：. A name broken over two lines is read whole. */
function notedBodies(paragraphs: readonly Paragraph[]): readonly Named[] {
  return paragraphs.flatMap((paragraph, index) => {
    const parts = paragraph.text.trim().split(/\s{2,}|\t/u)
    const match = note.exec((parts[0] ?? '').replace(/\s/gu, '')) ?? note.exec(paragraph.text.replace(/\s/gu, ''))
    const value = match?.[1]
    if (value === undefined || /[万千]?元$/u.test(value)) return []
    const next = paragraphs[index + 1]?.text.replace(/\s/gu, '') ?? ''
    const whole = isBodyName(value) ? value : next.length <= 20 && isBodyName(value + next) ? value + next : undefined
    return whole === undefined ? [] : [{ value: withoutMark(whole), place: paragraph.place }]
  })
}

/** The names beside 部门名称 in a form or a table's head; one who carries out a project says less than the department. */
function formBodies(tree: DocumentTree): readonly Named[] {
  const cells = tree.blocks.filter((block): block is Grid => block.kind === 'grid').flatMap(({ rows }) => rows.map((row) => row.cells.filter(({ text }) => text !== '')))
  const beside = (label: RegExp): readonly Named[] =>
    cells.flatMap((row) =>
      row.flatMap((cell, index): Named[] => {
        const value = row[index + 1]
        const name = value?.text.replace(/\s/gu, '') ?? ''
        return value !== undefined && label.test(cell.text.replace(/\s/gu, '')) && isBodyName(name) ? [{ value: withoutMark(name), place: value.place }] : []
      }),
    )
  const own = beside(/^(?:预算)?(?:部门|部门[（(]单位[）)]|单位[（(]部门[）)])(?:名称)?[:：]?$/u)
  if (own.length > 0) return own
  const units = beside(/^(?:预算|填报|编制|申报)?单位(?:名称)?[:：]?$/u)
  return units.length > 0 ? units : beside(/^(?:预算|项目)?主管(?:预算)?部门(?:及代码|名称)?[:：]?$/u)
}

/** （汇总） says which level the document is of and is no part of the name. */
function withoutMark(name: string): string {
  return name.replace(/[（(](?:汇总|部门)[）)]$/u, '')
}

function mostFrequent(found: readonly Named[]): Named | undefined {
  const counts = new Map<string, number>()
  for (const { value } of found) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return found.find(({ value }) => value === most)
}

function findYear(tree: DocumentTree, paragraphs: readonly Paragraph[], titles: readonly DocumentTitle[]): DocumentFact<number> | undefined {
  const [title] = titles
  if (title !== undefined) return { value: title.year, place: title.place, confidence: 'stated' }
  const opening = paragraphs.slice(0, 40)
  const said = findFact(opening, /(20\d\d)\s*年度?[^。；]{0,30}?(?:预算|决算|绩效)/u, (match) => Number(match[1]))
  if (said !== undefined) return said
  const alone = mostFrequent(textsOf(tree).flatMap(({ text, place }) => {
    const match = /^[（(]?\s*(?:预算年度|年度|年份)?[:：]?\s*(20\d\d)\s*年?度?\s*[）)]?$/u.exec(text.trim())
    return match?.[1] === undefined || !/[年度]/u.test(text) ? [] : [{ value: match[1], place }]
  }))
  if (alone !== undefined) return { value: Number(alone.value), place: alone.place, confidence: 'stated' }
  const spoken = mostFrequent(paragraphs.flatMap(({ text, place }) =>
    [...text.matchAll(/(20\d\d)\s*年度?(?=[^。；，]{0,12}(?:预算|决算|绩效目标|工作任务))/gu)].map((match) => ({ value: match[1] ?? '', place }))))
  const worded = spoken ?? mostFrequent(textsOf(tree, Infinity).flatMap(({ text, place }) => [...text.matchAll(/(20\d\d)\s*年度/gu)].map((match) => ({ value: match[1] ?? '', place }))))
  return worded === undefined ? undefined : { value: Number(worded.value), place: worded.place, confidence: 'inferred' }
}

/** The paragraphs and the cells of the first rows of every table. */
function textsOf(tree: DocumentTree, rows = 6): readonly { readonly text: string; readonly place: Place }[] {
  return tree.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.rows.slice(0, rows).flatMap((row) => row.cells)))
}

type Kind = DocumentTitle['kind']

function findKind(opening: readonly Paragraph[], cover: readonly DocumentTitle[], titles: readonly DocumentTitle[]): DocumentFacts['kind'] {
  // A title far inside can be that of one form or one table only.
  const title = cover[0] ?? titles.find(({ place }) => opening.some((paragraph) => paragraph.place === place))
  if (title !== undefined) return { value: title.kind, place: title.place, confidence: 'stated' }
  for (const { text, place } of opening) {
    const kind = kindInLine(text.replace(/\s/gu, ''))
    if (kind !== undefined) return { value: kind, place, confidence: 'stated' }
  }
  const about = (pattern: RegExp, kind: Kind): DocumentFact<Kind> | undefined => findFact(opening, pattern, () => kind)
  return inferred(about(/决算/u, 'final') ?? about(/预算/u, 'budget') ?? about(/绩效/u, 'performance'))
}

/** What the title of a table or a form, without a year, says of its document. The menu of a web site (预决算公开) says nothing. */
function kindInLine(line: string): Kind | undefined {
  if (line.length > 50 || /[。；]|预决算/u.test(line)) return undefined
  if (/绩效(?:目标|自评|评价|监控)[^。；]{0,8}(?:表|报告|结果)/u.test(line)) return 'performance'
  if (/决算(?:报表|说明|总表|表)|公开0\d表/u.test(line)) return 'final'
  return /(?:部门|单位)预算|预算报表|预算0?\d+表/u.test(line) ? 'budget' : undefined
}

/** The titles say it; else 部门预算, 部门整体绩效; else which word the titles of the tables begin with. */
function findLevel(paragraphs: readonly Paragraph[], titles: readonly DocumentTitle[]): DocumentFacts['level'] {
  const own = titles.find(({ level }) => level === 'unit' && titles[0]?.level !== 'department') ?? titles.find(({ level }) => level !== undefined)
  if (own?.level !== undefined) return { value: own.level, place: own.place, confidence: 'stated' }
  const said = findFact(paragraphs, /^[^。；]{0,30}?(部门|单位)(?:综合|整体)?(?:预算|决算|(?:支出)?绩效)[^。；]{0,20}$/u, (match) => levelOf(match[1]))
  if (said?.value !== undefined) return { value: said.value, place: said.place, confidence: 'stated' }
  const first = findFact(paragraphs, /^[^。；]{0,12}?(部门|单位)(?:收支|收入|支出)(?:预算|决算)?总/u, (match) => levelOf(match[1]))
    ?? findFact(paragraphs, /^\s*(部门)名称[:：]/u, (match) => levelOf(match[1]))
  return first?.value === undefined ? undefined : { value: first.value, place: first.place, confidence: 'inferred' }
}

function inferred<Value>(fact: DocumentFact<Value> | undefined): DocumentFact<Value> | undefined {
  return fact === undefined ? undefined : { ...fact, confidence: 'inferred' }
}

function findFact<Value>(paragraphs: readonly Paragraph[], pattern: RegExp, read: (match: RegExpExecArray) => Value): DocumentFact<Value> | undefined {
  for (const paragraph of paragraphs) {
    const match = pattern.exec(paragraph.text)
    if (match !== null) return { value: read(match), place: paragraph.place, confidence: 'stated' }
  }
  return undefined
}
