/**
 * Sums of tables whose rows name several things at once, or name only the deepest subjects.
 *
 * A list by function, government subject and department subject has no row for a function alone; a list of 项 none for
 * their 类. What such a list adds up to is still its total, and for each subject that another table prints, that print.
 *
 * @module
 */
import { addIntervals, intersectIntervals, intervalOf, type RoundingMode } from '@mingzhang/money'
import type { CanonicalRegion } from './canonical-region.ts'
import type { Figure } from './figure.ts'
import type { Identity } from './identity.ts'
import { type DimensionId, isNodeWithin, isRegionWithin, meetRegions, type NodePath, type Region, regionKey } from './region.ts'

/** The dimensions that rows of lists name. */
const listed = ['function', 'economic', 'governmentEconomic', 'revenueSubject', 'unit', 'project', 'procurement'] as const satisfies readonly DimensionId[]

/**
 * The sums of one column in which a part differs from its whole along more than one dimension.
 *
 * The parts of a whole are the figures inside it that lie in no other one inside it; they must not overlap.
 */
export function jointSums(line: readonly Figure[]): readonly Identity[] {
  const figures = distinct(line)
  if (!figures.some(({ region }) => dimensionsOf(region).length > 1)) return []
  const within = new Map(figures.map((whole) => [whole, figures.filter((part) => isStrictlyWithin(part.region, whole.region))]))
  return figures.flatMap((whole) => {
    const inside = within.get(whole) ?? []
    const covered = new Set(inside.flatMap((part) => within.get(part) ?? []))
    const parts = inside.filter((part) => !covered.has(part))
    if (!parts.some((part) => differences(part.region, whole.region) > 1) || !areDisjoint(parts)) return []
    return [{ id: `j:${whole.id}:${parts[0]?.id ?? ''}`, kind: 'partition' as const, whole, parts, dimension: undefined, premises: [] }]
  })
}

export interface ListingContext {
  readonly canonical: (region: Region) => CanonicalRegion
  /** The print that stands for each canonical region, by key. */
  readonly classes: readonly { readonly region: Region; readonly figure: Figure | undefined }[]
  readonly rounding: RoundingMode
}

/**
 * The sums that a column of a list gives for subjects which only other tables print: 八、社会保障和就业支出 of one table is
 * the sum of all 208… rows of another. Only a list that adds up to its own total is taken for whole.
 */
export function listingSums(lines: readonly (readonly Figure[])[], { canonical, classes, rounding }: ListingContext): readonly Identity[] {
  const byRest = new Map<DimensionId, ReadonlyMap<string, readonly { readonly node: NodePath; readonly figure: Figure }[]>>()
  const printsOf = (dimension: DimensionId): ReadonlyMap<string, readonly { readonly node: NodePath; readonly figure: Figure }[]> => {
    const known = byRest.get(dimension)
    if (known !== undefined) return known
    const found = new Map<string, { node: NodePath; figure: Figure }[]>()
    for (const { region, figure } of classes) {
      const node = region[dimension]
      if (node === undefined || figure === undefined) continue
      const key = regionKey(region, dimension)
      const prints = found.get(key)
      if (prints === undefined) found.set(key, [{ node, figure }])
      else prints.push({ node, figure })
    }
    byRest.set(dimension, found)
    return found
  }
  return lines.flatMap((line) => {
    const figures = distinct(line)
    return listed.flatMap((dimension) => {
      const list = listOf(figures, dimension, rounding)
      if (list === undefined) return []
      const { whole, leaves } = list
      const form = canonical(whole.region)
      const printed = new Set(figures.flatMap(({ region }) => (dimensionsOf(region).length === dimensionsOf(whole.region).length + 1 ? (region[dimension] ?? []) : [])))
      return (printsOf(dimension).get(regionKey(form.region, dimension)) ?? []).flatMap(({ node, figure }): readonly Identity[] => {
        if (printed.has(node) || figure.cell?.table === whole.cell?.table) return []
        const parts = leaves.filter(({ region }) => isNodeWithin(region[dimension] ?? '', node))
        const isSplit = leaves.some(({ region }) => region[dimension] !== node && isNodeWithin(node, region[dimension] ?? ''))
        if (parts.length === 0 || isSplit) return []
        return [{ id: `l:${figure.id}:${parts[0]?.id ?? ''}`, kind: 'partition', whole: figure, parts, dimension, premises: [...new Set([...form.premises, ...canonical(figure.region).premises])] }]
      })
    })
  })
}

/** The rows of a column that split its total along a dimension, and that total; `undefined` where they do not add up to it. */
function listOf(figures: readonly Figure[], dimension: DimensionId, mode: RoundingMode): { readonly whole: Figure; readonly leaves: readonly Figure[] } | undefined {
  const named = figures.filter(({ region }) => region[dimension] !== undefined)
  if (named.length < 2) return undefined
  const wholes = figures.filter((whole) => whole.region[dimension] === undefined && named.every(({ region }) => isRegionWithin(region, whole.region)))
  const whole = wholes.find((candidate) => wholes.every((other) => isRegionWithin(candidate.region, other.region)))
  if (whole?.printed.kind !== 'stated') return undefined
  const leaves = named.filter((figure) => !named.some((other) => other !== figure && isStrictlyWithin(other.region, figure.region)))
  if (!areDisjoint(leaves)) return undefined
  const prints = leaves.flatMap(({ printed }) => (printed.kind === 'stated' ? [intervalOf(printed.stated, mode)] : []))
  if (prints.length < leaves.length) return undefined
  return intersectIntervals(prints.reduce(addIntervals), intervalOf(whole.printed.stated, mode)) === undefined ? undefined : { whole, leaves }
}

/** One figure for each region, picked-out rows left out. */
function distinct(line: readonly Figure[]): readonly Figure[] {
  const seen = new Map<string, Figure>()
  for (const figure of line) {
    const key = regionKey(figure.region)
    if (figure.partial !== true && !seen.has(key)) seen.set(key, figure)
  }
  return [...seen.values()]
}

function areDisjoint(figures: readonly Figure[]): boolean {
  return figures.every((one, index) => figures.slice(index + 1).every((other) => meetRegions(one.region, other.region) === undefined))
}

function isStrictlyWithin(inner: Region, outer: Region): boolean {
  return isRegionWithin(inner, outer) && !isRegionWithin(outer, inner)
}

function dimensionsOf(region: Region): readonly DimensionId[] {
  return listed.filter((dimension) => region[dimension] !== undefined)
}

function differences(inner: Region, outer: Region): number {
  return listed.filter((dimension) => inner[dimension] !== outer[dimension]).length
}
