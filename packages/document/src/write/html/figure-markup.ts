import { dimensionIds, type Region } from '@mingzhang/figures'
import type { PublishedFigure } from '../../publication.ts'
import { escapeHtml } from './markup.ts'

/** Writes the figures of one page: the first print of a figure carries its id. */
export function figureWriter(figures: ReadonlyMap<string, PublishedFigure>): (id: string, text: string) => string {
  const written = new Set<string>()
  return (id, text) => {
    const figure = figures.get(id)
    if (figure === undefined) throw new Error(`the publication has no figure ${id}`)
    const anchor = written.has(id) ? '' : ` id="f-${attributeId(id)}"`
    written.add(id)
    return `<data${anchor} class="f" value="${valueOf(figure, text)}" data-figure="${escapeHtml(id)}" data-kind="${figure.kind}" data-label="${escapeHtml(figure.label)}"${exactOf(figure)} data-region='${regionJson(figure.region)}'>${escapeHtml(text)}</data>`
  }
}

/** An id that an address can name: blanks are not allowed in one. */
export const attributeId = (id: string): string => escapeHtml(id.replace(/\s+/gu, '-'))

/** What is printed, in fen; a percentage as printed; nothing for a blank. */
function valueOf(figure: PublishedFigure, text: string): string {
  if (figure.printed !== undefined) return String(figure.printed)
  return figure.exact === undefined ? escapeHtml(text) : ''
}

const exactOf = (figure: PublishedFigure): string => (figure.exact === undefined ? '' : ` data-exact="${figure.exact}"`)

/** Dimensions in their fixed order: equal regions are equal texts. */
function regionJson(region: Region): string {
  const pairs: string[] = []
  for (const dimension of dimensionIds) {
    const node = region[dimension]
    if (node !== undefined) pairs.push(`"${dimension}":${JSON.stringify(node)}`)
  }
  // The attribute stands in single quotes, so that JSON stays readable.
  return `{${pairs.join(',')}}`.replace(/[&<>']/gu, (character) => escapeHtml(character))
}
