/**
 * What comes in is what goes out, where a table prints both sides but not their total: in the table of 政府性基金 of a final
 * account, 年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余 in every row.
 *
 * @module
 */
import type { CanonicalRegion } from './canonical-region.ts'
import { type Figure, statedValue } from './figure.ts'
import type { Identity, Premise } from './identity.ts'
import { type Region, regionKey } from './region.ts'

/** The premises under which the printed nodes cover a region along a dimension; `undefined` when a part is unknown. */
export type Cover = (region: Region, dimension: 'period' | 'use', nodes: ReadonlyMap<string, Figure>) => readonly Premise[] | undefined

interface Account {
  readonly region: Region
  readonly sources: Map<string, Figure>
  readonly uses: Map<string, Figure>
  hasTotal: boolean
}

/** The closures that a row or a column shows. Where it prints the total as well, its sums say the same. */
export function closuresInLine(line: readonly Figure[], canonical: (region: Region) => CanonicalRegion, cover: Cover): readonly Identity[] {
  const accounts = new Map<string, Account>()
  for (const figure of line) {
    const { period, use, ...region } = figure.region
    // What 其中 picks out of a side is no side, and neither is what was spent of one period alone.
    if (figure.partial === true || (period !== undefined && use !== undefined)) continue
    const key = regionKey(region)
    const account = accounts.get(key) ?? { region, sources: new Map<string, Figure>(), uses: new Map<string, Figure>(), hasTotal: false }
    accounts.set(key, account)
    if (period !== undefined) keepFirst(account.sources, period, figure)
    else if (use !== undefined) keepFirst(account.uses, use, figure)
    else account.hasTotal = true
  }
  return [...accounts.values()].flatMap(({ region, sources, uses, hasTotal }): readonly Identity[] => {
    if (hasTotal || canonical(region).zero !== undefined) return []
    const premises = [cover(region, 'period', sources), cover(region, 'use', uses)]
    const [whole, ...besides] = outermost(uses).sort((a, b) => Number(b.printed.kind === 'stated') - Number(a.printed.kind === 'stated'))
    const parts = outermost(sources)
    if (premises.includes(undefined) || whole?.printed.kind !== 'stated' || !parts.some((part) => statedValue(part) !== undefined)) return []
    return [{ id: `b:${whole.id}:${parts[0]?.id ?? ''}`, kind: 'partition', whole, besides, parts, dimension: 'period', premises: premises.flatMap((own) => own ?? []) }]
  })
}

/** The figures that lie in no other one of the side. */
function outermost(side: ReadonlyMap<string, Figure>): Figure[] {
  return [...side].flatMap(([node, figure]) => ([...side.keys()].some((outer) => node.startsWith(`${outer}/`)) ? [] : [figure]))
}

function keepFirst(side: Map<string, Figure>, node: string, figure: Figure): void {
  if (!side.has(node)) side.set(node, figure)
}
