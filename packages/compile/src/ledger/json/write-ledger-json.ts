import type { Ledger } from '../ledger.ts'
import { type LedgerJson, ledgerJsonFormat } from './ledger-json-schema.ts'

/**
 * The ledger as JSON text that `packages/compile/schema/ledger.schema.json` describes. Amounts are whole fen; what is
 * not known is left out. The same ledger gives the same text: one row of a list per line, so that two versions compare well.
 */
export function writeLedgerJson(ledger: Ledger): string {
  return `${layOut(jsonOf(ledger), 0)}\n`
}

function jsonOf(ledger: Ledger): LedgerJson {
  const { department, facts } = ledger
  return {
    format: ledgerJsonFormat,
    department: {
      name: department.name, code: department.code, year: department.year, level: department.level, approvedOn: department.approvedOn,
      publishedOn: department.publishedOn, approvedBy: department.approvedBy, region: department.region, officePhone: department.officePhone,
    },
    units: ledger.units.map(({ name, code, nature }) => ({ name, code, nature })),
    projects: ledger.projects.map((project) => ({ name: project.name, code: project.code, unit: project.unit, class: project.class })),
    lines: ledger.lines.map((line) => ({
      unit: line.unit, use: useOf(line.use), function: line.function, economic: line.economic, governmentEconomic: line.governmentEconomic,
      fund: line.fund, period: line.period, source: line.source, amountFen: line.amount,
    })),
    revenue: ledger.revenue.map(({ unit, fund, period, subject, amount }) => ({ unit, fund, period, subject, amountFen: amount })),
    carriedOut: ledger.carriedOut.map((line) => ({
      unit: line.unit, function: line.function, fund: line.fund, period: line.period, amountFen: line.amount,
    })),
    priorYear: ledger.priorYear.map(({ item, amount }) => ({ item, amountFen: amount })),
    procurement: ledger.procurement.map(({ unit, kind, name, amount }) => ({ unit, kind, name, amountFen: amount })),
    facts: {
      headcount: facts.headcount.map(({ unit, kind, people }) => ({ unit, kind, people })),
      vehicles: facts.vehicles.map(({ unit, kind, count }) => ({ unit, kind, count })),
      assets: facts.assets.map(({ unit, kind, name, size, original, depreciation }) => ({
        unit, kind, name, size, originalFen: original, depreciationFen: depreciation,
      })),
    },
    texts: ledger.texts.map(({ item, text }) => ({ item, text })),
    forms: ledger.forms.map((form) => ({
      subject: useOf(form.subject), unit: form.unit, attribute: form.attribute, duration: form.duration,
      lifeFundingFen: form.lifeFunding === undefined ? undefined : {
        central: form.lifeFunding.central, provincial: form.lifeFunding.provincial, local: form.lifeFunding.local,
        selfRaised: form.lifeFunding.selfRaised, other: form.lifeFunding.other,
      },
      overview: form.overview, basis: form.basis, necessity: form.necessity, measures: form.measures, plan: form.plan,
      lifeGoal: form.lifeGoal, annualGoal: form.annualGoal,
      indicators: form.indicators.map(({ span, level1, level2, name, value }) => ({ span, level1, level2, name, value })),
      responsible: form.responsible, handler: form.handler, phone: form.phone, filledOn: form.filledOn,
    })),
    localCodes: ledger.localCodes.map(({ scheme, code, name }) => ({ scheme, code, name })),
    pinned: ledger.pinned.map(({ table, row, column, printed }) => ({ table, row, column, printedFen: printed })),
  }
}

type Use = Ledger['lines'][number]['use']

/** The keys in one order, whatever the order in memory. */
function useOf(use: Use): Use {
  return use.kind === 'project' ? { kind: use.kind, project: use.project } : { kind: use.kind }
}

/** A row of a list that is short enough stands on one line; anything else spreads over lines. */
function layOut(value: unknown, depth: number): string {
  const inner = '  '.repeat(depth + 1)
  const outer = '  '.repeat(depth)
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[\n${value.map((item) => inner + layOut(item, depth + 1)).join(',\n')}\n${outer}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (depth >= 2) {
    const line = layOutFlat(value)
    if (line.length <= longestLine) return line
  }
  return `{\n${givenEntries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, depth + 1)}`).join(',\n')}\n${outer}}`
}

const longestLine = 320

function layOutFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(layOutFlat).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${givenEntries(value).map(([key, item]) => `${JSON.stringify(key)}: ${layOutFlat(item)}`).join(', ')} }`
}

function givenEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
