/**
 * Tables that a spreadsheet printed over several pages, with the lines above them (title, 部门名称, 单位) on every one.
 *
 * @module
 */
import type { PageItem, PageLayout, TableCell, TableItem } from './page-items.ts'

/**
 * The pages without the lines that only repeat what stands above the table that goes on.
 *
 * A page goes on with a table when that ended the page before, and the lines above it (but for 续表) and at least one row
 * of heads are the same again. Rows that are repeated stay: they are rows of this page.
 */
export function withoutRepeatedCaptions(pages: readonly PageLayout[]): readonly PageLayout[] {
  let running: Printed | undefined
  return pages.map((page) => {
    const first = page.items.findIndex(({ kind }) => kind === 'table')
    const own = printedAt(page.items, first)
    const goesOn = running !== undefined && own !== undefined && own.lines.length > 0 && continues(running, own)
    const items = goesOn ? page.items.slice(first) : page.items
    const last = page.items.length - 1
    if (page.items[last]?.kind !== 'table') running = undefined
    else if (!goesOn || first !== last) running = printedAt(page.items, last)
    return goesOn ? { ...page, items } : page
  })
}

interface Printed {
  /** The lines directly above the table, from top to bottom. */
  readonly lines: readonly string[]
  readonly table: TableItem
}

function printedAt(items: readonly PageItem[], at: number): Printed | undefined {
  const table = items[at]
  if (table?.kind !== 'table') return undefined
  const lines: string[] = []
  for (let above = at - 1; above >= 0; above--) {
    const item = items[above]
    if (item?.kind !== 'line') break
    lines.unshift(...item.pieces.map(({ text }) => text))
  }
  return { lines, table }
}

function continues(running: Printed, own: Printed): boolean {
  if (!repeats(own.lines.map(withoutContinuedMark).filter((line) => line !== ''), running.lines)) return false
  // A row of a form with one text is no head: the next form begins with the same.
  const heads = own.table.rows.findIndex((row, index) => textsOf(row) !== textsOf(running.table.rows[index]))
  return own.table.rows.slice(0, heads === -1 ? undefined : heads).some((row) => row.filter(({ text }) => text !== '').length >= 3)
}

function textsOf(row: readonly TableCell[] | undefined): string | undefined {
  return row?.map(({ text }) => text).join('\t')
}

/** Whether all these lines are among the earlier ones, in their order. */
function repeats(lines: readonly string[], earlier: readonly string[]): boolean {
  let from = 0
  return lines.every((line) => {
    const at = earlier.indexOf(line, from)
    from = at + 1
    return at !== -1
  })
}

/** 收支总表（续表） is 收支总表; 续表 alone is nothing. */
function withoutContinuedMark(line: string): string {
  return line.replace(/\s*[（(]?续表?\s*[\d一二三四五六七八九十]*[)）]?$/u, '')
}
