/** Where a form belongs: its project row, its budget year, and its free texts with their printed names. */
import type { Place } from '@mingzhang/figures'
import { type Fen, sumFen } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { FormField, FormLink, FormTextField, ProjectForm } from '../model/form.ts'
import type { RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import type { RuleOutcome } from '../model/rule.ts'
import { formName, formPlace } from './form-queries.ts'
import { rowTotal, statedOf } from './narrative-queries.ts'

export function linkOf(document: RecognisedDocument, form: ProjectForm): FormLink | undefined {
  return document.formLinks.find((link) => link.form.index === form.index)
}

/** Whether the form stands for 人员类 or 公用经费 rather than for a project. */
export function isBasicExpenditureForm(document: RecognisedDocument, form: ProjectForm): boolean {
  return linkOf(document, form)?.by === 'basic-expenditure'
}

/** The budget year: the document's own, else the one that its forms print most. `undefined` when neither says. */
export function budgetYear(document: RecognisedDocument): number | undefined {
  if (document.facts.year !== undefined) return document.facts.year.value
  const counts = new Map<number, number>()
  for (const { year } of document.forms) if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

export interface NamedField {
  /** Such as 立项依据. */
  readonly name: string
  readonly field: FormField
}

const textNames: Readonly<Record<FormTextField, string>> = {
  overview: '项目概况',
  basis: '立项依据',
  necessity: '项目设立必要性',
  measures: '制度、措施',
  plan: '项目实施计划',
}

/** The free texts of the form that are printed and not blank, in the order of the form, goals last. */
export function namedTexts(form: ProjectForm): readonly NamedField[] {
  const { overview, basis, necessity, measures, plan } = form.texts
  const { life, annual } = form.goals
  const all: readonly (readonly [string, FormField | undefined])[] = [
    [textNames.overview, overview],
    [textNames.basis, basis],
    [textNames.necessity, necessity],
    [textNames.measures, measures],
    [textNames.plan, plan],
    ['实施期目标', life],
    ['年度目标', annual],
  ]
  return all.flatMap(([name, field]) => (field === undefined || field.text.trim() === '' ? [] : [{ name, field }]))
}

/** One project of the project tables. A project that stands in several tables of one period is one row. */
export interface ProjectRow {
  /** Its name as the table prints it. */
  readonly name: string
  readonly key: string
  readonly period: 'current' | 'carriedIn'
  readonly places: readonly Place[]
  /** The sum of its rows' own totals; `undefined` when one of them states nothing. */
  readonly total: Fen | undefined
}

/** The same for names that differ only in brackets, quotes and blanks. */
export const projectKey = (name: string): string => normaliseLabel(name)

/** The projects that the recognised tables list, in print order. */
export function projectRows(document: RecognisedDocument): readonly ProjectRow[] {
  const paths = new Set(document.tables.flatMap(({ cells }) => cells.flatMap(({ region }) => region?.project ?? [])))
  // A row above other projects (专用项目, 其他履职尽责专项业务费) is their subtotal.
  const groups = new Set([...paths].flatMap((path) => path.split('/').slice(0, -1).map((_, index, parts) => parts.slice(0, index + 1).join('/'))))
  const rows = new Map<string, { row: Omit<ProjectRow, 'total'>; totals: (Fen | undefined)[] }>()
  for (const table of document.tables)
    for (const [index, row] of table.rows.entries()) {
      const region = table.cells.find((cell) => cell.row === index && cell.region?.project !== undefined)?.region
      // 政府采购 and 购买服务 list projects too, but only a part of their money.
      if (region?.project === undefined || region.procurement !== undefined || !(region.kind ?? '').startsWith('project') || groups.has(region.project)) continue
      const period = region.period?.startsWith('carriedIn') === true ? 'carriedIn' : 'current'
      const key = projectKey(row.label)
      const id = `${period}:${key}:${region.unit ?? ''}`
      const known = rows.get(id)
      const total = statedOf(rowTotal(table, index)?.printed)?.value
      if (known === undefined)
        rows.set(id, { row: { name: row.label, key, period, places: [rowPlace(table, row.place)] }, totals: [total] })
      else known.row = { ...known.row, places: [...known.row.places, rowPlace(table, row.place)] }
    }
  return [...rows.values()].map(({ row, totals }) => {
    const stated = totals.filter((total) => total !== undefined)
    return { ...row, total: stated.length < totals.length ? undefined : sumFen(stated) }
  })
}

function rowPlace(table: RecognisedTable, place: Place): Place {
  return { ...place, table: place.table ?? table.title }
}

/** `“甲”、“乙”等12个`, at most `most` of them by name. */
export function nameSome(names: readonly string[], most = 5): string {
  const quoted = names
    .slice(0, most)
    .map((name) => `“${name}”`)
    .join('、')
  return names.length > most ? `${quoted}等${names.length}个` : quoted
}

/**
 * One entry for all forms that could not be judged for the same reason: a layout without a field would else repeat it
 * for every form. Nothing for no forms. `zh` and `en` say the reason behind the forms' names.
 */
export function leftOpen(forms: readonly ProjectForm[], zh: string, en: string): RuleOutcome['undetermined'] {
  if (forms.length === 0) return []
  const names = nameSome(forms.map(formName), 3)
  return [{ places: forms.map(formPlace), reason: { zh: `${names}${zh}`, en: `${names} ${en}` } }]
}
