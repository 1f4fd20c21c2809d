/**
 * The cheapest way to mend one equation that misses by some digits, without harm to the others.
 *
 * A step of one column mends the equation by one digit and upsets the others that the column stands in. Where such an
 * equation holds a column of its own that can step against it, that one *absorbs* the change; where it misses the other way, it
 * is mended too; one more may be left upset and is mended by the next step. So a miss wanders from equation to equation until
 * a step leaves nothing upset. The search is that of the shortest path, with equations as places and steps as ways.
 *
 * @module
 */
import type { Incidence } from './incidence.ts'

/** Whole digits by column, and by how much each equation misses its constant: what still has to be added. */
export interface DigitState {
  readonly digits: Int32Array
  readonly low: Int32Array
  readonly high: Int32Array
  /** What a step up or down costs against the optimum of the relaxed system; never negative. */
  readonly upCost: Float64Array
  readonly downCost: Float64Array
  readonly misses: Int32Array
  /** The turn until which a column rests: chains pass it by. */
  readonly restsUntil: Int32Array
}

/** A column and whether it steps up by one digit or down. */
export interface Step {
  readonly column: number
  readonly by: 1 | -1
}

export interface Chain {
  readonly cost: number
  readonly steps: readonly Step[]
  /** The column of the last link. */
  readonly last: number
}

export interface FoundChains {
  /** The cheapest chain that leaves nothing upset. */
  readonly whole: Chain | undefined
  /** Where there is none: the cheapest chains whose last step leaves several equations upset. */
  readonly upsetting: readonly Chain[]
}

export interface ChainLimits {
  /** Chains that cost more are not looked for. */
  readonly budget: number
  /** How many places are looked at. */
  readonly places: number
  /** How many chains that leave several equations upset are offered. */
  readonly upsetting: number
  readonly turn: number
}

/** Returns a function that finds the cheapest chains to mend a row by one digit. */
export function chainFinder(system: Incidence, state: DigitState): (row: number, limits: ChainLimits) => FoundChains {
  const { rowStarts, columnOf, rowCoefficients, columnStarts, rowOf, columnCoefficients } = system
  const { digits, low, high, upCost, downCost, misses, restsUntil } = state
  const isUnit = unitColumns(system)
  const lone = loneColumns(system, isUnit)
  // Places are rows with the direction that they have to be changed in: 2 · row, and one more for upwards.
  const distance = new Float64Array(2 * system.rowCount)
  const reachedIn = new Int32Array(2 * system.rowCount)
  const settledIn = new Int32Array(2 * system.rowCount)
  const linkTo: (Link | undefined)[] = []
  let search = 0

  const canStep = (column: number, by: number): boolean => (by > 0 ? (digits[column] ?? 0) < (high[column] ?? 0) : (digits[column] ?? 0) > (low[column] ?? 0))
  const costOf = (column: number, by: number): number => (by > 0 ? upCost[column] : downCost[column]) ?? 0

  /** The cheapest column that stands in `row` alone and can change it by `change`. */
  const absorberOf = (row: number, change: number, taken: ReadonlySet<number>): Step | undefined => {
    let best: Step | undefined
    for (const column of lone[row] ?? []) {
      const by = change * (columnCoefficients[columnStarts[column] ?? 0] ?? 0) > 0 ? 1 : -1
      if (!taken.has(column) && canStep(column, by) && (best === undefined || costOf(column, by) < costOf(best.column, best.by))) best = { column, by }
    }
    return best
  }

  const costOfLink = ({ steps }: Link): number => steps.reduce((total, { column, by }) => total + costOf(column, by), wayCost)

  return (start, { budget, places, upsetting, turn }) => {
    search++
    const queue = emptyQueue()
    const reach = (place: number, cost: number, link: Link | undefined): void => {
      if (cost > budget || settledIn[place] === search || (reachedIn[place] === search && (distance[place] ?? 0) <= cost)) return
      reachedIn[place] = search
      distance[place] = cost
      linkTo[place] = link
      push(queue, cost, place)
    }
    let end: ChainEnd | undefined
    const worse: ChainEnd[] = []
    reach(placeOf(start, misses[start] ?? 0), 0, undefined)
    for (let seen = 0; seen < places && queue.keys.length > 0;) {
      const place = pop(queue)
      if (settledIn[place] === search) continue
      const soFar = distance[place] ?? 0
      if (end !== undefined && soFar >= end.cost) break
      settledIn[place] = search
      seen++
      const before = linkTo[place]
      const taken = columnsOf(before)
      const [row, direction] = [place >> 1, place % 2 === 1 ? 1 : -1]
      for (let entry = rowStarts[row] ?? 0; entry < (rowStarts[row + 1] ?? 0); entry++) {
        const column = columnOf[entry] ?? 0
        const by = direction * (rowCoefficients[entry] ?? 0) > 0 ? 1 : -1
        if (isUnit[column] !== 1 || taken.has(column) || !canStep(column, by) || (restsUntil[column] ?? 0) > turn) continue
        const upset: Upset[] = []
        for (let other = columnStarts[column] ?? 0; other < (columnStarts[column + 1] ?? 0); other++) {
          const touched = rowOf[other] ?? 0
          if (touched === row) continue
          const change = -by * (columnCoefficients[other] ?? 0)
          const isMended = touched !== start && (misses[touched] ?? 0) * change < 0 && !passes(before, touched)
          if (!isMended) upset.push({ row: touched, change, absorber: absorberOf(touched, change, taken) })
        }
        const stubborn = upset.filter(isStubborn)
        if (stubborn.length <= 1) {
          if (stubborn.length === 0) {
            const link = linkOf(row, before, { column, by }, upset, undefined)
            const cost = soFar + costOfLink(link)
            if (cost <= budget && (end === undefined || cost < end.cost)) end = { cost, link }
          }
          for (const left of stubborn.length === 1 ? stubborn : upset) {
            const link = linkOf(row, before, { column, by }, upset, left)
            reach(placeOf(left.row, left.change), soFar + costOfLink(link), link)
          }
        } else if (upsetting > 0 && end === undefined) {
          const link = linkOf(row, before, { column, by }, upset, undefined)
          const cost = soFar + costOfLink(link) + upsetCost * stubborn.length
          if (cost > budget || (worse.length === upsetting && cost >= (worse.at(-1)?.cost ?? 0))) continue
          worse.splice(worse.findLastIndex((other) => other.cost <= cost) + 1, 0, { cost, link })
          worse.length = Math.min(worse.length, upsetting)
        }
      }
    }
    return { whole: end && chainOf(end), upsetting: end === undefined ? worse.map(chainOf) : [] }
  }
}

