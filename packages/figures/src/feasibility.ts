/**
 * Whether printed figures are jointly possible: a linear program over HiGHS (WASM).
 *
 * One column per region, as the deviation from its first print, so that the solver sees small whole numbers whatever
 * the budget's size. One row per print (its interval) and one per identity. Regions that are one amount only because
 * something else rounds to nothing stay two columns: each may hold what the other does not. The solver only answers
 * "possible" or not and which rows clash; no amount is ever taken from it.
 *
 * @module
 */
import { type Fen, intervalOf, type RoundingMode } from '@mingzhang/money'
import highsModule from 'highs'
import type { Derivation } from './derive-identities.ts'
import { type Figure, statedValue } from './figure.ts'
import { type Identity } from './identity.ts'
import { regionKey } from './region.ts'
import { printedInterval } from './verdict.ts'
import { slackOf } from './zero-regions.ts'

/** `unknown` when the solver gives up, which is never taken for a yes. */
export type Feasibility = 'feasible' | 'infeasible' | 'unknown'

export interface FeasibilityModel {
  /** Whether all prints but those of `freed` figures can hold together, with those of `changes` as proposed. */
  check(freed: readonly Figure[], changes?: readonly { readonly figure: Figure; readonly to: Fen }[]): Feasibility
  /** The figures and identities of an irreducible clash, after an infeasible check. Empty when none was found. */
  clash(): { readonly figures: readonly Figure[]; readonly identities: readonly Identity[] }
  /** Gives the solver's memory back. */
  dispose(): void
}

interface ModelRow {
  readonly terms: readonly { readonly column: number; readonly coefficient: number }[]
  readonly low: number
  readonly high: number
  readonly figure?: Figure
  readonly identity?: Identity
}

// The package's types describe its CommonJS form; as an ES module the loader itself is the default export.
const loadHighs = highsModule as unknown as typeof highsModule.default
let loading: ReturnType<typeof loadHighs> | undefined

/** Builds the program for a derivation. The caller disposes of it. */
export async function buildFeasibilityModel(derivation: Derivation, mode: RoundingMode): Promise<FeasibilityModel> {
  loading ??= loadHighs()
  const highs = await loading
  const regions = groupByPrintedRegion(derivation)
  const rows = modelRows(derivation, regions, mode)
  const lowest = lowestDeviations(regions, highs.infinity)
  const model = highs.createModel(modelData(lowest, rows, highs.infinity))
  model.options.set('output_flag', false)
  model.options.set('time_limit', 10)
  // Found from the program itself and filtered until nothing can be left out; the solver's default only looks at single rows.
  model.options.set('iis_strategy', highs.constants.iis.strategyRowPriority)
  const rowOf = new Map(rows.flatMap((row, index) => (row.figure === undefined ? [] : [[row.figure.id, index] as const])))
  let open: readonly number[] = []
  return {
    check(freed, changes = []) {
      for (const index of open) restore(index)
      open = [...freed, ...changes.map((change) => change.figure)].flatMap((figure) => rowOf.get(figure.id) ?? [])
      for (const index of open) model.changeRowBounds(index, -highs.infinity, highs.infinity)
      for (const change of changes) propose(change.figure, change.to)
      model.run()
      const status = model.getModelStatus()
      // Without figures there is nothing that could clash.
      if (status === highs.constants.modelStatus.optimal || status === highs.constants.modelStatus.empty) return 'feasible'
      return status === highs.constants.modelStatus.infeasible ? 'infeasible' : 'unknown'
    },
    clash() {
      const found = [...model.getIis().rowIndex].flatMap((index) => rows[index] ?? [])
      return { figures: found.flatMap((row) => row.figure ?? []), identities: found.flatMap((row) => row.identity ?? []) }
    },
    dispose() {
      model.dispose()
    },
  }

  function restore(index: number): void {
    const row = rows[index]
    const column = row?.terms[0]?.column
    if (row === undefined || column === undefined) return
    model.changeRowBounds(index, row.low, row.high)
    model.changeColBounds(column, lowest[column] ?? -highs.infinity, highs.infinity)
  }

  function propose(figure: Figure, to: Fen): void {
    const index = rowOf.get(figure.id)
    const column = index === undefined ? undefined : rows[index]?.terms[0]?.column
    if (index === undefined || column === undefined || figure.printed.kind !== 'stated') return
    const base = referenceOf(regions[column] ?? [])
    const { low, high } = intervalOf({ value: to, quantum: figure.printed.stated.quantum }, mode)
    model.changeRowBounds(index, low - base, high - base)
    // A sign that was lost comes back: the amount may then be negative.
    if (to < 0) model.changeColBounds(column, -highs.infinity, highs.infinity)
  }
}

