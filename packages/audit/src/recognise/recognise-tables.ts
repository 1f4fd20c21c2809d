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
import { alignRow } from './align-rows.ts'
import { columnGroups } from './column-groups.ts'
import { phaseOfLabel, yearOfHead } from './column-scope.ts'
import { headingRows } from './heading-rows.ts'
import { tieChanges } from './change-cells.ts'
import type { DocumentScope } from './column-scope.ts'
import { fitsTitle } from './label-fit.ts'
import { cutTables, isContents, type TableBlock } from './table-blocks.ts'
import { rejoinRows } from './rejoin-rows.ts'
import { setsLoneCommas, withoutLoneComma } from './lone-commas.ts'
import { addUp } from './repeated-rows.ts'
import { nameRows, projectColumns, type RowNames } from './row-names.ts'
import { type ProjectLine, projectNodes, rowsAhead } from './project-rows.ts'
import { settlePeriods } from './settle-periods.ts'
import { settleTransfers } from './settle-transfers.ts'
import { isIndexRow, readHeader, type TableColumn } from './table-header.ts'
import { withTablePrecision } from './table-precision.ts'
import { textColumns } from './text-columns.ts'
import { unitsOfTables } from './tables-of-units.ts'
import { titleLines } from './title-lines.ts'
import { isMeeting, meetTopics, withMeetings } from './topics.ts'
import { rowReader, type RowReader } from './table-rows.ts'
import { type NamedAmount, namesOfBody, unitNode, unitsByNumber, unitsBySubtotal, unitsInColumns } from './unit-names.ts'

export interface TableOptions extends DocumentScope {
  readonly vocabulary: Vocabulary
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
  const units = new Set([...options.body === undefined ? [] : namesOfBody(options.body), ...options.units])
  const found = cutTables(tree, options.claimed).map((block) => ({ block, titled: isContents(block) ? undefined : findKind(block, options.vocabulary) }))
  const unitRegions = unitsOfTables(found.map(({ block, titled }) => ({ kind: titled?.kind.id ?? '', title: titled?.title ?? '', body: titled === undefined ? undefined : block.body })), options.body, units)
  for (const [at, { block, titled }] of found.entries()) {
    for (const index of block.blocks) if (isContents(block)) blocks.add(index)
    if (isContents(block)) continue
    if (titled === undefined) {
      const amounts = countAmounts(block)
      if (amounts > 0) unrecognised.push({ place: block.grid.place, title: block.titles[0]?.text ?? '', reason: '表题不在词表中，表内数字未读', amounts })
      continue
    }
    for (const index of block.blocks) blocks.add(index)
    const isName = (name: string): boolean => units.has(normaliseLabel(name)) || subjectSchemes.some((scheme) => options.vocabulary.classification.byName(scheme, normaliseLabel(name)).length > 0)
    const table = readTable(`t${tables.length + 1}`, { ...block, grid: rejoinRows(block.grid, isName) }, titled.kind, titled.title, { ...options, lookup, units, unitRegion: unitRegions[at] ?? {} })
    tables.push(table)
    problems.push(...tableProblems(table, block))
    for (const { region } of table.cells) if (region?.unit !== undefined) units.add(region.unit)
    if (titled.kind.id === 'agencyOperating') for (const row of table.rows) if (lookup.words(row.label, 'row').length === 0) units.add(normaliseLabel(row.label))
  }
  return { tables: settlePeriods(settleTransfers(tables)), blocks, unrecognised, problems }
}

const subjectSchemes = ['function', 'economic', 'governmentEconomic'] as const

interface ReadOptions extends Omit<TableOptions, 'units'> {
  /** The unit that the whole table is of; empty for the document's own body. */
  readonly unitRegion: Region
  readonly lookup: LabelLookup
  readonly units: ReadonlySet<string>
}

