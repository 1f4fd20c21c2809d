/**
 * Printed labels in one canonical spelling, so that a word is found whatever brackets, quotes or blanks a document uses.
 *
 * @module
 */

/**
 * The label without white space and quotes, with compatible characters unified (NFKC) and every bracket as `()`.
 *
 * Circled numbers stay as printed: turned into plain digits they would run into the word behind them.
 */
export function normaliseLabel(text: string): string {
  return text
    .replace(/[^\u2460-\u2473]+/gu, (run) => run.normalize('NFKC'))
    .replace(/[\s\u200b-\u200d\u2060\u00ad]+/gu, '')
    .replace(/["'“”‘’「」『』〝〞]/gu, '')
    .replace(/[【〔[{]/gu, '(')
    .replace(/[】〕\]}]/gu, ')')
}

/** A label without its numbering, and the numbering that was taken off (empty when there was none). */
export interface StrippedLabel {
  readonly text: string
  readonly marker: string
}

const CHINESE_NUMERAL = '[一二三四五六七八九十百]{1,4}'

/** 一、 and (一); 1. 1、 1) and (1); ①; 其中: — a digit after the point means that it is an amount and stays. */
const numbering = new RegExp(
  [
    `^${CHINESE_NUMERAL}[、.:]`, `^\\(${CHINESE_NUMERAL}\\)[、.]?`, '^\\(\\d{1,2}\\)[、.]?', '^\\d{1,2}[、)]', '^\\d{1,2}\\.(?!\\d)',
    '^[\\u2460-\\u2473][、.]?', '^其中[:,、]',
  ].join('|'),
  'u',
)

/** Takes every leading numbering off: `其中：①公务用车购置费` is `公务用车购置费` with the marker `其中:①`. Both are normalised. */
export function stripNumbering(label: string): StrippedLabel {
  let text = normaliseLabel(label)
  let marker = ''
  for (;;) {
    const match = numbering.exec(text)
    if (match === null) return { text, marker }
    marker += match[0]
    text = text.slice(match[0].length)
  }
}
