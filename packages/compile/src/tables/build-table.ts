/**
 * One statutory table from its layout: heads, rows, and every amount cell bound to its region.
 *
 * @module
 */
import type { PublicationCell, TableBlock, TableRowBlock } from '@mingzhang/document'
import { meetRegions, type Region } from '@mingzhang/figures'
import { type LabelLookup, normaliseLabel, type TableKind, type TableLayout, type TableSide } from '@mingzhang/vocabulary'
import { zeroFen } from '@mingzhang/money'
import type { TableContext } from '../create-context.ts'
import { fillLayoutText } from '../layout-text.ts'
import { headRows, planColumns, type PlannedColumn, type TableSideName } from './table-columns.ts'
import { type LedgerNames, type PlannedRow, planRows } from './table-rows.ts'
import { type AmountCell, type TableSum, tableSums } from './table-sums.ts'

/** An amount cell and the words that name its place. */
export interface PlacedCell extends AmountCell {
  readonly table: string
  readonly title: string
  /** As the row is printed: its code, else its label. */
  readonly rowLabel: string
  /** What the row can be called: its code, its label, and its label with those of the rows that hold it. */
  readonly rowNames: readonly string[]
  readonly heads: readonly string[]
}

export interface BuiltTable {
  readonly block: TableBlock
  readonly cells: readonly PlacedCell[]
  readonly sums: readonly TableSum[]
}

/** What all tables of a place share. */
export interface SharedParts {
  readonly caption: string
  readonly emptyNote: string
  readonly lookup: LabelLookup
  readonly names: LedgerNames
}

/** Builds a table. A layout that its kind does not fit is a defect of the data and throws. */
export function buildTable(context: TableContext, layout: TableLayout, shared: SharedParts): BuiltTable {
  const fill = (text: string): string => fillLayoutText(text, context.ledger)
  const kind = context.vocabulary.tableKinds.find(({ id }) => id === layout.kind)
  if (kind === undefined) throw new RangeError(`no such kind of table: ${layout.kind}`)
  const title = fill(layout.title)
  const columns = planColumns(layout, shared.lookup, fill)
  const cells: PlacedCell[] = []
  const write = rowWriter(context, { table: layout.kind, title, columns, cells })
  const body = planLines(context, layout, kind, { title, columns, ...shared }).map((line, row) => write(line, row))
  const sums = tableSums(cells)
  const isEmpty = cells.every((cell) => cell.isBlank)
  const block: TableBlock = {
    kind: 'table',
    id: layout.kind,
    style: 'statement',
    title,
    contents: title,
    caption: fill(shared.caption),
    unit: '单位：万元',
    orientation: layout.orientation,
    columns: columns.map(({ width }) => ({ width })),
    head: headRows(layout, fill),
    body: withSums(body, sums),
    notes: isEmpty ? [fill(shared.emptyNote)] : [],
  }
  return { block, cells, sums }
}

/** A line of the table: the row of each side; a side that has none stays empty there. */
type Line = readonly (readonly [TableSideName, PlannedRow])[]

interface LineOptions extends SharedParts {
  readonly title: string
  readonly columns: readonly PlannedColumn[]
}

function planLines(context: TableContext, layout: TableLayout, kind: TableKind, options: LineOptions): readonly Line[] {
  const { columns, lookup, names } = options
  const words = regionOfTitle(options.title, context)
  return layout.bands.flatMap((band) => {
    const sides = (['only', 'revenue', 'expenditure'] as const).flatMap((side) => {
      const rows = band[side]
      if (rows === undefined) return []
      const own = columns.filter((column) => column.side === side && column.role === 'value').map(({ region }) => region)
      return [planRows(rows, { context, lookup, names, side: sideOf(kind, side, words), columns: own }).map((row) => [side, row] as const)]
    })
    const length = Math.max(...sides.map((rows) => rows.length))
    return Array.from({ length }, (_, index): Line => sides.flatMap((rows) => (rows[index] === undefined ? [] : [rows[index]])))
  })
}

function sideOf({ id, sides }: TableKind, name: TableSideName, titleWords: Region): TableSide {
  const side = 'only' in sides ? (name === 'only' ? sides.only : undefined) : name === 'only' ? undefined : sides[name]
  if (side === undefined) throw new RangeError(`the table ${id} has no side ${name}`)
  return { ...side, region: meetRegions(side.region, titleWords) ?? side.region }
}

