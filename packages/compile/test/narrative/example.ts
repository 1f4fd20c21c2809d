/** Small invented departments of 清河县 as ledgers, and what the narrative writes of them. */
import { fileURLToPath } from 'node:url'
import type { PublicationBlock } from '@mingzhang/document'
import { type Fen, fen } from '@mingzhang/money'
import { loadVocabulary, type Vocabulary } from '@mingzhang/vocabulary'
import { createRegister, type FigureRegister } from '../../src/create-context.ts'
import { budgetFacts } from '../../src/facts.ts'
import {
  type BudgetLine, type Ledger, type LedgerText, type LedgerTextItem, narrativeBlocks, type NarrativeLayout, type NarrativePart,
  type NarrativeSectionId, type PriorYearAmount, type PriorYearItem, type PublicationRounding,
} from '../../src/index.ts'

export const vocabulary: Vocabulary = load()

function load(): Vocabulary {
  const loaded = loadVocabulary(fileURLToPath(new URL('../../../vocabulary/data/', import.meta.url)))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ detail }) => detail).join('\n'))
  return loaded.value
}

/** 万元 with at most two decimals as fen. */
export function wan(amount: string): Fen {
  const [whole = '0', places = ''] = amount.replace('-', '').split('.')
  const size = Number(whole) * 1_000_000 + Number(places.padEnd(6, '0'))
  return fen(amount.startsWith('-') ? -size : size)
}

export const bureau = '清河县档案局'
export const archive = '清河县档案馆'

/** A bureau without money. */
export const emptyLedger: Ledger = {
  department: { name: bureau, code: '031', year: 2024, level: 'department' },
  units: [{ name: bureau, code: '031001', nature: 'administrative' }],
  projects: [], lines: [], revenue: [], carriedOut: [], priorYear: [], procurement: [],
  facts: { headcount: [], vehicles: [], assets: [] },
  texts: [], forms: [], localCodes: [], pinned: [],
}

const line: BudgetLine = {
  unit: bureau, use: { kind: 'personnel' }, function: '2012601', economic: '30101', governmentEconomic: undefined,
  fund: 'fiscal/generalPublic', period: 'current', source: undefined, amount: fen(0),
}

/** A line of salaries of the bureau, with what differs. */
export function pays(amount: string, differs: Partial<BudgetLine> = {}): BudgetLine {
  return { ...line, amount: wan(amount), ...differs }
}

/** A line of 办公费. */
export function operates(amount: string, differs: Partial<BudgetLine> = {}): BudgetLine {
  return { ...line, use: { kind: 'operating' }, economic: '30201', amount: wan(amount), ...differs }
}

/** A line of a project; its economic subject is open. */
export function project(name: string, amount: string, differs: Partial<BudgetLine> = {}): BudgetLine {
  return { ...line, use: { kind: 'project', project: name }, function: '2012604', economic: undefined, amount: wan(amount), ...differs }
}

/** The ledger with its revenue filled in so that it balances. */
export function ledgerOf(lines: readonly BudgetLine[], differs: Partial<Ledger> = {}): Ledger {
  const used = lines.flatMap(({ use, unit }) => (use.kind === 'project' ? [{ name: use.project, unit }] : []))
  const projects = [...new Map(used.map((one) => [one.name, one])).values()]
    .map(({ name, unit }, index) => ({ name, code: String(index + 1), unit, class: 'specificTarget' as const }))
  const carried = (differs.carriedOut ?? []).map(({ unit, fund, period, amount }) => ({ unit, fund, period, subject: undefined, amount }))
  const revenue = [...lines.map(({ unit, fund, period, amount }) => ({ unit, fund, period, subject: undefined, amount })), ...carried]
  return { ...emptyLedger, projects, lines, revenue, ...differs }
}

export function lastYear(amounts: Readonly<Partial<Record<PriorYearItem, string>>>): readonly PriorYearAmount[] {
  return Object.entries(amounts).map(([item, amount]) => ({ item: item as PriorYearItem, amount: wan(amount) }))
}

export function texts(given: Readonly<Partial<Record<LedgerTextItem, string>>>): readonly LedgerText[] {
  return Object.entries(given).map(([item, text]) => ({ item: item as LedgerTextItem, text }))
}

export interface Written extends NarrativePart {
  readonly register: FigureRegister
}

export function write(ledger: Ledger, layout: NarrativeLayout, rounding: PublicationRounding = 'half-up'): Written {
  const register = createRegister({ ledger, vocabulary, views: budgetFacts(ledger, vocabulary), rounding, prints: new Map() })
  return { ...narrativeBlocks(register.context, layout), register }
}

/** One section's paragraphs as lines of text, its heading left out. */
export function section(ledger: Ledger, id: NarrativeSectionId, rounding?: PublicationRounding): readonly string[] {
  return linesOf(write(ledger, { sections: [{ id, heading: '' }] }, rounding).blocks)
}

export function linesOf(blocks: readonly PublicationBlock[]): readonly string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return block.text
      case 'text':
        return block.runs.map(({ text }) => text).join('')
      case 'table':
        return block.title
    }
  })
}
