/**
 * Changing the style of single cells in a worksheet's XML. Everything else stays byte for byte.
 *
 * @module
 */
import { columnIndex } from '../raw/raw-workbook.ts'
import { attributeOf } from '../raw/xml-text.ts'

/** Gives each cell (`F12`) the style that `restyle` makes of its own. A cell that is not there yet is added, empty. */
export function restyleCells(xml: string, cells: readonly string[], restyle: (style: number) => number): string {
  const open = /<((?:\w+:)?)sheetData\b[^>]*>/u.exec(xml)
  if (open === null) return xml
  const prefix = open[1] ?? ''
  const byRow = new Map<number, string[]>()
  for (const cell of cells) {
    const row = rowOf(cell)
    byRow.set(row, [...(byRow.get(row) ?? []), cell])
  }
  const wanted = [...byRow].sort(([a], [b]) => a - b)
  const made: string[] = []
  let from = open.index + open[0].length
  let head = xml.slice(0, from)
  if (open[0].endsWith('/>')) {
    head = `${head.slice(0, -2)}>`
    return `${head}${wanted.map(([row, own]) => newRow(prefix, row, own, restyle)).join('')}</${prefix}sheetData>${xml.slice(from)}`
  }
  const end = xml.indexOf(`</${prefix}sheetData>`, from)
  let next = 0
  // Rows stand in order, so one pass over them meets every wanted row or the gap where it belongs.
  const rowPattern = new RegExp(`<${prefix}row\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}row>)`, 'gu')
  rowPattern.lastIndex = from
  for (let match = rowPattern.exec(xml); match !== null && match.index < end && next < wanted.length; match = rowPattern.exec(xml)) {
    const number = Number(attributeOf(match[0].slice(0, match[0].indexOf('>') + 1), 'r') ?? '0')
    made.push(xml.slice(from, match.index))
    for (let entry = wanted[next]; entry !== undefined && entry[0] < number; entry = wanted[next]) {
      made.push(newRow(prefix, entry[0], entry[1], restyle))
      next += 1
    }
    const own = wanted[next]?.[0] === number ? wanted[next]?.[1] : undefined
    made.push(own === undefined ? match[0] : changeRow(prefix, match[0], own, restyle))
    if (own !== undefined) next += 1
    from = match.index + match[0].length
  }
  const rest = wanted.slice(next).map(([row, own]) => newRow(prefix, row, own, restyle)).join('')
  return `${head}${made.join('')}${xml.slice(from, end)}${rest}${xml.slice(end)}`
}

function changeRow(prefix: string, row: string, cells: readonly string[], restyle: (style: number) => number): string {
  const tagEnd = row.indexOf('>') + 1
  const isEmpty = row[tagEnd - 2] === '/'
  const tag = isEmpty ? `${row.slice(0, tagEnd - 2)}>` : row.slice(0, tagEnd)
  let inner = isEmpty ? '' : row.slice(tagEnd, row.lastIndexOf('<'))
  for (const cell of cells) inner = changeCell(prefix, inner, cell, restyle)
  return `${tag}${inner}</${prefix}row>`
}

function changeCell(prefix: string, inner: string, cell: string, restyle: (style: number) => number): string {
  const existing = new RegExp(`<${prefix}c\\s[^>]*?\\br="${cell}"[^>]*>`, 'u').exec(inner)
  if (existing !== null) {
    const [tag] = existing
    const style = restyle(Number(attributeOf(tag, 's') ?? '0'))
    const bare = tag.replace(/\ss="\d*"/u, '')
    const styled = bare.replace(/\s*(\/?)>$/u, ` s="${style}"$1>`)
    return inner.slice(0, existing.index) + styled + inner.slice(existing.index + tag.length)
  }
  const column = columnIndex(cell)
  const later = [...inner.matchAll(new RegExp(`<${prefix}c\\s[^>]*>`, 'gu'))].find(([tag]) => columnIndex(attributeOf(tag, 'r') ?? '') > column)
  const at = later?.index ?? inner.length
  return `${inner.slice(0, at)}<${prefix}c r="${cell}" s="${restyle(0)}"/>${inner.slice(at)}`
}

function newRow(prefix: string, row: number, cells: readonly string[], restyle: (style: number) => number): string {
  const ordered = cells.toSorted((a, b) => columnIndex(a) - columnIndex(b))
  return `<${prefix}row r="${row}">${ordered.map((cell) => `<${prefix}c r="${cell}" s="${restyle(0)}"/>`).join('')}</${prefix}row>`
}

function rowOf(cell: string): number {
  return Number(cell.replace(/^[A-Z]+/u, ''))
}
