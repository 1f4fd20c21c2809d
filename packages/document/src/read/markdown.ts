import type { Result } from '@mingzhang/figures'
import type { DocumentTree } from '../document-tree.ts'
import { decodeText } from './decode-text.ts'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'
import { splitLines } from './split-lines.ts'
import { createTreeBuilder } from './tree-builder.ts'

/**
 * Reads Markdown: pipe tables become grids, every other line a paragraph without its heading marks.
 *
 * A line is a table row when it begins with a pipe or stands in a table whose delimiter row (`| --- | --- |`) follows
 * its head. Emphasis inside text stays as written.
 */
export function readMarkdown(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Result<DocumentTree> {
  const text = decodeText(bytes, name, limits)
  return text.ok ? markdownTree(text.value, name, limits) : text
}

/** The tree of text that is already decoded. */
export function markdownTree(text: string, name: string, limits: ReadLimits): Result<DocumentTree> {
  const builder = createTreeBuilder(name, 'markdown', limits)
  const lines = splitLines(text)
  let insideTable = false
  lines.forEach((line, index) => {
    const trimmed = line.trim()
    if (isDelimiterRow(trimmed)) return
    const isRow = trimmed.startsWith('|') || (trimmed.includes('|') && (insideTable || isDelimiterRow((lines[index + 1] ?? '').trim())))
    insideTable = isRow
    if (isRow) builder.row(pipeCells(trimmed), { line: index + 1 })
    else builder.paragraph(withoutHeadingMarks(trimmed).replace(/^(?:[-*_]\s*){3,}$/u, ''), { line: index + 1 })
  })
  return builder.finish()
}

/** The heading's text; marks at its end go only when there are marks before it. Plain steps: a line of blanks must stay cheap. */
function withoutHeadingMarks(line: string): string {
  const opening = /^#{1,6}\s+/u.exec(line)
  if (opening === null) return line
  const text = line.slice(opening[0].length).trimEnd()
  const bare = text.replace(/#+$/u, '')
  return bare !== text && /\s$/u.test(bare) ? bare.trimEnd() : text
}

/** Whether text is Markdown: it has a delimiter row below a row with pipes, or headings with marks and no tabs. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = splitLines(text.slice(0, 64 * 1024)).map((line) => line.trim())
  const hasTable = lines.some((line, index) => isDelimiterRow(line) && (lines[index - 1] ?? '').includes('|'))
  return hasTable || (!text.includes('\t') && lines.some((line) => /^#{1,6}\s+\S/u.test(line)))
}

function isDelimiterRow(line: string): boolean {
  return line.includes('|') && /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/u.test(line)
}

/** The cells between the pipes; `\|` is a pipe inside a cell. */
function pipeCells(line: string): readonly string[] {
  const inner = line.replace(/^\|/u, '').replace(/(?<!\\)\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((cell) => cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/giu, ''))
}
