import type { FormCell, FormLine } from './form-lines.ts'
import type { FormZone } from './form-words.ts'

/** The lines of a form by the part that they belong to. */
export type ZonedLines = Readonly<Record<FormZone | 'head', readonly FormLine[]>>

/**
 * Sorts a form's lines into its parts by their labels; a line without any continues the part before it.
 *
 * Inside the indicators a line that begins with other text stays there whatever words follow: an indicator's name may
 * be any words. `head` holds the heading, the year and what stands before the first label.
 */
export function zoneLines(lines: readonly FormLine[]): ZonedLines {
  const zones: Record<FormZone | 'head', FormLine[]> = {
    head: [], header: [], funding: [], text: [], goal: [], indicator: [], signature: [],
  }
  let current: FormZone | 'head' = 'head'
  for (const line of lines) {
    const labelled = line.cells.find((cell) => cell.label !== undefined)
    const stays = current === 'indicator' && labelled !== line.cells[0] && labelled?.label?.zone !== 'signature'
    if (labelled?.label !== undefined && !stays) current = zoneOf(line, labelled)
    zones[current].push(line)
  }
  return zones
}

function zoneOf(line: FormLine, labelled: FormCell): FormZone {
  const zone = labelled.label?.zone ?? 'header'
  // 绩效目标 may stand in front of the row of indicator heads, and 项目资金 in front of nothing else than its amounts.
  const isHead = line.cells.filter((cell) => cell.label?.zone === 'indicator' && cell.label.key === 'column').length >= 2
  return isHead ? 'indicator' : zone
}
