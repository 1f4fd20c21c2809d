import type { Result } from '@mingzhang/figures'
import type { DocumentTree } from '../document-tree.ts'
import { decodeText } from './decode-text.ts'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'
import { splitLines } from './split-lines.ts'
import { createTreeBuilder } from './tree-builder.ts'

/**
 * Reads plain text whose tables are lines with tabs.
 *
 * Consecutive lines with a tab are the rows of one grid; a blank line, a line of running text or a page break ends
 * it. Lines of dashes only are rules drawn between rows and are dropped. A table that goes on after a blank line
 * arrives as two grids: whether they are one is for recognition to say.
 */
export function readText(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Result<DocumentTree> {
  const text = decodeText(bytes, name, limits)
  return text.ok ? textTree(text.value, name, limits) : text
}

/** The tree of text that is already decoded. */
export function textTree(text: string, name: string, limits: ReadLimits): Result<DocumentTree> {
  const builder = createTreeBuilder(name, 'text', limits)
  splitLines(text).forEach((line, index) => {
    if (line.startsWith('\f')) builder.endGrid()
    if (isRule(line)) return
    if (line.includes('\t')) builder.row(line.split('\t'), { line: index + 1 })
    else builder.paragraph(line, { line: index + 1 })
  })
  return builder.finish()
}

/** Three dashes at least: a cell with one or two says that there is no amount. */
function isRule(line: string): boolean {
  const cells = line.split('\t').map((cell) => cell.trim()).filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => /^[-=_─]{3,}$/u.test(cell))
}
