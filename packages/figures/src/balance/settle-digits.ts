/**
 * Chooses for every printed number how many last digits above its floor it prints, so that all equations hold.
 *
 * Numbers that no equation ties together are settled apart. Where the window of one last digit cannot be kept, approved
 * prints give way before others leave it, and as few as possible of either.
 *
 * @module
 */
import type { Equation } from './equations.ts'
import { peelTrees, type Price } from './peel-trees.ts'
import { type DigitColumn, wholeDigits } from './whole-digits.ts'

/** What a number may print, and what it costs. */
export interface DigitChoice {
  /** What lies above the floor, as a part of one last digit, from 0 to below 1. */
  readonly remainder: number
  /** In how many places it is printed: each of them moves with it. */
  readonly weight: number
  /** The digits above its floor that it must print, because it was approved so. */
  readonly pinned: number | undefined
  /** Whether it is no money at all: such a number prints zero whatever else gives way. */
  readonly isZero: boolean
}

/** The digits above the floor, by number. Every equation holds. Throws when none hold even far outside the window: a defect. */
export async function settleDigits(rows: readonly Equation[], choices: readonly DigitChoice[]): Promise<readonly number[]> {
  const digits = choices.map(usualDigit)
  for (const tied of components(rows, choices.length)) {
    const settled = (await exactKept(tied, choices)) ?? (await aroundWindow(tied, choices)) ?? (await withoutPins(tied, choices))
    for (const [number, digit] of settled) digits[number] = digit
  }
  return digits
}

/** Everything that is exact stays so: it is no unknown, and what only it ties together falls apart. */
async function exactKept(rows: readonly Equation[], choices: readonly DigitChoice[]): Promise<ReadonlyMap<number, number> | undefined> {
  const isFixed = (number: number): boolean => choices[number]?.remainder === 0 && choices[number].pinned === undefined
  const open = rows.map((row): Equation => {
    const kept = [...row.terms].filter(([number]) => !isFixed(number))
    return kept.length === row.terms.size ? row : { terms: new Map(kept), constant: row.constant }
  })
  if (open.some(({ terms, constant }) => terms.size === 0 && constant !== 0)) return undefined
  const digits = new Map<number, number>(unknownsOf(rows).filter(isFixed).map((number) => [number, 0]))
  for (const component of components(open, choices.length)) {
    const settled = await withinWindow(component, choices)
    if (settled === undefined) return undefined
    for (const [number, digit] of settled) digits.set(number, digit)
  }
  return digits
}

/** Half-up, or as approved: what a number prints that nothing ties. */
function usualDigit({ remainder, pinned }: DigitChoice): number {
  return pinned ?? (remainder * 2 >= 1 ? 1 : 0)
}

async function withinWindow(rows: readonly Equation[], choices: readonly DigitChoice[]): Promise<ReadonlyMap<number, number> | undefined> {
  const numbers = unknownsOf(rows)
  const hasFarPin = numbers.some((number) => { const pinned = choices[number]?.pinned; return pinned !== undefined && pinned !== 0 && pinned !== 1 })
  if (hasFarPin) return wholeDigits(rows, numbers.map((number) => columnOf(number, choices[number])), mostDivedWithin)
  const { rows: core, prices, isImpossible, unroll } = peelTrees(rows, choices.map(priceOf))
  if (isImpossible) return undefined
  const settled = await wholeDigits(core, unknownsOf(core).map((unknown) => pricedColumn(unknown, prices[unknown])), mostDivedWithin)
  if (settled === undefined) return undefined
  const digits: (number | undefined)[] = choices.map(() => undefined)
  for (const [number, digit] of settled) digits[number] = digit
  unroll(digits)
  return new Map(numbers.flatMap((number) => { const digit = digits[number]; return digit === undefined ? [] : [[number, digit] as const] }))
}

function priceOf({ remainder, weight, pinned }: DigitChoice): Price {
  if (pinned !== undefined) return pinned === 0 ? [0, Infinity] : [Infinity, 0]
  const [down, up] = tieOf(remainder)
  return [remainder * weight + down, (1 - remainder) * weight + up]
}

/** Between two prints that move as little, the one of 四舍五入: far less than any movement. */
function tieOf(remainder: number): Price {
  return remainder * 2 >= 1 ? [leastCost, 0] : [0, leastCost]
}

const leastCost = 1e-5

