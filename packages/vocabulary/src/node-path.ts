import { type DimensionId, dimensionIds, type NodePath } from '@mingzhang/figures'

/** The nodes that each dimension knows, as a pattern and as words for the person who mistyped one. */
interface NodeTree {
  readonly pattern: RegExp
  readonly allowed: string
}

const code = (pattern: RegExp): NodeTree => ({ pattern, allowed: '由类到项的编码路径，如 208/20805/2080502' })
const free: NodeTree = { pattern: /^[^/\s][^/]*(?:\/[^/\s][^/]*)*$/u, allowed: '名称' }

const trees: Readonly<Record<DimensionId, NodeTree>> = {
  year: { pattern: /^(?:19|20)\d{2}$/u, allowed: '四位年份' },
  phase: { pattern: /^(?:budget|adjusted|final)$/u, allowed: 'budget、adjusted、final' },
  use: { pattern: /^(?:spent|carriedOut)$/u, allowed: 'spent、carriedOut' },
  fund: {
    pattern: /^(?:fiscal(?:\/(?:generalPublic|governmentFund|stateCapital))?|specialAccount|unitFunds(?:\/[a-z][A-Za-z]*)?)$/u,
    allowed: 'fiscal、fiscal/generalPublic、fiscal/governmentFund、fiscal/stateCapital、specialAccount、unitFunds、unitFunds/…',
  },
  period: { pattern: /^(?:current|carriedIn)$/u, allowed: 'current、carriedIn' },
  kind: { pattern: /^(?:basic(?:\/(?:personnel|operating))?|project)$/u, allowed: 'basic、basic/personnel、basic/operating、project' },
  function: code(/^(\d{3})(?:\/(\1\d{2})(?:\/\2\d{2})?)?$/u),
  economic: code(/^(\d{3})(?:\/\1\d{2})?$/u),
  governmentEconomic: code(/^(\d{3})(?:\/\1\d{2})?$/u),
  revenueSubject: code(/^(\d{3})(?:\/(\1\d{2})(?:\/(\2\d{2})(?:\/\3\d{2})?)?)?$/u),
  unit: free,
  project: free,
  threePublic: {
    pattern: /^all(?:\/(?:abroad|reception|vehicle(?:\/(?:purchase|running))?))?$/u,
    allowed: 'all、all/abroad、all/reception、all/vehicle、all/vehicle/purchase、all/vehicle/running',
  },
  agencyOperating: { pattern: /^all$/u, allowed: 'all' },
  procurement: { pattern: /^all(?:\/(?:goods|works|services))?$/u, allowed: 'all、all/goods、all/works、all/services' },
  level: { pattern: /^(?:central|provincial|local|selfRaised|other)$/u, allowed: 'central、provincial、local、selfRaised、other' },
}

export function isDimensionId(name: string): name is DimensionId {
  return dimensionIds.some((id) => id === name)
}

/** Whether the dimension's tree has the node. Names of units and projects are open; codes need only be well formed. */
export function isNodeOf(dimension: DimensionId, node: NodePath): boolean {
  return trees[dimension].pattern.test(node)
}

/** The nodes that the dimension allows, in words. */
export function describeNodes(dimension: DimensionId): string {
  return trees[dimension].allowed
}