function readTable(id: string, block: TableBlock, kind: TableKind, title: string, options: ReadOptions): RecognisedTable {
  const { lookup, vocabulary } = options
  const twoSided = 'revenue' in kind.sides
  const { columns: headed, firstRow } = readHeader(block.grid, { lookup, vocabulary, twoSided, title, year: options.year, kind: options.kind })
  const columns = textColumns(headed, block.grid.rows.slice(firstRow))
  const unit = block.units.length === 1 ? block.units[0]?.unit : undefined
  const titleRegion = { ...regionOfTitle(title, vocabulary), ...options.unitRegion }
  const loneCommas = setsLoneCommas(block.grid.rows)
  const rows: TableRow[] = []
  const cells: TableCell[] = []
  const gridRows = block.grid.rows.map((row, index) => (index < firstRow ? row : alignRow(row, columns)))
  const body = gridRows.slice(firstRow).filter((row) => !isIndexRow(row))
  const isTotal = (label: string): boolean => lookup.words(label, 'row').some((word) => word.role === 'total')
  const scopeOf = (label: string): Region => {
    const year = yearOfHead(label, options)
    return { ...year === undefined ? {} : { year: String(year) }, ...phaseOfLabel(label, options, lookup) }
  }
  const unitsFor = (tableSide: TableSide, own: readonly TableColumn[]): ReadonlySet<string> => new Set([
    ...options.units,
    ...[...unitsInColumns(own, body), ...unitsByNumber(own, body)].filter((name) => !isTotal(name)),
    ...tableSide.rows.includes('unit') && unitBeside(own) === undefined ? unitsBySubtotal(namedAmounts(body, own, unit)) : [],
  ])
  const hasMeetings = columns.some((column) => isMeeting(column.region))
  for (const { side, columns: printed, reads: tableSide, below } of columnGroups(hasMeetings ? columns.map(holdingMeetings) : columns, kind, body, vocabulary, lookup)) {
    const region = meetRegions(tableSide.region, titleRegion) ?? tableSide.region
    const units = unitsFor(tableSide, printed)
    const naming = nameRows(printed, body, { expected: tableSide.rows, units, isTotal, scopeOf })
    const own = projectColumns(printed, naming)
    const context = { side: { ...tableSide, region, rows: rowsOf(codedSide(tableSide, naming), naming.dimension, unitsInColumns(own, body).length > 0 || body.some((row) => units.has(unitNode(textUnder('label', row, own))))) }, vocabulary, lookup, year: options.year, kind: options.kind, units, hasMeetings: tableSide.rows.includes('threePublic') && body.some((row) => lookup.words(textUnder('label', row, own), 'row').some((word) => isMeeting(word.region))) }
    const repeated = repeatedSubjects(body, own)
    const perUnit = hasRepeatedLabels(body, own)
    const headings = headingRows(body, own)
    const lines = tableSide.rows.includes('project') ? projectLines(body, own, unit, { units, isTotal }) : []
    const projects = new Map(projectNodes(lines).map((node, at) => [body[at], node]))
    const isWhole = (row: GridRow | undefined): boolean => row !== undefined && naming.rows.get(row)?.isWhole === true
    const ahead = new Map([...rowsAhead(lines)].map(([at, next]) => [body[at], isWhole(body[next]) ? '' : unitNode(lines[next]?.name ?? '')]))
    const readRows = (pieces: ReadonlySet<string>): ReadRows => {
      const target: ReadRows = { rows: [], cells: [], again: new Set() }
      const reader = rowReader({ ...context, pieces })
      gridRows.forEach((gridRow, index) => {
        if (index < firstRow || isIndexRow(gridRow)) return
        readRow(gridRow, { id, title, side, columns: own, below, naming, projects, ahead, headings, repeated, perUnit, reader, unit, loneCommas, ...target, firstIndex: rows.length, gridIndex: index })
      })
      return target
    }
    const once = readRows(new Set())
    const inPieces = once.again.size < 2 ? once : readRows(once.again)
    const found = inPieces !== once && addUp(inPieces.cells) ? inPieces : once
    rows.push(...found.rows)
    cells.push(...found.cells)
  }
  return { id, kind: kind.id, title, place: { ...block.grid.place, table: title }, unit, noDataNote: block.noDataNote, rows, cells: withTablePrecision(tieChanges(cells)) }
}

/** Beside columns of 会议费 and 培训费 a column without a topic of its own is the total of all of them. */
function holdingMeetings(column: TableColumn): TableColumn {
  if (column.role !== 'value' || column.region === undefined || column.region.threePublic !== undefined || Object.keys(column.region).some((dimension) => dimension === 'procurement' || dimension === 'agencyOperating')) return column
  return { ...column, region: { ...column.region, ...withMeetings } }
}

