/**
 * The digit problem, or a part of it, with fractions allowed.
 *
 * A number that stands in a single equation follows from the others there. Its own window seldom binds, so it is left out:
 * the equation becomes a range, and is only put in once an answer breaks it. This spares large departments most of their
 * equations, the totals of single projects above all.
 *
 * @module
 */
import type { DigitProblem } from './digit-problem.ts'
import type { ProgramRow, Solver } from './solver.ts'

export interface RelaxedProgram {
  /** Whether an answer exists; `unknown` is never a no. */
  solve(): 'solved' | 'infeasible' | 'unknown'
  /** Writes the digits of the free numbers into `digits`. */
  read(digits: Float64Array): void
  /** Restricts a number to these digits. Numbers that follow from others cannot be restricted: they are passed over. */
  bound(number: number, low: number, high: number): void
  /** Whether the number follows from others, and is whole when they are. */
  follows(number: number): boolean
  dispose(): void
}

interface Follower {
  readonly number: number
  readonly coefficient: number
  readonly row: number
  /** The rest of its equation must lie within this range. */
  readonly range: ProgramRow
}

/** How far outside its range a row may be before it is put in: the solver itself is not more exact. */
const tolerance = 1e-7

/** Builds the program for the numbers that are `free`; the others are as `digits` says, fractions or not. */
export function relaxedProgram(solve: Solver, problem: DigitProblem, digits: ArrayLike<number>, free: readonly number[]): RelaxedProgram {
  const touched = [...new Set(free.flatMap((number) => problem.rowsOf[number] ?? []))].sort((a, b) => a - b)
  const isFree = new Set(free)
  const followerOf = new Map<number, number>()
  for (const row of touched) {
    for (const [number, coefficient] of problem.rows[row]?.terms ?? []) {
      if (!isFree.has(number) || problem.rowsOf[number]?.length !== 1 || Math.abs(coefficient) !== 1) continue
      followerOf.set(row, number)
      break
    }
  }
  const following = new Set(followerOf.values())
  const columnOf = new Map(free.filter((number) => !following.has(number)).map((number, column) => [number, column]))
  const costs = new Float64Array(columnOf.size)
  for (const [number, column] of columnOf) costs[column] = slopeOf(problem, number)
  const firm: ProgramRow[] = []
  const idle = new Set<Follower>()
  const followers: Follower[] = []
  for (const row of touched) {
    const { terms, constant } = problem.rows[row] ?? { terms: new Map<number, number>(), constant: 0 }
    const number = followerOf.get(row)
    const columns: number[] = []
    const coefficients: number[] = []
    let rest = constant
    for (const [other, coefficient] of terms) {
      const column = columnOf.get(other)
      if (column !== undefined) {
        columns.push(column)
        coefficients.push(coefficient)
      } else if (other !== number) rest -= coefficient * (digits[other] ?? 0)
    }
    if (number === undefined) {
      firm.push({ columns, coefficients, low: rest, high: rest })
      continue
    }
    const coefficient = terms.get(number) ?? 1
    const { low = 0, high = 0 } = problem.numbers[number] ?? {}
    const ends = [rest - coefficient * low, rest - coefficient * high]
    const follower: Follower = { number, coefficient, row, range: { columns, coefficients, low: Math.min(...ends), high: Math.max(...ends) } }
    columns.forEach((column, place) => { costs[column] = (costs[column] ?? 0) - slopeOf(problem, number) * coefficient * (coefficients[place] ?? 0) })
    followers.push(follower)
    idle.add(follower)
  }
  const program = solve([...columnOf].map(([number, column]) => ({ cost: costs[column] ?? 0, low: problem.numbers[number]?.low ?? 0, high: problem.numbers[number]?.high ?? 0, isWhole: false })), firm)
  return {
    solve() {
      for (;;) {
        const outcome = program.solve()
        if (outcome !== 'solved') return outcome === 'infeasible' ? 'infeasible' : 'unknown'
        const values = program.values()
        const broken = [...idle].filter(({ range }) => {
          const activity = activityOf(range, values)
          return activity < range.low - tolerance || activity > range.high + tolerance
        })
        if (broken.length === 0) return 'solved'
        program.demand(broken.map(({ range }) => range))
        for (const follower of broken) idle.delete(follower)
      }
    },
    read(into) {
      const values = program.values()
      for (const [number, column] of columnOf) into[number] = values[column] ?? 0
      for (const { number, coefficient, range } of followers) {
        const { low = 0, high = 0 } = problem.numbers[number] ?? {}
        const fixed = coefficient > 0 ? range.high + coefficient * low : range.low + coefficient * low
        into[number] = Math.min(high, Math.max(low, (fixed - activityOf(range, values)) / coefficient))
      }
    },
    bound(number, low, high) {
      const column = columnOf.get(number)
      if (column !== undefined) program.bound(column, low, high)
    },
    follows: (number) => following.has(number),
    dispose() {
      program.dispose()
    },
  }
}

/** What one more digit costs inside the window, where the movement is linear. */
function slopeOf({ numbers }: DigitProblem, number: number): number {
  const { fraction = 0, weight = 1 } = numbers[number] ?? {}
  return weight * (1 - 2 * fraction)
}

function activityOf({ columns, coefficients }: ProgramRow, values: ArrayLike<number>): number {
  let activity = 0
  for (let place = 0; place < columns.length; place++) activity += (coefficients[place] ?? 0) * (values[columns[place] ?? -1] ?? 0)
  return activity
}
