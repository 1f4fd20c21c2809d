/**
 * What another document printed for a region of this one.
 *
 * First a print of the very same region. Else one that is the same money in that document by what its own tables leave
 * empty: with no 政府性基金 and no 上年结转, 财政拨款支出 is 本年一般公共预算支出. That follows from the other document's
 * figures in the way in which its own identities do.
 *
 * @module
 */
import { deriveIdentities, type Figure, type Region, regionKey } from '@mingzhang/figures'
import { type Fen, fen, type RoundingMode, zeroFen } from '@mingzhang/money'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import { unboundLines } from '../recognise/collect-figures.ts'
import { isStated, ownPhase, type StatedFigure } from './other-document.ts'

export interface Prints {
  /** The finest print; of several equally fine ones the first. */
  readonly best: StatedFigure
  /** All prints of the amount, for a document that contradicts itself. */
  readonly all: readonly StatedFigure[]
  /** What the equality leaves open, in fen: zero for prints of the very region. */
  readonly slack: Fen
  /** Whether it is the same money only by what the document leaves empty. */
  readonly derived: boolean
}

/** The prints of a region; `undefined` where the document prints none. A region without a phase is of `document`'s own. */
export type FigureLookup = (region: Region) => Prints | undefined

/** Looks up the regions in `asked`, and prints of any very same region. Printed changes are no amounts of a region. */
export function figureLookup(document: RecognisedDocument, asked: readonly Region[], mode: RoundingMode): FigureLookup {
  const own = ownPhase(document)
  const settle = ({ phase, ...rest }: Region): Region => (phase === undefined || phase === own ? rest : { ...rest, phase })
  const figures = document.figures.filter(({ change }) => change === undefined).map((figure): Figure => ({ ...figure, region: settle(figure.region) }))
  const exact = new Map<string, StatedFigure[]>()
  for (const figure of figures.filter(isStated)) {
    const key = regionKey(figure.region)
    const known = exact.get(key)
    if (known === undefined) exact.set(key, [figure])
    else known.push(figure)
  }
  const missing = new Map(asked.map(settle).flatMap((region) => (exact.has(regionKey(region)) ? [] : [[regionKey(region), region] as const])))
  const derived = missing.size === 0 ? new Map<string, Prints>() : deriveSame(document, figures, missing, mode)
  return (region) => {
    const key = regionKey(settle(region))
    const all = exact.get(key)
    const best = all === undefined ? undefined : finestOf(all)
    return all === undefined || best === undefined ? derived.get(key) : { best, all, slack: zeroFen, derived: false }
  }
}

/** Asks with a figure that states nothing: it joins the prints of its money and changes none of their relations. */
function deriveSame(document: RecognisedDocument, figures: readonly Figure[], missing: ReadonlyMap<string, Region>, mode: RoundingMode): ReadonlyMap<string, Prints> {
  const asking = new Map<string, { readonly key: string; readonly region: Region }>([...missing].map(([key, region]) => [`asked:${key}`, { key, region }] as const))
  const questions = [...asking].map(([id, { region }]): Figure => ({
    id, region, printed: { kind: 'unreadable', text: '', reason: 'not-a-number' }, place: { document: document.tree.name }, blankIsZero: false,
  }))
  const { identities, classes, classOf } = deriveIdentities([...figures, ...questions], { rounding: mode, gaps: unboundLines(document.tables) })
  const members = new Map(classes.map((group) => [group.key, group.figures.filter(isStated)]))
  const found = new Map<string, Prints>()
  for (const { kind, parts, premises } of identities) {
    const question = kind === 'equality' ? asking.get(parts[0]?.id ?? '') : undefined
    const all = question === undefined ? [] : (members.get(classOf.get(`asked:${question.key}`) ?? '') ?? [])
    const best = finestOf(all)
    if (question === undefined || best === undefined) continue
    found.set(question.key, { best, all, slack: fen(premises.reduce((total, { high }) => total + high, 0)), derived: true })
  }
  return found
}

function finestOf(figures: readonly StatedFigure[]): StatedFigure | undefined {
  return figures.reduce<StatedFigure | undefined>((best, figure) => (best === undefined || figure.printed.stated.quantum < best.printed.stated.quantum ? figure : best), undefined)
}
