/**
 * Proof that what was written says what was meant: a written file is read back as anybody's document would be, and its
 * figures must be those of the publication, each with its region, its print and its last digit.
 *
 * @module
 */
import { recogniseDocument, type RecognisedDocument } from '@mingzhang/audit'
import type { DocumentTree, Publication, PublishedFigure } from '@mingzhang/document'
import { isRegionWithin, type Place, type Region, regionKey } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import type { Profile, Vocabulary } from '@mingzhang/vocabulary'

/** What came back from one written file. */
export interface RoundTrip {
  readonly file: string
  /** How many of the expected figures the file carries. */
  readonly figures: number
  /** Expected and not found again. */
  readonly missing: readonly PublishedFigure[]
  /** Printed in a department's own words that do not say which part of the budget they are: told apart by their digits alone. */
  readonly unnamed: readonly PublishedFigure[]
  /** Found and not expected: another region or another print. */
  readonly unexpected: readonly { readonly text: string; readonly place: Place }[]
}

/** The kinds of figures that a file carries: the workbook of tables has no narrative and no forms. */
export type CarriedKinds = ReadonlySet<PublishedFigure['kind']>

/** The figures that print something: a blank cell that means no money prints nothing. */
export function printingFigures(publication: Publication, kinds: CarriedKinds): readonly PublishedFigure[] {
  return [...publication.figures.values()].filter((figure) => kinds.has(figure.kind) && figure.text !== '')
}

/** Compares a document that was read back with the publication it was written from. */
export function compareFigures(file: string, tree: DocumentTree, publication: Publication, kinds: CarriedKinds, vocabulary: Vocabulary, profile: Profile | undefined): RoundTrip {
  // Without the text nothing in a workbook of tables says which names are units.
  const units = kinds.has('prose') ? [] : [...publication.figures.values()].flatMap(({ region }) => region.unit ?? [])
  return compareRecognised(file, recogniseDocument(tree, vocabulary, profile, [...new Set(units)]).document, publication, kinds)
}

/** Compares what was recognised of a written file with the publication it was written from. */
export function compareRecognised(file: string, document: RecognisedDocument, publication: Publication, kinds: CarriedKinds): RoundTrip {
  const literal = literalNumbers(publication)
  const found = foundFigures(document, kinds).filter(({ key }) => !literal.has(key))
  const open = new Map<string, FoundFigure[]>()
  for (const figure of found) {
    const group = open.get(figure.key)
    if (group === undefined) open.set(figure.key, [figure])
    else group.push(figure)
  }
  const expected = printingFigures(publication, kinds).filter((figure) => !literal.has(expectedKey(figure)))
  const take = (key: string): boolean => open.get(key)?.pop() !== undefined
  const other = expected.filter((figure) => !take(expectedKey(figure)))
  const unnamed = other.filter((figure) => figure.kind === 'prose' && figure.printed !== undefined && take(derivedKey(figure.text)))
  const left = [...open.values()].flat()
  const missing = other.filter((figure) => !unnamed.includes(figure) && !takeComparable(figure, left))
  const unexpected = left.map(({ text, place }) => ({ text, place }))
  return { file, figures: printingFigures(publication, kinds).length - missing.length, missing, unnamed, unexpected }
}

/**
 * Takes the same print out of `left` where a sentence of the department's own is read a little wider or narrower than its
 * slot: 政府性基金预算支出 for 政府性基金预算. The audit holds the print against the tables in what it was read as.
 */
function takeComparable(figure: PublishedFigure, left: FoundFigure[]): boolean {
  if (figure.kind !== 'prose' || figure.printed === undefined) return false
  const at = left.findIndex(({ kind, value, region }) => kind === 'prose' && value === figure.printed && region !== undefined
    && (isRegionWithin(region, figure.region) || isRegionWithin(figure.region, region)))
  if (at === -1) return false
  left.splice(at, 1)
  return true
}

interface FoundFigure {
  readonly key: string
  readonly kind: PublishedFigure['kind']
  /** What an amount is the total of and states, in fen; absent for a percentage, a change or a count. */
  readonly region?: Region
  readonly value?: Fen
  readonly text: string
  readonly place: Place
}

function foundFigures(document: RecognisedDocument, kinds: CarriedKinds): readonly FoundFigure[] {
  const mentions = new Set(document.mentions.map(({ id }) => id))
  const amounts = document.figures.flatMap((figure): FoundFigure[] => {
    const { printed, region, place, cell, id } = figure
    // Forms are compared by their own funding rows: where no table lists projects, nothing says what a form belongs to.
    const kind = mentions.has(id) ? 'prose' : cell?.table.startsWith('f') === true ? 'form' : 'cell'
    if (kind === 'form' || !kinds.has(kind) || printed.kind !== 'stated') return []
    const { value, quantum } = printed.stated
    return [{ key: amountKey(kind, regionKey(region), value, quantum), kind, region, value, text: printed.text, place }]
  })
  const forms = !kinds.has('form') ? [] : document.forms.flatMap((form) => form.funding.flatMap(({ amount, span, level, place }): FoundFigure[] =>
    amount.kind === 'stated' ? [{ key: formKey(span === 'annual', level, amount.stated.value), kind: 'form', text: amount.text, place }] : []))
  if (!kinds.has('prose')) return [...amounts, ...forms]
  const bound = new Set(document.figures.map(({ id }) => id))
  const derived = document.mentions.flatMap((mention): FoundFigure[] => {
    // A change in words (与上年持平) prints no number; years and numberings are none of ours.
    if (mention.role === 'other' || bound.has(mention.id) || !/\d/u.test(mention.text)) return []
    return [{ key: derivedKey(mention.text), kind: 'prose', text: mention.text, place: mention.place }]
  })
  return [...amounts, ...forms, ...derived]
}

/** Numbers that the department's texts print as they stand: they are no figures, and a figure with the same digits cannot be told from them. */
function literalNumbers({ blocks }: Publication): ReadonlySet<string> {
  const runs = blocks.flatMap((block) => (block.kind === 'text' ? block.runs.filter(({ figure }) => figure === undefined) : []))
  return new Set(runs.flatMap(({ text }) => [...text.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(([number]) => derivedKey(number))))
}

function expectedKey(figure: PublishedFigure): string {
  if (figure.printed === undefined || figure.quantum === undefined) return derivedKey(figure.text)
  const { region, kind, printed, quantum } = figure
  // The money of the whole period has no year.
  if (kind === 'form') return formKey(region.year !== undefined, region.level ?? 'total', printed)
  return amountKey(kind, regionKey(region), printed, quantum)
}

const formKey = (isAnnual: boolean, level: string, value: Fen): string => `form ${isAnnual ? 'annual' : 'life'} ${level} ${value}`

/** A nought is the same nought with and without decimals. */
const amountKey = (kind: string, region: string, value: number, quantum: number): string => `${kind} ${region} ${value}/${value === 0 ? '' : quantum}`

/** A percentage, a change or a count by its digits: its subject is told by the sentence, which the auditor reads. */
const derivedKey = (text: string): string => `derived ${/\d[\d,]*(?:\.\d+)?/u.exec(text)?.[0] ?? ''}`
