/**
 * Margins: what the document prints about sums of the facts that are looked for.
 *
 * @module
 */
import type { RecognisedDocument } from '@mingzhang/audit'
import { type DimensionId, type Figure, isNodeWithin, type NodePath, type Region, regionKey } from '@mingzhang/figures'
import { type Fen, fen, intersectIntervals, type Interval, intervalOf, type RoundingMode, zeroFen } from '@mingzhang/money'

/** The facts of a region sum to something between `low` and `high`, in fen. */
export interface Margin {
  /** Without the year, which all margins share. */
  readonly region: Region
  readonly low: Fen
  readonly high: Fen
  /** The print itself, in fen; zero for a blank that means no money. */
  readonly printed: Fen
  /** One unit of the last printed digit, in fen. */
  readonly quantum: Fen
  /**
   * Where it stands: in a table, in a sentence, in a form in 元 (exact), or nowhere: a table that lists everything there
   * is says by not listing a subject that it has no money.
   */
  readonly source: 'table' | 'prose' | 'form' | 'absence'
  /** The first figure that prints it; `undefined` where nothing is printed. */
  readonly figure?: Figure
}

export interface Margins {
  readonly all: readonly Margin[]
  /** Regions that hold no money at all. */
  readonly empty: readonly Region[]
  /** Forms whose annual amount no amount of the tables allows. */
  readonly contradictingForms: readonly Figure[]
}

/** Dimensions that the facts of a ledger's lines do not carry; figures on them are looked at by themselves. */
const outside: readonly DimensionId[] = ['level', 'procurement', 'phase']

/** Reads the margins of the document's own year. The first print of a region stands; a later one only narrows it. */
export function readMargins(document: RecognisedDocument, mode: RoundingMode): Margins {
  const year = document.facts.year?.value
  const printed = document.figures.filter((figure) => isOwn(figure, year))
  const margins = new Map<string, Margin>()
  const contradictingForms: Figure[] = []
  for (const source of ['table', 'form', 'prose'] as const) {
    for (const figure of printed.filter((candidate) => sourceOf(candidate) === source)) {
      const margin = marginOf(figure, source, mode)
      if (margin === undefined) continue
      const key = regionKey(margin.region)
      const known = margins.get(key)
      if (known === undefined) {
        margins.set(source === 'form' ? `${key} form` : key, margin)
        continue
      }
      const both = intersectIntervals(known, margin)
      if (source === 'form') {
        if (both === undefined) contradictingForms.push(figure)
        else margins.set(`${key} form`, margin)
      } else if (both !== undefined) margins.set(key, { ...known, ...both })
    }
  }
  const absent = absentRegions(document).filter((region) => !margins.has(regionKey(region))).map((region): Margin => ({
    region, low: zeroFen, high: zeroFen, printed: zeroFen, quantum: fen(1), source: 'absence',
  }))
  const all = [...margins.values(), ...absent]
  return { all, empty: all.filter(({ low, high }) => low === 0 && high === 0).map(({ region }) => region), contradictingForms }
}

function isOwn(figure: Figure, year: number | undefined): boolean {
  if (year !== undefined && figure.region.year !== String(year)) return false
  return outside.every((dimension) => figure.region[dimension] === undefined)
}

/** A form's amounts have ids of their own; else a figure of a cell is a table's. */
export function sourceOf(figure: Figure): 'table' | 'prose' | 'form' {
  if (figure.place.form !== undefined || /^f\d/u.test(figure.id)) return 'form'
  return figure.cell === undefined ? 'prose' : 'table'
}

function marginOf(figure: Figure, source: 'table' | 'prose' | 'form', mode: RoundingMode): Margin | undefined {
  const region = withoutYear(figure.region)
  switch (figure.printed.kind) {
    case 'unreadable':
      return undefined
    case 'blank':
    case 'dash':
      // A form that leaves its amount blank says nothing of the project's.
      return figure.blankIsZero && source !== 'form' ? { region, low: zeroFen, high: zeroFen, printed: zeroFen, quantum: fen(1), source, figure } : undefined
    case 'stated': {
      const { value, quantum } = figure.printed.stated
      return { region, ...intervalOfPrint(figure, source, mode), printed: value, quantum, source, figure }
    }
  }
}

/** A printed zero is no money; a form in 元 states its amount to the fen. */
function intervalOfPrint(figure: Figure, source: 'table' | 'prose' | 'form', mode: RoundingMode): Interval {
  if (figure.printed.kind !== 'stated') return { low: zeroFen, high: zeroFen }
  const { stated } = figure.printed
  if (stated.value === 0) return { low: zeroFen, high: zeroFen }
  if (source === 'form' && stated.quantum <= 100) return { low: stated.value, high: stated.value }
  return intervalOf(stated, mode)
}

export function withoutYear(region: Region): Region {
  return Object.fromEntries(Object.entries(region).filter(([dimension]) => dimension !== 'year'))
}

const listed = ['function', 'economic', 'revenueSubject'] as const

/**
 * The subjects that a table does not list although it lists all of their kind: they have no money there.
 *
 * A table that prints only 类 says nothing of a 项 below; one that lists other 项 of the same 类 says that this one is nothing.
 */
function absentRegions(document: RecognisedDocument): readonly Region[] {
  const nodes = Object.fromEntries(listed.map((dimension) => [dimension, leavesOf(document.figures.flatMap(({ region }) => region[dimension] ?? []))]))
  return document.tables.flatMap((table) => {
    const groups = new Map<string, ListedRows>()
    for (const { region } of table.cells) {
      const dimension = listed.find((candidate) => region?.[candidate] !== undefined)
      const node = dimension === undefined ? undefined : region?.[dimension]
      if (region === undefined || dimension === undefined || node === undefined || region.year !== undefined || region.phase !== undefined) continue
      const rest = Object.fromEntries(Object.entries(region).filter(([name]) => name !== dimension && name !== 'year'))
      const key = `${dimension} ${regionKey(rest)}`
      const group: ListedRows = groups.get(key) ?? { region: rest, dimension, rows: [] }
      group.rows.push(node)
      groups.set(key, group)
    }
    return [...groups.values()].flatMap(({ region, dimension, rows }) =>
      (nodes[dimension] ?? []).filter((leaf) => isUnlisted(leaf, rows)).map((leaf): Region => ({ ...region, [dimension]: leaf })),
    )
  })
}

interface ListedRows {
  readonly region: Region
  readonly dimension: (typeof listed)[number]
  readonly rows: NodePath[]
}

function isUnlisted(leaf: NodePath, rows: readonly NodePath[]): boolean {
  if (rows.some((row) => isNodeWithin(row, leaf))) return false
  const around = rows.filter((row) => isNodeWithin(leaf, row)).sort((a, b) => b.length - a.length)[0]
  return around === undefined || rows.some((row) => row !== around && isNodeWithin(row, around))
}

/** The nodes that hold no other of them, in the order of their first print. */
export function leavesOf(nodes: readonly NodePath[]): readonly NodePath[] {
  const distinct = [...new Set(nodes)]
  return distinct.filter((node) => !distinct.some((other) => other !== node && isNodeWithin(other, node)))
}
