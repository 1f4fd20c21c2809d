/**
 * Reads a document tree into everything that can be proved or judged: facts, tables, narrative, forms, figures.
 *
 * @module
 */
import type { DocumentTree } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { Profile, Vocabulary } from '@mingzhang/vocabulary'
import { linkForms } from '../forms/link-forms.ts'
import { projectRows } from '../forms/project-rows.ts'
import { parseForms } from '../forms/parse-forms.ts'
import type { RecognisedDocument, RecognisedTable } from '../model/recognised-document.ts'
import { recogniseNarrative } from '../narrative/recognise-narrative.ts'
import { collectFigures } from './collect-figures.ts'
import type { DocumentScope } from './column-scope.ts'
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
  const tables = recogniseTables(tree, { vocabulary, year, kind: facts.kind?.value, body, units: [...knownUnits, ...unitNames(tree, parsed.forms)], claimed: parsed.blocks })
  const consumed = new Set([...parsed.blocks, ...tables.blocks])
  const subjects = new Set(tables.tables.flatMap(({ cells }) => cells.flatMap(({ region }) => region?.function ?? [])))
  const units = new Set(tables.tables.flatMap(({ cells }) => cells.flatMap(({ region }) => region?.unit ?? [])))
  const { sections, mentions } = recogniseNarrative(tree, { vocabulary, year, body, kind: facts.kind?.value, subjects, units, consumed })
  const profile = withStatedRounding(asked ?? closestProfile(tables.tables, { year, kind: facts.kind?.value }, vocabulary.profiles), tree)
  const formLinks = linkForms(parsed.forms, projectRows(tables.tables), profile?.rounding ?? 'half-up')
  const document: RecognisedDocument = {
    tree,
    facts,
    tables: tables.tables,
    sections,
    mentions,
    forms: parsed.forms,
    departmentForms: parsed.departments,
    evaluations: parsed.evaluations,
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

/**
 * The profile with the most of its required tables in the document, each that is missing counted against it. A final
 * account is held against those of final accounts; performance forms by themselves are none of these disclosures.
 */
function closestProfile(tables: readonly RecognisedTable[], { year, kind }: DocumentScope, profiles: readonly Profile[]): Profile | undefined {
  if (kind === 'performance' && tables.length === 0) return undefined
  const kinds = new Set(tables.map((table) => table.kind))
  const scored = profiles
    .filter(({ document = 'budget' }) => (kind === 'final') === (document === 'final'))
    .filter(({ years }) => year === undefined || (years.from <= year && year <= years.to))
    .map((profile) => {
      const present = profile.requiredTables.filter((kind) => kinds.has(kind)).length
      return { profile, present, missing: profile.requiredTables.length - present }
    })
    .sort((a, b) => b.present - b.missing - (a.present - a.missing) || b.present - a.present || a.profile.id.localeCompare(b.profile.id))
  return scored[0]?.profile
}
