import type { AuditReport, ReportBlock } from '../../model/report.ts'
import { severityOrder } from './wording.ts'
import { both, html, type Language, type Markup, nothing, said } from './markup.ts'

type GridBlock = Extract<ReportBlock, { kind: 'grid' }>
type ParagraphBlock = Extract<ReportBlock, { kind: 'paragraph' }>

/** What the document pane marks, such as the figures that findings are about. */
interface Marks {
  readonly language: Language
  /** The worst severity of a finding that names the figure. */
  readonly figures: ReadonlyMap<string, string>
  /** `block:row:column` of an unbound number in a grid. */
  readonly unboundCells: ReadonlySet<string>
  /** By block: the unbound numbers in a paragraph. */
  readonly unboundSpans: ReadonlyMap<number, readonly Span[]>
  /** The printed titles of tables. */
  readonly titles: ReadonlySet<string>
}

/** A part of a paragraph; without a figure it is a number that nothing could be made of. */
interface Span {
  readonly start: number
  readonly end: number
  readonly figure?: string
}

/** The document as read, every bound figure a button, with a list of its tables and forms to go to. */
export function documentPane(report: AuditReport, language: Language): Markup {
  const marks = marksOf(report, language)
  const titles = blockTitles(report)
  return html`<aside id="document" tabindex="-1"${said('aria-label', { zh: '文件原文', en: 'The document' }, language)}>
<div class="toolbar"><h2>${both({ zh: '文件原文', en: 'The document' })}</h2>
${jumpList(report, language)}
<p class="legend">${both({ zh: '点击数字查看含义及其勾稽关系。', en: 'Click a figure for what it means and the identities it is in.' })} <span class="legend-marks">${both({
    zh: '■▲○ 涉及审核发现；波浪线：未能明确含义',
    en: '■▲○ in a finding; wavy line: not understood',
  })}</span></p>
<button type="button" id="back" hidden>${both({ zh: '返回刚才的发现', en: 'Back to the finding' })}</button>
</div>
<div id="pages" lang="zh-CN">${report.blocks.map((block, index) =>
    block.kind === 'grid' ? gridMarkup(block, index, titles.get(index), marks) : paragraphMarkup(block, index, marks),
  )}</div>
<section id="panel" aria-labelledby="panel-title" hidden></section>
</aside>`
}

function marksOf(report: AuditReport, language: Language): Marks {
  const figures = new Map<string, string>()
  for (const severity of severityOrder) {
    for (const finding of report.findings) {
      if (finding.severity !== severity) continue
      for (const figure of finding.figures) if (!figures.has(figure)) figures.set(figure, severity)
    }
  }
  const unboundCells = new Set<string>()
  const unboundSpans = new Map<number, Span[]>()
  for (const { block, rowIndex, columnIndex, start, end } of report.unbound.map((one) => one.place)) {
    if (block === undefined) continue
    if (rowIndex !== undefined) unboundCells.add([block, rowIndex, columnIndex].join(':'))
    else if (start !== undefined && end !== undefined) unboundSpans.set(block, [...(unboundSpans.get(block) ?? []), { start, end }])
  }
  const titles = new Set(report.tables.map((table) => table.title.trim()))
  return { language, figures, unboundCells, unboundSpans, titles }
}

/** The title of a grid: that of the table or form placed at it, or at a paragraph just above it. */
function blockTitles(report: AuditReport): ReadonlyMap<number, string> {
  const titles = new Map<number, string>()
  for (const { place, title } of titledPlaces(report)) {
    if (place.block === undefined) continue
    const grid = report.blocks.findIndex((block, index) => index >= (place.block ?? 0) && block.kind === 'grid')
    if (grid !== -1 && grid - place.block <= 6 && !titles.has(grid)) titles.set(grid, title)
  }
  return titles
}

function titledPlaces(report: AuditReport) {
  return [
    ...report.tables.map(({ place, title }) => ({ place, title, form: false })),
    ...report.forms.map(({ place, name }) => ({ place, title: name, form: true })),
  ]
}

function jumpList(report: AuditReport, language: Language): Markup {
  const options = (form: boolean) =>
    titledPlaces(report).filter((one) => one.form === form && one.place.block !== undefined).map((one) => html`<option value="${one.place.block ?? 0}">${one.title}</option>`)
  const group = (form: boolean, words: { zh: string; en: string }) => {
    const members = options(form)
    return members.length === 0 ? nothing : html`<optgroup label="${words[language]}">${members}</optgroup>`
  }
  const tables = group(false, { zh: '预算表', en: 'Tables' })
  const forms = group(true, { zh: '绩效目标表', en: 'Target forms' })
  if (tables === nothing && forms === nothing) return nothing
  const words = { zh: '转到……', en: 'Go to…' }
  return html`<select id="jump"${said('aria-label', { zh: '转到表格', en: 'Go to a table' }, language)}><option value=""${said('text', words, language)}>${words[language]}</option>${tables}${forms}</select>`
}

