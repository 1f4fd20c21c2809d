/** A ledger's workbook, changed as a clerk (or somebody with worse intentions) would change it. */
import { strToU8, unzipSync, zipSync } from 'fflate'
import excel, { type Cell, type Worksheet } from 'exceljs'

export type WorkbookChange =
  | { readonly cell: string; readonly text: string }
  | { readonly cell: string; readonly number: number }
  | { readonly cell: string; readonly date: string }
  | { readonly cell: string; readonly formula: string }
  | { readonly cell: string; readonly error: '#REF!' }
  | { readonly clear: string }
  | { readonly clearRow: string }
  | { readonly merge: string }
  | { readonly hideRow: string }
  | { readonly hideColumn: string }
  | { readonly hideSheet: string }
  | { readonly deleteSheet: string }
  | { readonly addHiddenSheet: string }
  | { readonly part: string }

/** The workbook with every change made, in order. */
export async function editedWorkbook(bytes: Uint8Array, changes: readonly WorkbookChange[]): Promise<Uint8Array> {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes as never)
  const at = (place: string): readonly [Worksheet, string] => {
    const [sheet = '', rest = ''] = place.split('!')
    const found = workbook.getWorksheet(sheet)
    if (found === undefined) throw new Error(`no sheet ${sheet}`)
    return [found, rest]
  }
  const cellAt = (place: string): Cell => {
    const [sheet, cell] = at(place)
    return sheet.getCell(cell)
  }
  const parts: string[] = []
  for (const change of changes) {
    if ('cell' in change) {
      const cell = cellAt(change.cell)
      if ('text' in change) cell.value = change.text
      else if ('number' in change) cell.value = change.number
      else if ('formula' in change) cell.value = { formula: change.formula, result: 1 }
      else if ('error' in change) cell.value = { error: change.error }
      else {
        cell.value = new Date(`${change.date}T00:00:00Z`)
        cell.style = { numFmt: 'yyyy-mm-dd' }
      }
    } else if ('clear' in change) cellAt(change.clear).value = null
    else if ('clearRow' in change) {
      const [sheet, row] = at(change.clearRow)
      sheet.getRow(Number(row)).eachCell((cell) => { cell.value = null })
    } else if ('merge' in change) {
      const [sheet, range] = at(change.merge)
      sheet.mergeCells(range)
    } else if ('hideRow' in change) {
      const [sheet, row] = at(change.hideRow)
      sheet.getRow(Number(row)).hidden = true
    } else if ('hideColumn' in change) {
      const [sheet, column] = at(change.hideColumn)
      sheet.getColumn(column).hidden = true
    } else if ('hideSheet' in change) at(change.hideSheet)[0].state = 'hidden'
    else if ('deleteSheet' in change) workbook.removeWorksheet(at(change.deleteSheet)[0].id)
    else if ('addHiddenSheet' in change) workbook.addWorksheet(change.addHiddenSheet, { state: 'veryHidden' }).getCell('A1').value = 1
    else parts.push(change.part)
  }
  const edited = new Uint8Array(await workbook.xlsx.writeBuffer())
  return parts.length === 0 ? edited : zipSync({ ...unzipSync(edited), ...Object.fromEntries(parts.map((name) => [name, strToU8('x')])) })
}