function modelRows(derivation: Derivation, regions: readonly (readonly Figure[])[], mode: RoundingMode): readonly ModelRow[] {
  const columnOf = new Map(regions.flatMap((figures, column) => figures.map((figure) => [figure.id, column] as const)))
  const reference = regions.map(referenceOf)
  const prints = regions.flatMap((figures, column) =>
    figures.flatMap((figure): ModelRow[] => {
      if (figure.printed.kind === 'unreadable') return []
      const { low, high } = printedInterval(figure, mode)
      const base = reference[column] ?? 0
      return [{ terms: [{ column, coefficient: 1 }], low: low - base, high: high - base, figure }]
    }),
  )
  const relations = derivation.identities.flatMap((identity): ModelRow[] => {
    if (provesNothing(identity)) return []
    const whole = columnOf.get(identity.whole.id)
    if (whole === undefined) return []
    // A blank that only repeats an empty region has no column: it adds nothing.
    const parts = identity.parts.flatMap((part) => columnOf.get(part.id) ?? [])
    const wholes = [whole, ...(identity.besides ?? []).flatMap((figure) => columnOf.get(figure.id) ?? [])]
    const terms = mergeTerms([...wholes.map((column) => ({ column, coefficient: 1 })), ...parts.map((column) => ({ column, coefficient: -1 }))])
    // Two prints of one region share a column already.
    if (terms.length === 0) return []
    const printed = (columns: readonly number[]): number => columns.reduce((total, column) => total + (reference[column] ?? 0), 0)
    const residual = printed(parts) - printed(wholes)
    const slack = slackOf(identity.premises)
    return [{ terms, low: residual - slack, high: identity.kind === 'containment' ? Infinity : residual + slack, identity }]
  })
  return [...prints, ...relations]
}

/** The figures by their region as printed. */
function groupByPrintedRegion(derivation: Derivation): readonly (readonly Figure[])[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of derivation.classes.flatMap((group) => group.figures)) {
    const key = regionKey(figure.region)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [figure])
    else group.push(figure)
  }
  return [...groups.values()]
}

/** A sum whose total is not printed, or that may lack a part, says nothing of its figures. */
export function provesNothing(identity: Identity): boolean {
  if (identity.incomplete === true) return true
  return identity.whole.printed.kind !== 'stated' && identity.parts.some((part) => part.printed.kind === 'stated' && part.printed.stated.value !== 0)
}

/** Two prints of one region can stand in one identity; the solver wants each column once. */
function mergeTerms(terms: readonly { column: number; coefficient: number }[]): readonly { column: number; coefficient: number }[] {
  const merged = new Map<number, number>()
  for (const { column, coefficient } of terms) merged.set(column, (merged.get(column) ?? 0) + coefficient)
  return [...merged].flatMap(([column, coefficient]) => (coefficient === 0 ? [] : [{ column, coefficient }]))
}

/** No amount is negative where none is printed so: the deviation from the first print ends at zero. */
function lowestDeviations(regions: readonly (readonly Figure[])[], infinity: number): readonly number[] {
  const hasNegative = regions.some((figures) => figures.some((figure) => (statedValue(figure) ?? 0) < 0))
  return regions.map((figures) => (hasNegative ? -infinity : -referenceOf(figures)))
}

/** The first print of a region, from which its column counts. */
function referenceOf(figures: readonly Figure[]): number {
  return figures.map(statedValue).find((value) => value !== undefined) ?? 0
}

function modelData(colLower: readonly number[], rows: readonly ModelRow[], infinity: number) {
  const columns = colLower.length
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    for (const { column, coefficient } of row.terms) {
      indices.push(column)
      values.push(coefficient)
    }
    starts.push(indices.length)
  }
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: Float64Array.from(colLower),
    colUpper: new Float64Array(columns).fill(infinity),
    rowLower: Float64Array.from(rows, (row) => row.low),
    rowUpper: Float64Array.from(rows, (row) => (row.high === Infinity ? infinity : row.high)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}
