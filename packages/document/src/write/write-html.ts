import { createHash } from 'node:crypto'
import type { Publication } from '../publication.ts'
import { html, trusted } from './html/markup.ts'
import { blocksMarkup, contentsMarkup } from './html/page-body.ts'
import { pageScript } from './html/page-script.ts'
import { pageStyle } from './html/page-style.ts'

/**
 * Returns the publication as one HTML page that needs nothing else and loads nothing.
 *
 * Every figure is a `data` element: its value is the printed amount in fen, `data-exact` the amount behind it, `data-region`
 * what it is the total of. The page reads and prints without its script, which adds the figures' panel and the tables' CSV.
 * All text is escaped, and the page's policy allows no script but its own. Same publication, same page. Throws when a block
 * names a figure that the publication does not list.
 */
export function writeHtml(publication: Publication): string {
  const { body, title, coverLines } = publication
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="author" content="${body}">
<title>${body} ${title}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#page-main">跳到正文</a>
<a class="skip" href="#page-contents">跳到目录</a>
<header>
<h1><span class="whose">${body}</span> <span class="what">${title}</span></h1>
${coverLines.map((line) => html`<p>${line}</p>\n`)}</header>
<div class="columns">
<nav id="page-contents" aria-label="目录" tabindex="-1">
<h2>目录</h2>
${contentsMarkup(publication)}
</nav>
<main id="page-main" tabindex="-1">
<p class="hint" hidden>点选任何一个数字，可以查看它的含义、准确金额，以及文中其他出处；表格可以复制，也可以下载为 CSV 文件。</p>
${blocksMarkup(publication)}</main>
</div>
<aside id="page-panel" aria-labelledby="page-panel-title" hidden>
<div class="panel-head"><h2 id="page-panel-title" tabindex="-1"></h2><button type="button" id="page-panel-close">关闭</button></div>
<div id="page-panel-body"></div>
</aside>
<p id="page-status" role="status" class="unseen"></p>
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
