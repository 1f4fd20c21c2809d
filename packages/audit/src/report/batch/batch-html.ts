/**
 * The summary of a batch as one page: what was read of each file first, then what was found in it, with links to the
 * reports beside it.
 *
 * @module
 */
import { html, type Language, type Markup, nothing, trusted } from '../html/markup.ts'
import { pageStyle } from '../html/page-style.ts'
import type { BatchRow, BatchSummary, BatchTotals } from './batch-row.ts'
import { batchColumns, batchOutcomeWords } from './batch-words.ts'

export interface BatchHtmlOptions {
  readonly language: Language
}

/** The page: one file that loads nothing. */
export function renderBatchHtml({ rows, totals }: BatchSummary, { language }: BatchHtmlOptions): string {
  const title = language === 'zh' ? '审核汇总' : 'Audit summary'
  const read = rows.filter(({ outcome }) => outcome === 'audited')
  const failed = rows.filter(({ outcome }) => outcome === 'problem' || outcome === 'interrupted')
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped')
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(pageStyle)}${trusted(batchStyle)}</style>
</head>
<body>
<main class="report batch">
<p class="product">${language === 'zh' ? '明账 · 部门预算公开审核' : 'Mingzhang 明账 · audit of published budgets'}</p>
<h1>${title}</h1>
<p class="headline">${headline(totals, language)}</p>
${failed.length === 0 ? nothing : reasons(language === 'zh' ? '没有审核成的文件' : 'Files that were not audited', failed, language)}
<h2>${language === 'zh' ? '各份文件' : 'The documents'}</h2>
${documentTable(read, totals, language)}
<p class="note">${language === 'zh'
    ? '先看读到了多少：没有对应到含义的数字没有参加核对。用时按每份文件分别计；内存是读这份文件的线程在各步之间的最大堆内存。'
    : 'Coverage first: figures that were not bound were not checked. Seconds are per document; memory is the largest heap of the thread that read it, seen between its steps.'}</p>
${skipped.length === 0 ? nothing : reasons(language === 'zh' ? '跳过的文件' : 'Skipped files', skipped, language)}
</main>
</body>
</html>
`.markup
}

function headline({ files, cells, prose, identities, findings }: BatchTotals, language: Language): string {
  if (language === 'en') {
    return `${files.audited} audited, ${files.problem + files.interrupted} not audited, ${files.skipped} skipped. `
      + `Bound: ${shareOf(cells.bound, cells.numeric)} of table figures, ${shareOf(prose.bound, prose.figures)} of prose figures. `
      + `${identities.conflict} conflicts; ${findings.error} errors, ${findings.warning} warnings.`
  }
  return `审核 ${files.audited} 份，没有审核成 ${files.problem + files.interrupted} 份，跳过 ${files.skipped} 份。`
    + `表内数字 ${shareOf(cells.bound, cells.numeric)}、文字数字 ${shareOf(prose.bound, prose.figures)} 对应到了含义；`
    + `不一致 ${identities.conflict} 条，错误 ${findings.error} 处，警告 ${findings.warning} 处。`
}

function documentTable(rows: readonly BatchRow[], totals: BatchTotals, language: Language): Markup {
  const heads = Object.entries(batchColumns).filter(([key]) => key !== 'outcome' && key !== 'reason').map(([, words]) => html`<th scope="col">${words[language]}</th>`)
  return html`<div class="wide"><table class="batch-table"><thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => documentRow(row, language))}</tbody>
<tfoot><tr><th scope="row">${language === 'zh' ? `合计 ${rows.length} 份` : `${rows.length} documents`}</th><td></td><td></td>${counts(totals)}<td class="number">${totals.seconds}</td><td class="number">${totals.megabytes}</td></tr></tfoot></table></div>`
}

function documentRow({ path, document, summary, seconds, megabytes, reports }: BatchRow, language: Language): Markup {
  const links = reports.map(({ format, path: target }) => html` <a href="${encodeURI(target)}">${reportWords(format, language)}</a>`)
  return html`<tr><th scope="row">${path}<span class="links">${links}</span></th><td>${document?.body ?? (language === 'zh' ? '未能识别' : 'not recognised')}</td><td class="number">${document?.year ?? ''}</td>${summary === undefined ? nothing : counts(summary)}<td class="number">${seconds ?? ''}</td><td class="number">${megabytes ?? ''}</td></tr>`
}

function counts({ tables, cells, prose, identities, findings }: Pick<BatchTotals, 'tables' | 'cells' | 'prose' | 'identities' | 'findings'>): Markup {
  const share = (bound: number, all: number): Markup => html`<td class="number${bound < all ? ' short' : ''}">${bound}/${all}<span class="minor"> ${shareOf(bound, all)}</span></td>`
  const count = (value: number, kind: string): Markup => html`<td class="number${value > 0 ? ` ${kind}` : ''}">${value}</td>`
  return html`<td class="number${tables.recognised < tables.expected ? ' short' : ''}">${tables.recognised}/${tables.expected}</td>${share(cells.bound, cells.numeric)}${share(prose.bound, prose.figures)}${
    [count(identities.exact, ''), count(identities.withinRounding, ''), count(identities.conflict, 'error'), count(identities.undetermined, 'warning'), count(findings.error, 'error'), count(findings.warning, 'warning'), count(findings.notice, '')]}`
}

function reasons(title: string, rows: readonly BatchRow[], language: Language): Markup {
  const items = rows.map(({ path, outcome, reason }) => html`<tr><th scope="row">${path}</th><td>${batchOutcomeWords[outcome][language]}</td><td>${reason?.detail ?? ''}${reason?.remedy ?? ''}</td></tr>`)
  return html`<h2>${title}</h2><table class="batch-table"><tbody>${items}</tbody></table>`
}

function reportWords(format: string, language: Language): string {
  if (format === 'annotated') return language === 'zh' ? '批注 PDF' : 'annotated PDF'
  return format === 'html' ? (language === 'zh' ? '报告' : 'report') : format.toUpperCase()
}

/** Rounded down: 100% means all. A dash where there was nothing. */
export function shareOf(bound: number, all: number): string {
  return all === 0 ? '—' : `${Math.floor((bound * 100) / all)}%`
}

const batchStyle = String.raw`
.batch { max-width: 110rem; }
.wide { overflow-x: auto; }
.batch-table { border-collapse: collapse; width: 100%; font-size: .9rem; }
.batch-table th, .batch-table td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
.batch-table thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
.batch-table td.number { text-align: right; }
.batch-table tfoot th, .batch-table tfoot td { border-top: 2px solid var(--ink); font-weight: 600; }
.batch-table .links { display: block; font-weight: 400; }
.batch-table .links a { color: var(--link); margin-right: .6rem; }
.batch-table .error { color: var(--error); font-weight: 600; }
.batch-table .warning, .batch-table .short { color: var(--warning); }
`
