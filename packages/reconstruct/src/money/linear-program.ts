/**
 * Linear programs over HiGHS (WASM), for small whole numbers: a column's value is a deviation or a count of last digits.
 *
 * @module
 */
import highsModule from 'highs'

export interface ProgramColumn {
  readonly cost: number
  readonly low: number
  /** `Infinity` for none. */
  readonly high: number
}

export interface ProgramRow {
  readonly low: number
  readonly high: number
  readonly terms: readonly { readonly column: number; readonly coefficient: number }[]
}

export interface Program {
  readonly columns: readonly ProgramColumn[]
  readonly rows: readonly ProgramRow[]
}

// The package's types describe its CommonJS form; as an ES module the loader itself is the default export.
const loadHighs = highsModule as unknown as typeof highsModule.default
let loading: ReturnType<typeof loadHighs> | undefined

/** How far a value may lie from a whole number and still be taken for it: well below one fen, well above the solver's tolerance. */
const wholeWithin = 1e-4

/** The columns' values at the least cost; `undefined` when no values satisfy the rows, or the solver gives up. */
export async function solveProgram(program: Program): Promise<readonly number[] | undefined> {
  const relaxed = await run(program, [])
  if (relaxed === undefined) return undefined
  const fractional = relaxed.flatMap((value, column) => (Math.abs(value - Math.round(value)) > wholeWithin ? [column] : []))
  if (fractional.length === 0) return relaxed.map(Math.round)
  // Sums over crossing tables can end on halves: then all columns are asked to be whole.
  const whole = await run(program, program.columns.map((_, column) => column))
  return whole?.map(Math.round)
}

async function run(program: Program, whole: readonly number[]): Promise<readonly number[] | undefined> {
  loading ??= loadHighs()
  const highs = await loading
  const limit = (value: number): number => (value === Infinity ? highs.infinity : value === -Infinity ? -highs.infinity : value)
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of program.rows) {
    for (const { column, coefficient } of row.terms) {
      indices.push(column)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  const model = highs.createModel({
    numCols: program.columns.length,
    numRows: program.rows.length,
    colCost: Float64Array.from(program.columns, ({ cost }) => cost),
    colLower: Float64Array.from(program.columns, ({ low }) => limit(low)),
    colUpper: Float64Array.from(program.columns, ({ high }) => limit(high)),
    rowLower: Float64Array.from(program.rows, ({ low }) => limit(low)),
    rowUpper: Float64Array.from(program.rows, ({ high }) => limit(high)),
    matrix: {
      format: 'csr' as const,
      numRows: program.rows.length,
      numCols: program.columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...whole.length === 0 ? {} : { integrality: Int32Array.from(program.columns, () => highs.constants.variableType.integer) },
  })
  try {
    model.options.set('output_flag', false)
    if (whole.length > 0) {
      // Presolve of integer programs can hang; a limit on nodes instead of time keeps the answer the same everywhere.
      model.options.set('presolve', 'off')
      model.options.set('mip_max_nodes', 400)
      model.options.set('mip_rel_gap', 0.01)
    }
    model.run()
    const status = model.getModelStatus()
    const { modelStatus } = highs.constants
    if (status === modelStatus.empty) return []
    const usable = status === modelStatus.optimal || (whole.length > 0 && Number.isFinite(model.getObjectiveValue()) && status !== modelStatus.infeasible)
    return usable ? [...model.getSolution().colValue] : undefined
  } finally {
    model.dispose()
  }
}
