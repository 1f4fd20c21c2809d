/**
 * The lines above a table as titles: one line each, or two that are one title broken over the page's width.
 *
 * @module
 */
import type { Paragraph } from '@mingzhang/document'
import { normaliseLabel } from '@mingzhang/vocabulary'

/** The possible titles, the likeliest first: each line from the table upwards, before it what it makes with the line above. */
export function titleLines(lines: readonly Paragraph[]): readonly string[] {
  return lines.flatMap(({ text }, index) => {
    const upper = lines[index + 1]?.text
    return upper !== undefined && continues(normaliseLabel(upper), normaliseLabel(text)) ? [`${upper}${text}`, text] : [text]
  })
}

/** Whether a line goes on in the next: a note in brackets below a title, or a title that stops before its 表. */
function continues(upper: string, lower: string): boolean {
  if (upper.length > 60 || lower.length > 40 || /[。；:]/u.test(upper + lower)) return false
  if (/^\(.+\)$/u.test(lower)) return /[表算]$/u.test(upper)
  return !/表(?:\(.+\))?$/u.test(upper) && !/^(?:附?表|第)?[\d一二三四五六七八九十]+[、.-]?\d*$/u.test(upper) && /[、和及与的)]$|(?:收入|支出|收支|经费|预算|采购|拨款|资金)$/u.test(upper) && /表(?:\(.+\))?$/u.test(lower)
    && !/(?:收支|收入|支出|经费|预算|采购).*(?:总|明细|情况|预算|支出)表/u.test(lower.replace(/^(?:支出|预算|经费|情况)*/u, ''))
}
