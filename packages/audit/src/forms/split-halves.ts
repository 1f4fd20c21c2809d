/**
 * Which cells of an indicator row belong to 实施期 and which to 年度.
 *
 * A row prints both halves beside each other. Where cells were lost or have shifted, no column can be trusted alone:
 * the second-level names split first, the texts' own repetition next, and columns only where nothing else speaks.
 *
 * @module
 */
import { normaliseLabel } from '@mingzhang/vocabulary'
import type { IndicatorHead, IndicatorToken } from './indicator-tokens.ts'
import { looksLikeValue } from './indicator-value.ts'

/** The columns at which the two halves begin (their 二级指标) and their names stand (their 三级指标). */
export interface HalfLayout {
  readonly lifeColumn: number
  readonly annualColumn: number
  readonly nameColumn: number
}

export interface Halves {
  readonly life: readonly IndicatorToken[]
  readonly annual: readonly IndicatorToken[]
}

/**
 * The layout of a form with two halves; `undefined` when it has one only.
 *
 * Two halves show in the heads (二级指标 or 三级指标 twice) or, where the heads are lost, in a second-level name that
 * comes again behind texts or behind a gap.
 */
export function halfLayout(heads: readonly IndicatorHead[], rows: readonly (readonly IndicatorToken[])[]): HalfLayout | undefined {
  const of = (role: IndicatorHead['role']): readonly number[] =>
    heads.filter((head) => head.role === role).map((head) => head.column)
  const [life, annual] = of('level2')
  const [name, secondName] = of('name')
  if (life !== undefined && annual !== undefined) return { lifeColumn: life, annualColumn: annual, nameColumn: name ?? life + 1 }
  if (name !== undefined && secondName !== undefined) {
    return { lifeColumn: life ?? name - 1, annualColumn: secondName - 1, nameColumn: name }
  }
  if (heads.some((head) => head.role === 'value')) return undefined
  for (const row of rows) {
    const at = secondLabel(row)
    const first = row.find((token) => token.role === 'level2')
    const second = row[at]
    if (first !== undefined && second !== undefined && second.kind === first.kind) {
      return { lifeColumn: first.cell.column, annualColumn: second.cell.column, nameColumn: first.cell.column + 1 }
    }
  }
  return undefined
}

export function splitHalves(row: readonly IndicatorToken[], layout: HalfLayout): Halves {
  const tokens = row.filter((token) => token.role !== 'level1')
  const at = splitIndex(tokens, layout)
  return { life: tokens.slice(0, at), annual: tokens.slice(at) }
}

function splitIndex(tokens: readonly IndicatorToken[], layout: HalfLayout): number {
  const behindText = secondLabel(tokens)
  if (behindText !== -1) return behindText
  const labels = tokens.filter((token) => token.role === 'level2').length
  const gap = layout.annualColumn - layout.lifeColumn
  for (let index = 1; index < labels; index++) {
    const [before, label] = [tokens[index - 1], tokens[index]]
    if (before !== undefined && label !== undefined && (label.cell.column - before.cell.column) * 2 > gap) return index
  }
  const texts = tokens.slice(labels)
  const shift = shiftOf(tokens, layout)
  const isAnnual = (token: IndicatorToken | undefined): boolean => token !== undefined && token.cell.column + shift >= layout.annualColumn
  if (labels > 0 && isAnnualLabel(tokens[0], layout)) return 0
  return labels + textSplit(texts, isAnnual)
}

/** The index of the first second-level name that stands behind a text, -1 when there is none. */
function secondLabel(tokens: readonly IndicatorToken[]): number {
  const text = tokens.findIndex((token) => token.role === 'text')
  return text === -1 ? -1 : tokens.findIndex((token, index) => index > text && token.role === 'level2')
}

function isAnnualLabel(token: IndicatorToken | undefined, layout: HalfLayout): boolean {
  return token?.role === 'level2' && Math.abs(token.cell.column - layout.annualColumn) < Math.abs(token.cell.column - layout.lifeColumn)
}

/** How far the row has slipped to the left: its first name stands before the column of names. */
function shiftOf(tokens: readonly IndicatorToken[], layout: HalfLayout): number {
  const first = tokens[0]
  if (first === undefined) return 0
  const expected = first.role === 'level2' ? layout.lifeColumn : layout.nameColumn
  return Math.max(0, expected - first.cell.column)
}

/** How many of the texts belong to the first half. */
function textSplit(texts: readonly IndicatorToken[], isAnnual: (token: IndicatorToken | undefined) => boolean): number {
  const [first, second, third] = texts
  const byColumn = texts.filter((token) => !isAnnual(token)).length
  switch (texts.length) {
    case 0:
    case 1:
      return byColumn
    case 2:
      if (isAnnual(first) || !isAnnual(second)) return byColumn
      return looksLikeValue(second?.cell.text ?? '') && !isAlike(first, second) ? 2 : 1
    case 3:
      if (isAlike(first, third)) return 2
      if (isAlike(first, second)) return 1
      return byColumn
    case 4:
      return 2
    default:
      return byColumn
  }
}

/** Whether the two texts are the same name, one of them perhaps cut short by a narrow cell. */
export function isAlike(a: IndicatorToken | undefined, b: IndicatorToken | undefined): boolean {
  return a !== undefined && b !== undefined && isSameName(a.cell.text, b.cell.text)
}

export function isSameName(a: string, b: string): boolean {
  const [short, long] = [normaliseLabel(a), normaliseLabel(b)].sort((x, y) => x.length - y.length)
  return short !== undefined && long !== undefined && (short === long || (short.length >= 3 && long.startsWith(short)))
}
