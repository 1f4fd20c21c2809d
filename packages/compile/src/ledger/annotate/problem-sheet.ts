import type { CellProblem } from '../ledger-problem.ts'
import { columnLetters } from '../raw/raw-workbook.ts'
import { escapeXml } from './sheet-comments.ts'

/** The worksheet 问题清单: every problem with its place and remedy, in plain XML. */
export function problemSheetXml(problems: readonly CellProblem[], headStyle: number, textStyle: number): string {
  const rows = [
    ['序号', '工作表', '单元格', '列', '问题', '怎样改正', '代码'],
    ...problems.map((problem, index) => [
      String(index + 1), problem.sheet, problem.cell, problem.column, problem.detail, problem.remedy, problem.code,
    ]),
  ]
  const cells = rows.map((row, rowIndex) => {
    const style = rowIndex === 0 ? headStyle : textStyle
    const columns = row.map((text, column) => {
      const reference = `${columnLetters(column)}${rowIndex + 1}`
      return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
    })
    return `<row r="${rowIndex + 1}">${columns.join('')}</row>`
  })
  const widths = [7, 14, 10, 18, 60, 60, 34].map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    + '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `<cols>${widths.join('')}</cols><sheetData>${cells.join('')}</sheetData><autoFilter ref="A1:G${rows.length}"/>`
    + '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
}
