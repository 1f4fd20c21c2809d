import { type Fen, formatFen, type PrintedUnit } from '@mingzhang/money'
import { both, html, type Markup } from './markup.ts'

/** The amount in `unit` with a true minus sign, and a plus where it is a difference: `+9.00`, `−0.01`. */
export function amountText(amount: Fen, unit: PrintedUnit, signed = false): string {
  const digits = formatFen(amount, unit).replace('-', '−')
  return signed && amount > 0 ? `+${digits}` : digits
}

/** The amount in 万元, followed by the same in 元. */
export function amountMarkup(amount: Fen): Markup {
  return html`<span class="amount">${amountText(amount, '万元')} 万元</span> <span class="amount minor">(${amountText(amount, '元')} ${both({ zh: '元', en: 'yuan' })})</span>`
}
