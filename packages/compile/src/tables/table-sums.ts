/**
 * Which cells of a table are the sum of which others: by their regions, never by their position.
 *
 * @module
 */
import { type DimensionId, dimensionIds, type NodePath, type Region, regionKey } from '@mingzhang/figures'
import { type Fen, subtractFen, sumFen } from '@mingzhang/money'

/** An amount cell of a table; a blank one prints zero. */
export interface AmountCell {
  readonly figure: string
  readonly region: Region
  readonly exact: Fen
  readonly printed: Fen
  readonly isBlank: boolean
  readonly row: number
  readonly column: number
  readonly side: string
}

/** A whole and its parts, which stand in one row or one column and whose exact amounts sum to it. */
export interface TableSum {
  readonly whole: AmountCell
  readonly parts: readonly AmountCell[]
  /** Whether the parts stand in the whole's column or in its row. */
  readonly along: 'column' | 'row'
  /** Printed whole minus printed parts: other than zero is a 尾差. */
  readonly residue: Fen
}

/** Every sum that the table shows, those down a column before those along a row. Wholes that print nothing are left out. */
export function tableSums(cells: readonly AmountCell[]): readonly TableSum[] {
  return (['column', 'row'] as const).flatMap((along) => linesOf(cells, along).flatMap((line) => sumsInLine(line, along)))
}

function linesOf(cells: readonly AmountCell[], line: 'row' | 'column'): readonly (readonly AmountCell[])[] {
  return groupBy(cells, (cell) => `${cell.side} ${String(cell[line])}`)
}

function sumsInLine(line: readonly AmountCell[], along: TableSum['along']): readonly TableSum[] {
  return dimensionIds.filter((dimension) => varies(line, dimension)).flatMap((dimension) =>
    groupBy(line, (cell) => regionKey(cell.region, dimension)).flatMap((cells) => sumsAmong(cells, dimension, along)),
  )
}

/** Cells that differ in one dimension only: each belongs to the nearest one above it. */
function sumsAmong(cells: readonly AmountCell[], dimension: DimensionId, along: TableSum['along']): readonly TableSum[] {
  const byNode = new Map<NodePath, AmountCell>()
  for (const cell of cells) {
    const node = cell.region[dimension] ?? ''
    if (!byNode.has(node)) byNode.set(node, cell)
  }
  const partsOf = new Map<AmountCell, AmountCell[]>()
  for (const [node, cell] of byNode) {
    const whole = node === '' ? undefined : nearestAbove(node, byNode)
    if (whole === undefined) continue
    const parts = partsOf.get(whole)
    if (parts === undefined) partsOf.set(whole, [cell])
    else parts.push(cell)
  }
  return [...partsOf].flatMap(([whole, parts]): readonly TableSum[] => {
    // What the parts lack stands elsewhere: the whole is then not their sum.
    if (whole.isBlank || sumFen(parts.map(({ exact }) => exact)) !== whole.exact) return []
    return [{ whole, parts, along, residue: subtractFen(whole.printed, sumFen(parts.map(({ printed }) => printed))) }]
  })
}

function nearestAbove(node: NodePath, byNode: ReadonlyMap<NodePath, AmountCell>): AmountCell | undefined {
  for (let path = node; path !== '';) {
    path = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
    const cell = byNode.get(path)
    if (cell !== undefined) return cell
  }
  return undefined
}

function varies(line: readonly AmountCell[], dimension: DimensionId): boolean {
  const first = line[0]?.region[dimension]
  return line.some((cell) => cell.region[dimension] !== first)
}

function groupBy(cells: readonly AmountCell[], keyOf: (cell: AmountCell) => string): readonly (readonly AmountCell[])[] {
  const groups = new Map<string, AmountCell[]>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [cell])
    else group.push(cell)
  }
  return [...groups.values()]
}
