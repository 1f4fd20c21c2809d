/** Builds a document tree part by part and gives every part its place. */
import type { Place, Problem, Result } from '@mingzhang/figures'
import type { Block, DocumentFormat, DocumentTree, GridRow } from '../document-tree.ts'
import type { ReadLimits } from './read-limits.ts'

/** Where in the file a part stands, as far as the format knows. */
export type FilePlace = Pick<Place, 'line' | 'page' | 'box' | 'certainty'>

export interface TreeBuilder {
  /** Adds a line of running text, trimmed; a blank one only ends the grid before it. */
  paragraph(text: string, at: FilePlace): void
  /** Adds a row to the open grid, or opens one. Cells are trimmed; empty ones are columns and stay. `own` says more of each one's place. */
  row(cells: readonly string[], at: FilePlace, own?: readonly Pick<Place, 'box' | 'certainty'>[]): void
  /** Ends the open grid: the next row begins a new one. */
  endGrid(): void
  /** Says what the file holds and the tree does not. */
  omit(omission: Problem): void
  /** Whether the limit is passed: nothing more is kept, so a reader can stop. */
  isFull(): boolean
  /** The tree, or the problem that the file has more parts than the limit. */
  finish(): Result<DocumentTree>
}

export function createTreeBuilder(name: string, format: DocumentFormat, limits: ReadLimits): TreeBuilder {
  const blocks: Block[] = []
  const omissions: Problem[] = []
  let rows: GridRow[] = []
  let parts = 0

  // Past the limit nothing more is kept: memory stays bounded however the file goes on.
  const hasRoom = (count: number): boolean => {
    parts += count
    return parts <= limits.parts
  }
  const placeOf = (at: FilePlace, inside: Pick<Place, 'block' | 'rowIndex'>): Place => ({
    document: name,
    ...(at.page === undefined ? {} : { page: at.page }),
    ...(at.line === undefined ? {} : { line: at.line }),
    ...(at.box === undefined ? {} : { box: at.box }),
    ...(at.certainty === undefined ? {} : { certainty: at.certainty }),
    ...inside,
  })
  const endGrid = (): void => {
    const first = rows[0]
    if (first === undefined) return
    blocks.push({ kind: 'grid', rows, place: placeOf(first.place, { block: blocks.length }) })
    rows = []
  }

  return {
    paragraph(text, at) {
      endGrid()
      const trimmed = text.trim()
      if (trimmed === '' || !hasRoom(1)) return
      blocks.push({ kind: 'paragraph', text: trimmed, place: placeOf(at, { block: blocks.length }) })
    },
    row(cells, at, own) {
      if (!hasRoom(cells.length)) return
      const place = placeOf(at, { block: blocks.length, rowIndex: rows.length })
      rows.push({ cells: cells.map((text, columnIndex) => ({ text: text.trim(), place: { ...place, ...own?.[columnIndex], columnIndex } })), place })
    },
    endGrid,
    omit(omission) {
      omissions.push(omission)
    },
    isFull: () => parts > limits.parts,
    finish() {
      endGrid()
      if (parts <= limits.parts) return { ok: true, value: { name, format, blocks, ...(omissions.length === 0 ? {} : { omissions }) } }
      return {
        ok: false,
        problem: {
          code: 'document.file.tooManyParts',
          place: { document: name },
          detail: `文件的段落和单元格超过 ${String(limits.parts)} 个的上限。`,
          remedy: '请确认选对了文件；如果确是合订本，请按部门拆开后分别审核。',
        },
      }
    },
  }
}
