/**
 * Where a figure is printed, in the reader's words (table, row, column, sentence) and in the document tree's
 * coordinates (block, row and column index), so that a report can both name it and show it.
 *
 * Everything but the document is optional: a format states what it knows.
 */
export interface Place {
  /** The document's name: usually the file's base name. */
  readonly document: string
  /** 1-based page, where the format has pages. */
  readonly page?: number
  /**
   * Left, bottom, right and top on that page, in points as its PDF counts them: from the lower left corner of the paper
   * before it is turned for reading. Of a part that goes on over a page break, what stands on `page`.
   */
  readonly box?: readonly [number, number, number, number]
  /** How sure text recognition is of what is printed there, from 0 to 100. Absent: it was read, not recognised. */
  readonly certainty?: number
  /** 1-based line of a text file. */
  readonly line?: number
  /** The table's printed title. */
  readonly table?: string
  /** The row's printed label: its code, else its name. */
  readonly row?: string
  /** The column's printed heads, outermost first, joined with ` / `. */
  readonly column?: string
  /** The heading of the narrative section that holds the sentence. */
  readonly section?: string
  /** The project form that holds it: the project's name as printed. */
  readonly form?: string
  /** The field or indicator of the form. */
  readonly field?: string
  /** Index of the block in the document tree. */
  readonly block?: number
  /** Row index inside the block's grid, from 0. */
  readonly rowIndex?: number
  /** Column index inside the block's grid, from 0. */
  readonly columnIndex?: number
  /** First character inside the paragraph or cell, and the one after the last. */
  readonly start?: number
  readonly end?: number
}

/** Names the place as a person would: `预算支出总表 行 21011 列 合计`, `一、收支变动 第 517 行`. */
export function describePlace(place: Place): string {
  const parts: string[] = []
  if (place.form !== undefined) parts.push(`绩效表“${place.form}”`)
  if (place.table !== undefined) parts.push(place.table)
  if (place.section !== undefined && place.table === undefined && place.form === undefined) parts.push(`“${place.section}”`)
  if (place.row !== undefined) parts.push(`行 ${place.row}`)
  if (place.column !== undefined) parts.push(`列 ${place.column}`)
  if (place.field !== undefined) parts.push(place.field)
  const where = place.page === undefined ? (place.line === undefined ? '' : `第 ${place.line} 行`) : `第 ${place.page} 页`
  if (parts.length === 0) return where === '' ? place.document : where
  return where === '' ? parts.join(' ') : `${parts.join(' ')}（${where}）`
}
