/**
 * Whole digits for a system of equations at least cost: a linear program, and where its optimum is not whole, a dive.
 *
 * The dive fixes the most entangled open digits to where they already lean, solves again from where it stands, and takes a
 * step back when that cannot be. Where very many digits are open each of its steps takes a quarter of a minute: there the
 * optimum is rounded and mended instead. Only solver steps are counted, never time: the same system gives the same digits
 * anywhere. Integer programming of the solver itself comes last: on some of these systems it takes minutes.
 *
 * @module
 */
import highsModule from 'highs'
import type { Equation } from './equations.ts'
import { type Incidence, packIncidence } from './incidence.ts'
import { mendDigits, type RelaxedDigits } from './mend-digits.ts'

/** An unknown with the digits it may take and what one digit more costs. */
export interface DigitColumn {
  readonly unknown: number
  readonly low: number
  readonly high: number
  readonly cost: number
}

/** Digits by unknown, whole and satisfying every equation; `undefined` when none were found. */
export type WholeDigits = ReadonlyMap<number, number> | undefined

// The package's types describe its CommonJS form; as an ES module the loader itself is the default export.
const loadHighs = highsModule as unknown as typeof highsModule.default
type Highs = Awaited<ReturnType<typeof loadHighs>>
type HighsModel = ReturnType<Highs['createModel']>
let loading: ReturnType<typeof loadHighs> | undefined

/**
 * Finds whole digits for `columns` such that all `rows` hold. Unknowns of the rows that are no column count as zero.
 *
 * A dive comes nearer to the least cost than mending; `mostDived` is the number of open digits up to which it is worth its time.
 */
export async function wholeDigits(rows: readonly Equation[], columns: readonly DigitColumn[], mostDived: number): Promise<WholeDigits> {
  if (columns.length === 0) return rows.every(({ constant }) => constant === 0) ? new Map() : undefined
  loading ??= loadHighs()
  const highs = await loading
  const system: System = { incidence: packIncidence(rows, columns.map(({ unknown }) => unknown)), columns, mostDived }
  for (const plan of plans) {
    const found = dive(highs, system, plan)
    if (found === 'impossible') return undefined
    if (found !== undefined) return found
  }
  return branch(highs, system)
}

interface System {
  readonly incidence: Incidence
  readonly columns: readonly DigitColumn[]
  readonly mostDived: number
}

/** In which order open digits are fixed, and how large a part of them at a time. */
interface DivePlan {
  readonly order: 'entangled' | 'leaning'
  readonly share: number
}

const plans: readonly DivePlan[] = [
  { order: 'entangled', share: 0.08 },
  { order: 'leaning', share: 0.05 },
  { order: 'entangled', share: 0.5 },
]

interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

function dive(highs: Highs, system: System, plan: DivePlan): WholeDigits | 'impossible' {
  const model = createModel(highs, system, undefined)
  try {
    const rowCounts = system.columns.map((_, column) => (system.incidence.columnStarts[column + 1] ?? 0) - (system.incidence.columnStarts[column] ?? 0))
    const bounds: Bounds = { low: Float64Array.from(system.columns, ({ low }) => low), high: Float64Array.from(system.columns, ({ high }) => high) }
    const relaxed = relax(highs, model, simplexStepsPerDigit * system.mostDived)
    if (relaxed === undefined) return 'impossible'
    if (openOf(relaxed.values).length > system.mostDived) {
      const mended = mendDigits(system.incidence, { low: Int32Array.from(bounds.low), high: Int32Array.from(bounds.high) }, relaxed)
      if (mended !== undefined) return checkedDigits(system, mended)
    }
    for (let values = relaxed.values; ;) {
      const current = values
      const open = openOf(current)
      if (open.length === 0) return checkedDigits(system, current)
      const leaning = (column: number): number => Math.abs((current[column] ?? 0) - Math.round(current[column] ?? 0))
      open.sort((a, b) => (plan.order === 'entangled' ? (rowCounts[b] ?? 0) - (rowCounts[a] ?? 0) : 0) || leaning(a) - leaning(b) || a - b)
      const next = fixSome(highs, model, open, current, bounds, Math.max(1, Math.ceil(open.length * Math.max(plan.share, Math.min(0.5, open.length / 12_000)))))
      if (next === undefined) return undefined
      values = next
    }
  } finally {
    model.dispose()
  }
}

/**
 * The optimum without the demand for whole digits. The simplex method is the fastest by far where the optimum is nearly whole;
 * where it does not come to an end within `simplexSteps` it may take minutes, and the interior point method seconds.
 */
