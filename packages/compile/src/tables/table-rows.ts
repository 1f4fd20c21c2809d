/**
 * The rows of a table layout: fixed ones by their labels, and one for each subject, unit or project that holds money.
 *
 * @module
 */
import { type DimensionId, dimensionIds, isNodeWithin, meetRegions, type NodePath, type Region } from '@mingzhang/figures'
import { codePath, type LabelLookup, type LayoutRow, type TableSide } from '@mingzhang/vocabulary'
import type { TableContext } from '../create-context.ts'
import { nameNodes } from '../facts.ts'
import { fillLayoutText } from '../layout-text.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { chineseNumber } from '../chinese-number.ts'
import { subjectName } from '../subject-names.ts'
import { heldNodes, presentNodes, withAncestors } from './present-nodes.ts'

export interface PlannedRow {
  /** What the row names, by the role of the column that prints it. */
  readonly code: string | undefined
  readonly label: string
  readonly beside: string | undefined
  /** A fixed row has no code: its label stands across all columns of labels. */
  readonly fixed: boolean
  /** The labels of the rows that hold this one, outermost first. */
  readonly above: readonly string[]
  readonly region: Region
  readonly emphasis: 'total' | 'group' | undefined
  readonly indent: number
}

export interface RowInput {
  readonly context: TableContext
  readonly lookup: LabelLookup
  readonly side: TableSide
  /** What the columns of this side hold, the side's own region not included. */
  readonly columns: readonly Region[]
  readonly names: LedgerNames
}

/** Names of units and projects by their nodes, with their places in the ledger. */
export type LedgerNames = Readonly<Record<'unit' | 'project', ReadonlyMap<NodePath, { readonly name: string; readonly place: number }>>>

export function ledgerNames({ units, projects }: Pick<Ledger, 'units' | 'projects'>): LedgerNames {
  const nodeOf = nameNodes()
  const indexed = (list: readonly { readonly name: string }[]): LedgerNames['unit'] =>
    new Map(list.map(({ name }, place) => [nodeOf(name), { name, place }]))
  return { unit: indexed(units), project: indexed(projects) }
}

/** The rows of one side, from top to bottom. A label without a meaning is a defect of the layout and throws. */
export function planRows(rows: readonly LayoutRow[], input: RowInput): readonly PlannedRow[] {
  return rows.flatMap((row) => planRow(row, { means: {}, labels: [] }, input))
}

/** The row that holds the ones being planned: what it means, and the labels down to it. */
interface Outer {
  readonly means: Region
  readonly labels: readonly string[]
}

function planRow(row: LayoutRow, outer: Outer, input: RowInput): readonly PlannedRow[] {
  if ('label' in row) return fixedRow(row, outer, input)
  switch (row.each) {
    case 'functionClass': return functionClasses(outer, input)
    case 'function': return subjects('function', outer, input)
    case 'economic': return subjects('economic', outer, input)
    case 'revenueSubject': return subjects('revenueSubject', outer, input)
    case 'economicByGovernment': return economicByGovernment(outer, input)
    case 'unit': return named('unit', row, outer, input)
    case 'project': return named('project', row, outer, input)
  }
}

function fixedRow(row: Extract<LayoutRow, { label: string }>, outer: Outer, input: RowInput): readonly PlannedRow[] {
  const { context, lookup, side } = input
  const label = fillLayoutText(row.label, context.ledger)
  const word = row.region === undefined ? wordOfRow(label, side, lookup) : undefined
  const own = row.region ?? word?.region
  if (own === undefined) throw new RangeError(`a row without a meaning: ${label}`)
  const means = meaning(own, outer.means, side)
  const planned: PlannedRow = {
    code: undefined,
    label,
    beside: undefined,
    fixed: true,
    above: outer.labels,
    region: regionOf(means, side, label),
    emphasis: row.total || word?.role === 'total' ? 'total' : undefined,
    indent: 0,
  }
  return [planned, ...row.rows.flatMap((inner) => planRow(inner, { means, labels: [...outer.labels, label] }, input))]
}

/** A word may repeat what the side already says, such as the fund of the whole table; beyond that it names only what rows name. */
function wordOfRow(label: string, side: TableSide, lookup: LabelLookup) {
  const allowed: readonly DimensionId[] = [...side.rows, 'kind', ...(side.rows.includes('fund') ? (['period'] as const) : [])]
  return lookup.words(label, 'row').find(({ region }) =>
    dimensionIds.every((dimension) => region[dimension] === undefined || region[dimension] === side.region[dimension] || allowed.includes(dimension)),
  )
}

/** What a row means inside another: its own nodes, the outer row's, and of the side's detail what those leave open. */
function meaning(own: Region, outer: Region, side: TableSide): Region {
  const [detailDimension] = side.rows
  const isDetail = detailDimension !== undefined && own[detailDimension] !== undefined && meetRegions(side.detail, own) !== undefined
  const held = isDetail ? (meetRegions(outer, side.detail) ?? outer) : outer
  return meetRegions(held, own) ?? own
}

function regionOf(means: Region, side: TableSide, label: string): Region {
  const region = meetRegions(side.region, means)
  if (region === undefined) throw new RangeError(`a row outside its table: ${label}`)
  return region
}

