/**
 * What each row of a table names: its code and label, what stands beside them, and whether it only repeats the total.
 *
 * @module
 */
import type { GridRow } from '@mingzhang/document'
import type { DimensionId, Region } from '@mingzhang/figures'
import { normaliseLabel } from '@mingzhang/vocabulary'
import { besideReader, codeBefore, codeReader, type LabelGroup, labelGroups, rowNaming, schemeOfCode } from './label-groups.ts'
import { isUnitHead } from './subject-heads.ts'
import type { TableColumn } from './table-header.ts'
import { unitNode } from './unit-names.ts'

export interface RowName {
  readonly code: string
  readonly label: string
  /** What the row names besides, in columns of their own: a unit, another classification. */
  readonly beside: Region
  /** What the label is to be read as where the rows below give it another meaning. */
  readonly reads?: string
  /** A department's own row above those of its units prints the total once more. */
  readonly isWhole: boolean
}

export interface RowNames {
  readonly rows: ReadonlyMap<GridRow, RowName>
  /** What the rows are of where the heads or the codes say so; else the table kind decides. */
  readonly dimension: DimensionId | undefined
  /** Whether every row but the totals has a code of that classification: then none is a project or a unit. */
  readonly allCoded: boolean
  /** The columns, by index, that hold what the rows are of. */
  readonly labels: readonly number[]
}

export interface RowNameOptions {
  /** The dimensions that the table kind's rows have. */
  readonly expected: readonly DimensionId[]
  /** Names that are known to be units, normalised. */
  readonly units: ReadonlySet<string>
  readonly isTotal: (label: string) => boolean
  /** The year or the phase that a label names (2023年, 增减额) where it is not the document's own. */
  readonly scopeOf: (label: string) => Region
}

/** Names the rows below the head, in order. */
export function nameRows(columns: readonly TableColumn[], body: readonly GridRow[], options: RowNameOptions): RowNames {
  const { primary, besides } = rowNaming(columns, body, options.expected)
  const readCode = codeReader(primary?.codes ?? [])
  const readBeside = besideReader(besides)
  const readUnit = primary?.dimension === 'project' || primary?.dimension === 'unit' ? () => '' : unitReader(columns, body, primary, options)
  const readYear = yearReader(columns, options)
  const others = labelGroups(columns, body).flatMap(({ dimension, codes }) => (dimension !== primary?.dimension && (dimension === 'function' || dimension === 'economic') && codes.length > 0 ? [codeReader(codes)] : []))
  const units = columns.filter(({ role, heads }) => role === 'label' && isUnitHead(heads.at(-1) ?? ''))
  let above: { readonly row: GridRow; readonly code: string; readonly label: string } | undefined
  const drafts = body.map((row) => {
    const ownCode = readCode(row)
    const headed = others.map((read) => read(row)).find((code) => code !== '') ?? ''
    // A row that leaves the table's own subjects blank heads them by those of another classification.
    const own = { row, code: ownCode === '' && textOf(row, primary?.names ?? []) === '' ? headed : ownCode, label: textOf(row, primary?.names ?? []) || textOf(row, units) }
    const unit = readUnit(row)
    const year = readYear(row)
    // One name can stand for several rows, one for each year.
    const named = own.code === '' && own.label === '' && year !== undefined && above !== undefined ? above : own
    above = named
    return { row, code: named.code, label: named.label, of: named.row, beside: { ...readBeside(row), ...unit === '' ? {} : { unit }, ...year } }
  })
  const whole = wholeRow(columns, drafts, primary?.dimension === 'unit' && !options.expected.includes('project'), options)
  return {
    rows: new Map(drafts.map(({ row, of, ...name }, at) => [row, { ...name, ...yearsOwn(name.label, drafts.slice(at + 1)), isWhole: of === whole }])),
    dimension: primary?.dimension,
    allCoded: isAllCoded(drafts, primary?.dimension, options.isTotal),
    labels: primary?.names.map(({ index }) => index) ?? [],
  }
}

/** The year or phase that stands in a column of its own (年度); `undefined` where the table has none or the row is blank there. */
function yearReader(columns: readonly TableColumn[], { scopeOf }: RowNameOptions): (row: GridRow) => Region | undefined {
  const column = columns.find(({ role, heads }) => role === 'name' && /^(?:预算|所属)?年[度份]$/u.test(normaliseLabel(heads.at(-1) ?? '')))
  return (row) => {
    const text = row.cells[column?.index ?? -1]?.text ?? ''
    return text === '' ? undefined : scopeOf(text)
  }
}

