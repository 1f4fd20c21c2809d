/**
 * From found tables to a ledger. A value that could not be read is replaced by a placeholder and noted as unread: the
 * ledger is only handed out when there is none.
 *
 * @module
 */
import { type Fen, zeroFen } from '@mingzhang/money'
import { type LedgerCellKey, ledgerCellKey } from '../cell-key.ts'
import type {
  BudgetLine, CarriedOutLine, FundingSource, Ledger, LedgerAsset, LedgerFacts, LedgerProject, LedgerText, LedgerUnit, LocalCode, PerformanceForm,
  PinnedAmount, PriorYearAmount, ProcurementLine, RevenueLine,
} from '../ledger.ts'
import type { RawRow } from '../raw/raw-workbook.ts'
import type { SheetId } from '../sheets/sheet-definitions.ts'
import type { CellPlaces } from './cell-places.ts'
import { type FoundTable, isTotalWord } from './find-table.ts'
import { attachIndicators, type IndicatorRow } from './attach-indicators.ts'
import type { ProblemList } from './problem-list.ts'
import { type NameIndex, nameIndex } from './name-index.ts'
import { rowCursor, type RowCursor } from './row-cursor.ts'

/** A code that was written with a name behind it, to be compared with the classification. */
export interface NamedCode {
  readonly key: LedgerCellKey
  readonly digits: string
  readonly name: string
}

export interface TableReading {
  readonly ledger: Omit<Ledger, 'department'>
  readonly namedCodes: readonly NamedCode[]
}

export interface ReadingState {
  readonly list: ProblemList
  readonly places: CellPlaces
}

/** Reads every table; one that is missing counts as empty. */
export function ledgerOfTables(tables: ReadonlyMap<SheetId, FoundTable>, state: ReadingState): TableReading {
  const namedCodes: NamedCode[] = []
  const rowsOf = <Item>(sheet: SheetId, list: string, read: (row: RowCursor, key: LedgerCellKey) => Item | undefined): readonly Item[] => {
    const table = tables.get(sheet)
    return table === undefined ? [] : readRows(table, list, state, read)
  }
  const codeOf = (row: RowCursor, key: LedgerCellKey, field: string): string | undefined => {
    const code = row.code(field)
    if (code === undefined) return undefined
    if (code.digits === '') {
      row.problem(field, { cause: 'code-missing', detail: `“${code.name}”只有名称，没有编码。`, remedy: '请填科目编码，或从下拉框选择“编码 名称”。' })
      return undefined
    }
    if (code.name !== '') namedCodes.push({ key: `${key}.${field}`, ...code })
    return code.digits
  }

  const units = rowsOf('units', 'units', (row): LedgerUnit => ({
    name: row.text('name'), code: row.text('code'), nature: row.word('nature', 'nature') ?? 'institution',
  }))
  const unitNames = nameIndex(units)
  const unitOf = (row: RowCursor, field = 'unit'): string => unitNames(row.text(field))
  const projects = rowsOf('projects', 'projects', (row): LedgerProject => ({
    name: row.text('name'), code: row.text('code'), unit: unitOf(row), class: row.word('class', 'projectClass') ?? 'specificTarget',
  }))
  const projectNames = nameIndex(projects)
  const ignoredProjects = createIgnoredProjects(state)
  const useOf = (row: RowCursor, field: string): BudgetLine['use'] => readUse(row, field, projectNames, ignoredProjects.add)

  const lines = rowsOf('lines', 'lines', (row, key): BudgetLine => ({
    unit: unitOf(row), use: useOf(row, 'use'), function: codeOf(row, key, 'function') ?? '', economic: codeOf(row, key, 'economic'),
    governmentEconomic: codeOf(row, key, 'governmentEconomic'), fund: row.word('fund', 'fund') ?? 'fiscal/generalPublic',
    period: row.word('period', 'period') ?? 'current', source: row.word('source', 'source'), amount: row.amount('amount') ?? zeroFen,
  }))
  const revenue = rowsOf('revenue', 'revenue', (row, key): RevenueLine => ({
    unit: unitOf(row), fund: row.word('fund', 'fund') ?? 'fiscal/generalPublic', period: row.word('period', 'period') ?? 'current',
    subject: codeOf(row, key, 'subject'), amount: row.amount('amount') ?? zeroFen,
  }))
  const carriedOut = rowsOf('carriedOut', 'carriedOut', (row, key): CarriedOutLine => ({
    unit: unitOf(row), function: codeOf(row, key, 'function') ?? '', fund: row.word('fund', 'fund') ?? 'fiscal/generalPublic',
    period: row.word('period', 'period') ?? 'current', amount: row.amount('amount') ?? zeroFen,
  }))
  const forms = rowsOf('forms', 'forms', (row): PerformanceForm => readForm(row, useOf(row, 'subject'), unitNames))
  const indicators = rowsOf('indicators', 'indicators', (row): IndicatorRow => ({
    subject: useOf(row, 'subject'), row,
    indicator: {
      span: row.word('span', 'span') ?? 'annual', level1: row.text('level1'), level2: row.text('level2'), name: row.text('name'), value: row.text('value'),
    },
  }))
  const ledger: Omit<Ledger, 'department'> = {
    units, projects, lines, revenue, carriedOut,
    // An item without an amount is not known, whatever the row is for.
    priorYear: rowsOf('priorYear', 'priorYear', (row): PriorYearAmount | undefined => {
      const amount = row.amount('amount')
      return amount === undefined ? undefined : { item: row.word('item', 'priorYearItem') ?? 'total', amount }
    }),
    procurement: rowsOf('procurement', 'procurement', (row): ProcurementLine => ({
      unit: unitOf(row), kind: row.word('kind', 'procurement') ?? 'goods', name: row.text('name'), amount: row.amount('amount') ?? zeroFen,
    })),
    facts: {
      headcount: rowsOf('headcount', 'facts.headcount', (row): LedgerFacts['headcount'][number] => ({
        unit: unitOf(row), kind: row.word('kind', 'headcount') ?? 'institutionPosts', people: row.count('people') ?? 0,
      })),
      vehicles: rowsOf('vehicles', 'facts.vehicles', (row): LedgerFacts['vehicles'][number] => ({
        unit: unitOf(row), kind: row.text('kind'), count: row.count('count') ?? 0,
      })),
      assets: rowsOf('assets', 'facts.assets', (row): LedgerAsset => ({
        unit: unitOf(row), kind: row.word('kind', 'asset') ?? 'building', name: row.text('name'), size: row.text('size'),
        original: row.amount('original'), depreciation: row.amount('depreciation'),
      })),
    },
    texts: rowsOf('texts', 'texts', (row): LedgerText | undefined => {
      const text = row.text('text')
      return text === '' ? undefined : { item: row.word('item', 'textItem') ?? 'other', text }
    }),
    forms: attachIndicators(forms, indicators, state.places),
    localCodes: rowsOf('localCodes', 'localCodes', (row): LocalCode => ({
      scheme: row.word('scheme', 'scheme') ?? 'function', code: row.text('code'), name: row.text('name'),
    })),
    pinned: rowsOf('pinned', 'pinned', (row): PinnedAmount => ({
      table: row.text('table'), row: row.text('row'), column: row.text('column'), printed: row.amount('printed') ?? zeroFen,
    })),
  }
  ignoredProjects.report()
  return { ledger, namedCodes }
}

