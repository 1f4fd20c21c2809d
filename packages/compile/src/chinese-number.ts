const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const places = ['', '十', '百', '千']

/** 一 … 九千九百九十九: the number of a heading, a row or an entry. Throws a `RangeError` beyond. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9_999) throw new RangeError('numbering goes from 1 to 9999')
  const printed = Array.from(String(value)).reverse().map((digit, place) => (digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${places[place] ?? ''}`)).reverse().join('')
  // One zero stands for several, none at the end, and 十 needs no 一 before it at the beginning.
  return printed.replace(/零+/gu, '零').replace(/零$/u, '').replace(/^一十/u, '十')
}
