import type { BlankIndicator, Indicator, IndicatorKind } from '../model/form.ts'
import type { IndicatorToken } from './indicator-tokens.ts'

/** What the indicator part of a form holds. */
export interface ParsedIndicators {
  readonly indicators: readonly Indicator[]
  readonly blanks: readonly BlankIndicator[]
}

/** The first-level name that a row prints, without the blanks of a wrapped cell. */
export function printedLevel1(row: readonly IndicatorToken[]): string | undefined {
  return row.find((token) => token.role === 'level1')?.cell.text.replace(/\s+/gu, '')
}

/**
 * The first-level name of an indicator. One that was printed further up and cannot head this kind says that the right
 * one was lost in print: then it is unknown. One printed in the same row stays, right or wrong.
 */
export function level1For(level1: string | undefined, inRow: boolean, kind: IndicatorKind | undefined): string | undefined {
  if (level1 === undefined || inRow || kind === undefined) return level1
  return headable[kind].test(level1) ? level1 : undefined
}

const headable: Readonly<Record<IndicatorKind, RegExp>> = {
  quantity: /产出/u,
  quality: /产出/u,
  timeliness: /产出/u,
  cost: /产出|成本|投入/u,
  economic: /效益|效果/u,
  social: /效益|效果/u,
  ecological: /效益|效果/u,
  sustainability: /效益|效果/u,
  satisfaction: /满意|效益|效果/u,
}
