/**
 * The publication as the PDF template takes it: plain data, in which blocks are gathered into runs of pages and tables are
 * fitted to theirs.
 *
 * @module
 */
import { type PlacedCell, placeCells } from '../../publication-grid.ts'
import type { HeadingBlock, Publication, TableBlock, TextBlock } from '../../publication.ts'
import { sideMargin } from './fit-columns.ts'
import { fitTable, lineHeight, type TableSetting } from './fit-table.ts'
import { type PageKind, type PageShape, pageShapes } from './page-shape.ts'
import { type PageSection, pageSectionsOf } from './page-sections.ts'
import type { TextMeasure } from './text-measure.ts'

/** Lengths in points. */
export interface PageData {
  readonly title: string
  readonly body: string
  readonly coverLines: readonly string[]
  readonly shapes: Readonly<Record<PageKind, PageShape>>
  readonly lineHeight: number
  readonly sideMargin: number
  readonly sections: readonly { readonly kind: PageKind; readonly items: readonly PageItem[] }[]
}

export type PageItem =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly id: string; readonly listed: boolean }
  | { readonly kind: 'text'; readonly style: TextBlock['style']; readonly text: string }
  | PageTable

export interface PageTable extends TableSetting {
  readonly kind: 'table'
  readonly id: string
  /** Below a part. Without any part it is on the first level. */
  readonly level: number
  readonly title: string
  readonly subtitle: string | null
  /** Its name in the table of contents and the bookmarks; `null`: it stands in neither. */
  readonly contents: string | null
  readonly caption: string | null
  readonly unit: string | null
  readonly head: readonly PageCell[]
  readonly body: readonly PageCell[]
  readonly notes: readonly string[]
}

/** `y` counts from the table's first head row. */
export interface PageCell {
  readonly x: number
  readonly y: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly string[]
  readonly align: 'start' | 'centre' | 'end'
  readonly indent: number
  readonly bold: boolean
  /** Whether the cell may go on on the next page. */
  readonly breakable: boolean
}

/** Type sizes in points and the room below them, which the template sets and the height of a page is counted by. */
const partHeading = { size: 22, below: 22 }
const otherHeading = { size: 16, below: 33 }
const title = { size: 16, below: 8 }
const smallLine = { size: 10.5, below: 8 }

export function pageDataOf(publication: Publication, measure: TextMeasure): PageData {
  const tableLevel = publication.blocks.some((block) => block.kind === 'heading') ? 2 : 1
  return {
    title: publication.title,
    body: publication.body,
    coverLines: publication.coverLines,
    shapes: pageShapes,
    lineHeight,
    sideMargin,
    sections: pageSectionsOf(publication).map((section) => ({
      kind: section.kind,
      items: [...section.before.map(itemOf), ...(section.table === undefined ? [] : [tableItem(section.table, section, tableLevel, measure)]), ...section.after.map(itemOf)],
    })),
  }
}

function itemOf(block: HeadingBlock | TextBlock): PageItem {
  return block.kind === 'heading'
    ? { kind: 'heading', level: block.level, text: block.text, id: block.id, listed: block.level < 3 }
    : { kind: 'text', style: block.style, text: textOf(block) }
}

const textOf = ({ runs }: TextBlock): string => runs.map((run) => run.text).join('')

function tableItem(block: TableBlock, section: PageSection, level: number, measure: TextMeasure): PageTable {
  const { width, height } = pageShapes[section.kind]
  const head = placeCells(block.head, block.columns.length)
  const body = placeCells(block.body, block.columns.length)
  const lineOf = (text: string, { size, below }: { readonly size: number; readonly below: number }): number =>
    measure.linesOf(text, width / size) * size * lineHeight + below
  const heightOf = (texts: readonly string[], line: { readonly size: number; readonly below: number }): number =>
    texts.reduce((total, text) => total + lineOf(text, line), 0)
  const headings = section.before.reduce((total, each) => total + (each.kind === 'heading' ? lineOf(each.text, each.level === 1 ? partHeading : otherHeading) : 0), 0)
  const caption = block.caption === undefined && block.unit === undefined ? [] : [block.caption ?? '']
  const setting = fitTable({
    weights: block.columns.map((column) => column.width),
    head, headRows: block.head.length, body, bodyRows: block.body.length, width, height,
    above: headings + lineOf(block.title, title) + heightOf(block.subtitle === undefined ? [] : [block.subtitle], smallLine) + heightOf(caption, smallLine),
    below: heightOf([...block.notes, ...section.after.map((each) => (each.kind === 'text' ? textOf(each) : each.text))], smallLine),
  }, measure)
  const cellsOf = (cells: readonly PlacedCell[], firstRow: number): readonly PageCell[] => {
    const high = new Set(cells.filter((cell) => isHigh(cell, setting, height, measure)).map(({ row }) => row))
    // One cell that is kept whole keeps its row whole. A cell over several rows may break between them.
    return cells.map((cell) => cellOf(cell, firstRow, cell.rowSpan > 1 || high.has(cell.row)))
  }
  return {
    kind: 'table', ...setting, id: block.id, level, title: block.title,
    subtitle: block.subtitle ?? null,
    contents: block.contents === false ? null : (block.contents ?? block.title),
    caption: block.caption ?? null,
    unit: block.unit ?? null,
    head: cellsOf(head, 0),
    body: cellsOf(body, block.head.length),
    notes: block.notes,
  }
}

/** What is as high as half a page would leave half a page empty when kept whole. */
function isHigh({ column, columnSpan, cell }: PlacedCell, { size, widths }: TableSetting, pageHeight: number, measure: TextMeasure): boolean {
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0)
  return measure.linesOf(cell.text, width / size) * size * lineHeight > pageHeight / 2
}

function cellOf({ row, column, rowSpan, columnSpan, cell, emphasis }: PlacedCell, firstRow: number, breakable: boolean): PageCell {
  return {
    x: column,
    y: firstRow + row,
    columns: columnSpan,
    rows: rowSpan,
    lines: cell.text.split('\n'),
    align: cell.align,
    indent: cell.indent ?? 0,
    bold: emphasis === 'total',
    breakable,
  }
}
