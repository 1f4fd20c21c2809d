/** The numbering at the start of a line: how deep it is, and which number. Deeper is larger. */
export interface LineNumbering {
  /** 1 第一部分, 2 一、, 3 （一）, 4 1、, 5 （1）, 6 ①. */
  readonly level: number
  /** The number as printed: 一, 12, ①. */
  readonly ordinal: string
  /** How many characters it takes, with the punctuation behind it. */
  readonly length: number
}

const chinese = '[一二三四五六七八九十]{1,4}'

const forms: readonly (readonly [number, RegExp])[] = [
  [1, new RegExp(`^\\s*第\\s*(${chinese}|\\d{1,2})\\s*(?:部分|章|篇)[、:.\\s]*`, 'u')],
  [2, new RegExp(`^\\s*(${chinese})\\s*[、.:]\\s*`, 'u')],
  [3, new RegExp(`^\\s*\\(\\s*(${chinese})\\s*\\)[、.\\s]*`, 'u')],
  [5, /^\s*\(\s*(\d{1,2})\s*\)[、.\s]*/u],
  [4, /^\s*(\d{1,2})\s*(?:、|\.(?!\d)|\))\s*/u],
  [6, /^\s*([①-⑳])[、.\s]*/u],
]

/** Reads the numbering of a line in the form of `plainText`; `undefined` when it has none. */
export function lineNumbering(plain: string): LineNumbering | undefined {
  for (const [level, form] of forms) {
    const match = form.exec(plain)
    if (match !== null) return { level, ordinal: match[1] ?? '', length: match[0].length }
  }
  return undefined
}
