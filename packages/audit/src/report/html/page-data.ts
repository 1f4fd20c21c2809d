import type { DimensionId } from '@mingzhang/figures'
import type { AuditReport, ReportFigure, ReportIdentity } from '../../model/report.ts'
import type { Bilingual } from '../../model/rule.ts'
import { placeWords } from './place-words.ts'
import { dimensionWords, nodeWords } from './region-words.ts'
import { identityKindWords, stateWords, verdictWords } from './wording.ts'

/**
 * What the page's script needs beyond the markup: the figures and the identities between them.
 *
 * Kept small: words are stored once, and an identity that holds exactly says nothing more than its figures do.
 */
export interface PageData {
  readonly words: {
    readonly dimensions: Readonly<Record<string, Bilingual>>
    /** Keyed `dimension=node`; only the nodes that the figures use. */
    readonly nodes: Readonly<Record<string, Bilingual>>
    readonly kinds: typeof identityKindWords
    readonly verdicts: typeof verdictWords
    readonly states: typeof stateWords
  }
  readonly figures: Readonly<Record<string, PageFigure>>
  readonly identities: Readonly<Record<string, PageIdentity>>
}

export interface PageFigure extends Pick<ReportFigure, 'value' | 'quantum' | 'state' | 'text' | 'region'> {
  readonly place: Bilingual
}

export interface PageIdentity extends Pick<ReportIdentity, 'kind' | 'verdict' | 'figures' | 'difference' | 'bound'> {
  /** `null` where the identity holds exactly. */
  readonly statement: Bilingual | null
}

/** The report's figures and identities by id, with the words that show them. */
export function pageDataOf(report: AuditReport): PageData {
  const nodes: Record<string, Bilingual> = {}
  for (const figure of report.figures) {
    for (const [dimension, node] of Object.entries(figure.region)) {
      nodes[`${dimension}=${node}`] ??= nodeWords(dimension as DimensionId, node)
    }
  }
  return {
    words: { dimensions: dimensionWords, nodes, kinds: identityKindWords, verdicts: verdictWords, states: stateWords },
    figures: Object.fromEntries(report.figures.map((figure) => [figure.id, pageFigure(figure)])),
    identities: Object.fromEntries(report.identities.map((identity) => [identity.id, pageIdentity(identity)])),
  }
}

function pageFigure({ value, quantum, state, text, region, place }: ReportFigure): PageFigure {
  return { value, quantum, state, text, region, place: placeWords(place) }
}

function pageIdentity({ kind, verdict, figures, difference, bound, statement }: ReportIdentity): PageIdentity {
  return { kind, verdict, figures, difference, bound, statement: verdict === 'exact' ? null : statement }
}
