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
  phase: {
    pattern: /^(?:budget|adjusted|estimated|final|change|changeRate|completion)$/u,
    allowed: 'budget、adjusted、estimated、final；比较用 change（增减额）、changeRate（增减率）、completion（完成率）',
  },
  use: {
    pattern: /^(?:spent|carriedOut|unallocated|distributed(?:\/(?:incomeTax|welfareFund|reserves|other))?)$/u,
    allowed: 'spent、carriedOut、unallocated、distributed、distributed/incomeTax、distributed/welfareFund、distributed/reserves、distributed/other',
  },
  fund: {
    pattern: /^(?:fiscal(?:\/(?:generalPublic(?:\/[a-z][A-Za-z]*)?|governmentFund|stateCapital))?|specialAccount(?:\/[a-z][A-Za-z]*)?|unitFunds(?:\/[a-z][A-Za-z]*)?)$/u,
    allowed: 'fiscal、fiscal/generalPublic、fiscal/governmentFund、fiscal/stateCapital、specialAccount、unitFunds、unitFunds/…',
  },
  period: { pattern: /^(?:current|carriedIn|reserves|accountBalance)$/u, allowed: 'current、carriedIn、reserves、accountBalance' },
  kind: {
    pattern: /^(?:basic(?:\/(?:personnel(?:\/[a-z][A-Za-z]*)?|operating))?|project(?:\/[a-z][A-Za-z]*)?|business|remitted|subsidy)$/u,
    allowed: 'basic、basic/personnel、basic/personnel/…、basic/operating、project、project/…、business、remitted、subsidy',
  },
  function: code(/^(\d{3})(?:\/(\1\d{2})(?:\/\2\d{2})?)?$/u),
  economic: code(/^(\d{3})(?:\/\1\d{2})?$/u),
  governmentEconomic: code(/^(\d{3})(?:\/\1\d{2})?$/u),
  revenueSubject: code(/^(\d{3})(?:\/(\1\d{2})(?:\/(\2\d{2})(?:\/\3\d{2})?)?)?$/u),
  unit: free,
  project: free,
  threePublic: {
    pattern: /^(?:all(?:\/(?:abroad|reception|vehicle(?:\/(?:purchase|running))?))?|meeting|training|withMeetings)$/u,
    allowed: 'all、all/abroad、all/reception、all/vehicle、all/vehicle/purchase、all/vehicle/running、meeting、training、withMeetings',
  },
  agencyOperating: { pattern: /^(?:all|administrative)$/u, allowed: 'all、administrative' },
  procurement: {
    pattern: /^(?:all(?:\/(?:goods|works|services|reserved(?:\/micro)?))?|purchased)$/u,
    allowed: 'all、all/goods、all/works、all/services、all/reserved、all/reserved/micro、purchased',
  },
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
