/**
 * The relations between the thirteen tables that practitioners know by heart, written down cell by cell.
 *
 * They are what the derived identities are measured against, so nothing here uses regions: a cell is found by its
 * table, row and column alone. The numbers are those of the practitioners' list. Relations of other kinds are checked
 * elsewhere: upper bounds (in 19, 23, 28, 42, 45), the mapping between economic subjects (34, 35), notes below empty
 * tables (39) and the floor of the “三公”经费 (43) by rules, and 50 cannot be seen in the tables.
 */
import type { Relation } from '@mingzhang/figures'
import type { RecognisedTable } from '../src/index.ts'
import { type FoundCell, type RowName, tableCells, type TableCells } from './table-cells.ts'

export interface KnownIdentity {
  /** Its number in the list. */
  readonly item: number
  readonly name: string
  readonly relation: Relation
  /** Σ coefficient · printed value in fen, and below which size rounding explains it. */
  readonly residual: number
  readonly bound: number
}

const total: RowName = { name: /^(?:合计|部门合计|总计)$/u }
const anyColumn = /./u
const totalColumn = /(?:合计|小计|总计|金额|预算数|\d{4}年度?)$/u
const basic = /基本支出$/u
const project = /项目支出$/u
const personnel = /人员经费$/u
const operating = /公用经费$/u
const current = /(?:当年|本年)(?:预算)?安排/u
const carriedIn = /上年结转/u
const fiscalFunds: readonly RegExp[] = [/一般公共预算/u, /政府性基金/u, /国有资本经营/u]
const allFunds: readonly RegExp[] = [...fiscalFunds, /财政专户/u, /单位资金/u]

/** Every hard relation of the list that the tables at hand can show, conditional ones where their condition holds. */
export function knownIdentities(tables: readonly RecognisedTable[]): readonly KnownIdentity[] {
  const t = openTables(tables)
  const known: KnownIdentity[] = []
  /** whole = Σ parts. A part without a cell holds nothing; without the whole there is nothing to say. */
  const sum = (item: number, name: string, whole: Cell, ...parts: readonly Cell[]): void => {
    if (whole !== undefined) known.push(relationOf(item, name, [whole], parts))
  }
  /** left = right, both sides sums. Said only where all cells are there. */
  const same = (item: number, name: string, left: readonly Cell[], right: readonly Cell[]): void => {
    if ([...left, ...right].every((cell) => cell !== undefined)) known.push(relationOf(item, name, left, right))
  }
  const hierarchy = (item: number, name: string, table: TableCells): void => {
    for (const column of table.columns.map(exactly)) {
      for (const [whole, parts] of levels(table)) sum(item, `${name} ${nameOfRow(whole)} 列 ${column.source}`, table.cell(whole, column), ...parts.map((part) => table.cell(part, column)))
    }
  }

  revenueAndExpenditure(t, sum, same)
  revenueByFunction(t, sum, same)
  expenditureByFunction(t, sum, same)
  for (const [item, name, table] of [[11, 'T2', t.t2], [15, 'T3', t.t3], [26, 'T5', t.t5], [36, 'T7', t.t7], [37, 'T8', t.t8]] as const) hierarchy(item, `${name} 层级`, table)
  fiscalAppropriation(t, sum, same)
  generalPublic(t, sum, same)
  basicByEconomic(t, sum, same)
  smallBudgets(t, sum, same)
  threePublicAndOperating(t, sum)
  projects(t, sum, same)
  return known
}

type Cell = FoundCell | undefined
type Sum = (item: number, name: string, whole: Cell, ...parts: readonly Cell[]) => void
type Same = (item: number, name: string, left: readonly Cell[], right: readonly Cell[]) => void
type Tables = ReturnType<typeof openTables>

