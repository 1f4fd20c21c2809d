export type { Block, DocumentFormat, DocumentTree, Grid, GridCell, GridRow, Paragraph } from './document-tree.ts'
