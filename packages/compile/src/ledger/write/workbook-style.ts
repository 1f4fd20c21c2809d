/**
 * How the ledger's workbook looks. One accent, quiet lines; input cells are white, everything that is locked is grey.
 *
 * @module
 */
import type { Borders, Fill, Style } from 'exceljs'
import type { LedgerMark } from '../cell-key.ts'

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/** A font that every office suite on a Chinese desktop has or replaces well. */
const family = { name: '宋体', size: 11 }

const hairline: Partial<Borders> = {
  top: { style: 'thin', color: { argb: 'FFBFBFBF' } }, bottom: { style: 'thin', color: { argb: 'FFBFBFBF' } },
  left: { style: 'thin', color: { argb: 'FFBFBFBF' } }, right: { style: 'thin', color: { argb: 'FFBFBFBF' } },
}

export const styles = {
  hint: { font: { ...family, color: { argb: 'FF595959' } }, alignment: { vertical: 'middle' }, protection: { locked: true } },
  total: { font: { ...family, bold: true }, alignment: { vertical: 'middle', horizontal: 'right' }, numFmt: '#,##0.00', protection: { locked: true } },
  head: {
    font: { ...family, bold: true }, fill: solid('FFDCE6F1'), border: hairline, protection: { locked: true },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  /** A head whose cells must all be filled in. */
  obligatoryHead: {
    font: { ...family, bold: true, color: { argb: 'FFC00000' } }, fill: solid('FFDCE6F1'), border: hairline, protection: { locked: true },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  fixed: { font: family, fill: solid('FFF2F2F2'), border: hairline, alignment: { vertical: 'top', wrapText: true }, protection: { locked: true } },
  text: { font: family, numFmt: '@', alignment: { vertical: 'top', wrapText: true }, protection: { locked: false } },
  amount: { font: family, numFmt: '#,##0.00', alignment: { vertical: 'top' }, protection: { locked: false } },
  /** 万元 with what digits there are. */
  amountIn10000: { font: family, numFmt: '#,##0.00####', alignment: { vertical: 'top' }, protection: { locked: false } },
  count: { font: family, numFmt: '0', alignment: { vertical: 'top' }, protection: { locked: false } },
  title: { font: { ...family, size: 16, bold: true }, alignment: { vertical: 'middle' } },
  heading: { font: { ...family, size: 12, bold: true, color: { argb: 'FF1F4E79' } }, alignment: { vertical: 'middle' } },
  plain: { font: family, alignment: { vertical: 'top', wrapText: true } },
  example: { font: { ...family, color: { argb: 'FF404040' } }, border: hairline, alignment: { vertical: 'top', wrapText: true } },
} as const satisfies Readonly<Record<string, Partial<Style>>>

export type StyleName = keyof typeof styles

/** A style of its own for one cell: the library may keep what it is given. */
export function styleOf(name: StyleName): Partial<Style> {
  return structuredClone(styles[name])
}

/** The colours and words of marks; the words also begin the cell's note, so that colour alone says nothing. */
export const markLooks: Readonly<Record<LedgerMark['mark'], { readonly word: string; readonly fill: Fill; readonly meaning: string }>> = {
  stated: { word: '照录', fill: solid('FFE2EFDA'), meaning: '公开文件写明，或由写明的数准确得出' },
  inferred: { word: '推定', fill: solid('FFFFF2CC'), meaning: '在公开数允许的范围内推定，请用准确数替换' },
  open: { word: '待填', fill: solid('FFFCE4D6'), meaning: '公开文件没有，请补填；格内如有内容只是暂填' },
}
