import { absFen, type Fen } from './fen.ts'
import { FEN_PER, type PrintedUnit } from './printed-unit.ts'

/**
 * Writes an exact amount in `unit`, with a comma at thousands: `formatFen(fen(2294300000), '万元')` is `2,294.30`.
 *
 * Nothing is rounded: at least `places` digits after the point are written, and more where the amount needs them.
 */
export function formatFen(amount: Fen, unit: PrintedUnit, places = 2): string {
  const perUnit = FEN_PER[unit]
  const size = absFen(amount)
  const whole = Math.floor(size / perUnit)
  const widest = String(perUnit).length - 1
  const fraction = String(size % perUnit).padStart(widest, '0').replace(/0+$/u, '').padEnd(places, '0')
  const grouped = String(whole).replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return `${amount < 0 ? '-' : ''}${grouped}${fraction === '' ? '' : `.${fraction}`}`
}
