/** How many terminal columns a text takes: two for a Chinese character, none for colour codes. */
export type WidthOf = (text: string) => number

/**
 * The text in lines of at most `width` columns.
 *
 * Chinese breaks between any two characters; numbers and Latin words stay whole, closing punctuation never begins a
 * line and opening punctuation never ends one. A single word wider than the line stands alone and overflows.
 */
export function wrapText(text: string, width: number, widthOf: WidthOf): readonly string[] {
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  for (const piece of pieces(text)) {
    const pieceWidth = widthOf(piece)
    if (lineWidth > 0 && lineWidth + widthOf(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      lineWidth = 0
    }
    if (lineWidth === 0 && piece.trim() === '') continue
    line += piece
    lineWidth += pieceWidth
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** The text filled with spaces to `width` columns; longer text stays as it is. */
export function padText(text: string, width: number, widthOf: WidthOf): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** What may not be broken: a character or word, with the opening marks before it and the closing marks and spaces after it. */
function pieces(text: string): readonly string[] {
  return text.match(piece) ?? []
}

const opening = '（《“‘【〔「『〈('
const closing = '、，。；：？！）》”’】〕」』〉%％…—,.;:?!)'
const word = '[0-9A-Za-z+\\-−–./_@#&=~^$<>|\\\\\'"`*,:%]'
const piece = new RegExp(`[${opening}]*(?:${word}+|[^\\s])?[${closing}]*\\s*`, 'gu')
