/**
 * Cells that say how much an amount changed: 增减额, 增减%, 完成预算的%. They are no money of any region by themselves, but
 * follow from the two amounts that they compare.
 *
 * Which two is told by the table: its own figures and those of the one other year or phase that it prints. Where it prints
 * several, nobody can tell, and the cells stay unbound.
 *
 * @module
 */
import { type Region, regionKey } from '@mingzhang/figures'
import { parseDecimal } from '@mingzhang/money'
import type { CellChange, TableCell } from '../model/recognised-document.ts'
import { without } from '../narrative/prose-lexicon.ts'

/** What a head or a row label for changes stands for, as the phase that its cells are read with. */
const phases: Readonly<Record<string, CellChange['kind']>> = { change: 'amount', changeRate: 'rate', completion: 'completion' }

/** The table's cells, each change tied to the amounts that it compares. */
export function tieChanges(cells: readonly TableCell[]): readonly TableCell[] {
  if (!cells.some(isChange)) return cells
  const states = cells.filter((cell) => cell.region !== undefined && !isChange(cell))
  const scopes = new Map(states.flatMap(({ region = {} }) => (isOwn(region) ? [] : [[scopeKey(region), scopeOf(region)] as const])))
  const byRegion = new Map(states.toReversed().map((cell) => [regionKey(cell.region ?? {}), cell]))
  const [base, ...others] = [...scopes.values()]
  return cells.map((cell) => {
    if (!isChange(cell)) return cell
    const kind = phases[cell.region?.phase ?? ''] ?? 'amount'
    const plain = without(without(cell.region ?? {}, 'year'), 'phase')
    const of = byRegion.get(regionKey(plain))
    const from = base === undefined || others.length > 0 ? undefined : byRegion.get(regionKey({ ...plain, ...base }))
    if (of === undefined || from === undefined) return { ...cell, region: undefined, unbound: others.length > 0 ? '表内有几个年度或阶段的数，不能确定与哪一个相比' : '表内没有可比的两个数' }
    const change: CellChange = { kind, of: of.id, base: from.id }
    if (kind === 'amount') return { ...cell, region: { ...plain, phase: `change/${scopeKey(base ?? {})}` }, change }
    const rate = parseDecimal(cell.printed.text.replace(/[%％]$/u, ''))
    return { ...cell, region: undefined, unbound: rate === undefined ? cell.unbound : undefined, ...rate === undefined ? {} : { change: { ...change, rate } } }
  })
}

function isChange({ region }: TableCell): boolean {
  return region?.phase !== undefined && region.phase in phases
}

function isOwn({ year, phase }: Region): boolean {
  return year === undefined && phase === undefined
}

function scopeOf({ year, phase }: Region): Region {
  return { ...year === undefined ? {} : { year }, ...phase === undefined ? {} : { phase } }
}

function scopeKey({ year = '', phase = '' }: Region): string {
  return [year, phase].filter((part) => part !== '').join('-')
}
