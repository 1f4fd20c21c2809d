/**
 * Reading the JSON form of a ledger.
 *
 * @module
 */
import { fen } from '@mingzhang/money'
import { z } from 'zod'
import type { LedgerCellKey } from '../cell-key.ts'
import type { Ledger } from '../ledger.ts'
import { type CellLocation, cellProblem, type CellProblem, fileProblem, type LocateCell } from '../ledger-problem.ts'
import { ledgerJsonFormat, ledgerJsonSchema, type ParsedLedgerJson } from './ledger-json-schema.ts'
import { sheetOfList } from './sheet-of-list.ts'

/** The ledger as written, not yet checked against the classification and itself; or everything that breaks the schema. */
export type LedgerJsonReading =
  | { readonly ok: true; readonly ledger: Ledger; readonly locate: LocateCell }
  | { readonly ok: false; readonly problems: readonly CellProblem[] }

/** Reads JSON text. Never throws for a mistake in the text; `document` names the source in problems. */
export function parseLedgerJson(text: string, document: string): LedgerJsonReading {
  const value = parseJson(text)
  if (value === undefined) {
    return refuse(fileProblem(document, {
      cause: 'json-syntax', detail: '文件不是完整的 JSON。', remedy: '检查括号、引号和逗号是否成对，或重新导出。',
    }))
  }
  const parsed = ledgerJsonSchema.safeParse(value, { error: z.locales.zhCN().localeError, reportInput: true })
  if (parsed.success) return { ok: true, ledger: ledgerOf(parsed.data), locate: locateInJson }
  return { ok: false, problems: parsed.error.issues.map((issue) => problemOf(issue, document)) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

function refuse(problem: CellProblem): LedgerJsonReading {
  return { ok: false, problems: [problem] }
}

function problemOf(issue: z.core.$ZodIssue, document: string): CellProblem {
  if (issue.path.length === 1 && issue.path[0] === 'format') {
    return fileProblem(document, {
      cause: 'json-format',
      detail: '不是本程序的台账文件，或者是其他版本的。',
      remedy: `第一层应写明 "format": "${ledgerJsonFormat}"。`,
    })
  }
  return cellProblem(document, locationOf(issue.path.map(String)), {
    cause: issue.code === 'unrecognized_keys' ? 'json-unknown-key' : 'json-value',
    detail: detailOf(issue),
    remedy: '按台账的 JSON 格式（ledger.schema.json）改正这一处。',
  })
}

function detailOf(issue: z.core.$ZodIssue): string {
  const key = String(issue.path.at(-1) ?? '')
  if (issue.code === 'unrecognized_keys') return `多出不认识的键：${issue.keys.join('、')}。`
  if (issue.code === 'too_small' && issue.origin === 'string') return `“${key}”不能为空。`
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? `缺少“${key}”。` : `“${key}”应为${typeWords[issue.expected] ?? issue.expected}。`
  }
  if (issue.code === 'invalid_value') {
    return `“${key}”${issue.input === undefined ? '没有写，' : ''}只能是 ${issue.values.map(String).join('、')} 之一。`
  }
  return `${issue.message}。`
}

const typeWords: Readonly<Record<string, string>> = { string: '文字', number: '数字', int: '整数', object: '对象', array: '列表' }

const locateInJson: LocateCell = (key) => locationOf(jsonPathOf(key))

/** A value's path in the JSON text: as in the ledger, except that amounts say their unit. */
function jsonPathOf(key: LedgerCellKey): readonly string[] {
  const path = key.split('.')
  return path.map((step, index) =>
    (index === path.length - 1 && amountNames.has(step)) || step === 'lifeFunding' ? `${step}Fen` : step)
}

const amountNames: ReadonlySet<string> = new Set(['amount', 'original', 'depreciation', 'printed'])

function locationOf(path: readonly string[]): CellLocation {
  const position = path.find((step) => /^\d+$/u.test(step))
  return {
    sheet: sheetOfList(path),
    row: position === undefined ? 0 : Number(position) + 1,
    column: path.at(-1) ?? '',
    cell: `/${path.join('/')}`,
  }
}

/** Leaves out what is not given, as `Ledger` wants it: a department's optional keys absent, other unknown values `undefined`. */
function ledgerOf(json: ParsedLedgerJson): Ledger {
  const { department, facts } = json
  const { approvedOn, publishedOn, approvedBy, region, officePhone } = department
  return {
    department: {
      name: department.name, code: department.code, year: department.year, level: department.level,
      ...(approvedOn === undefined ? {} : { approvedOn }),
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(approvedBy === undefined ? {} : { approvedBy }),
      ...(region === undefined ? {} : { region }),
      ...(officePhone === undefined ? {} : { officePhone }),
    },
    units: json.units,
    projects: json.projects,
    lines: json.lines.map((line) => ({
      unit: line.unit, use: line.use, function: line.function, economic: line.economic, governmentEconomic: line.governmentEconomic,
      fund: line.fund, period: line.period, source: line.source, amount: fen(line.amountFen),
    })),
    revenue: json.revenue.map(({ unit, fund, period, subject, amountFen }) => ({ unit, fund, period, subject, amount: fen(amountFen) })),
    carriedOut: json.carriedOut.map((line) => ({
      unit: line.unit, function: line.function, fund: line.fund, period: line.period, amount: fen(line.amountFen),
    })),
    priorYear: json.priorYear.map(({ item, amountFen }) => ({ item, amount: fen(amountFen) })),
    procurement: json.procurement.map(({ unit, kind, name, amountFen }) => ({ unit, kind, name, amount: fen(amountFen) })),
    facts: {
      headcount: facts.headcount,
      vehicles: facts.vehicles,
      assets: facts.assets.map(({ unit, kind, name, size, originalFen, depreciationFen }) => ({
        unit, kind, name, size, original: optionalFen(originalFen), depreciation: optionalFen(depreciationFen),
      })),
    },
    texts: json.texts,
    forms: json.forms.map((form) => ({
      subject: form.subject, unit: form.unit, attribute: form.attribute, duration: form.duration,
      lifeFunding: form.lifeFundingFen === undefined ? undefined : lifeFundingOf(form.lifeFundingFen),
      overview: form.overview, basis: form.basis, necessity: form.necessity, measures: form.measures, plan: form.plan,
      lifeGoal: form.lifeGoal, annualGoal: form.annualGoal, indicators: form.indicators,
      responsible: form.responsible, handler: form.handler, phone: form.phone, filledOn: form.filledOn,
    })),
    localCodes: json.localCodes,
    pinned: json.pinned.map(({ table, row, column, printedFen }) => ({ table, row, column, printed: fen(printedFen) })),
  }
}

type LifeFunding = NonNullable<Ledger['forms'][number]['lifeFunding']>

function lifeFundingOf(json: NonNullable<ParsedLedgerJson['forms'][number]['lifeFundingFen']>): LifeFunding {
  const { central, provincial, local, selfRaised, other } = json
  return {
    ...(central === undefined ? {} : { central: fen(central) }),
    ...(provincial === undefined ? {} : { provincial: fen(provincial) }),
    ...(local === undefined ? {} : { local: fen(local) }),
    ...(selfRaised === undefined ? {} : { selfRaised: fen(selfRaised) }),
    ...(other === undefined ? {} : { other: fen(other) }),
  }
}

function optionalFen(amount: number | undefined): ReturnType<typeof fen> | undefined {
  return amount === undefined ? undefined : fen(amount)
}
