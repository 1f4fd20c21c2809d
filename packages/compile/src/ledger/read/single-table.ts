/**
 * What a 支出明细 alone says about the rest of the ledger: department, units and projects. All of it is told to the reader.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import { ledgerCellKey } from '../cell-key.ts'
import type { BudgetLine, Ledger, LedgerDepartment, LedgerProject, LedgerUnit, UnitNature } from '../ledger.ts'
import { valueOfWord } from '../sheets/word-lists.ts'
import { cellAt, type FoundTable } from './find-table.ts'
import type { ReadingState } from './ledger-of-tables.ts'

/** The department that the lines' own columns name: 预算年度 (FISCAL_YEAR), 部门名称, 部门编码 (DEPT_CODE). */
export function departmentFromLines(table: FoundTable, { list }: ReadingState): LedgerDepartment {
  const years = valuesOf(table, ['预算年度', '年度', 'FISCAL_YEAR'])
  const year = years.length === 1 && /^20\d\d$/u.test(years[0] ?? '') ? Number(years[0]) : 0
  if (year === 0) {
    list.problem(cellAt(table.sheet.name, table.headRow, 0, ''), {
      cause: 'year-missing',
      detail: years.length > 1 ? `明细里有不止一个年度：${years.slice(0, 4).join('、')}。` : '只有支出明细一张表，看不出是哪一年的预算。',
      remedy: '请加一列“预算年度”（或 FISCAL_YEAR），每行填同一个四位年份；或用完整的台账工作簿。',
    })
  }
  const name = valuesOf(table, ['部门名称', '部门', 'DEPT_NAME'])[0] ?? ''
  return { name, code: valuesOf(table, ['部门编码', '部门代码', 'DEPT_CODE'])[0] ?? '', year, level: 'department' }
}

/** Adds the units and projects that the lines name. */
export function completeFromLines(ledger: Ledger, table: FoundTable, state: ReadingState): Ledger {
  const rowNumbered = new Map(table.rows.map((row) => [row.number, row]))
  const cellOfLine = (line: number, column: number | undefined): string => {
    const row = rowNumbered.get(state.places.locate(ledgerCellKey('lines', line)).row)
    return column === undefined ? '' : row?.cells[column]?.text ?? ''
  }
  const units = unitsOf(ledger, state, (line) => valueOfWord('nature', cellOfLine(line, columnAt(table, ['单位性质']))))
  const kindColumn = table.columns.get('use')?.index
  const projects = new Map<string, LedgerProject>()
  ledger.lines.forEach(({ use, unit }, index) => {
    if (use.kind !== 'project' || use.project === '' || projects.has(use.project)) return
    const known = valueOfWord('projectClass', cellOfLine(index, kindColumn))
    projects.set(use.project, { name: use.project, code: '', unit, class: known ?? 'specificTarget' })
  })
  const name = ledger.department.name === '' ? units[0]?.name ?? '' : ledger.department.name
  state.list.notice(cellAt(table.sheet.name, table.headRow, 0, ''), {
    cause: 'derived-from-lines',
    detail: `只有支出明细：部门取“${name}”，单位 ${units.length} 个、项目 ${projects.size} 个取自明细，没有写明类别的项目算特定目标类。`,
    remedy: '人员、车辆、文字说明和绩效目标没有内容；需要的请用完整的台账工作簿。',
  })
  return { ...ledger, department: { ...ledger.department, name }, units, projects: [...projects.values()] }
}

function unitsOf({ lines }: Ledger, { list, places }: ReadingState, statedNature: (line: number) => UnitNature | undefined): readonly LedgerUnit[] {
  const natures = new Map<string, UnitNature>()
  const firstLine = new Map<string, number>()
  lines.forEach((line, index) => {
    if (line.unit === '') return
    if (!firstLine.has(line.unit)) firstLine.set(line.unit, index)
    if (natures.has(line.unit)) return
    const nature = statedNature(index) ?? natureOfLine(line)
    if (nature !== undefined) natures.set(line.unit, nature)
  })
  return [...firstLine].map(([name, index]) => {
    const nature = natures.get(name)
    if (nature === undefined) {
      list.problem(places.locate(ledgerCellKey('lines', index, 'unit')), {
        cause: 'unit-nature-missing',
        detail: `看不出“${name}”是行政单位还是事业单位。`,
        remedy: '请加一列“单位性质”（行政单位、参公事业单位、事业单位），或填上政府经济科目。',
      })
    }
    return { name, code: '', nature: nature ?? 'institution' }
  })
}

/** 505 and 506 are paid to institutions, 501 to 504 are what agencies spend themselves (财预〔2017〕98号). */
function natureOfLine({ governmentEconomic = '' }: BudgetLine): UnitNature | undefined {
  if (/^50[56]/u.test(governmentEconomic)) return 'institution'
  return /^50[1-4]/u.test(governmentEconomic) ? 'administrative' : undefined
}

function valuesOf(table: FoundTable, heads: readonly string[]): readonly string[] {
  const column = columnAt(table, heads)
  if (column === undefined) return []
  return [...new Set(table.rows.flatMap((row) => row.cells[column]?.text ?? []))]
}

function columnAt(table: FoundTable, heads: readonly string[]): number | undefined {
  const head = table.sheet.rows.find((row) => row.number === table.headRow)
  const wanted = new Set(heads.map((name) => normaliseLabel(name).toUpperCase()))
  const index = head?.cells.findIndex((cell) => cell !== undefined && wanted.has(normaliseLabel(cell.text).toUpperCase())) ?? -1
  return index === -1 ? undefined : index
}
