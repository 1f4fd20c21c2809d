import type { Place } from '@mingzhang/figures'
import type { Block, DocumentTree, Grid } from './document-tree.ts'
import { placeCells } from './publication-grid.ts'
import type { Publication, PublicationBlock, TableBlock } from './publication.ts'

/**
 * Returns the document tree that a reader of any format comes to: the cover, headings, texts, and each table as its title,
 * subtitle, caption, unit, grid and notes. The table of contents is left out, which repeats what stands in the blocks.
 *
 * A cell that spans is read at its first place; the other places that it covers are blank. Throws when the cells of a table
 * do not fit its columns.
 */
export function publicationTree(publication: Publication): DocumentTree {
  const name = `${publication.body}${publication.title}`
  const blocks: Block[] = []
  const nextPlace = (): Place => ({ document: name, block: blocks.length })
  const addLines = (...texts: readonly (string | undefined)[]): void => {
    for (const line of texts.flatMap((text) => text?.split('\n') ?? [])) {
      if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim(), place: nextPlace() })
    }
  }
  const add = (block: PublicationBlock): void => {
    switch (block.kind) {
      case 'heading':
        addLines(block.text)
        return
      case 'text':
        addLines(block.runs.map((run) => run.text).join(''))
        return
      case 'table':
        addLines(block.title, block.subtitle, block.caption, block.unit)
        blocks.push(gridOf(block, nextPlace()))
        addLines(...block.notes)
        return
    }
  }
  addLines(publication.body, publication.title, ...publication.coverLines)
  publication.blocks.forEach(add)
  return { name, format: 'publication', blocks }
}

function gridOf(table: TableBlock, place: Place): Grid {
  const columnCount = table.columns.length
  const texts = [table.head, table.body].flatMap((rows) => {
    const laidOut = rows.map(() => Array.from({ length: columnCount }, () => ''))
    for (const { row, column, cell } of placeCells(rows, columnCount)) laidOut[row]?.splice(column, 1, cell.text.trim())
    return laidOut
  })
  const rows = texts.map((cells, rowIndex) => {
    const rowPlace = { ...place, rowIndex }
    return { cells: cells.map((text, columnIndex) => ({ text, place: { ...rowPlace, columnIndex } })), place: rowPlace }
  })
  return { kind: 'grid', rows, place }
}