function pricedColumn(unknown: number, [zero, one]: Price = [0, 0]): DigitColumn {
  if (one === Infinity) return { unknown, low: 0, high: 0, cost: 0 }
  if (zero === Infinity) return { unknown, low: 1, high: 1, cost: 0 }
  return { unknown, low: 0, high: 1, cost: one - zero }
}

function columnOf(unknown: number, choice: DigitChoice | undefined): DigitColumn {
  const { remainder = 0, weight = 1, pinned } = choice ?? {}
  if (remainder === 0 && pinned === undefined) return { unknown, low: 0, high: 0, cost: 0 }
  if (pinned !== undefined) return { unknown, low: pinned, high: pinned, cost: 0 }
  const [down, up] = tieOf(remainder)
  return { unknown, low: 0, high: 1, cost: (1 - 2 * remainder) * weight + up - down }
}

/** What it costs to leave the window, and to print other than approved: far more than any movement inside, yet small for the solver. */
const leavingCost = 64
const unpinningCost = 32

/** Up to how many open digits the least cost is looked for with patience: more where it tells how many leave the window. */
const mostDivedWithin = 1_000
const mostDivedAround = 4_000

/** How far numbers may leave the window, tried in turn. */
const reaches = [1, 2, 4, 16]

/** Every number with a digit more or less than its window allows, at a price; only what is no money at all stays. */
async function aroundWindow(rows: readonly Equation[], choices: readonly DigitChoice[]): Promise<ReadonlyMap<number, number> | undefined> {
  const numbers = unknownsOf(rows)
  for (const reach of reaches) {
    const columns = numbers.flatMap((number): DigitColumn[] => {
      const cost = choices[number]?.pinned === undefined ? leavingCost : unpinningCost
      const extra = { low: 0, high: choices[number]?.isZero === true ? 0 : reach, cost }
      return [columnOf(number, choices[number]), { unknown: moreOf(number, choices), ...extra }, { unknown: lessOf(number, choices), ...extra }]
    })
    const widened = rows.map(({ terms, constant }): Equation => ({
      constant,
      terms: new Map([...terms].flatMap(([number, coefficient]) => [[number, coefficient], [moreOf(number, choices), coefficient], [lessOf(number, choices), -coefficient]] as const)),
    }))
    const found = await wholeDigits(widened, columns, mostDivedAround)
    if (found !== undefined) return new Map(numbers.map((number) => [number, digitAround(number, choices, found)]))
  }
  return undefined
}

/** Approved prints so far off that no other print can make up for them are let go, all of them. */
async function withoutPins(rows: readonly Equation[], choices: readonly DigitChoice[]): Promise<ReadonlyMap<number, number>> {
  const free = choices.map((choice): DigitChoice => ({ ...choice, pinned: undefined }))
  const settled = (await exactKept(rows, free)) ?? (await aroundWindow(rows, free))
  if (settled === undefined) throw new Error('no digits satisfy the equations of a document, however far they move')
  return settled
}

const moreOf = (number: number, choices: readonly DigitChoice[]): number => choices.length + 2 * number
const lessOf = (number: number, choices: readonly DigitChoice[]): number => choices.length + 2 * number + 1

function digitAround(number: number, choices: readonly DigitChoice[], found: ReadonlyMap<number, number>): number {
  const of = (unknown: number): number => found.get(unknown) ?? 0
  return of(number) + of(moreOf(number, choices)) - of(lessOf(number, choices))
}

function unknownsOf(rows: readonly Equation[]): readonly number[] {
  const unknowns = new Set<number>()
  for (const { terms } of rows) for (const unknown of terms.keys()) unknowns.add(unknown)
  return [...unknowns].sort((a, b) => a - b)
}

/** The equations in groups that share no unknown. */
function components(rows: readonly Equation[], unknowns: number): readonly (readonly Equation[])[] {
  const leader = Int32Array.from({ length: unknowns }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (leader[root] !== root) root = leader[root] ?? root
    while (leader[index] !== root) [index, leader[index]] = [leader[index] ?? root, root]
    return root
  }
  for (const { terms } of rows) {
    let first: number | undefined
    for (const unknown of terms.keys()) {
      if (first === undefined) first = find(unknown)
      else leader[find(unknown)] = first
    }
  }
  const groups = new Map<number, Equation[]>()
  for (const row of rows) {
    const [first] = row.terms.keys()
    if (first === undefined) continue
    const root = find(first)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [row])
    else group.push(row)
  }
  return [...groups.values()]
}
