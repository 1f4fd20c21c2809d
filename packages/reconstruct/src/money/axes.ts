/**
 * The axes along which the document cuts its money: units, projects, functions, economic subjects, funds and periods.
 *
 * @module
 */
import type { FormLink, RecognisedDocument, RecognisedTable, TableCell, TableRow } from '@mingzhang/audit'
import type { LedgerFund, LedgerPeriod, UnitNature } from '@mingzhang/compile'
import { isNodeWithin, isRegionWithin, meetRegions, type NodePath, type Region } from '@mingzhang/figures'
import type { Stated } from '@mingzhang/money'
import { normaliseLabel, type Vocabulary } from '@mingzhang/vocabulary'
import { leavesOf, type Margins } from './margin.ts'

export interface UnitAxis {
  /** As the regions name it. */
  readonly node: NodePath
  /** As printed. */
  readonly name: string
  readonly nature: UnitNature
  /** Whether the table of 机关运行经费 tells the nature; else it is a guess by the name. */
  readonly natureStated: boolean
}

export interface ProjectAxis {
  /** `false` for the stand-in for project money that no project table divides. */
  readonly listed: boolean
  readonly node: NodePath
  readonly name: string
  readonly unit: UnitAxis
  readonly periods: readonly LedgerPeriod[]
  readonly funds: readonly LedgerFund[]
  readonly form: FormLink | undefined
}

export interface FunctionAxis {
  readonly node: NodePath
  readonly code: string
  /** As printed, its 款 before it. */
  readonly names: readonly string[]
  /** The fund that the classification knows the subject in; `undefined` where it knows none or several. */
  readonly fund: NodePath | undefined
}

/** One row of the table of basic expenditure by economic subject. */
export interface EconomicAxis {
  readonly node: NodePath
  /** 5 digits; `undefined` for a name that the classification does not know. */
  readonly code: string | undefined
  readonly name: string
  /** The government economic subject beside it; `undefined` where none is printed or known. */
  readonly government: string | undefined
}

export interface RevenueAxis {
  readonly node: NodePath
  readonly code: string
}

export interface Axes {
  readonly units: readonly UnitAxis[]
  readonly projects: readonly ProjectAxis[]
  readonly functions: readonly FunctionAxis[]
  readonly economics: readonly EconomicAxis[]
  readonly revenueSubjects: readonly RevenueAxis[]
  readonly funds: readonly LedgerFund[]
  readonly periods: readonly LedgerPeriod[]
}

/** Reads the axes. The first unit is the publishing body itself. */
export function readAxes(document: RecognisedDocument, margins: Margins, vocabulary: Vocabulary): Axes {
  const units = readUnits(document)
  const hasMoney = margins.all.filter(({ high, low }) => high > 0 || low < 0).map(({ region }) => region)
  const funds = ledgerFunds(leavesOf(hasMoney.flatMap(({ fund }) => fund ?? [])))
  const periods = (['current', 'carriedIn'] as const).filter((period) => period === 'current' || hasMoney.some((region) => region.period === period))
  const tabled = readProjects(document, { units, funds, periods, margins })
  const projects = tabled.length > 0 ? tabled : formProjects(document, units, funds)
  return {
    units,
    projects: [...projects, ...units.slice(0, 1).map((unit): ProjectAxis => ({ listed: false, node: unlistedProject, name: unlistedProject, unit, periods, funds, form: undefined }))],
    functions: readFunctions(document, hasMoney, vocabulary),
    economics: readEconomics(document, hasMoney, vocabulary),
    revenueSubjects: leavesOf(hasMoney.flatMap(({ revenueSubject }) => revenueSubject ?? [])).map((node) => ({ node, code: lastOf(node) })),
    funds,
    periods,
  }
}

/** What project money is called that the document puts under no project. */
export const unlistedProject = '公开文件没有列明的项目'

export function lastOf(node: NodePath): string {
  return node.slice(node.lastIndexOf('/') + 1)
}

/** Whether the region can hold money: no region that holds none covers it. */
export function isOpen(region: Region, empty: readonly Region[]): boolean {
  return !empty.some((outer) => isRegionWithin(region, outer))
}