/** What the columns hold for the rows being planned; a column that excludes them is left out. */
function cellRegions(means: Region, { side, columns }: RowInput): readonly Region[] {
  const base = meetRegions(side.region, means)
  return base === undefined ? [] : columns.flatMap((column) => meetRegions(base, column) ?? [])
}

/** A row's region, and its place in the tree of subjects. */
function subjectRow(dimension: 'function' | 'economic' | 'revenueSubject', node: NodePath, outer: Outer, input: RowInput): PlannedRow {
  const { context, side } = input
  const code = node.slice(node.lastIndexOf('/') + 1)
  const depth = node.split('/').length - 1
  const label = subjectName(context.ledger, context.vocabulary, dimension, code) ?? code
  return {
    code,
    label,
    beside: undefined,
    fixed: false,
    above: outer.labels,
    region: regionOf(meaning({ [dimension]: node }, outer.means, side), side, label),
    emphasis: depth === 0 ? 'group' : undefined,
    indent: depth,
  }
}

function subjects(dimension: 'function' | 'economic' | 'revenueSubject', outer: Outer, input: RowInput): readonly PlannedRow[] {
  const present = presentNodes(input.context, regionsFor(dimension, outer, input), dimension)
  // Below an economic 款 stand the government subjects that it pays through; they are no rows of this set.
  const nodes = dimension === 'economic' ? present.map((node) => node.split('/').slice(0, 2).join('/')) : present
  return withAncestors(nodes).map((node) => subjectRow(dimension, node, outer, input))
}

/** What the columns hold for rows of this dimension, whatever their node. */
function regionsFor(dimension: DimensionId, outer: Outer, input: RowInput): readonly Region[] {
  const { side } = input
  const isDetail = side.rows[0] === dimension
  return cellRegions(isDetail ? (meetRegions(outer.means, side.detail) ?? outer.means) : outer.means, input)
}

/** All 类 in force, with or without money; one that the list lacks (自设) follows at the end when it holds money. */
function functionClasses(outer: Outer, input: RowInput): readonly PlannedRow[] {
  const { context } = input
  const listed = Array.from({ length: 100 }, (_, index) => String(200 + index)).filter(
    (code) => context.vocabulary.classification.lookup('function', code, context.ledger.department.year).length > 0,
  )
  const present = presentNodes(context, regionsFor('function', outer, input), 'function').map((node) => node.slice(0, 3))
  return [...new Set([...listed, ...present])].map((code, index) => {
    const row = subjectRow('function', codePath(code), outer, input)
    return { ...row, code: undefined, label: `${chineseNumber(index + 1)}、${row.label}`, emphasis: undefined }
  })
}

/** 类, then its 款: once, or once for each government economic subject where there are several. */
function economicByGovernment(outer: Outer, input: RowInput): readonly PlannedRow[] {
  const { context, side } = input
  const present = presentNodes(context, regionsFor('economic', outer, input), 'economic')
  const order = governmentOrder(context, present)
  const subjectNodes = withAncestors(present).filter((node) => node.split('/').length <= 2)
  return subjectNodes.flatMap((node): readonly PlannedRow[] => {
    const row = subjectRow('economic', node, outer, input)
    if (!node.includes('/')) return [row]
    const below = present.filter((leaf) => leaf !== node && isNodeWithin(leaf, node)).sort((a, b) => compare(order.get(a) ?? a, order.get(b) ?? b))
    const [only] = below
    if (below.length === 1 && only !== undefined) return [{ ...row, beside: only.slice(node.length + 1) }]
    if (below.length === 0) return [row]
    return below.map((leaf) => ({ ...row, beside: leaf.slice(node.length + 1), region: regionOf(meaning({ economic: leaf }, outer.means, side), side, row.label) }))
  })
}

/** The government economic code behind each economic node, for the order of rows. */
function governmentOrder(context: TableContext, nodes: readonly NodePath[]): ReadonlyMap<NodePath, string> {
  return new Map(nodes.map((economic) => [economic, context.nodesWithin({ economic }, 'governmentEconomic')[0] ?? economic]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The units or projects that hold money, in the ledger's order, each followed by the rows that it holds. */
function named(dimension: 'unit' | 'project', row: LayoutRow, outer: Outer, input: RowInput): readonly PlannedRow[] {
  const order = input.names[dimension]
  const present = heldNodes(input.context, regionsFor(dimension, outer, input), dimension)
  const placeOf = (node: NodePath): number => order.get(node)?.place ?? order.size
  return present.toSorted((a, b) => placeOf(a) - placeOf(b)).flatMap((node): readonly PlannedRow[] => {
    const name = order.get(node)?.name ?? node
    const means = meaning({ [dimension]: node }, outer.means, input.side)
    const planned: PlannedRow = {
      code: undefined,
      label: name,
      beside: undefined,
      fixed: true,
      above: outer.labels,
      region: regionOf(means, input.side, name),
      emphasis: row.rows.length > 0 ? 'group' : undefined,
      indent: outer.labels.length,
    }
    return [planned, ...row.rows.flatMap((inner) => planRow(inner, { means, labels: [...outer.labels, name] }, input))]
  })
}
