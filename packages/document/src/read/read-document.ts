import type { Result } from '@mingzhang/figures'
import type { DocumentTree } from '../document-tree.ts'
import { csvTree, looksLikeCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { looksLikeMarkdown, markdownTree } from './markdown.ts'
import { defaultReadLimits, type ReadLimits } from './read-limits.ts'
import { textTree } from './text.ts'

/**
 * Reads a document in any format that has a reader; `name` is what reports call it.
 *
 * The format is told by the content alone: a file name is what somebody typed.
 */
export function readDocument(bytes: Uint8Array, name: string, limits: ReadLimits = defaultReadLimits): Result<DocumentTree> {
  const text = decodeText(bytes, name, limits)
  if (!text.ok) return text
  if (looksLikeMarkdown(text.value)) return markdownTree(text.value, name, limits)
  if (looksLikeCsv(text.value)) return csvTree(text.value, name, limits)
  return textTree(text.value, name, limits)
}
