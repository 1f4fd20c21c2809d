/**
 * Settles what hangs on the rest by a single number, exactly and without a solver.
 *
 * Where all unknowns of an equation but one stand nowhere else, their cheapest prints follow from that one: those that
 * cost least to round up are rounded up, as many as are needed. What that costs becomes a cost of the one, and the equation
 * is done with. Whole trees fall away like this, the leaves first.
 *
 * @module
 */
import type { Equation } from './equations.ts'

/** What an unknown costs as 0 and as 1; `Infinity` where it may not be. */
export type Price = [zero: number, one: number]

export interface Peeled {
  /** The equations that are left, and their unknowns with what hangs on them priced in. */
  readonly rows: readonly Equation[]
  readonly prices: readonly Price[]
  /** Whether some tree cannot hold at all. */
  readonly isImpossible: boolean
  /** Fills in the digits of everything that was peeled, given those of the rest; what hangs on an open one stays open. */
  readonly unroll: (digits: (number | undefined)[]) => void
}

interface PeeledRow {
  readonly parent: number | undefined
  readonly parentCoefficient: number
  readonly constant: number
  /** The unknowns that hang here, those that are cheapest to raise first; a −1 is raised by rounding down. */
  readonly leaves: readonly { readonly unknown: number; readonly coefficient: number }[]
}

/** Peels the trees off `rows`. Prices are those of every unknown; the argument is not changed. */
export function peelTrees(rows: readonly Equation[], given: readonly Price[]): Peeled {
  const prices = given.map(([zero, one]): Price => [zero, one])
  const alive = new Set(rows)
  const rowsOf = new Map<number, Set<Equation>>()
  for (const row of rows) {
    for (const unknown of row.terms.keys()) {
      const known = rowsOf.get(unknown)
      if (known === undefined) rowsOf.set(unknown, new Set([row]))
      else known.add(row)
    }
  }
  const isLeaf = (unknown: number, row: Equation): boolean => rowsOf.get(unknown)?.size === 1 && Math.abs(row.terms.get(unknown) ?? 0) === 1
  const done: PeeledRow[] = []
  let isImpossible = false
  const queue = [...rows]
  for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
    if (!alive.has(row)) continue
    const inner = [...row.terms.keys()].filter((unknown) => !isLeaf(unknown, row))
    const [parent, ...others] = inner
    if (others.length > 0) continue
    const peeled = peel(row, parent, prices)
    alive.delete(row)
    done.push(peeled)
    const costs = [0, 1].map((digit) => costOf(peeled, digit, prices))
    if (parent === undefined) {
      if (costs[0] === Infinity) isImpossible = true
      continue
    }
    const price = prices[parent]
    if (price !== undefined) prices[parent] = [price[0] + (costs[0] ?? 0), price[1] + (costs[1] ?? 0)]
    const left = rowsOf.get(parent)
    left?.delete(row)
    if (left?.size === 1) queue.push(...left)
    if (left?.size === 0 && prices[parent]?.every((cost) => cost === Infinity) === true) isImpossible = true
  }
  const unroll = (digits: (number | undefined)[]): void => {
    for (const peeled of done.toReversed()) {
      if (peeled.parent !== undefined && rowsOf.get(peeled.parent)?.size === 0) digits[peeled.parent] ??= cheapest(prices[peeled.parent])
      const digit = peeled.parent === undefined ? 0 : digits[peeled.parent]
      if (digit === undefined) continue
      const raised = raisedAt(peeled, digit)
      peeled.leaves.forEach(({ unknown, coefficient }, place) => {
        digits[unknown] = (coefficient > 0) === place < raised ? 1 : 0
      })
    }
  }
  return { rows: rows.filter((row) => alive.has(row)), prices, isImpossible, unroll }
}

function cheapest(price: Price | undefined): number {
  return price !== undefined && price[1] < price[0] ? 1 : 0
}

function peel(row: Equation, parent: number | undefined, prices: readonly Price[]): PeeledRow {
  const leaves = [...row.terms].filter(([unknown]) => unknown !== parent).map(([unknown, coefficient]) => ({ unknown, coefficient, cost: raisingCost(prices[unknown], coefficient) }))
  leaves.sort((a, b) => (a.cost === b.cost ? a.unknown - b.unknown : a.cost - b.cost))
  return { parent, parentCoefficient: parent === undefined ? 0 : (row.terms.get(parent) ?? 0), constant: row.constant, leaves }
}

/** What it costs more to raise the unknown's share of the sum than not to: −Infinity where it must be raised. */
function raisingCost(price: Price | undefined, coefficient: number): number {
  const [zero, one] = price ?? [0, 0]
  const [lowered, raised] = coefficient > 0 ? [zero, one] : [one, zero]
  return lowered === Infinity ? -Infinity : raised - lowered
}

/** How many leaves are raised when the parent prints `digit` above its floor. */
function raisedAt({ leaves, constant, parentCoefficient }: PeeledRow, digit: number): number {
  return constant - parentCoefficient * digit + leaves.filter(({ coefficient }) => coefficient < 0).length
}

function costOf(peeled: PeeledRow, digit: number, prices: readonly Price[]): number {
  const raised = raisedAt(peeled, digit)
  if (raised < 0 || raised > peeled.leaves.length) return Infinity
  return peeled.leaves.reduce((total, { unknown, coefficient }, place) => {
    const [zero, one] = prices[unknown] ?? [0, 0]
    return total + ((coefficient > 0) === place < raised ? one : zero)
  }, 0)
}
