const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 … 九十九: the number of a heading, a row or an entry. Throws a `RangeError` beyond. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new RangeError('numbering goes from 1 to 99')
  const tens = Math.floor(value / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`
  return ten + (digits[value % 10] ?? '')
}
