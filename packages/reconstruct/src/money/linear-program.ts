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

/** How often a broken value may be settled before the rest is simply rounded. */
const longestDive = 24

/**
 * The columns' values at the least cost, in whole numbers; `undefined` when no values satisfy the rows, or the solver
 * gives up.
 *
 * Sums over crossing tables can end on fractions. These are settled one by one, each at the nearer whole number that the
 * rows allow; integer programming would be exact, but can run for ever. Should too many be left, they are rounded: a row
 * can then be missed by a fen.
 */
export async function solveProgram(program: Program): Promise<readonly number[] | undefined> {
  let columns = program.columns
  let values = await run(program)
  for (let step = 0; values !== undefined && step < longestDive; step += 1) {
    const at = values.findIndex((value) => Math.abs(value - Math.round(value)) > wholeWithin)
    const broken = values[at]
    if (broken === undefined) break
    const nearest = Math.round(broken)
    const other = nearest > broken ? nearest - 1 : nearest + 1
    const settled = await settle(program, columns, at, nearest) ?? await settle(program, columns, at, other)
    if (settled === undefined) break
    ;({ columns, values } = settled)
  }
  return values?.map(Math.round)
}

async function settle(program: Program, columns: readonly ProgramColumn[], at: number, value: number) {
  const fixed = columns.map((column, index) => (index === at ? { ...column, low: value, high: value } : column))
  const values = await run({ columns: fixed, rows: program.rows })
  return values === undefined ? undefined : { columns: fixed, values }
}

async function run(program: Program): Promise<readonly number[] | undefined> {
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
  })
  try {
    model.options.set('output_flag', false)
    model.run()
    const status = model.getModelStatus()
    const { modelStatus } = highs.constants
    if (status === modelStatus.empty) return []
    return status === modelStatus.optimal ? [...model.getSolution().colValue] : undefined
  } finally {
    model.dispose()
  }
}
