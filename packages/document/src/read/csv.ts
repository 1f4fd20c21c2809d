import type { Result } from '@mingzhang/figures'
import type { DocumentTree } from '../document-tree.ts'
import { decodeText } from './decode-text.ts'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'
import { createTreeBuilder } from './tree-builder.ts'

/**
 * Reads separated values as RFC 4180 writes them, with commas or semicolons, whichever the file uses.
 *
 * A record without anything ends a grid. Records before a grid that hold one cell only (the title, 单位：万元) are
 * paragraphs; inside a grid such a record is a row whose amounts are blank, and stays one.
 */
export function readCsv(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Result<DocumentTree> {
  const text = decodeText(bytes, name, limits)
  return text.ok ? csvTree(text.value, name, limits) : text
}

/** The tree of text that is already decoded. */
export function csvTree(text: string, name: string, limits: ReadLimits): Result<DocumentTree> {
  const builder = createTreeBuilder(name, 'csv', limits)
  let insideGrid = false
  for (const { cells, line } of csvRecords(text)) {
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0) {
      builder.endGrid()
      insideGrid = false
    } else if (cells.length === 1 || (!insideGrid && filled.length === 1)) {
      builder.paragraph(filled[0] ?? '', { line })
      insideGrid = false
    } else {
      builder.row(cells, { line })
      insideGrid = true
    }
  }
  return builder.finish()
}

/**
 * Whether text is separated values: no tabs, and most records have the same number of cells, two at least.
 *
 * Sentences with commas do not pass: no two of them have the same number.
 */
export function looksLikeCsv(text: string): boolean {
  const sample = text.slice(0, 64 * 1024)
  if (sample.includes('\t')) return false
  const records = csvRecords(sample).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (records.length < 2) return false
  const counts = new Map<number, number>()
  for (const { cells } of records) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values()) * 3 >= records.length * 2
}

/** One record of separated values. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** 1-based line of the record's first character. */
  readonly line: number
}

/** The separator that occurs more often outside quotes; a comma when neither does. */
function csvSeparator(text: string): ',' | ';' {
  const bare = text.slice(0, 64 * 1024).replace(/"[^"]*"/gu, '')
  return bare.split(';').length > bare.split(',').length ? ';' : ','
}

/** The records of decoded text (RFC 4180), with commas or semicolons, whichever it uses. */
export function csvRecords(text: string): readonly CsvRecord[] {
  const separator = csvSeparator(text)
  const records: CsvRecord[] = []
  let cells: string[] = []
  let line = 1
  let firstLine = 1
  let position = 0
  while (position < text.length) {
    const cell = readCell(text, position, separator)
    cells.push(cell.text)
    line += cell.breaks
    position = cell.end
    if (text[position] === separator) {
      position += 1
      // A separator at the very end is followed by one more, empty cell.
      if (position < text.length) continue
      cells.push('')
    }
    position += text.startsWith('\r\n', position) ? 2 : 1
    records.push({ cells, line: firstLine })
    cells = []
    line += 1
    firstLine = line
  }
  return records
}

/** One cell from `start`: quoted (with doubled quotes and line breaks inside) or plain; `end` is at what follows it. */
function readCell(text: string, start: number, separator: string): { text: string; end: number; breaks: number } {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
    return { text: text.slice(start, end), end, breaks: 0 }
  }
  let close = text.indexOf('"', start + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) close = text.length
  const quoted = text.slice(start + 1, close).replaceAll('""', '"')
  // What a careless writer puts between the closing quote and the separator still belongs to the cell.
  const rest = close < text.length ? readCell(text, close + 1, separator) : { text: '', end: close, breaks: 0 }
  return { text: quoted + rest.text, end: rest.end, breaks: (quoted.match(/\r\n|\n|\r/gu)?.length ?? 0) + rest.breaks }
}