function openTables(tables: readonly RecognisedTable[]) {
  return {
    t1r: tableCells(tables, 'revenueExpenditureSummary', 'revenue'),
    t1: tableCells(tables, 'revenueExpenditureSummary', 'expenditure'),
    t2: tableCells(tables, 'revenueSummary'),
    t3: tableCells(tables, 'expenditureSummary'),
    t4r: tableCells(tables, 'fiscalAppropriationSummary', 'revenue'),
    t4: tableCells(tables, 'fiscalAppropriationSummary', 'expenditure'),
    t5: tableCells(tables, 'generalPublicExpenditure'),
    t6: tableCells(tables, 'generalPublicBasicExpenditure'),
    t7: tableCells(tables, 'governmentFundRevenue'),
    t8: tableCells(tables, 'governmentFundExpenditure'),
    t9r: tableCells(tables, 'stateCapitalSummary', 'revenue'),
    t9: tableCells(tables, 'stateCapitalSummary', 'expenditure'),
    t10: tableCells(tables, 'threePublic'),
    t11: tableCells(tables, 'agencyOperating'),
    t12: tableCells(tables, 'currentProjects'),
    t13: tableCells(tables, 'carriedProjects'),
  }
}

const currentRevenue: RowName = { name: /^本年收入(?:合计|小计)?$/u }
const revenueTotal: RowName = { name: /^(?:收入总计|收入合计)$/u }
const carriedRevenue: RowName = { name: /^上年结转/u }
const spentTotal: RowName = { name: /^本年支出(?:合计|小计)?$/u }
const carriedOut: RowName = { name: /^(?:年终|年末)结转|^结转下年/u }
const expenditureTotal: RowName = { name: /^(?:支出总计|支出合计)$/u }
const fund = (name: RegExp, nth = 1): RowName => ({ name, nth })

/** A. 预算收支总表. */
function revenueAndExpenditure({ t1, t1r }: Tables, sum: Sum, same: Same): void {
  sum(1, 'T1 本年收入合计 = 各资金', t1r.cell(currentRevenue, anyColumn), ...allFunds.map((name) => t1r.cell(fund(name), anyColumn)))
  sum(2, 'T1 收入总计 = 本年收入合计 + 上年结转', t1r.cell(revenueTotal, anyColumn), t1r.cell(currentRevenue, anyColumn), t1r.cell(carriedRevenue, anyColumn))
  for (const { index, name } of t1.rows) sum(3, `T1 ${name} 合计 = 当年 + 结转`, t1.cell(index, totalColumn), t1.cell(index, current), t1.cell(index, carriedIn))
  for (const column of [totalColumn, current, carriedIn]) {
    sum(4, `T1 本年支出合计 = 各类 列 ${column.source}`, t1.cell(spentTotal, column), ...classRows(t1).map(({ index }) => t1.cell(index, column)))
    sum(5, `T1 支出总计 = 本年支出合计 + 年终结转 列 ${column.source}`, t1.cell(expenditureTotal, column), t1.cell(spentTotal, column), t1.cell(carriedOut, column))
  }
  same(6, 'T1 收入总计 = 支出总计', [t1r.cell(revenueTotal, anyColumn)], [t1.cell(expenditureTotal, totalColumn)])
  if (!holdsMoney(t1.cell(carriedOut, totalColumn))) {
    same(7, 'T1 本年收入合计 = 当年预算安排', [t1r.cell(currentRevenue, anyColumn)], [t1.cell(spentTotal, current)])
    same(7, 'T1 上年结转 = 上年结转安排', [t1r.cell(carriedRevenue, anyColumn)], [t1.cell(spentTotal, carriedIn)])
  }
}

/** B. 预算收入总表. */
function revenueByFunction({ t1, t1r, t2 }: Tables, sum: Sum, same: Same): void {
  for (const name of allFunds) same(8, `T2 合计 ${name.source} = T1`, [t2.cell(total, name)], [t1r.cell(fund(name), anyColumn)])
  same(8, 'T2 合计 = T1 本年收入合计', [t2.cell(total, totalColumn)], [t1r.cell(currentRevenue, anyColumn)])
  same(9, 'T2 上年结转 = T1 上年结转', [t2.cell(total, carriedIn)], [t1r.cell(carriedRevenue, anyColumn)])
  for (const { index, name } of t2.rows) sum(10, `T2 ${name} 合计 = 各资金`, t2.cell(index, totalColumn), ...allFunds.map((column) => t2.cell(index, column)))
  for (const { code, name } of classes(t2)) {
    same(12, `T2 ${code} = T1 当年安排`, [t2.cell(code, totalColumn)], [t1.cell(name, current)])
    same(12, `T2 ${code} 上年结转 = T1 结转安排`, [t2.cell(code, carriedIn)], [t1.cell(name, carriedIn)])
  }
}

