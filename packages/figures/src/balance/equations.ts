/**
 * The equations that printed numbers must satisfy, in last digits above their floor.
 *
 * A number prints its floor plus some last digits: with a remainder it is one of two prints (0 or 1), without one it is
 * exact (0). Where a whole is the sum of parts, the digits of the whole minus those of the parts are a small whole number,
 * whatever the size of the budget.
 *
 * @module
 */
import type { Fen } from '@mingzhang/money'
import { definingCuts } from './sum-rows.ts'
import type { CellSets } from './fact-sets.ts'

/** Σ coefficient · unknown = constant; all of them whole numbers. */
export interface Equation {
  readonly terms: Map<number, number>
  constant: number
}

export interface Equations {
  /** Unknowns below this are the digits of the numbers, by index; the others stand for what is never printed alone. */
  readonly numbers: number
  readonly unknowns: number
  readonly rows: Equation[]
}

/** What is left above the whole last digits, from 0 to below `quantum`, for negative amounts too. */
export function remainderOf(amount: Fen, quantum: Fen): number {
  const rest = amount % quantum
  return rest < 0 ? rest + quantum : rest
}

/** Writes every set of facts as an equation between its number, the numbers of its parts and what is hidden. */
export function writeEquations(sets: CellSets, quantum: Fen): Equations {
  const numbers = sets.numbers.length
  let unknowns = numbers
  const rows: Equation[] = []
  for (const view of sets.views) {
    const unknownOf = new Map<number, number>()
    for (const { atoms: [only, ...others], number } of view.sets) if (only !== undefined && others.length === 0) unknownOf.set(only, number)
    for (const { set, parts, rest } of definingCuts(view)) {
      const whole = view.sets[set]?.number ?? -1
      let residue = remainderOf(sets.numbers[whole]?.exact ?? (0 as Fen), quantum)
      const terms = new Map<number, number>()
      const add = (unknown: number, coefficient: number): void => {
        const sum = (terms.get(unknown) ?? 0) + coefficient
        if (sum === 0) terms.delete(unknown)
        else terms.set(unknown, sum)
      }
      add(whole, 1)
      for (const part of parts) {
        const number = view.sets[part]?.number ?? -1
        residue -= remainderOf(sets.numbers[number]?.exact ?? (0 as Fen), quantum)
        add(number, -1)
      }
      for (const atom of rest) {
        let unknown = unknownOf.get(atom)
        if (unknown === undefined) unknownOf.set(atom, (unknown = unknowns++))
        residue -= remainderOf(view.atoms[atom] ?? (0 as Fen), quantum)
        add(unknown, -1)
      }
      rows.push({ terms, constant: residue / quantum })
    }
  }
  return { numbers, unknowns, rows }
}
