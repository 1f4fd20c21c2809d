import type { GridRow } from '@mingzhang/document'

/**
 * Whether a table sets a single comma before the last three digits and none further left (128138,600 for 128,138,600): a
 * number format of some spreadsheets. One such amount alone can be a mistake; where all large ones are written so, it is how
 * the table prints.
 */
export function setsLoneCommas(rows: readonly GridRow[]): boolean {
  const texts = rows.flatMap((row) => row.cells.map(({ text }) => text.replace(/\s/gu, '')))
  const lone = texts.filter((text) => loneComma.test(text)).length
  return lone >= 3 && !texts.some((text) => /^-?\d{1,3}(?:[,，]\d{3}){2,}(?:\.\d+)?$/u.test(text))
}

/** The amount's text without its lone comma. */
export function withoutLoneComma(text: string): string {
  return loneComma.test(text.replace(/\s/gu, '')) ? text.replace(/[,，]/gu, '') : text
}

const loneComma = /^-?\d{4,}[,，]\d{3}(?:\.\d+)?$/u
