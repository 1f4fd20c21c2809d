/** The names that are most like `name`, the nearest first, equal ones in their own order; only those that share half of it. */
export function nearestNames(name: string, known: readonly string[], count = 3): readonly string[] {
  return known
    .map((candidate, order) => ({ candidate, order, distance: editDistance(name, candidate) }))
    .filter(({ candidate, distance }) => distance * 2 <= Math.max(name.length, candidate.length))
    .sort((a, b) => a.distance - b.distance || a.order - b.order)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** How many characters must be added, dropped or changed. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
