import type { FormSpan, IndicatorKind } from '../model/form.ts'
import type { FormCell, FormLine } from './form-lines.ts'
import { type IndicatorColumn, matchIndicatorColumn } from './form-words.ts'

/** A cell of an indicator row as what it is there: a first- or second-level name, or text (a third-level name or value). */
export interface IndicatorToken {
  readonly role: 'level1' | 'level2' | 'text'
  readonly kind: IndicatorKind | undefined
  readonly cell: FormCell
}

/** One column of the indicator part, by its printed head. */
export interface IndicatorHead {
  readonly column: number
  readonly role: IndicatorColumn
  readonly span: FormSpan | undefined
}

/** The heads that a row prints (二级指标, 三级指标, 指标值 …); empty for any other row. */
export function headsOf(line: FormLine): readonly IndicatorHead[] {
  const columns = line.cells.filter((cell) => cell.label?.zone === 'indicator' && cell.label.key === 'column')
  if (columns.length < 2) return []
  const isNamed = columns.some((cell) => matchIndicatorColumn(cell.text) === 'name')
  return line.cells.flatMap((cell, index) => {
    // 活动 | 绩效指标 | 指标性质 | 指标值: the names stand below 绩效指标 where nothing else heads them.
    const headsNames = !isNamed && index > 0 && cell.label?.zone === 'indicator' && cell.label.key === 'section'
    const role = headsNames ? 'name' : matchIndicatorColumn(cell.text)
    const span = cell.label?.zone === 'indicator' && cell.label.key === 'column' ? cell.label.span : undefined
    return role === undefined ? [] : [{ column: cell.column, role, span }]
  })
}

/**
 * The row's cells by role.
 *
 * 满意度指标 is a first-level name before 服务对象满意度指标 and a second-level one before anything else; 成本指标 is a
 * first-level name before 经济成本指标. A shortened second-level name right behind the full one is an indicator's own name.
 */
export function tokensOf(line: FormLine): readonly IndicatorToken[] {
  const tokens: IndicatorToken[] = []
  line.cells.forEach((cell, index) => {
    const label = cell.label?.zone === 'indicator' ? cell.label : undefined
    const next = line.cells[index + 1]?.label
    const nextKind = next?.zone === 'indicator' && next.key === 'level2' ? next : undefined
    const before = tokens.at(-1)
    if (label?.key === 'section' || label?.key === 'column') return
    if (label?.key === 'level1') {
      tokens.push({ role: 'level1', kind: undefined, cell })
      const standsAlone = /满意度/u.test(cell.text) && nextKind === undefined && line.cells[index + 1] !== undefined
      if (standsAlone) tokens.push({ role: 'level2', kind: 'satisfaction', cell })
      return
    }
    if (label?.key !== 'level2') {
      tokens.push({ role: 'text', kind: undefined, cell })
      return
    }
    const isCostGroup = label.kind === 'cost' && nextKind?.kind === 'cost' && !printsSame(cell, line.cells[index + 1])
    const isShortened = cell.missing !== '' || cell.text.length < 6
    const couldBeName = label.standard ? isShortened && before?.kind === label.kind : true
    const isOwnName = before?.role === 'level2' && couldBeName && !printsSame(before.cell, cell)
    tokens.push({ role: isCostGroup ? 'level1' : isOwnName ? 'text' : 'level2', kind: isOwnName ? undefined : label.kind, cell })
  })
  return tokens
}

function printsSame(a: FormCell, b: FormCell | undefined): boolean {
  return b !== undefined && a.text.replace(/\s+/gu, '') === b.text.replace(/\s+/gu, '')
}
