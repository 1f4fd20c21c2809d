/**
 * The context that tables, narrative and forms are made with, and the register of every number that they print.
 *
 * @module
 */
import type { PublishedFigure } from '@mingzhang/document'
import { type DimensionId, type FactView, type NodePath, type Region, regionKey } from '@mingzhang/figures'
import { type Fen, fen, FEN_PER, formatFen, roundFen, zeroFen } from '@mingzhang/money'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { BoundFigure, CompileContext, PublicationRounding } from './compile-context.ts'
import { nameNodes } from './facts.ts'
import type { Ledger } from './ledger/ledger.ts'
import { type RegionTotal, type RegionTotals, regionTotals } from './region-totals.ts'

/** The last printed digit of tables and narrative: 0.01 万元. */
export const printQuantum: Fen = fen(FEN_PER['万元'] / 100)

/** What tables need besides: a blank cell is a figure too, and no money is not the same as an amount that prints as zero. */
export interface TableContext extends CompileContext {
  /** Registers a blank cell that stands for no money, and returns its figure's id. */
  readonly blank: (region: Region, label: string) => string
  /** Whether any money lies in the region, even where it cancels out. */
  readonly hasMoney: (region: Region) => boolean
  /** The nodes of a dimension that hold money inside the region, as deep as the ledger knows them, sorted. */
  readonly nodesWithin: (region: Region, dimension: DimensionId) => readonly NodePath[]
}

export interface FigureRegister {
  readonly context: TableContext
  /** Every number registered so far, in the order of registration. */
  readonly figures: ReadonlyMap<string, PublishedFigure>
}

export interface RegisterInput {
  readonly ledger: Ledger
  readonly vocabulary: Vocabulary
  readonly views: readonly FactView[]
  /** The totals of the views, where they are known from an earlier pass. */
  readonly totals?: RegionTotals
  readonly rounding: PublicationRounding
  /** Printed amounts that are settled already, by `regionKey` with the year. The others are rounded half-up. */
  readonly prints: ReadonlyMap<string, Fen>
}

/** Creates a context with an empty register. Asking it for a region that no view of the ledger can tell apart throws. */
export function createRegister(input: RegisterInput): FigureRegister {
  const year = String(input.ledger.department.year)
  const figures = new Map<string, PublishedFigure>()
  const counts = new Map<string, number>()
  const totals = input.totals ?? regionTotals(input.views)
  const nodeOf = nameNodes()
  const withYear = (region: Region): Region => ({
    year,
    ...region,
    // Names come as the ledger writes them; nodes are written as recognition reads them.
    ...(region.unit === undefined ? {} : { unit: nodeOf(region.unit) }),
    ...(region.project === undefined ? {} : { project: nodeOf(region.project) }),
  })
  const totalOf = (region: Region): RegionTotal => {
    const total = totals.total(withYear(region))
    if (total === undefined) throw new RangeError(`no view of the ledger knows this region: ${regionKey(region)}`)
    return total
  }
  const printedOf = (region: Region): Fen => input.prints.get(regionKey(region)) ?? roundFen(totalOf(region).amount, printQuantum)
  const add = (letter: string, figure: Omit<PublishedFigure, 'id'>): string => {
    const count = (counts.get(letter) ?? 0) + 1
    counts.set(letter, count)
    const id = `${letter}${count}`
    figures.set(id, { id, ...figure })
    return id
  }
  const context: TableContext = {
    ledger: input.ledger,
    vocabulary: input.vocabulary,
    rounding: input.rounding,
    exact: (region) => totalOf(region).amount,
    printed: (region) => printedOf(withYear(region)),
    hasMoney: (region) => totalOf(region).hasMoney,
    nodesWithin: (region, dimension) => totals.nodesWithin(withYear(region), dimension),
    figure: (given, label, kind): BoundFigure => {
      const region = withYear(given)
      const exact = totalOf(region).amount
      const printed = printedOf(region)
      const text = tenThousands(printed)
      const id = add(kind === 'cell' ? 'c' : 'p', { region, label, exact, printed, quantum: printQuantum, text, kind })
      return { id, exact, printed, text }
    },
    blank: (region, label) =>
      add('c', { region: withYear(region), label, exact: zeroFen, printed: undefined, quantum: undefined, text: '', kind: 'cell' }),
    formFigure: (region, label, exact) => {
      const text = exact === 0 ? '0' : formatFen(exact, '元')
      const id = add('f', { region, label, exact, printed: exact, quantum: fen(1), text, kind: 'form' })
      return { id, exact, printed: exact, text }
    },
    derived: (region, label, text) => {
      const id = add('d', { region: withYear(region), label, exact: undefined, printed: undefined, quantum: undefined, text, kind: 'prose' })
      return { id, text }
    },
  }
  return { context, figures }
}

/** In 万元 with two decimals and no commas, as statutory tables print: `22943.00`. */
function tenThousands(amount: Fen): string {
  return formatFen(amount, '万元').replaceAll(',', '')
}
