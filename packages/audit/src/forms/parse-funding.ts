import type { PrintedUnit } from '@mingzhang/money'
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { FormFunding, FormSpan } from '../model/form.ts'
import { amountUnit, formUnit, readFormAmount } from './form-amounts.ts'
import { fieldName, type PlaceIn } from './form-field.ts'
import type { FormCell, FormLine } from './form-lines.ts'
import { type FormLabel, printedUnitOf } from './form-words.ts'
import type { ZonedLines } from './form-zones.ts'

export interface ParsedFunding {
  readonly funding: readonly FormFunding[]
  /** `undefined` when the form prints no unit: its amounts are then unreadable, never guessed. */
  readonly unit: PrintedUnit | undefined
  /** Whether some amount could not be read only because no unit is printed. */
  readonly lacksUnit: boolean
}

/**
 * The amounts of 项目资金, by span and payer.
 *
 * A row names its payer in both halves; the first is 实施期 and the second 年度. A payer that stands once in its row
 * (the other half lost, or wrapped) belongs to the half whose total stands nearer above it.
 */
export function parseFunding(zones: ZonedLines, at: PlaceIn): ParsedFunding {
  const unit = formUnit(zones)
  const entries = zones.funding.flatMap((line) => amountsOf(line))
  const columns = halfColumns(entries)
  const seen = new Set<string>()
  const funding: FormFunding[] = []
  let lacksUnit = false
  for (const line of zones.funding) {
    const amounts = amountsOf(line)
    amounts.forEach((entry, index) => {
      const twin = amounts.findIndex((other) => other.label.level === entry.label.level)
      const span = entry.label.span ?? spanOf(entry, columns, amounts.length > 1 && twin !== index, hasTwin(amounts, entry))
      const key = `${span}|${normaliseLabel(entry.cell.text).replace(/^其中:?/u, '')}`
      if (entry.label.level === undefined || seen.has(key)) return
      seen.add(key)
      const text = entry.value?.text ?? ''
      const own = amountUnit(text) ?? printedUnitOf(entry.cell.text) ?? unit
      if (own === undefined && /\d/u.test(text)) lacksUnit = true
      const place = at((entry.value ?? entry.cell).place, fieldName(entry.cell.text))
      funding.push({ span, level: entry.label.level, amount: readFormAmount(text, own), place })
    })
  }
  return { funding, unit, lacksUnit }
}

type AmountLabel = Extract<FormLabel, { readonly key: 'amount' }>

interface AmountEntry {
  readonly cell: FormCell
  readonly label: AmountLabel
  readonly value: FormCell | undefined
}

function amountsOf(line: FormLine): readonly AmountEntry[] {
  return line.cells.flatMap((cell, index) => {
    if (cell.label?.zone !== 'funding' || cell.label.key !== 'amount') return []
    const next = line.cells[index + 1]
    return [{ cell, label: cell.label, value: next?.label === undefined ? next : undefined }]
  })
}

function hasTwin(amounts: readonly AmountEntry[], entry: AmountEntry): boolean {
  return amounts.some((other) => other !== entry && other.label.level === entry.label.level)
}

interface HalfColumns {
  readonly life: number | undefined
  readonly annual: number | undefined
}

function halfColumns(entries: readonly AmountEntry[]): HalfColumns {
  const columnOf = (span: FormSpan): number | undefined => entries.find((entry) => entry.label.span === span)?.cell.column
  const annual = columnOf('annual')
  // 项目资金总额 beside 年度资金总额 is that of the whole project.
  const whole = entries.find((entry) => entry.label.level === 'total' && entry.label.span === undefined && annual !== undefined && entry.cell.column < annual)
  return { life: columnOf('life') ?? whole?.cell.column, annual }
}

function spanOf(entry: AmountEntry, columns: HalfColumns, isSecond: boolean, isPaired: boolean): FormSpan {
  if (columns.life === undefined) return 'annual'
  if (isPaired) return isSecond ? 'annual' : 'life'
  if (columns.annual === undefined) return 'life'
  return Math.abs(entry.cell.column - columns.annual) < Math.abs(entry.cell.column - columns.life) ? 'annual' : 'life'
}
