/** A list number in one of Word's number formats; digits for a format that Chinese documents do not use. */
export function formatListNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return chineseNumber(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
    case 'decimalFullWidth':
      return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'ideographTraditional':
      return stems[value - 1] ?? String(value)
    default:
      return String(value)
  }
}

const digits = '零一二三四五六七八九'
const stems = '甲乙丙丁戊己庚辛壬癸'

/** 一 … 九十九, 一百零二: lists are not longer. */
function chineseNumber(value: number): string {
  if (value < 0 || value > 999) return String(value)
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const ones = value % 10
  if (hundreds === 0 && tens === 0) return digits[ones] ?? ''
  const one = ones === 0 ? '' : (digits[ones] ?? '')
  if (hundreds === 0) return `${tens === 1 ? '' : (digits[tens] ?? '')}十${one}`
  const rest = tens === 0 ? (one === '' ? '' : `零${one}`) : `${digits[tens] ?? ''}十${one}`
  return `${digits[hundreds] ?? ''}百${rest}`
}

/** A … Z, AA, BB: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1) return String(value)
  return String.fromCodePoint(0x41 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const marks: readonly (readonly [number, string])[] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ]
  let left = value
  let text = ''
  for (const [amount, mark] of marks) {
    while (left >= amount) {
      text += mark
      left -= amount
    }
  }
  return text
}
