/**
 * Whether the texts of one line are the notes above a table: 部门名称：… at one end and 单位：万元 at the other, at most one
 * more (a year) between them. They are separate lines of text that share a line of the page.
 */
export function isNoteLine(texts: readonly string[]): boolean {
  const isNote = (text: string | undefined): boolean => text !== undefined && /^[^:：\d]{1,12}[:：]/u.test(text)
  return texts.length <= 3 && isNote(texts[0]) && isNote(texts.at(-1))
}
