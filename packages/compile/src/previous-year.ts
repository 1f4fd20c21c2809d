/**
 * From last year's ledger into this year's: prior-year amounts, texts that stay, and what changed.
 *
 * @module
 */
import type { Problem, Region } from '@mingzhang/figures'
import { type Fen, zeroFen } from '@mingzhang/money'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { budgetFacts, nameNodes } from './facts.ts'
import { type Ledger, type LedgerTextItem, type PriorYearItem, priorYearItems } from './ledger/ledger.ts'
import { regionTotals } from './region-totals.ts'

/** An amount of both years; `undefined` where a year does not know the item at all. Exact fen. */
export interface YearChange {
  /** What it is: 收支总计, 项目“…”, 单位“…”. */
  readonly name: string
  readonly before: Fen | undefined
  readonly after: Fen | undefined
}

export interface CarriedForward {
  /** This year's ledger with what it lacked. What it states itself stays. */
  readonly ledger: Ledger
  readonly filledAmounts: readonly PriorYearItem[]
  readonly carriedTexts: readonly LedgerTextItem[]
  /** Everything that differs between the years: totals, then units, then projects by this year's appropriation. */
  readonly changes: readonly YearChange[]
}

export type CarryForwardResult = { readonly ok: true; readonly value: CarriedForward } | { readonly ok: false; readonly problem: Problem }

/** Texts that describe the department and not the year. */
const lastingTexts: readonly LedgerTextItem[] = ['duties', 'organisation', 'serviceCatalogue', 'glossary']

/** Fills this year's ledger from last year's. A ledger of any other year is a problem: its amounts are not those of 上年. */
export function carryForward(ledger: Ledger, previous: Ledger, vocabulary: Vocabulary): CarryForwardResult {
  const { year } = ledger.department
  if (previous.department.year !== year - 1) {
    const detail = `上年台账是${String(previous.department.year)}年的，本年台账是${String(year)}年的，相差不是一年。`
    const remedy = `请提供${String(year - 1)}年的台账或公开文件。`
    return { ok: false, problem: { code: 'compile.previous.wrongYear', place: { document: '上年台账' }, detail, remedy } }
  }
  const nodeOf = nameNodes()
  const [before, after] = [totalsOf(previous, vocabulary), totalsOf(ledger, vocabulary)]
  const known = new Set(ledger.priorYear.map(({ item }) => item))
  const filled = priorItems.filter((item) => !known.has(item))
  const written = new Set(ledger.texts.map(({ item }) => item))
  const texts = previous.texts.filter(({ item }) => lastingTexts.includes(item) && !written.has(item))
  return {
    ok: true,
    value: {
      ledger: {
        ...ledger,
        priorYear: [...ledger.priorYear, ...filled.map((item) => ({ item, amount: before(priorYearItems[item].region) }))],
        texts: [...ledger.texts, ...texts],
      },
      filledAmounts: filled,
      carriedTexts: [...new Set(texts.map(({ item }) => item))],
      changes: [
        ...priorItems.map((item): YearChange => ({ name: priorYearItems[item].name, before: before(priorYearItems[item].region), after: after(priorYearItems[item].region) })),
        ...changesByName('单位', previous.units, ledger.units, (total, name) => total({ use: 'spent', unit: nodeOf(name) }), before, after),
        ...changesByName('项目', previous.projects, ledger.projects, (total, name) => total({ use: 'spent', period: 'current', project: nodeOf(name) }), before, after),
      ].filter((change) => change.before !== change.after),
    },
  }
}

const priorItems = Object.keys(priorYearItems) as readonly PriorYearItem[]

type TotalOf = (region: Region) => Fen

function totalsOf(ledger: Ledger, vocabulary: Vocabulary): TotalOf {
  const totals = regionTotals(budgetFacts(ledger, vocabulary))
  return (region) => totals.total(region)?.amount ?? zeroFen
}

interface Named {
  readonly name: string
}

/** Last year's names first, then those that are new. */
function changesByName(
  what: string,
  previous: readonly Named[],
  current: readonly Named[],
  amountOf: (total: TotalOf, name: string) => Fen,
  before: TotalOf,
  after: TotalOf,
): readonly YearChange[] {
  const names = new Set([...previous, ...current].map(({ name }) => name))
  const has = (list: readonly Named[], name: string): boolean => list.some((item) => item.name === name)
  return [...names].map((name) => ({
    name: `${what}“${name}”`,
    before: has(previous, name) ? amountOf(before, name) : undefined,
    after: has(current, name) ? amountOf(after, name) : undefined,
  }))
}
