/**
 * The notes above a table that share a line of the page: 部门名称：… at one end and 单位：万元 at the other, at most one more
 * (a year) between them.
 *
 * @module
 */

/** Whether the texts of one line are such notes. */
export function isNoteLine(texts: readonly string[]): boolean {
  return texts.length <= 3 && isNote(texts[0]) && isNote(texts.at(-1))
}

/** The notes of a line, each by itself; a line that is something else comes back whole. Tabs divide, and blanks before a unit. */
export function divideNotes(line: string): readonly string[] {
  for (const gap of [/\t+/u, /(?:\s|\u3000)+(?=(?:金额)?单位\s*[:：])/u]) {
    const texts = line.split(gap).map((text) => text.trim()).filter((text) => text !== '')
    if (texts.length > 1 && isNoteLine(texts)) return texts
  }
  return [line]
}

function isNote(text: string | undefined): boolean {
  return text !== undefined && /^[^:：\d]{1,12}[:：]/u.test(text)
}