function readRows<Item>(
  table: FoundTable, list: string, { list: problems, places }: ReadingState, read: (row: RowCursor, key: LedgerCellKey) => Item | undefined,
): readonly Item[] {
  const items: Item[] = []
  const hasAmounts = [...table.columns.values()].some((column) => column.definition.kind.is === 'amount')
  places.addTable(table)
  for (const row of table.rows) {
    if (![...table.columns.values()].some((column) => row.cells[column.index] !== undefined)) continue
    const key = ledgerCellKey(list, items.length)
    const cursor = rowCursor(table, row, key, problems)
    if (hasAmounts && reportTotalRow(table, row, cursor)) continue
    const item = read(cursor, key)
    if (item === undefined) continue
    items.push(item)
    places.addRow(list, row.number)
  }
  return items
}

/** A total among the data would be counted twice. It calls itself so where a row says what it is, never in a free text. */
function reportTotalRow(table: FoundTable, row: RawRow, cursor: RowCursor): boolean {
  if (table.definition.id === 'pinned') return false
  const column = [...table.columns.values()].find(({ index, definition }) => {
    const { is } = definition.kind
    return (is === 'unit' || is === 'project' || is === 'word' || is === 'code') && isTotalWord(row.cells[index]?.text ?? '')
  })
  if (column === undefined) return false
  cursor.problem(column.definition.field, {
    cause: 'total-row', detail: `第 ${row.number} 行是“${row.cells[column.index]?.text ?? ''}”，会被重复计算。`, remedy: '请删去这一行；合计由程序计算。',
  })
  return true
}

function readUse(row: RowCursor, field: string, projectNames: NameIndex, ignore: (row: RowCursor) => void): BudgetLine['use'] {
  const kind = row.word(field, 'use')
  const project = projectNames(row.text('project'))
  if (kind === 'project' && project === '') {
    row.problem('project', { cause: 'project-missing', detail: '项目支出没有填项目名称。', remedy: '请从下拉框选择项目；新项目先在“项目”表登记。' })
  }
  if (kind === 'personnel' || kind === 'operating') {
    if (project !== '') ignore(row)
    return { kind }
  }
  return { kind: 'project', project }
}

/** Exports give basic expenditure a project name too: said once, with how often. */
function createIgnoredProjects({ list }: ReadingState): { readonly add: (row: RowCursor) => void; readonly report: () => void } {
  let first: RowCursor | undefined
  let count = 0
  return {
    add: (row) => {
      first ??= row
      count += 1
    },
    report: () => {
      if (first === undefined) return
      list.notice(first.locate('project'), {
        cause: 'basic-with-project', detail: `人员类和公用经费不分项目，${count} 行填的项目名称没有采用。`, remedy: '如果是项目支出，请把支出类别改为“项目”。',
      })
    },
  }
}

const lifeFundingFields = ['central', 'provincial', 'local', 'selfRaised', 'other'] as const satisfies readonly FundingSource[]

function readForm(row: RowCursor, subject: PerformanceForm['subject'], unitNames: NameIndex): PerformanceForm {
  const lifeFunding: Partial<Record<FundingSource, Fen>> = {}
  for (const field of lifeFundingFields) {
    const amount = row.amount(field)
    if (amount !== undefined) lifeFunding[field] = amount
  }
  const unit = row.optionalText('unit')
  return {
    subject,
    unit: unit === undefined ? undefined : unitNames(unit),
    attribute: row.text('attribute'), duration: row.text('duration'),
    lifeFunding: Object.keys(lifeFunding).length === 0 ? undefined : lifeFunding,
    overview: row.text('overview'), basis: row.text('basis'), necessity: row.text('necessity'), measures: row.text('measures'), plan: row.text('plan'),
    lifeGoal: row.text('lifeGoal'), annualGoal: row.text('annualGoal'), indicators: [],
    responsible: row.text('responsible'), handler: row.text('handler'), phone: row.text('phone'), filledOn: row.text('filledOn'),
  }
}
