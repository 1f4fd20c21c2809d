/**
 * Holds an identity against what was printed. Intervals decide, never tolerances.
 *
 * @module
 */
import { addIntervals, type Fen, fen, type Interval, intervalOf, type RoundingMode, zeroFen } from '@mingzhang/money'
import { type Figure, statedValue } from './figure.ts'
import { type Identity, membersOf } from './identity.ts'
import { slackOf } from './zero-regions.ts'

/** 一致 · 尾差 · 不一致 · 无法判定. */
export type Outcome = 'exact' | 'withinRounding' | 'conflict' | 'undetermined'

export interface Verdict {
  readonly identity: Identity
  readonly outcome: Outcome
  /** The printed whole, and the printed sum of the parts; zero where nothing is printed. In fen. */
  readonly found: Fen
  readonly expected: Fen
  /** The whole minus the sum of the parts, in fen. A containment states by how much the part is larger, else zero. */
  readonly difference: Fen
  /** Rounding explains any |difference| below this, in fen. */
  readonly bound: Fen
}

/** Judges one identity. Anything unread makes it undetermined: the unread never counts as zero or as a pass. */
export function judge(identity: Identity, mode: RoundingMode = 'half-up'): Verdict {
  const { whole, besides = [], parts } = identity
  const expected = fen(parts.reduce((total, part) => total + (statedValue(part) ?? 0), 0))
  const found = fen([whole, ...besides].reduce((total, figure) => total + (statedValue(figure) ?? 0), 0))
  const slack = slackOf(identity.premises)
  const bound = fen(membersOf(identity).reduce<number>((total, figure) => total + reachOf(figure, mode), slack))
  const read = (outcome: Outcome, difference: Fen): Verdict => ({ identity, outcome, found, expected, difference, bound })

  if (membersOf(identity).some((figure) => figure.printed.kind === 'unreadable')) return read('undetermined', zeroFen)
  const sum = parts.map((part) => printedInterval(part, mode)).reduce(addIntervals)
  const own = [whole, ...besides].map((figure) => printedInterval(figure, mode)).reduce(addIntervals)
  if (identity.kind === 'containment') {
    if (found >= expected || printsAlike(whole, parts[0], mode)) return read('exact', zeroFen)
    return read(own.high + slack >= sum.low ? 'withinRounding' : 'conflict', fen(found - expected))
  }
  // A sum whose total was left out is not a total of zero.
  if (identity.kind === 'partition' && whole.printed.kind !== 'stated' && expected !== 0) return read('undetermined', zeroFen)
  const difference = fen(found - expected)
  const leavesNothingOpen = identity.kind === 'equality' ? printsAlike(whole, parts[0], mode) : isPrintOfExact(identity, mode)
  if (difference === 0 || leavesNothingOpen) return read('exact', difference)
  const meets = own.low <= sum.high + slack && sum.low - slack <= own.high
  if (!meets && identity.incomplete === true) return read('undetermined', zeroFen)
  return read(meets ? 'withinRounding' : 'conflict', difference)
}

/** Whether two prints of different precision are the same amount: 2,496,371.60 元 prints as 249.64 万元. */
function printsAlike(a: Figure, b: Figure | undefined, mode: RoundingMode): boolean {
  if (a.printed.kind !== 'stated' || b?.printed.kind !== 'stated') return false
  const [coarse, fine] = a.printed.stated.quantum >= b.printed.stated.quantum ? [a.printed.stated, b.printed.stated] : [b.printed.stated, a.printed.stated]
  return coarse.quantum > fine.quantum && holds(intervalOf(coarse, mode), fine.value)
}

/**
 * Whether a single figure of a sum is shortened, and its print is one of the exact amount that the others, printed to the
 * fen, leave for it: forms of 612,345.60 元 and 387,154.40 元 below 99.95 万元. Nothing is then open to rounding.
 */
function isPrintOfExact({ whole, besides, parts }: Identity, mode: RoundingMode): boolean {
  if (besides !== undefined && besides.length > 0) return false
  const [shortened, ...others] = [whole, ...parts].filter((figure) => figure.printed.kind === 'stated' && figure.printed.stated.quantum > 1)
  if (shortened === undefined || others.length > 0) return false
  const rest = parts.reduce((total, part) => (part === shortened ? total : total + (statedValue(part) ?? 0)), 0)
  return holds(printedInterval(shortened, mode), shortened === whole ? rest : (statedValue(whole) ?? 0) - rest)
}

function holds({ low, high }: Interval, amount: number): boolean {
  return low <= amount && amount <= high
}

/** The amounts that a figure can stand for. A blank of an exhaustive table stands for exactly nothing. */
export function printedInterval(figure: Figure, mode: RoundingMode): Interval {
  return figure.printed.kind === 'stated' ? intervalOf(figure.printed.stated, mode) : { low: zeroFen, high: zeroFen }
}

/** What |difference| stays below through this figure's rounding alone. A balanced print can lie almost a digit off. */
function reachOf(figure: Figure, mode: RoundingMode): number {
  if (figure.printed.kind !== 'stated') return 0
  const { quantum } = figure.printed.stated
  if (quantum === 1) return 0
  return mode === 'balanced' ? quantum : Math.floor(quantum / 2)
}
