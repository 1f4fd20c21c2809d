/**
 * Exact totals of regions, answered as they are asked for.
 *
 * Regions that name the same dimensions down to the same depth are answered by one pass over the facts, which is kept:
 * a disclosure asks for thousands of regions in a few dozen such shapes.
 *
 * @module
 */
import { type DimensionId, dimensionIds, type FactView, type NodePath, type Region } from '@mingzhang/figures'
import { addFen, type Fen, zeroFen } from '@mingzhang/money'

/** What a region holds. */
export interface RegionTotal {
  readonly amount: Fen
  /** Whether any money lies in it; amounts that cancel each other out are money. */
  readonly hasMoney: boolean
}

/** Answers what regions of the facts hold. */
export interface RegionTotals {
  /** `undefined` when no view knows all of the region's dimensions. */
  total(region: Region): RegionTotal | undefined
  /** The nodes of `dimension` that hold money inside the region, as deep as the facts know them, sorted. */
  nodesWithin(region: Region, dimension: DimensionId): readonly NodePath[]
}

/** Returns the totals of `views`; the first view that knows a region's dimensions answers for it. */
export function regionTotals(views: readonly FactView[]): RegionTotals {
  const totals = new Map<string, ReadonlyMap<string, RegionTotal>>()
  const nodes = new Map<string, ReadonlyMap<string, readonly NodePath[]>>()
  return {
    total(region) {
      const asked = shapeOf(region)
      const view = views.find((candidate) => answers(candidate, asked.named))
      if (view === undefined) return undefined
      const known = remember(totals, `${view.id} ${asked.shape}`, () => totalsOf(view, asked.depths))
      return known.get(asked.key) ?? none
    },
    nodesWithin(region, dimension) {
      const asked = shapeOf(region)
      const view = views.find((candidate) => answers(candidate, [...asked.named, dimension]))
      if (view === undefined) return []
      const known = remember(nodes, `${view.id} ${dimension} ${asked.shape}`, () => nodesOf(view, asked.depths, dimension))
      return known.get(asked.key) ?? []
    },
  }
}

/** Whether the view can tell the dimensions apart; a view of one topic is asked only for regions that name it. */
export function answers(view: FactView, named: readonly DimensionId[]): boolean {
  return named.every((dimension) => view.dimensions.has(dimension)) && (view.topic === undefined || named.includes(view.topic))
}

const none: RegionTotal = { amount: zeroFen, hasMoney: false }

type Depth = readonly [dimension: DimensionId, depth: number]

/** Which dimensions a region names and how deep, and its nodes in one string. */
interface Shape {
  readonly named: readonly DimensionId[]
  readonly depths: readonly Depth[]
  readonly shape: string
  readonly key: string
}

function shapeOf(region: Region): Shape {
  const named: DimensionId[] = []
  const depths: Depth[] = []
  let shape = ''
  let key = ''
  for (const dimension of dimensionIds) {
    const node = region[dimension]
    if (node === undefined) continue
    const depth = depthOf(node)
    named.push(dimension)
    depths.push([dimension, depth])
    shape += `${dimension}:${String(depth)} `
    key += `${node}\n`
  }
  return { named, depths, shape, key }
}

function totalsOf(view: FactView, depths: readonly Depth[]): ReadonlyMap<string, RegionTotal> {
  const totals = new Map<string, { amount: Fen; hasMoney: boolean }>()
  for (const fact of view.facts) {
    const key = keyAt(fact.region, depths)
    if (key === undefined) continue
    const known = totals.get(key)
    if (known === undefined) totals.set(key, { amount: fact.amount, hasMoney: fact.amount !== 0 })
    else {
      known.amount = addFen(known.amount, fact.amount)
      known.hasMoney ||= fact.amount !== 0
    }
  }
  return totals
}

function nodesOf(view: FactView, depths: readonly Depth[], dimension: DimensionId): ReadonlyMap<string, readonly NodePath[]> {
  const nodes = new Map<string, Set<NodePath>>()
  for (const fact of view.facts) {
    const node = fact.region[dimension]
    const key = node === undefined || fact.amount === 0 ? undefined : keyAt(fact.region, depths)
    if (node === undefined || key === undefined) continue
    const known = nodes.get(key)
    if (known === undefined) nodes.set(key, new Set([node]))
    else known.add(node)
  }
  return new Map([...nodes].map(([key, found]) => [key, [...found].sort()]))
}

/** The fact's place among the regions of a shape; `undefined` where it lies in none of them. */
function keyAt(region: Region, depths: readonly Depth[]): string | undefined {
  let key = ''
  for (const [dimension, depth] of depths) {
    const node = ancestorAt(region[dimension], depth)
    if (node === undefined) return undefined
    key += `${node}\n`
  }
  return key
}

function remember<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  memory.set(key, made)
  return made
}

function depthOf(node: NodePath): number {
  let depth = 1
  for (const character of node) if (character === '/') depth += 1
  return depth
}

/** The node's ancestor of that depth, or itself; `undefined` when it lies above. */
function ancestorAt(node: NodePath | undefined, depth: number): NodePath | undefined {
  if (node === undefined) return undefined
  let end = -1
  for (let step = 0; step < depth; step += 1) {
    if (step > 0 && end === -1) return undefined
    end = node.indexOf('/', end + 1)
  }
  return end === -1 ? node : node.slice(0, end)
}
