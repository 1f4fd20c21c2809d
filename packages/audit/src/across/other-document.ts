/** What comparisons of two documents share: stages of an account, stated figures, places in another document. */
import type { Figure, Place, Region } from '@mingzhang/figures'
import { type Fen, fen, formatFen, type Interval, intervalOf, type RoundingMode, type Stated } from '@mingzhang/money'
import type { RecognisedDocument } from '../model/recognised-document.ts'

export type Phase = 'budget' | 'adjusted' | 'final'

/** A figure that states an amount. */
export interface StatedFigure extends Figure {
  readonly printed: Extract<Figure['printed'], { readonly kind: 'stated' }>
}

/** What a document's amounts are where nothing else is said; `undefined` for a document that does not say what it is. */
export function ownPhase({ facts }: RecognisedDocument): Phase | undefined {
  switch (facts.kind?.value) {
    case 'budget':
      return 'budget'
    case 'final':
      return 'final'
    case 'performance':
    case undefined:
      return undefined
  }
}

/** The phase that the region names itself. */
export function phaseOf({ phase }: Region): Phase | undefined {
  return phase === 'budget' || phase === 'adjusted' || phase === 'final' ? phase : undefined
}

export function isStated(figure: Figure): figure is StatedFigure {
  return figure.printed.kind === 'stated'
}

export function intervalOfFigure(figure: StatedFigure, mode: RoundingMode): Interval {
  return intervalOf(figure.printed.stated, mode)
}

/** Whether both can be the same amount. */
export function meets(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high
}

/** The interval with `slack` more on both sides. */
export function widen({ low, high }: Interval, slack: Fen): Interval {
  return { low: fen(low - slack), high: fen(high + slack) }
}

/** The place in words alone: coordinates of another document would point into this one. */
export function placeElsewhere({ document, page, line, table, row, column, section, form, field }: Place): Place {
  return {
    document,
    ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }), ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }), ...(section === undefined ? {} : { section }),
    ...(form === undefined ? {} : { form }), ...(field === undefined ? {} : { field }),
  }
}

/** In 元 where it was printed that fine, else in 万元. */
export function amountWords(amount: Fen, { quantum }: Pick<Stated, 'quantum'>): string {
  return quantum < 10_000 ? `${formatFen(amount, '元')} 元` : `${formatFen(amount, '万元')} 万元`
}
