/**
 * Derives every identity between figures from their regions. Nothing is listed by hand: what tables mean decides.
 *
 * 1. Figures on one region are equal, wherever they stand.
 * 2. In a row or a column of a table, parts sum to the whole that stands with them; along a closed dimension only when
 *    all parts are there or known to be empty.
 * 3. Along a closed dimension parts may also stand in different tables.
 * 4. A region inside another is not larger.
 * 5. A printed change is the difference of the two amounts that it compares.
 *
 * Only irredundant relations are kept: an equality compares with one reference print, a sum that a table shows itself is
 * not repeated across tables, and a containment that follows from sums is left out.
 *
 * @module
 */
import { type RoundingMode, zeroFen } from '@mingzhang/money'
import { type BudgetModel, budgetModelOf, closedDimensions } from './budget-model.ts'
import { type Figure, statedValue } from './figure.ts'
import type { Identity, Premise } from './identity.ts'
import { type DimensionId, dimensionIds, isNodeWithin, isRegionWithin, meetRegions, type Region, regionKey } from './region.ts'
import { jointSums, listingSums } from './listing-sums.ts'
import { regionIndex } from './region-index.ts'
import { canonicaliser, type CanonicalRegion } from './canonical-region.ts'
import { closuresInLine, type Cover } from './derive-closures.ts'
import { findComplements, findZeroRegions, namesDetail, slackOf, type ZeroRegion } from './zero-regions.ts'

/** What regions mean in one document: how they split, and which of them are one amount. */
interface Meaning {
  readonly model: BudgetModel
  readonly canonical: (region: Region) => CanonicalRegion
}

/** All figures on one canonical region: prints of the same money. */
export interface FigureClass {
  readonly key: string
  readonly region: Region
  readonly figures: readonly Figure[]
}

export interface Derivation {
  readonly identities: readonly Identity[]
  readonly classes: readonly FigureClass[]
  /** The class key of every figure that takes part in identities, by figure id. */
  readonly classOf: ReadonlyMap<string, string>
}

export interface DeriveOptions {
  readonly rounding: RoundingMode
  /** Rows and columns of tables (`lineKey`) that hold an amount which could not be bound: their sums may lack a part. */
  readonly gaps?: ReadonlySet<string>
}

/** A row or a column of a table as a key. */
export function lineKey(cell: NonNullable<Figure['cell']>, line: 'row' | 'column'): string {
  return `${cell.table}:${line}:${cell[line]}:${cell.side}`
}

/** Derives the identities among `figures`. Order matters only for which print of a region is the reference: the first. */
export function deriveIdentities(figures: readonly Figure[], options: DeriveOptions = { rounding: 'half-up' }): Derivation {
  const states = figures.filter(({ change }) => change === undefined)
  const { zeros, contradicted } = findZeroRegions(states, options.rounding)
  // A blank inside a region that is known to be empty only repeats it; one that other prints contradict stays.
  const usable = figures.filter((figure) => !isBlank(figure) || contradicted.has(figure))
  const gaps = options.gaps ?? new Set()
  const closed = withoutOpenDimensions(usable, gaps)
  const model = budgetModelOf(figures)
  const canonical = settleCanonicalForm(usable.filter(({ change }) => change === undefined), zeros, model, closed, options.rounding)
  const meaning = { model, canonical }
  const classes = groupByRegion(usable, canonical)
  const classOf = new Map(classes.flatMap((group) => group.figures.map((figure) => [figure.id, group.key] as const)))
  const keyOf = (figure: Figure): string => classOf.get(figure.id) ?? ''

  // Where all parts but one are empty, the equality of whole and part says the same.
  const isEquality = (sum: Identity): boolean => (sum.besides ?? []).every(isBlank) && sum.parts.filter((part) => !isBlank(part)).every((part) => keyOf(part) === keyOf(sum.whole))
  const tableSums = [...deriveTableSums(usable, meaning, gaps).filter((sum) => !isEquality(sum)), ...deriveBareTotals(states, meaning, gaps)]
  const known = new Set(tableSums.map((identity) => signature(identity, keyOf)))
  const crossSums = deriveCrossSums(classes, closed, meaning).filter((identity) => !known.has(signature(identity, keyOf)))
  const sums = [...tableSums, ...crossSums, ...deriveListings(usable, classes, canonical, gaps, options.rounding)]
  const identities = [...sums, ...deriveChanges(figures), ...deriveEqualities(classes, canonical), ...deriveContainments(classes, sums, keyOf, canonical)]
  return { identities, classes, classOf }
}

