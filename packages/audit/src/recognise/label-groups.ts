/**
 * The columns that hold row labels, grouped: each group names one thing, by a code, by a name, or by both.
 *
 * A row can name several things at once: a function, a government subject and a department subject, each in its own
 * columns. What a group holds is told by its head (部门支出经济分类科目); where the head says only 科目编码, by the codes below.
 *
 * @module
 */
import type { GridRow } from '@mingzhang/document'
import type { DimensionId, Region } from '@mingzhang/figures'
import { normaliseDigits } from '@mingzhang/money'
import { codePath, normaliseLabel } from '@mingzhang/vocabulary'
import { isUnitHead } from './subject-heads.ts'
import type { TableColumn } from './table-header.ts'

export interface LabelGroup {
  /** What the group names; `undefined` where neither its head nor its codes tell. */
  readonly dimension: DimensionId | undefined
  readonly codes: readonly TableColumn[]
  readonly names: readonly TableColumn[]
}

export type SubjectDimension = 'function' | 'economic' | 'governmentEconomic' | 'revenueSubject'

/** The label columns in their groups, from left to right. A code column after a name begins the next group. */
export function labelGroups(columns: readonly TableColumn[], body: readonly GridRow[]): readonly LabelGroup[] {
  const groups: { codes: TableColumn[]; names: TableColumn[] }[] = []
  for (const column of columns) {
    if (column.role !== 'code' && column.role !== 'label' && column.role !== 'name') continue
    const last = groups.at(-1)
    const begins = last === undefined
      || (column.role === 'code' && last.names.length > 0)
      || (column.role !== 'code' && last.names.length > 0 && !isSame(dimensionOfHeads(column), dimensionOf(last)))
    const group = begins ? { codes: [], names: [] } : last
    if (begins) groups.push(group)
    if (column.role === 'code') group.codes.push(column)
    else group.names.push(column)
  }
  return groups.map(withoutUnitNumbers).map((group) => ({ ...group, dimension: dimensionOf(group) ?? dimensionOfCodes(body, group.codes) }))
}

/** Beside the codes of subjects the number of a unit (类 款 项 单位代码) only repeats whose row it is. */
function withoutUnitNumbers({ codes, names }: { readonly codes: readonly TableColumn[]; readonly names: readonly TableColumn[] }): Pick<LabelGroup, 'codes' | 'names'> {
  const subjects = codes.filter(({ heads }) => !isUnitHead(heads.at(-1) ?? ''))
  return { codes: subjects.length > 0 ? subjects : codes, names }
}

/** Two columns of one group name the same thing, such as 类 and 款 of one subject by name. */
function isSame(a: DimensionId | undefined, b: DimensionId | undefined): boolean {
  return a !== undefined && a === b
}

function dimensionOf({ codes, names }: Pick<LabelGroup, 'codes' | 'names'>): DimensionId | undefined {
  for (const column of [...names, ...codes]) {
    const dimension = dimensionOfHeads(column)
    if (dimension !== undefined) return dimension
  }
  return undefined
}

const headWords: readonly (readonly [RegExp, DimensionId])[] = [
  [/政府.{0,6}经济/u, 'governmentEconomic'],
  [/经济/u, 'economic'],
  [/功能/u, 'function'],
  [/^收入.{0,2}科目|收入分类/u, 'revenueSubject'],
  [/^(?:预算|所属|下属|资金使用|项目|实施|编制|主管|基层)?单位(?:名称|代码|编码)?$|^(?:预算|主管)?部门(?:\(单位\))?(?:名称|代码|编码)?$|^部门\/单位$|^单位\(部门\)(?:名称)?$/u, 'unit'],
  [/^(?:支出|预算|采购)?项目名称$|^采购项目$|^(?:一级|二级)项目(?:名称)?$/u, 'project'],
]

/** The innermost head that says what a label column names. */
export function dimensionOfHeads({ heads }: TableColumn): DimensionId | undefined {
  for (const head of heads.toReversed()) {
    const label = normaliseLabel(head)
    const found = headWords.find(([words]) => words.test(label))
    if (found !== undefined) return found[1]
  }
  return undefined
}

/** What nearly all codes of a column are: their first digit tells the classification. */
function dimensionOfCodes(body: readonly GridRow[], codes: readonly TableColumn[]): SubjectDimension | undefined {
  const read = codeReader(codes)
  const found = body.flatMap((row) => schemeOfCode(read(row)) ?? [])
  const [first] = found
  if (first === undefined || found.filter((scheme) => scheme === first).length * 10 < found.length * 9) return undefined
  return first
}

/** The classification that a subject's code belongs to: 1 is revenue, 2 function, 3 department economic, 5 government economic. */
export function schemeOfCode(code: string): SubjectDimension | undefined {
  const first = /^([1235])\d{2}(?:\d{2}){0,3}$/u.exec(code)?.[1]
  return first === undefined ? undefined : schemes[first]
}

const schemes: Readonly<Record<string, SubjectDimension>> = { 1: 'revenueSubject', 2: 'function', 3: 'economic', 5: 'governmentEconomic' }

/**
 * Reads the codes of the rows in order: from one column, from one per level (208, 20805, …), or with 类, 款 and 项 in a
 * column each. A row that prints only the deepest part goes on with the parts of the row above.
 */
