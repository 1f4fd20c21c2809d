/** Publications of a single table or a few lines, for tests of what a writer does with them. */
import { type Fen, fen } from '@mingzhang/money'
import type { Publication, PublicationBlock, PublicationCell, PublishedFigure, TableBlock, TextBlock } from '../../src/publication.ts'

export function publicationOf(blocks: readonly PublicationBlock[], figures: readonly PublishedFigure[] = []): Publication {
  return {
    title: '2024年度部门预算公开', body: '清河县文化馆', year: 2024, coverLines: [], created: new Date(Date.UTC(2024, 1, 23)), blocks,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  }
}

export const textBlock = (text: string): TextBlock => ({ kind: 'text', style: 'body', runs: [{ text }] })

/** An amount in 万元 with two decimals, in a cell; `undefined` for a blank that stands for no money. */
export function cellFigure(id: string, printed: Fen | undefined, text: string): PublishedFigure {
  return { id, region: {}, label: id, exact: printed, printed, quantum: fen(10_000), text, kind: 'cell' }
}

export const words = (text: string): PublicationCell => ({ text, align: 'start' })
export const amount = (figure: PublishedFigure, sumOf?: readonly string[]): PublicationCell =>
  ({ text: figure.text, align: 'end', figure: figure.id, ...(sumOf === undefined ? {} : { sumOf }) })

/** A table of the given rows, with a head that names its columns; columns are equally wide. */
export function tableOf(id: string, title: string, head: readonly string[], body: readonly (readonly PublicationCell[])[]): TableBlock {
  return {
    kind: 'table', id, style: 'statement', title, orientation: 'portrait', unit: '单位：万元',
    columns: head.map(() => ({ width: 1 })),
    head: [{ cells: head.map((text) => ({ text, align: 'centre', heads: 'column' })) }],
    body: body.map((cells) => ({ cells })),
    notes: [],
  }
}
