/**
 * 舍位平衡: printed amounts chosen so that every relation that is true in fen holds in print.
 *
 * A number prints its exact amount cut to last digits, or one last digit more. What is never printed alone may be any real
 * amount, so the equations between printed numbers are all that bind them; among the choices that satisfy them the least
 * total movement is sought. Zeros and exact amounts stay as they are, and numbers that sum the same facts print the same.
 *
 * @module
 */
import { absFen, addFen, type Fen, fen, roundFen, subtractFen, zeroFen } from '@mingzhang/money'
import { eliminateHidden } from './balance/eliminate-hidden.ts'
import { remainderOf, writeEquations } from './balance/equations.ts'
import { type CellSets, cellSets } from './balance/fact-sets.ts'
import { type DigitChoice, settleDigits } from './balance/settle-digits.ts'
import { brokenSums, type PrintedSum, printedSums } from './balance/sum-rows.ts'
import { type Region, regionKey } from './region.ts'
import { distinctRegions, type FactView, regionsTold, rollUp } from './rollup.ts'

/** A printed amount: the total of its region, shown down to `quantum` fen. */
export interface BalanceCell {
  readonly region: Region
  /** One unit of the last printed digit. 1 prints the fen: such a cell is exact and never moves. */
  readonly quantum: Fen
  /** The print that was approved and is to stay, in fen; a whole number of `quantum`. */
  readonly pinned?: Fen
}

export interface BalanceInput {
  readonly views: readonly FactView[]
  readonly cells: readonly BalanceCell[]
}

export interface BalanceResult {
  /** What each cell prints, in fen. */
  readonly printed: readonly Fen[]
  /** The cells that print other than 四舍五入 would, in the order of the cells. */
  readonly adjustments: readonly Adjustment[]
  /** Cells whose print is one last digit or more from the exact amount: the equations allow nothing nearer. */
  readonly outside: readonly number[]
  /** Cells that cannot print as approved. */
  readonly unmetPins: readonly number[]
  /** How many sums of printed amounts would not hold if every one were rounded on its own. */
  readonly identitiesBrokenByHalfUp: number
}

/** A cell that balancing prints other than 四舍五入, by its index. Amounts in fen. */
export interface Adjustment {
  readonly cell: number
  readonly exact: Fen
  readonly halfUp: Fen
  readonly printed: Fen
}

/**
 * Balances the cells. The result depends on the facts and cells alone, not on their order.
 *
 * It never fails on a ledger: where the window of one last digit cannot be kept, the cells that leave it are listed, and
 * approved prints that cannot stay are named. Throws for a region that no view can tell, and for cells with more than one
 * last digit above the fen.
 */
export async function balance({ views, cells }: BalanceInput): Promise<BalanceResult> {
  const quantum = commonQuantum(cells)
  const { distinct, classOf } = distinctRegions(cells.map(({ region }) => region))
  const keys = distinct.map((region) => regionKey(region))
  const order = distinct.map((_, index) => index).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1))
  const isBalanced = new Set(cells.flatMap((cell, index) => (cell.quantum > 1 ? [classOf[index]] : [])))
  const ordered = order.filter((index) => isBalanced.has(index))
  const sets = cellSets([...views].sort((a, b) => (a.id < b.id ? -1 : 1)), ordered.flatMap((index) => distinct[index] ?? []))
  const numberOfClass = new Map(ordered.map((index, place) => [index, sets.numberOf[place]]))
  const numbers = cells.map((cell, index) => (cell.quantum === 1 ? undefined : numberOfClass.get(classOf[index] ?? -1)))
  const exact = exactAmounts(views, cells, numbers, sets)
  const pins = pinsByNumber(cells, numbers)
  const sums = printedSums(sets)
  const printedNumbers = await printNumbers(sets, sums, quantum, pins)
  const printed = cells.map((_, cell) => printedNumbers[numbers[cell] ?? -1] ?? exact[cell] ?? zeroFen)
  const halfUpOf = (cell: number): Fen => roundFen(exact[cell] ?? zeroFen, cells[cell]?.quantum ?? quantum)
  const indices = cells.map((_, cell) => cell)
  return {
    printed,
    adjustments: indices.flatMap((cell): Adjustment[] => {
      const [own = zeroFen, print = zeroFen, halfUp] = [exact[cell], printed[cell], halfUpOf(cell)]
      return print === halfUp ? [] : [{ cell, exact: own, halfUp, printed: print }]
    }),
    outside: indices.filter((cell) => absFen(subtractFen(printed[cell] ?? zeroFen, exact[cell] ?? zeroFen)) >= (cells[cell]?.quantum ?? quantum)),
    unmetPins: indices.filter((cell) => { const pinned = cells[cell]?.pinned; return pinned !== undefined && pinned !== printed[cell] }),
    identitiesBrokenByHalfUp: brokenSums(sums, (number) => roundFen(sets.numbers[number]?.exact ?? zeroFen, quantum)),
  }
}

