import type { Place, Region } from '@mingzhang/figures'
import { type Fen, intervalOf, type RoundingMode } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { FormLink, ProjectForm } from '../model/form.ts'

/** A row of the project tables. */
export interface ProjectRow {
  readonly name: string
  /** The printed total in fen; `undefined` when blank or unread. */
  readonly amount: Fen | undefined
  /** One unit of the total's last printed digit, in fen. */
  readonly quantum: Fen | undefined
  readonly place: Place
  /** The region of the total; missing in a row that was not read into figures. */
  readonly region?: Region
}

/**
 * Joins each form to its project, in the forms' order.
 *
 * By name first, whatever brackets, quotes and blanks it is printed with. A form of personnel or operating costs
 * belongs to basic expenditure and to no project row. A form whose name is damaged joins by amount only when exactly
 * one project without a form can stand for exactly its amount, and no other such form has the same one; no money joins
 * nothing. All else stays `none`: a guess would compare the wrong things.
 */
export function linkForms(
  forms: readonly ProjectForm[], projects: readonly ProjectRow[], mode: RoundingMode = 'half-up',
): readonly FormLink[] {
  const free = new Set(projects)
  const links = new Map<ProjectForm, FormLink>()
  const join = (form: ProjectForm, row: ProjectRow): void => {
    free.delete(row)
    links.set(form, { form, by: 'name', project: row.name, ...regionOf(row) })
  }
  for (const [name, named] of groupsByName(forms)) {
    const rows = projects.filter((row) => nameKey(row.name) === name)
    const fits: readonly ((form: ProjectForm, row: ProjectRow) => boolean)[] = [
      (form, row) => isUnitOf(form, row) && standsFor(row, annualTotal(form), mode),
      (form, row) => standsFor(row, annualTotal(form), mode),
      isUnitOf,
    ]
    for (const isFitting of fits) {
      for (const form of named.filter((one) => !links.has(one))) {
        const row = rows.find((one) => free.has(one) && isFitting(form, one))
        if (row !== undefined) join(form, row)
      }
    }
    const [rest, restRows] = [named.filter((form) => !links.has(form)), rows.filter((row) => free.has(row))]
    const [form, ...otherForms] = rest
    const [row, ...otherRows] = restRows
    if (form !== undefined && row !== undefined && otherForms.length + otherRows.length === 0) join(form, row)
    // Several of one name that neither unit nor amount tells apart: joined to the name, but to no row's money.
    else for (const one of rest) if (rows[0] !== undefined) links.set(one, { form: one, by: 'name', project: rows[0].name, isAmbiguous: true })
  }
  // 业务经费（某某中心): a unit's project is printed with its unit in brackets. Its amount must agree as well.
  for (const form of forms.filter((one) => !links.has(one))) {
    const bare = nameKey(form.projectName.text.replace(/[（(【〔][^（()）】〕]{4,30}[)）】〕]\s*$/u, ''))
    if (bare === '' || bare === nameKey(form.projectName.text)) continue
    const [project, ...others] = [...free].filter((row) => nameKey(row.name) === bare && standsFor(row, annualTotal(form), mode))
    if (project !== undefined && others.length === 0) join(form, project)
  }
  const unnamed = forms.filter((form) => !links.has(form))
  for (const form of unnamed.filter(isBasicExpenditureForm)) links.set(form, { form, by: 'basic-expenditure', project: undefined })
  const open = unnamed.filter((form) => !links.has(form))
  const rows = [...free]
  for (const form of open) {
    const amount = annualTotal(form)
    const [candidate, ...others] = rows.filter((row) => standsFor(row, amount, mode))
    if (candidate === undefined || others.length > 0) continue
    const rivals = open.filter((other) => standsFor(candidate, annualTotal(other), mode))
    if (rivals.length === 1) links.set(form, { form, by: 'amount', project: candidate.name, ...regionOf(candidate) })
  }
  return forms.map((form) => links.get(form) ?? { form, by: 'none', project: undefined })
}

function groupsByName(forms: readonly ProjectForm[]): ReadonlyMap<string, readonly ProjectForm[]> {
  const groups = new Map<string, ProjectForm[]>()
  for (const form of forms) {
    const name = nameKey(form.projectName.text)
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), form])
  }
  return groups
}

function isUnitOf(form: ProjectForm, { region }: ProjectRow): boolean {
  const unit = normaliseLabel(form.implementingUnit.text)
  return unit !== '' && region?.unit !== undefined && (region.unit === unit || region.unit.endsWith(`/${unit}`))
}

const regionOf = ({ region }: ProjectRow): Pick<FormLink, 'region'> => (region === undefined ? {} : { region })

/** The form's 年度资金总额 in fen; `undefined` when it is blank, lost or unread. */
export function annualTotal(form: ProjectForm): Fen | undefined {
  const entry = form.funding.find(({ span, level }) => span === 'annual' && level === 'total')
  return entry?.amount.kind === 'stated' ? entry.amount.stated.value : undefined
}

/** Whether the form is about basic expenditure (人员类项目, 公用经费项目), which the project tables do not list. */
export function isBasicExpenditureForm(form: ProjectForm): boolean {
  return basicExpenditure.test(nameKey(form.projectName.text))
}

const basicExpenditure =
  /^(?:20\d{2}年度?)?(?:人员类|人员经费|人员支出|工资福利支出|公用经费|日常公用经费|运转类公用|基本支出)(?:项目|支出|经费)?$/u

function standsFor(row: ProjectRow, amount: Fen | undefined, mode: RoundingMode): boolean {
  if (amount === undefined || amount === 0 || row.amount === undefined || row.quantum === undefined) return false
  const { low, high } = intervalOf({ value: row.amount, quantum: row.quantum }, mode)
  return amount >= low && amount <= high
}

/** A name without anything that a scan loses or a clerk varies: brackets, quotes, dashes, blanks, markup. */
function nameKey(name: string): string {
  return normaliseLabel(name.replace(/<[^<>]*>/gu, '')).replace(/^[A-Z\d]{8,}[-—_](?=\P{Nd})/u, '').replace(/[^\p{Letter}\p{Number}]/gu, '')
}
