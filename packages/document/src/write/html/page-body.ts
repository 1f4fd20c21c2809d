import type { Publication, TextBlock } from '../../publication.ts'
import { type ContentsEntry, contentsOf } from '../contents.ts'
import { attributeId, figureWriter } from './figure-markup.ts'
import { html, type Markup, nothing, trusted } from './markup.ts'
import { tableMarkup } from './table-markup.ts'

/** The table of contents: parts, and under each its sections, tables and forms. */
export function contentsMarkup(publication: Publication): Markup {
  const parts: { readonly part: ContentsEntry | undefined; readonly entries: ContentsEntry[] }[] = []
  for (const entry of contentsOf(publication)) {
    const last = parts.at(-1)
    if (entry.level === 1) parts.push({ part: entry, entries: [] })
    else if (last === undefined) parts.push({ part: undefined, entries: [entry] })
    else last.entries.push(entry)
  }
  const link = (entry: ContentsEntry) => html`<a href="#${trusted(attributeId(entry.id))}">${entry.text}</a>`
  const items = (entries: readonly ContentsEntry[]) => entries.map((entry) => html`<li>${link(entry)}</li>\n`)
  return html`<ol>
${parts.map(({ part, entries }) => {
    if (part === undefined) return html`${items(entries)}`
    return html`<li class="part">${link(part)}${entries.length === 0 ? nothing : html`\n<ol>\n${items(entries)}</ol>\n`}</li>\n`
  })}</ol>`
}

/** The blocks in reading order, each part a section of its own. */
export function blocksMarkup(publication: Publication): Markup {
  const figure = figureWriter(publication.figures)
  const written: Markup[] = []
  /** The rank of the heading that what follows stands under; the page's title is 1. No rank is left out on the way down. */
  let rank = 1
  let open = false
  for (const block of publication.blocks) {
    switch (block.kind) {
      case 'heading': {
        const id = trusted(attributeId(block.id))
        if (block.level === 1) {
          written.push(html`${open ? trusted('</section>\n') : nothing}<section class="part" aria-labelledby="${id}">\n<h2 id="${id}">${block.text}</h2>\n`)
          open = true
          rank = 2
        } else {
          rank = Math.min(block.level + 1, rank + 1)
          const heading = trusted(`h${String(rank)}`)
          written.push(html`<${heading} id="${id}">${block.text}</${heading}>\n`)
        }
        break
      }
      case 'text':
        written.push(textMarkup(block, figure))
        break
      case 'table':
        // A table stands beside the sections of its part, whatever came before it.
        rank = open ? 3 : 2
        written.push(tableMarkup(block, rank, figure))
        break
    }
  }
  return html`${written}${open ? trusted('</section>\n') : nothing}`
}

function textMarkup(block: TextBlock, figure: (id: string, text: string) => string): Markup {
  const runs = block.runs.map((run) => (run.figure === undefined ? html`${run.text}` : trusted(figure(run.figure, run.text))))
  return html`<p class="${block.style}">${runs}</p>\n`
}