/** 收入合计 above a 收入总计 is the year's own; by itself it is the total. */
function yearsOwn(label: string, below: readonly { readonly label: string }[]): { readonly reads?: string } {
  const side = /^(收入|支出)合计$/u.exec(normaliseLabel(label))?.[1]
  return side !== undefined && below.some((row) => normaliseLabel(row.label) === `${side}总计`) ? { reads: `本年${side}合计` } : {}
}

function textOf(row: GridRow, columns: readonly TableColumn[]): string {
  return columns.map((column) => row.cells[column.index]?.text ?? '').find((text) => text !== '') ?? ''
}

/** The unit that stands in its own column beside the subjects; a blank below goes on with the unit above. One unit alone says nothing. */
function unitReader(columns: readonly TableColumn[], body: readonly GridRow[], primary: LabelGroup | undefined, { isTotal }: RowNameOptions): (row: GridRow) => string {
  const group = labelGroups(columns, body).find(({ dimension, names }) => dimension === 'unit' && names.length > 0)
  const names = new Set(body.map((row) => unitNode(textOf(row, group?.names ?? []))).filter((name) => name !== '' && !isTotal(name)))
  if (group === undefined || primary === undefined || names.size < 2) return () => ''
  let above = ''
  return (row) => {
    const own = unitNode(textOf(row, group.names))
    const label = textOf(row, primary.names)
    if (isTotal(own) || isTotal(label)) {
      above = ''
      return ''
    }
    if (own !== '') above = own
    return above
  }
}

function isAllCoded(drafts: readonly { readonly code: string; readonly label: string }[], dimension: DimensionId | undefined, isTotal: (label: string) => boolean): boolean {
  const named = drafts.filter(({ code, label }) => (code !== '' || label !== '') && !isTotal(label) && !isTotal(code))
  return named.length > 0 && named.every(({ code, label }) => schemeOfCode(code === '' ? (codeBefore(label)?.code ?? '') : code) === dimension && dimension !== undefined)
}

/** The row of the department itself: the first of the units that prints what the total row prints, with further units below. */
function wholeRow(
  columns: readonly TableColumn[],
  drafts: readonly { readonly row: GridRow; readonly label: string; readonly of: GridRow }[],
  onlyUnits: boolean,
  { units, isTotal }: RowNameOptions,
): GridRow | undefined {
  const values = columns.filter(({ role }) => role === 'value')
  const amountsOf = (row: GridRow): readonly string[] => values.map(({ index }) => (row.cells[index]?.text ?? '').replace(/[,，\s]/gu, '')).map((text) => (/^0?(?:\.0+)?$/u.test(text) ? '' : text))
  const total = drafts.find(({ label, row }) => isTotal(label) || row.cells.some(({ text }) => isTotal(text)))
  const isUnit = (label: string): boolean => label !== '' && !isTotal(label) && (onlyUnits || units.has(unitNode(label)))
  const rows = drafts.filter(({ row, of }) => row !== total?.row && of === row)
  const first = rows.find(({ label }) => isUnit(label))
  if (first === undefined) return undefined
  // Without a total row the department as a whole is the only unit that the table names, or the first of two with one name.
  if (total === undefined) {
    const further = rows.filter(({ row, label }) => row !== first.row && isUnit(label))
    // A unit's row goes before its projects; one that goes before another unit, with projects further down, is the department's.
    const headsUnits = isUnit(rows[1]?.label ?? '') && rows.some(({ label }) => label !== '' && !isUnit(label))
    return drafts[0]?.row === first.row && (headsUnits || further.length === 0 || further.some(({ label }) => unitNode(label) === unitNode(first.label))) ? first.row : undefined
  }
  if (!rows.some(({ row, label }) => row !== first.row && (!onlyUnits || label !== '') && amountsOf(row).some((text) => text !== ''))) return undefined
  const sums = amountsOf(total.row)
  const own = amountsOf(first.row)
  const compared = own.flatMap((text, index) => (text === '' && sums[index] === '' ? [] : [text === sums[index]]))
  return compared.filter((same) => same).length * 2 > compared.length ? first.row : undefined
}

/** The columns of a list of projects, a subject's name beside the project being a remark on it. */
export function projectColumns(columns: readonly TableColumn[], { dimension, labels }: RowNames): readonly TableColumn[] {
  if (dimension !== 'project' || labels.length === 0) return columns
  return columns.map((column) => (column.role === 'label' && !labels.includes(column.index) && !isUnitHead(column.heads.at(-1) ?? '') ? { ...column, role: 'name' } : column))
}
