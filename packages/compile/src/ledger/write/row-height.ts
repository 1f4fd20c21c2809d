import type { Row } from 'exceljs'

/** Gives a row the height that its wrapped texts need: office suites do not all do it when they open a file. Widths in characters. */
export function fitHeight(row: Row, texts: readonly (string | undefined)[], widths: readonly number[]): void {
  const lines = Math.max(1, ...texts.map((text, index) => linesOf(text ?? '', widths[index] ?? 10)))
  if (lines > 1) row.height = Math.min(highest, lines * pointsPerLine + 2)
}

const pointsPerLine = 16

/** A row of a spreadsheet is not higher. */
const highest = 409

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width - 1))), 0)
}

/** A Chinese character takes two places. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1
  return width
}
