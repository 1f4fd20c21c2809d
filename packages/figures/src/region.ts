/**
 * Regions: what part of the department's budget a printed amount is the total of.
 *
 * A dimension is a tree; a node is written as its path from the root (`basic/personnel`, `208/20805/2080502`).
 * A region picks one node per dimension; a dimension that it does not name, it takes whole.
 *
 * @module
 */

/**
 * The dimensions of a budget fact.
 *
 * - `year`: the budget year; a region without it spans the project's whole life (实施期).
 * - `phase`: `budget` 年初预算, `adjusted` 调整预算 (全年预算), `final` 决算 (执行数), `estimated` 预计执行数. Phases are states of one account, not
 *   parts of it: a region without one is of the document's own phase and holds none of the others.
 * - `use`: what becomes of the money: `spent` 支出, `distributed/…` 结余分配, `carriedOut` 年终结转. Revenue names no use: all
 *   money that comes in is spent, distributed or carried out, so 收入总计 and 支出总计 are one region and must agree.
 * - `fund`: `fiscal/{generalPublic,governmentFund,stateCapital}`, `specialAccount`, `unitFunds/…`.
 * - `period`: `current` 本年, `carriedIn` 上年结转 (年初结转和结余), `reserves` 使用非财政拨款结余 (用事业基金弥补收支差额), `transfers/…` 上级补助收入 where it stands beside 本年收入合计.
 * - `kind`: `basic/{personnel,operating}`, `project`, `business` 经营支出, `remitted` 上缴上级支出, `subsidy` 对附属单位补助支出.
 * - `function`, `economic`, `governmentEconomic`, `revenueSubject`: classification codes as paths, 类/款/项.
 * - `unit`, `project`: by name.
 * - `threePublic`: `all/{abroad,reception,vehicle/{purchase,running}}`; `agencyOperating`: `all`;
 *   `procurement`: `all/{goods,works,services}`. Naming one of them restricts the region to that topic.
 * - `level`: the government that pays a project: `central`, `provincial`, `local`, `selfRaised`, `other`.
 */
export const dimensionIds = [
  'year', 'phase', 'use', 'fund', 'period', 'kind', 'function', 'economic', 'governmentEconomic', 'revenueSubject',
  'unit', 'project', 'threePublic', 'agencyOperating', 'procurement', 'level',
] as const

export type DimensionId = (typeof dimensionIds)[number]

/** A node of a dimension's tree, as its path from the root. The root itself is written by leaving the dimension out. */
export type NodePath = string

export type Region = Readonly<Partial<Record<DimensionId, NodePath>>>

/** Whether `inner` is `outer` or lies below it in the tree. */
export function isNodeWithin(inner: NodePath, outer: NodePath): boolean {
  return inner === outer || (inner.startsWith(outer) && inner[outer.length] === '/')
}

/** Whether every fact of `inner` belongs to `outer`. */
export function isRegionWithin(inner: Region, outer: Region): boolean {
  if (inner.phase !== outer.phase) return false
  // Called for every pair of regions: only what the outer one names is looked at.
  for (const dimension in outer) {
    const outerNode = outer[dimension as DimensionId]
    const innerNode = inner[dimension as DimensionId]
    if (outerNode !== undefined && (innerNode === undefined || !isNodeWithin(innerNode, outerNode))) return false
  }
  return true
}

/** What both regions share; `undefined` when their nodes exclude each other. */
export function meetRegions(a: Region, b: Region): Region | undefined {
  const met: Partial<Record<DimensionId, NodePath>> = { ...a }
  for (const dimension of dimensionIds) {
    const node = b[dimension]
    if (node === undefined) continue
    const own = met[dimension]
    if (own === undefined || isNodeWithin(node, own)) met[dimension] = node
    else if (!isNodeWithin(own, node)) return undefined
  }
  return met
}

/** The region in one canonical string: equal regions have equal keys. `without` leaves one dimension out. */
export function regionKey(region: Region, without?: DimensionId): string {
  let key = ''
  for (const dimension of dimensionIds) {
    const node = region[dimension]
    if (node !== undefined && dimension !== without) key += dimension + '=' + node + ';'
  }
  return key
}
