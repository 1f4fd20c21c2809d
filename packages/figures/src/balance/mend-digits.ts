/**
 * Whole digits from the optimum of the relaxed system: rounded, then mended equation by equation.
 *
 * Rounding an optimum leaves few equations amiss. Each is mended by the cheapest chain of steps; where every chain upsets
 * something, the least harmful one is taken, its column rests for a while, and what it upset is mended in its turn. At last
 * steps away from the optimum are taken back where that can be made up for more cheaply. Costs stay near those of the
 * optimum, yet not as near as those of a dive, which takes far longer on large systems.
 *
 * @module
 */
import { type Chain, chainFinder, type ChainLimits, type DigitState, type Step } from './cheapest-chain.ts'
import type { Incidence } from './incidence.ts'

/** The optimum of the system without the demand that digits are whole. */
export interface RelaxedDigits {
  readonly values: Float64Array
  /** What one digit more of a column costs against the optimum; negative where one digit less would cost. */
  readonly reducedCosts: Float64Array
}

export interface DigitBounds {
  readonly low: Int32Array
  readonly high: Int32Array
}

/** The digits by column, within bounds and every equation holding; `undefined` when some equation cannot be mended within the limits. */
export function mendDigits(system: Incidence, bounds: DigitBounds, relaxed: RelaxedDigits): Int32Array | undefined {
  const mender = createMender(system, bounds, relaxed)
  const { digits, misses, restsUntil } = mender.state
  mendCheaply(mender)
  const [digitsBefore, missesBefore] = [digits.slice(), misses.slice()]
  for (const rest of rests) {
    if (mendAll(mender, rest)) {
      for (let pass = 0; pass < polishPasses; pass++) if (!polish(mender, relaxed)) break
      return digits
    }
    digits.set(digitsBefore)
    misses.set(missesBefore)
    restsUntil.fill(0)
  }
  return undefined
}

const polishPasses = 3

interface Mender {
  readonly state: DigitState
  /** Takes the steps; returns by how many digits the equations miss more than before, all together. */
  readonly step: (steps: readonly Step[]) => number
  readonly find: ReturnType<typeof chainFinder>
  /** What the steps cost against the optimum; negative where they come nearer to it. */
  readonly costOf: (steps: readonly Step[]) => number
  readonly rowsOf: (column: number) => Int32Array
}

function createMender(system: Incidence, bounds: DigitBounds, relaxed: RelaxedDigits): Mender {
  const state = roundedState(system, bounds, relaxed)
  return {
    state,
    step: stepper(system, state),
    find: chainFinder(system, state),
    costOf: (steps) => steps.reduce((total, { column, by }) => total + by * (relaxed.reducedCosts[column] ?? 0), 0),
    rowsOf: (column) => system.rowOf.subarray(system.columnStarts[column], system.columnStarts[column + 1]),
  }
}

function roundedState(system: Incidence, { low, high }: DigitBounds, { values, reducedCosts }: RelaxedDigits): DigitState {
  const { rowCount, columnCount, constants, rowStarts, columnOf, rowCoefficients } = system
  const digits = Int32Array.from(values, (value, column) => Math.max(low[column] ?? 0, Math.min(high[column] ?? 0, Math.round(value))))
  const misses = constants.slice()
  for (let row = 0; row < rowCount; row++) {
    for (let entry = rowStarts[row] ?? 0; entry < (rowStarts[row + 1] ?? 0); entry++) {
      misses[row] = (misses[row] ?? 0) - (rowCoefficients[entry] ?? 0) * (digits[columnOf[entry] ?? 0] ?? 0)
    }
  }
  return {
    digits, low, high, misses, restsUntil: new Int32Array(columnCount),
    upCost: reducedCosts.map((cost) => Math.max(0, cost)), downCost: reducedCosts.map((cost) => Math.max(0, -cost)),
  }
}

function stepper({ columnStarts, rowOf, columnCoefficients }: Incidence, { digits, misses }: DigitState): Mender['step'] {
  return (steps) => {
    let more = 0
    for (const { column, by } of steps) {
      digits[column] = (digits[column] ?? 0) + by
      for (let entry = columnStarts[column] ?? 0; entry < (columnStarts[column + 1] ?? 0); entry++) {
        const row = rowOf[entry] ?? 0
        const [before, after] = [misses[row] ?? 0, (misses[row] ?? 0) - by * (columnCoefficients[entry] ?? 0)]
        misses[row] = after
        more += Math.abs(after) - Math.abs(before)
      }
    }
    return more
  }
}

const backwards = (steps: readonly Step[]): readonly Step[] => steps.map(({ column, by }): Step => ({ column, by: by === 1 ? -1 : 1 }))

const rowsAmiss = (misses: Int32Array): readonly number[] => [...misses.keys()].filter((row) => misses[row] !== 0)

