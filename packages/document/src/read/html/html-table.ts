import { layOutSpans, type SpannedCell } from '../span-grid.ts'
import { type HtmlElement, isElement, isInline, isText, type Visibility } from './elements.ts'
import { createInlineText } from './inline-text.ts'

/** Rows of a grid, and the content of what only lays the page out. */
export type HtmlTablePart =
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'layout'; readonly content: readonly HtmlElement[] }

/**
 * What a table comes to, in order: its caption, then its rows.
 *
 * In a table that lays the page out, a row whose cells hold blocks, or that has one cell only, is unfolded; the others
 * still are rows.
 */
export function readHtmlTable(table: HtmlElement, isHidden: Visibility): readonly HtmlTablePart[] {
  const caption = table.children.filter(isElement).filter((child) => child.name === 'caption' && !isHidden(child))
  const rows = rowsOf(table, isHidden).map((row) => cellsOf(row, isHidden)).filter((cells) => cells.length > 0)
  const isLayout = table.attribs['role'] === 'presentation' || rows.some((cells) => cells.some((cell) => holdsBlocks(cell, isHidden))) || rows.every((cells) => cells.length === 1)
  return [
    ...caption.map((content): HtmlTablePart => ({ kind: 'layout', content: [content] })),
    ...(isLayout ? unfold(rows, isHidden) : gridRows(rows, isHidden)),
  ]
}

function unfold(rows: readonly (readonly HtmlElement[])[], isHidden: Visibility): readonly HtmlTablePart[] {
  const parts: HtmlTablePart[] = []
  let own: (readonly HtmlElement[])[] = []
  const endRows = (): void => {
    parts.push(...gridRows(own, isHidden))
    own = []
  }
  for (const cells of rows) {
    if (cells.length > 1 && !cells.some((cell) => holdsBlocks(cell, isHidden))) {
      own.push(cells)
      continue
    }
    endRows()
    parts.push({ kind: 'layout', content: cells })
  }
  endRows()
  return parts
}

function gridRows(rows: readonly (readonly HtmlElement[])[], isHidden: Visibility): readonly HtmlTablePart[] {
  return layOutSpans(rows.map((cells) => cells.map((cell) => spannedCell(cell, isHidden)))).map((cells) => ({ kind: 'row', cells }))
}

function spannedCell(cell: HtmlElement, isHidden: Visibility): SpannedCell {
  return { text: cellText(cell, isHidden), columnSpan: spanOf(cell.attribs['colspan']), rowSpan: cell.attribs['rowspan'] === '0' ? 0 : spanOf(cell.attribs['rowspan']) }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10)
  return Number.isSafeInteger(span) && span >= 1 ? Math.min(span, 65_534) : 1
}

/** Rows in the order in which they are shown: a foot that stands before the body comes last. */
function rowsOf(table: HtmlElement, isHidden: Visibility): readonly HtmlElement[] {
  const sections = table.children.filter(isElement).filter((child) => !isHidden(child))
  const ordered = [...sections.filter(({ name }) => name === 'thead'), ...sections.filter(({ name }) => name !== 'thead' && name !== 'tfoot'), ...sections.filter(({ name }) => name === 'tfoot')]
  return ordered.flatMap((child) => (child.name === 'tr' ? [child] : child.children.filter(isElement).filter((row) => row.name === 'tr' && !isHidden(row))))
}

function cellsOf(row: HtmlElement, isHidden: Visibility): readonly HtmlElement[] {
  return row.children.filter(isElement).filter((cell) => (cell.name === 'td' || cell.name === 'th') && !isHidden(cell))
}

/** Whether a cell holds what no cell of figures holds: a table, a heading, a list. */
function holdsBlocks(element: HtmlElement, isHidden: Visibility): boolean {
  return element.children.filter(isElement).some((child) => !isHidden(child) && (/^(?:table|h[1-6]|ul|ol|article|section|main)$/u.test(child.name) || holdsBlocks(child, isHidden)))
}

/** The lines of a cell, joined by `\n`. */
function cellText(cell: HtmlElement, isHidden: Visibility): string {
  const lines: string[] = []
  const text = createInlineText((line) => { lines.push(line) })
  const visit = (node: HtmlElement): void => {
    for (const child of node.children) {
      if (isText(child)) text.add(child.data, false)
      else if (isElement(child) && !isHidden(child)) {
        const breaks = child.name === 'br' || !isInline(child)
        if (breaks) text.end()
        visit(child)
        if (breaks) text.end()
      }
    }
  }
  visit(cell)
  text.end()
  return lines.join('\n')
}
