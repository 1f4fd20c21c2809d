/**
 * Reads the head of a table: which rows are heads, and what stands above each column.
 *
 * A head that spans several columns or rows arrives as one text with blanks beside and below it. A blank belongs to the
 * text on its left as long as both stand under the same head; otherwise it belongs to the text above.
 *
 * @module
 */
import type { Grid, GridRow } from '@mingzhang/document'
import { type Region, meetRegions } from '@mingzhang/figures'
import { stripNumbering, type Word } from '@mingzhang/vocabulary'
import { type LabelLookup, plainLabel } from './label-lookup.ts'

export interface TableColumn {
  readonly index: number
  /** The heads above the column, outermost first, each once. */
  readonly heads: readonly string[]
  readonly side: 'only' | 'revenue' | 'expenditure'
  readonly role: 'code' | 'label' | 'name' | 'value'
  /** What the heads say together; `undefined` when one of them is unknown or they exclude each other. */
  readonly region: Region | undefined
  /** The head that is not in the vocabulary. */
  readonly unknown: string | undefined
}

export interface TableHeader {
  readonly columns: readonly TableColumn[]
  /** The first row that is not a head. */
  readonly firstRow: number
}

/** Reads the head of a grid. */
export function readHeader(grid: Grid, lookup: LabelLookup, twoSided: boolean): TableHeader {
  const firstRow = countHeadRows(grid.rows, lookup)
  const width = Math.max(0, ...grid.rows.map((row) => row.cells.length))
  const chains = headChains(grid.rows.slice(0, firstRow), width)
  return { columns: chains.map((heads, index) => describeColumn(index, heads, lookup, twoSided)), firstRow }
}

/** A row of column numbers (1 2 3 …) under the heads, with or without a 栏次 before it. */
export function isIndexRow(row: GridRow): boolean {
  const texts = row.cells.map((cell) => cell.text).filter((text) => text !== '' && text !== '栏次')
  return texts.length > 1 && texts.every((text) => /^\d{1,2}$/u.test(text)) && texts.every((text, index) => index === 0 || Number(text) === Number(texts[index - 1]) + 1)
}

function countHeadRows(rows: readonly GridRow[], lookup: LabelLookup): number {
  const first = rows.findIndex((row) => isDataRow(row, lookup))
  return first === -1 ? rows.length : first
}

function isDataRow(row: GridRow, lookup: LabelLookup): boolean {
  if (isIndexRow(row)) return false
  const texts = row.cells.map((cell) => cell.text).filter((text) => text !== '')
  const [label] = texts
  if (label === undefined) return false
  if (texts.some((text) => /^[-+]?[\d,]+\.\d+$|^[\d,]{6,}$/u.test(text))) return true
  if (/^\d{3}(?:\d{2}){0,3}$/u.test(label) || stripNumbering(label).marker !== '') return true
  // 合计 in the first column of both sides of an empty table is its total row; as a head it stands further right.
  if (row.cells[0]?.text === label && texts.every((text) => text === label) && lookup.words(label, 'row').some((word) => word.role === 'total')) return true
  if (texts.length > 1 && texts.every((text) => lookup.words(text, 'column').length > 0)) return false
  return lookup.words(label, 'row').length > 0 && row.cells.findIndex((cell) => cell.text !== '') <= 1
}

function headChains(rows: readonly GridRow[], width: number): readonly (readonly string[])[] {
  const origins: number[][] = []
  rows.filter((row) => !isIndexRow(row)).forEach((row, level) => {
    const above = (column: number): number => origins[level - 1]?.[column] ?? -1
    const line: number[] = []
    for (let column = 0; column < width; column++) {
      const printed = (row.cells[column]?.text ?? '') !== ''
      const left = line[column - 1]
      const shared = left !== undefined && left >= 0 && above(left) === above(column) && sameHead(origins, level, left, column)
      // Codes that tell which cell a column's head comes from: `column` for its own, -1 for none at this level.
      line.push(printed ? column : shared ? left : -1)
    }
    origins.push(line)
  })
  const heads = rows.filter((row) => !isIndexRow(row))
  return Array.from({ length: width }, (_, column) => {
    const chain = origins.map((line, level) => heads[level]?.cells[line[column] ?? -1]?.text ?? '')
    return chain.filter((text, level) => text !== '' && text !== chain[level - 1])
  })
}

/** Whether two columns stand under the same heads at every level above. */
function sameHead(origins: readonly (readonly number[])[], level: number, left: number, column: number): boolean {
  for (let upper = 0; upper < level; upper++) if (origins[upper]?.[left] !== origins[upper]?.[column]) return false
  return true
}

function describeColumn(index: number, heads: readonly string[], lookup: LabelLookup, twoSided: boolean): TableColumn {
  const found = heads.map((head) => lookup.words(head, 'column'))
  const roles = found.flatMap((words) => words.map((word) => word.role))
  const last = found.at(-1) ?? []
  const role = (['code', 'name', 'label'] as const).find((candidate) => last.some((word) => word.role === candidate)) ?? 'value'
  const side = !twoSided ? 'only' : roles.includes('revenue') ? 'revenue' : roles.includes('expenditure') ? 'expenditure' : 'only'
  if (role !== 'value') return { index, heads, side, role, region: {}, unknown: undefined }
  const unknown = heads.find((head, level) => (found[level] ?? []).length === 0 && plainLabel(head) !== '')
  const region = heads.length === 0 || unknown !== undefined ? undefined : found.flatMap(valueWords).reduce<Region | undefined>(
    (met, word) => (met === undefined ? undefined : meetRegions(met, word.region)),
    {},
  )
  return { index, heads, side, role, region, unknown: heads.length === 0 ? '（无列头）' : unknown }
}

/** What a head says about its column: a side's head or a label column's head says nothing of the amount. */
function valueWords(words: readonly Word[]): readonly Word[] {
  const plain = words.filter((word) => word.role === undefined || word.role === 'total')
  return words.some((word) => word.role === 'revenue' || word.role === 'expenditure') ? [] : plain.slice(0, 1)
}

