import type { Place } from '@mingzhang/figures'
import type { ReportFigure } from '../../model/report.ts'
import { both, html, type Markup, nothing } from './markup.ts'
import { placeWords } from './place-words.ts'

/** A button that shows the place in the document; plain words where the document tree has no such block. */
export function placeLink(place: Place): Markup {
  const words = both(placeWords(place))
  if (place.block === undefined) return html`<span class="place">${words}</span>`
  return html`<button type="button" class="link place" data-block="${place.block}"${coordinates(place)}>${words}</button>`
}

/** A button that shows the figure in the document and what it is; its id alone when the report does not hold it. */
export function figureLink(id: string, figures: ReadonlyMap<string, ReportFigure>): Markup {
  const figure = figures.get(id)
  if (figure === undefined) return html`<code>${id}</code>`
  return html`<button type="button" class="link" data-show-figure="${id}">${both(placeWords(figure.place))}</button>`
}

function coordinates(place: Place): Markup {
  const attribute = (name: string, value: number | undefined) => (value === undefined ? nothing : html` data-${name}="${value}"`)
  return html`${[
    attribute('row', place.rowIndex),
    attribute('column', place.columnIndex),
    attribute('start', place.start),
    attribute('end', place.end),
  ]}`
}
