import type { Place } from '@mingzhang/figures'
import type { FormField, ProjectForm } from '../model/form.ts'
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

/** A form as it was read, with what its list of problems needs. */
export interface ParsedForm {
  readonly form: ProjectForm
  readonly group: 'project' | 'department' | 'evaluation'
  /** Whether some amount could not be read only because no unit is printed. */
  readonly lacksUnit: boolean
  /** Whether its layout has a part for indicators at all. */
  readonly hasIndicatorPart: boolean
  /** The block that it begins in. */
  readonly block: number
}
