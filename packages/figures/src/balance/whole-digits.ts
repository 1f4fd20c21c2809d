/**
 * Whole digits for a system of equations at least cost: a linear program, and where its optimum is not whole, a dive.
 *
 * The dive fixes the most entangled open digits to where they already lean, solves again from where it stands, and takes a
 * step back when that cannot be. Only solver steps are counted, never time: the same system gives the same digits anywhere.
 * Integer programming of the solver itself comes last: on some of these systems it takes minutes.
 *
 * @module
 */
import highsModule from 'highs'
import type { Equation } from './equations.ts'

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

/** Finds whole digits for `columns` such that all `rows` hold. Unknowns of the rows that are no column count as zero. */
export async function wholeDigits(rows: readonly Equation[], columns: readonly DigitColumn[]): Promise<WholeDigits> {
  if (columns.length === 0) return rows.every(({ constant }) => constant === 0) ? new Map() : undefined
  loading ??= loadHighs()
  const highs = await loading
  for (const plan of plans) {
    const found = dive(highs, rows, columns, plan)
    if (found === 'impossible') return undefined
    if (found !== undefined) return found
  }
  return branch(highs, rows, columns)
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

function dive(highs: Highs, rows: readonly Equation[], columns: readonly DigitColumn[], plan: DivePlan): WholeDigits | 'impossible' {
  const model = createModel(highs, rows, columns, undefined)
  try {
    const rowCounts = countRows(rows, columns)
    const bounds: Bounds = { low: Float64Array.from(columns, ({ low }) => low), high: Float64Array.from(columns, ({ high }) => high) }
    let values = solve(highs, model)
    if (values === undefined) return 'impossible'
    // Later steps go on from the basis of the last one.
    model.options.set('solver', 'simplex')
    for (;;) {
      const current = values
      const open = [...current.keys()].filter((column) => isOpen(current[column] ?? 0))
      if (open.length === 0) return checkedDigits(rows, columns, current)
      const leaning = (column: number): number => Math.abs((current[column] ?? 0) - Math.round(current[column] ?? 0))
      open.sort((a, b) => (plan.order === 'entangled' ? (rowCounts[b] ?? 0) - (rowCounts[a] ?? 0) : 0) || leaning(a) - leaning(b) || a - b)
      values = fixSome(highs, model, open, current, bounds, Math.max(1, Math.ceil(open.length * Math.max(plan.share, Math.min(0.5, open.length / 12_000)))))
      if (values === undefined) return undefined
    }
  } finally {
    model.dispose()
  }
}

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
function branch(highs: Highs, rows: readonly Equation[], columns: readonly DigitColumn[]): WholeDigits {
  const model = createModel(highs, rows, columns, new Int32Array(columns.length).fill(1))
  try {
    // Presolve has been seen to run for ever on such systems.
    model.options.set('presolve', 'off')
    model.options.set('mip_max_nodes', nodeLimit)
    model.options.set('mip_max_improving_sols', 1)
    model.run()
    const status = model.getModelStatus()
    if (status === highs.constants.modelStatus.infeasible) return undefined
    return checkedDigits(rows, columns, model.getSolution().colValue)
  } finally {
    model.dispose()
  }
}

const nodeLimit = 2_000

function createModel(highs: Highs, rows: readonly Equation[], columns: readonly DigitColumn[], integrality: Int32Array | undefined): HighsModel {
  const placeOf = new Map(columns.map(({ unknown }, place) => [unknown, place]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [unknown, coefficient] of terms) {
      const place = placeOf.get(unknown)
      if (place === undefined) continue
      indices.push(place)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  const constants = Float64Array.from(rows, ({ constant }) => constant)
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: constants,
    rowUpper: constants,
    matrix: {
      format: 'csr', numRows: rows.length, numCols: columns.length,
      starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values),
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

function countRows(rows: readonly Equation[], columns: readonly DigitColumn[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const { terms } of rows) for (const unknown of terms.keys()) counts.set(unknown, (counts.get(unknown) ?? 0) + 1)
  return columns.map(({ unknown }) => counts.get(unknown) ?? 0)
}

const isOpen = (value: number): boolean => Math.abs(value - Math.round(value)) > 1e-6

/** The digits, if every equation holds in whole numbers and every digit is allowed: nothing of the solver is taken on trust. */
function checkedDigits(rows: readonly Equation[], columns: readonly DigitColumn[], values: ArrayLike<number>): WholeDigits {
  const digits = new Map(columns.map(({ unknown }, place) => [unknown, Math.round(values[place] ?? 0)]))
  const isAllowed = columns.every(({ unknown, low, high }) => { const digit = digits.get(unknown) ?? 0; return low <= digit && digit <= high })
  const holds = rows.every(({ terms, constant }) => [...terms].reduce((sum, [unknown, coefficient]) => sum + coefficient * (digits.get(unknown) ?? 0), 0) === constant)
  return isAllowed && holds ? digits : undefined
}