/**
 * The closed dimensions along which this document shows all parts. An amount that could not be bound, in a line whose
 * other cells differ along a dimension, may be a part that the model does not know (使用非财政拨款结余 beside 上年结转):
 * along that dimension nothing is concluded beyond the line's own sums.
 */
function withoutOpenDimensions(figures: readonly Figure[], gaps: ReadonlySet<string>): readonly DimensionId[] {
  if (gaps.size === 0) return closedDimensions
  const open = [...linesOf(figures)].flatMap(([key, line]) => (gaps.has(key) ? [line] : []))
  return closedDimensions.filter((dimension) => !open.some((line) => varies(line, dimension)))
}

/** Two rounds suffice: what a first round identifies can show a complement to be empty. */
function settleCanonicalForm(
  figures: readonly Figure[],
  zeros: readonly ZeroRegion[],
  model: BudgetModel,
  closed: readonly DimensionId[],
  mode: RoundingMode,
): (region: Region) => CanonicalRegion {
  const first = canonicaliser(zeros, model, closed)
  const amounts = figures.filter((figure) => (statedValue(figure) ?? 0) !== 0)
  const totals = amounts.filter((figure) => !namesDetail(figure.region))
  const settled = totals.map((figure) => {
    const { region, premises } = first(figure.region)
    return { region, figure, slack: slackOf(premises) }
  })
  const printed = totals.map((figure) => ({ region: figure.region, figure, slack: zeroFen }))
  const complements = [...findComplements(settled, model, closed, mode), ...findComplements(printed, model, closed, mode)].filter(
    (zero) => !settled.some((entry) => isRegionWithin(entry.region, zero.region)) && !amounts.some((figure) => isRegionWithin(figure.region, zero.region))
      && !amounts.some((figure) => (statedValue(figure) ?? 0) < 0 && figure.region.phase === zero.region.phase && meetRegions(figure.region, zero.region) !== undefined),
  )
  return complements.length === 0 ? first : canonicaliser([...zeros, ...complements], model, closed)
}

function groupByRegion(figures: readonly Figure[], canonical: (region: Region) => CanonicalRegion): readonly FigureClass[] {
  const groups = new Map<string, { region: Region; figures: Figure[] }>()
  for (const figure of figures) {
    if (figure.partial === true && figure.printed.kind !== 'stated') continue
    const { region, key } = canonical(figure.region)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { region, figures: [figure] })
    else group.figures.push(figure)
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}

/** Within a table its prints of one region are compared with its first; across tables each first print with the reference. */
function deriveEqualities(classes: readonly FigureClass[], canonical: (region: Region) => CanonicalRegion): readonly Identity[] {
  return classes.flatMap(({ figures }) => {
    const reference = figures.find((figure) => figure.printed.kind === 'stated')
    if (reference === undefined) return []
    const firstOf = new Map<string, Figure>([[placeOf(reference), reference]])
    return figures.flatMap((figure) => {
      if (figure === reference) return []
      // Several blanks of one empty region need no proof each; one blank beside an amount does.
      if (isBlank(figure) && statedValue(reference) === 0) return []
      // The table's own first print of the very same region stands nearer than that of one which is the same money only here.
      const own = `${placeOf(figure)} ${regionKey(figure.region)}`
      const whole = firstOf.get(own) ?? firstOf.get(placeOf(figure)) ?? reference
      if (figure.printed.kind === 'stated') for (const key of [own, placeOf(figure)]) if (!firstOf.has(key)) firstOf.set(key, figure)
      // Prints of the very same region need no premise, whatever their canonical form rests on.
      const same = regionKey(whole.region) === regionKey(figure.region)
      const premises = same ? [] : joinPremises(canonical(whole.region).premises, canonical(figure.region).premises)
      return [{ id: `e:${whole.id}:${figure.id}`, kind: 'equality' as const, whole, parts: [figure], dimension: undefined, premises }]
    })
  })
}

function placeOf(figure: Figure): string {
  return figure.cell?.table ?? figure.id
}

