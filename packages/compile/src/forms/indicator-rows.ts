/**
 * 绩效指标: a row per indicator, 实施期 and 年度 beside each other below the same first and second level.
 *
 * @module
 */
import type { PublicationCell, TableRowBlock } from '@mingzhang/document'
import type { LedgerIndicator } from '../ledger/ledger.ts'
import { columnLabel, label, row, value } from './form-cells.ts'

/** The head and the indicators. A second level that one half lacks is not named in that half. */
export function indicatorRows(indicators: readonly LedgerIndicator[]): readonly TableRowBlock[] {
  const body = distinct(indicators.map(({ level1 }) => level1))
    .flatMap((level1) => level1Rows(level1, indicators.filter((one) => one.level1 === level1)))
  const heads = ['二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'].map((text) => columnLabel(text))
  return [row(label('绩效指标', { rows: body.length + 1 }), columnLabel('一级指标'), ...heads), ...body]
}

function level1Rows(level1: string, indicators: readonly LedgerIndicator[]): readonly TableRowBlock[] {
  const rows = distinct(indicators.map(({ level2 }) => level2))
    .flatMap((level2) => level2Rows(indicators.filter((one) => one.level2 === level2)))
  return rows.map((cells, index) => row(...(index === 0 ? [label(level1, { rows: rows.length })] : []), ...cells))
}

function level2Rows(indicators: readonly LedgerIndicator[]): readonly (readonly PublicationCell[])[] {
  const life = indicators.filter(({ span }) => span === 'life')
  const annual = indicators.filter(({ span }) => span === 'annual')
  const rows = Math.max(life.length, annual.length)
  return Array.from({ length: rows }, (_, index) => [...halfCells(life, index, rows), ...halfCells(annual, index, rows)])
}

function halfCells(half: readonly LedgerIndicator[], index: number, rows: number): readonly PublicationCell[] {
  const level2 = index > 0 ? [] : [label(half[0]?.level2 ?? '', { rows })]
  return [...level2, value(half[index]?.name ?? ''), value(half[index]?.value ?? '')]
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
