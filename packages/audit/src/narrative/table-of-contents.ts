import type { Block, DocumentTree } from '@mingzhang/document'
import { lineNumbering } from './numbering.ts'
import { plainText } from './plain-text.ts'

/**
 * The block indexes of the table of contents (目录), dot leaders and page numbers included.
 *
 * It begins at the line 目录 and ends where its first entry comes back as a heading, where the numbering starts again
 * without a page number, or at the first line that is a sentence. Lines with dot leaders belong to it wherever they stand.
 */
export function contentsBlocks(tree: DocumentTree): ReadonlySet<number> {
  const contents = new Set<number>()
  const entries: string[] = []
  let inside = false
  tree.blocks.forEach((block, index) => {
    const line = lineOf(block)
    if (line === undefined) return void (inside = false)
    const entry = entryText(line)
    if (/^目录$|^目次$/u.test(line.replace(/\s/gu, ''))) {
      inside = true
      contents.add(index)
    } else if (hasPageNumber(line)) {
      if (inside || /(?:\.{3,}|…|·{3,})/u.test(line)) contents.add(index)
      if (inside) entries.push(entry)
    } else if (inside) {
      if (entry.length > 60 || /[。；]/u.test(line) || entries.includes(entry) || restarts(line, entries[0])) inside = false
      else {
        contents.add(index)
        entries.push(entry)
      }
    }
  })
  return contents
}

/** A paragraph's text, or that of a grid whose rows are an entry and its page number; `undefined` for any other grid. */
function lineOf(block: Block): string | undefined {
  if (block.kind === 'paragraph') return block.text
  const rows = block.rows.map((row) => row.cells.map((cell) => cell.text).filter((text) => text !== ''))
  const isContents = rows.every((cells) => cells.length <= 2 && (cells.length < 2 || /^\d{1,3}$/u.test(cells[1] ?? '')))
  return isContents ? rows.map((cells) => cells.join('\t')).join('\n') : undefined
}

function hasPageNumber(line: string): boolean {
  return /(?:\.{3,}|…|·{3,}|．{3,}|\t)\s*-?\s*\d{1,3}\s*-?\s*$/u.test(line)
}

function entryText(line: string): string {
  return line.replace(/(?:\.{3,}|…+|·{3,}|．{3,}|\t)[\s\S]*$/u, '').replace(/\s/gu, '')
}

function restarts(line: string, firstEntry: string | undefined): boolean {
  const first = firstEntry === undefined ? undefined : lineNumbering(plainText(firstEntry))
  const own = lineNumbering(plainText(line))
  return first !== undefined && own?.level === first.level && own.ordinal === first.ordinal
}
