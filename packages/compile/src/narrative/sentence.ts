/**
 * Sentences as runs of text in which every number carries its figure.
 *
 * @module
 */
import type { TextBlock, TextRun } from '@mingzhang/document'
import type { Region } from '@mingzhang/figures'
import { type Fen, formatFen, roundFen } from '@mingzhang/money'
import type { BoundFigure, CompileContext } from '../compile-context.ts'
import { printQuantum } from '../create-context.ts'

/** What a sentence is put together from. */
export type Piece = string | TextRun | readonly Piece[]

/** One unit of the last printed digit of sentences, as of the tables. */
export const proseQuantum: Fen = printQuantum

/** An amount that is no figure of the budget, in 万元 as sentences print it: two decimals, 四舍五入, no commas. */
export function inWanyuan(amount: Fen): string {
  return formatFen(roundFen(amount, proseQuantum), '万元').replaceAll(',', '')
}

/** An amount of the budget in a sentence. */
export interface ProseAmount {
  readonly region: Region
  readonly label: string
  readonly figure: BoundFigure
  /** `671.45万元`, the digits bound. */
  readonly text: Piece
}

/** Registers the amount of `region` (in 万元) and returns it as a piece of a sentence. `label` says what it is, for a reader who asks. */
export function amountOf(context: CompileContext, region: Region, label: string): ProseAmount {
  const figure = context.figure(region, label, 'prose')
  return { region, label, figure, text: [{ text: figure.text, figure: figure.id }, '万元'] }
}

/** A number that is no amount of the budget but must not stand unbound: a percentage, a count, the value of an asset. */
export function derivedNumber(context: CompileContext, region: Region, label: string, text: string): TextRun {
  const { id, text: printed } = context.derived(region, label, text)
  return { text: printed, figure: id }
}

/** A paragraph of the pieces; plain text side by side becomes one run. */
export function paragraph(...pieces: readonly Piece[]): TextBlock {
  return { kind: 'text', style: 'body', runs: joinRuns(pieces) }
}

/** The pieces as runs, without empty ones. */
export function joinRuns(pieces: readonly Piece[]): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const run of pieces.flatMap(runsOf)) {
    const last = runs.at(-1)
    if (run.text === '') continue
    if (run.figure === undefined && last !== undefined && last.figure === undefined) runs[runs.length - 1] = { text: last.text + run.text }
    else runs.push(run)
  }
  return runs
}

/** The pieces with a separator between them: `A；B；C`. */
export function joined(pieces: readonly Piece[], separator: string): Piece {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]))
}

/** `甲、乙和丙`. */
export function listOfNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}和${names.at(-1) ?? ''}`
}

function runsOf(piece: Piece): readonly TextRun[] {
  if (typeof piece === 'string') return [{ text: piece }]
  return isRun(piece) ? [piece] : piece.flatMap(runsOf)
}

function isRun(piece: Exclude<Piece, string>): piece is TextRun {
  return 'text' in piece
}
