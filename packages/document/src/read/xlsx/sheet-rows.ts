import type { CellObject, Range, WorkSheet } from '@e965/xlsx'
import type { ReadLimits } from '../read-limits.ts'

/** A row that is shown. */
export interface SheetRow {
  /** The cells that show something, from left to right. */
  readonly filled: readonly { readonly column: number; readonly text: string }[]
  /** Whether a cell of an earlier row covers a place in it. */
  readonly isCovered: boolean
  /** Whether a cell merged across the sheet's whole width begins it. */
  readonly isAcross: boolean
}

export interface VisibleRows {
  readonly rows: readonly SheetRow[]
  /** From the first to the last column that shows anything. */
  readonly width: number
  /** Rows that are hidden although they hold something. */
  readonly hiddenRows: number
  readonly hiddenColumns: number
}

/** No printed table is wider: of a wider sheet only the columns that hold something count. */
const widest = 1_000

/** The rows of a sheet as displayed; columns are numbered from 0 among those shown. Cells under a merged one show nothing, whatever they hold. */
export function visibleRows(sheet: WorkSheet, limits: ReadLimits): VisibleRows {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const coverage = coverageOf(sheet['!merges'] ?? [], data.length, limits.parts)
  const isHiddenRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true
  const isHiddenColumn = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true
  const filled = data.map((cells, row) => displayedCells(cells).filter(({ column }) => !coverage.isUnder(row, column)))

  const columns = new Set<number>()
  let hiddenRows = 0
  filled.forEach((cells, row) => {
    if (isHiddenRow(row)) hiddenRows += cells.length > 0 ? 1 : 0
    else for (const { column } of cells) columns.add(column)
  })
  const shown = [...columns].filter((column) => !isHiddenColumn(column)).sort((a, b) => a - b)
  const [first = 0] = shown
  const last = shown.at(-1) ?? -1
  const between = Array.from({ length: Math.min(last - first + 1, widest + 1) }, (_, index) => first + index).filter((column) => !isHiddenColumn(column))
  const numbered = new Map((last - first < widest ? between : shown).map((column, index) => [column, index]))

  const rows: SheetRow[] = []
  // Rows without any cell are holes, which a loop by number still visits.
  for (let row = 0; row < data.length; row++) {
    if (isHiddenRow(row)) continue
    const cells = (filled[row] ?? []).flatMap(({ column, text }) => {
      const index = numbered.get(column)
      return index === undefined ? [] : [{ column: index, text }]
    })
    const isCovered = coverage.isCoveredFromAbove(row)
    rows.push(cells.length === 0 && !isCovered ? blankRow : { filled: cells, isCovered, isAcross: last > first && coverage.reach(row, first) >= last })
  }
  return { rows, width: numbered.size, hiddenRows, hiddenColumns: columns.size - shown.length }
}

/** The cells of a row in full, blanks between. */
export function rowCells(row: SheetRow, width: number): readonly string[] {
  const cells = Array.from({ length: width }, () => '')
  for (const { column, text } of row.filled) cells[column] = text
  return cells
}

const blankRow: SheetRow = { filled: [], isCovered: false, isAcross: false }

function displayedCells(cells: readonly (CellObject | undefined)[] | undefined): SheetRow['filled'] {
  const filled: { readonly column: number; readonly text: string }[] = []
  cells?.forEach((cell, column) => {
    const text = displayed(cell)
    if (text !== '') filled.push({ column, text })
  })
  return filled
}

/** What a cell shows: its formatted text, which the number format can leave empty. */
function displayed(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z') return ''
  const text = cell.w ?? (typeof cell.v === 'string' || typeof cell.v === 'number' ? String(cell.v) : '')
  return text.replace(/\r\n?/gu, '\n').trim()
}

interface Coverage {
  /** Whether a merged cell that begins elsewhere covers the place. */
  isUnder(row: number, column: number): boolean
  isCoveredFromAbove(row: number): boolean
  /** The last column of the merged cell that begins at the place; the column itself when none does. */
  reach(row: number, column: number): number
}

/** Merged cells by row, so that a place is looked up among those of its row only. */
function coverageOf(merges: readonly Range[], rowCount: number, limit: number): Coverage {
  const byRow = new Map<number, Range[]>()
  let entries = 0
  for (const merge of merges) {
    for (let row = merge.s.r; row <= Math.min(merge.e.r, rowCount - 1) && entries < limit; row++) {
      entries += 1
      const own = byRow.get(row)
      if (own === undefined) byRow.set(row, [merge])
      else own.push(merge)
    }
  }
  const at = (row: number): readonly Range[] => byRow.get(row) ?? []
  return {
    isUnder: (row, column) => at(row).some(({ s, e }) => s.c <= column && column <= e.c && (s.r !== row || s.c !== column)),
    isCoveredFromAbove: (row) => at(row).some(({ s }) => s.r < row),
    reach: (row, column) => at(row).find(({ s }) => s.r === row && s.c === column)?.e.c ?? column,
  }
}
