/**
 * A ledger as the rows of its sheets.
 *
 * @module
 */
import { type Fen, formatFen, type PrintedUnit } from '@mingzhang/money'
import { type LedgerCellKey, ledgerCellKey } from '../cell-key.ts'
import { type Ledger, ledgerTextItems, type PerformanceForm, priorYearItems } from '../ledger.ts'
import type { SheetId } from './sheet-definitions.ts'
import { wordOf } from './word-lists.ts'

export interface SheetRow {
  /** The cell key of the row; a value's key is this, a point and the column's `path`. */
  readonly key: LedgerCellKey
  /** By the column's field, as written: words, codes without names, amounts as plain decimal text in the column's unit. */
  readonly values: Readonly<Record<string, string | undefined>>
}

/** The rows of one sheet. Sheets that list fixed items have a row for every item, those without a value last. */
export function ledgerRows(ledger: Ledger, sheet: Exclude<SheetId, 'department'>): readonly SheetRow[] {
  switch (sheet) {
    case 'units':
      return listRows('units', ledger.units, ({ name, code, nature }) => ({ name, code, nature: wordOf('nature', nature) }))
    case 'projects':
      return listRows('projects', ledger.projects, (project) => ({
        name: project.name, code: project.code, unit: project.unit, class: wordOf('projectClass', project.class),
      }))
    case 'lines':
      return listRows('lines', ledger.lines, (line) => ({
        unit: line.unit, use: wordOf('use', line.use.kind), project: projectOf(line.use), function: line.function, economic: line.economic,
        governmentEconomic: line.governmentEconomic, fund: wordOf('fund', line.fund), period: wordOf('period', line.period),
        source: line.source === undefined ? undefined : wordOf('source', line.source), amount: amountText(line.amount),
      }))
    case 'revenue':
      return listRows('revenue', ledger.revenue, (line) => ({
        unit: line.unit, fund: wordOf('fund', line.fund), period: wordOf('period', line.period), subject: line.subject,
        amount: amountText(line.amount),
      }))
    case 'carriedOut':
      return listRows('carriedOut', ledger.carriedOut, (line) => ({
        unit: line.unit, function: line.function, fund: wordOf('fund', line.fund), period: wordOf('period', line.period),
        amount: amountText(line.amount),
      }))
    case 'priorYear': {
      const known = listRows('priorYear', ledger.priorYear, ({ item, amount }) => (
        { item: wordOf('priorYearItem', item), amount: amountText(amount) }
      ))
      return [...known, ...openItems('priorYear', Object.values(priorYearItems).map(({ name }) => name), known)]
    }
    case 'procurement':
      return listRows('procurement', ledger.procurement, (line) => ({
        unit: line.unit, kind: wordOf('procurement', line.kind), name: line.name, amount: amountText(line.amount),
      }))
    case 'headcount':
      return listRows('facts.headcount', ledger.facts.headcount, ({ unit, kind, people }) => (
        { unit, kind: wordOf('headcount', kind), people: String(people) }
      ))
    case 'vehicles':
      return listRows('facts.vehicles', ledger.facts.vehicles, ({ unit, kind, count }) => ({ unit, kind, count: String(count) }))
    case 'assets':
      return listRows('facts.assets', ledger.facts.assets, (asset) => ({
        unit: asset.unit, kind: wordOf('asset', asset.kind), name: asset.name, size: asset.size,
        original: amountText(asset.original), depreciation: amountText(asset.depreciation),
      }))
    case 'texts': {
      const known = listRows('texts', ledger.texts, ({ item, text }) => ({ item: wordOf('textItem', item), text }))
      return [...known, ...openItems('texts', Object.values(ledgerTextItems), known)]
    }
    case 'forms':
      return listRows('forms', ledger.forms, formValues)
    case 'indicators':
      return ledger.forms.flatMap((form, index) => listRows(ledgerCellKey('forms', index, 'indicators'), form.indicators, (indicator) => ({
        subject: wordOf('use', form.subject.kind), project: projectOf(form.subject), span: wordOf('span', indicator.span),
        level1: indicator.level1, level2: indicator.level2, name: indicator.name, value: indicator.value,
      })))
    case 'localCodes':
      return listRows('localCodes', ledger.localCodes, ({ scheme, code, name }) => ({ scheme: wordOf('scheme', scheme), code, name }))
    case 'pinned':
      return listRows('pinned', ledger.pinned, ({ table, row, column, printed }) => ({ table, row, column, printed: amountText(printed, '万元') }))
  }
}

/** The fields of the sheet 部门信息. */
export function departmentValues(ledger: Ledger): SheetRow['values'] {
  const { department } = ledger
  return { ...department, year: String(department.year), level: wordOf('level', department.level) }
}

function listRows<Item>(list: string, items: readonly Item[], valuesOf: (item: Item) => SheetRow['values']): readonly SheetRow[] {
  return items.map((item, index) => ({ key: ledgerCellKey(list, index), values: valuesOf(item) }))
}

/** Items without a value: the clerk sees what could be given. */
function openItems(list: string, items: readonly string[], known: readonly SheetRow[]): readonly SheetRow[] {
  const given = new Set(known.map((row) => row.values['item']))
  return items.filter((item) => !given.has(item)).map((item) => ({ key: ledgerCellKey(list, 'open', item), values: { item } }))
}

function formValues(form: PerformanceForm): SheetRow['values'] {
  const { lifeFunding } = form
  return {
    subject: wordOf('use', form.subject.kind), project: projectOf(form.subject), unit: form.unit, attribute: form.attribute, duration: form.duration,
    central: amountText(lifeFunding?.central), provincial: amountText(lifeFunding?.provincial), local: amountText(lifeFunding?.local),
    selfRaised: amountText(lifeFunding?.selfRaised), other: amountText(lifeFunding?.other),
    overview: form.overview, basis: form.basis, necessity: form.necessity, measures: form.measures, plan: form.plan,
    lifeGoal: form.lifeGoal, annualGoal: form.annualGoal, responsible: form.responsible, handler: form.handler, phone: form.phone,
    filledOn: form.filledOn,
  }
}

function projectOf(use: PerformanceForm['subject']): string | undefined {
  return use.kind === 'project' ? use.project : undefined
}

function amountText(amount: Fen | undefined, unit: PrintedUnit = '元'): string | undefined {
  return amount === undefined ? undefined : formatFen(amount, unit).replaceAll(',', '')
}
