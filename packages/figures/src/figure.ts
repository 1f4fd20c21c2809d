import type { Fen, PrintedAmount } from '@mingzhang/money'
import type { Place } from './place.ts'
import type { Region } from './region.ts'

/** A published amount: the region it is the total of, what was printed, and where. */
export interface Figure {
  /** Stable inside one document, such as `t3.12.2` or `n1.4`. */
  readonly id: string
  readonly region: Region
  readonly printed: PrintedAmount
  readonly place: Place
  /** Its cell in a table; figures of one row or one column form that table's own sums. */
  readonly cell?: { readonly table: string; readonly row: number; readonly column: number; readonly side: string }
  /** Whether it is one of a few picked out of a whole (其中：) and so no complete part of a sum. */
  readonly partial?: boolean
  /**
   * For a printed change (增减额): the ids of the figures that it is the difference of. A change is no state of an account:
   * it can have either sign, and none of it says nothing about what there is.
   */
  readonly change?: { readonly of: string; readonly base: string }
  /**
   * Whether a blank here means that there is no money: true in tables that list everything there is.
   * A blank that does not mean zero takes part in no identity.
   */
  readonly blankIsZero: boolean
}

/** What the figure states in fen; `undefined` when it states nothing. A blank that means zero states nothing printed. */
export function statedValue(figure: Figure): Fen | undefined {
  return figure.printed.kind === 'stated' ? figure.printed.stated.value : undefined
}
