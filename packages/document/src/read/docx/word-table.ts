import { childOf, type XmlElement } from '../archive/xml.ts'
import { padRows } from '../span-grid.ts'
import { contentOf, isOn, numberOf } from './content.ts'
import type { TextReader } from './paragraph-text.ts'

/** What a table comes to: rows of a grid, lines of text, and the content of cells that only lay other tables out. */
export type TablePart =
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  | { readonly kind: 'lines'; readonly text: string }
  | { readonly kind: 'layout'; readonly content: XmlElement }

export interface WordTable {
  readonly parts: readonly TablePart[]
  /** Tables inside cells that hold something else too: they follow the table as grids of their own. */
  readonly nested: readonly XmlElement[]
}

/** Reads a table; a table of one column is a frame around lines of text. */
export function readTable(table: XmlElement, reader: TextReader): WordTable {
  const nested: XmlElement[] = []
  const rows = contentOf(table).filter(({ name }) => name === 'tr').flatMap((row): readonly (readonly string[] | XmlElement)[] => {
    const properties = childOf(row, 'trPr')
    if (isOn(childOf(properties, 'del')) || isOn(childOf(properties, 'hidden'))) return []
    const cells = contentOf(row).filter(({ name }) => name === 'tc')
    const holders = cells.filter((cell) => tablesIn(cell).length > 0)
    const [holder] = holders
    if (holder !== undefined && holders.length === 1 && cells.every((cell) => cell === holder || isEmpty(cell))) return [holder]
    nested.push(...holders.flatMap(tablesIn))
    return [readRow(cells, properties, reader)]
  })
  const texts = padRows(rows.flatMap((row) => (isElement(row) ? [] : [row])))
  const isFrame = texts.every((row) => row.length <= 1)
  let next = 0
  const parts = rows.map((row): TablePart => {
    if (isElement(row)) return { kind: 'layout', content: row }
    const cells = texts[next++] ?? []
    return isFrame ? { kind: 'lines', text: cells[0] ?? '' } : { kind: 'row', cells }
  })
  return { parts, nested }
}

function isElement(row: readonly string[] | XmlElement): row is XmlElement {
  return 'children' in row
}

function readRow(cells: readonly XmlElement[], properties: XmlElement | undefined, reader: TextReader): readonly string[] {
  const before = blanks(numberOf(childOf(properties, 'gridBefore')) ?? 0)
  const after = blanks(numberOf(childOf(properties, 'gridAfter')) ?? 0)
  return [...before, ...cells.flatMap((cell) => readCell(cell, reader)), ...after]
}

/** The cell's text and a blank for every further column that it spans. A cell that goes on from above or from the left is blank. */
function readCell(cell: XmlElement, reader: TextReader): readonly string[] {
  const properties = childOf(cell, 'tcPr')
  const goesOn = ['vMerge', 'hMerge'].some((merge) => {
    const property = childOf(properties, merge)
    return property !== undefined && property.attributes['val'] !== 'restart'
  })
  // Read in any case: its paragraphs count in their lists, and fields can end in it.
  const text = contentOf(cell).filter(({ name }) => name === 'p').map((paragraph) => cellText(paragraph, reader)).filter((line) => line.trim() !== '').join('\n')
  return [goesOn ? '' : text, ...blanks((numberOf(childOf(properties, 'gridSpan')) ?? 1) - 1)]
}

function cellText(paragraph: XmlElement, reader: TextReader): string {
  const { text, boxes } = reader.read(paragraph)
  const boxed = boxes.flatMap((box) => contentOf(box).filter(({ name }) => name === 'p').map((inner) => cellText(inner, reader)))
  return [text, ...boxed].filter((line) => line !== '').join('\n')
}

function tablesIn(cell: XmlElement): readonly XmlElement[] {
  return contentOf(cell).filter(({ name }) => name === 'tbl')
}

/** Whether a cell prints nothing. */
function isEmpty(cell: XmlElement): boolean {
  return !hasText(cell)
}

function hasText(element: XmlElement): boolean {
  return contentOf(element).some((child) => (child.name === '#text' ? child.text.trim() !== '' : hasText(child)))
}

/** No printed table is wider than this; a file that says so wants to fill the memory. */
const widest = 1_000

function blanks(count: number): readonly string[] {
  return Array.from({ length: Math.min(Math.max(count, 0), widest) }, () => '')
}
