/**
 * What balancing knows of a set of cells: which facts each one sums, reduced to what the cells can tell apart.
 *
 * Facts that lie in the same cells can never be told apart in print; together they are one *atom*. Cells with the same facts
 * are one *number*, wherever they are printed, and so are cells that two views tell alike.
 *
 * @module
 */
import { addFen, type Fen, fen, zeroFen } from '@mingzhang/money'
import { type Layer, locateFacts } from '../locate-facts.ts'
import { type Region, regionKey } from '../region.ts'
import { type FactView, regionsTold } from '../rollup.ts'

/** A set of facts that is printed, as one view sees it. */
export interface FactSet {
  /** The number that prints it: an index into `CellSets.numbers`. */
  readonly number: number
  /** Indices into the view's atoms, ascending. */
  readonly atoms: readonly number[]
}

/** The cells as one view sees them. */
export interface ViewSets {
  readonly layers: readonly AtomLayer[]
  /** The exact total of each atom. */
  readonly atoms: readonly Fen[]
  /** Distinct, none of them empty. */
  readonly sets: readonly FactSet[]
}

/** The regions of one shape as sets: no two of them share an atom. */
export interface AtomLayer {
  readonly shape: Layer['shape']
  /** By atom: the set of this layer that holds it; −1 where none does. */
  readonly setOf: Int32Array
}

/** A number of the document: what one or more cells print. */
export interface PrintedNumber {
  readonly exact: Fen
  /** The regions that print it, as indices. */
  readonly regions: readonly number[]
}

export interface CellSets {
  readonly views: readonly ViewSets[]
  readonly numbers: readonly PrintedNumber[]
  /** By region: its number; `undefined` where no view holds a fact of it, so that it is exactly nothing. */
  readonly numberOf: readonly (number | undefined)[]
}

/** Reduces views to what `regions` tell apart. `regions` are distinct and in canonical order: the result depends on it. */
export function cellSets(views: readonly FactView[], regions: readonly Region[]): CellSets {
  const seen = views.map((view) => seeView(view, regions))
  const offsets = seen.map((_, index) => seen.slice(0, index).reduce((total, { sizes }) => total + sizes.length, 0))
  const total = seen.reduce((count, { sizes }) => count + sizes.length, 0)
  const leader = Int32Array.from({ length: total }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (leader[root] !== root) root = leader[root] ?? root
    leader[index] = root
    return root
  }
  const setsOfRegion = regions.map((_, region) => seen.flatMap(({ setOfRegion }, view) => {
    const set = setOfRegion.get(region)
    return set === undefined ? [] : [(offsets[view] ?? 0) + set]
  }))
  for (const [first, ...others] of setsOfRegion) {
    if (first === undefined) continue
    for (const other of others) {
      const [a, b] = [find(first), find(other)]
      leader[Math.max(a, b)] = Math.min(a, b)
    }
  }
  const exactOfSet = seen.flatMap(({ totals }) => totals)
  const numbers: { readonly exact: Fen; readonly regions: number[] }[] = []
  const numberOfLeader = new Map<number, number>()
  const numberOf = setsOfRegion.map(([set], region) => {
    if (set === undefined) return undefined
    const root = find(set)
    let number = numberOfLeader.get(root)
    if (number === undefined) {
      numberOfLeader.set(root, (number = numbers.length))
      numbers.push({ exact: exactOfSet[root] ?? zeroFen, regions: [] })
    }
    numbers[number]?.regions.push(region)
    return number
  })
  exactOfSet.forEach((exact, set) => {
    const number = numbers[numberOfLeader.get(find(set)) ?? -1]
    if (number?.exact !== exact) throw new Error(`views tell different totals of ${regionKey(regions[number?.regions[0] ?? -1] ?? {})}`)
  })
  return {
    views: seen.map(({ sizes, layers, atoms, atomsOfSet }, view) => ({
      layers, atoms,
      sets: sizes.map((_, set) => ({ number: numberOfLeader.get(find((offsets[view] ?? 0) + set)) ?? -1, atoms: atomsOfSet[set] ?? [] })),
    })),
    numbers,
    numberOf,
  }
}

interface SeenView {
  /** By set: how many facts. */
  readonly sizes: readonly number[]
  readonly totals: readonly Fen[]
  readonly setOfRegion: ReadonlyMap<number, number>
  readonly layers: readonly AtomLayer[]
  readonly atoms: readonly Fen[]
  readonly atomsOfSet: readonly (readonly number[])[]
}

