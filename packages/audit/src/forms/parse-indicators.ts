import type { BlankIndicator, FormSpan, Indicator, IndicatorKind } from '../model/form.ts'
import type { PlaceIn } from './form-field.ts'
import type { FormCell, FormLine } from './form-lines.ts'
import { level1For, type ParsedIndicators, printedLevel1 } from './indicator-levels.ts'
import { headsOf, type IndicatorHead, type IndicatorToken, tokensOf } from './indicator-tokens.ts'
import { looksLikeValue, parseIndicatorValue } from './indicator-value.ts'
import { parseIndicatorColumns } from './parse-indicator-columns.ts'
import { type HalfLayout, halfLayout, type Halves, isSameName, splitHalves } from './split-halves.ts'

/**
 * The indicators of both halves, in printed order.
 *
 * A row whose second-level name was printed for the first indicator only goes on under that name. Where just one half
 * prints the name, it holds for the whole row, unless the same indicator already stands under another one.
 */
export function parseIndicators(lines: readonly FormLine[], mentionsLife: boolean, at: PlaceIn): ParsedIndicators {
  const heads = lines.map(headsOf).find((found) => found.length > 0) ?? []
  const single: FormSpan = heads.some((head) => head.span === 'annual') || !mentionsLife ? 'annual' : 'life'
  const rows = realigned(lines, heads).map(tokensOf)
  if (needsColumns(heads)) return parseIndicatorColumns(rows, heads, single, at)
  return parseRows(rows, halfLayout(heads, rows), single, at)
}

/**
 * The lines with the columns of the page that prints the heads.
 *
 * A page that goes on without heads is cut into other columns: its cells stand under the same heads in the same order,
 * counted from the right, where nothing is merged.
 */
function realigned(lines: readonly FormLine[], heads: readonly IndicatorHead[]): readonly FormLine[] {
  const home = lines.find((line) => headsOf(line).length > 0)?.block
  const widthOf = (block: number): number => Math.max(...lines.filter((line) => line.block === block).flatMap(({ cells }) => cells.map(({ column }) => column)))
  if (home === undefined || !needsColumns(heads)) return lines
  const target = [...new Set(heads.map(({ column }) => column))].sort((a, b) => a - b)
  const moved = new Map<number, ReadonlyMap<number, number>>()
  for (const block of new Set(lines.map((line) => line.block))) {
    if (block === home || widthOf(block) === widthOf(home)) continue
    const used = [...new Set(lines.filter((line) => line.block === block).flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => b - a)
    moved.set(block, new Map(used.map((column, index) => [column, target.at(-1 - index) ?? 0])))
  }
  return lines.map((line) => ({ ...line, cells: line.cells.map((cell) => ({ ...cell, column: moved.get(line.block)?.get(cell.column) ?? cell.column })) }))
}

/** Operator and unit in columns of their own, or two values for one name: then only the heads tell what a cell is. */
function needsColumns(heads: readonly IndicatorHead[]): boolean {
  const count = (role: IndicatorHead['role']): number => heads.filter((head) => head.role === role).length
  const beside: readonly IndicatorHead['role'][] = ['operator', 'unit', 'other', 'weight', 'actual', 'score', 'reason']
  return beside.some((role) => count(role) > 0) || (count('name') === 1 && count('value') > 1)
}

interface Level2 {
  readonly text: string
  readonly kind: IndicatorKind | undefined
  readonly cell: FormCell
}

function parseRows(
  rows: readonly (readonly IndicatorToken[])[], layout: HalfLayout | undefined, single: FormSpan, at: PlaceIn,
): ParsedIndicators {
  const indicators: Indicator[] = []
  const blanks: BlankIndicator[] = []
  const current: Partial<Record<FormSpan, Level2>> = {}
  const open = new Map<FormSpan, BlankIndicator>()
  const close = (span: FormSpan): void => {
    const blank = open.get(span)
    if (blank !== undefined) blanks.push(blank)
    open.delete(span)
  }
  let level1: string | undefined
  for (const row of rows) {
    const printed = printedLevel1(row)
    level1 = printed ?? level1
    const halves = layout === undefined ? oneHalf(row, single) : splitHalves(row, layout)
    const labels = { life: labelOf(halves.life), annual: labelOf(halves.annual) }
    for (const span of ['life', 'annual'] as const) {
      const tokens = halves[span]
      const own = labels[span]
      const other = labels[span === 'life' ? 'annual' : 'life']
      const texts = tokens.filter((token) => token.role === 'text').map((token) => token.cell)
      const twin = own === undefined && other !== undefined ? twinLevel2(indicators, span, texts[0]) : undefined
      const level2 = own ?? twin ?? other ?? current[span]
      if (own !== undefined || other !== undefined) close(span)
      if (level2 === undefined) continue
      current[span] = level2
      // Once a name cannot head what stands below it, the next one was lost: it heads nothing further down either.
      level1 = level1For(level1, printed !== undefined, level2.kind)
      const level = { span, level1, level2: level2.text, kind: level2.kind }
      if (texts.length > 0) {
        open.delete(span)
        indicators.push({ ...level, ...nameAndValue(texts, level2, at) })
      } else if (own !== undefined) {
        open.set(span, { ...level, place: at(own.cell.place, own.text) })
      }
    }
  }
  close('life')
  close('annual')
  return { indicators, blanks }
}

function oneHalf(row: readonly IndicatorToken[], span: FormSpan): Halves {
  const tokens = row.filter((token) => token.role !== 'level1')
  return span === 'life' ? { life: tokens, annual: [] } : { life: [], annual: tokens }
}

function labelOf(tokens: readonly IndicatorToken[]): Level2 | undefined {
  const label = tokens.findLast((token) => token.role === 'level2')
  return label === undefined ? undefined : { text: label.cell.text.replace(/\s+/gu, ''), kind: label.kind, cell: label.cell }
}

/** The second-level name under which the other half prints the same indicator, when the halves have shifted. */
function twinLevel2(indicators: readonly Indicator[], span: FormSpan, name: FormCell | undefined): Level2 | undefined {
  if (name === undefined) return undefined
  const twin = indicators.find((indicator) => indicator.span !== span && indicator.name !== '' && isSameName(indicator.name, name.text))
  return twin === undefined ? undefined : { text: twin.level2, kind: twin.kind, cell: name }
}

function nameAndValue(cells: readonly FormCell[], level2: Level2, at: PlaceIn): Pick<Indicator, 'name' | 'value' | 'place'> {
  const [first, second] = cells
  if (first === undefined) throw new Error('an indicator has at least one text')
  const onlyValue = second === undefined && looksLikeValue(first.text)
  const name = onlyValue ? '' : first.text
  const value = onlyValue ? first.text : (second?.text ?? '')
  return { name, value: parseIndicatorValue(value), place: at(first.place, name === '' ? level2.text : name) }
}
