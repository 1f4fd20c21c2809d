import type { Bilingual } from '../../model/rule.ts'
import type { BatchOutcome } from './batch-row.ts'

export const batchOutcomeWords: Readonly<Record<BatchOutcome, Bilingual>> = {
  audited: { zh: '已审核', en: 'audited' },
  problem: { zh: '没有审核成', en: 'not audited' },
  skipped: { zh: '跳过', en: 'skipped' },
  interrupted: { zh: '中断', en: 'stopped' },
}

/** The heads of the summary table, in the order of its columns: what was read stands before what was found. */
export const batchColumns = {
  path: { zh: '文件', en: 'File' },
  outcome: { zh: '结果', en: 'Outcome' },
  body: { zh: '部门（单位）', en: 'Body' },
  year: { zh: '年度', en: 'Year' },
  tables: { zh: '表：已识别/应有', en: 'Tables: recognised/expected' },
  cells: { zh: '表内数字：已对应/全部', en: 'Table figures: bound/all' },
  prose: { zh: '文字数字：已对应/全部', en: 'Prose figures: bound/all' },
  exact: { zh: '一致', en: 'Exact' },
  withinRounding: { zh: '尾差', en: 'Within rounding' },
  conflict: { zh: '不一致', en: 'Conflict' },
  undetermined: { zh: '无法判定', en: 'Undetermined' },
  error: { zh: '错误', en: 'Errors' },
  warning: { zh: '警告', en: 'Warnings' },
  notice: { zh: '提示', en: 'Notices' },
  seconds: { zh: '用时（秒）', en: 'Seconds' },
  megabytes: { zh: '内存（MB）', en: 'Memory (MB)' },
  reason: { zh: '原因', en: 'Reason' },
} as const satisfies Readonly<Record<string, Bilingual>>
