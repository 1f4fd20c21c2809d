/**
 * Exact amounts: whole fen near the coarse amounts, such that every print is the rounded sum of its lines.
 *
 * @module
 */
import { type Fen, fen } from '@mingzhang/money'
import { coverMargins, type CoveredMargin, type RevenueBalance, revenueBalances } from './coverage.ts'
import type { Candidate } from './candidate-line.ts'
import { type Program, type ProgramColumn, type ProgramRow, solveProgram } from './linear-program.ts'
import type { Margin } from './margin.ts'

export interface ExactAmounts {
  /** One per candidate. */
  readonly amounts: readonly Fen[]
  /** Margins that no amounts can satisfy beside the others; the others are satisfied. */
  readonly unmet: readonly Margin[]
}

/** What a fen costs on a line that the coarse amounts do not have: a line for a residue is the last resort. */
const newLineCost = 40

/**
 * The amounts; where not all margins can hold together, the fewest fen are given up: first at forms, then at sentences,
 * last at tables.
 */
export async function exactAmounts(candidates: readonly Candidate[], coarse: readonly Fen[], margins: readonly Margin[]): Promise<ExactAmounts> {
  const covered = coverMargins(margins, candidates)
  const possible = covered.filter(({ members, margin }) => members.length > 0 || (margin.low <= 0 && margin.high >= 0))
  const impossible = covered.filter((one) => !possible.includes(one)).map(({ margin }) => margin)
  const rows = possible.filter(({ members }) => members.length > 0)
  const balances = revenueBalances(candidates)
  // Budgets are made in whole 元, often in tens: the fen are tried last.
  for (const grain of grains) {
    const direct = await solveProgram(deviationProgram(candidates, coarse, rows.map((row) => inGrains(row, grain)), balances))
    if (direct !== undefined) return { amounts: amountsOf(candidates, coarse, direct), unmet: impossible }
  }
  const elastic = deviationProgram(candidates, coarse, rows, balances, true)
  const strained = await solveProgram(elastic)
  if (strained === undefined) return { amounts: coarse, unmet: covered.filter(({ members, margin }) => !holds(members, margin, coarse)).map(({ margin }) => margin) }
  const amounts = amountsOf(candidates, coarse, strained)
  const broken = rows.filter(({ members, margin }) => !holds(members, margin, amounts))
  const kept = rows.filter((row) => !broken.includes(row))
  const again = await solveProgram(deviationProgram(candidates, coarse, kept, balances))
  return {
    amounts: again === undefined ? amounts : amountsOf(candidates, coarse, again),
    unmet: [...impossible, ...broken.map(({ margin }) => margin)],
  }
}

const grains = [1000, 100, 1]

/** The margin's bounds on whole multiples of `grain` fen, where it has any. */
function inGrains({ margin, members }: CoveredMargin, grain: number): CoveredMargin {
  const [low, high] = [Math.ceil(margin.low / grain) * grain, Math.floor(margin.high / grain) * grain]
  return low > high ? { margin, members } : { members, margin: { ...margin, low: fen(low), high: fen(high) } }
}

function holds(members: readonly number[], margin: Margin, amounts: readonly Fen[]): boolean {
  const sum = members.reduce((total, index) => total + (amounts[index] ?? 0), 0)
  return margin.low <= sum && sum <= margin.high
}

/** Two columns per candidate: what is added to its coarse amount, and what is taken off. */
function deviationProgram(
  candidates: readonly Candidate[], coarse: readonly Fen[], covered: readonly CoveredMargin[], balances: readonly RevenueBalance[], elastic = false,
): Program {
  const mayBeNegative = covered.some(({ margin }) => margin.low < 0)
  const columns: ProgramColumn[] = candidates.flatMap((_, index) => {
    const start = coarse[index] ?? 0
    const cost = start === 0 ? newLineCost : 1
    return [{ cost, low: 0, high: Infinity }, { cost, low: 0, high: mayBeNegative ? Infinity : Math.max(start, 0) }]
  })
  const terms = (members: readonly number[], sign: 1 | -1 = 1) => members.flatMap((index) => [{ column: index * 2, coefficient: sign }, { column: index * 2 + 1, coefficient: -sign }])
  const startOf = (members: readonly number[]): number => members.reduce((total, index) => total + (coarse[index] ?? 0), 0)
  const rows: ProgramRow[] = covered.map(({ margin, members }) => {
    const start = startOf(members)
    const row = { low: margin.low - start, high: margin.high - start, terms: terms(members) }
    if (!elastic) return row
    const [over, under] = [columns.length, columns.length + 1]
    const cost = giveUpCost(margin)
    columns.push({ cost, low: 0, high: Infinity }, { cost, low: 0, high: Infinity })
    return { ...row, terms: [...row.terms, { column: over, coefficient: -1 }, { column: under, coefficient: 1 }] }
  })
  for (const { revenue, expenditure } of balances) {
    const residual = startOf(expenditure) - startOf(revenue)
    rows.push({ low: residual, high: residual, terms: [...terms(revenue), ...terms(expenditure, -1)] })
  }
  return { columns, rows }
}

function giveUpCost({ source }: Margin): number {
  switch (source) {
    case 'form':
      return 100
    case 'prose':
      return 200
    case 'table':
    case 'absence':
      return 400
  }
}

function amountsOf(candidates: readonly Candidate[], coarse: readonly Fen[], solution: readonly number[]): readonly Fen[] {
  return candidates.map((_, index) => fen((coarse[index] ?? 0) + (solution[index * 2] ?? 0) - (solution[index * 2 + 1] ?? 0)))
}
