/**
 * Cuts a document into tables: each with its title, its notes (unit, 本表无数据) and its rows.
 *
 * @module
 */
import type { DocumentTree, Grid, Paragraph } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import { isPrintedUnit, type PrintedUnit } from '@mingzhang/money'

export interface TableBlock {
  /** Indexes of the blocks that form it: grids that go on after a page break are one table. */
  readonly blocks: readonly number[]
  readonly grid: Grid
  /** Candidates for the title: the lines above it, nearest first, notes left out. */
  readonly titles: readonly Paragraph[]
  /** The units printed above or in it; one is right, none or two are a problem. */
  readonly units: readonly { readonly unit: PrintedUnit; readonly place: Place }[]
  readonly noDataNote: Place | undefined
}

/** How far above a table its title can stand, in lines. */
const titleReach = 6

const unitNote = /单位\s*[:：]\s*(?:人民币)?\s*(百万元|亿元|万元|千元|元)/u
const noData = /(?:本表|此表|该表)?(?:无数据|没有数据|为空表|无此项|无相关)|(?:没有|无)(?:使用)?.{0,20}(?:安排的?支出|预算|拨款收入).{0,12}(?:空表|无数据)/u
const otherNote = /^(?:部门|单位|预算单位|编制单位|填报单位)(?:名称)?\s*[:：]|^(?:预算)?公开(?:表|\d)|^附?表\s*\d|^注\s*[:：]/u

/** Finds the tables among the blocks that nothing else has claimed. */
export function cutTables(tree: DocumentTree, claimed: ReadonlySet<number>): readonly TableBlock[] {
  const tables: TableBlock[] = []
  for (let index = 0; index < tree.blocks.length; index++) {
    const block = tree.blocks[index]
    if (block?.kind !== 'grid' || claimed.has(index)) continue
    const blocks = [index]
    const grids = [block]
    // Only blank lines, page breaks and page numbers separate two grids that follow each other without a line of text.
    for (let next = nextGrid(tree, index, claimed); next !== undefined; next = nextGrid(tree, index, claimed)) {
      index = next.index
      blocks.push(index)
      grids.push(withoutRepeatedHead(next.grid, block))
    }
    const [first] = blocks
    const above = first === undefined ? [] : paragraphsBefore(tree, first, claimed)
    const below = paragraphsAfter(tree, index, claimed)
    const grid: Grid = { kind: 'grid', rows: grids.flatMap((part) => part.rows), place: block.place }
    const cellNotes = grid.rows.flatMap((row) => row.cells).filter((cell) => cell.text.length < 80)
    tables.push({
      blocks,
      grid,
      titles: above.filter(({ text }) => !otherNote.test(text) && !unitNote.test(text.trim())),
      units: unitsIn([...above.slice(0, titleReach), ...cellNotes]),
      noDataNote: [...below, ...cellNotes].find(({ text }) => noData.test(text))?.place,
    })
  }
  return tables
}

/** What a page break leaves between the parts of a table: a page number, 续表. */
const pageFurniture = /^(?:[-—–－·\s]*\d{1,3}[-—–－·\s]*|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|[(（]?续表[)）]?)$/u

function nextGrid(tree: DocumentTree, index: number, claimed: ReadonlySet<number>): { readonly index: number; readonly grid: Grid } | undefined {
  for (let at = index + 1; !claimed.has(at); at++) {
    const block = tree.blocks[at]
    if (block?.kind === 'grid') return { index: at, grid: block }
    if (block === undefined || !pageFurniture.test(block.text.trim())) return undefined
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

function paragraphsBefore(tree: DocumentTree, index: number, claimed: ReadonlySet<number>): readonly Paragraph[] {
  const found: Paragraph[] = []
  for (let at = index - 1; at >= 0 && found.length < titleReach; at--) {
    const block = tree.blocks[at]
    if (block?.kind !== 'paragraph' || claimed.has(at)) break
    found.push(block)
  }
  return found
}

function paragraphsAfter(tree: DocumentTree, index: number, claimed: ReadonlySet<number>): readonly Paragraph[] {
  const found: Paragraph[] = []
  for (let at = index + 1; at < tree.blocks.length && found.length < 2; at++) {
    const block = tree.blocks[at]
    if (block?.kind !== 'paragraph' || claimed.has(at)) break
    found.push(block)
  }
  return found
}
