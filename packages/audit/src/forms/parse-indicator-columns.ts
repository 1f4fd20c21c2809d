import type { BlankIndicator, FormSpan, Indicator } from '../model/form.ts'
import type { PlaceIn } from './form-field.ts'
import type { FormCell } from './form-lines.ts'
import { level1For, type ParsedIndicators, printedLevel1 } from './indicator-levels.ts'
import type { IndicatorHead, IndicatorToken } from './indicator-tokens.ts'
import { parseIndicatorValue } from './indicator-value.ts'

/**
 * The indicators of a form that prints operator (指标性质) and unit (度量单位) in columns of their own, or the values of
 * both spans beside one name. The raw value is then the cells put together: `≥`, `95` and `%` are `≥95%`.
 */
export function parseIndicatorColumns(
  rows: readonly (readonly IndicatorToken[])[], heads: readonly IndicatorHead[], single: FormSpan, at: PlaceIn,
): ParsedIndicators {
  const indicators: Indicator[] = []
  const blanks: BlankIndicator[] = []
  const halves = splitHeads(heads)
  let level1: string | undefined
  const current = new Map<number, IndicatorToken>()
  for (const row of rows) {
    const printed = printedLevel1(row)
    level1 = printed ?? level1
    halves.forEach((half, index) => {
      const from = index === 0 ? 0 : (half[0]?.column ?? 0)
      const upTo = halves[index + 1]?.[0]?.column ?? Infinity
      const tokens = row.filter((token) => token.role !== 'level1' && token.cell.column >= from && token.cell.column < upTo)
      const label = tokens.findLast((token) => token.role === 'level2')
      if (label !== undefined) current.set(index, label)
      const level2 = current.get(index)
      if (level2 === undefined) return
      const text = cellTexts(tokens, half)
      const kind = level2.kind
      const level = { level1: level1For(level1, printed !== undefined, kind), level2: level2.cell.text.replace(/\s+/gu, ''), kind }
      for (const value of half.filter((head) => head.role === 'value')) {
        const span = value.span ?? (halves.length > 1 ? (index === 0 ? 'life' : 'annual') : single)
        const name = text.name?.text ?? ''
        const raw = rawValue(text, value.column)
        const cell = text.name ?? text.byColumn.get(value.column) ?? level2.cell
        const place = at(cell.place, name === '' ? level.level2 : name)
        if (name !== '' || raw !== '') indicators.push({ ...level, span, name, value: parseIndicatorValue(raw), place })
        else if (label !== undefined) blanks.push({ ...level, span, place })
      }
    })
  }
  return { indicators, blanks }
}

/** A new half begins where 二级指标, or 三级指标, comes again. */
function splitHeads(heads: readonly IndicatorHead[]): readonly (readonly IndicatorHead[])[] {
  const halves: IndicatorHead[][] = [[]]
  for (const head of heads) {
    const half = halves.at(-1) ?? []
    const begins = (head.role === 'level2' || head.role === 'name') && half.some((other) => other.role === head.role)
    if (begins) halves.push([head])
    else half.push(head)
  }
  return halves
}

interface RowTexts {
  readonly name: FormCell | undefined
  readonly operator: string
  readonly unit: string
  readonly byColumn: ReadonlyMap<number, FormCell>
}

/** Each text under the nearest head at or before its column. */
function cellTexts(tokens: readonly IndicatorToken[], heads: readonly IndicatorHead[]): RowTexts {
  const byColumn = new Map<number, FormCell>()
  for (const { role, cell } of tokens) {
    const head = heads.findLast((candidate) => candidate.column <= cell.column)
    if (role === 'text' && head !== undefined && !byColumn.has(head.column)) byColumn.set(head.column, cell)
  }
  const textOf = (role: IndicatorHead['role']): FormCell | undefined =>
    heads.filter((head) => head.role === role).flatMap((head) => byColumn.get(head.column) ?? [])[0]
  return { name: textOf('name'), operator: textOf('operator')?.text ?? '', unit: textOf('unit')?.text ?? '', byColumn }
}

function rawValue(text: RowTexts, column: number): string {
  const value = text.byColumn.get(column)?.text ?? ''
  if (value === '') return ''
  const sign = /^(?:[≥≤><=＞＜＝≧≦]|>=|<=)$/u.test(text.operator.trim()) && !/^[≥≤><=＞＜＝]/u.test(value) ? text.operator.trim() : ''
  const unit = /^[-/—]?$/u.test(text.unit) || value.endsWith(text.unit) || !/\d$/u.test(value) ? '' : text.unit
  return `${sign}${value}${unit}`
}
