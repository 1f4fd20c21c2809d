/** The format-neutral document tree, and the readers that make one of a file's bytes. */
export type { Block, DocumentFormat, DocumentTree, Grid, GridCell, GridRow, Paragraph } from './document-tree.ts'
export type * from './publication.ts'
export { defaultReadLimits, type ReadLimits } from './read/read-limits.ts'
export { fileSizeProblem } from './read/file-size.ts'
export { readCsv } from './read/csv.ts'
export { readDocument } from './read/read-document.ts'
export { readMarkdown } from './read/markdown.ts'
export { readText } from './read/text.ts'
