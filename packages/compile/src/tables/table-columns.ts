/**
 * The columns of a table layout: the rows of heads above them, and which money each one holds.
 *
 * @module
 */
import type { PublicationCell, TableRowBlock } from '@mingzhang/document'
import { meetRegions, type Region } from '@mingzhang/figures'
import { type LabelLookup, type LayoutColumn, plainLabel, type TableLayout } from '@mingzhang/vocabulary'

export type TableSideName = 'only' | 'revenue' | 'expenditure'

export interface PlannedColumn {
  readonly index: number
  readonly width: number
  readonly side: TableSideName
  readonly role: 'code' | 'label' | 'name' | 'value'
  /** The heads above the column as printed, outermost first. */
  readonly heads: readonly string[]
  /** What the heads say together. */
  readonly region: Region
}

/** The columns from left to right. `fill` puts the year into labels. Heads that exclude each other are a defect of the layout. */
export function planColumns(layout: TableLayout, lookup: LabelLookup, fill: (label: string) => string): readonly PlannedColumn[] {
  const leaves = layout.columns.flatMap((column) => leafChains(column, []))
  const twoSided = layout.bands.some((band) => band.only === undefined)
  const columns = leaves.map((chain, index) => describeColumn(chain, index, { lookup, fill, twoSided }))
  return settlePeriods(columns)
}

/** The heads as rows with spans, and below them the row of column numbers where the layout asks for one. */
export function headRows(layout: TableLayout, fill: (label: string) => string): readonly TableRowBlock[] {
  const depth = Math.max(...layout.columns.map(depthOf))
  const rows: PublicationCell[][] = Array.from({ length: depth }, () => [])
  const place = (column: LayoutColumn, level: number): void => {
    const span = leafCount(column)
    const rowSpan = column.columns.length === 0 ? depth - level : 1
    rows[level]?.push({
      text: fill(column.label),
      align: 'centre',
      heads: 'column',
      ...(span > 1 ? { columnSpan: span } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    })
    for (const inner of column.columns) place(inner, level + 1)
  }
  for (const column of layout.columns) place(column, 0)
  const heads = rows.map((cells): TableRowBlock => ({ cells }))
  if (!layout.numbered) return heads
  const count = layout.columns.reduce((sum, column) => sum + leafCount(column), 0)
  const numbers = Array.from({ length: count }, (_, index): PublicationCell => ({ text: String(index + 1), align: 'centre', heads: 'column' }))
  return [...heads, { cells: numbers }]
}

function depthOf(column: LayoutColumn): number {
  return 1 + Math.max(0, ...column.columns.map(depthOf))
}

function leafCount(column: LayoutColumn): number {
  return column.columns.length === 0 ? 1 : column.columns.reduce((sum, inner) => sum + leafCount(inner), 0)
}

function leafChains(column: LayoutColumn, above: readonly LayoutColumn[]): readonly (readonly LayoutColumn[])[] {
  const chain = [...above, column]
  return column.columns.length === 0 ? [chain] : column.columns.flatMap((inner) => leafChains(inner, chain))
}

interface ColumnOptions {
  readonly lookup: LabelLookup
  readonly fill: (label: string) => string
  readonly twoSided: boolean
}

function describeColumn(chain: readonly LayoutColumn[], index: number, options: ColumnOptions): PlannedColumn {
  const { lookup, fill, twoSided } = options
  const heads = chain.map((column) => fill(column.label))
  const words = heads.map((head) => lookup.words(head, 'column'))
  const roles = words.flatMap((found) => found.map((word) => word.role))
  const role = (['code', 'name', 'label'] as const).find((candidate) => words.at(-1)?.some((word) => word.role === candidate)) ?? 'value'
  const side = !twoSided ? 'only' : roles.includes('revenue') ? 'revenue' : roles.includes('expenditure') ? 'expenditure' : undefined
  if (side === undefined) throw new RangeError(`a column of a two-sided table stands under neither side: ${heads.join(' / ')}`)
  const region = chain.reduce<Region>((met, column, level) => {
    const own = role === 'value' ? (column.region ?? regionOfHead(heads[level] ?? '', options)) : {}
    const both = meetRegions(met, own)
    if (both === undefined) throw new RangeError(`heads that exclude each other: ${heads.join(' / ')}`)
    return both
  }, {})
  return { index, width: chain.at(-1)?.width ?? 1, side, role, heads, region }
}

/** In a two-sided table the head of a side says nothing of the amounts below it. */
function regionOfHead(head: string, { lookup, twoSided }: ColumnOptions): Region {
  const words = lookup.words(head, 'column')
  if (twoSided && words.some((word) => word.role === 'revenue' || word.role === 'expenditure')) return {}
  const word = words.find(({ role }) => role === undefined || role === 'total')
  if (word === undefined && words.length === 0 && plainLabel(head) !== '') throw new RangeError(`a head without a meaning: ${head}`)
  return word?.region ?? {}
}

/** Beside a column of 上年结转, a column of a fund holds this year's money alone: together they would count it twice. */
function settlePeriods(columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const sides = new Set(columns.filter(({ region }) => region.period === 'carriedIn' && region.fund === undefined).map(({ side }) => side))
  return columns.map((column) => {
    const { region, side } = column
    return sides.has(side) && region.fund !== undefined && region.period === undefined ? { ...column, region: { ...region, period: 'current' } } : column
  })
}
