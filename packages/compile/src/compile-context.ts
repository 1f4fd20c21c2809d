/**
 * What the makers of tables, narrative and forms work with.
 *
 * They say which region a number is the total of; the context gives its exact and its printed amount. A document is made
 * twice: first to learn which regions it prints, then, after 舍位平衡, with the amounts as they will be printed.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import type { Fen } from '@mingzhang/money'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { Ledger } from './ledger/ledger.ts'

/** A number to print and the figure that it is. */
export interface BoundFigure {
  /** The id under which the publication lists it. */
  readonly id: string
  readonly exact: Fen
  /** In fen, a whole number of last printed digits. */
  readonly printed: Fen
  /** The printed amount without its unit, such as `671.45`; `0.00` for no money. */
  readonly text: string
}

export interface CompileContext {
  readonly ledger: Ledger
  readonly vocabulary: Vocabulary
  readonly rounding: PublicationRounding
  /** Registers a number of the document and returns how it prints, in 万元 with two decimals. `year` is added to the region. */
  readonly figure: (region: Region, label: string, kind: 'cell' | 'prose') => BoundFigure
  /** Registers an amount of a form, in 元, to the fen. `exact` as given: a form prints what the ledger holds. `year` is not added. */
  readonly formFigure: (region: Region, label: string, exact: Fen) => BoundFigure
  /** Registers a percentage or a change, so that no number stands unbound. `text` as printed. */
  readonly derived: (region: Region, label: string, text: string) => { readonly id: string; readonly text: string }
  /** How the total of a region (`year` is added) prints in 万元 with two decimals, in fen, without registering anything. */
  readonly printed: (region: Region) => Fen
  /** The exact total of a region (`year` is added), without registering anything. */
  readonly exact: (region: Region) => Fen
}

/** 四舍五入 each on its own, or 舍位平衡. */
export type PublicationRounding = 'half-up' | 'balanced'
