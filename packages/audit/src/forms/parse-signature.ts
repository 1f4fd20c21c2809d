import type { ProjectForm } from '../model/form.ts'
import { fieldName, joinCells, type PlaceIn } from './form-field.ts'
import type { FormCell, FormLine } from './form-lines.ts'
import type { SignatureKey } from './form-words.ts'

export type Signature = Pick<ProjectForm, 'handler' | 'phone' | 'filledOn' | 'responsible'>

/**
 * Who signed and when. A printed label with nothing beside it is a field with an empty text.
 *
 * In damaged rows the values drift away from their labels; a value that cannot be what its label says (a telephone
 * number behind 填报日期) goes to the printed label that it fits.
 */
export function parseSignature(lines: readonly FormLine[], at: PlaceIn): Signature {
  const labels = new Map<SignatureKey, FormCell>()
  const values = new Map<SignatureKey, FormCell>()
  const strays: FormCell[] = []
  let beside: SignatureKey | undefined
  for (const cell of lines.flatMap((line) => line.cells)) {
    if (cell.label?.zone === 'signature') {
      beside = cell.label.key
      if (!labels.has(beside)) labels.set(beside, cell)
    } else if (beside !== undefined && !values.has(beside) && fits(beside, cell.text)) {
      values.set(beside, cell)
    } else {
      strays.push(cell)
    }
  }
  for (const cell of strays) {
    const isOpen = (key: SignatureKey): boolean => labels.has(key) && !values.has(key) && fits(key, cell.text)
    const key = (['filledOn', 'phone', 'handler'] as const).find(isOpen)
    if (key !== undefined) values.set(key, cell)
  }
  const field = (key: SignatureKey): Signature['handler'] => {
    const label = labels.get(key)
    if (label === undefined) return undefined
    const value = values.get(key)
    return joinCells(value === undefined ? [] : [value], label.place, at, fieldName(label.text))
  }
  const filledOn = field('filledOn')
  const responsible = field('responsible')
  return {
    handler: field('handler'),
    phone: field('phone'),
    filledOn: filledOn === undefined ? undefined : { field: filledOn, date: dateOf(filledOn.text) },
    ...(responsible === undefined ? {} : { responsible }),
  }
}

function fits(key: SignatureKey, text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  switch (key) {
    case 'filledOn':
      return looksLikeDate(plain)
    case 'phone':
      return /^\+?[\d()-]{5,20}(?:[/、,;][\d()-]{5,20})?$/u.test(plain) && !looksLikeDate(plain)
    case 'handler':
    case 'responsible':
      return !/\d{3,}/u.test(plain) && plain.length <= 20
  }
}

/** Anything written as a date, also one with impossible or missing digits. */
function looksLikeDate(plain: string): boolean {
  return /^(?:19|20)\d{2}(?:[-/.年]\d{0,2}.*|\d{4}(?:\d{5,6}|\d{4})?)$/u.test(plain) || /^\d{1,4}年\d{1,2}月/u.test(plain)
}

/** The date as `YYYY-MM-DD`; `undefined` unless the print has all digits of a real day (and time, where it has one). */
export function dateOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/u.exec(plain.replace(/\s+/gu, ''))
  const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u.exec(plain)
  const match = compact ?? written
  if (match === null) return undefined
  const numbers = match.slice(1).map((digits: string | undefined) => Number(digits ?? '0'))
  const [year = NaN, month = NaN, day = NaN, hour = 0, minute = 0, second = 0] = numbers
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
