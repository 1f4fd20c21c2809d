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
  // The first set of each region, of all views counted through; those of the other views are the same number.
  const setOfRegion = new Int32Array(regions.length).fill(-1)
  seen.forEach((own, view) => {
    own.setOfRegion.forEach((set, region) => {
      if (set < 0) return
      const [first = -1, other] = [setOfRegion[region], (offsets[view] ?? 0) + set]
      if (first < 0) setOfRegion[region] = other
      else {
        const [a, b] = [find(first), find(other)]
        leader[Math.max(a, b)] = Math.min(a, b)
      }
    })
  })
  const exactOfSet = seen.flatMap(({ totals }) => totals)
  const numbers: { readonly exact: Fen; readonly regions: number[] }[] = []
  const numberOfLeader = new Map<number, number>()
  const numberOf = Array.from(setOfRegion, (set, region) => {
    if (set < 0) return undefined
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
  /** −1 where the view holds no fact of the region. */
  readonly setOfRegion: Int32Array
  readonly layers: readonly AtomLayer[]
  readonly atoms: readonly Fen[]
  readonly atomsOfSet: readonly (readonly number[])[]
}

function seeView(view: FactView, regions: readonly Region[]): SeenView {
  const facts = canonicalFacts(view)
  const layers = locateFacts(facts.map((fact) => fact.region), regions, regionsTold(view, regions))
  const { setOfRegion, sizes, totals } = distinctSets(facts, layers, regions.length)
  const setLayers = layers.map(({ shape, regionOf }) => ({ shape, setOf: regionOf.map((region) => setOfRegion[region] ?? -1) }))
  const { atoms, firsts } = distinctAtoms(facts, setLayers, sizes.length)
  const layersOfAtoms = setLayers.map(({ shape, setOf }) => ({ shape, setOf: Int32Array.from(firsts, (fact) => setOf[fact] ?? -1) }))
  return { sizes, totals, setOfRegion, layers: layersOfAtoms, atoms, atomsOfSet: gatherAtoms(layersOfAtoms, atoms.length, sizes.length) }
}

/** By set: its atoms, ascending. A set may be in several layers. */
function gatherAtoms(layers: readonly AtomLayer[], atomCount: number, setCount: number): readonly (readonly number[])[] {
  const atomsOfSet = Array.from({ length: setCount }, (): number[] => [])
  for (let atom = 0; atom < atomCount; atom++) {
    for (const { setOf } of layers) {
      const atoms = atomsOfSet[setOf[atom] ?? -1]
      if (atoms !== undefined && atoms.at(-1) !== atom) atoms.push(atom)
    }
  }
  return atomsOfSet
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
function distinctSets(facts: readonly CanonicalFact[], layers: readonly Layer[], regionCount: number) {
  const sizeOf = new Int32Array(regionCount)
  const [firstOf, secondOf, totalOf] = [new Float64Array(regionCount), new Float64Array(regionCount), new Float64Array(regionCount)]
  for (let fact = 0; fact < facts.length; fact++) {
    const [first, second, amount] = [scatter(fact, 0x9e3779b1), scatter(fact, 0x85ebca77), facts[fact]?.amount ?? zeroFen]
    for (const { regionOf } of layers) {
      const region = regionOf[fact] ?? -1
      if (region < 0) continue
      sizeOf[region] = (sizeOf[region] ?? 0) + 1
      firstOf[region] = (firstOf[region] ?? 0) + first
      secondOf[region] = (secondOf[region] ?? 0) + second
      totalOf[region] = addFen(fen(totalOf[region] ?? 0), amount)
    }
  }
  const known = new Map<string, number>()
  const setOfRegion = new Int32Array(regionCount).fill(-1)
  const sizes: number[] = []
  const totals: Fen[] = []
  for (let region = 0; region < regionCount; region++) {
    const size = sizeOf[region] ?? 0
    if (size === 0) continue
    const key = `${size}:${firstOf[region]}:${secondOf[region]}`
    let set = known.get(key)
    if (set === undefined) {
      known.set(key, (set = sizes.length))
      sizes.push(size)
      totals.push(fen(totalOf[region] ?? 0))
    }
    setOfRegion[region] = set
  }
  return { setOfRegion, sizes, totals }
}

/** Groups the facts that lie in the same sets; a fact that lies in none takes part in nothing. */
function distinctAtoms(facts: readonly CanonicalFact[], layers: readonly AtomLayer[], setCount: number) {
  const firstBits = Float64Array.from({ length: setCount }, (_, set) => scatter(set, 0xc2b2ae35))
  const secondBits = Float64Array.from({ length: setCount }, (_, set) => scatter(set, 0x27d4eb2f))
  const known = new Map<string, number>()
  const atoms: Fen[] = []
  const firsts: number[] = []
  facts.forEach(({ amount }, fact) => {
    let [size, first, second] = [0, 0, 0]
    for (const { setOf } of layers) {
      const set = setOf[fact] ?? -1
      if (set < 0) continue
      size++
      first += firstBits[set] ?? 0
      second += secondBits[set] ?? 0
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