/** Among chains that cost nothing the shorter one: far less than any movement. */
const wayCost = 1e-3
const upsetCost = 1

/** The steps that mend `row` and what came before them, back to the start. */
interface Link {
  readonly row: number
  readonly steps: readonly Step[]
  readonly before: Link | undefined
}

/** An equation that a step upsets, the change that would put it right again, and what would absorb it. */
interface Upset {
  readonly row: number
  readonly change: number
  readonly absorber: Step | undefined
}

const isStubborn = ({ absorber }: Upset): boolean => absorber === undefined

/** A step with what absorbs its harm, except where it is `left` for the next link. */
function linkOf(row: number, before: Link | undefined, step: Step, upset: readonly Upset[], left: Upset | undefined): Link {
  const steps = [step]
  for (const own of upset) if (own !== left && own.absorber !== undefined) steps.push(own.absorber)
  return { row, before, steps }
}

interface ChainEnd {
  readonly cost: number
  readonly link: Link
}

const chainOf = ({ cost, link }: ChainEnd): Chain => ({ cost, steps: stepsOf(link), last: link.steps[0]?.column ?? -1 })

const placeOf = (row: number, direction: number): number => 2 * row + (direction > 0 ? 1 : 0)

function stepsOf(link: Link | undefined): readonly Step[] {
  const steps: Step[] = []
  for (let at = link; at !== undefined; at = at.before) steps.push(...at.steps)
  return steps
}

const columnsOf = (link: Link | undefined): ReadonlySet<number> => new Set(stepsOf(link).map(({ column }) => column))

function passes(link: Link | undefined, row: number): boolean {
  for (let at = link; at !== undefined; at = at.before) if (at.row === row) return true
  return false
}

/** By column: 1 where all its coefficients are 1 or −1, so that a step changes every equation by one digit. */
function unitColumns({ columnCount, columnStarts, columnCoefficients }: Incidence): Uint8Array {
  const isUnit = new Uint8Array(columnCount).fill(1)
  for (let column = 0; column < columnCount; column++) {
    for (let entry = columnStarts[column] ?? 0; entry < (columnStarts[column + 1] ?? 0); entry++) {
      if (Math.abs(columnCoefficients[entry] ?? 0) !== 1) isUnit[column] = 0
    }
  }
  return isUnit
}

/** By row: the columns that stand in no other. */
function loneColumns({ rowCount, columnCount, columnStarts, rowOf }: Incidence, isUnit: Uint8Array): readonly (readonly number[])[] {
  const lone = Array.from({ length: rowCount }, (): number[] => [])
  for (let column = 0; column < columnCount; column++) {
    const start = columnStarts[column] ?? 0
    if (isUnit[column] === 1 && (columnStarts[column + 1] ?? 0) - start === 1) lone[rowOf[start] ?? 0]?.push(column)
  }
  return lone
}

/** A heap of places, the cheapest first; of equal ones in an order that depends on the calls alone. */
interface Queue {
  readonly keys: number[]
  readonly places: number[]
}

const emptyQueue = (): Queue => ({ keys: [], places: [] })

function push({ keys, places }: Queue, key: number, place: number): void {
  let at = keys.length
  for (let up = (at - 1) >> 1; at > 0 && (keys[up] ?? 0) > key; up = (at - 1) >> 1) {
    keys[at] = keys[up] ?? 0
    places[at] = places[up] ?? 0
    at = up
  }
  keys[at] = key
  places[at] = place
}

/** Takes the first one out. The queue must not be empty. */
function pop({ keys, places }: Queue): number {
  const first = places[0] ?? -1
  const [key, place] = [keys.pop() ?? 0, places.pop() ?? -1]
  if (keys.length === 0) return first
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child + 1 < keys.length && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++
    if (child >= keys.length || (keys[child] ?? 0) >= key) break
    keys[at] = keys[child] ?? 0
    places[at] = places[child] ?? 0
    at = child
  }
  keys[at] = key
  places[at] = place
  return first
}