function readUnits(document: RecognisedDocument): readonly UnitAxis[] {
  const names = new Map<NodePath, string>()
  const body = document.facts.body?.value
  if (body !== undefined) names.set(normaliseLabel(body), bodyName(body))
  for (const { row, cell } of rowsWithCells(document.tables)) {
    const node = cell.region?.unit
    if (node !== undefined && !names.has(node) && normaliseLabel(row.label) === node) names.set(node, row.label.trim())
  }
  // A unit that stands only in a column beside the projects is known by its normalised name.
  for (const { cell } of rowsWithCells(document.tables)) {
    const node = cell.region?.unit
    if (node !== undefined && !names.has(node)) names.set(node, node)
  }
  const operating = document.tables.filter(({ kind }) => kind === 'agencyOperating').flatMap(({ cells }) => cells)
  const isListed = (node: NodePath): boolean => operating.some(({ region, printed }) => region?.unit === node && printed.kind === 'stated' && printed.stated.value !== 0)
  const anyListed = [...names.keys()].some(isListed)
  return [...names].map(([node, name], index) => {
    const nature: UnitNature = isListed(node) ? 'administrative' : anyListed ? 'institution' : isOffice(name) || index === 0 ? 'administrative' : 'institution'
    return { node, name, nature, natureStated: isListed(node) }
  })
}

/** The body's name without the words of a caption before it (部门名称：…). */
export function bodyName(printed: string): string {
  return printed.trim().replace(/^[^：:]{0,8}(?:部门|单位)(?:名称)?[：:]\s*/u, '')
}

function isOffice(name: string): boolean {
  return /(?:局|委员会|委|厅|办公室|政府|法院|检察院)$/u.test(name)
}

interface FoundCell {
  readonly table: RecognisedTable
  readonly row: TableRow
  readonly cell: TableCell
}

function rowsWithCells(tables: readonly RecognisedTable[]): readonly FoundCell[] {
  return tables.flatMap((table) => table.cells.flatMap((cell): FoundCell[] => {
    const row = table.rows[cell.row]
    return row === undefined ? [] : [{ table, row, cell }]
  }))
}

interface ProjectContext {
  readonly units: readonly UnitAxis[]
  readonly funds: readonly LedgerFund[]
  readonly periods: readonly LedgerPeriod[]
  readonly margins: Margins
}

function readProjects(document: RecognisedDocument, context: ProjectContext): readonly ProjectAxis[] {
  const { units, funds, periods, margins } = context
  const found = new Map<string, { readonly node: NodePath; readonly name: string; readonly unit: UnitAxis; readonly cells: TableCell[] }>()
  for (const { row, cell } of rowsWithCells(document.tables)) {
    const { project, unit } = cell.region ?? {}
    if (project === undefined || cell.otherYear !== undefined) continue
    const key = `${unit ?? ''} ${project}`
    const owner = units.find(({ node }) => node === unit) ?? units[0]
    if (owner === undefined) continue
    const entry = found.get(key) ?? { node: project, name: row.label.trim(), unit: owner, cells: [] }
    entry.cells.push(cell)
    found.set(key, entry)
  }
  return [...found.values()].map(({ node, name, unit, cells }) => {
    const regions = cells.filter(({ printed }) => printed.kind === 'stated' && printed.stated.value !== 0).flatMap(({ region }) => region ?? [])
    const within = (own: Region): boolean => regions.some((region) => meetRegions(own, region) !== undefined)
    const ownPeriods = periods.filter((period) => within({ period }))
    const listed = fundsOf(cells)
    const ownFunds = funds.filter((fund) => within({ fund }) && (listed === undefined || listed.some((other) => isNodeWithin(fund, other))))
    return {
      listed: true, node, name, unit,
      periods: ownPeriods,
      funds: ownFunds.filter((fund) => ownPeriods.some((period) => isOpen({ use: 'spent', kind: 'project', project: node, unit: unit.node, fund, period }, margins.empty))),
      form: document.formLinks.find((link) => link.project !== undefined && normaliseLabel(link.project) === normaliseLabel(name)),
    }
  })
}

/** Without a table of projects, the forms name them. */
function formProjects(document: RecognisedDocument, units: readonly UnitAxis[], funds: readonly LedgerFund[]): readonly ProjectAxis[] {
  const found = new Map<NodePath, ProjectAxis>()
  for (const link of document.formLinks) {
    const name = link.form.projectName.text.trim()
    const node = normaliseLabel(name)
    const unit = units.find((one) => one.node === normaliseLabel(link.form.implementingUnit.text)) ?? units[0]
    if (link.by !== 'none' || node === '' || unit === undefined || found.has(node) || formTotal(link) === undefined) continue
    found.set(node, { listed: true, node, name, unit, periods: ['current'], funds, form: link })
  }
  return [...found.values()]
}

/** The form's 年度资金总额 as printed. */
export function formTotal({ form }: FormLink): Stated | undefined {
  const amount = form.funding.find(({ span, level }) => span === 'annual' && level === 'total')?.amount
  return amount?.kind === 'stated' ? amount.stated : undefined
}

