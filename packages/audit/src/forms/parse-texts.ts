import type { FormField, FormSpan, FormTextField } from '../model/form.ts'
import { fieldName, joinCells, type PlaceIn } from './form-field.ts'
import { type FormCell, type FormLine, isNoiseLine } from './form-lines.ts'

/** The free-text fields. A text that goes on in further rows is joined; markup residue stays, it is a finding. */
export function parseTexts(lines: readonly FormLine[], at: PlaceIn): Partial<Record<FormTextField, FormField>> {
  const parts = new Map<FormTextField, { readonly label: FormCell; readonly cells: FormCell[]; missing: string }>()
  let current: FormTextField | undefined
  for (const line of lines) {
    if (isNoiseLine(line)) continue
    for (const cell of line.cells) {
      if (cell.label?.zone === 'text') {
        current = cell.label.key
        if (!parts.has(current)) parts.set(current, { label: cell, cells: [], missing: cell.missing })
        continue
      }
      const part = current === undefined ? undefined : parts.get(current)
      if (part === undefined) continue
      if (part.missing !== '' && part.missing === cell.text.replace(/\s+/gu, '')) part.missing = ''
      else part.cells.push(cell)
    }
  }
  return Object.fromEntries([...parts].map(([key, { label, cells }]) => [key, joinCells(cells, label.place, at, fieldName(label.text))]))
}

/**
 * The goals of 实施期 and 年度. A half whose head is printed but that holds nothing is there with an empty text.
 *
 * Two texts in a row are the two halves; one text is the 实施期 half unless it stands below the 年度 head. Where the
 * form knows no 实施期 at all, the goal is the year's.
 */
export function parseGoals(lines: readonly FormLine[], mentionsLife: boolean, at: PlaceIn): Partial<Record<FormSpan, FormField>> {
  const cells: Record<FormSpan, FormCell[]> = { life: [], annual: [] }
  const heads: Partial<Record<FormSpan, FormCell>> = {}
  let beside: FormSpan | undefined
  for (const line of lines) {
    if (isNoiseLine(line)) continue
    const texts = line.cells.filter((cell) => cell.label === undefined)
    const labels = line.cells.filter((cell) => cell.label?.zone === 'goal')
    for (const cell of labels) {
      if (cell.label?.zone === 'goal' && cell.label.span !== undefined) heads[cell.label.span] ??= cell
    }
    // 年度目标 | text: the label stands beside its text and not above it.
    const spans = labels.flatMap((cell) => (cell.label?.zone === 'goal' ? (cell.label.span ?? []) : []))
    if (texts.length > 0 && spans.length === 1) beside = spans[0]
    else if (labels.length > 0) beside = undefined
    const last = texts.at(-1)
    if (texts.length >= 2 && beside === undefined && last !== undefined) {
      cells.life.push(...texts.slice(0, 1))
      cells.annual.push(last)
      continue
    }
    for (const cell of texts) cells[beside ?? spanOfLone(cell, heads, mentionsLife)].push(cell)
  }
  const goals: Partial<Record<FormSpan, FormField>> = {}
  for (const span of ['life', 'annual'] as const) {
    const head = heads[span]
    const first = cells[span][0] ?? head
    if (first === undefined) continue
    goals[span] = joinCells(cells[span], first.place, at, head === undefined ? '总体目标' : fieldName(head.text))
  }
  return goals
}

function spanOfLone(cell: FormCell, heads: Partial<Record<FormSpan, FormCell>>, mentionsLife: boolean): FormSpan {
  if (heads.annual !== undefined && heads.life !== undefined) return cell.column >= heads.annual.column ? 'annual' : 'life'
  if (heads.annual !== undefined) return 'annual'
  return mentionsLife ? 'life' : 'annual'
}
