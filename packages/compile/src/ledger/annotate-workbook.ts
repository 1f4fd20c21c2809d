/**
 * Problems written back to where they are: a copy of the clerk's own workbook with a comment at every cell.
 *
 * The copy is made part by part in the package. What is not named here stays as it was, byte for byte: a library that reads
 * and writes the whole workbook would lose what it does not know.
 *
 * @module
 */
import { fixZipDates } from '@mingzhang/document'
import { unzipSync, zipSync } from 'fflate'
import {
  addRelation, declareContent, freeName, type PackageParts, readPart, relatedPart, relationIds, writePart,
} from './annotate/package-parts.ts'
import { extendStyles, type StyleSheet } from './annotate/filled-styles.ts'
import { problemSheetXml } from './annotate/problem-sheet.ts'
import { addToComments, addToDrawing, type CellComment } from './annotate/sheet-comments.ts'
import { restyleCells } from './annotate/sheet-cells.ts'
import type { CellProblem } from './ledger-problem.ts'
import { workbookLimits } from './read/read-source.ts'
import { attributeOf } from './raw/xml-text.ts'
import { isWithinLimits } from './raw/zip-entries.ts'

/**
 * A copy of the workbook in which every problem with a cell is a comment on a filled cell, and a sheet 问题清单 lists them
 * all. A file that cannot be opened (protected, damaged, too large, no workbook) gives a workbook with that list alone.
 * The same input gives the same bytes.
 */
export async function annotateWorkbook(bytes: Uint8Array, problems: readonly CellProblem[]): Promise<Uint8Array> {
  const parts = openPackage(bytes)
  if (parts === undefined) return fixZipDates(zipSync(await emptyWorkbook(problems)))
  const styles = extendStyles(readPart(parts, stylePart) ?? '', problemFill)
  for (const [name, part] of sheetParts(parts)) {
    annotateSheet(parts, part, problems.filter(({ sheet, cell }) => sheet === name && isCell(cell)), styles)
  }
  addProblemSheet(parts, problems, styles)
  writePart(parts, stylePart, styles.xml())
  return fixZipDates(zipSync(parts))
}

const workbookPart = 'xl/workbook.xml'
const stylePart = 'xl/styles.xml'
const problemFill = 'FFFFC7CE'

function openPackage(bytes: Uint8Array): PackageParts | undefined {
  if (!isWithinLimits(bytes, workbookLimits.unpackedBytes)) return undefined
  const parts = unzipSync(bytes)
  return parts[workbookPart] === undefined || parts[stylePart] === undefined ? undefined : parts
}

function isCell(cell: string): boolean {
  return /^[A-Z]{1,3}[1-9]\d*$/u.test(cell)
}

function sheetParts(parts: PackageParts): ReadonlyMap<string, string> {
  const targets = relationIds(parts, workbookPart)
  const sheets = new Map<string, string>()
  for (const [tag] of (readPart(parts, workbookPart) ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)) {
    const part = targets.get(/\s\w+:id="([^"]*)"/u.exec(tag)?.[1] ?? '')
    if (part !== undefined && parts[part] !== undefined) sheets.set(attributeOf(tag, 'name') ?? '', part)
  }
  return sheets
}

function annotateSheet(parts: PackageParts, part: string, problems: readonly CellProblem[], styles: StyleSheet): void {
  if (problems.length === 0) return
  const texts = new Map<string, string[]>()
  for (const { cell, detail, remedy } of problems) texts.set(cell, [...(texts.get(cell) ?? []), `${detail}\n${remedy}`])
  const comments = [...texts].map(([cell, said]): CellComment => ({ cell, text: said.join('\n') }))
  const xml = restyleCells(readPart(parts, part) ?? '', comments.map(({ cell }) => cell), styles.filled)
  writePart(parts, part, addComments(parts, part, xml, comments))
}

/** Adds the comments and returns the sheet's XML, which refers to the drawing. */
function addComments(parts: PackageParts, part: string, xml: string, comments: readonly CellComment[]): string {
  const known = relatedPart(parts, part, 'comments')
  const list = known ?? freeName(parts, (number) => `xl/comments${number}.xml`)
  writePart(parts, list, addToComments(known === undefined ? undefined : readPart(parts, known), comments))
  if (known === undefined) {
    addRelation(parts, part, 'comments', list)
    declareContent(parts, { part: list }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml')
  }
  const drawn = relatedPart(parts, part, 'vmlDrawing')
  const drawing = drawn ?? freeName(parts, (number) => `xl/drawings/vmlDrawing${number}.vml`)
  writePart(parts, drawing, addToDrawing(drawn === undefined ? undefined : readPart(parts, drawn), comments))
  if (drawn !== undefined) return xml
  declareContent(parts, { ending: 'vml' }, 'application/vnd.openxmlformats-officedocument.vmlDrawing')
  return withLegacyDrawing(xml, addRelation(parts, part, 'vmlDrawing', drawing))
}

/** The element stands before these, in the order that the schema wants (ECMA-376 part 1, 18.3.1.99). */
const afterLegacyDrawing = /<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/u

function withLegacyDrawing(xml: string, id: string): string {
  const prefix = /<((?:\w+:)?)worksheet\b/u.exec(xml)?.[1] ?? ''
  const dataEnd = Math.max(0, xml.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\b[^>]*\/>/u))
  const next = xml.slice(dataEnd).search(afterLegacyDrawing)
  const at = next === -1 ? xml.lastIndexOf('</') : dataEnd + next
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return `${xml.slice(0, at)}<${prefix}legacyDrawing xmlns:r="${relations}" r:id="${id}"/>${xml.slice(at)}`
}

function addProblemSheet(parts: PackageParts, problems: readonly CellProblem[], styles: StyleSheet): void {
  const workbook = readPart(parts, workbookPart) ?? ''
  const tags = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)].map(([tag]) => tag)
  const names = new Set(tags.map((tag) => attributeOf(tag, 'name') ?? ''))
  const own = [...Array(tags.length + 1).keys()].map((number) => (number === 0 ? '问题清单' : `问题清单${number + 1}`)).find((name) => !names.has(name))
  const part = freeName(parts, (number) => `xl/worksheets/sheet${number}.xml`)
  writePart(parts, part, problemSheetXml(problems, styles.filled(0), styles.wrapped()))
  declareContent(parts, { part }, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml')
  const id = addRelation(parts, workbookPart, 'worksheet', part)
  const sheetId = Math.max(0, ...tags.map((tag) => Number(attributeOf(tag, 'sheetId') ?? '0'))) + 1
  const end = workbook.search(/<\/(?:\w+:)?sheets>/u)
  const prefix = /<\/((?:\w+:)?)sheets>/u.exec(workbook)?.[1] ?? ''
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const tag = `<${prefix}sheet xmlns:r="${relations}" name="${own ?? '问题清单'}" sheetId="${sheetId}" r:id="${id}"/>`
  writePart(parts, workbookPart, workbook.slice(0, end) + tag + workbook.slice(end))
}

async function emptyWorkbook(problems: readonly CellProblem[]): Promise<PackageParts> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  workbook.created = new Date(Date.UTC(2000, 0, 1))
  workbook.modified = workbook.created
  workbook.addWorksheet('问题清单')
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()))
  writePart(parts, 'xl/worksheets/sheet1.xml', problemSheetXml(problems, 0, 0))
  return parts
}