/** The funds of a project's row where its columns make up its total; `undefined` where another fund may hold the rest. */
function fundsOf(cells: readonly TableCell[]): readonly NodePath[] | undefined {
  const valueOf = ({ printed }: TableCell): number => (printed.kind === 'stated' ? printed.stated.value : 0)
  const leaves = leavesOf(cells.flatMap(({ region }) => region?.fund ?? []))
  const total = cells.filter(({ region }) => region?.fund === undefined).reduce((sum, cell) => sum + valueOf(cell), 0)
  const byFund = cells.filter(({ region }) => region?.fund !== undefined && leaves.includes(region.fund))
  if (byFund.length === 0 || byFund.reduce((sum, cell) => sum + valueOf(cell), 0) !== total) return undefined
  return byFund.filter((cell) => valueOf(cell) !== 0).flatMap(({ region }) => region?.fund ?? [])
}

function readFunctions(document: RecognisedDocument, hasMoney: readonly Region[], vocabulary: Vocabulary): readonly FunctionAxis[] {
  const labels = new Map<string, string>()
  for (const { row, cell } of rowsWithCells(document.tables)) {
    const node = cell.region?.function
    if (node !== undefined && !labels.has(node)) labels.set(node, normaliseLabel(row.label))
  }
  return leavesOf(hasMoney.flatMap((region) => region.function ?? [])).map((node) => {
    const code = lastOf(node)
    const known = new Set(vocabulary.classification.lookup('function', code, document.facts.year?.value).map(({ fund }) => fund))
    const around = node.slice(0, Math.max(node.lastIndexOf('/'), 0))
    return { node, code, names: [labels.get(node), labels.get(around)].flatMap((name) => name ?? []), fund: known.size === 1 ? [...known][0] : undefined }
  })
}

function readEconomics(document: RecognisedDocument, hasMoney: readonly Region[], vocabulary: Vocabulary): readonly EconomicAxis[] {
  const leaves = new Set(leavesOf(hasMoney.flatMap(({ economic }) => economic ?? [])))
  const found = new Map<NodePath, EconomicAxis>()
  for (const { row, cell } of rowsWithCells(document.tables)) {
    const node = cell.region?.economic
    if (node === undefined || !leaves.has(node) || found.has(node)) continue
    const code = node.split('/').find((part) => /^3\d{4}$/u.test(part))
    const beside = Object.entries(row.texts).find(([head]) => /政府/u.test(head))?.[1] ?? ''
    found.set(node, { node, code, name: row.label.trim(), government: governmentCode(beside, code, vocabulary) })
  }
  return [...found.values()]
}

/** The government subject by its printed code or name; of several with one name, the one that the official mapping leads to. */
function governmentCode(text: string, economic: string | undefined, vocabulary: Vocabulary): string | undefined {
  const written = /^\D{0,2}(5\d{4})/u.exec(normaliseLabel(text))?.[1]
  if (written !== undefined) return written
  if (text.trim() === '') return undefined
  const named = vocabulary.classification.byName('governmentEconomic', text, 2).map(({ code }) => code)
  const official = officialGovernmentCodes(economic, vocabulary)
  return named.find((code) => official.some((prefix) => code.startsWith(prefix))) ?? (named.length === 1 ? named[0] : undefined)
}

/** The codes (3 or 5 digits) that the official mapping gives an economic subject, for both natures. */
export function officialGovernmentCodes(economic: string | undefined, vocabulary: Vocabulary): readonly string[] {
  if (economic === undefined) return []
  const mapping = vocabulary.economicMapping ?? []
  const entry = mapping.find(({ department }) => department === economic) ?? mapping.find(({ department }) => department === economic.slice(0, 3))
  return entry === undefined ? [] : [...new Set([entry.administrative, entry.institution])]
}

const ledgerFundNodes: readonly LedgerFund[] = [
  'fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital', 'specialAccount',
  'unitFunds', 'unitFunds/operations', 'unitFunds/business', 'unitFunds/superior', 'unitFunds/subordinate', 'unitFunds/other',
]

/** The printed funds as a ledger knows them. 财政拨款 that no table divides counts as 一般公共预算. */
function ledgerFunds(nodes: readonly NodePath[]): readonly LedgerFund[] {
  const known = ledgerFundNodes.filter((fund) => nodes.includes(fund) || (fund === 'fiscal/generalPublic' && nodes.includes('fiscal')))
  return known.length === 0 ? ['fiscal/generalPublic'] : known
}
