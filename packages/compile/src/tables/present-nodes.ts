/**
 * Which nodes of a dimension hold money in a table: they are the rows that it prints.
 *
 * @module
 */
import type { DimensionId, NodePath, Region } from '@mingzhang/figures'
import type { TableContext } from '../create-context.ts'

/**
 * The nodes of `dimension` as deep as the ledger knows them, sorted, that print an amount other than zero in at least one
 * of the regions (one region per column).
 */
export function presentNodes(context: TableContext, regions: readonly Region[], dimension: DimensionId): readonly NodePath[] {
  const prints = (node: NodePath): boolean => regions.some((region) => context.exact({ ...region, [dimension]: node }) !== 0)
  return heldNodes(context, regions, dimension).filter(prints)
}

/** The same with those whose lines cancel each other out: a project that has its form has its row. */
export function heldNodes(context: TableContext, regions: readonly Region[], dimension: DimensionId): readonly NodePath[] {
  return [...new Set(regions.flatMap((region) => context.nodesWithin(region, dimension)))].sort()
}

/** The nodes with everything above them, each before what lies below it. */
export function withAncestors(nodes: readonly NodePath[]): readonly NodePath[] {
  const all = nodes.flatMap((node) => {
    const steps = node.split('/')
    return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'))
  })
  return [...new Set(all)]
}
