/**
 * Turns tables into figures on regions: a cell's region is the meet of its title, its column heads and its row.
 *
 * Recognition is vocabulary, not templates. What could not be mapped stays, with the reason.
 *
 * @module
 */
import type { DocumentTree, GridRow } from '@mingzhang/document'
import { type DimensionId, meetRegions, type Problem, type Region } from '@mingzhang/figures'
import { normaliseDigits, parseAmount, type PrintedAmount, type PrintedUnit } from '@mingzhang/money'
import { labelLookup, type LabelLookup, normaliseLabel, type TableKind, type TableSide, type Vocabulary } from '@mingzhang/vocabulary'
import type { RecognisedDocument, RecognisedTable, TableCell, TableRow } from '../model/recognised-document.ts'
import { fitsTitle } from './label-fit.ts'
import { cutTables, isContents, type TableBlock } from './table-blocks.ts'
import { settlePeriods } from './settle-periods.ts'
import { isIndexRow, readHeader, type TableColumn } from './table-header.ts'
import { withTablePrecision } from './table-precision.ts'
import { rowReader, type RowReader } from './table-rows.ts'
import { type NamedAmount, unitsBySubtotal } from './unit-names.ts'

export interface TableOptions {
  readonly vocabulary: Vocabulary
  readonly year: number | undefined
  readonly body: string | undefined
  /** Names of units that the rest of the document gives, normalised. */
  readonly units: readonly string[]
  /** Blocks that something else has claimed (forms). */
  readonly claimed: ReadonlySet<number>
}

export interface RecognisedTables {
  readonly tables: readonly RecognisedTable[]
  /** Blocks of recognised tables and of the table of contents. */
  readonly blocks: ReadonlySet<number>
  readonly unrecognised: RecognisedDocument['unrecognised']
  readonly problems: readonly Problem[]
}

/** Recognises every statutory table of the document. */
export function recogniseTables(tree: DocumentTree, options: TableOptions): RecognisedTables {
  const lookup = labelLookup(options.vocabulary)
  const tables: RecognisedTable[] = []
  const blocks = new Set<number>()
  const unrecognised: RecognisedDocument['unrecognised'][number][] = []
  const problems: Problem[] = []
  const units = new Set([...options.body === undefined ? [] : [normaliseLabel(options.body)], ...options.units])
  for (const block of cutTables(tree, options.claimed)) {
    for (const index of block.blocks) if (isContents(block)) blocks.add(index)
    if (isContents(block)) continue
    const titled = findKind(block, options.vocabulary)
    if (titled === undefined) {
      const amounts = countAmounts(block)
      if (amounts > 0) unrecognised.push({ place: block.grid.place, title: block.titles[0]?.text ?? '', reason: '表题不在词表中，表内数字未读', amounts })
      continue
    }
    for (const index of block.blocks) blocks.add(index)
    const table = readTable(`t${tables.length + 1}`, block, titled.kind, titled.title, { ...options, lookup, units })
    tables.push(table)
    problems.push(...tableProblems(table, block))
    if (titled.kind.id === 'agencyOperating') for (const row of table.rows) if (lookup.words(row.label, 'row').length === 0) units.add(normaliseLabel(row.label))
  }
  return { tables: settlePeriods(tables), blocks, unrecognised, problems }
}

interface ReadOptions extends Omit<TableOptions, 'units'> {
  readonly lookup: LabelLookup
  readonly units: ReadonlySet<string>
}

function readTable(id: string, block: TableBlock, kind: TableKind, title: string, options: ReadOptions): RecognisedTable {
  const { lookup, vocabulary } = options
  const twoSided = 'revenue' in kind.sides
  const { columns, firstRow } = readHeader(block.grid, { lookup, twoSided, title, year: options.year })
  const unit = block.units.length === 1 ? block.units[0]?.unit : undefined
  const titleRegion = regionOfTitle(title, vocabulary)
  const sides = 'revenue' in kind.sides ? (['revenue', 'expenditure'] as const) : (['only'] as const)
  const rows: TableRow[] = []
  const cells: TableCell[] = []
  const body = block.grid.rows.slice(firstRow).filter((row) => !isIndexRow(row))
  const unitsFor = (tableSide: TableSide, own: readonly TableColumn[]): ReadonlySet<string> =>
    tableSide.rows.includes('unit') && tableSide.rows.includes('project') && unitBeside(own) === undefined
      ? new Set([...options.units, ...unitsBySubtotal(namedAmounts(body, own, unit))])
      : options.units
  for (const side of sides) {
    const own = columns.filter((column) => column.side === side)
    const tableSide = 'revenue' in kind.sides ? kind.sides[side === 'only' ? 'revenue' : side] : kind.sides.only
    const region = meetRegions(tableSide.region, titleRegion) ?? tableSide.region
    const reader = rowReader({ side: { ...tableSide, region }, vocabulary, lookup, year: options.year, units: unitsFor(tableSide, own) })
    const repeated = repeatedSubjects(body, own)
    const perUnit = hasRepeatedLabels(body, own)
    block.grid.rows.forEach((gridRow, index) => {
      if (index < firstRow || isIndexRow(gridRow)) return
      readRow(gridRow, { id, title, side, columns: own, repeated, perUnit, reader, unit, rows, cells, gridIndex: index })
    })
  }
  return { id, kind: kind.id, title, place: { ...block.grid.place, table: title }, unit, noDataNote: block.noDataNote, rows, cells: withTablePrecision(cells) }
}

