import type { PublicationCell, TableBlock, TableRowBlock } from '../../publication.ts'
import { attributeId } from './figure-markup.ts'
import { escapeHtml, html, type Markup, nothing, trusted } from './markup.ts'

/** A statutory table or a form with its heading, its captions above and its notes. `rank`: of the heading, 2 to 6. */
export function tableMarkup(table: TableBlock, rank: number, figure: (id: string, text: string) => string): Markup {
  const id = attributeId(table.id)
  const name = nameOf(table)
  const heading = trusted(`h${String(rank)}`)
  const of = table.style === 'form' && typeof table.contents === 'string' ? html` <span class="of">${table.contents}</span>` : nothing
  return html`<section class="table ${table.style} ${table.orientation}" id="${trusted(id)}">
<${heading}>${table.title}${of}</${heading}>
${table.subtitle === undefined ? nothing : html`<p class="subtitle">${table.subtitle}</p>\n`}${aboveMarkup(table)}<div class="scroll" role="group" tabindex="0" aria-label="${name}">
<table>
<caption class="unseen">${name}${table.unit === undefined ? nothing : html`，${table.unit}`}</caption>
${columnsMarkup(table)}${table.head.length === 0 ? nothing : trusted(`<thead>\n${rowsMarkup(table.head, 'head', figure)}</thead>\n`)}<tbody>
${trusted(rowsMarkup(table.body, 'body', figure))}</tbody>
</table>
</div>
${table.notes.map((note) => html`<p class="note">${note}</p>\n`)}</section>
`
}

/** The title, told apart from other forms of the same title. */
function nameOf(table: TableBlock): string {
  return typeof table.contents === 'string' && table.contents !== table.title ? `${table.title}：${table.contents}` : table.title
}

function aboveMarkup(table: TableBlock): Markup {
  if (table.caption === undefined && table.unit === undefined) return nothing
  return html`<p class="above"><span class="whose">${table.caption ?? ''}</span> <span class="unit">${table.unit ?? ''}</span></p>\n`
}

/** A form keeps the shape of its columns; a table of amounts is laid out by what is in it. */
function columnsMarkup(table: TableBlock): Markup {
  if (table.style === 'statement') return nothing
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0)
  return html`<colgroup>${table.columns.map((column) => html`<col style="width:${((column.width / whole) * 100).toFixed(2)}%">`)}</colgroup>\n`
}

function rowsMarkup(rows: readonly TableRowBlock[], part: 'head' | 'body', figure: (id: string, text: string) => string): string {
  return rows
    .map((row) => `<tr${row.emphasis === undefined ? '' : ` class="${row.emphasis}"`}>${row.cells.map((cell) => cellMarkup(cell, part, figure)).join('')}</tr>\n`)
    .join('')
}

function cellMarkup(cell: PublicationCell, part: 'head' | 'body', figure: (id: string, text: string) => string): string {
  // A cell of the head that names nothing is an empty corner.
  const heads = cell.text === '' ? undefined : (cell.heads ?? (part === 'head' ? 'column' : undefined))
  const tag = heads === undefined ? 'td' : 'th'
  const scope = heads === undefined ? '' : heads === 'column' ? ' scope="col"' : ' scope="row"'
  const spans = `${spanOf('colspan', cell.columnSpan)}${spanOf('rowspan', cell.rowSpan)}`
  const classes = [cell.align === 'end' ? 'n' : cell.align === 'centre' ? 'c' : '', cell.indent === undefined || cell.indent === 0 ? '' : `i${String(Math.min(cell.indent, 6))}`]
  const named = classes.filter((one) => one !== '').join(' ')
  const content = cell.figure === undefined ? escapeHtml(cell.text).replaceAll('\n', '<br>') : figure(cell.figure, cell.text)
  return `<${tag}${scope}${spans}${named === '' ? '' : ` class="${named}"`}>${content}</${tag}>`
}

const spanOf = (name: string, span: number | undefined): string => (span === undefined || span === 1 ? '' : ` ${name}="${String(span)}"`)