/** The one last digit of all cells that do not print to the fen. */
function commonQuantum(cells: readonly BalanceCell[]): Fen {
  const [quantum = fen(1), ...others] = new Set(cells.map((cell) => cell.quantum).filter((own) => own > 1))
  if (others.length > 0) throw new RangeError('cells that are balanced together have one last digit')
  return quantum
}

/** What each cell is exactly the total of: as its number, nothing where a view tells that no fact lies in it, else asked of the views. */
function exactAmounts(views: readonly FactView[], cells: readonly BalanceCell[], numbers: readonly (number | undefined)[], sets: CellSets): readonly Fen[] {
  const unnumbered = cells.flatMap((_, cell) => (numbers[cell] === undefined ? [cell] : []))
  const told = new Set(views.flatMap((view) => regionsTold(view, unnumbered.map((cell) => cells[cell]?.region ?? {}))))
  const isNothing = new Set(unnumbered.filter((cell, place) => told.has(place) && (cells[cell]?.quantum ?? 1) > 1))
  const asked = unnumbered.filter((cell) => !isNothing.has(cell))
  const totals = rollUp(views, asked.map((cell) => cells[cell]?.region ?? {}))
  const totalOf = new Map(asked.map((cell, place) => [cell, totals[place]]))
  return cells.map(({ region }, cell): Fen => {
    const total = isNothing.has(cell) ? zeroFen : sets.numbers[numbers[cell] ?? -1]?.exact ?? totalOf.get(cell)
    if (total === undefined) throw new RangeError(`no view can tell the region ${regionKey(region)}`)
    return total
  })
}

/** The approved print of a number, the first where its cells disagree. */
function pinsByNumber(cells: readonly BalanceCell[], numbers: readonly (number | undefined)[]): ReadonlyMap<number, Fen> {
  const pins = new Map<number, Fen>()
  cells.forEach(({ pinned }, cell) => {
    const number = numbers[cell]
    if (number !== undefined && pinned !== undefined && !pins.has(number)) pins.set(number, pinned)
  })
  return pins
}

async function printNumbers(sets: CellSets, sums: readonly PrintedSum[], quantum: Fen, pins: ReadonlyMap<number, Fen>): Promise<readonly Fen[]> {
  const floors = sets.numbers.map(({ exact }) => subtractFen(exact, fen(remainderOf(exact, quantum))))
  const choices = sets.numbers.map(({ exact, regions }, number): DigitChoice => {
    const pin = pins.get(number)
    return { remainder: remainderOf(exact, quantum) / quantum, weight: regions.length, pinned: pin === undefined ? undefined : (pin - (floors[number] ?? 0)) / quantum, isZero: exact === 0 }
  })
  const rows = eliminateHidden(writeEquations(sets, quantum)).filter(({ terms }) => terms.size > 0)
  const digits = await settleDigits(rows, choices)
  const printed = floors.map((floor, number) => addFen(floor, fen((digits[number] ?? 0) * quantum)))
  // Read from the prints alone, in whole fen: every sum that a reader can check, whatever the solver said.
  if (brokenSums(sums, (number) => printed[number] ?? zeroFen) > 0) throw new Error('balanced prints do not add up')
  return printed
}