/** C. 预算支出总表. */
function expenditureByFunction({ t1, t2, t3 }: Tables, sum: Sum, same: Same): void {
  same(13, 'T3 合计 = T1 本年支出合计', [t3.cell(total, totalColumn)], [t1.cell(spentTotal, totalColumn)])
  for (const { index, name } of t3.rows) sum(14, `T3 ${name} 合计 = 基本 + 项目`, t3.cell(index, totalColumn), t3.cell(index, basic), t3.cell(index, project))
  for (const { code, name } of classes(t3)) same(16, `T3 ${code} = T1`, [t3.cell(code, totalColumn)], [t1.cell(name, totalColumn)])
  for (const row of [total, ...codes(t3)]) {
    sum(17, `T3 ${nameOfRow(row)} = T2 本年 + 上年结转`, t3.cell(row, totalColumn), t2.cell(row, totalColumn), t2.cell(row, carriedIn))
  }
}

/** D. 财政拨款收支总表. */
function fiscalAppropriation({ t1, t1r, t4, t4r }: Tables, sum: Sum, same: Same): void {
  const carried: RowName = { name: /^上年(?:财政拨款)?结转/u }
  for (const name of fiscalFunds) same(18, `T4 ${name.source} = T1`, [t4r.cell(fund(name), anyColumn)], [t1r.cell(fund(name), anyColumn)])
  sum(18, 'T4 本年收入合计 = 三项', t4r.cell(currentRevenue, anyColumn), ...fiscalFunds.map((name) => t4r.cell(fund(name), anyColumn)))
  sum(19, 'T4 上年财政拨款结转 = 三项', t4r.cell(carried, anyColumn), ...fiscalFunds.map((name) => t4r.cell(fund(name, 2), anyColumn)))
  sum(20, 'T4 收入总计 = 本年收入合计 + 上年财政拨款结转', t4r.cell(revenueTotal, anyColumn), t4r.cell(currentRevenue, anyColumn), t4r.cell(carried, anyColumn))
  same(20, 'T4 收入总计 = 支出总计', [t4r.cell(revenueTotal, anyColumn)], [t4.cell(expenditureTotal, totalColumn)])
  for (const { index, name } of t4.rows) sum(21, `T4 ${name} 小计 = 三项`, t4.cell(index, totalColumn), ...fiscalFunds.map((column) => t4.cell(index, column)))
  for (const column of [totalColumn, ...fiscalFunds]) {
    sum(21, `T4 本年支出合计 = 各类 列 ${column.source}`, t4.cell(spentTotal, column), ...classRows(t4).map(({ index }) => t4.cell(index, column)))
  }
  for (const name of fiscalFunds) {
    same(22, `T4 ${name.source} 支出 + 年终结转 = 收入 + 结转`, [t4.cell(spentTotal, name), t4.cell(carriedOut, name)], [t4r.cell(fund(name), anyColumn), t4r.cell(fund(name, 2), anyColumn)])
  }
  const others = allFunds.slice(3).some((name) => holdsMoney(t1r.cell(fund(name), anyColumn)))
  if (!others && t4r.cell(carried, anyColumn)?.value === t1r.cell(carriedRevenue, anyColumn)?.value) {
    for (const { name } of classRows(t4)) same(23, `T4 ${name} = T1（全部为财政拨款）`, [t4.cell(name, totalColumn)], [t1.cell(name, totalColumn)])
  }
}

