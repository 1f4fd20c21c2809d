import type { PublicationCell, TableBlock } from '../../publication.ts'
import { pageShapes, textHeight } from './page-shape.ts'
import type { PlacedCell } from './place-cells.ts'
import { type Density, pageKindOf, type PlannedRow, sideMargin, type TablePlan } from './table-plan.ts'
import { escapeXml } from './xml.ts'
import { runXml } from './paragraph-xml.ts'

/** The ruled table itself, as WordprocessingML. Written as text: a document of 70 pages has some 12,000 cells. */
export function tableXml(table: TableBlock, plan: TablePlan): string {
  const { columnWidths, density } = plan
  const width = columnWidths.reduce((sum, one) => sum + one, 0)
  const rule = (side: string, size: number) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="auto"/>`
  const tallest = textHeight(pageShapes[pageKindOf(table)]) / 3
  const rows = [
    ...plan.head.map((row) => rowXml(row, plan, { repeats: true, splits: false })),
    // A row that is tall itself may break: kept whole it would leave half a page empty, or run off it.
    ...plan.body.map((row) => rowXml(row, plan, { repeats: false, splits: row.height > tallest })),
  ]
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>` +
    rule('top', 8) + rule('left', 8) + rule('bottom', 8) + rule('right', 8) + rule('insideH', 4) + rule('insideV', 4) +
    `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="${density.padding}" w:type="dxa"/><w:left w:w="${sideMargin}" w:type="dxa"/>` +
    `<w:bottom w:w="${density.padding}" w:type="dxa"/><w:right w:w="${sideMargin}" w:type="dxa"/></w:tblCellMar>` +
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${escapeXml(typeof table.contents === 'string' ? `${table.title}：${table.contents}` : table.title)}"/></w:tblPr>` +
    `<w:tblGrid>${columnWidths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  )
}

function rowXml(planned: PlannedRow, plan: TablePlan, options: { readonly repeats: boolean; readonly splits: boolean }): string {
  const { density, columnWidths } = plan
  const height = density.line + 2 * density.padding
  // `tblHeader` is written on head rows only: other programs take its mere presence for a yes.
  const properties =
    (options.splits ? '' : '<w:cantSplit/>') + `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` + (options.repeats ? '<w:tblHeader/>' : '')
  const cells = planned.cells.map((placed) => {
    let width = 0
    for (let at = placed.column; at < placed.column + placed.columnSpan; at += 1) width += columnWidths[at] ?? 0
    return cellXml(placed, width, planned.row.emphasis, density)
  })
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
}

function cellXml(placed: PlacedCell, width: number, emphasis: 'total' | 'group' | undefined, density: Density): string {
  const span = placed.columnSpan > 1 ? `<w:gridSpan w:val="${placed.columnSpan}"/>` : ''
  const merge = placed.merge === undefined ? '' : placed.merge === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>`
  return `<w:tc>${properties}<w:p>${paragraphProperties(placed.cell, density)}${placed.cell === undefined ? '' : runXml(placed.cell.text, weightOf(placed.cell, emphasis))}</w:p></w:tc>`
}

function paragraphProperties(cell: PublicationCell | undefined, density: Density): string {
  const indent = cell?.indent === undefined || cell.indent === 0 || cell.align !== 'start' ? '' : `<w:ind w:left="${cell.indent * density.fontSize}"/>`
  const align = cell === undefined || cell.align === 'start' ? '' : cell.align === 'centre' ? '<w:jc w:val="center"/>' : '<w:jc w:val="right"/>'
  return `<w:pPr><w:pStyle w:val="${density.style}"/>${indent}${align}</w:pPr>`
}

/** Totals and heads in bold. */
function weightOf(cell: PublicationCell, emphasis: 'total' | 'group' | undefined): string {
  if (cell.heads === 'column' || emphasis === 'total') return '<w:b/><w:bCs/>'
  return ''
}
