import { attributeOf } from './xml-text.ts'

/** What a cell style does to a number: shows it as a date, as a percentage, or neither. By style index. */
export type NumberStyles = readonly ('date' | 'percent' | undefined)[]

/** Reads the number formats of `styles.xml` (ECMA-376 part 1, 18.8.30 and 18.8.31). */
export function readNumberStyles(xml: string): NumberStyles {
  const custom = new Map<string, string>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/gu)) {
    custom.set(attributeOf(tag, 'numFmtId') ?? '', attributeOf(tag, 'formatCode') ?? '')
  }
  const cellStyles = /<((?:\w+:)?)cellXfs[\s>]([\s\S]*?)<\/\1cellXfs>/u.exec(xml)?.[2] ?? ''
  return [...cellStyles.matchAll(/<(?:\w+:)?xf\s[^>]*>/gu)].map(([tag]) => {
    const id = attributeOf(tag, 'numFmtId') ?? '0'
    const code = custom.get(id)
    return code === undefined ? builtIn(Number(id)) : ofFormatCode(code)
  })
}

function builtIn(id: number): 'date' | 'percent' | undefined {
  if (id === 9 || id === 10) return 'percent'
  // 27 to 36 and 50 to 58 are the dates of East Asian spreadsheets.
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) ? 'date' : undefined
}

function ofFormatCode(code: string): 'date' | 'percent' | undefined {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '')
  if (/general/iu.test(bare)) return undefined
  if (bare.includes('%')) return 'percent'
  return /[ymdhs年月日]/iu.test(bare) ? 'date' : undefined
}
