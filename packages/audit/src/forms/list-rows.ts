import type { GridCell, GridRow } from '@mingzhang/document'
import type { Place } from '@mingzhang/figures'
import type { PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { BlankIndicator, DepartmentMoney, FormField, FormFunding, FormSpan, Indicator, IndicatorKind, ProjectForm } from '../model/form.ts'
import { readFormAmount } from './form-amounts.ts'
import { type ParsedForm, type PlaceIn, placeInForm } from './form-field.ts'
import { matchFormLabel } from './form-words.ts'
import { level1For } from './indicator-levels.ts'
import { composeValue, parseIndicatorValue } from './indicator-value.ts'
import type { ListColumn, ListHead, ListRole } from './list-columns.ts'
import { parsePackedIndicators } from './packed-indicators.ts'

/** A project of a list while its rows are collected. */
export interface ListedProject {
  readonly rows: GridRow[]
  readonly place: Place
  /** The unit whose group of rows it stands in; empty where the list has no groups. */
  readonly unitName: string
  readonly block: number
}

/** What holds for the whole list. */
export interface ListSource {
  readonly title: string
  readonly year: number | undefined
  readonly moneyUnit: PrintedUnit | undefined
  readonly place: Place
  readonly subject: 'project' | 'department'
  readonly evaluates: boolean
  /** The unit whose rows are read just now. */
  readonly unit: { name: string }
}

const textIn = (row: GridRow | undefined, columns: readonly ListColumn[]): string => columns.map(({ index }) => row?.cells[index]?.text ?? '').find((text) => text !== '') ?? ''

function columnsOf(head: ListHead, ...roles: readonly ListRole[]): readonly ListColumn[] {
  return head.columns.filter(({ role }) => roles.includes(role))
}

const nameColumns = (head: ListHead): readonly ListColumn[] => {
  const names = columnsOf(head, 'name')
  return names.length > 0 ? names : columnsOf(head, 'unitName')
}

const targetRoles = ['goal', 'packed', 'level1', 'level2', 'indicator', 'value'] as const

/** Whether the row begins a project, is the subtotal of a unit or the total, or goes on with the project above it. */
export function startsProject(row: GridRow, following: readonly GridRow[], head: ListHead): 'project' | 'group' | 'row' {
  const printed = textIn(row, nameColumns(head))
  const first = row.cells.find(({ text }) => text !== '')?.text ?? ''
  if (/^(?:合计|总计|小计)$/u.test(normaliseLabel(printed === '' ? first : printed))) return 'group'
  if (printed === '') return 'row'
  const hasTarget = textIn(row, columnsOf(head, ...targetRoles)) !== ''
  if (hasTarget) return 'project'
  const next = following.find(({ cells }) => cells.some(({ text }) => text !== ''))
  const isFollowedByRows = next !== undefined && textIn(next, nameColumns(head)) === '' && textIn(next, columnsOf(head, ...targetRoles)) !== ''
  if (isFollowedByRows) return 'project'
  return textIn(row, columnsOf(head, 'money')) === '' ? 'row' : isUnitName(printed) ? 'group' : 'project'
}

function isUnitName(name: string): boolean {
  return /(?:局|委|办|厅|部|院|会|中心|站|所|队|馆|校|学校|学院|园|医院|公司|协会|处|台|社|场|政府|办公室|支队|大队|机关|本级|街道|镇|乡)(?:\(.{1,8}\))?$/u.test(normaliseLabel(name))
}

/** Whether the first row of a page goes on with the last project of the page before: its name again, or the rest of it. */
export function isContinuation(row: GridRow, head: ListHead, project: ListedProject): boolean {
  const money = columnsOf(head, 'money')
  const own = textIn(row, nameColumns(head))
  const first = project.rows.find((other) => textIn(other, nameColumns(head)) !== '')
  if (money.length > 0 && textIn(row, money) === '') return true
  if (project.rows.every((other) => textIn(other, nameColumns(head)) === '')) return true
  return normaliseLabel(own) === normaliseLabel(textIn(first, nameColumns(head))) && textIn(row, money) === textIn(first, money)
}

export function collectRow(row: GridRow, project: ListedProject): void {
  project.rows.push(row)
}

/** The project's rows as a form. */
export function finishProject(project: ListedProject, head: ListHead, source: ListSource): ParsedForm {
  const printed = joined(project, nameColumns(head))
  const code = /^([A-Z\d]{8,})[-—_]/u.exec(printed.text)
  const name = code === null ? printed.text : printed.text.slice(code[0].length)
  const isDepartment = source.subject === 'department'
  const at = placeInForm(isDepartment ? '部门整体' : name)
  const fundingCells = columnsOf(head, 'money').flatMap((column) => moneyCell(project, column))
  const unitOf = (column: ListColumn): PrintedUnit | undefined => column.unit ?? source.moneyUnit
  const funding = isDepartment ? [] : fundingCells.flatMap(({ column, cell }): readonly FormFunding[] => (
    column.level === undefined ? [] : [{ span: 'annual', level: column.level, amount: readFormAmount(cell.text, unitOf(column)), place: at(cell.place, column.head) }]))
  const { indicators, blanks } = indicatorsOf(project, head, at)
  const goal = joined(project, columnsOf(head, 'goal'))
  const unit = joined(project, isDepartment ? [] : columnsOf(head, 'unitName'))
  const unitName = unit.text === '' ? project.unitName : unit.text
  const department = joined(project, columnsOf(head, 'department'))
  const blank: FormField = { text: '', place: at(project.place) }
  const form: ProjectForm = {
    layout: 'list',
    index: 0,
    place: at(project.place),
    title: source.title,
    year: source.year,
    projectName: { text: isDepartment ? '' : name, place: at(printed.place ?? project.place, '项目名称') },
    department: { field: fieldOf(department, at, project), code: undefined, name: department.text },
    implementingUnit: { text: isDepartment ? name : unitName, place: at(unit.place ?? project.place, '单位') },
    attribute: blank,
    duration: { field: blank, years: undefined },
    funding: funding.filter((one, index) => funding.findIndex((other) => other.level === one.level) === index),
    texts: {},
    goals: goal.text === '' ? {} : { annual: { text: goal.text, place: at(goal.place ?? project.place, '绩效目标') } },
    indicators,
    blankIndicators: blanks,
    ...(isDepartment ? { overview: { tasks: [], money: fundingCells.flatMap(({ column, cell }): readonly DepartmentMoney[] => (column.part === undefined ? [] : [{ part: column.part, amount: readFormAmount(cell.text, unitOf(column)), place: at(cell.place, column.head) }])) } } : {}),
    handler: undefined,
    phone: undefined,
    filledOn: undefined,
    cells: project.rows.flatMap(({ cells }) => cells).filter(({ text }) => text !== '').map((cell) => ({ text: cell.text, place: at(cell.place) })),
  }
  const lacksUnit = fundingCells.some(({ column, cell }) => unitOf(column) === undefined && /\d/u.test(cell.text))
  return { form, group: source.evaluates ? 'evaluation' : source.subject, lacksUnit, hasIndicatorPart: columnsOf(head, 'packed', 'indicator', 'level2', 'value').length > 0, block: project.block }
}

interface Joined {
  readonly text: string
  readonly place: Place | undefined
}

/** The texts of a merged cell over the project's rows; what a page repeats counts once. */
function joined(project: ListedProject, columns: readonly ListColumn[]): Joined {
  const cells = project.rows.flatMap((row) => columns.flatMap(({ index }) => row.cells[index] ?? [])).filter(({ text }) => text !== '')
  const texts: string[] = []
  for (const { text } of cells) if (!texts.includes(text)) texts.push(text)
  return { text: texts.join(''), place: cells[0]?.place }
}

function fieldOf(value: Joined, at: PlaceIn, project: ListedProject): FormField {
  return { text: value.text, place: at(value.place ?? project.place) }
}

function moneyCell(project: ListedProject, column: ListColumn): readonly { readonly column: ListColumn; readonly cell: GridCell }[] {
  const cells = project.rows.flatMap((row) => row.cells[column.index] ?? [])
  const cell = cells.find(({ text }) => text !== '') ?? cells[0]
  return cell === undefined ? [] : [{ column, cell }]
}

function indicatorsOf(project: ListedProject, head: ListHead, at: PlaceIn): { readonly indicators: readonly Indicator[]; readonly blanks: readonly BlankIndicator[] } {
  const indicators: Indicator[] = []
  const blanks: BlankIndicator[] = []
  const values = columnsOf(head, 'value')
  let level1: string | undefined
  let level2: { readonly text: string; readonly kind: IndicatorKind | undefined } | undefined
  for (const row of project.rows) {
    for (const { index } of columnsOf(head, 'packed')) {
      const cell = row.cells[index]
      if (cell === undefined) continue
      indicators.push(...parsePackedIndicators(cell.text).map((one) => ({ ...one, place: at(cell.place, one.name) })))
    }
    const printed1 = textIn(row, columnsOf(head, 'level1')).replace(/\s+/gu, '')
    const printed2 = textIn(row, columnsOf(head, 'level2')).replace(/\s+/gu, '')
    if (printed1 !== '') level1 = printed1
    if (printed2 !== '') level2 = { text: printed2, kind: kindOf(printed2) }
    if (printed1 !== '' && printed2 === '' && columnsOf(head, 'level2').length > 0 && /满意度/u.test(printed1)) level2 = { text: printed1, kind: 'satisfaction' }
    const nameColumn = columnsOf(head, 'indicator')[0]
    const name = nameColumn === undefined ? '' : (row.cells[nameColumn.index]?.text ?? '')
    const raws = values.map((column) => ({ column, raw: composeValue(textIn(row, columnsOf(head, 'operator')), row.cells[column.index]?.text ?? '', textIn(row, columnsOf(head, 'measure'))) }))
    if (level2 === undefined) continue
    const level = { level1: level1For(level1, printed1 !== '', level2.kind), level2: level2.text, kind: level2.kind }
    if (name === '' && raws.every(({ raw }) => raw === '')) {
      if (printed2 !== '') blanks.push({ ...level, span: 'annual', place: at(row.place, level2.text) })
      continue
    }
    const weight = columnsOf(head, 'weight').map(({ index }) => row.cells[index]).find((cell) => cell !== undefined && cell.text !== '')
    for (const { column, raw } of raws) {
      const span: FormSpan = column.span ?? 'annual'
      const cell = row.cells[nameColumn?.index ?? column.index]
      indicators.push({
        ...level, span, name, value: parseIndicatorValue(raw), place: at(cell?.place ?? row.place, name === '' ? level2.text : name),
        ...(weight === undefined ? {} : { weight: { text: weight.text, place: at(weight.place, `${name} 分值`) } }),
      })
    }
  }
  return { indicators, blanks }
}

function kindOf(text: string): IndicatorKind | undefined {
  const label = matchFormLabel(text)?.label
  return label?.zone === 'indicator' && label.key === 'level2' ? label.kind : undefined
}