/** E. 一般公共预算支出预算表. */
function generalPublic({ t1r, t2, t3, t4, t4r, t5 }: Tables, sum: Sum, same: Same): void {
  const own = /一般公共预算/u
  for (const [name, cell] of [['T1', t1r.cell(fund(own), anyColumn)], ['T4', t4r.cell(fund(own), anyColumn)], ['T2', t2.cell(total, own)]] as const) {
    same(24, `T5 合计 = ${name} 一般公共预算`, [t5.cell(total, totalColumn)], [cell])
  }
  for (const { index, name } of t5.rows) sum(25, `T5 ${name} 合计 = 基本 + 项目`, t5.cell(index, totalColumn), t5.cell(index, basic), t5.cell(index, project))
  for (const code of codes(t5)) {
    same(27, `T5 ${code} = T2 一般公共预算`, [t5.cell(code, totalColumn)], [t2.cell(code, own)])
    const single = allFunds.slice(1).every((name) => !holdsMoney(t2.cell(code, name)))
    // Without basic expenditure carried over, what T3 has beyond T5 is carried-over projects.
    if (single && t3.cell(code, basic)?.value === t5.cell(code, basic)?.value) {
      same(28, `T3 ${code} 项目 = T5 项目 + T2 上年结转`, [t3.cell(code, project)], [t5.cell(code, project), t2.cell(code, carriedIn)])
    }
  }
  const carriedByOthers = fiscalFunds.slice(1).some((name) => holdsMoney(t4r.cell(fund(name, 2), anyColumn)))
  for (const { code, name } of classes(t5)) {
    const carried = t2.cell(code, carriedIn)
    if (!holdsMoney(carried) || !carriedByOthers) same(29, `T4 ${code} 一般公共预算 = T5 + 结转`, [t4.cell(name, own)], [t5.cell(code, totalColumn), carried])
  }
}

/** F. 一般公共预算安排基本支出分经济科目表. */
function basicByEconomic({ t5, t6 }: Tables, sum: Sum, same: Same): void {
  same(30, 'T6 合计 = T5 基本支出', [t6.cell(total, totalColumn)], [t5.cell(total, basic)])
  for (const { index, name } of t6.rows) sum(31, `T6 ${name} 合计 = 人员 + 公用`, t6.cell(index, totalColumn), t6.cell(index, personnel), t6.cell(index, operating))
  const blocks = economicBlocks(t6)
  for (const column of [totalColumn, personnel, operating]) {
    for (const { index, name, items } of blocks) sum(32, `T6 ${name} = 各款 列 ${column.source}`, t6.cell(index, column), ...items.map((item) => t6.cell(item, column)))
    sum(32, `T6 合计 = 各类 列 ${column.source}`, t6.cell(total, column), ...blocks.map(({ index }) => t6.cell(index, column)))
  }
  for (const { index, name } of blocks) {
    if (/^工资福利支出|^对个人和家庭的补助/u.test(name)) sum(33, `T6 ${name} 公用经费为零`, t6.cell(index, operating))
    if (/^商品和服务支出/u.test(name)) sum(33, `T6 ${name} 人员经费为零`, t6.cell(index, personnel))
  }
}

/** G. 政府性基金 and 国有资本经营 tables. */
function smallBudgets({ t1r, t4, t4r, t7, t8, t9, t9r }: Tables, sum: Sum, same: Same): void {
  const [, governmentFund = anyColumn, stateCapital = anyColumn] = fiscalFunds
  same(36, 'T7 合计 = T1 政府性基金', [t7.cell(total, anyColumn)], [t1r.cell(fund(governmentFund), anyColumn)])
  same(36, 'T7 合计 = T4 政府性基金', [t7.cell(total, anyColumn)], [t4r.cell(fund(governmentFund), anyColumn)])
  same(37, 'T8 合计 + 基金结转 = T4 支出 政府性基金 + 年终结转', [t8.cell(total, totalColumn), t4r.cell(fund(governmentFund, 2), anyColumn)], [t4.cell(spentTotal, governmentFund), t4.cell(carriedOut, governmentFund)])
  for (const { index, name } of t8.rows) sum(37, `T8 ${name} 合计 = 基本 + 项目`, t8.cell(index, totalColumn), t8.cell(index, basic), t8.cell(index, project))
  same(38, 'T9 收入 = T1 国有资本经营', [t9r.cell(total, anyColumn)], [t1r.cell(fund(stateCapital), anyColumn)])
  same(38, 'T9 收入 = T4 国有资本经营', [t9r.cell(total, anyColumn)], [t4r.cell(fund(stateCapital), anyColumn)])
  same(38, 'T9 支出 + 结转 = T4 支出 国有资本经营 + 年终结转', [t9.cell(total, totalColumn), t4r.cell(fund(stateCapital, 2), anyColumn)], [t4.cell(spentTotal, stateCapital), t4.cell(carriedOut, stateCapital)])
}