/** The rows and columns of all tables, by `lineKey`. */
function linesOf(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const lines = new Map<string, Figure[]>()
  for (const figure of figures) {
    if (figure.cell === undefined) continue
    for (const key of [lineKey(figure.cell, 'row'), lineKey(figure.cell, 'column')]) {
      const members = lines.get(key)
      if (members === undefined) lines.set(key, [figure])
      else members.push(figure)
    }
  }
  return lines
}

function deriveTableSums(figures: readonly Figure[], meaning: Meaning, gaps: ReadonlySet<string>): readonly Identity[] {
  return [...linesOf(figures)].flatMap(([key, line]) => {
    const cover: Cover = (region, dimension, nodes) => coverage(region, dimension, nodes, meaning)
    const sums = line.length < 2 ? [] : [...sumsInLine(line, meaning), ...closuresInLine(line, meaning.canonical, cover)]
    return gaps.has(key) ? sums.map((sum) => ({ ...sum, incomplete: true })) : sums
  })
}

/**
 * Totals that print an amount while all of their parts in the line are blank. The blanks alone would pass for empty
 * regions and nothing would be left to compare. Where the table prints nothing at all in the lines of the parts, they
 * were not filled in, and the sum cannot be judged.
 */
function deriveBareTotals(figures: readonly Figure[], meaning: Meaning, gaps: ReadonlySet<string>): readonly Identity[] {
  const lines = linesOf(figures.filter((figure) => figure.partial !== true && (!isBlank(figure) || figure.blankIsZero)))
  const isFilled = (key: string): boolean => lines.get(key)?.some((figure) => !isBlank(figure)) === true
  return [...lines].flatMap(([key, line]) => {
    const printed = line.filter((figure) => !isBlank(figure))
    const [total] = printed
    if (total === undefined || printed.length > 1 || line.length < 2 || (statedValue(total) ?? 0) === 0) return []
    const isRow = total.cell !== undefined && key === lineKey(total.cell, 'row')
    const crosses = (part: Figure): boolean => part.cell !== undefined && isFilled(lineKey(part.cell, isRow ? 'column' : 'row'))
    return sumsInLine(line, meaning)
      .filter((sum) => sum.whole === total)
      .map((sum) => (sum.parts.some(crosses) && !gaps.has(key) ? sum : { ...sum, incomplete: true }))
  })
}

/** The sums of lists: rows that name several things at once, and subjects that only other tables print. */
function deriveListings(
  figures: readonly Figure[],
  classes: readonly FigureClass[],
  canonical: (region: Region) => CanonicalRegion,
  gaps: ReadonlySet<string>,
  rounding: RoundingMode,
): readonly Identity[] {
  const columns = [...linesOf(figures)].filter(([key]) => key.includes(':column:'))
  const joint = columns.flatMap(([key, line]) => jointSums(line).map((sum) => (gaps.has(key) ? { ...sum, incomplete: true } : sum)))
  const whole = columns.flatMap(([key, line]) => (gaps.has(key) ? [] : [line]))
  return [...joint, ...listingSums(whole, { canonical, classes: classes.map((group) => ({ region: group.region, figure: representative(group) })), rounding })]
}

/** Along years and phases nothing sums: they are states of one account, not parts of it. */
const summed = dimensionIds.filter((dimension) => dimension !== 'year' && dimension !== 'phase')

function sumsInLine(line: readonly Figure[], meaning: Meaning): readonly Identity[] {
  return summed.filter((dimension) => varies(line, dimension)).flatMap((dimension) => {
    const bySiblings = new Map<string, Map<string, Figure>>()
    for (const figure of line) {
      const node = figure.region[dimension] ?? ''
      const key = regionKey(figure.region, dimension)
      const nodes = bySiblings.get(key) ?? new Map<string, Figure>()
      // A row picked out by 其中 can stand again among all rows: then the full row counts.
      if (!nodes.has(node) || nodes.get(node)?.partial === true) nodes.set(node, figure)
      bySiblings.set(key, nodes)
    }
    return [...bySiblings.values()].flatMap((nodes) => sumsAmong(nodes, dimension, meaning))
  })
}

