import { isPrintedUnit, parseAmount, type PrintedAmount, type PrintedUnit } from '@mingzhang/money'
import { printedUnitOf } from './form-words.ts'
import type { ZonedLines } from './form-zones.ts'

/** The unit that the money part prints, else the one above the form; `undefined` when neither does. */
export function formUnit(zones: ZonedLines): PrintedUnit | undefined {
  const cells = [...zones.funding, ...zones.header, ...zones.head].flatMap((line) => line.cells)
  for (const cell of cells) {
    if (cell.text.length > 30) continue
    const unit = printedUnitOf(cell.text)
    if (unit !== undefined) return unit
  }
  return undefined
}

const unitBehind = /^([^\p{Script=Han}]*\d)\s*([千百万亿]*元)$/u

/** The unit behind the amount itself (`12.5万元`); `undefined` when the cell prints none. */
export function amountUnit(text: string): PrintedUnit | undefined {
  const unit = unitBehind.exec(text.trim())?.[2]
  return unit !== undefined && isPrintedUnit(unit) ? unit : undefined
}

/** The amount in the given unit. Without one a number is unreadable, never guessed; blank and dash mean the same in every unit. */
export function readFormAmount(text: string, unit: PrintedUnit | undefined): PrintedAmount {
  const digits = unitBehind.exec(text.trim())?.[1] ?? text
  if (unit !== undefined) return { ...parseAmount(digits, unit), text }
  const inAnyUnit = parseAmount(digits, '元')
  if (inAnyUnit.kind === 'blank' || inAnyUnit.kind === 'dash') return inAnyUnit
  return { kind: 'unreadable', text, reason: inAnyUnit.kind === 'stated' ? 'no-unit' : 'not-a-number' }
}
