/**
 * Balancing (舍位平衡) over made-up departments, beside what 四舍五入 would break.
 *
 * @module
 */
import { balance } from '@mingzhang/figures'
import { fen } from '@mingzhang/money'
import { departmentShapes, type DepartmentShape, makeDepartment } from './synthetic-departments.ts'

export interface BalancingMeasure {
  readonly facts: number
  readonly shape: DepartmentShape
  /** Printed cells, each region once per table. */
  readonly cells: number
  readonly medianMs: number
  readonly p95Ms: number
  /** Figures that print other than 四舍五入, and outside the window of one last digit: the most of all runs. */
  readonly moved: number
  readonly outside: number
  /** The most sums that 四舍五入 breaks. */
  readonly brokenByHalfUp: number
}

/** How many departments are measured for each number of facts. */
const runsBySize: readonly (readonly [facts: number, runs: number])[] = [[50, 20], [500, 20], [5_000, 5], [50_000, 1]]

/** Measures every size in every shape with amounts to the fen; `report` is called as each is done. */
export async function measureBalancing(report: (measure: BalancingMeasure) => void, sizes: readonly (readonly [number, number])[] = runsBySize): Promise<void> {
  for (const [facts, runs] of sizes) {
    for (const shape of departmentShapes) report(await measure(facts, shape, runs))
  }
}

async function measure(facts: number, shape: DepartmentShape, runs: number): Promise<BalancingMeasure> {
  const times: number[] = []
  let [cells, moved, outside, brokenByHalfUp] = [0, 0, 0, 0]
  for (let seed = 1; seed <= runs; seed += 1) {
    const { views, regions } = makeDepartment(facts, shape, seed)
    const start = performance.now()
    const result = await balance({ views, cells: regions.map((region) => ({ region, quantum: fen(10_000) })) })
    times.push(performance.now() - start)
    cells = Math.max(cells, regions.length)
    moved = Math.max(moved, result.adjustments.length)
    outside = Math.max(outside, result.outside.length)
    brokenByHalfUp = Math.max(brokenByHalfUp, result.identitiesBrokenByHalfUp)
  }
  times.sort((a, b) => a - b)
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  return { facts, shape, cells, medianMs: at(0.5), p95Ms: at(0.95), moved, outside, brokenByHalfUp }
}