function sumsAmong(nodes: ReadonlyMap<string, Figure>, dimension: DimensionId, meaning: Meaning): readonly Identity[] {
  const partsOf = new Map<Figure, Figure[]>()
  for (const [node, figure] of nodes) {
    if (node === '') continue
    const whole = nearestAbove(node, nodes)
    if (whole === undefined) continue
    const parts = partsOf.get(whole)
    if (parts === undefined) partsOf.set(whole, [figure])
    else parts.push(figure)
  }
  return [...partsOf].flatMap(([whole, below]) => {
    let parts: readonly Figure[] = below
    if (closedDimensions.includes(dimension)) {
      // A node that the model does not count among the parts (采购面向中小企业预留 beside 货物、工程、服务) lies across them.
      const known = meaning.model.partsAlong(whole.region, dimension).map((part) => part[dimension] ?? '')
      parts = parts.filter((part) => known.some((node) => isNodeWithin(part.region[dimension] ?? '', node)))
      if (parts.length === 0) return []
    }
    // 其中 picks some out: what stands with it is not all there is.
    if ([whole, ...parts].every(isBlank) || parts.some((part) => part.partial === true)) return []
    const premises = closedDimensions.includes(dimension) ? coverage(whole.region, dimension, nodes, meaning) : []
    if (premises === undefined) return []
    return [{ id: `p:${whole.id}:${dimension}:${parts[0]?.id ?? ''}`, kind: 'partition' as const, whole, parts, dimension, premises }]
  })
}

function nearestAbove(node: string, nodes: ReadonlyMap<string, Figure>): Figure | undefined {
  for (let path = node; path !== ''; ) {
    path = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
    const figure = nodes.get(path)
    if (figure !== undefined) return figure
  }
  return undefined
}

/** The premises under which the printed nodes cover `region` along a closed dimension; `undefined` when a part is unknown. */
function coverage(region: Region, dimension: DimensionId, nodes: ReadonlyMap<string, Figure>, meaning: Meaning): readonly Premise[] | undefined {
  const parts = meaning.model.partsAlong(region, dimension)
  if (parts.length === 0) return undefined
  const premises: Premise[] = []
  for (const part of parts) {
    if (nodes.has(part[dimension] ?? '')) continue
    const { zero } = meaning.canonical(part)
    const below = zero === undefined ? coverage(part, dimension, nodes, meaning) : [zero]
    if (below === undefined) return undefined
    premises.push(...below)
  }
  return premises
}

function deriveCrossSums(classes: readonly FigureClass[], closed: readonly DimensionId[], meaning: Meaning): readonly Identity[] {
  const byKey = new Map(classes.map((group) => [group.key, group]))
  const dimensions = closed.filter((dimension) => classes.some((group) => group.region[dimension] !== undefined))
  return classes.flatMap((group) => {
    const whole = representative(group)
    if (whole === undefined) return []
    return dimensions.flatMap((dimension) => {
      const cover = coverByClasses(group.region, dimension, byKey, meaning)
      if (cover === undefined || cover.parts.length < 2) return []
      const premises = joinPremises(cover.premises, meaning.canonical(whole.region).premises)
      return [{ id: `x:${whole.id}:${dimension}`, kind: 'partition' as const, whole, parts: cover.parts, dimension, premises }]
    })
  })
}

function coverByClasses(
  region: Region,
  dimension: DimensionId,
  byKey: ReadonlyMap<string, FigureClass>,
  meaning: Meaning,
): { readonly parts: readonly Figure[]; readonly premises: readonly Premise[] } | undefined {
  const { model, canonical } = meaning
  const pieces = model.partsAlong(region, dimension)
  if (pieces.length === 0) return undefined
  const parts: Figure[] = []
  const premises: Premise[] = []
  // The later parts (carried over, other funds) are the rarer prints: the search ends with the first that is missing.
  for (const piece of pieces.toReversed()) {
    const form = canonical(piece)
    if (form.zero !== undefined) {
      premises.push(form.zero)
      continue
    }
    const group = byKey.get(form.key)
    const figure = group === undefined ? undefined : representative(group)
    const below = figure === undefined ? coverByClasses(piece, dimension, byKey, meaning) : { parts: [figure], premises: joinPremises(form.premises, canonical(figure.region).premises) }
    if (below === undefined) return undefined
    parts.unshift(...below.parts)
    premises.unshift(...below.premises)
  }
  return { parts, premises }
}

