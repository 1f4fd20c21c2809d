/** Bytes of small documents, and the plain content of what was read. */
import type { Problem, Result } from '@mingzhang/figures'
import type { DocumentTree } from '../../src/index.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Every block as plain content: a string for a paragraph, rows of cells for a grid. */
export function contentOf(result: Result<DocumentTree>): readonly (string | readonly (readonly string[])[])[] {
  return treeOf(result).blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map((cell) => cell.text)),
  )
}

export function treeOf(result: Result<DocumentTree>): DocumentTree {
  if (!result.ok) throw new Error(`not read: ${result.problem.code}`)
  return result.value
}

export function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('read, although it should not be')
  return result.problem
}