/** Mends what cheap chains can mend, the cheapest first, so that dear ones are left for what nothing else mends. */
function mendCheaply({ state: { misses }, step, find }: Mender): void {
  for (const budget of budgets) {
    for (const row of rowsAmiss(misses)) {
      while (misses[row] !== 0) {
        const { whole } = find(row, { budget, places: manyPlaces, upsetting: 0, turn: 0 })
        if (whole === undefined) break
        // Links are chosen as if they did not meet: a chain whose links do may do more harm than good.
        if (step(whole.steps) < 0) continue
        step(backwards(whole.steps))
        break
      }
    }
  }
}

const budgets = [0.02, 0.1, 0.5]
const manyPlaces = 20_000

/** Mends everything that is amiss, at any cost. Columns that upset something rest for as many turns as are given. */
function mendAll(mender: Mender, rest: number): boolean {
  const { state: { misses, restsUntil }, step, find, rowsOf } = mender
  const queue = [...rowsAmiss(misses)]
  const turns = turnsPerMiss * queue.length + leastTurns
  let turn = 0
  for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
    while (misses[row] !== 0) {
      if (++turn > turns) return false
      const { whole, upsetting } = find(row, { budget: Infinity, places: manyPlaces, upsetting: triedUpsets, turn })
      const best = whole ?? leastHarmful(mender, upsetting, turn)
      if (best === undefined) {
        queue.push(row)
        break
      }
      if (step(best.steps) < 0) continue
      restsUntil[best.last] = turn + rest
      if (whole !== undefined) step(backwards(best.steps))
      else for (const { column } of best.steps) for (const upset of rowsOf(column)) if (misses[upset] !== 0 && upset !== row) queue.push(upset)
    }
  }
  return misses.every((miss) => miss === 0)
}

const turnsPerMiss = 4
const leastTurns = 400
const triedUpsets = 40
/** How long columns rest, tried in turn: too short runs in circles, too long leaves too little to step. */
const rests = [12, 30, 20, 8]

/** The chain of which everything that it upsets is mended at least cost, with what mends it; the first one when none is. */
function leastHarmful(mender: Mender, chains: readonly Chain[], turn: number): Chain | undefined {
  let best: Chain | undefined
  for (const chain of chains) {
    const attempt = mendAfter(mender, chain.steps, { budget: best?.cost ?? Infinity, places: manyPlaces, turn })
    if (attempt === undefined) continue
    best = { ...chain, ...attempt }
    mender.step(backwards(attempt.steps))
  }
  return best ?? chains[0]
}

/** Takes the steps and mends what they upset; takes everything back where that cannot be done for less than the budget. */
function mendAfter({ state: { misses, restsUntil }, step, find, costOf, rowsOf }: Mender, first: readonly Step[], { budget, places, turn }: Omit<ChainLimits, 'upsetting'>): Pick<Chain, 'steps' | 'cost'> | undefined {
  const steps = [...first]
  const touched = [...new Set(first.flatMap(({ column }) => [...rowsOf(column)]))]
  const missesBefore = touched.map((row) => Math.abs(misses[row] ?? 0))
  const restsBefore = first.map(({ column }) => restsUntil[column] ?? 0)
  step(first)
  for (const { column } of first) restsUntil[column] = turn + 1
  const upset = touched.filter((row, place) => Math.abs(misses[row] ?? 0) > (missesBefore[place] ?? 0))
  const isMended = upset.every((row) => {
    const { whole } = find(row, { budget: budget - costOf(steps), places, upsetting: 0, turn })
    if (whole === undefined) return false
    steps.push(...whole.steps)
    return step(whole.steps) < 0
  })
  first.forEach(({ column }, place) => { restsUntil[column] = restsBefore[place] ?? 0 })
  const cost = costOf(steps)
  if (isMended && cost < budget) return { steps, cost }
  step(backwards(steps))
  return undefined
}

/** Takes back steps away from the optimum, dearest first. Returns whether any could be. */
function polish(mender: Mender, { reducedCosts }: RelaxedDigits): boolean {
  const { state: { digits, low, high, restsUntil, misses }, step } = mender
  restsUntil.fill(0)
  const gainOf = (column: number): number => {
    const cost = reducedCosts[column] ?? 0
    const canStepBack = cost > 0 ? (digits[column] ?? 0) > (low[column] ?? 0) : (digits[column] ?? 0) < (high[column] ?? 0)
    return canStepBack ? Math.abs(cost) : 0
  }
  const dear = [...digits.keys()].filter((column) => gainOf(column) > leastGain).sort((a, b) => gainOf(b) - gainOf(a) || a - b)
  let isBetter = false
  for (const column of dear) {
    if (gainOf(column) <= leastGain) continue
    const attempt = mendAfter(mender, [{ column, by: (reducedCosts[column] ?? 0) > 0 ? -1 : 1 }], { budget: -leastGain, places: polishPlaces, turn: 0 })
    if (attempt === undefined) continue
    if (misses.every((miss) => miss === 0)) isBetter = true
    else step(backwards(attempt.steps))
  }
  return isBetter
}

const leastGain = 1e-6
const polishPlaces = 400
