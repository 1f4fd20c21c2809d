/**
 * The figures of a publication as open data: every number with its region, its print and the exact amount behind it.
 *
 * @module
 */
import type { Publication, PublishedFigure } from '@mingzhang/document'
import { dimensionIds } from '@mingzhang/figures'

export const figuresSchema = 'https://mingzhang.example/schema/published-figures/1' as const

/** The figures as JSON. Amounts are integers in fen; `null` for a percentage or a blank that means no money. */
export function figuresJson(publication: Publication): string {
  const { body, year, title } = publication
  const figures = [...publication.figures.values()].map((figure) => ({
    id: figure.id,
    kind: figure.kind,
    label: figure.label,
    region: figure.region,
    text: figure.text,
    printed_fen: figure.printed ?? null,
    quantum_fen: figure.quantum ?? null,
    exact_fen: figure.exact ?? null,
  }))
  return `${JSON.stringify({ schema: figuresSchema, body, year, title, figures }, undefined, 2)}\n`
}

/** The same as CSV (RFC 4180, UTF-8 without a byte order mark), one column per dimension. */
export function figuresCsv(publication: Publication): string {
  const head = ['id', 'kind', 'label', 'text', 'printed_fen', 'quantum_fen', 'exact_fen', ...dimensionIds.map((id) => `region_${id}`)]
  return csvText([head, ...[...publication.figures.values()].map(figureRow)])
}

function figureRow(figure: PublishedFigure): readonly (string | number | undefined)[] {
  return [
    figure.id, figure.kind, figure.label, figure.text, figure.printed, figure.quantum, figure.exact,
    ...dimensionIds.map((id) => figure.region[id]),
  ]
}

/** RFC 4180 text. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvText(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=@\t\r]/u.test(value) || (/^[+-]/u.test(value) && !/^[+-][\d,.]*$/u.test(value)) ? `'${value}` : value
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