interface RowTarget {
  readonly id: string
  readonly title: string
  readonly side: TableRow['side']
  readonly columns: readonly TableColumn[]
  readonly repeated: ReadonlySet<string>
  /** Whether one project name stands with several units: then the unit beside it is needed to tell its rows apart. */
  readonly perUnit: boolean
  readonly reader: RowReader
  readonly unit: PrintedUnit | undefined
  readonly rows: TableRow[]
  readonly cells: TableCell[]
  readonly gridIndex: number
}

function readRow(gridRow: GridRow, target: RowTarget): void {
  const { columns, side, title } = target
  const code = codeOf(gridRow, columns)
  const unitColumn = unitBeside(columns)
  const unitName = unitColumn === undefined ? '' : (gridRow.cells[unitColumn.index]?.text ?? '')
  const own = textUnder('label', gridRow, columns.filter((column) => column !== unitColumn))
  const label = own === '' ? unitName : own
  const values = columns.filter((column) => column.role === 'value')
  if (code === '' && label === '' && values.every((column) => (gridRow.cells[column.index]?.text ?? '') === '')) return
  // A total can be printed across the code column: its word then stands where a code would.
  const named = label === '' ? { label: code, code: undefined } : { label, code: code === '' ? undefined : code }
  const numbersUnits = columns.some(({ role, heads }) => role === 'code' && /单位|部门代码|部门编码/u.test(heads.at(-1) ?? ''))
  const beside = target.repeated.has(subjectOf(gridRow, columns)) ? textUnder('name', gridRow, columns) : undefined
  const reading = values.length === columns.length
    ? target.reader.readUnlabelled()
    : target.reader.read({ label: named.label, code: numbersUnits ? undefined : named.code, beside, unit: own === '' || !target.perUnit ? undefined : unitName })
  const names = columns.filter((column) => column.role === 'name').map((column) => [column.heads.at(-1) ?? '', gridRow.cells[column.index]?.text ?? ''] as const)
  const row = target.rows.length
  const rowName = named.code ?? named.label
  target.rows.push({ label: named.label, code: named.code, texts: Object.fromEntries(names), side, place: { ...gridRow.place, table: title, row: rowName } })
  for (const column of values) {
    const cell = gridRow.cells[column.index]
    if (cell === undefined) continue
    const region = reading.region === undefined || column.region === undefined ? undefined : meetTopics(reading.region, column.region)
    target.cells.push({
      id: `${target.id}.${target.gridIndex + 1}.${column.index + 1}`,
      printed: readAmount(cell.text, target.unit),
      place: { ...cell.place, table: title, row: rowName, column: column.heads.join(' / ') },
      region,
      unbound: whyUnbound(reading.unknown, column, region),
      partial: reading.partial,
      ...column.otherYear === undefined ? {} : { otherYear: column.otherYear },
      row,
      column: column.index,
      side,
    })
  }
}

const topics: readonly DimensionId[] = ['threePublic', 'agencyOperating', 'procurement']

/** A column of another topic (机关运行经费 in the table of “三公”经费) stands beside the table's own topic, not inside it. */
function meetTopics(row: Region, column: Region): Region | undefined {
  const other = topics.find((topic) => column[topic] !== undefined && row[topic] === undefined)
  const kept = other === undefined ? row : Object.fromEntries(Object.entries(row).filter(([dimension]) => !topics.some((topic) => topic === dimension)))
  return meetRegions(kept, column)
}

function textUnder(role: TableColumn['role'], row: GridRow, columns: readonly TableColumn[]): string {
  return columns.filter((column) => column.role === role).map((column) => row.cells[column.index]?.text ?? '').find((text) => text !== '') ?? ''
}

/** The code of a row: from one column, from one per level (208, 20805, …), or with 类, 款 and 项 in a column each. */
function codeOf(row: GridRow, columns: readonly TableColumn[]): string {
  const parts = columns.filter((column) => column.role === 'code').map((column) => normaliseDigits(row.cells[column.index]?.text ?? '').replace(/\s/gu, '')).filter((text) => text !== '')
  const [first = '', ...deeper] = parts
  if (deeper.length > 0 && /^\d{3}$/u.test(first) && deeper.every((part) => /^\d{2}$/u.test(part))) return parts.join('')
  return parts.at(-1) ?? ''
}

/** The column of the units beside one of projects: each project then stands with its unit in one row. */
function unitBeside(columns: readonly TableColumn[]): TableColumn | undefined {
  const labels = columns.filter(({ role }) => role === 'label')
  const isUnit = ({ heads }: TableColumn): boolean => /单位|部门/u.test(heads.at(-1) ?? '')
  return labels.some((column) => !isUnit(column) && /项目/u.test(column.heads.at(-1) ?? '')) ? labels.find(isUnit) : undefined
}

