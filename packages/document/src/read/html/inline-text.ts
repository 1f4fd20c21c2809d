export interface InlineText {
  /** Adds text to the open line; `fresh` begins a new line first. */
  add(text: string, fresh: boolean): void
  /** Ends the open line. */
  end(): void
}

/** Collects the text of a line as a browser shows it: runs of blanks are one, and the line's ends have none. */
export function createInlineText(onLine: (line: string) => void): InlineText {
  let parts: string[] = []
  const end = (): void => {
    const line = collapseBlanks(parts.join(''))
    parts = []
    if (line !== '') onLine(line)
  }
  return {
    add(text, fresh) {
      if (fresh) end()
      parts.push(text)
    },
    end,
  }
}

/** One blank for many; none where a line of the source was broken between two Chinese characters. */
export function collapseBlanks(text: string): string {
  return text
    .replace(/(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])/gu, '')
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/[ \t\r\n\f\u00a0]+/gu, ' ')
    .trim()
}