/** H. “三公”经费 and I. 机关运行经费. */
function threePublicAndOperating({ t10, t11 }: Tables, sum: Sum): void {
  const vehicles: RowName = { name: /^公务用车购置[及和]运行/u }
  for (const column of t10.columns.map(exactly)) {
    sum(40, `T10 公务用车 = 购置 + 运行 列 ${column.source}`, t10.cell(vehicles, column), t10.cell({ name: /^公务用车购置(?:费|$)/u }, column), t10.cell({ name: /^公务用车运行/u }, column))
    sum(41, `T10 合计 = 出国 + 接待 + 用车 列 ${column.source}`, t10.cell(total, column), t10.cell({ name: /^因公出国/u }, column), t10.cell({ name: /^公务接待/u }, column), t10.cell(vehicles, column))
  }
  for (const { index, name } of t10.rows) sum(42, `T10 ${name} 合计 = 三项资金`, t10.cell(index, totalColumn), ...fiscalFunds.map((column) => t10.cell(index, column)))
  const [, ...units] = t11.rows
  for (const column of t11.columns.map(exactly)) sum(44, `T11 部门合计 = 各单位 列 ${column.source}`, t11.cell(total, column), ...units.map(({ index }) => t11.cell(index, column)))
  for (const { index, name } of t11.rows) sum(44, `T11 ${name} 合计 = 三项资金`, t11.cell(index, totalColumn), ...fiscalFunds.map((column) => t11.cell(index, column)))
}

/** J. The project tables. */
function projects({ t1, t1r, t3, t4r, t5, t8, t9, t12, t13 }: Tables, sum: Sum, same: Same): void {
  const [own = anyColumn, governmentFund = anyColumn, stateCapital = anyColumn] = fiscalFunds
  for (const [item, name, table] of [[46, 'T12', t12], [48, 'T13', t13]] as const) {
    const { whole, units } = unitRows(table)
    for (const column of table.columns.map(exactly)) {
      sum(item, `${name} 合计 = 各单位 列 ${column.source}`, cellAt(table, whole, column), ...units.map(({ index }) => table.cell(index, column)))
      sum(item, `${name} 合计 = 各项目 列 ${column.source}`, cellAt(table, whole, column), ...units.flatMap(({ items }) => items).map((index) => table.cell(index, column)))
      for (const unit of units) sum(item, `${name} ${unit.name} = 各项目 列 ${column.source}`, table.cell(unit.index, column), ...unit.items.map((index) => table.cell(index, column)))
    }
    for (const { index, name: row } of table.rows) sum(item, `${name} ${row} 合计 = 各资金`, table.cell(index, totalColumn), ...allFunds.map((column) => table.cell(index, column)))
  }
  const [current12, carried13] = [unitRows(t12).whole, unitRows(t13).whole]
  same(47, 'T12 一般公共预算 = T5 项目支出', [cellAt(t12, current12, own)], [t5.cell(total, project)])
  same(47, 'T12 政府性基金 = T8 项目支出', [cellAt(t12, current12, governmentFund)], [t8.cell(total, project)])
  same(47, 'T12 国有资本经营 = T9 项目支出', [cellAt(t12, current12, stateCapital)], [t9.cell(total, project)])
  same(49, 'T12 合计 + T13 合计 = T3 项目支出', [cellAt(t12, current12, totalColumn), cellAt(t13, carried13, totalColumn)], [t3.cell(total, project)])
  // Only where no basic expenditure is carried over, and none carried out, is all that is carried in a project.
  const carriedCells = [t1r.cell(carriedRevenue, anyColumn), t4r.cell({ name: /^上年(?:财政拨款)?结转/u }, anyColumn)]
  const allProjects = t3.cell(total, basic)?.value === t5.cell(total, basic)?.value && !holdsMoney(t1.cell(carriedOut, totalColumn))
  if (allProjects && carriedCells[0]?.value === carriedCells[1]?.value) {
    same(48, 'T13 合计 = T1 上年结转', [cellAt(t13, carried13, totalColumn)], [carriedCells[0]])
    same(48, 'T13 合计 = T4 上年财政拨款结转', [cellAt(t13, carried13, totalColumn)], [carriedCells[1]])
  }
}

