/**
 * The closed trees of the budget model: along these dimensions the parts of a whole are known beforehand.
 *
 * Along the others (function, economic, unit, project, revenue subject) only a table that lists everything there is can
 * say what the parts are.
 *
 * Some parts stand only in some documents (使用非财政拨款结余, 经营支出, 结余分配 of a final account; 财政专户 of a budget).
 * A part that a document nowhere has a line for is none of that document's parts.
 *
 * Sources: funds and 基本/项目支出, 《预算法实施条例》第五条; “三公”经费 parts, 财预〔2016〕143号; what closes a final account,
 * 部门决算报表 收入支出决算总表.
 *
 * @module
 */
import type { Figure } from './figure.ts'
import type { DimensionId, NodePath, Region } from './region.ts'

interface Split {
  readonly always: readonly NodePath[]
  /** Parts only of documents that name them. */
  readonly whereNamed?: readonly NodePath[]
  /** What 财政拨款 splits into, where that is less: it is neither distributed nor earned by 经营. */
  readonly fiscal?: readonly NodePath[]
}

/** Splits by whole; `''` is the root. */
type ClosedTree = Readonly<Record<NodePath, Split>>

const closedTrees: Readonly<Partial<Record<DimensionId, ClosedTree>>> = {
  use: {
    '': { always: ['spent', 'carriedOut'], whereNamed: ['distributed', 'unallocated', 'transferred'], fiscal: ['spent', 'carriedOut'] },
    transferred: { always: [], whereNamed: ['transferred/remitted', 'transferred/subsidy'] },
    distributed: { always: [], whereNamed: ['distributed/incomeTax', 'distributed/welfareFund', 'distributed/reserves', 'distributed/other'] },
  },
  period: {
    '': { always: ['current', 'carriedIn'], whereNamed: ['reserves', 'accountBalance', 'transfers'], fiscal: ['current', 'carriedIn'] },
    transfers: { always: [], whereNamed: ['transfers/superior', 'transfers/subordinate'] },
  },
  fund: {
    '': { always: ['fiscal', 'unitFunds'], whereNamed: ['specialAccount'] },
    fiscal: { always: ['fiscal/generalPublic', 'fiscal/governmentFund'], whereNamed: ['fiscal/stateCapital'] },
    unitFunds: {
      always: [],
      whereNamed: ['unitFunds/operations', 'unitFunds/business', 'unitFunds/superior', 'unitFunds/subordinate', 'unitFunds/other'],
    },
  },
  kind: {
    '': { always: ['basic', 'project'], whereNamed: ['business', 'remitted', 'subsidy'], fiscal: ['basic', 'project'] },
    basic: { always: ['basic/personnel', 'basic/operating'] },
    project: { always: [], whereNamed: ['project/running', 'project/targeted'] },
  },
  threePublic: {
    all: { always: ['all/abroad', 'all/reception', 'all/vehicle'] },
    'all/vehicle': { always: ['all/vehicle/purchase', 'all/vehicle/running'] },
  },
  procurement: { all: { always: ['all/goods', 'all/works', 'all/services'] } },
  level: { '': { always: ['central', 'provincial', 'local', 'selfRaised', 'other'] } },
}

export const closedDimensions = Object.keys(closedTrees) as readonly DimensionId[]

/** What else a region names that decides how it splits. */
export interface SplitScope {
  readonly use: NodePath | undefined
  readonly fund: NodePath | undefined
  readonly period: NodePath | undefined
}

/** The closed trees as one document knows them. */
export interface BudgetModel {
  /** The parts of `region` along a closed dimension; empty where the region is a leaf there or the split means nothing. */
  partsAlong(region: Region, dimension: DimensionId): readonly Region[]
  /** The nodes that `node` splits into along a closed dimension, for a region with this scope. */
  partNodes(dimension: DimensionId, node: NodePath, scope: SplitScope): readonly NodePath[]
}

/** The model of a document with these figures: they tell which of the parts that not every document has are there. */
export function budgetModelOf(figures: readonly Figure[]): BudgetModel {
  const namedIn = (of: readonly Figure[]): ReadonlySet<string> => new Set(of.flatMap(({ region }) => closedDimensions.flatMap((dimension) => nodesAbove(dimension, region[dimension]))))
  const named = namedIn(figures)
  const listed = namedIn(figures.filter(({ cell }) => cell !== undefined))
  const splits = new Map(
    closedDimensions.flatMap((dimension) =>
      Object.entries(closedTrees[dimension] ?? {}).map(([node, { always, whereNamed = [], fiscal }]) => {
        // A sentence can pick some parts out of a whole that has no others for certain; a table lists them all.
        const present = always.length === 0 ? listed : named
        const all = [...always, ...whereNamed.filter((part) => present.has(key(dimension, part)) || present.has(besides[part] ?? ''))]
        return [key(dimension, node), { all, fiscal: fiscal ?? all }] as const
      }),
    ),
  )
  const partNodes: BudgetModel['partNodes'] = (dimension, node, scope) => {
    if (dimension === 'kind' && !hasKinds(node, scope)) return none
    const split = splits.get(key(dimension, node))
    if (split === undefined) return none
    if (dimension === 'kind' && scope.use !== 'spent') return split.all.filter((part) => carriedKinds.includes(part))
    return scope.fund?.startsWith('fiscal') === true ? split.fiscal : split.all
  }
  return {
    partNodes,
    partsAlong: (region, dimension) =>
      partNodes(dimension, region[dimension] ?? '', { use: region.use, fund: region.fund, period: region.period }).map((node) => ({ ...region, [dimension]: node })),
  }
}

const none: readonly NodePath[] = []

/** What is carried over is 基本支出结转, 项目支出结转和结余 or 经营结余; what was passed on to others is not carried. */
const carriedKinds: readonly NodePath[] = ['basic', 'project', 'business']

/**
 * Only money that is spent, and what a final account carries over by kind (基本支出结转, 项目支出结转和结余, 经营结余), has a
 * kind; only what is spent is 人员 or 公用经费.
 */
function hasKinds(node: NodePath, { use, period }: SplitScope): boolean {
  if (use === 'spent') return true
  return node === '' && (use === 'carriedOut' || (use === undefined && period === 'carriedIn'))
}

/** The node and those that it lies in, as keys. */
function nodesAbove(dimension: DimensionId, node: NodePath | undefined): readonly string[] {
  if (node === undefined) return []
  const steps = node.split('/')
  return steps.map((_, depth) => key(dimension, steps.slice(0, depth + 1).join('/')))
}

function key(dimension: DimensionId, node: NodePath): string {
  return `${dimension}=${node}`
}

/** Funds that a document shows only as money beside the year's own (上级补助收入 below 本年收入合计) are there all the same. */
const besides: Readonly<Record<NodePath, string>> = {
  'unitFunds/superior': key('period', 'transfers/superior'),
  'unitFunds/subordinate': key('period', 'transfers/subordinate'),
}
