/**
 * How the rows of a project list lie in each other, and which lines belong to one project.
 *
 * Some places group their projects (通用项目 ▸ 办公用房物业管理 ▸ 食堂服务) and show it by an indent only, which is gone once
 * the table is read. The amounts tell: the rows of a list make up the total above it in one way. A purchase or a carried
 * sum can take a line for each subject or item: then the project is its lines together.
 *
 * @module
 */
import { addIntervals, type Interval, intersectIntervals, intervalOf } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { NamedAmount } from './unit-names.ts'

export interface ProjectLine extends NamedAmount {
  /** Whether the row is a total or a unit: the list below it is its own. */
  readonly isHead: boolean
  /** The unit beside it, where units have a column of their own. */
  readonly unit: string
}

/** For each row the project as a node: its name, below that of the group it lies in, a line number behind it where it takes several. */
export function projectNodes(lines: readonly ProjectLine[]): readonly string[] {
  const nodes = lines.map(({ name }) => nodeName(name))
  const ahead = rowsAhead(lines)
  for (const { from, to: end } of listsOf(lines)) {
    const to = ahead.has(end - 1) ? end - 1 : end
    if (to === from) continue
    const list = lines.slice(from, to)
    const head = lines[from - 1]?.amount
    const parents = head === undefined ? undefined : parentsWithin(list.map(({ amount }) => (amount === undefined ? undefined : intervalOf(amount))), intervalOf(head))
    parents?.forEach((parent, at) => {
      if (parent !== undefined) nodes[from + at] = `${nodes[from + parent] ?? ''}/${nodes[from + at] ?? ''}`
    })
  }
  return withLineNumbers(lines, nodes)
}

/**
 * The rows that print the amount of the unit below them ahead, under a word for how it is financed (全额, 差额): such a row is
 * no project. By its index the index of the unit's row.
 */
export function rowsAhead(lines: readonly ProjectLine[]): ReadonlyMap<number, number> {
  return new Map(lines.flatMap((line, index): readonly (readonly [number, number])[] => {
    const next = lines[index + 1]
    const isAhead = !line.isHead && lines[index - 1]?.isHead !== false && next?.isHead === true && line.amount !== undefined && line.amount.value !== 0 && next.amount?.value === line.amount.value
    return isAhead || (!line.isHead && next?.isHead === true && next.amount?.value === line.amount?.value && financing.test(normaliseLabel(line.name))) ? [[index, index + 1]] : []
  }))
}

const financing = /^(?:全额|差额|定额|自收自支|全额拨款|差额拨款|经费自理)$/u

function nodeName(name: string): string {
  return normaliseLabel(name).replaceAll('/', '／')
}

function listsOf(lines: readonly ProjectLine[]): readonly { readonly from: number; readonly to: number }[] {
  const heads = [-1, ...lines.flatMap(({ isHead }, index) => (isHead ? [index] : [])), lines.length]
  return heads.slice(0, -1).map((head, at) => ({ from: head + 1, to: heads[at + 1] ?? lines.length })).filter(({ from, to }) => to > from)
}

type Amounts = readonly (Interval | undefined)[]

/** For each row the row that it lies in; `undefined` when the rows add up to the total as they stand, or in no way at all. */
function parentsWithin(amounts: Amounts, total: Interval): readonly (number | undefined)[] | undefined {
  const all = amounts.map((_, index) => index)
  if (meets(amounts, all, total)) return undefined
  const trees = subtrees(amounts)
  const top = sequences(amounts, trees, 0, total).find(({ end }) => end === amounts.length)
  if (top === undefined) return undefined
  const parents: (number | undefined)[] = amounts.map(() => undefined)
  const place = (children: readonly Subtree[], parent: number | undefined): void => {
    for (const child of children) {
      parents[child.at] = parent
      place(child.children, child.at)
    }
  }
  place(top.children, undefined)
  return parents
}

/** A row with the rows that lie in it; `end` is the first row that does not. */
interface Subtree {
  readonly at: number
  readonly end: number
  readonly children: readonly Subtree[]
}

/** For each row the ways in which following rows make it up, the row alone last; rows below are worked out before those above. */
function subtrees(amounts: Amounts): readonly (readonly Subtree[])[] {
  const trees: Subtree[][] = amounts.map(() => [])
  for (let at = amounts.length - 1; at >= 0; at--) {
    const own = amounts[at]
    const made = own === undefined || own.low <= 0 ? [] : sequences(amounts, trees, at + 1, own).map(({ end, children }) => ({ at, end, children }))
    trees[at] = [...made, { at, end: at + 1, children: [] }]
  }
  return trees
}

/** The runs of rows from `from` on that add up to a total, each row with what lies in it. A sum reached once at a row need not be tried again. */
function sequences(amounts: Amounts, trees: readonly (readonly Subtree[])[], from: number, total: Interval): readonly { readonly end: number; readonly children: readonly Subtree[] }[] {
  const found: { readonly end: number; readonly children: readonly Subtree[] }[] = []
  const tried = new Set<string>()
  const open: { readonly end: number; readonly sum: Interval | undefined; readonly children: readonly Subtree[] }[] = [{ end: from, sum: undefined, children: [] }]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const { end, sum, children } = state
    const key = `${end}:${sum?.low ?? ''}`
    if (tried.has(key)) continue
    tried.add(key)
    if (sum !== undefined && intersectIntervals(sum, total) !== undefined) found.push({ end, children })
    const amount = amounts[end]
    if (amount === undefined) continue
    const next = sum === undefined ? amount : addIntervals(sum, amount)
    if (next.low > total.high) continue
    // The fullest subtree is looked at first.
    for (const tree of (trees[end] ?? []).toReversed()) open.push({ end: tree.end, sum: next, children: [...children, tree] })
  }
  return found
}

function sumOf(amounts: Amounts, indexes: readonly number[]): Interval {
  return indexes.flatMap((index) => amounts[index] ?? []).reduce(addIntervals)
}

function meets(amounts: Amounts, indexes: readonly number[], total: Interval): boolean {
  return indexes.some((index) => amounts[index] !== undefined) && intersectIntervals(sumOf(amounts, indexes), total) !== undefined
}

function withLineNumbers(lines: readonly ProjectLine[], nodes: readonly string[]): readonly string[] {
  let list = 0
  const keys = lines.map(({ isHead, unit }, index) => {
    if (isHead) list += 1
    return `${list}|${unit}|${nodes[index] ?? ''}`
  })
  const counts = new Map<string, number>()
  for (const [index, key] of keys.entries()) if (lines[index]?.isHead === false) counts.set(key, (counts.get(key) ?? 0) + 1)
  const printed = new Map<string, number>()
  return nodes.map((node, index) => {
    const key = keys[index] ?? ''
    if (lines[index]?.isHead !== false || (counts.get(key) ?? 0) < 2) return node
    const line = (printed.get(key) ?? 0) + 1
    printed.set(key, line)
    return `${node}/第${line}行`
  })
}
