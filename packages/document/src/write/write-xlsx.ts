import type { Publication, TableBlock } from '../publication.ts'
import { fixZipDates } from './fixed-zip-dates.ts'
import { sheetNames } from './xlsx/sheet-names.ts'
import { addStatementSheet } from './xlsx/statement-sheet.ts'

/**
 * Returns a workbook with one sheet per statutory table, in order; forms are not in it.
 *
 * An amount is the printed one, in the table's unit: what is shown is all that is there. Totals are formulas whose result is
 * the printed total; where independent rounding leaves a residue (尾差), the formula and a note of its cell state it. Same
 * publication, same bytes. Throws when the cells of a table do not fit its columns, or a total names a part outside its table.
 */
export async function writeTablesXlsx(publication: Publication): Promise<Uint8Array> {
  // Loaded only when a workbook is wanted: it is a large library.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  workbook.title = `${publication.body}${publication.title}`
  workbook.creator = publication.body
  workbook.lastModifiedBy = publication.body
  workbook.created = publication.created
  workbook.modified = publication.created
  const tables = publication.blocks.filter((block): block is TableBlock => block.kind === 'table' && block.style === 'statement')
  const names = sheetNames(tables.map((table) => table.title))
  tables.forEach((table, index) => {
    addStatementSheet(workbook, table, names[index] ?? '', publication)
  })
  // A workbook without any sheet is damaged.
  if (tables.length === 0) workbook.addWorksheet('无报表').getCell('A1').value = '没有报表'
  return fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()))
}