/** A list of projects or purchases that is printed by subject: every row has a code. */
function codedSide(side: TableSide, { dimension, allCoded }: RowNames): TableSide {
  if (!allCoded || dimension === undefined || !side.rows.includes('project')) return side
  return { ...side, rows: [dimension, ...side.rows.filter((other) => other !== 'project')] }
}

/** The dimensions that the rows are looked up in: what the heads or the codes say stands above what the table kind expects. */
function rowsOf(side: TableSide, found: DimensionId | undefined, namesUnits: boolean): readonly DimensionId[] {
  if (namesUnits && found !== 'unit' && !side.rows.includes('unit')) return rowsOf({ ...side, rows: [...side.rows, 'unit'] }, found, false)
  if (found === undefined || found === 'project' || side.rows.includes('project')) return side.rows
  if (found === 'unit') return side.rows.includes('unit') ? ['unit'] : [...side.rows, 'unit']
  const schemes: readonly DimensionId[] = ['function', 'economic', 'governmentEconomic']
  return schemes.includes(found) && side.rows.some((dimension) => schemes.includes(dimension)) ? [found, ...side.rows.filter((dimension) => !schemes.includes(dimension))] : side.rows
}

interface ReadRows {
  readonly rows: TableRow[]
  readonly cells: TableCell[]
  /** The regions that more than one row has, as keys. */
  readonly again: Set<string>
}

interface RowTarget extends ReadRows {
  readonly id: string
  readonly title: string
  readonly side: TableRow['side']
  readonly columns: readonly TableColumn[]
  readonly below: readonly TableColumn[] | undefined
  readonly naming: RowNames
  /** Rows that only head the rows below them. */
  readonly headings: ReadonlySet<GridRow>
  /** The projects of the rows as nodes. */
  readonly projects: ReadonlyMap<GridRow | undefined, string>
  /** The units of rows that only print the next row ahead. */
  readonly ahead: ReadonlyMap<GridRow | undefined, string>
  readonly repeated: ReadonlySet<string>
  /** Whether one project name stands with several units: then the unit beside it is needed to tell its rows apart. */
  readonly perUnit: boolean
  readonly reader: RowReader
  readonly unit: PrintedUnit | undefined
  /** Whether the table sets one comma only in its large amounts. */
  readonly loneCommas: boolean
  /** The index of the side's first row in the table. */
  readonly firstIndex: number
  readonly gridIndex: number
}

function readRow(gridRow: GridRow, target: RowTarget): void {
  const { columns, side, title } = target
  const name = target.naming.rows.get(gridRow)
  const code = name?.code ?? codeOf(gridRow, columns)
  const unitColumn = unitBeside(columns)
  const unitName = unitColumn === undefined ? '' : (gridRow.cells[unitColumn.index]?.text ?? '')
  const own = textUnder('label', gridRow, columns.filter((column) => column !== unitColumn))
  const label = [own, unitName, totalAcross(gridRow, columns), code === '' ? (name?.label ?? '') : ''].find((text) => text !== '') ?? ''
  const values = columns.filter((column) => column.role === 'value')
  // A shorter list beside a longer one is filled up with nameless rows of nothing.
  const isNothing = columns.some(({ role }) => role === 'label' || role === 'code') ? /^[\s0.,—–-]*$/u : /^$/u
  if (code === '' && label === '' && values.every((column) => isNothing.test(normaliseDigits(gridRow.cells[column.index]?.text ?? '')))) return
  // A total can be printed across the code column: its word then stands where a code would.
  const named = label === '' ? { label: code, code: undefined } : { label, code: code === '' ? undefined : code }
  const numbersUnits = target.naming.dimension === 'unit' || columns.every(({ role, heads }) => role !== 'code' || /单位|部门代码|部门编码/u.test(heads.at(-1) ?? ''))
  const beside = Object.keys(name?.beside ?? {}).length === 0 && target.repeated.has(subjectOf(gridRow, columns)) ? textUnder('name', gridRow, columns) : undefined
  const reading = columns.every(({ role }) => role === 'value' || role === 'ordinal')
    ? target.reader.readUnlabelled()
    : target.reader.read({
      label: name?.reads ?? named.label, code: numbersUnits ? undefined : named.code, beside, unit: own === '' || !target.perUnit ? undefined : unitName,
      also: name?.beside, isWhole: name?.isWhole, project: target.projects.get(gridRow), isHeading: target.headings.has(gridRow), ahead: target.ahead.get(gridRow),
    })
  const names = columns.filter((column) => column.role === 'name').map((column) => [column.heads.at(-1) ?? '', gridRow.cells[column.index]?.text ?? ''] as const)
  const row = target.firstIndex + target.rows.length
  if (reading.again !== undefined) target.again.add(reading.again)
  const rowName = named.code ?? named.label
  target.rows.push({ label: named.label, code: named.code, texts: Object.fromEntries(names), side, place: { ...gridRow.place, table: title, row: rowName } })
  const counts = countsThings.test(normaliseLabel(named.label))
  for (const [at, column] of values.entries()) {
    const cell = gridRow.cells[column.index]
    if (cell === undefined) continue
    const region = reading.region === undefined || column.region === undefined ? undefined : meetTopics(reading.region, column.region)
    target.cells.push({
      id: `${target.id}.${target.gridIndex + 1}.${column.index + 1}`,
      printed: readAmount(cell.text, target.unit, target.loneCommas),
      place: { ...cell.place, table: title, row: rowName, column: column.heads.join(' / ') },
      region: counts ? undefined : region,
      unbound: counts ? '计数，不是金额' : whyUnbound(reading.unknown, column, region),
      ...counts ? { isCount: true as const } : {},
      partial: reading.partial,
      ...column.otherYear === undefined ? {} : { otherYear: column.otherYear },
      row,
      column: target.below?.[at]?.index ?? column.index,
      side,
    })
  }
}

