/** Sections, mentions and tables for rule tests. Each paragraph has a line of its own; a mention stands in the clause that it names. */
import type { Place, Region } from '@mingzhang/figures'
import { isPrintedUnit, parseAmount, parseDecimal, type PrintedUnit } from '@mingzhang/money'
import type { ClassificationEntry, Profile, Vocabulary } from '@mingzhang/vocabulary'
import type { AuditContext, Mention, MentionRole, NarrativeSection, RecognisedTable, RuleFinding, RuleOutcome } from '../../src/index.ts'
import { exampleContext, somewhere } from '../builders.ts'

/** A section with the block numbers that follow `block`: its heading first, then its paragraphs. */
export function section(heading: string, paragraphs: readonly string[] = [], part: Partial<NarrativeSection> & { readonly block?: number } = {}): NarrativeSection {
  const { block = 100, ...rest } = part
  return {
    kind: undefined,
    heading,
    place: { ...somewhere, block },
    paragraphs: paragraphs.map((text, index) => ({ text, place: { ...somewhere, block: block + index + 1 } })),
    ...rest,
  }
}

/** A number of the narrative: `mention('n1', 'amount', '100.00万元', { region: {} })`. Its clause is its own text unless given. */
export function mention(id: string, role: MentionRole, text: string, part: Partial<Mention> = {}): Mention {
  const [, digits = '0', unit = ''] = /^(-?[\d,.]*\d)?(.*)$/u.exec(text) ?? []
  const isMoney = role === 'amount' || role === 'previous' || role === 'change'
  const money = isMoney && isPrintedUnit(unit) ? parseAmount(digits, unit) : undefined
  return {
    id,
    role,
    section: 0,
    text,
    place: { ...somewhere, block: 101 },
    clause: text,
    label: '',
    number: parseDecimal(digits) ?? { digits: 0n, scale: 0 },
    unit,
    printed: isMoney ? (money ?? { kind: 'unreadable', text, reason: 'not-a-number' }) : undefined,
    region: undefined,
    subject: undefined,
    whole: undefined,
    direction: undefined,
    unbound: undefined,
    ...part,
  }
}

/** A row of a table: its label and code, its further texts, and its cells as region and print. */
export interface ExampleRow {
  readonly label: string
  readonly code?: string
  readonly texts?: Readonly<Record<string, string>>
  readonly cells: readonly (readonly [Region, string])[]
}

/** A table in 万元; cells get their row's label and their position as place. */
export function table(kind: string, title: string, rows: readonly ExampleRow[], part: Partial<RecognisedTable> = {}): RecognisedTable {
  const unit: PrintedUnit = part.unit ?? '万元'
  const place = (row?: string): Place => ({ ...somewhere, table: title, ...row === undefined ? {} : { row } })
  return {
    id: `t-${kind}`,
    kind,
    title,
    place: place(),
    unit,
    noDataNote: undefined,
    rows: rows.map(({ label, code, texts = {} }) => ({ label, code, texts, side: 'only' as const, place: place(label) })),
    cells: rows.flatMap(({ label, cells }, row) => cells.map(([region, text], column) => ({
      id: `${kind}.${row}.${column}`, printed: parseAmount(text, unit), place: place(label), region, unbound: undefined, partial: false, row, column, side: 'only' as const,
    }))),
    ...part,
  }
}

/** A vocabulary that knows only the given classification entries. */
export function vocabularyWith(entries: readonly Pick<ClassificationEntry, 'scheme' | 'code' | 'name'>[], part: Partial<Vocabulary> = {}): Vocabulary {
  const full = entries.map((entry): ClassificationEntry => ({
    ...entry, node: entry.code, years: { from: 2018, to: 9999 }, fund: 'fiscal/generalPublic', provenance: { source: 'example', documents: 1 },
  }))
  return {
    ...exampleContext().vocabulary,
    classification: {
      lookup: (scheme, code) => full.filter((entry) => entry.scheme === scheme && entry.code === code),
      byName: (scheme, name, level) => full.filter((entry) => entry.scheme === scheme && entry.name === name && (level === undefined || entry.code.length === 1 + 2 * level)),
    },
    ...part,
  }
}

export function exampleProfile(part: Partial<Profile> = {}): Profile {
  return {
    id: 'example', name: '示例省', years: { from: 2024, to: 2024 }, rounding: 'half-up',
    requiredTables: [], requiredSections: [], requiredStatements: [], formTitles: [], ...part,
  }
}

/** The context with the example's body, year and kind. */
export function contextOf(document: Parameters<typeof exampleContext>[0], part: Partial<AuditContext> = {}): AuditContext {
  return exampleContext(document, part)
}

/** The Chinese statements of an outcome's findings. */
export function statementsOf(outcome: RuleOutcome): readonly string[] {
  return outcome.findings.map(({ statement }: RuleFinding) => statement.zh)
}