function relax(highs: Highs, model: HighsModel, simplexSteps: number): RelaxedDigits | undefined {
  model.options.set('solver', 'simplex')
  model.options.set('simplex_iteration_limit', simplexSteps)
  model.run()
  if (model.getModelStatus() === highs.constants.modelStatus.iterationLimit) {
    model.clearSolver()
    model.options.set('solver', 'ipm')
    model.run()
  }
  const isSolved = model.getModelStatus() === highs.constants.modelStatus.optimal
  // Later steps go on from this basis.
  model.options.set('solver', 'simplex')
  model.options.set('simplex_iteration_limit', manySteps)
  const { colValue, colDual } = model.getSolution()
  return isSolved ? { values: Float64Array.from(colValue), reducedCosts: Float64Array.from(colDual) } : undefined
}

const simplexStepsPerDigit = 10
const manySteps = 2_147_483_647

/** Fixes the first `count` of `open` where they lean; fewer when that cannot be, and the first one the other way at last. */
function fixSome(highs: Highs, model: HighsModel, open: readonly number[], values: Float64Array, { low, high }: Bounds, count: number): Float64Array | undefined {
  for (let size = count; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 4)) {
    const batch = open.slice(0, size)
    for (const column of batch) model.changeColBounds(column, Math.round(values[column] ?? 0), Math.round(values[column] ?? 0))
    const solved = solve(highs, model)
    if (solved !== undefined) {
      for (const column of batch) low[column] = high[column] = Math.round(values[column] ?? 0)
      return solved
    }
    for (const column of batch) model.changeColBounds(column, low[column] ?? 0, high[column] ?? 0)
  }
  const [first = 0] = open
  const value = values[first] ?? 0
  const other = Math.round(value) > value ? Math.floor(value) : Math.ceil(value)
  low[first] = high[first] = other
  model.changeColBounds(first, other, other)
  return solve(highs, model)
}

/** The solver's own search, for systems that no dive settles: the first whole solution that it comes to. */
function branch(highs: Highs, system: System): WholeDigits {
  const model = createModel(highs, system, new Int32Array(system.columns.length).fill(1))
  try {
    // Presolve has been seen to run for ever on such systems.
    model.options.set('presolve', 'off')
    model.options.set('mip_max_nodes', nodeLimit)
    model.options.set('mip_max_improving_sols', 1)
    model.run()
    const status = model.getModelStatus()
    if (status === highs.constants.modelStatus.infeasible) return undefined
    return checkedDigits(system, model.getSolution().colValue)
  } finally {
    model.dispose()
  }
}

const nodeLimit = 2_000

function createModel(highs: Highs, { incidence, columns }: System, integrality: Int32Array | undefined): HighsModel {
  const constants = Float64Array.from(incidence.constants)
  const model = highs.createModel({
    numCols: columns.length,
    numRows: incidence.rowCount,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: constants,
    rowUpper: constants,
    matrix: {
      format: 'csr', numRows: incidence.rowCount, numCols: columns.length,
      starts: incidence.rowStarts, indices: incidence.columnOf, values: Float64Array.from(incidence.rowCoefficients),
    },
    ...(integrality === undefined ? {} : { integrality }),
  })
  model.options.set('output_flag', false)
  return model
}

function solve(highs: Highs, model: HighsModel): Float64Array | undefined {
  model.run()
  return model.getModelStatus() === highs.constants.modelStatus.optimal ? Float64Array.from(model.getSolution().colValue) : undefined
}

function openOf(values: Float64Array): number[] {
  const open: number[] = []
  values.forEach((value, column) => { if (Math.abs(value - Math.round(value)) > 1e-6) open.push(column) })
  return open
}

/** The digits, if every equation holds in whole numbers and every digit is allowed: nothing of the solver is taken on trust. */
function checkedDigits({ incidence: { rowCount, constants, rowStarts, columnOf, rowCoefficients }, columns }: System, values: ArrayLike<number>): WholeDigits {
  const digits = columns.map((_, column) => Math.round(values[column] ?? 0))
  if (!columns.every(({ low, high }, column) => low <= (digits[column] ?? 0) && (digits[column] ?? 0) <= high)) return undefined
  for (let row = 0; row < rowCount; row++) {
    let sum = 0
    for (let entry = rowStarts[row] ?? 0; entry < (rowStarts[row + 1] ?? 0); entry++) sum += (rowCoefficients[entry] ?? 0) * (digits[columnOf[entry] ?? 0] ?? 0)
    if (sum !== constants[row]) return undefined
  }
  return new Map(columns.map(({ unknown }, column) => [unknown, digits[column] ?? 0]))
}
