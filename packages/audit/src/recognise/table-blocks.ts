/**
 * Cuts a document into tables: each with its title, its notes (unit, 本表无数据) and its rows.
 *
 * @module
 */
import type { DocumentTree, Grid, GridRow, Paragraph } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import { isPrintedUnit, type PrintedUnit } from '@mingzhang/money'
import { bodyInNote } from './tables-of-units.ts'

export interface TableBlock {
  /** Indexes of the blocks that form it: grids that go on after a page break are one table. */
  readonly blocks: readonly number[]
  readonly grid: Grid
  /** Candidates for the title: the lines above it, nearest first, notes left out. */
  readonly titles: readonly Paragraph[]
  /** The units printed above or in it; one is right, none or two are a problem. */
  readonly units: readonly { readonly unit: PrintedUnit; readonly place: Place }[]
  readonly noDataNote: Place | undefined
  /** The body that a note above it names. */
  readonly body: string | undefined
}

/** How far above a table its title can stand, in lines. */
const titleReach = 6

const unitNote = /单位\s*[:：]\s*(?:人民币)?\s*(百万元|亿元|万元|千元|元)/u
const noData = /(?:本表|此表|该表)?(?:无数据|没有数据|为空表|无此项|无相关)|(?:没有|无)(?:使用)?.{0,20}(?:安排的?支出|预算|拨款收入).{0,12}(?:空表|无数据)/u
const otherNote = /^(?:部门|单位|预算单位|编制单位|编制部门|填报单位|填报部门|主管部门|预算部门|预算主管部门|部门[（(]单位[）)]|单位[（(]部门[）)]|部门[、/／]单位)(?:名称)?\s*[:：]|^[（(]?(?:备?注|说明)\s*[:：\d]/u
/** The number of a table by itself: 公开01表, 预算公开表1-1, 附件2-3, 表一. Before a title it is part of the title's line. */
const tableNumber = /^(?:财决|预算|决算|部门|单位)*(?:公开)?(?:附[件表]?)?表?\s*[\d一二三四五六七八九十]{1,3}(?:\s*[-—－–.]\s*\d{1,2})?\s*表?\s*[:：]?$|^(?:部门|单位)?(?:预算|决算)?公开表?\s*\d{0,2}(?:[-—－–]\d{1,2})?表?$/u

/** A line of text, or rows; `block` is its index in the document. */
interface Piece {
  readonly block: number
  readonly content: Paragraph | Grid
}

/** Finds the tables among the blocks that nothing else has claimed. */
export function cutTables(tree: DocumentTree, claimed: ReadonlySet<number>): readonly TableBlock[] {
  const pieces = tree.blocks.flatMap((content, block): readonly (Piece | undefined)[] => (claimed.has(block) ? [undefined] : withoutCaptions(content).map((part) => ({ block, content: part }))))
  const tables: TableBlock[] = []
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]
    if (piece?.content.kind !== 'grid') continue
    const first = index
    const head = piece.content
    const blocks = new Set([piece.block])
    const grids = [head]
    // Only blank lines, page breaks and page numbers separate two grids that follow each other without a line of text.
    for (let next = nextGrid(pieces, index); next !== undefined; next = nextGrid(pieces, index)) {
      index = next.index
      blocks.add(next.block)
      grids.push(withoutRepeatedHead(next.grid, head))
    }
    const above = paragraphsFrom(pieces, first - 1, -1, titleReach)
    const below = paragraphsFrom(pieces, index + 1, 1, 2)
    const grid: Grid = { kind: 'grid', rows: grids.flatMap((part) => part.rows), place: head.place }
    const cellNotes = grid.rows.flatMap((row) => row.cells).filter((cell) => cell.text.length < 80)
    tables.push({
      blocks: [...blocks],
      grid,
      titles: above.filter(({ text }) => !isNote(text)),
      units: unitsIn([...above, ...cellNotes]),
      noDataNote: [...below, ...cellNotes].find(({ text }) => noData.test(text))?.place,
      body: above.map(({ text }) => bodyInNote(text)).find((name) => name !== undefined),
    })
  }
  return tables
}

