/**
 * Which facts lie in which regions, without comparing every fact with every region.
 *
 * The shape of a region is what it names: per dimension, how deep. Regions of one shape exclude each other, so that a fact
 * cut down to a shape meets at most one of them: one table lookup per fact and shape, and documents have some dozens of
 * shapes.
 *
 * @module
 */
import { type DimensionId, dimensionIds, type NodePath, type Region } from './region.ts'

/** Regions of one shape. */
export interface Layer {
  readonly shape: Shape
  /** By fact: the region that holds it, as an index into all regions; −1 where none of this shape does. */
  readonly regionOf: Int32Array
}

/** Per dimension that is named: how many steps below the root its node is. */
export type Shape = ReadonlyMap<DimensionId, number>

/** Finds for every fact the regions that hold it. `regions` are distinct; `asked` are the indices of those to be looked at. */
export function locateFacts(facts: readonly Region[], regions: readonly Region[], asked: readonly number[]): readonly Layer[] {
  const nodes = new Map(dimensionIds.map((dimension) => [dimension, nodeIds(dimension, regions, asked)]))
  const steps = stepReader(facts, nodes)
  return [...groupByShape(regions, asked).values()].map(({ shape, members }) => {
    const sizes = [...shape.keys()].map((dimension) => (nodes.get(dimension)?.size ?? 0) + 1)
    const exact = sizes.reduce((product, size) => product * size, 1) <= Number.MAX_SAFE_INTEGER
    const keyed = new Map<number | string, number>()
    for (const member of members) {
      const ids = [...shape.keys()].map((dimension) => nodes.get(dimension)?.get(regions[member]?.[dimension] ?? '') ?? 0)
      keyed.set(exact ? ids.reduce((key, id, place) => key * (sizes[place] ?? 1) + id, 0) : ids.join(), member)
    }
    const columns = [...shape].map(([dimension, depth]) => steps(dimension, depth))
    const regionOf = new Int32Array(facts.length)
    for (let fact = 0; fact < facts.length; fact++) regionOf[fact] = keyed.get(exact ? numberKey(columns, sizes, fact) : textKey(columns, fact)) ?? -1
    return { shape, regionOf }
  })
}

/** Below every node that a region names (0 is none of them, so no key of a region holds it). */
type NodeIds = ReadonlyMap<NodePath, number>

function nodeIds(dimension: DimensionId, regions: readonly Region[], asked: readonly number[]): NodeIds {
  const ids = new Map<NodePath, number>()
  for (const index of asked) {
    const node = regions[index]?.[dimension]
    if (node !== undefined && !ids.has(node)) ids.set(node, ids.size + 1)
  }
  return ids
}

function groupByShape(regions: readonly Region[], asked: readonly number[]): ReadonlyMap<string, { readonly shape: Shape; readonly members: number[] }> {
  const groups = new Map<string, { readonly shape: Shape; readonly members: number[] }>()
  for (const index of asked) {
    const shape = shapeOf(regions[index] ?? {})
    const key = [...shape].join(';')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { shape, members: [index] })
    else group.members.push(index)
  }
  return groups
}

function shapeOf(region: Region): Shape {
  const shape = new Map<DimensionId, number>()
  for (const dimension of dimensionIds) {
    const node = region[dimension]
    if (node !== undefined) shape.set(dimension, depthOf(node))
  }
  return shape
}

function depthOf(node: NodePath): number {
  let depth = 1
  for (let at = node.indexOf('/'); at >= 0; at = node.indexOf('/', at + 1)) depth++
  return depth
}

/** Returns a function that gives, for a dimension and a depth, every fact's node there as its id; each is read once. */
function stepReader(facts: readonly Region[], nodes: ReadonlyMap<DimensionId, NodeIds>): (dimension: DimensionId, depth: number) => Int32Array {
  const read = new Map<string, Int32Array>()
  return (dimension, depth) => {
    const key = `${dimension}:${depth}`
    let column = read.get(key)
    if (column !== undefined) return column
    const ids = nodes.get(dimension)
    const known = new Map<NodePath, number>()
    column = Int32Array.from(facts, (fact) => {
      const node = fact[dimension]
      if (node === undefined) return 0
      let id = known.get(node)
      if (id === undefined) known.set(node, (id = ids?.get(cutTo(node, depth) ?? '') ?? 0))
      return id
    })
    read.set(key, column)
    return column
  }
}

/** The node's ancestor at a depth; `undefined` where the node itself is higher. */
function cutTo(node: NodePath, depth: number): NodePath | undefined {
  const steps = node.split('/')
  return steps.length < depth ? undefined : steps.slice(0, depth).join('/')
}

function numberKey(columns: readonly Int32Array[], sizes: readonly number[], fact: number): number {
  let key = 0
  for (let place = 0; place < columns.length; place++) key = key * (sizes[place] ?? 1) + (columns[place]?.[fact] ?? 0)
  return key
}

function textKey(columns: readonly Int32Array[], fact: number): string {
  return columns.map((column) => column[fact]).join()
}
