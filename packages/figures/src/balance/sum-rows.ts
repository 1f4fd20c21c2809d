/**
 * Every printed number as the sum of what it consists of.
 *
 * A total is written as the sum of printed parts where there are any, not of its facts: one row with five numbers instead
 * of one with five thousand. Parts are looked for along one dimension at a time; a number may be cut along several (by
 * function and by kind), each cut is an identity of the document. One of them per set of facts, the shortest, defines it.
 *
 * @module
 */
import type { AtomLayer, CellSets, FactSet, ViewSets } from './fact-sets.ts'
import type { DimensionId } from '../region.ts'

/** The set is the sum of the parts (sets of the same view) and the atoms, which share nothing. */
export interface Cut {
  readonly set: number
  readonly parts: readonly number[]
  /** Atoms that no part holds. */
  readonly rest: readonly number[]
}

/** The cut that defines each set of more than one atom, in the order of the sets. Parts are smaller sets, so they never run in a circle. */
export function definingCuts(view: ViewSets): readonly Cut[] {
  const pack = packer(view)
  return allCuts(view).map((cuts) => {
    const shortest = cuts.reduce((best, cut) => (lengthOf(cut) < lengthOf(best) ? cut : best))
    // Nothing is shorter than two parts.
    if (lengthOf(shortest) <= 2) return shortest
    const packed = pack(shortest.set)
    return lengthOf(packed) < lengthOf(shortest) ? packed : shortest
  })
}

/** A sum that a reader can check: the number `whole` is that of the numbers `parts`. */
export interface PrintedSum {
  readonly whole: number
  readonly parts: readonly number[]
}

/** All complete cuts of all sets, as sums of printed numbers, each once for a view. */
export function printedSums({ views }: CellSets): readonly PrintedSum[] {
  return views.flatMap((view) => {
    const sums = new Map<string, PrintedSum>()
    for (const cuts of allCuts(view)) {
      for (const { set, parts, rest } of cuts) {
        if (rest.length > 0) continue
        const whole = view.sets[set]?.number ?? -1
        const numbers = parts.map((part) => view.sets[part]?.number ?? -1)
        const key = `${whole}=${numbers.join('+')}`
        if (!sums.has(key)) sums.set(key, { whole, parts: numbers })
      }
    }
    return [...sums.values()]
  })
}

/** How many of the sums fail when every number is printed as `printed` says. */
export function brokenSums(sums: readonly PrintedSum[], printed: (number: number) => number): number {
  return sums.filter(({ whole, parts }) => parts.reduce((total, part) => total + printed(part), 0) !== printed(whole)).length
}

/**
 * Returns a function that fills a set with the largest printed sets that fit, whatever they are of: 项目支出 of a function
 * is what its funds' tables print of it, and what else there is.
 */
function packer(view: ViewSets): (set: number) => Cut {
  const setsOf = view.atoms.map((): number[] => [])
  view.sets.forEach(({ atoms }, set) => { for (const atom of atoms) setsOf[atom]?.push(set) })
  const shared = new Int32Array(view.sets.length)
  const isTaken = new Uint8Array(view.atoms.length)
  const sizes = Int32Array.from(view.sets, ({ atoms }) => atoms.length)
  const sizeOf = (set: number): number => sizes[set] ?? 0
  return (whole) => {
    const { atoms = [] } = view.sets[whole] ?? {}
    const met: number[] = []
    for (const atom of atoms) {
      for (const set of setsOf[atom] ?? []) {
        if (shared[set] === 0) met.push(set)
        shared[set] = (shared[set] ?? 0) + 1
      }
    }
    const inside = met.filter((set) => set !== whole && sizeOf(set) > 1 && shared[set] === sizeOf(set)).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
    const parts = inside.filter((set) => {
      const own = view.sets[set]?.atoms ?? []
      if (own.some((atom) => isTaken[atom] === 1)) return false
      for (const atom of own) isTaken[atom] = 1
      return true
    })
    const rest = atoms.filter((atom) => isTaken[atom] === 0)
    for (const atom of atoms) isTaken[atom] = 0
    for (const set of met) shared[set] = 0
    return { set: whole, parts, rest }
  }
}

const lengthOf = (cut: Cut): number => cut.parts.length + cut.rest.length

/** By set of more than one atom: its cuts along every dimension, at least the one into its atoms. */
function allCuts(view: ViewSets): readonly (readonly Cut[])[] {
  const own = layersOfSets(view)
  const finer = new Map<AtomLayer, readonly (readonly AtomLayer[])[]>(view.layers.map((layer) => [layer, finerLayers(layer, view.layers)]))
  return view.sets.flatMap((set, index) => {
    if (set.atoms.length < 2) return []
    const cuts: Cut[] = [{ set: index, parts: [], rest: set.atoms }]
    for (const layer of own[index] ?? []) {
      for (const along of finer.get(layer) ?? []) {
        const cut = cutAlong(index, set, along)
        if (cut !== undefined) cuts.push(cut)
      }
    }
    return [cuts]
  })
}

function layersOfSets(view: ViewSets): readonly (readonly AtomLayer[])[] {
  const own = view.sets.map((): AtomLayer[] => [])
  for (const layer of view.layers) for (const set of new Set(layer.setOf)) if (set >= 0) own[set]?.push(layer)
  return own
}

/** The layers that differ from `layer` by going deeper in one dimension, by dimension, the least deep first. */
function finerLayers(layer: AtomLayer, layers: readonly AtomLayer[]): readonly (readonly AtomLayer[])[] {
  const along = new Map<DimensionId, AtomLayer[]>()
  for (const other of layers) {
    const dimension = soleDeeperDimension(layer, other)
    if (dimension === undefined) continue
    const found = along.get(dimension)
    if (found === undefined) along.set(dimension, [other])
    else found.push(other)
  }
  return [...along].map(([dimension, found]) => found.sort((a, b) => (a.shape.get(dimension) ?? 0) - (b.shape.get(dimension) ?? 0)))
}

function soleDeeperDimension({ shape }: AtomLayer, other: AtomLayer): DimensionId | undefined {
  const deeper: DimensionId[] = []
  for (const [dimension, depth] of other.shape) if ((shape.get(dimension) ?? 0) !== depth) deeper.push(dimension)
  const [only, ...more] = deeper
  if (only === undefined || more.length > 0 || other.shape.size < shape.size) return undefined
  return (other.shape.get(only) ?? 0) > (shape.get(only) ?? 0) && [...shape.keys()].every((dimension) => other.shape.has(dimension)) ? only : undefined
}

/** `undefined` where no part is smaller than the whole. */
function cutAlong(index: number, { atoms }: FactSet, along: readonly AtomLayer[]): Cut | undefined {
  const parts = new Set<number>()
  const rest: number[] = []
  for (const atom of atoms) {
    // The least deep layer that prints the atom: a part there holds all of its deeper parts.
    let part = -1
    for (const { setOf } of along) if ((part = setOf[atom] ?? -1) >= 0) break
    if (part < 0) rest.push(atom)
    else if (part === index) return undefined
    else parts.add(part)
  }
  return parts.size === 0 ? undefined : { set: index, parts: [...parts], rest }
}