/** The title and the notes (部门名称, 单位：万元) stand in rows of the grid itself where a table comes from a spreadsheet. */
function withoutCaptions(content: Paragraph | Grid): readonly (Paragraph | Grid)[] {
  if (content.kind === 'paragraph' || !content.rows.some(isCaption)) return [content]
  const parts: (Paragraph | Grid)[] = []
  let rows: GridRow[] = []
  const endGrid = (): void => {
    const [first] = rows
    if (first !== undefined) parts.push({ kind: 'grid', rows, place: { ...content.place, ...first.place.line === undefined ? {} : { line: first.place.line } } })
    rows = []
  }
  for (const row of content.rows) {
    if (isCaption(row)) {
      endGrid()
      parts.push(...row.cells.filter(({ text }) => text !== '').map(({ text, place }): Paragraph => ({ kind: 'paragraph', text, place })))
    } else {
      rows.push(row)
    }
  }
  endGrid()
  return parts
}

function isNote(text: string): boolean {
  const plain = text.trim()
  return otherNote.test(plain) || (/表|公开|附/u.test(plain) && tableNumber.test(plain)) || unitNote.test(plain)
}

function isCaption(row: GridRow): boolean {
  const texts = row.cells.map(({ text }) => text).filter((text) => text !== '')
  if (texts.length === 0) return false
  if (texts.every(isNote)) return true
  return texts.length === 1 && tableTitle.test((texts[0] ?? '').replace(/\s/gu, ''))
}

/** A title that stands in a row of its own. */
const tableTitle = /^[^。；]{0,40}(?:收支|收入|支出|经费|预算|决算|采购)[^。；]{0,20}表(?:[（(].{1,24}[）)])?$/u

/** What a page break leaves between the parts of a table: a page number, 续表. */
const pageFurniture = /^(?:[-—–－·\s]*\d{1,3}[-—–－·\s]*|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|[(（]?续表[)）]?)$/u

function nextGrid(pieces: readonly (Piece | undefined)[], index: number): { readonly index: number; readonly block: number; readonly grid: Grid } | undefined {
  for (let at = index + 1; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece?.content.kind === 'grid') return { index: at, block: piece.block, grid: piece.content }
    if (piece === undefined || !pageFurniture.test(piece.content.text.trim())) return undefined
  }
  return undefined
}

/** The rows of a later page without the head that it prints again. */
function withoutRepeatedHead(grid: Grid, first: Grid): Grid {
  const textsOf = (row: Grid['rows'][number] | undefined): string => (row?.cells ?? []).map(({ text }) => text).join('\t').trimEnd()
  let repeated = 0
  while (repeated < grid.rows.length && textsOf(grid.rows[repeated]) === textsOf(first.rows[repeated])) repeated++
  return repeated === 0 ? grid : { ...grid, rows: grid.rows.slice(repeated) }
}

/** A table of contents: titles with page numbers. */
export function isContents(table: TableBlock): boolean {
  const rows = table.grid.rows.map((row) => row.cells.map((cell) => cell.text).filter((text) => text !== ''))
  const entries = rows.filter((texts) => texts.length === 2 && /^\d{1,3}$/u.test(texts[1] ?? ''))
  return entries.length > 0 && entries.length >= rows.length * 0.8 && rows.some((texts) => /[.．…·]{3,}|^第.部分|^[一二三四五六七八九十]+、|\d{4}年/u.test(texts[0] ?? ''))
}

function unitsIn(texts: readonly { readonly text: string; readonly place: Place }[]): TableBlock['units'] {
  const units = texts.flatMap(({ text, place }) => {
    const unit = unitNote.exec(text)?.[1] ?? ''
    return isPrintedUnit(unit) ? [{ unit, place }] : []
  })
  return units.filter((entry, index) => units.findIndex((other) => other.unit === entry.unit) === index)
}

/** The lines next to a table, nearest first, up to the next table or form. */
function paragraphsFrom(pieces: readonly (Piece | undefined)[], start: number, step: 1 | -1, reach: number): readonly Paragraph[] {
  const found: Paragraph[] = []
  for (let at = start; found.length < reach; at += step) {
    const content = pieces[at]?.content
    if (content?.kind !== 'paragraph') break
    found.push(content)
  }
  return found
}
