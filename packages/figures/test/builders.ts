/** Figures for tests, written as the tables that a reader would see. Amounts are in 万元 unless a test says otherwise. */
import { parseAmount, type PrintedAmount, type PrintedUnit, type RoundingMode } from '@mingzhang/money'
import { deriveIdentities, type Figure, type Identity, judge, type Outcome, type Region, type Verdict } from '../src/index.ts'

/** A figure outside any table, as in a sentence; its blank says nothing. */
export function sentenceFigure(id: string, region: Region, text: string, part: Partial<Figure> = {}): Figure {
  return { id, region, printed: printedAmount(text, '万元'), place: { document: 'example.txt', section: id }, blankIsZero: false, ...part }
}

/** A row of an example table: what it is about, and one print per column. `undefined`: the table has no such cell. */
export type ExampleRow = readonly [Region, ...(string | undefined)[]]

export interface TableStyle {
  readonly unit?: PrintedUnit
  readonly side?: string
  /** Whether a blank means that there is no money. */
  readonly blankIsZero?: boolean
}

/** The figures of a table. The cell in row 2, column 1 of table `a` has the id `a.2.1`. `?` is a print that cannot be read. */
export function tableFigures(table: string, columns: readonly Region[], rows: readonly ExampleRow[], style: TableStyle = {}): readonly Figure[] {
  const { unit = '万元', side = 'only', blankIsZero = true } = style
  return rows.flatMap(([rowRegion, ...texts], row) =>
    texts.flatMap((text, column): Figure[] => {
      if (text === undefined) return []
      return [
        {
          id: `${table}.${row + 1}.${column + 1}`,
          region: { ...rowRegion, ...columns[column] },
          printed: printedAmount(text, unit),
          place: { document: 'example.txt', table, row: String(row + 1), column: String(column + 1) },
          cell: { table, row, column, side },
          blankIsZero,
        },
      ]
    }),
  )
}

/** 基本支出 and 项目支出 beside their total: the columns of most expenditure tables. */
export const kindColumns: readonly Region[] = [{ use: 'spent' }, { use: 'spent', kind: 'basic' }, { use: 'spent', kind: 'project' }]

/** 30 万元 of two subjects by kind: every row and every column sums, so that each cell is guarded twice. */
export function crossFooted(table: string, part: Region = {}, amounts: Readonly<Record<string, string>> = {}): readonly Figure[] {
  const figures = tableFigures(
    table,
    kindColumns.map((column) => ({ ...part, ...column })),
    [
      [{}, '30.00', '18.00', '12.00'],
      [{ function: '207' }, '20.00', '11.00', '9.00'],
      [{ function: '208' }, '10.00', '7.00', '3.00'],
    ],
  )
  return figures.map((figure) => withPrint(figure, amounts[figure.id]))
}

/** The figure with another print; unchanged for `undefined`. */
export function withPrint(figure: Figure, text: string | undefined, unit: PrintedUnit = '万元'): Figure {
  return text === undefined ? figure : { ...figure, printed: printedAmount(text, unit) }
}

/** The derived identities as formulas, in the figures' ids: `a = b` (one amount twice), `a = Σ b + c`, `b ≤ a`. */
export function formulas(figures: readonly Figure[], rounding: RoundingMode = 'half-up'): readonly string[] {
  return deriveIdentities(figures, { rounding }).identities.map(formulaOf).sort()
}

export function formulaOf({ kind, whole, parts }: Identity): string {
  const ids = parts.map((part) => part.id).sort().join(' + ')
  return kind === 'containment' ? `${ids} ≤ ${whole.id}` : `${whole.id} = ${kind === 'partition' ? 'Σ ' : ''}${ids}`
}

/** All verdicts on the figures. */
export function verdictsOn(figures: readonly Figure[], rounding: RoundingMode = 'half-up'): readonly Verdict[] {
  return deriveIdentities(figures, { rounding }).identities.map((identity) => judge(identity, rounding))
}

/** The formulas with the outcome. */
export function outcomesOf(figures: readonly Figure[], outcome: Outcome, rounding: RoundingMode = 'half-up'): readonly string[] {
  return verdictsOn(figures, rounding).filter((verdict) => verdict.outcome === outcome).map(({ identity }) => formulaOf(identity)).sort()
}

function printedAmount(text: string, unit: PrintedUnit): PrintedAmount {
  return text === '?' ? { kind: 'unreadable', text, reason: 'not-a-number' } : parseAmount(text, unit)
}
