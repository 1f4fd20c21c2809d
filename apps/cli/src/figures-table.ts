/** Figures as data for other programs: one row per figure, its region and its place in columns. */
import type { ReportFigure } from '@mingzhang/audit'
import { dimensionIds } from '@mingzhang/figures'

const placeKeys = ['document', 'page', 'line', 'table', 'row', 'column', 'section', 'form', 'field'] as const

/**
 * RFC 4180 with a head row, comma-separated, UTF-8 without a byte order mark. Amounts are integers in fen; an amount
 * that is not stated is empty, and `state` says why.
 */
export function figuresAsCsv(figures: readonly ReportFigure[]): string {
  const head = ['id', 'state', 'text', 'value_fen', 'quantum_fen', ...dimensionIds.map((id) => `region_${id}`), ...placeKeys]
  const rows = figures.map((figure) => [
    figure.id, figure.state, figure.text, figure.value, figure.quantum,
    ...dimensionIds.map((id) => figure.region[id]), ...placeKeys.map((key) => figure.place[key]),
  ])
  return [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** A JSON array with the figures as they stand in the JSON report. */
export function figuresAsJson(figures: readonly ReportFigure[]): string {
  return `${JSON.stringify(figures, undefined, 2)}\n`
}

function csvCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Printed text that a spreadsheet would run as a formula. A printed negative number or a dash is none. */
function isFormula(text: string): boolean {
  return /^[=@\t\r]/u.test(text) || (/^[+-]/u.test(text) && !/^[+-][\d,.]*$/u.test(text))
}
