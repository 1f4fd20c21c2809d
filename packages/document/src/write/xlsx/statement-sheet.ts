import type { Alignment, Borders, Cell, Workbook, Worksheet } from 'exceljs'
import { type PlacedCell, placeCells } from '../../publication-grid.ts'
import type { Publication, TableBlock } from '../../publication.ts'
import { cellContent, type FigureCells } from './cell-value.ts'
import { columnWidths, linesOf, lineHeight, rowHeights } from './sheet-shape.ts'

/** Adds the sheet of one statutory table: title, caption and unit, head, rows, notes; set up for A4. */
export function addStatementSheet(workbook: Workbook, table: TableBlock, name: string, publication: Publication): void {
  const columnCount = table.columns.length
  const top = topRows(table)
  const head = placeCells(table.head, columnCount)
  const body = placeCells(table.body, columnCount)
  const headEnd = top.length + table.head.length
  const cells = [...head.map((cell) => ({ ...cell, row: cell.row + top.length })), ...body.map((cell) => ({ ...cell, row: cell.row + headEnd }))]
  const sheet = addSheet(workbook, name, table, headEnd, labelColumns(body, columnCount))
  const widths = columnWidths(table, cells)
  sheet.columns = widths.map((width) => ({ width }))
  top.forEach((texts, index) => {
    addTopRow(sheet, index + 1, texts, index === 0, widths)
  })
  const heights = rowHeights(cells, headEnd + table.body.length, widths)
  heights.forEach((height, row) => {
    if (row >= top.length) sheet.getRow(row + 1).height = height
  })
  drawGrid(sheet, top.length + 1, headEnd + table.body.length, columnCount)
  const figures = figureCells(cells, publication)
  for (const placed of cells) fillCell(sheet, placed, placed.row < headEnd, figures)
  table.notes.forEach((note, index) => {
    addNote(sheet, headEnd + table.body.length + 1 + index, note, widths)
  })
}

const typeface = '宋体'
const thin = { style: 'thin' } as const
const ruled: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin }

/** Title; caption at the left and unit at the right. */
function topRows(table: TableBlock): readonly (readonly [left: string, right: string])[] {
  const title: readonly [string, string] = [table.title, '']
  const { caption = '', unit = '' } = table
  return caption === '' && unit === '' ? [title] : [title, [caption, unit]]
}

function addSheet(workbook: Workbook, name: string, table: TableBlock, headEnd: number, labels: number): Worksheet {
  return workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: labels, ySplit: headEnd, showGridLines: false }],
    pageSetup: {
      // A4 is 9. The library declares its enumeration of sizes without having it at run time.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
      paperSize: 9,
      orientation: table.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.35 },
      printTitlesRow: `1:${String(headEnd)}`,
    },
    headerFooter: { oddFooter: '&C— &P —' },
  })
}

/** The columns before the first amount, which stay in sight when the sheet is moved; none when they are half the table. */
function labelColumns(body: readonly PlacedCell[], columnCount: number): number {
  const first = body.reduce((least, { cell, column }) => (cell.figure === undefined ? least : Math.min(least, column)), columnCount)
  return first * 2 <= columnCount ? first : 0
}

function addTopRow(sheet: Worksheet, row: number, [left, right]: readonly [string, string], isTitle: boolean, widths: readonly number[]): void {
  const last = widths.length
  // The unit takes as many columns from the right as it needs.
  let first = last + 1
  for (let width = 0; right !== '' && first > 2 && width < right.length * 2 + 2;) {
    first -= 1
    width += widths[first - 1] ?? 0
  }
  put(sheet, row, 1, right === '' ? last : Math.max(1, first - 1), left, isTitle ? 'center' : 'left', isTitle)
  if (right !== '') put(sheet, row, Math.min(first, last), last, right, 'right', false)
  const width = widths.slice(0, first - 1).reduce((sum, one) => sum + one, 0)
  sheet.getRow(row).height = isTitle ? Math.max(1, linesOf(left, width / 1.5)) * 22 + 8 : linesOf(left, width) * lineHeight + 5
}

function put(sheet: Worksheet, row: number, first: number, last: number, text: string, horizontal: 'left' | 'center' | 'right', isTitle: boolean): void {
  if (text === '') return
  const cell = sheet.getCell(row, first)
  cell.value = text
  cell.font = isTitle ? { name: typeface, size: 16, bold: true } : { name: typeface, size: 11 }
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true }
  if (last > first) sheet.mergeCells(row, first, row, last)
}

function addNote(sheet: Worksheet, row: number, note: string, widths: readonly number[]): void {
  put(sheet, row, 1, widths.length, note, 'left', false)
  sheet.getRow(row).height = linesOf(note, widths.reduce((sum, one) => sum + one, 0) - 2) * lineHeight + 5
}

function drawGrid(sheet: Worksheet, firstRow: number, lastRow: number, columnCount: number): void {
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (let column = 1; column <= columnCount; column += 1) {
      const cell = sheet.getCell(row, column)
      cell.border = ruled
      cell.font = { name: typeface, size: 11 }
    }
  }
}

function figureCells(cells: readonly PlacedCell[], publication: Publication): FigureCells {
  return new Map(cells.flatMap(({ cell, row, column }) => {
    const figure = cell.figure === undefined ? undefined : publication.figures.get(cell.figure)
    return figure === undefined ? [] : [[figure.id, { figure, position: { row: row + 1, column: column + 1 } }] as const]
  }))
}

function fillCell(sheet: Worksheet, placed: PlacedCell, isHead: boolean, figures: FigureCells): void {
  const { row, column, rowSpan, columnSpan, emphasis } = placed
  const target = sheet.getCell(row + 1, column + 1)
  setContent(target, placed, figures)
  target.font = { name: typeface, size: 11, bold: isHead || emphasis === 'total' }
  target.alignment = alignmentOf(placed)
  if (rowSpan > 1 || columnSpan > 1) sheet.mergeCells(row + 1, column + 1, row + rowSpan, column + columnSpan)
}

function setContent(target: Cell, { cell }: PlacedCell, figures: FigureCells): void {
  const content = cellContent(cell, figures)
  switch (content.kind) {
    case 'blank':
      return
    case 'text':
      target.value = content.text
      // A code stays text when a reader edits it. Long words must not be marked so: some programs show none of them then.
      if (/^[\d.,]+$/u.test(content.text)) target.numFmt = '@'
      return
    case 'number':
      target.value = content.value
      target.numFmt = content.format
      return
    case 'sum':
      target.value = { formula: content.formula, result: content.value, date1904: false }
      target.numFmt = content.format
      if (content.note !== undefined) target.note = content.note
      return
  }
}

function alignmentOf({ cell }: PlacedCell): Partial<Alignment> {
  const horizontal = cell.align === 'end' ? 'right' : cell.align === 'centre' ? 'center' : 'left'
  const isAmount = cell.align === 'end'
  return { horizontal, vertical: 'middle', wrapText: !isAmount, ...(cell.indent === undefined || isAmount ? {} : { indent: cell.indent }) }
}
