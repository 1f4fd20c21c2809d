/**
 * Whether a linear relation between figures follows from derived identities.
 *
 * Each equality and each sum is a row over the figures; figures that are empty count as nothing. A relation follows when
 * its row is a combination of theirs. Rows are reduced modulo a large prime: integers stay exact, and a relation that
 * does not follow is taken for one only with vanishing probability.
 *
 * @module
 */
import { type Figure, statedValue } from './figure.ts'
import type { Identity } from './identity.ts'

/** Σ coefficient · figure = 0, by figure id. */
export type Relation = readonly { readonly figure: string; readonly coefficient: number }[]

const prime = 2_147_483_629n

/** Returns a function that tells whether a relation follows from `identities`. */
export function impliedBy(identities: readonly Identity[], figures: readonly Figure[]): (relation: Relation) => boolean {
  // What cannot be read is an amount like any other, only an unknown one.
  const empty = new Set(figures.filter((figure) => figure.printed.kind !== 'unreadable' && (statedValue(figure) ?? 0) === 0).map((figure) => figure.id))
  const pivots = new Map<string, Map<string, bigint>>()
  const insert = (relation: Relation): void => {
    const row = reduce(rowOf(relation, empty), pivots)
    const [pivot] = row.keys()
    if (pivot !== undefined) pivots.set(pivot, scale(row, inverse(row.get(pivot) ?? 1n)))
  }
  for (const identity of identities) {
    if (identity.kind === 'containment') continue
    insert([...[identity.whole, ...identity.besides ?? []].map(({ id }) => ({ figure: id, coefficient: 1 })), ...identity.parts.map((part) => ({ figure: part.id, coefficient: -1 }))])
  }
  return (relation) => reduce(rowOf(relation, empty), pivots).size === 0
}

function rowOf(relation: Relation, empty: ReadonlySet<string>): Map<string, bigint> {
  const row = new Map<string, bigint>()
  for (const { figure, coefficient } of relation) if (!empty.has(figure)) add(row, figure, BigInt(coefficient))
  return row
}

/** Takes out every pivot that the row holds; what is left names no pivot. */
function reduce(row: Map<string, bigint>, pivots: ReadonlyMap<string, ReadonlyMap<string, bigint>>): Map<string, bigint> {
  for (;;) {
    const pivot = [...row.keys()].find((figure) => pivots.has(figure))
    const by = pivot === undefined ? undefined : pivots.get(pivot)
    if (pivot === undefined || by === undefined) return row
    const factor = row.get(pivot) ?? 0n
    for (const [figure, coefficient] of by) add(row, figure, -factor * coefficient)
  }
}

function add(row: Map<string, bigint>, figure: string, amount: bigint): void {
  const sum = ((((row.get(figure) ?? 0n) + amount) % prime) + prime) % prime
  if (sum === 0n) row.delete(figure)
  else row.set(figure, sum)
}

function scale(row: ReadonlyMap<string, bigint>, factor: bigint): Map<string, bigint> {
  return new Map([...row].map(([figure, coefficient]) => [figure, (coefficient * factor) % prime]))
}

function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % prime, prime - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
