import type { BlankIndicator, FormField, FormSpan, Indicator } from '../model/form.ts'
import type { PlaceIn } from './form-field.ts'
import type { FormCell } from './form-lines.ts'
import { matchFormLabel } from './form-words.ts'
import { level1For, type ParsedIndicators, printedLevel1 } from './indicator-levels.ts'
import type { IndicatorHead, IndicatorToken } from './indicator-tokens.ts'
import { composeValue, parseIndicatorValue } from './indicator-value.ts'

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
      const label = tokens.findLast((token) => token.role === 'level2') ?? columnLabel(tokens, half)
      if (label !== undefined) current.set(index, label)
      const text = cellTexts(tokens.filter((token) => token !== label), half)
      const joined = text.name === undefined ? undefined : joinedLevels(text.name)
      if (joined !== undefined) {
        indicators.push(...joinedIndicators(joined, text, half, single, at))
        return
      }
      const level2 = current.get(index)
      if (level2 === undefined) return
      const kind = level2.kind
      const level = { level1: level1For(level1, printed !== undefined, kind), level2: level2.cell.text.replace(/\s+/gu, ''), kind }
      for (const value of half.filter((head) => head.role === 'value')) {
        const span = value.span ?? (halves.length > 1 ? (index === 0 ? 'life' : 'annual') : single)
        const name = text.name?.text ?? ''
        const raw = rawValue(text, value.column)
        const cell = text.name ?? text.byColumn.get(value.column) ?? level2.cell
        const place = at(cell.place, name === '' ? level.level2 : name)
        if (name !== '' || raw !== '') indicators.push({ ...level, span, name, value: parseIndicatorValue(raw), place, ...pointsOf(text, half, name, at) })
        else if (label !== undefined) blanks.push({ ...level, span, place })
      }
    })
  }
  return { indicators, blanks }
}

/** A second-level name outside every list, known by its column alone. */
function columnLabel(tokens: readonly IndicatorToken[], heads: readonly IndicatorHead[]): IndicatorToken | undefined {
  const column = heads.find((head) => head.role === 'level2')?.column
  const next = heads.find((head) => head.role === 'name')?.column
  if (column === undefined || next === undefined) return undefined
  const token = tokens.find(({ role, cell }) => role === 'text' && cell.column >= column && cell.column < next)
  return token === undefined ? undefined : { ...token, role: 'level2' }
}

const levelsInName = /^((?:产出|效益|效果|满意度|成本|管理|过程)指标)((?:数量|质量|时效|经济成本|社会成本|生态环境成本|成本|经济效益|社会效益|生态效益|可持续影响|(?:服务对象)?满意度)指标)(.+)$/u

/** A name with its levels printed in one cell (产出指标数量指标阅读活动场次). */
function joinedLevels(cell: FormCell): RegExpExecArray | undefined {
  return levelsInName.exec(cell.text.replace(/\s+/gu, '')) ?? undefined
}

function joinedIndicators(
  [, level1 = '', level2 = '', name = '']: RegExpExecArray, text: RowTexts, half: readonly IndicatorHead[], single: FormSpan, at: PlaceIn,
): readonly Indicator[] {
  const label = matchFormLabel(level2)?.label
  const kind = label?.zone === 'indicator' && label.key === 'level2' ? label.kind : undefined
  return half.filter((head) => head.role === 'value').flatMap((value): readonly Indicator[] => {
    const cell = text.name
    const raw = rawValue(text, value.column)
    return cell === undefined ? [] : [{ span: value.span ?? single, level1, level2, kind, name, value: parseIndicatorValue(raw), place: at(cell.place, name) }]
  })
}

/** Weight and, in a self-evaluation, what was reached. A column that the form does not have leaves no field. */
function pointsOf(text: RowTexts, heads: readonly IndicatorHead[], name: string, at: PlaceIn): Pick<Indicator, 'weight' | 'result'> {
  const field = (role: IndicatorHead['role'], label: string): FormField | undefined => {
    const head = heads.find((candidate) => candidate.role === role)
    const cell = head === undefined ? undefined : text.byColumn.get(head.column)
    return cell === undefined ? undefined : { text: cell.text, place: at(cell.place, `${name} ${label}`) }
  }
  const weight = field('weight', '分值')
  const evaluates = heads.some(({ role }) => role === 'actual')
  return {
    ...(weight === undefined ? {} : { weight }),
    ...(evaluates ? { result: { actual: field('actual', '实际完成值'), score: field('score', '得分'), reason: field('reason', '偏差原因') } } : {}),
  }
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
  return composeValue(text.operator, text.byColumn.get(column)?.text ?? '', text.unit)
}
