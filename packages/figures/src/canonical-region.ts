/**
 * What follows from empty regions: where all parts of a region but one are empty, the region and that part are the same
 * money.
 *
 * This is how conditional relations become plain ones without being listed: with an empty 政府性基金 column and an empty
 * 年终结转, 本年收入合计 and 一般公共预算支出合计 are one region.
 *
 * Inside, a region is a vector of nodes in the order of `dimensionIds`: a document asks for thousands of canonical
 * forms, and objects of ever different shapes made that the slowest part of a proof.
 *
 * @module
 */
import { type BudgetModel, closedDimensions } from './budget-model.ts'
import { type DimensionId, dimensionIds, isNodeWithin, type NodePath, type Region } from './region.ts'
import type { ZeroRegion } from './zero-regions.ts'

/** A region in its canonical form, and the empty regions that its form rests on. */
export interface CanonicalRegion {
  readonly region: Region
  readonly key: string
  readonly premises: readonly ZeroRegion[]
  /** Set when the region itself is empty. */
  readonly zero: ZeroRegion | undefined
}

type RegionVector = (NodePath | undefined)[]

/** An empty region as the places of its nodes. */
interface EmptyRegion {
  readonly zero: ZeroRegion
  readonly nodes: readonly (readonly [place: number, node: NodePath])[]
  readonly phase: NodePath | undefined
  /** Those of its nodes that name a subject. */
  readonly subjects: readonly (readonly [place: number, node: NodePath])[]
}

/** The empty regions that can hold a region with given subjects, all and by the closed dimension that they name. */
interface Neighbourhood {
  readonly all: readonly EmptyRegion[]
  readonly along: readonly { readonly dimension: DimensionId; readonly place: number; readonly empty: readonly EmptyRegion[] }[]
}

const placeOf = new Map(dimensionIds.map((dimension, place) => [dimension, place]))
const usePlace = dimensionIds.indexOf('use')
const fundPlace = dimensionIds.indexOf('fund')
const periodPlace = dimensionIds.indexOf('period')
const phasePlace = dimensionIds.indexOf('phase')
/** The dimensions with many nodes: an empty region that names one holds only regions that name it too. */
const subjectPlaces = (['function', 'economic', 'project', 'revenueSubject', 'unit'] as const).map((dimension) => dimensionIds.indexOf(dimension))

/** Returns a function that takes regions to their canonical form, given what is empty and how the document's regions split. */
export function canonicaliser(zeros: readonly ZeroRegion[], model: BudgetModel, closed: readonly DimensionId[] = closedDimensions): (region: Region) => CanonicalRegion {
  const empties = zeros.map((zero): EmptyRegion => {
    // The year, which all share, comes last: most comparisons end with the first node.
    const nodes = nodesOf(vectorOf(zero.region)).toReversed()
    return { zero, nodes, phase: zero.region.phase, subjects: nodes.filter(([place]) => subjectPlaces.includes(place)) }
  })
  const neighbourhoods = new Map<string, Neighbourhood>()
  const known = new Map<string, CanonicalRegion>()
  const byObject = new WeakMap<Region, CanonicalRegion>()
  const find = (region: Region): CanonicalRegion => {
    const vector = vectorOf(region)
    const key = vector.join(';')
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const subjects = subjectsOf(vector)
    let near = neighbourhoods.get(subjects)
    if (near === undefined) neighbourhoods.set(subjects, (near = neighbourhoodOf(vector, empties, closed)))
    const canonical = canonicalise(region, vector, key, near, model)
    known.set(key, canonical)
    return canonical
  }
  return (region) => {
    const seen = byObject.get(region)
    if (seen !== undefined) return seen
    const canonical = find(region)
    byObject.set(region, canonical)
    return canonical
  }
}

const none: readonly ZeroRegion[] = []

/** Narrows the vector in place, one dimension after another, until nothing more can be narrowed. */
function canonicalise(region: Region, vector: RegionVector, key: string, near: Neighbourhood, model: BudgetModel): CanonicalRegion {
  // A part that is left over is not empty, so only the region itself needs to be asked for.
  for (const empty of near.all) if (holds(empty, vector)) return { region, key, premises: none, zero: empty.zero }
  const premises: ZeroRegion[] = []
  while (narrowOnce(vector, near, premises, model)) continue
  if (premises.length === 0) return { region, key, premises: none, zero: undefined }
  return { region: regionOf(vector), key: vector.join(';'), premises: [...new Set(premises)], zero: undefined }
}

/** Whether some dimension leaves only one part that is not empty; the vector then names it. */
function narrowOnce(vector: RegionVector, near: Neighbourhood, premises: ZeroRegion[], model: BudgetModel): boolean {
  for (const { dimension, place, empty } of near.along) {
    const whole = vector[place]
    const parts = model.partNodes(dimension, whole ?? '', { use: vector[usePlace], fund: vector[fundPlace], period: vector[periodPlace] })
    if (parts.length === 0) continue
    let only: NodePath | undefined
    let alive = 0
    const found: ZeroRegion[] = []
    for (const part of parts) {
      vector[place] = part
      const holder = empty.find((candidate) => holds(candidate, vector))
      if (holder !== undefined) found.push(holder.zero)
      else if (++alive === 1) only = part
      else break
    }
    vector[place] = whole
    if (alive !== 1 || only === undefined || found.length === 0) continue
    vector[place] = only
    premises.push(...found)
    return true
  }
  return false
}

function neighbourhoodOf(vector: RegionVector, empties: readonly EmptyRegion[], closed: readonly DimensionId[]): Neighbourhood {
  const all = empties.filter(({ subjects }) => subjects.every(([place, node]) => isWithin(vector[place], node)))
  const along = closed.flatMap((dimension) => {
    const place = placeOf.get(dimension) ?? -1
    // A part can be empty where its whole is not only through an empty region that names the dimension.
    const empty = all.filter(({ nodes }) => nodes.some(([own]) => own === place))
    return empty.length === 0 ? [] : [{ dimension, place, empty }]
  })
  return { all, along }
}

function holds(empty: EmptyRegion, vector: RegionVector): boolean {
  if (empty.phase !== vector[phasePlace]) return false
  for (const [place, node] of empty.nodes) if (!isWithin(vector[place], node)) return false
  return true
}

function isWithin(inner: NodePath | undefined, outer: NodePath): boolean {
  return inner !== undefined && isNodeWithin(inner, outer)
}

function subjectsOf(vector: RegionVector): string {
  let key = ''
  for (const place of subjectPlaces) key += `${vector[place] ?? ''};`
  return key
}

function vectorOf(region: Region): RegionVector {
  const vector: RegionVector = []
  for (const dimension of dimensionIds) vector.push(region[dimension])
  return vector
}

function nodesOf(vector: RegionVector): EmptyRegion['nodes'] {
  return vector.flatMap((node, place) => (node === undefined ? [] : [[place, node] as const]))
}

function regionOf(vector: RegionVector): Region {
  const region: Partial<Record<DimensionId, NodePath>> = {}
  let place = 0
  for (const dimension of dimensionIds) {
    const node = vector[place++]
    if (node !== undefined) region[dimension] = node
  }
  return region
}