/** What words inside the title say of all amounts: 不含上年结转. */
function regionOfTitle(title: string, { vocabulary }: TableContext): Region {
  const text = normaliseLabel(title)
  return vocabulary.words
    .filter((word) => word.uses.includes('title') && text.includes(word.text))
    .reduce<Region>((met, word) => meetRegions(met, word.region) ?? met, {})
}

interface RowTarget {
  readonly table: string
  readonly title: string
  readonly columns: readonly PlannedColumn[]
  /** Collects the amount cells. */
  readonly cells: PlacedCell[]
}

function rowWriter(context: TableContext, target: RowTarget): (line: Line, row: number) => TableRowBlock {
  return (line, index) => {
    const rows = new Map(line)
    const emphasis = line.map(([, row]) => row.emphasis).find((own) => own !== undefined)
    const cells: PublicationCell[] = []
    for (let at = 0; at < target.columns.length;) {
      const column = target.columns[at]
      if (column === undefined) break
      const row = rows.get(column.side)
      const span = row?.fixed === true && column.role !== 'value' ? labelSpan(target.columns, at) : 1
      cells.push(row === undefined ? { text: '', align: 'start' } : column.role === 'value' ? amountCell(context, target, column, row, index) : labelCell(column, row, span))
      at += span
    }
    return { cells, ...(emphasis === undefined ? {} : { emphasis }) }
  }
}

/** How many columns of labels stand side by side from here on. */
function labelSpan(columns: readonly PlannedColumn[], from: number): number {
  const first = columns[from]
  let span = 1
  for (;;) {
    const next = columns[from + span]
    if (next === undefined || next.role === 'value' || next.side !== first?.side) return span
    span += 1
  }
}

function labelCell({ role }: PlannedColumn, row: PlannedRow, span: number): PublicationCell {
  if (row.fixed) {
    const align = row.emphasis === 'total' ? 'centre' : 'start'
    return { text: row.label, align, heads: 'row', ...(row.indent > 0 ? { indent: row.indent } : {}), ...(span > 1 ? { columnSpan: span } : {}) }
  }
  switch (role) {
    case 'code': return { text: row.code ?? '', align: 'start', heads: 'row' }
    case 'name': return { text: row.beside ?? '', align: 'start' }
    case 'label':
    case 'value': return { text: row.label, align: 'start', heads: 'row', ...(row.indent > 0 ? { indent: row.indent } : {}) }
  }
}

function amountCell(context: TableContext, target: RowTarget, column: PlannedColumn, row: PlannedRow, index: number): PublicationCell {
  const met = meetRegions(row.region, column.region)
  // A row of 年终结转 has no part in the columns of 基本支出: the cell cannot hold money.
  if (met === undefined) return { text: '', align: 'end' }
  const region: Region = { ...met, year: String(context.ledger.department.year) }
  const label = [target.title, row.label, column.heads.join(' / ')].join('，')
  const isBlank = !context.hasMoney(region)
  const figure = isBlank ? { id: context.blank(region, label), exact: zeroFen, printed: zeroFen, text: '' } : context.figure(region, label, 'cell')
  target.cells.push({
    figure: figure.id,
    region,
    exact: figure.exact,
    printed: figure.printed,
    isBlank,
    row: index,
    column: column.index,
    side: column.side,
    table: target.table,
    title: target.title,
    rowLabel: target.columns.some(({ role, side }) => role === 'code' && side === column.side) ? (row.code ?? row.label) : row.label,
    rowNames: [...(row.code === undefined ? [] : [row.code]), row.label, [...row.above, row.label].join('/')],
    heads: column.heads,
  })
  return { text: figure.text, align: 'end', figure: figure.id }
}

/** Gives every cell the first sum that is true of what is printed: a formula must come to the printed amount. */
function withSums(body: readonly TableRowBlock[], sums: readonly TableSum[]): readonly TableRowBlock[] {
  const sumOf = new Map<string, readonly string[]>()
  for (const { whole, parts, residue } of sums) {
    const isRepeat = parts.length === 1 && parts[0]?.row === whole.row
    if (residue !== 0 || isRepeat || sumOf.has(whole.figure)) continue
    sumOf.set(whole.figure, parts.map(({ figure }) => figure))
  }
  return body.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const parts = cell.figure === undefined ? undefined : sumOf.get(cell.figure)
      return parts === undefined ? cell : { ...cell, sumOf: parts }
    }),
  }))
}
