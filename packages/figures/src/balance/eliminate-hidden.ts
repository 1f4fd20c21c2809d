/**
 * Takes everything that is never printed alone out of the equations: what is left are the relations between printed
 * numbers, all of them and no more.
 *
 * Hidden amounts may be any real numbers. One that stands in a single equation makes that equation hold for every print, so
 * the equation says nothing; one that stands in several is solved from the shortest and put into the others. The solution
 * of the rest always extends to the hidden amounts.
 *
 * @module
 */
import type { Equation, Equations } from './equations.ts'

/** The equations between printed numbers alone. Those of the argument are used up. */
export function eliminateHidden({ rows, numbers, unknowns }: Equations): readonly Equation[] {
  const alive = new Set(rows)
  const rowsOf = Array.from({ length: unknowns - numbers }, () => new Set<Equation>())
  for (const row of rows) for (const unknown of row.terms.keys()) if (unknown >= numbers) rowsOf[unknown - numbers]?.add(row)
  const queues: number[][] = []
  const enqueue = (hidden: number): void => void (queues[Math.min(rowsOf[hidden]?.size ?? 0, longestQueue)] ??= []).push(hidden)
  const drop = (row: Equation): void => {
    alive.delete(row)
    for (const unknown of row.terms.keys()) {
      if (unknown < numbers) continue
      rowsOf[unknown - numbers]?.delete(row)
      enqueue(unknown - numbers)
    }
  }
  rowsOf.forEach((_, hidden) => { enqueue(hidden) })
  for (let hidden = nextOf(queues, rowsOf); hidden !== undefined; hidden = nextOf(queues, rowsOf)) {
    const unknown = numbers + hidden
    const [pivot, ...others] = [...(rowsOf[hidden] ?? [])].sort((a, b) => a.terms.size - b.terms.size)
    if (pivot === undefined) continue
    drop(pivot)
    for (const other of others) {
      // The longer one takes the shorter in.
      const changed = subtract(other, pivot, unknown)
      for (const touched of changed) {
        if (touched < numbers) continue
        const set = rowsOf[touched - numbers]
        if (other.terms.has(touched)) set?.add(other)
        else set?.delete(other)
        enqueue(touched - numbers)
      }
    }
  }
  return [...alive]
}

const longestQueue = 64

/** A hidden unknown that stands in as few equations as any. Entries that are out of date are passed over. */
function nextOf(queues: number[][], rowsOf: readonly ReadonlySet<Equation>[]): number | undefined {
  for (let size = 1; size < queues.length; size++) {
    const queue = queues[size]
    while (queue !== undefined && queue.length > 0) {
      const hidden = queue.pop() ?? -1
      if (Math.min(rowsOf[hidden]?.size ?? 0, longestQueue) === size) return hidden
    }
  }
  return undefined
}

/** Takes a multiple of `pivot` from `row` so that `unknown` leaves it. Returns the unknowns that may have come or gone. */
function subtract(row: Equation, pivot: Equation, unknown: number): readonly number[] {
  const [own, its] = [row.terms.get(unknown) ?? 0, pivot.terms.get(unknown) ?? 1]
  const divisor = greatestCommonDivisor(Math.abs(own), Math.abs(its))
  const [scale, factor] = [its / divisor, own / divisor]
  if (scale !== 1) {
    for (const [key, coefficient] of row.terms) row.terms.set(key, coefficient * scale)
    row.constant *= scale
  }
  for (const [key, coefficient] of pivot.terms) {
    const sum = (row.terms.get(key) ?? 0) - factor * coefficient
    if (sum === 0) row.terms.delete(key)
    else row.terms.set(key, sum)
  }
  row.constant -= factor * pivot.constant
  return [...pivot.terms.keys()]
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b]
  return a
}
