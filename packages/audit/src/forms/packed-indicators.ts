import type { FormSpan, Indicator, IndicatorKind } from '../model/form.ts'
import { matchFormLabel } from './form-words.ts'
import { parseIndicatorValue } from './indicator-value.ts'

/** An indicator out of a cell that holds all of them, before it has its place. */
export type PackedIndicator = Omit<Indicator, 'place'>

/**
 * The indicators of a project that one cell prints in a row: `1、产出指标；数量指标；阅读活动场次；年度指标值：≥24场。2、…`.
 *
 * Levels can carry a number of their own (`11-数量指标`). An entry without levels or without a value is not understood
 * and left out; the cell's text stays with the form.
 */
export function parsePackedIndicators(text: string): readonly PackedIndicator[] {
  return entriesOf(text).flatMap(parseEntry)
}

const level = String.raw`(?:\d{1,2}[-—.、]\s*)?(?:产出|效益|效果|满意度|成本|投入|过程|决策|管理|数量|质量|时效)指标`
const entryStart = new RegExp(String.raw`(?:^|[。；;\s])\s*[（(]?\d{1,3}[、.．)）]\s*(?=${level})`, 'u')

function entriesOf(text: string): readonly string[] {
  const joined = text.replace(/\s+/gu, '')
  return joined.split(new RegExp(entryStart, 'gu')).filter((entry) => entry !== '')
}

const stripCode = (part: string): string => part.replace(/^\d{1,3}[-—]/u, '')

function parseEntry(entry: string): readonly PackedIndicator[] {
  const valueAt = /(?:实施周期|实施期|中期|长期|年度|本年度?|当年|全年)?(?:绩效)?(?:指标|目标)值[:：]/u.exec(entry)
  if (valueAt === null) return []
  const parts = entry.slice(0, valueAt.index).split(/[；;]/u).map((part) => stripCode(part.trim())).filter((part) => part !== '')
  const [first, second] = parts
  const level1 = first !== undefined && isLevel(first, 'level1') ? first : undefined
  const level2 = level1 === undefined ? first : second
  const names = parts.slice(level1 === undefined ? 1 : 2)
  if (level2 === undefined || names.length === 0) return []
  const label = matchFormLabel(level2)?.label ?? matchFormLabel(`${level2}指标`)?.label
  const kind: IndicatorKind | undefined = label?.zone === 'indicator' && label.key === 'level2' ? label.kind : undefined
  const name = names.join('；')
  return [...entry.slice(valueAt.index).matchAll(/(实施周期|实施期|中期|长期|年度|本年度?|当年|全年)?(?:绩效)?(?:指标|目标)值[:：]([\s\S]*?)(?=[；;](?:实施|中期|长期|年度|本年|当年|全年)|$)/gu)].map((match): PackedIndicator => {
    const span: FormSpan = /实施|中期|长期/u.test(match[1] ?? '') ? 'life' : 'annual'
    return { span, level1, level2, kind, name, value: parseIndicatorValue((match[2] ?? '').replace(/[。；;]+$/u, '')) }
  })
}

function isLevel(text: string, key: 'level1'): boolean {
  const label = matchFormLabel(text)?.label
  return (label?.zone === 'indicator' && label.key === key) || text === '成本指标'
}
