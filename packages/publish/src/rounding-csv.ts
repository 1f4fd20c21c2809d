/**
 * 尾差清单: what rounding did to the printed amounts, one line each, for the file and for whoever asks.
 *
 * @module
 */
import type { Compilation } from '@mingzhang/compile'
import { describePlace } from '@mingzhang/figures'
import { type Fen, formatFen, subtractFen } from '@mingzhang/money'
import { csvText } from './figures-data.ts'

/**
 * The list as CSV with a byte order mark, so that a spreadsheet opens it as Chinese. Amounts in 万元, exact ones to the
 * fen. First the amounts that are printed other than 四舍五入, then the sums that do not add up in print.
 */
export function roundingCsv({ adjustments, residues, outside }: Compilation): string {
  const beyond = new Set(outside.map(({ label, place }) => `${label} ${describePlace(place)}`))
  const moved = adjustments.map((entry) => [
    beyond.has(`${entry.label} ${describePlace(entry.place)}`) ? '调整（超出末位一位）' : '调整', whereOf(entry.place), entry.label,
    plain(entry.exact), plain(entry.halfUp), plain(entry.printed), '', plain(subtractFen(entry.printed, entry.halfUp)),
  ])
  const sums = residues.map((entry) => ['尾差', whereOf(entry.place), entry.label, plain(entry.exact), '', plain(entry.printed), plain(entry.parts), plain(entry.residue)])
  const head = ['类别', '位置', '数字', '准确数（万元）', '四舍五入（万元）', '印出（万元）', '分项印出数之和（万元）', '差额（万元）']
  return `\uFEFF${csvText([head, ...moved, ...sums])}`
}

function whereOf(place: Parameters<typeof describePlace>[0]): string {
  const words = describePlace(place)
  return words === place.document ? '文字说明' : words
}

const plain = (amount: Fen): string => formatFen(amount, '万元').replaceAll(',', '')