function hasRepeatedLabels(rows: readonly GridRow[], columns: readonly TableColumn[]): boolean {
  const named = columns.filter((column) => column !== unitBeside(columns))
  const labels = rows.map((row) => normaliseLabel(textUnder('label', row, named))).filter((label) => label !== '')
  return new Set(labels).size < labels.length
}

function namedAmounts(rows: readonly GridRow[], columns: readonly TableColumn[], unit: PrintedUnit | undefined): readonly NamedAmount[] {
  const first = columns.find(({ role }) => role === 'value')
  return rows.map((row) => {
    const printed = readAmount(row.cells[first?.index ?? -1]?.text ?? '', unit)
    return { name: textUnder('label', row, columns), amount: printed.kind === 'stated' ? printed.stated : undefined }
  })
}

function subjectOf(row: GridRow, columns: readonly TableColumn[]): string {
  return `${codeOf(row, columns)}|${normaliseLabel(textUnder('label', row, columns))}`
}

/** Subjects that stand in several rows, each with another name beside it: one for offices, one for institutions (工资奖金津补贴, 工资福利支出). */
function repeatedSubjects(rows: readonly GridRow[], columns: readonly TableColumn[]): ReadonlySet<string> {
  const besides = new Map<string, Set<string>>()
  for (const row of rows) {
    const beside = textUnder('name', row, columns)
    if (beside === '') continue
    const subject = subjectOf(row, columns)
    besides.set(subject, (besides.get(subject) ?? new Set()).add(normaliseLabel(beside)))
  }
  return new Set([...besides].filter(([, names]) => names.size > 1).map(([subject]) => subject))
}

function readAmount(text: string, unit: PrintedUnit | undefined): PrintedAmount {
  if (unit !== undefined) return parseAmount(text, unit)
  return text === '' ? { kind: 'blank', text } : { kind: 'unreadable', text, reason: 'no-unit' }
}

function whyUnbound(unknownRow: string | undefined, column: TableColumn, region: Region | undefined): string | undefined {
  if (unknownRow !== undefined) return unknownRow
  if (column.otherYear !== undefined) return `列头“${column.heads.join(' / ')}”是${column.otherYear}年的数，不参与本年勾稽`
  if (column.unknown !== undefined) return `列头“${column.unknown}”不在词表中`
  if (region === undefined) return `行与列头“${column.heads.join(' / ')}”的范围互相排斥`
  return undefined
}

function findKind(block: TableBlock, vocabulary: Vocabulary): { readonly kind: TableKind; readonly title: string } | undefined {
  for (const { text } of block.titles) {
    const title = normaliseLabel(text)
    // A sentence that mentions a table is not its title.
    if (title.length > 60 || /[。；]/u.test(title)) continue
    const kind = vocabulary.tableKinds.find((candidate) => fitsTitle(title, candidate.title))
    if (kind !== undefined) return { kind, title: text.replace(/\s+/gu, '') }
  }
  return undefined
}

function regionOfTitle(title: string, vocabulary: Vocabulary): Region {
  const text = normaliseLabel(title)
  return vocabulary.words
    .filter((word) => word.uses.includes('title') && text.includes(word.text))
    .reduce<Region>((met, word) => meetRegions(met, word.region) ?? met, {})
}

function countAmounts(block: TableBlock): number {
  return block.grid.rows.flatMap((row) => row.cells).filter((cell) => /^[-−△▲(（]?[\d,，]+\.\d+[)）]?$/u.test(cell.text)).length
}

function tableProblems(table: RecognisedTable, block: TableBlock): readonly Problem[] {
  const problems: Problem[] = []
  const printed = table.cells.some((cell) => cell.printed.kind !== 'blank' && cell.printed.kind !== 'dash')
  if (block.units.length === 0 && printed) {
    problems.push({
      code: 'audit.table.noUnit',
      place: table.place,
      detail: `“${table.title}”没有注明金额单位，表内金额未读。`,
      remedy: '在表的右上方注明“单位：万元”（或元），再重新审核。',
    })
  }
  const [first, second] = block.units
  if (first !== undefined && second !== undefined) {
    problems.push({
      code: 'audit.table.twoUnits',
      place: second.place,
      detail: `“${table.title}”同时注明“${first.unit}”和“${second.unit}”，无法确定金额单位，表内金额未读。`,
      remedy: '只保留与表内数字相符的一个单位。',
    })
  }
  const duplicated = table.cells.find((cell) => cell.unbound?.endsWith('重复') === true)
  if (duplicated !== undefined) {
    problems.push({
      code: 'audit.table.duplicateRow',
      place: duplicated.place,
      detail: `“${table.title}”中${duplicated.unbound ?? ''}，后一行未参与勾稽。`,
      remedy: '核对科目编码或名称，合并重复的行。',
    })
  }
  return problems
}
