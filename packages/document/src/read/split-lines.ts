/** The lines of a text, whatever ends them (`\n`, `\r\n`, `\r`), so that the index of a line is its number less one. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/u)
}
