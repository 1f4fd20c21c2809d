/**
 * One worksheet's XML, read row by row while it unpacks.
 *
 * @module
 */
import { dateOfSerial, plainNumber, shiftPoint } from './cell-number.ts'
import { type CellRange, columnIndex, type RawCell, type RawRow, type RawSheet } from './raw-workbook.ts'
import type { NumberStyles } from './xlsx-styles.ts'
import { attributeOf, decodeXmlText, isTrue, stringItemText } from './xml-text.ts'

/** What cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly styles: NumberStyles
  readonly from1904: boolean
  /** More rows with content than this are not kept. */
  readonly rowLimit: number
}

export interface SheetScanner {
  readonly take: (text: string) => void
  /** The sheet without its name; `undefined` when it has more rows than the limit. */
  readonly finish: () => Omit<RawSheet, 'name' | 'hidden'> | undefined
}

/** Takes a worksheet's XML in pieces of any length. */
export function scanSheet(context: SheetContext): SheetScanner {
  const rows: RawRow[] = []
  let rest = ''
  let head = ''
  let stage: 'head' | 'rows' | 'tail' = 'head'
  let lastRow = 0
  let overflow = false

  const takeRows = (): void => {
    let from = 0
    for (;;) {
      const next = nextTag(rest, from)
      if (next === undefined) break
      if (next.kind === 'end') {
        stage = 'tail'
        from = next.start
        break
      }
      const closed = closingOf(rest, next)
      if (closed === undefined) break
      const row = readRow(rest.slice(next.start, next.end), rest.slice(next.end, closed.inner), lastRow, context)
      lastRow = row.number
      from = closed.after
      if (row.cells.length === 0) continue
      if (rows.length >= context.rowLimit) overflow = true
      else rows.push(row)
    }
    rest = rest.slice(from)
  }

  return {
    take: (text) => {
      if (overflow) return
      rest += text
      if (stage === 'head') {
        const start = /<(?:\w+:)?sheetData\b[^>]*>/u.exec(rest)
        if (start === null) return
        head = rest.slice(0, start.index)
        rest = rest.slice(start.index + start[0].length)
        stage = start[0].endsWith('/>') ? 'tail' : 'rows'
      }
      if (stage === 'rows') takeRows()
    },
    finish: () => (overflow ? undefined : { rows, merges: mergesOf(rest), hiddenColumns: hiddenColumnsOf(head + rest) }),
  }
}

interface RowTag {
  readonly kind: 'row' | 'end'
  readonly start: number
  readonly end: number
}

/** The next `<row …>` or the end of the data; `undefined` until the whole tag has come in. */
function nextTag(text: string, from: number): RowTag | undefined {
  for (let start = text.indexOf('<', from); start !== -1; start = text.indexOf('<', start + 1)) {
    const end = text.indexOf('>', start)
    if (end === -1) return undefined
    const name = /^<\/?(?:\w+:)?(\w+)/u.exec(text.slice(start, Math.min(end + 1, start + 40)))?.[1]
    if (name === 'row') return { kind: 'row', start, end: end + 1 }
    if (name === 'sheetData') return { kind: 'end', start, end: end + 1 }
  }
  return undefined
}

function closingOf(text: string, tag: RowTag): { readonly inner: number; readonly after: number } | undefined {
  if (text[tag.end - 2] === '/') return { inner: tag.end, after: tag.end }
  for (let at = text.indexOf('row>', tag.end); at !== -1; at = text.indexOf('row>', at + 4)) {
    const open = text.lastIndexOf('<', at)
    if (text[open + 1] === '/') return { inner: open, after: at + 4 }
  }
  return undefined
}

function readRow(tag: string, inner: string, lastRow: number, context: SheetContext): RawRow {
  const number = Number(attributeOf(tag, 'r') ?? lastRow + 1)
  const cells: (RawCell | undefined)[] = []
  let column = -1
  for (const match of inner.matchAll(/<(?:\w+:)?c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/gu)) {
    const attributes = match[1] ?? ''
    const reference = attributeOf(attributes, 'r')
    column = reference === undefined ? column + 1 : columnIndex(reference)
    const content = match[2]
    if (content === undefined || content === '' || column < 0 || column >= widest) continue
    const cell = readCell(attributes, content, context)
    if (cell === undefined) continue
    while (cells.length < column) cells.push(undefined)
    cells[column] = cell
  }
  return { number, hidden: isTrue(attributeOf(tag, 'hidden')), cells }
}

/** A spreadsheet has no more columns than this. */
const widest = 16_384

function readCell(attributes: string, content: string, context: SheetContext): RawCell | undefined {
  const formula: { formula?: true } = /<(?:\w+:)?f[\s/>]/u.test(content) ? { formula: true } : {}
  const type = attributeOf(attributes, 't') ?? 'n'
  if (type === 'inlineStr') return textCell(stringItemText(content), formula)
  const stored = decodeXmlText(/<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</u.exec(content)?.[1] ?? '')
  if (stored === '') return formula.formula === undefined ? undefined : { text: '', kind: 'text', ...formula }
  switch (type) {
    case 's': return textCell(context.strings[Number(stored)] ?? '', formula)
    case 'b': return { text: isTrue(stored) ? 'TRUE' : 'FALSE', kind: 'boolean', ...formula }
    case 'e': return { text: stored, kind: 'error', ...formula }
    case 'd': return { text: stored.slice(0, 10), kind: 'date', ...formula }
    case 'n': return { ...numberCell(stored, context.styles[Number(attributeOf(attributes, 's') ?? '0')], context.from1904), ...formula }
    default: return textCell(stored, formula)
  }
}

function textCell(text: string, formula: { readonly formula?: true }): RawCell | undefined {
  const trimmed = text.replaceAll('\r\n', '\n').trim()
  return trimmed === '' && formula.formula === undefined ? undefined : { text: trimmed, kind: 'text', ...formula }
}

function numberCell(stored: string, style: NumberStyles[number], from1904: boolean): RawCell {
  const plain = plainNumber(stored)
  if (plain === undefined) return { text: stored, kind: 'text' }
  if (style === 'percent') return { text: `${shiftPoint(plain, 2)}%`, kind: 'number' }
  const date = style === 'date' ? dateOfSerial(plain, from1904) : undefined
  return date === undefined ? { text: plain, kind: 'number' } : { text: date, kind: 'date' }
}

function mergesOf(xml: string): readonly CellRange[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/gu)].flatMap(([tag]) => {
    const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/u.exec(attributeOf(tag, 'ref') ?? '')
    if (match === null) return []
    const [, fromLetters = '', fromRow, toLetters = '', toRow] = match
    return [{
      fromRow: Number(fromRow), toRow: Number(toRow), fromColumn: columnIndex(fromLetters) + 1, toColumn: columnIndex(toLetters) + 1,
    }]
  })
}

function hiddenColumnsOf(xml: string): RawSheet['hiddenColumns'] {
  return [...xml.matchAll(/<(?:\w+:)?col\s[^>]*>/gu)].flatMap(([tag]) =>
    isTrue(attributeOf(tag, 'hidden')) ? [{ from: Number(attributeOf(tag, 'min')), to: Number(attributeOf(tag, 'max')) }] : [])
}