function relationOf(item: number, name: string, left: readonly Cell[], right: readonly Cell[]): KnownIdentity {
  const terms = [...left.map((cell) => [cell, 1] as const), ...right.map((cell) => [cell, -1] as const)].flatMap(([cell, sign]) => (cell === undefined ? [] : [{ cell, sign }]))
  return {
    item,
    name: `${item} ${name}`,
    relation: terms.map(({ cell, sign }) => ({ figure: cell.id, coefficient: sign })),
    residual: terms.reduce((residual, { cell, sign }) => residual + sign * (cell.value ?? 0), 0),
    bound: terms.reduce((bound, { cell }) => bound + cell.halfDigit, 0),
  }
}

function cellAt(table: TableCells, row: number | undefined, column: RegExp): Cell {
  return row === undefined ? undefined : table.cell(row, column)
}

const holdsMoney = (cell: Cell): boolean => (cell?.value ?? 0) !== 0

/** Matches one column of a table and no other. */
const exactly = (head: string): RegExp => new RegExp(`^${head.normalize('NFKC').replace(/\s/gu, '').replace(/["“”]/gu, '').replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')}$`, 'u')

const nameOfRow = (row: RowName): string => (typeof row === 'string' ? row : '合计')

const codes = (table: TableCells): readonly string[] => table.rows.flatMap(({ row }) => (row.code !== undefined && /^\d{3,7}$/u.test(row.code) ? [row.code] : []))

const classes = (table: TableCells): readonly { code: string; name: string }[] =>
  table.rows.flatMap(({ row, name }) => (row.code !== undefined && /^\d{3}$/u.test(row.code) ? [{ code: row.code, name }] : []))

/** The numbered rows of 功能分类 in T1 and T4: everything above 本年支出合计. */
function classRows(table: TableCells): TableCells['rows'] {
  const end = table.rows.findIndex(({ name }) => /^本年支出/u.test(name))
  return end === -1 ? [] : table.rows.slice(0, end)
}

/** Every row with rows below it, and those: 合计 with its 类, 类 with its 款, 款 with its 项. */
function levels(table: TableCells): readonly (readonly [RowName, readonly string[]])[] {
  const all = codes(table)
  const below = (code: string): readonly string[] => all.filter((other) => other.length === code.length + 2 && other.startsWith(code))
  const top = all.filter((code) => code.length === 3)
  return [[total, top] as const, ...all.map((code) => [code, below(code)] as const)].filter(([, parts]) => parts.length > 0)
}

/** The classes of 经济分类 with the rows up to the next class. The table prints no codes, only names. */
function economicBlocks(table: TableCells): readonly { index: number; name: string; items: readonly number[] }[] {
  const isClass = /^(?:工资福利支出|商品和服务支出|对个人和家庭的补助(?:支出)?|债务利息及费用支出|资本性支出(?:\(基本建设\))?|对企业补助(?:\(基本建设\))?|对社会保障基金补助|其他支出)$/u
  const blocks: { index: number; name: string; items: number[] }[] = []
  for (const { index, name } of table.rows) {
    if (isClass.test(name)) blocks.push({ index, name, items: [] })
    else if (!/^(?:合计|总计)$/u.test(name)) blocks.at(-1)?.items.push(index)
  }
  return blocks
}

/** The department's row, the units below it and the projects below each unit. A unit's name ends like that of a body. */
function unitRows(table: TableCells): { whole: number | undefined; units: readonly { index: number; name: string; items: readonly number[] }[] } {
  const [first, ...rest] = table.rows
  const units: { index: number; name: string; items: number[] }[] = []
  for (const { index, name } of rest) {
    if (name === first?.name || /(?:局|委员会|办公室|中心|馆|站|所|院|学校|队|本级|\(本级\))$/u.test(name)) units.push({ index, name, items: [] })
    else units.at(-1)?.items.push(index)
  }
  return { whole: first?.index, units }
}
