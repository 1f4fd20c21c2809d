import type { Place } from '@mingzhang/figures'
import type { FormField } from '../model/form.ts'
import type { FormCell } from './form-lines.ts'

/** Makes places inside one form: the cell's own, with the form's name and the field's. */
export type PlaceIn = (place: Place, field?: string) => Place

export function placeInForm(form: string): PlaceIn {
  return (place, field) => ({ ...place, ...(form === '' ? {} : { form }), ...(field === undefined ? {} : { field }) })
}

/** The label as a field's name: without the colon behind it. */
export function fieldName(label: string): string {
  return label.replace(/\s+/gu, '').replace(/[:：]+$/u, '')
}

/** The texts of the cells as one field. Cells that a reader repeats for a merged cell count once. */
export function joinCells(cells: readonly FormCell[], fallback: Place, at: PlaceIn, field: string): FormField {
  const texts = cells.map((cell) => cell.text).filter((text, index, all) => text !== all[index - 1])
  return { text: texts.join(''), place: at(cells[0]?.place ?? fallback, field) }
}