/** The word of a total that is printed across columns which only remark on the label. */
function totalAcross(row: GridRow, columns: readonly TableColumn[]): string {
  const texts = columns.filter(({ role }) => role !== 'value').map((column) => row.cells[column.index]?.text ?? '')
  return texts.find((text) => /^(?:合计|总计)$/u.test(normaliseLabel(text))) ?? ''
}

/** A row that says in what it counts: 1.因公出国（境）团组数（个）, 单价50万元以上通用设备（台、套）. */
const countsThings = /\((?:个|辆|人|人次|批|批次|次|台|套|台、套|台\/套|台\(套\)|台套|户|间|件|项|家|平方米|亩)\)$/u

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

function projectLines(rows: readonly GridRow[], columns: readonly TableColumn[], unit: PrintedUnit | undefined, { units, isTotal }: { readonly units: ReadonlySet<string>; readonly isTotal: (label: string) => boolean }): readonly ProjectLine[] {
  const beside = unitBeside(columns)
  return namedAmounts(rows, columns.filter((column) => column !== beside), unit).map(({ name, amount }, at) => ({
    name, amount, isHead: isTotal(name) || units.has(unitNode(name)), unit: unitNode(rows[at]?.cells[beside?.index ?? -1]?.text ?? ''),
  }))
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

function readAmount(text: string, unit: PrintedUnit | undefined, loneCommas = false): PrintedAmount {
  if (unit !== undefined) return loneCommas ? { ...parseAmount(withoutLoneComma(text), unit), text } : parseAmount(text, unit)
  return text === '' ? { kind: 'blank', text } : { kind: 'unreadable', text, reason: 'no-unit' }
}

function whyUnbound(unknownRow: string | undefined, column: TableColumn, region: Region | undefined): string | undefined {
  if (unknownRow !== undefined) return unknownRow
  if (column.unknown !== undefined) return `列头“${column.unknown}”不在词表中`
  if (region === undefined) return `行与列头“${column.heads.join(' / ')}”的范围互相排斥`
  return undefined
}

function findKind(block: TableBlock, vocabulary: Vocabulary): { readonly kind: TableKind; readonly title: string } | undefined {
  for (const text of titleLines(block.titles)) {
    const title = normaliseLabel(text)
    // A sentence that mentions a table is not its title.
    if (title.length > 60 || /[。；]/u.test(title)) continue
    const kind = vocabulary.tableKinds.find((candidate) => fitsTitle(title, candidate.title) && hasHead(block, candidate.heads))
    if (kind !== undefined) return { kind, title: text.replace(/\s+/gu, '') }
  }
  return undefined
}

/** Whether one of the heads that a kind demands stands in the first rows of the table. */
function hasHead(block: TableBlock, heads: TableKind['heads']): boolean {
  return heads === undefined || block.grid.rows.slice(0, 6).some((row) => row.cells.some((cell) => heads.includes(normaliseLabel(cell.text))))
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
