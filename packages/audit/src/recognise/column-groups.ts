/**
 * The groups of columns that stand side by side in one grid, each a label column with the amounts that belong to it.
 *
 * 收入 ‖ 支出 are two groups; many places print the expenditure again by other classifications beside it (按功能分类 ‖
 * 按部门预算经济分类 ‖ 按政府预算经济分类), and long lists two or three times side by side. Each group is read as a side of
 * its own, in the dimension that its head names or that its labels belong to.
 *
 * @module
 */
import type { GridRow } from '@mingzhang/document'
import { meetRegions, type NodePath } from '@mingzhang/figures'
import { type LabelLookup, normaliseLabel, stripNumbering, type TableKind, type TableSide, type Vocabulary } from '@mingzhang/vocabulary'
import type { TableRow } from '../model/recognised-document.ts'
import { schemeOfHeads, type SubjectScheme } from './subject-heads.ts'
import type { TableColumn } from './table-header.ts'

export interface ColumnGroup {
  readonly side: TableRow['side']
  readonly columns: readonly TableColumn[]
  readonly reads: TableSide
  /** For a list that goes on beside its beginning: the amounts' columns in its first part, below which these are read. */
  readonly below?: readonly TableColumn[]
}

/** The groups of a table, from left to right; `rows` are those below the head. */
export function columnGroups(columns: readonly TableColumn[], kind: TableKind, rows: readonly GridRow[], vocabulary: Vocabulary, lookup: LabelLookup): readonly ColumnGroup[] {
  if (!('revenue' in kind.sides)) {
    const reads = kind.sides.only
    const groups = splitRepeated(columns.filter(({ side }) => side === 'only'))
    const below = valuesOf(groups[0] ?? [])
    const isOneList = groups.length > 1 && groups.every((own) => valuesOf(own).length === below.length)
    const kinds = kindsOfLists(groups, rows, lookup)
    return groups.map((own, at) => ({ side: 'only', columns: own, reads: ofKind(reads, kinds[at]), ...isOneList ? { below } : {} }))
  }
  const { revenue, expenditure } = kind.sides
  const groupsOf = (side: 'revenue' | 'expenditure'): readonly (readonly TableColumn[])[] => splitAtLabels(columns.filter((column) => column.side === side))
  return [
    ...groupsOf('revenue').map((own): ColumnGroup => ({ side: 'revenue', columns: withLabel(own), reads: revenue })),
    ...groupsOf('expenditure').map((own): ColumnGroup => ({ side: 'expenditure', columns: withLabel(own), reads: inScheme(expenditure, own, rows, vocabulary) })),
  ]
}

function valuesOf(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter(({ role }) => role === 'value')
}

/**
 * The kind of expenditure of each list, where its own total says so: what stands above 人员经费合计 is 人员经费. A list without
 * any total goes on in the next one; one with a plain 合计 or several kinds of totals is of no one kind.
 */
function kindsOfLists(groups: readonly (readonly TableColumn[])[], rows: readonly GridRow[], lookup: LabelLookup): readonly (NodePath | undefined)[] {
  return groups.reduceRight<readonly (NodePath | undefined)[]>((later, columns) => {
    const labels = columns.filter(({ role }) => role === 'label' || role === 'code')
    const totals = rows.flatMap((row) => labels.map(({ index }) => normaliseLabel(row.cells[index]?.text ?? '')).filter((text) => /(?:合|总)计$/u.test(text)))
    const kinds = new Set(totals.map((text) => lookup.words(text, 'row').find(({ region }) => region.kind !== undefined)?.region.kind))
    const [own] = kinds.size === 1 ? kinds : []
    return [totals.length === 0 ? later[0] : own, ...later]
  }, [])
}

/** The side, of that kind; only lists of economic subjects are of one kind. */
function ofKind(side: TableSide, kind: NodePath | undefined): TableSide {
  const region = kind === undefined || !side.rows.includes('economic') ? undefined : meetRegions(side.region, { kind })
  return region === undefined ? side : { ...side, region }
}

/** A label after an amount opens the next group, as long as amounts follow it: 备注 at the end belongs to what stands before. */
function splitAtLabels(columns: readonly TableColumn[]): readonly (readonly TableColumn[])[] {
  const starts = columns.flatMap((column, at) =>
    at > 0 && column.role !== 'value' && columns[at - 1]?.role === 'value' && columns.slice(at).some(({ role }) => role === 'value') ? [at] : [])
  return [0, ...starts].map((start, index) => columns.slice(start, starts[index])).filter((own) => own.length > 0)
}

/** A list printed twice or more side by side has the same heads over its labels each time. */
function splitRepeated(columns: readonly TableColumn[]): readonly (readonly TableColumn[])[] {
  const groups = splitAtLabels(columns)
  const headsOf = (own: readonly TableColumn[]): string => own.filter(({ role }) => role === 'code' || role === 'label').map(({ heads }) => normaliseLabel(heads.at(-1) ?? '')).join('|')
  const [first] = groups
  return first !== undefined && groups.every((own) => headsOf(own) === headsOf(first)) ? groups : [columns]
}

/** In a group that no other label names, the government's classification is the label and no remark beside one. */
function withLabel(columns: readonly TableColumn[]): readonly TableColumn[] {
  if (columns.some(({ role }) => role === 'label')) return columns
  const named = columns.find(({ role, heads }) => role === 'name' && schemeOfHeads(heads) !== undefined)
  return columns.map((column) => (column === named ? { ...column, role: 'label' } : column))
}

const schemes: readonly SubjectScheme[] = ['function', 'economic', 'governmentEconomic']

/** The side, read in the classification that the group's head names or that most of its labels belong to. */
function inScheme(side: TableSide, columns: readonly TableColumn[], rows: readonly GridRow[], vocabulary: Vocabulary): TableSide {
  const usual = schemes.find((scheme) => side.rows.includes(scheme))
  if (usual === undefined) return side
  const labels = columns.filter(({ role }) => role === 'label' || role === 'name')
  const headed = labels.map(({ heads }) => schemeOfHeads(heads)).find((scheme) => scheme !== undefined)
  const scheme = headed ?? schemeOfLabels(rows.flatMap((row) => labels.map(({ index }) => row.cells[index]?.text ?? '')), usual, vocabulary)
  return scheme === usual ? side : { ...side, rows: [scheme, ...side.rows.filter((dimension) => dimension !== usual)] }
}

/** The classification that names more of the labels than the usual one does. */
function schemeOfLabels(labels: readonly string[], usual: SubjectScheme, vocabulary: Vocabulary): SubjectScheme {
  const names = labels.map((label) => stripNumbering(label).text).filter((name) => name !== '')
  const counted = schemes.map((scheme) => ({ scheme, known: names.filter((name) => vocabulary.classification.byName(scheme, name, 1).length > 0).length }))
  const own = counted.find(({ scheme }) => scheme === usual)?.known ?? 0
  return counted.filter(({ known }) => known > own && known > 1).sort((a, b) => b.known - a.known)[0]?.scheme ?? usual
}
