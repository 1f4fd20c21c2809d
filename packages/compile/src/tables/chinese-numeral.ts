const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A whole number from 1 to 99 in Chinese, as rows are numbered: 三十, 二十一, 十. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10)
  if (value < 1 || tens > 9) throw new RangeError(`no row number: ${String(value)}`)
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${digits[value % 10] ?? ''}`
}
