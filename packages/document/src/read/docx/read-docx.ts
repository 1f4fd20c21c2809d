import type { Result } from '@mingzhang/figures'
import type { DocumentTree } from '../../document-tree.ts'
import { type Archive, damagedProblem, openArchive } from '../archive/open-archive.ts'
import { childOf, findElement, parseXml, type XmlElement } from '../archive/xml.ts'
import { divideNotes } from '../note-line.ts'
import { defaultReadLimits, type ReadLimits } from '../read-limits.ts'
import { createTreeBuilder, type TreeBuilder } from '../tree-builder.ts'
import { contentOf } from './content.ts'
import { embeddedSheets, type EmbeddedSheet, objectsIn } from './embedded-workbooks.ts'
import { createListNumbers } from './list-numbers.ts'
import { createTextReader, type TextReader } from './paragraph-text.ts'
import { readTable } from './word-table.ts'

/**
 * Reads a Word document (.docx): its paragraphs and tables in order, as Word shows them.
 *
 * Automatic numbers are part of the text; field codes, deleted and hidden text, headers and footers are not. A line
 * break ends a paragraph. Cells that span others leave blanks in their places; several paragraphs in a cell are lines.
 * An embedded workbook stands as the sheet that Word shows of it. A Word file does not know its pages, so places have none.
 */
export async function readDocx(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Promise<Result<DocumentTree>> {
  const archive = openArchive(bytes, name, limits)
  if (!archive.ok) return archive
  const part = mainPart(archive.value, name)
  const document = readPart(archive.value, part, name)
  if (document === undefined) return { ok: false, problem: damagedProblem(name, `里面没有正文（${part}）`) }
  if (!document.ok) return document
  const body = childOf(findElement(document.value, 'document'), 'body')
  if (body === undefined) return { ok: false, problem: damagedProblem(name, `${part} 里没有正文`) }
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const beside = (file: string): readonly XmlElement[] => {
    const read = readPart(archive.value, `${folder}${file}`, name)
    return read?.ok === true ? read.value : []
  }
  const reader = createTextReader(createListNumbers(beside('numbering.xml'), beside('styles.xml')))
  const builder = createTreeBuilder(name, 'docx', limits)
  const relations = beside(`_rels/${part.slice(folder.length)}.rels`)
  const sheets = await embeddedSheets(body, targetsOf(relations, folder), archive.value, name, limits)
  const target: Target = { reader, builder, sheets }
  addBlocks(body, target)
  const notes = childOf({ name: '', text: '', attributes: {}, children: beside('footnotes.xml') }, 'footnotes')
  for (const note of notes?.children ?? []) if (note.attributes['type'] === undefined) addBlocks(note, target)
  if (reader.hidden() > 0) {
    builder.omit({
      code: 'document.docx.hiddenText',
      place: { document: name },
      detail: `文件里有 ${String(reader.hidden())} 处隐藏文字，打印时看不到，没有读取。`,
      remedy: '公开前请在 Word 中显示隐藏文字并删除；确要公开的请取消隐藏。',
    })
  }
  return builder.finish()
}

interface Target {
  readonly reader: TextReader
  readonly builder: TreeBuilder
  /** What embedded workbooks show, by the relationship that names them. */
  readonly sheets: ReadonlyMap<string, EmbeddedSheet>
}

/** Adds the paragraphs and tables of a body, a text box or a cell of a layout table. */
function addBlocks(parent: XmlElement, target: Target): void {
  for (const block of contentOf(parent)) {
    if (target.builder.isFull()) return
    if (block.name === 'p') addParagraph(block, target)
    else if (block.name === 'tbl') addTable(block, target)
  }
}

function addParagraph(paragraph: XmlElement, target: Target): void {
  const { text, boxes } = target.reader.read(paragraph)
  addLines(text, target.builder)
  for (const id of objectsIn(paragraph)) addSheet(target.sheets.get(id), target.builder)
  for (const box of boxes) addBlocks(box, target)
}

function addSheet(sheet: EmbeddedSheet | undefined, builder: TreeBuilder): void {
  builder.endGrid()
  for (const block of sheet?.blocks ?? []) {
    if (block.kind === 'paragraph') builder.paragraph(block.text, {})
    else for (const row of block.rows) builder.row(row.cells.map(({ text }) => text), {})
    builder.endGrid()
  }
  for (const omission of sheet?.omissions ?? []) builder.omit(omission)
}

/** A paragraph per line. */
function addLines(text: string, builder: TreeBuilder): void {
  for (const line of text.split('\n').flatMap(divideNotes)) builder.paragraph(line, {})
}

function addTable(element: XmlElement, target: Target): void {
  const { reader, builder } = target
  const table = readTable(element, reader)
  builder.endGrid()
  for (const part of table.parts) {
    if (part.kind === 'row') builder.row(part.cells, {})
    else if (part.kind === 'lines') addLines(part.text, builder)
    else addBlocks(part.content, target)
  }
  builder.endGrid()
  for (const nested of table.nested) addTable(nested, target)
}

/** The entries that a part's relationships lead to, by their ids; what lies outside the file is none. */
function targetsOf(relations: readonly XmlElement[], folder: string): ReadonlyMap<string, string> {
  const inside = (findElement(relations, 'Relationships')?.children ?? []).filter(({ attributes }) => attributes['TargetMode'] !== 'External')
  return new Map(inside.map(({ attributes: { Id = '', Target: target = '' } }) => [Id, target.startsWith('/') ? target.slice(1) : `${folder}${target}`]))
}

/** The part that the package names as its document; Word calls it word/document.xml, others need not. */
function mainPart(archive: Archive, name: string): string {
  const relations = readPart(archive, '_rels/.rels', name)
  const usual = 'word/document.xml'
  if (relations?.ok !== true) return usual
  const root = findElement(relations.value, 'Relationships')
  const target = root?.children.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument') === true)?.attributes['Target']
  return target === undefined ? usual : target.replace(/^\//u, '')
}

function readPart(archive: Archive, part: string, name: string): Result<readonly XmlElement[]> | undefined {
  const content = archive.read(part)
  return content?.ok === true ? parseXml(content.value, name, part) : content
}