function seeView(view: FactView, regions: readonly Region[]): SeenView {
  const facts = canonicalFacts(view)
  const layers = locateFacts(facts.map((fact) => fact.region), regions, regionsTold(view, regions))
  const { setOfRegion, sizes, totals } = distinctSets(facts, layers)
  const setLayers = layers.map(({ shape, regionOf }) => ({ shape, setOf: regionOf.map((region) => setOfRegion.get(region) ?? -1) }))
  const { atoms, firsts } = distinctAtoms(facts, setLayers, sizes.length)
  const atomsOfSet = sizes.map((): number[] => [])
  const layersOfAtoms = setLayers.map(({ shape, setOf }) => ({ shape, setOf: Int32Array.from(firsts, (fact) => setOf[fact] ?? -1) }))
  firsts.forEach((fact, atom) => {
    for (const set of new Set(setLayers.map(({ setOf }) => setOf[fact] ?? -1))) if (set >= 0) atomsOfSet[set]?.push(atom)
  })
  return { sizes, totals, setOfRegion, layers: layersOfAtoms, atoms, atomsOfSet }
}

interface CanonicalFact {
  readonly region: Region
  readonly amount: Fen
}

/** The facts in canonical order, those on one region as one; what comes to nothing is no fact and could hide nothing. */
function canonicalFacts(view: FactView): readonly CanonicalFact[] {
  const facts = new Map<string, { readonly region: Region; amount: Fen }>()
  for (const { region, amount } of view.facts) {
    const key = regionKey(region)
    const known = facts.get(key)
    if (known === undefined) facts.set(key, { region, amount })
    else known.amount = addFen(known.amount, amount)
  }
  return [...facts].filter(([, fact]) => fact.amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
}

/** The different sets of facts among the regions. Sets are told apart by their size and two sums of 32 bits per fact. */
function distinctSets(facts: readonly CanonicalFact[], layers: readonly Layer[]) {
  const sums = new Map<number, { size: number; first: number; second: number; total: Fen }>()
  for (const { regionOf } of layers) {
    facts.forEach(({ amount }, fact) => {
      const region = regionOf[fact] ?? -1
      if (region < 0) return
      let sum = sums.get(region)
      if (sum === undefined) sums.set(region, (sum = { size: 0, first: 0, second: 0, total: zeroFen }))
      sum.size++
      sum.first += scatter(fact, 0x9e3779b1)
      sum.second += scatter(fact, 0x85ebca77)
      sum.total = addFen(sum.total, amount)
    })
  }
  const known = new Map<string, number>()
  const setOfRegion = new Map<number, number>()
  const sizes: number[] = []
  const totals: Fen[] = []
  for (const [region, { size, first, second, total }] of [...sums].sort(([a], [b]) => a - b)) {
    const key = `${size}:${first}:${second}`
    let set = known.get(key)
    if (set === undefined) {
      known.set(key, (set = sizes.length))
      sizes.push(size)
      totals.push(total)
    }
    setOfRegion.set(region, set)
  }
  return { setOfRegion, sizes, totals }
}

/** Groups the facts that lie in the same sets; a fact that lies in none takes part in nothing. */
function distinctAtoms(facts: readonly CanonicalFact[], layers: readonly AtomLayer[], setCount: number) {
  const scatters = Array.from({ length: setCount }, (_, set) => [scatter(set, 0xc2b2ae35), scatter(set, 0x27d4eb2f)] as const)
  const known = new Map<string, number>()
  const atoms: Fen[] = []
  const firsts: number[] = []
  facts.forEach(({ amount }, fact) => {
    let [size, first, second] = [0, 0, 0]
    for (const { setOf } of layers) {
      const scattered = scatters[setOf[fact] ?? -1]
      if (scattered === undefined) continue
      size++
      first += scattered[0]
      second += scattered[1]
    }
    if (size === 0) return
    const key = `${size}:${first}:${second}`
    let atom = known.get(key)
    if (atom === undefined) {
      known.set(key, (atom = atoms.length))
      atoms.push(zeroFen)
      firsts.push(fact)
    }
    atoms[atom] = fen((atoms[atom] ?? 0) + amount)
  })
  return { atoms, firsts }
}

/** 32 bits that depend on every bit of `index`: sums of them tell sets apart. Always the same for the same index. */
function scatter(index: number, seed: number): number {
  let bits = Math.imul(index + 1, seed)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39)
  return (bits ^ (bits >>> 15)) >>> 0
}
