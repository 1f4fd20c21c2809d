/**
 * Which project belongs to which function, where whole projects make up a function's project money.
 *
 * @module
 */

/** A project's money of one fund and period, in last digits; what its print or its form allows. */
export interface AssignableProject {
  readonly low: number
  readonly high: number
  /** One entry per function: how much its name has in common with the project's, 0 to 1; `undefined` where it cannot be. */
  readonly affinities: readonly (number | undefined)[]
}

export interface AssignableFunction {
  readonly low: number
  readonly high: number
}

/** How many projects may make up one function's money, by how many there are: the sums to try stay below about 100,000. */
function largestSet(count: number): number {
  return count <= 24 ? 5 : count <= 48 ? 4 : count <= 120 ? 3 : 2
}

const setsPerFunction = 2_000
const longestSearch = 20_000

/**
 * The function's index for every project, or `undefined` when whole projects cannot make up the functions' money.
 *
 * The function with the fewest possible sets of projects is filled first, with the set whose names fit best; the one that
 * needs the most projects takes the rest.
 */
export function assignProjects(projects: readonly AssignableProject[], functions: readonly AssignableFunction[]): readonly number[] | undefined {
  const last = largestByCount(projects, functions)
  const sets = functions.map((own, target) => (target === last ? [] : bestSets(projects, own, target)))
  const order = functions.map((_, index) => index).filter((index) => index !== last)
    .sort((a, b) => (sets[a]?.length ?? 0) - (sets[b]?.length ?? 0) || a - b)
  const chosen = new Array<number>(projects.length).fill(-1)
  const isFree = (set: readonly number[]): boolean => set.every((index) => chosen[index] === -1)
  let steps = 0
  const fill = (position: number): boolean => {
    const target = order[position]
    if (target === undefined) return fillLast()
    // No function behind may be left without a set.
    if (order.slice(position).some((other) => sets[other]?.some(isFree) !== true)) return false
    for (const set of sets[target] ?? []) {
      if (!isFree(set)) continue
      steps += 1
      if (steps > longestSearch) return false
      for (const index of set) chosen[index] = target
      if (fill(position + 1)) return true
      for (const index of set) chosen[index] = -1
    }
    return false
  }
  const fillLast = (): boolean => {
    const rest = projects.flatMap((_, index) => (chosen[index] === -1 ? [index] : []))
    const own = last === undefined ? undefined : functions[last]
    if (last === undefined || own === undefined) return rest.length === 0
    const low = rest.reduce((sum, index) => sum + (projects[index]?.low ?? 0), 0)
    const high = rest.reduce((sum, index) => sum + (projects[index]?.high ?? 0), 0)
    if (low > own.high || high < own.low || rest.some((index) => projects[index]?.affinities[last] === undefined)) return false
    for (const index of rest) chosen[index] = last
    return true
  }
  return fill(0) ? chosen : undefined
}

/** The function that is left for the end: the one whose money takes the most projects to make up. */
function largestByCount(projects: readonly AssignableProject[], functions: readonly AssignableFunction[]): number | undefined {
  const sizes = projects.map(({ high }) => high).sort((a, b) => b - a)
  const needed = functions.map(({ low, high }) => {
    let rest = low
    let count = 0
    for (const size of sizes) {
      if (rest <= 0) break
      if (size > high) continue
      rest -= size
      count += 1
    }
    return count
  })
  return functions.map((_, index) => index).sort((a, b) => (needed[b] ?? 0) - (needed[a] ?? 0) || a - b)[0]
}

/** The sets of projects that can sum to the function's money: the best fitting names first, then the fewest. */
function bestSets(projects: readonly AssignableProject[], own: AssignableFunction, target: number): readonly (readonly number[])[] {
  const able = projects.flatMap(({ affinities }, index) => (affinities[target] === undefined ? [] : [index]))
  const sorted = able.sort((a, b) => (projects[b]?.high ?? 0) - (projects[a]?.high ?? 0) || a - b)
  const limit = largestSet(sorted.length)
  const found: { readonly set: readonly number[]; readonly score: number }[] = []
  const extend = (from: number, set: readonly number[], low: number, high: number, fit: number): void => {
    if (set.length > 0 && low <= own.high && own.low <= high) found.push({ set, score: fit / set.length + scoreOfSize(set.length) })
    if (set.length === limit) return
    for (let at = from; at < sorted.length; at += 1) {
      const index = sorted[at]
      const project = index === undefined ? undefined : projects[index]
      if (index === undefined || project === undefined || low + project.low > own.high) continue
      // What is left can at most be filled with projects no larger than this one.
      if (high + project.high * (limit - set.length) < own.low) break
      extend(at + 1, [...set, index], low + project.low, high + project.high, fit + (project.affinities[target] ?? 0))
    }
  }
  extend(0, [], 0, 0, 0)
  return found.sort((a, b) => b.score - a.score).slice(0, setsPerFunction).map(({ set }) => set)
}

/** One project with just the function's amount says more than names do; a sum of many says little. */
function scoreOfSize(size: number): number {
  return size === 1 ? 0.5 : -0.05 * size
}