export function codeReader(columns: readonly TableColumn[]): (row: GridRow) => string {
  let above: readonly string[] = []
  return (row) => {
    const printed = columns.map((column) => normaliseDigits(row.cells[column.index]?.text ?? '').replace(/\s/gu, ''))
    const parts = printed.filter((text) => text !== '')
    const first = printed.findIndex((text) => text !== '')
    if (first === -1) return ''
    const isSplit = parts.every((part, index) => (first === 0 && index === 0 ? /^\d{3}$/u : /^\d{2}$/u).test(part))
    const [only = ''] = parts
    // 05 below 208 in one column is 20805, as is 0501 below it 2080501.
    if (columns.length === 1 && /^(?:\d{2}){1,2}$/u.test(only) && above.length > 0) return `${above[0] ?? ''}${only}`
    if (!isSplit || columns.length === 1) {
      above = /^\d{3}$/u.test(only) && columns.length === 1 ? [only] : []
      return parts.at(-1) ?? ''
    }
    const upper = above.slice(0, first)
    if (upper.length < first) return parts.at(-1) ?? ''
    above = [...upper, ...parts]
    return above.join('')
  }
}

/** How the rows of a side are told apart. */
export interface RowNaming {
  /** What the rows are of: read by the table's own row dimensions, or by what the head of its first columns says. */
  readonly primary: LabelGroup | undefined
  /** What the rows name besides, needed to tell rows of one subject apart; empty where each subject stands once. */
  readonly besides: readonly LabelGroup[]
}

/**
 * Picks the group that the rows of a table are of, and those that split its subjects further.
 *
 * `expected` are the dimensions that the table kind's rows have. A government subject beside a department subject that
 * stands once says nothing more about its amount: leaving it out keeps the row comparable with other tables.
 */
export function rowNaming(columns: readonly TableColumn[], body: readonly GridRow[], expected: readonly DimensionId[]): RowNaming {
  const groups = labelGroups(columns, body)
  const isOf = (group: LabelGroup, dimension: DimensionId): boolean => group.dimension === dimension
  // Remarks (项目简介, 备注) label nothing, wherever they stand.
  const labels = groups.filter(({ codes, names }) => codes.length > 0 || names.some(({ role }) => role === 'label'))
  const primary = expected.filter((dimension) => dimension !== 'unit').map((dimension) => labels.find((group) => isOf(group, dimension))).find((group) => group !== undefined)
    ?? labels.find(({ dimension }) => dimension === undefined) ?? labels.find(({ dimension }) => dimension !== 'unit') ?? labels[0] ?? groups[0]
  const others = groups.filter((group) => group !== primary && isSubject(group.dimension) && group.dimension !== primary?.dimension)
  if (primary === undefined || others.length === 0) return { primary, besides: [] }
  const own = subjectReader(primary)
  const rest = others.map((group) => subjectReader(group))
  const seen = new Map<string, Set<string>>()
  for (const row of body) {
    const subject = own(row)
    const beside = rest.map((read) => read(row)).join('|')
    if (subject === '' || /^\|*$/u.test(beside)) continue
    seen.set(subject, (seen.get(subject) ?? new Set()).add(beside))
  }
  const needed = [...seen.values()].some((besides) => besides.size > 1)
  const coded = others.every((group) => body.some((row) => subjectReader(group)(row).startsWith('#')))
  return { primary, besides: needed && coded ? others : [] }
}

function isSubject(dimension: DimensionId | undefined): dimension is SubjectDimension {
  return dimension === 'function' || dimension === 'economic' || dimension === 'governmentEconomic'
}

/** Reads what a group says of the rows, in order: `#` and the code where one is printed, else the name. */
function subjectReader({ codes, names }: LabelGroup): (row: GridRow) => string {
  const read = codeReader(codes)
  return (row) => {
    const code = read(row)
    if (code !== '') return `#${code}`
    const name = normaliseLabel(names.map((column) => row.cells[column.index]?.text ?? '').find((text) => text !== '') ?? '')
    const written = codeBefore(name)?.code
    return written === undefined ? name : `#${written}`
  }
}

/** The nodes that the groups beside name in a row, read in order; empty where a row names none of them. */
export function besideReader(groups: readonly LabelGroup[]): (row: GridRow) => Region {
  const readers = groups.map((group) => ({ group, read: subjectReader(group) }))
  return (row) => Object.fromEntries(readers.flatMap(({ group: { dimension }, read }) => {
    const code = /^#(\d{3}(?:\d{2}){0,3})$/u.exec(read(row))?.[1]
    return code === undefined || dimension === undefined ? [] : [[dimension, codePath(code)] as const]
  }))
}

/** A code written before the name in one cell: [2080505]机关事业单位基本养老保险缴费支出, 2080505-…, 30101 基本工资. */
export function codeBefore(label: string): { readonly code: string; readonly name: string } | undefined {
  const match = /^\(?(\d{3}(?:\d{2}){0,3})\)?[-—_:]*(\p{Script=Han}.*)$/u.exec(normaliseLabel(label))
  return match?.[1] === undefined || match[2] === undefined ? undefined : { code: match[1], name: match[2] }
}
