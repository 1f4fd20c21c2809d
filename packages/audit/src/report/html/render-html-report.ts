import { createHash } from 'node:crypto'
import type { AuditReport } from '../../model/report.ts'
import type { Bilingual } from '../../model/rule.ts'
import { documentPane } from './document-pane.ts'
import { findingsSection } from './findings-section.ts'
import { both, html, type Language, type Markup, nothing, said, scriptJson, trusted } from './markup.ts'
import { openPointsSection } from './open-points-section.ts'
import { pageDataOf } from './page-data.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'
import { summarySection } from './summary-section.ts'
import { documentKindWords } from './wording.ts'

export interface HtmlReportOptions {
  /** The language that the page opens in; the other one is a button away. */
  readonly language: Language
}

/**
 * Returns the report as one HTML file that needs nothing else: it opens from a disk and reads nothing over a network.
 *
 * It reads and prints without its script, which adds filtering, both-way navigation and the figures' panel. All text
 * of the document is escaped, and the page's policy allows no script but its own. Same report, same bytes.
 */
export function renderHtmlReport(report: AuditReport, options: HtmlReportOptions): string {
  const { language } = options
  const title = titleOf(report)
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title${said('text', title, language)}>${title[language]}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#findings">${both({ zh: '跳到审核发现', en: 'Skip to the findings' })}</a>
<a class="skip" href="#document">${both({ zh: '跳到文件原文', en: 'Skip to the document' })}</a>
<div class="columns">
<div class="report">
${pageHeader(report)}
<main>
${summarySection(report)}
${findingsSection(report, language)}
${openPointsSection(report)}
</main>
${pageFooter(report)}
</div>
${documentPane(report, language)}
</div>
<script type="application/json" id="report-data">${scriptJson(pageDataOf(report))}</script>
<script>${trusted(pageScript)}</script>
</body>
</html>
`.markup
}

/** Only this page's own script runs, and nothing is ever loaded. */
const securityPolicy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(pageScript).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function titleOf(report: AuditReport): Bilingual {
  const { body, name, year } = report.document
  const subject = body ?? name
  return { zh: `${subject}${year === null ? '' : ` ${year} 年`} 审核报告`, en: `Audit report: ${subject}${year === null ? '' : `, ${year}`}` }
}

function pageHeader(report: AuditReport): Markup {
  const { body, name, year, kind, level, profile } = report.document
  const unknown = both({ zh: '未能识别', en: 'not recognised' })
  const fact = (words: Bilingual, value: Markup) => html`<div><dt>${both(words)}</dt><dd>${value}</dd></div>`
  return html`<header>
<p class="product">${both({ zh: '明账 · 部门预算公开审核报告', en: 'Mingzhang 明账 · audit of a department’s published budget' })}
<button type="button" id="language">${html`<span class="t" lang="zh-CN"><span lang="en">English</span></span><span class="t" lang="en"><span lang="zh-CN">中文</span></span>`}</button></p>
<h1 lang="zh-CN">${body ?? name}</h1>
<dl class="identity-card">${[
    fact({ zh: '年度', en: 'Year' }, year === null ? unknown : html`${year}`),
    fact({ zh: '类型', en: 'Kind' }, kind === null ? unknown : both(documentKindWords[kind])),
    level === null ? nothing : fact({ zh: '层级', en: 'Level' }, both(level === 'department' ? { zh: '部门', en: 'department' } : { zh: '单位', en: 'unit' })),
    profile === null ? nothing : fact({ zh: '地方规则', en: 'Local profile' }, html`${profile}`),
    fact({ zh: '文件', en: 'File' }, html`<span lang="zh-CN">${name}</span>`),
  ]}</dl>
</header>`
}

function pageFooter(report: AuditReport): Markup {
  const keys: readonly (readonly [string, Bilingual])[] = [
    ['j k', { zh: '下一条、上一条发现', en: 'next and previous finding' }],
    ['/', { zh: '查找', en: 'search' }],
    ['Enter', { zh: '选中，或查看数字', en: 'choose, or open a figure' }],
    ['← → ↑ ↓', { zh: '在原文的数字之间移动', en: 'move between figures in the document' }],
    ['Esc', { zh: '关闭、取消', en: 'close, cancel' }],
  ]
  return html`<footer>
<p class="keys">${keys.map(([key, words]) => html`<span><kbd>${key}</kbd> ${both(words)}</span> `)}</p>
<p>${both({
    zh: `本报告由明账 ${report.version} 生成，供审核参考；是否需要更正，由编制单位和财政部门判断。个人信息已作遮盖。`,
    en: `Made by Mingzhang ${report.version} as advice to a reviewer: whether anything is to be corrected is for the department and the finance bureau to decide. Personal data is masked.`,
  })}</p>
<noscript><p>${both({ zh: '查看数字含义、筛选和定位需要允许本页的脚本运行；阅读和打印不需要。', en: 'Figures’ meanings, filtering and navigation need this page’s script; reading and printing do not.' })}</p></noscript>
</footer>`
}
