/**
 * Coarse amounts: a spread of the printed sums over the candidates in whole last digits, likeliest combinations first.
 *
 * Prints that round on their own do not add up exactly; here such residues are left over at as few prints as possible,
 * so that lines come out as printed amounts and no line exists for a residue alone.
 *
 * @module
 */
import { coverMargins, type CoveredMargin, type RevenueBalance, revenueBalances } from './coverage.ts'
import type { Candidate } from './candidate-line.ts'
import { type ProgramColumn, type ProgramRow, solveProgram } from './linear-program.ts'
import type { Margin } from './margin.ts'

/** What a last digit costs that a print misses; far above any cost of a combination. */
const missCost = 50

/** Sums this small in last digits are residues of rounding unless a print says them. */
const residue = 3

/** One amount per candidate, in multiples of `quantum` fen; zeros where nothing can be spread. */
export async function coarseAmounts(candidates: readonly Candidate[], margins: readonly Margin[], quantum: number): Promise<readonly number[]> {
  // A form of 人员类 or 公用经费 as a whole is often out of date: it moves nothing here.
  const useful = margins.filter(({ source, region }) => source === 'table' || source === 'prose' || (source === 'form' && region.project !== undefined))
  const small = new Set(useful.flatMap(({ printed }) => (Math.abs(printed) <= residue * quantum ? [Math.round(printed / quantum)] : [])))
  const covered = coverMargins(useful, candidates)
  const balances = revenueBalances(candidates)
  const left = new Set<number>()
  let amounts: readonly number[] = candidates.map(() => 0)
  // Lines for residues are left out, until none comes up.
  for (let round = 0; round < 8; round += 1) {
    const solution = await solveProgram(spreadProgram(candidates, covered, balances, quantum, left))
    if (solution === undefined) break
    amounts = solution.slice(0, candidates.length)
    const residues = amounts.flatMap((amount, index) => (amount !== 0 && Math.abs(amount) <= residue && !small.has(amount) ? [index] : []))
    if (residues.length === 0) break
    for (const index of residues) left.add(index)
  }
  return amounts
}

function spreadProgram(candidates: readonly Candidate[], covered: readonly CoveredMargin[], balances: readonly RevenueBalance[], quantum: number, left: ReadonlySet<number>) {
  // Only what is printed as a reduction may be one; a cost of a negative amount would be a gain without end.
  const reducible = new Set(covered.flatMap(({ margin, members }) => (margin.printed < 0 ? members : [])))
  const columns: ProgramColumn[] = candidates.map(({ cost }, index) => {
    if (left.has(index)) return { cost, low: 0, high: 0 }
    return reducible.has(index) ? { cost: 0, low: -Infinity, high: Infinity } : { cost, low: 0, high: Infinity }
  })
  const rows: ProgramRow[] = []
  const plus = (members: readonly number[], coefficient = 1) => members.map((column) => ({ column, coefficient }))
  for (const { margin, members } of covered) {
    if (!members.some((index) => !left.has(index))) continue
    const [over, under] = [columns.length, columns.length + 1]
    columns.push({ cost: missCost, low: 0, high: Infinity }, { cost: missCost, low: 0, high: Infinity })
    const printed = margin.printed / quantum
    const isCoarser = margin.quantum > quantum
    rows.push({
      low: isCoarser ? Math.ceil(margin.low / quantum) : Math.round(printed),
      high: isCoarser ? Math.floor(margin.high / quantum) : Math.round(printed),
      terms: [...plus(members), { column: over, coefficient: -1 }, { column: under, coefficient: 1 }],
    })
  }
  for (const { revenue, expenditure } of balances) rows.push({ low: 0, high: 0, terms: [...plus(revenue), ...plus(expenditure, -1)] })
  return { columns, rows }
}
