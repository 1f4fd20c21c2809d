import { describePlace, type Place } from '@mingzhang/figures'
import type { Bilingual } from '../../model/rule.ts'

/** Names a place in both languages. What is printed (titles, labels, heads) stays as printed. */
export function placeWords(place: Place): Bilingual {
  return { zh: describePlace(place), en: describePlaceInEnglish(place) }
}

function describePlaceInEnglish(place: Place): string {
  const parts: string[] = []
  if (place.form !== undefined) parts.push(`form “${place.form}”`)
  if (place.table !== undefined) parts.push(place.table)
  if (place.section !== undefined && place.table === undefined && place.form === undefined) parts.push(`section “${place.section}”`)
  if (place.row !== undefined) parts.push(`row ${place.row}`)
  if (place.column !== undefined) parts.push(`column ${place.column}`)
  if (place.field !== undefined) parts.push(place.field)
  if (place.page !== undefined) parts.push(`page ${place.page}`)
  else if (place.line !== undefined) parts.push(`line ${place.line}`)
  return parts.length === 0 ? place.document : parts.join(', ')
}
