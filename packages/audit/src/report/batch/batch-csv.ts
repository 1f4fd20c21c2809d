import type { BatchRow, BatchSummary } from './batch-row.ts'

/**
 * The summary as CSV for spreadsheets: UTF-8 with a mark, a head, one line per file; empty where a file was not audited.
 * A text that a spreadsheet could take for a formula stands behind an apostrophe.
 */
export function renderBatchCsv({ rows }: BatchSummary): string {
  const head = ['文件', '结果', '部门（单位）', '年度', '已识别表', '应有表', '表内数字已对应', '表内数字', '文字数字已对应', '文字数字', '绩效表已对应', '绩效表', '一致', '尾差', '不一致', '无法判定', '错误', '警告', '提示', '用时秒', '内存MB', '代码', '原因', '处理办法']
  return `\uFEFF${[head, ...rows.map(csvRow)].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvRow({ path, outcome, document, summary, seconds, megabytes, reason }: BatchRow): readonly (string | number)[] {
  const counts = summary === undefined ? Array<string>(15).fill('') : [
    summary.tables.recognised, summary.tables.expected, summary.cells.bound, summary.cells.numeric, summary.prose.bound, summary.prose.figures,
    summary.forms.joined, summary.forms.found,
    summary.identities.exact, summary.identities.withinRounding, summary.identities.conflict, summary.identities.undetermined,
    summary.findings.error, summary.findings.warning, summary.findings.notice,
  ]
  return [
    path, outcome, document?.body ?? '', document?.year ?? '', ...counts, seconds ?? '', megabytes ?? '',
    reason?.code ?? '', reason?.detail ?? '', reason?.remedy ?? '',
  ]
}

function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
