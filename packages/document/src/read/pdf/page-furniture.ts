/**
 * Leaves out what belongs to the paper and not to the text: page numbers, and heads and feet that every page repeats.
 *
 * @module
 */
import type { LineItem, PageItem, PageLayout } from './page-items.ts'

/** How much of a page, from its upper and its lower edge, can hold page numbers, and how much heads and feet. */
const numberMargin = 0.12
const headMargin = 0.08

const pageNumber = /^(?:[-—–－·•~\s]*\d{1,4}[-—–－·•~\s]*|第\s*[\d一二三四五六七八九十百]+\s*页(?:[，,、\s/]*共\s*[\d一二三四五六七八九十百]+\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|page\s+\d+(?:\s+of\s+\d+)?|[ivxl]{1,6})$/iu

/** The pages without their furniture. */
export function withoutFurniture(pages: readonly PageLayout[]): readonly PageLayout[] {
  const numbered = pages.map((page) => ({ ...page, items: page.items.filter((item) => !(isAtEdge(item, page, numberMargin) && pageNumber.test(textOf(item)))) }))
  const heads = repeatedLines(numbered)
  return numbered.map((page) => ({
    ...page,
    items: page.items.filter((item, index) => item.kind !== 'line' || !heads.has(headKey(item, page)) || (index !== 0 && index !== page.items.length - 1)),
  }))
}

function isAtEdge(item: PageItem, page: PageLayout, margin: number): item is LineItem {
  return item.kind === 'line' && (item.y < page.height * margin || item.y > page.height * (1 - margin))
}

function textOf(line: LineItem): string {
  return line.pieces.map(({ text }) => text).join(' ').trim()
}

/**
 * The heads and feet: small lines at the edge of the paper that three pages at least, and one in five, repeat at the
 * same height. A title that comes back (forms, tables) is larger than the text below it; 单位：万元 is never one.
 */
function repeatedLines(pages: readonly PageLayout[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const ends = new Set([page.items[0], page.items.at(-1)])
    for (const item of ends) {
      if (item === undefined || !isAtEdge(item, page, headMargin) || item.size > page.usualSize * 1.02 || /[:：]|单位/u.test(textOf(item))) continue
      const key = headKey(item, page)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count * 5 >= pages.length).map(([key]) => key))
}

function headKey(line: LineItem, page: PageLayout): string {
  return `${String(Math.round(page.width))}:${String(Math.round(line.y / 3))}:${textOf(line).replace(/\d+/gu, '#')}`
}
