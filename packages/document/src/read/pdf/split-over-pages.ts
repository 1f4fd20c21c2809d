/**
 * Rows that a page break divides: Word goes on with a row on the next page where it ran out of paper.
 *
 * @module
 */
import type { PageLayout, TableCell, TableItem } from './page-items.ts'
import { joinLines } from './text-lines.ts'

/**
 * The pages with such rows whole, on the page where they begin.
 *
 * The rest of a row has only texts, each under one that reached its border, and none that begins something. A row with a
 * figure of its own is a row of its own.
 */
export function withWholeRows(pages: readonly PageLayout[]): readonly PageLayout[] {
  const whole = [...pages]
  for (let index = 1; index < whole.length; index++) {
    const [before, page] = [whole[index - 1], whole[index]]
    const [above, below] = [before?.items.at(-1), page?.items[0]]
    if (before === undefined || page === undefined || above?.kind !== 'table' || below?.kind !== 'table') continue
    const heads = repeatedHeads(above, below)
    const [start, rest] = [above.rows.at(-1), below.rows[heads]]
    if (start === undefined || rest === undefined || above.rows.length <= heads || !isRest(start, rest)) continue
    const joined = start.map((cell, column): TableCell => {
      const more = rest[column]
      return more === undefined || more.text === '' ? cell : { text: joinLines([cell.text, more.text]), box: cell.box, ...(more.isFull === true ? { isFull: true } : {}) }
    })
    const left = below.rows.filter((_, row) => row !== heads)
    whole[index - 1] = { ...before, items: [...before.items.slice(0, -1), { ...above, rows: [...above.rows.slice(0, -1), joined] }] }
    whole[index] = { ...page, items: left.length <= heads ? page.items.slice(1) : [{ ...below, rows: left }, ...page.items.slice(1)] }
  }
  return whole
}

/** How many rows the table repeats from the top of the one that it goes on with. */
function repeatedHeads(above: TableItem, below: TableItem): number {
  const texts = (row: readonly TableCell[] | undefined): string => row?.map(({ text }) => text).join('\t') ?? ''
  const differs = below.rows.findIndex((row, index) => texts(row) !== texts(above.rows[index]))
  return differs === -1 ? 0 : differs
}

/** What begins a row of its own. */
const opening = /^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十\d]|其中|合计|总计|小计|本年|\d{3,}|注\s*[:：])/u
const figure = /^[-−–]?[\d,，.]+%?$/u

function isRest(start: readonly TableCell[], rest: readonly TableCell[]): boolean {
  if (start.length !== rest.length || !standBelow(start, rest)) return false
  const filled = rest.flatMap((cell, column) => (cell.text === '' ? [] : [{ cell, above: start[column] }]))
  return filled.length > 0 && filled.length < start.filter(({ text }) => text !== '').length
    && filled.every(({ cell, above }) => above?.isFull === true && !opening.test(cell.text) && !figure.test(cell.text) && !/[。；]$/u.test(above.text))
}

function standBelow(above: readonly TableCell[], below: readonly TableCell[]): boolean {
  return above.every(({ box }, column) => Math.abs(box.x0 - (below[column]?.box.x0 ?? Infinity)) < 3)
}
