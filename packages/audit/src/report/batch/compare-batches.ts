import type { Bilingual } from '../../model/rule.ts'
import type { BatchRow } from './batch-row.ts'

/** One measure of one document that is not what it was. */
export interface BatchChange {
  readonly path: string
  /** `other`: neither is better as such, such as a document that is new. */
  readonly kind: 'better' | 'worse' | 'other'
  readonly what: Bilingual
  readonly before: number | string | undefined
  readonly after: number | string | undefined
}

/**
 * What got better and worse since an earlier run, by document and measure; documents are matched by their paths.
 *
 * More that is recognised, bound or exact is better; more that conflicts or stays open is worse until somebody has looked:
 * a conflict that a better reading brings to light is still one to examine. Time counts when it is half as much again
 * and a second more: smaller differences are those of the machine.
 */
export function compareBatches(before: readonly BatchRow[], after: readonly BatchRow[]): readonly BatchChange[] {
  const earlier = new Map(before.map((row) => [row.path, row]))
  const later = new Set(after.map(({ path }) => path))
  return [
    ...after.flatMap((row) => {
      const old = earlier.get(row.path)
      return old === undefined ? [change(row.path, 'other', { zh: '新的文件', en: 'new file' }, undefined, row.outcome)] : compareRows(old, row)
    }),
    ...before.filter(({ path }) => !later.has(path)).map(({ path, outcome }) => change(path, 'other', { zh: '不再有的文件', en: 'no longer there' }, outcome, undefined)),
  ]
}

interface Measure {
  readonly what: Bilingual
  readonly of: (row: BatchRow) => number | undefined
  readonly more: 'better' | 'worse' | 'other'
}

const measures: readonly Measure[] = [
  { what: { zh: '已识别表', en: 'tables recognised' }, of: ({ summary }) => summary?.tables.recognised, more: 'better' },
  { what: { zh: '应有表', en: 'tables expected' }, of: ({ summary }) => summary?.tables.expected, more: 'other' },
  { what: { zh: '表内数字', en: 'table figures' }, of: ({ summary }) => summary?.cells.numeric, more: 'other' },
  { what: { zh: '表内数字已对应', en: 'table figures bound' }, of: ({ summary }) => summary?.cells.bound, more: 'better' },
  { what: { zh: '文字数字', en: 'prose figures' }, of: ({ summary }) => summary?.prose.figures, more: 'other' },
  { what: { zh: '文字数字已对应', en: 'prose figures bound' }, of: ({ summary }) => summary?.prose.bound, more: 'better' },
  { what: { zh: '绩效表已对应', en: 'forms joined' }, of: ({ summary }) => summary?.forms.joined, more: 'better' },
  { what: { zh: '一致', en: 'exact' }, of: ({ summary }) => summary?.identities.exact, more: 'better' },
  { what: { zh: '尾差', en: 'within rounding' }, of: ({ summary }) => summary?.identities.withinRounding, more: 'other' },
  { what: { zh: '不一致', en: 'conflict' }, of: ({ summary }) => summary?.identities.conflict, more: 'worse' },
  { what: { zh: '无法判定', en: 'undetermined' }, of: ({ summary }) => summary?.identities.undetermined, more: 'worse' },
]

function compareRows(before: BatchRow, after: BatchRow): readonly BatchChange[] {
  const { path } = after
  if (before.outcome !== after.outcome) {
    const kind = after.outcome === 'audited' ? 'better' : before.outcome === 'audited' ? 'worse' : 'other'
    return [change(path, kind, { zh: '结果', en: 'outcome' }, before.outcome, after.outcome)]
  }
  const changes = measures.flatMap(({ what, of, more }) => {
    const old = of(before)
    const now = of(after)
    if (old === undefined || now === undefined || old === now) return []
    return [change(path, more === 'other' ? 'other' : (now > old) === (more === 'better') ? 'better' : 'worse', what, old, now)]
  })
  const slower = timeChange(before, after)
  return slower === undefined ? changes : [...changes, slower]
}

function timeChange({ seconds: old }: BatchRow, { path, seconds: now }: BatchRow): BatchChange | undefined {
  if (old === undefined || now === undefined) return undefined
  const differs = (a: number, b: number): boolean => b > a * 1.5 && b - a >= 1
  const what = { zh: '用时（秒）', en: 'seconds' }
  return differs(old, now) ? change(path, 'worse', what, old, now) : differs(now, old) ? change(path, 'better', what, old, now) : undefined
}

function change(path: string, kind: BatchChange['kind'], what: Bilingual, before: number | string | undefined, after: number | string | undefined): BatchChange {
  return { path, kind, what, before, after }
}