function paragraphMarkup(block: ParagraphBlock, index: number, marks: Marks): Markup {
  if (block.text.trim() === '') return nothing
  const spans: readonly Span[] = [...block.spans, ...(marks.unboundSpans.get(index) ?? [])]
  const parts: Markup[] = []
  let done = 0
  for (const { start, end, figure } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < done || end > block.text.length || end <= start) continue
    const text = block.text.slice(start, end)
    parts.push(html`${block.text.slice(done, start)}`, figure === undefined ? html`<span class="unbound">${text}</span>` : figureButton(figure, text, marks))
    done = end
  }
  const isHeading = block.text.length <= 40 && /^\s*(?:第[一二三四五六七八九十]+[部章]|[一二三四五六七八九十]+、)/u.test(block.text)
  return html`<p id="b${index}"${isHeading || marks.titles.has(block.text.trim()) ? html` class="heading"` : nothing}>${parts}${block.text.slice(done)}</p>
`
}

function gridMarkup(block: GridBlock, index: number, title: string | undefined, marks: Marks): Markup {
  const firstBody = Math.max(0, block.rows.findIndex((row) => row.some((cell) => cell.figure !== null)))
  const amountColumns = new Set(block.rows.flatMap((cells) => cells.flatMap((cell, column) => (cell.figure === null ? [] : [column]))))
  const row = (cells: GridBlock['rows'][number], rowIndex: number) => {
    const label = rowIndex < firstBody ? -1 : cells.findIndex((cell) => cell.figure === null && cell.text.trim() !== '')
    const hasFigure = cells.some((cell) => cell.figure !== null)
    return html`<tr>${cells.map((cell, column) => {
      const scope = rowIndex < firstBody ? 'col' : hasFigure && column === label ? 'row' : undefined
      if (scope === 'col' && amountColumns.has(column) && cell.text.trim() !== '') return html`<th scope="col" class="number">${cell.text}</th>`
      return cellMarkup(cell, scope, marks.unboundCells.has(`${index}:${rowIndex}:${column}`), marks)
    })}</tr>
`
  }
  const head = block.rows.slice(0, firstBody).map(row)
  const body = block.rows.slice(firstBody).map((cells, offset) => row(cells, firstBody + offset))
  const name = title === undefined ? said('aria-label', { zh: `表格 ${index}`, en: `Table ${index}` }, marks.language) : html` aria-label="${title}"`
  return html`<div class="grid" id="b${index}" role="group" tabindex="0"${name}><table>${
    head.length > 0 ? html`<thead>${head}</thead>` : nothing
  }<tbody>${body}</tbody></table></div>
`
}

function cellMarkup(cell: GridBlock['rows'][number][number], scope: 'col' | 'row' | undefined, isUnbound: boolean, marks: Marks): Markup {
  if (cell.figure !== null) return html`<td class="number">${figureButton(cell.figure, cell.text, marks)}</td>`
  if (cell.text.trim() === '') return html`<td></td>`
  const isLong = cell.text.length > 8
  if (scope !== undefined) return html`<th scope="${scope}"${isLong ? html` class="long"` : nothing}>${cell.text}</th>`
  const isNumber = /^[-−－+△▲(（]?[\d,，.]+%?[)）]?$/u.test(cell.text.trim())
  const classes = [isNumber ? 'number' : isLong ? 'long' : '', isUnbound ? 'unbound' : ''].filter((name) => name !== '').join(' ')
  return html`<td${classes === '' ? nothing : html` class="${classes}"`}>${cell.text}</td>`
}

/** Only one figure at a time is in the tab order (the script moves it), so that Tab does not walk through thousands. */
function figureButton(id: string, text: string, marks: Marks): Markup {
  const severity = marks.figures.get(id)
  const isBlank = text.trim() === ''
  const name = isBlank ? said('aria-label', { zh: '空白', en: 'blank' }, marks.language) : nothing
  return html`<button type="button" class="figure${severity === undefined ? '' : ` in-${severity}`}" tabindex="-1" data-figure="${id}"${name}>${isBlank ? '\u00a0' : text}</button>`
}