/** A printed change and the amount that it starts from make up the amount that it leads to. A blank change says nothing. */
function deriveChanges(figures: readonly Figure[]): readonly Identity[] {
  const changes = figures.filter((figure) => figure.change !== undefined && !isBlank(figure))
  if (changes.length === 0) return []
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return changes.flatMap((figure) => {
    const [whole, base] = [byId.get(figure.change?.of ?? ''), byId.get(figure.change?.base ?? '')]
    if (whole === undefined || base === undefined) return []
    return [{ id: `d:${figure.id}`, kind: 'partition' as const, whole, parts: [base, figure], dimension: 'phase' as const, premises: [] }]
  })
}

function deriveContainments(
  classes: readonly FigureClass[],
  sums: readonly Identity[],
  keyOf: (figure: Figure) => string,
  canonical: (region: Region) => CanonicalRegion,
): readonly Identity[] {
  const wholesAbove = ancestry(sums, keyOf)
  const stated = classes.flatMap((group) => {
    const figure = representative(group)
    return figure === undefined || figure.change !== undefined || statedValue(figure) === 0 ? [] : [{ ...group, figure }]
  })
  const negative = stated.filter(({ figure }) => (statedValue(figure) ?? 0) < 0)
  const index = regionIndex(stated)
  return stated.flatMap((inner) => {
    const outers = index.holdersOf(inner.region).filter((outer) => outer !== inner)
    const nearest = outers.filter((outer) => !outers.some((other) => other !== outer && isRegionWithin(other.region, outer.region)))
    return nearest.flatMap((outer) => {
      // With a negative amount that may lie inside, a part may well exceed its whole.
      if (wholesAbove(inner.key).has(outer.key) || negative.some(({ region }) => region.phase === outer.region.phase && meetRegions(region, outer.region) !== undefined)) return []
      // What lies within as printed needs no premise; what does so only in canonical form rests on the empty regions.
      const within = isRegionWithin(inner.figure.region, outer.figure.region)
      const premises = within ? [] : joinPremises(canonical(outer.figure.region).premises, canonical(inner.figure.region).premises)
      return [{ id: `c:${outer.figure.id}:${inner.figure.id}`, kind: 'containment' as const, whole: outer.figure, parts: [inner.figure], dimension: undefined, premises }]
    })
  })
}

/** For a class, all classes that hold it through sums. */
function ancestry(sums: readonly Identity[], keyOf: (figure: Figure) => string): (key: string) => ReadonlySet<string> {
  const direct = new Map<string, Set<string>>()
  for (const sum of sums) {
    if (sum.besides !== undefined) continue
    for (const part of sum.parts) {
      const wholes = direct.get(keyOf(part)) ?? new Set<string>()
      wholes.add(keyOf(sum.whole))
      direct.set(keyOf(part), wholes)
    }
  }
  const known = new Map<string, ReadonlySet<string>>()
  return (key) => {
    const cached = known.get(key)
    if (cached !== undefined) return cached
    const all = new Set<string>()
    const open = [key]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const whole of direct.get(next) ?? []) {
        if (all.has(whole)) continue
        all.add(whole)
        open.push(whole)
      }
    }
    known.set(key, all)
    return all
  }
}

function representative(group: FigureClass): Figure | undefined {
  return group.figures.find((figure) => figure.printed.kind === 'stated' && figure.cell !== undefined) ?? group.figures.find((figure) => figure.printed.kind === 'stated')
}

function signature(identity: Identity, keyOf: (figure: Figure) => string): string {
  const parts = identity.parts.filter((part) => part.printed.kind === 'stated').map(keyOf).sort()
  // A closure has two sides of several amounts: no sum across tables is like it.
  if (identity.besides !== undefined) return identity.id
  return `${keyOf(identity.whole)}|${parts.join('|')}`
}

function isBlank(figure: Figure): boolean {
  return figure.printed.kind === 'blank' || figure.printed.kind === 'dash'
}

function varies(line: readonly Figure[], dimension: DimensionId): boolean {
  const first = line[0]?.region[dimension]
  return line.some((figure) => figure.region[dimension] !== first)
}

function joinPremises(a: readonly Premise[], b: readonly Premise[]): readonly Premise[] {
  // What both sides assume alike has no bearing on their difference, but is still part of the reason.
  return [...new Set([...a, ...b])]
}
