/**
 * Parts a sheet into lines of text (title, 单位：万元, 注) and the rows of its tables, which a sheet does not tell apart.
 *
 * @module
 */
import { isNoteLine } from '../note-line.ts'
import type { SheetRow } from './sheet-rows.ts'

export type SheetPart =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'row'; readonly row: SheetRow }

/**
 * A table begins with the first row of several cells that are not all notes (部门名称：…, 单位：万元). It goes on over blank
 * rows unless a title or a note follows them; rows at its end that are one text across the sheet, or a note, stand below it.
 */
export function sheetParts(rows: readonly SheetRow[]): readonly SheetPart[] {
  const parts: SheetPart[] = []
  let table: SheetRow[] = []
  let afterBlank = false
  const endTable = (): void => {
    const below: SheetRow[] = []
    for (let last = table.at(-1); last !== undefined && isLoose(last) && table.length > 1; last = table.at(-1)) {
      below.unshift(last)
      table.pop()
    }
    parts.push(...table.map((row): SheetPart => ({ kind: 'row', row })), ...below.flatMap(linesOf))
    table = []
  }
  for (const row of rows) {
    const filled = row.filled.map(({ text }) => text)
    if (filled.length === 0 && !(table.length > 0 && row.isCovered)) {
      afterBlank = true
      continue
    }
    if (table.length > 0 && afterBlank && (isLoose(row) || isNoteLine(filled))) endTable()
    afterBlank = false
    if (table.length === 0 && (filled.length === 1 || isNoteLine(filled))) parts.push(...linesOf(row))
    else table.push(row)
  }
  endTable()
  return parts
}

function linesOf(row: SheetRow): readonly SheetPart[] {
  return row.filled.map(({ text }) => ({ kind: 'line', text }))
}

/** One text that belongs to no column: across the sheet, too long for a label, a note, or words that stand in no label's place. */
function isLoose(row: SheetRow): boolean {
  const [only, ...others] = row.filled
  if (only === undefined || others.length > 0) return false
  const { column, text } = only
  if (row.isAcross || text.length > 60 || /^(?:附?注|备注|说明|填报说明|填表说明)\s*\d*\s*[:：]/u.test(text)) return true
  return column > 0 && !/^[-+−(（]?[\d,.]+[)）%]?$/u.test(text)
}
