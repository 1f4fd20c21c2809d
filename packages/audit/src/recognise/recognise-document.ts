/**
 * Reads a document tree into everything that can be proved or judged: facts, tables, narrative, forms, figures.
 *
 * @module
 */
import type { DocumentTree } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { Profile, Vocabulary } from '@mingzhang/vocabulary'
import { linkForms, type ProjectRow } from '../forms/link-forms.ts'
import { parseForms } from '../forms/parse-forms.ts'
import type { RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import { recogniseNarrative } from '../narrative/recognise-narrative.ts'
import { collectFigures } from './collect-figures.ts'
import { readDocumentFacts } from './document-facts.ts'
import { recogniseTables } from './recognise-tables.ts'
import { unitNames } from './unit-names.ts'

export interface Recognition {
  readonly document: RecognisedDocument
  /** The profile asked for, or the one whose tables the document has. */
  readonly profile: Profile | undefined
  readonly problems: readonly Problem[]
}

/**
 * Recognises a document. Never throws; what cannot be read is a problem, an unbound cell or an unbound number.
 *
 * `knownUnits` are names that stand for units although the document does not say so, normalised: those of a workbook of
 * tables, whose text is another file.
 */
export function recogniseDocument(tree: DocumentTree, vocabulary: Vocabulary, asked: Profile | undefined, knownUnits: readonly string[] = []): Recognition {
  const facts = readDocumentFacts(tree)
  const year = facts.year?.value
  const body = facts.body?.value
  const formTitles = [...new Set((asked === undefined ? vocabulary.profiles : [asked]).flatMap((profile) => profile.formTitles))]
  const parsed = parseForms(tree, formTitles)
  const tables = recogniseTables(tree, { vocabulary, year, body, units: [...knownUnits, ...unitNames(tree, parsed.forms)], claimed: parsed.blocks })
  const consumed = new Set([...parsed.blocks, ...tables.blocks])
  const { sections, mentions } = recogniseNarrative(tree, { vocabulary, year, body, consumed })
  const profile = withStatedRounding(asked ?? closestProfile(tables.tables, year, vocabulary.profiles), tree)
  const formLinks = linkForms(parsed.forms, projectRows(tables.tables), profile?.rounding ?? 'half-up')
  const document: RecognisedDocument = {
    tree,
    facts,
    tables: tables.tables,
    sections,
    mentions,
    forms: parsed.forms,
    formLinks,
    figures: collectFigures(tables.tables, mentions, formLinks, year),
    unrecognised: tables.unrecognised,
  }
  return { document, profile, problems: [...(tree.omissions ?? []), ...tables.problems, ...parsed.problems] }
}

/** The document's own word on how its amounts were shortened stands above the habit of the place. */
function withStatedRounding(profile: Profile | undefined, tree: DocumentTree): Profile | undefined {
  if (profile === undefined || !tree.blocks.some((block) => block.kind === 'paragraph' && /(?:按照?|经|采用|用|作)[^。；]{0,12}舍位平衡/u.test(block.text))) return profile
  return { ...profile, rounding: 'balanced' }
}

/** The profile with the most of its required tables in the document, each that is missing counted against it. */
function closestProfile(tables: readonly RecognisedTable[], year: number | undefined, profiles: readonly Profile[]): Profile | undefined {
  const kinds = new Set(tables.map((table) => table.kind))
  const scored = profiles
    .filter(({ years }) => year === undefined || (years.from <= year && year <= years.to))
    .map((profile) => {
      const present = profile.requiredTables.filter((kind) => kinds.has(kind)).length
      return { profile, present, missing: profile.requiredTables.length - present }
    })
    .sort((a, b) => b.present - b.missing - (a.present - a.missing) || b.present - a.present || a.profile.id.localeCompare(b.profile.id))
  return scored[0]?.profile
}

/** The projects of the year's project table; its first value column is the project's total. */
function projectRows(tables: readonly RecognisedTable[]): readonly ProjectRow[] {
  return tables.filter((table) => table.kind === 'currentProjects').flatMap((table) =>
    table.rows.flatMap((row, index): ProjectRow[] => {
      const cell = table.cells.find((candidate) => candidate.row === index)
      if (cell?.region?.project === undefined) return []
      const stated = cell.printed.kind === 'stated' ? cell.printed.stated : undefined
      return [{ name: row.label, amount: stated?.value, quantum: stated?.quantum, place: cell.place }]
    }),
  )
}
