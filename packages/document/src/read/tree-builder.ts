/** Builds a document tree part by part and gives every part its place. */
import type { Place, Result } from '@mingzhang/figures'
import type { Block, DocumentFormat, DocumentTree, GridRow } from '../document-tree.ts'
import type { ReadLimits } from './read-limits.ts'

export interface TreeBuilder {
  /** Adds a line of running text, trimmed; a blank one only ends the grid before it. */
  paragraph(text: string, line: number): void
  /** Adds a row to the open grid, or opens one. Cells are trimmed; empty ones are columns and stay. */
  row(cells: readonly string[], line: number): void
  /** Ends the open grid: the next row begins a new one. */
  endGrid(): void
  /** The tree, or the problem that the file has more parts than the limit. */
  finish(): Result<DocumentTree>
}

export function createTreeBuilder(name: string, format: DocumentFormat, limits: ReadLimits): TreeBuilder {
  const blocks: Block[] = []
  let rows: GridRow[] = []
  let parts = 0

  // Past the limit nothing more is kept: memory stays bounded however the file goes on.
  const hasRoom = (count: number): boolean => {
    parts += count
    return parts <= limits.parts
  }
  const endGrid = (): void => {
    const first = rows[0]
    if (first === undefined) return
    const { line } = first.place
    blocks.push({ kind: 'grid', rows, place: { document: name, block: blocks.length, ...(line === undefined ? {} : { line }) } })
    rows = []
  }

  return {
    paragraph(text, line) {
      endGrid()
      const trimmed = text.trim()
      if (trimmed === '' || !hasRoom(1)) return
      blocks.push({ kind: 'paragraph', text: trimmed, place: { document: name, line, block: blocks.length } })
    },
    row(cells, line) {
      if (!hasRoom(cells.length)) return
      const place: Place = { document: name, line, block: blocks.length, rowIndex: rows.length }
      rows.push({ cells: cells.map((text, columnIndex) => ({ text: text.trim(), place: { ...place, columnIndex } })), place })
    },
    endGrid,
    finish() {
      endGrid()
      if (parts <= limits.parts) return { ok: true, value: { name, format, blocks } }
      return {
        ok: false,
        problem: {
          code: 'document.file.tooManyParts',
          place: { document: name },
          detail: `文件有 ${String(parts)} 个段落和单元格，超过 ${String(limits.parts)} 个的上限。`,
          remedy: '请确认选对了文件；如果确是合订本，请按部门拆开后分别审核。',
        },
      }
    },
  }
}
