/**
 * The closed trees of the budget model: along these dimensions the parts of a whole are known beforehand.
 *
 * Along the others (function, economic, unit, project, revenue subject) only a table that lists everything there is can
 * say what the parts are.
 *
 * Sources: funds and 基本/项目支出, 《预算法实施条例》第五条; “三公”经费 parts, 财预〔2016〕143号.
 *
 * @module
 */
import type { DimensionId, NodePath, Region } from './region.ts'

/** Parts by whole; `''` is the root. */
type ClosedTree = Readonly<Record<NodePath, readonly NodePath[]>>

const closedTrees: Readonly<Partial<Record<DimensionId, ClosedTree>>> = {
  use: { '': ['spent', 'carriedOut'] },
  period: { '': ['current', 'carriedIn'] },
  fund: {
    '': ['fiscal', 'specialAccount', 'unitFunds'],
    fiscal: ['fiscal/generalPublic', 'fiscal/governmentFund', 'fiscal/stateCapital'],
  },
  kind: { '': ['basic', 'project'], basic: ['basic/personnel', 'basic/operating'] },
  threePublic: {
    all: ['all/abroad', 'all/reception', 'all/vehicle'],
    'all/vehicle': ['all/vehicle/purchase', 'all/vehicle/running'],
  },
  procurement: { all: ['all/goods', 'all/works', 'all/services'] },
  level: { '': ['central', 'provincial', 'local', 'selfRaised', 'other'] },
}

export const closedDimensions = Object.keys(closedTrees) as readonly DimensionId[]

/** The parts of `region` along a closed dimension; empty where the region is a leaf there or the split means nothing. */
export function partsAlong(region: Region, dimension: DimensionId): readonly Region[] {
  return partNodes(dimension, region[dimension] ?? '', region.use).map((node) => ({ ...region, [dimension]: node }))
}

/** The nodes that `node` splits into along a closed dimension, for a region with this `use`. */
export function partNodes(dimension: DimensionId, node: NodePath, use: NodePath | undefined): readonly NodePath[] {
  // Only money that is spent has a kind: what is carried out is neither 基本 nor 项目 yet.
  if (dimension === 'kind' && use !== 'spent') return []
  return closedTrees[dimension]?.[node] ?? []
}
