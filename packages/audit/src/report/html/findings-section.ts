import { describePlace, type Place } from '@mingzhang/figures'
import type { AuditReport, ReportFinding, ReportIdentity } from '../../model/report.ts'
import type { Bilingual, Severity } from '../../model/rule.ts'
import { amountText } from './amount-words.ts'
import { counted } from './headline.ts'
import { both, html, type Language, type Markup, nothing, said } from './markup.ts'
import { placeLink } from './place-link.ts'
import { findingVerdictWords, identityKindWords, severityAdvice, severityOrder, severityWords, verdictWords } from './wording.ts'

/** How many places a finding shows at once; the others are folded away. */
const shownPlaces = 8

/** A quotation longer than this says less than the place's own words. */
const longestQuote = 24

/** What a finding refers to. */
interface Context {
  readonly document: string
  readonly blocks: AuditReport['blocks']
  readonly identities: ReadonlyMap<string, ReportIdentity>
}

/** All findings by severity and then by rule, with what all findings of a rule share said once. */
export function findingsSection(report: AuditReport, language: Language): Markup {
  const context: Context = { document: report.document.name, blocks: report.blocks, identities: new Map(report.identities.map((identity) => [identity.id, identity])) }
  return html`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">${both({ zh: '审核发现', en: 'Findings' })}</h2>
${report.findings.length === 0 ? html`<p>${both({ zh: '没有发现。', en: 'None.' })}</p>` : filterBar(report, language)}
${severityOrder.map((severity) => severityGroup(report, severity, context))}
</section>`
}

function filterBar(report: AuditReport, language: Language): Markup {
  const option = (value: string, words: Bilingual) => html`<option value="${value}"${said('text', words, language)}>${words[language]}</option>`
  const everything = option('', { zh: '全部', en: 'All' })
  const severities = severityOrder.filter((severity) => report.findings.some((finding) => finding.severity === severity))
  const verdicts = (['conflict', 'fail', 'withinRounding', 'undetermined'] as const).filter((verdict) => report.findings.some((finding) => finding.verdict === verdict))
  const rules = new Map(report.findings.map((finding) => [finding.rule, finding.title]))
  const ruleOptions = [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, title]) => option(id, { zh: `${id} ${title.zh}`, en: `${id} ${title.en}` }))
  return html`<form class="filter" id="filter" role="search"${said('aria-label', { zh: '筛选审核发现', en: 'Filter the findings' }, language)}>
<label class="wide">${both({ zh: '查找', en: 'Search' })} <kbd aria-hidden="true">/</kbd><input type="search" id="search" autocomplete="off"></label>
<label>${both({ zh: '程度', en: 'Severity' })}<select id="filter-severity">${everything}${severities.map((severity) => option(severity, severityWords[severity]))}</select></label>
<label>${both({ zh: '结论', en: 'Verdict' })}<select id="filter-verdict">${everything}${verdicts.map((verdict) => option(verdict, findingVerdictWords[verdict]))}</select></label>
<label>${both({ zh: '规则', en: 'Rule' })}<select id="filter-rule">${everything}${ruleOptions}</select></label>
<p class="count"><output id="count">${both(shownWords(report.findings.length, report.findings.length))}</output> <button type="reset" id="reset" hidden>${both({ zh: '显示全部', en: 'Show all' })}</button></p>
</form>`
}

function shownWords(shown: number, all: number): Bilingual {
  return { zh: `显示 ${shown} / ${all} 条`, en: `${shown} of ${counted(all, 'finding')} shown` }
}

function severityGroup(report: AuditReport, severity: Severity, context: Context): Markup {
  const findings = report.findings.filter((finding) => finding.severity === severity)
  if (findings.length === 0) return nothing
  const byRule = new Map<string, ReportFinding[]>()
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding])
  const words = severityWords[severity]
  return html`<section class="severity" data-group aria-labelledby="severity-${severity}">
<h3 id="severity-${severity}" class="${severity}"><span class="mark" aria-hidden="true">${words.mark}</span> ${both(words)} <span class="minor">${findings.length} · ${both(severityAdvice[severity])}</span></h3>
${[...byRule.values()].map((group) => ruleGroup(group, context))}
</section>`
}

function ruleGroup(findings: readonly ReportFinding[], context: Context): Markup {
  const [first] = findings
  if (first === undefined) return nothing
  const shared = findings.every((finding) => advice(finding).markup === advice(first).markup)
  return html`<section class="rule" data-group>
<h4 data-searchable><code>${first.rule}</code> ${both(first.title)} <span class="minor">${findings.length}</span></h4>
${shared ? advice(first) : nothing}
<ol class="findings">${findings.map((finding) => findingItem(finding, shared, context))}</ol>
</section>`
}

function advice(finding: ReportFinding): Markup {
  return html`<dl class="advice"><dt>${both({ zh: '依据', en: 'Basis' })}</dt><dd>${finding.basis.map((basis) => html`<span class="basis" lang="zh-CN">${basis}</span> `)}</dd>
<dt>${both({ zh: '可能的正当理由', en: 'How it could be legitimate' })}</dt><dd>${both(finding.legitimate)}</dd></dl>`
}

function findingItem(finding: ReportFinding, shared: boolean, context: Context): Markup {
  const verdict = findingVerdictWords[finding.verdict]
  const severity = severityWords[finding.severity]
  return html`<li class="finding ${finding.severity}" id="finding-${finding.id}" data-finding="${finding.id}" data-severity="${finding.severity}" data-verdict="${finding.verdict}" data-rule="${finding.rule}" data-figures="${JSON.stringify(finding.figures)}">
<p class="tags"><span class="tag ${finding.severity}"><span class="mark" aria-hidden="true">${severity.mark}</span> ${both(severity)}</span> <span class="tag ${finding.verdict}"><span class="mark" aria-hidden="true">${verdict.mark}</span> ${both(verdict)}</span></p>
<h5 data-searchable><button type="button" class="statement">${both(finding.statement)}</button></h5>
${amounts(finding)}
${places(finding, context.blocks)}
${shared ? nothing : advice(finding)}
${grouped(finding, context.identities)}
<p class="explain">${both({ zh: '命令行查看推算过程：', en: 'How it was worked out, on the command line: ' })}<code data-searchable>mingzhang explain ${finding.id} --in ${context.document}</code></p>
</li>`
}

function amounts(finding: ReportFinding): Markup {
  const rows = [
    amountRow({ zh: '应为', en: 'Expected' }, finding.expected, false),
    amountRow({ zh: '所印', en: 'Found' }, finding.found, false),
    amountRow({ zh: '差额', en: 'Difference' }, finding.difference, true),
  ].filter((row) => row !== nothing)
  if (rows.length === 0) return nothing
  const money = [finding.expected, finding.found, finding.difference].some((value) => typeof value === 'number')
  const head = money
    ? html`<thead><tr><td></td><th scope="col">${both({ zh: '万元', en: '万元 (10,000 yuan)' })}</th><th scope="col">${both({ zh: '元', en: 'Yuan' })}</th></tr></thead>`
    : nothing
  return html`<table class="amounts" data-searchable>${head}<tbody>${rows}</tbody></table>`
}

function amountRow(name: Bilingual, value: ReportFinding['expected'], signed: boolean): Markup {
  if (value === null) return nothing
  const cells =
    typeof value === 'string'
      ? html`<td colspan="2" class="words">${value}</td>`
      : html`<td class="number">${amountText(value, '万元', signed)}</td><td class="number">${amountText(value, '元', signed)}</td>`
  return html`<tr><th scope="row">${both(name)}</th>${cells}</tr>`
}

function places(finding: ReportFinding, blocks: AuditReport['blocks']): Markup {
  const words = finding.places.map(describePlace)
  const items = finding.places.map((place, index) => {
    // Words alone do not tell apart two numbers of one sentence, or two cells of one row.
    const isAlike = words.some((other, at) => at !== index && other === words[index])
    const text = isAlike || place.start !== undefined ? textAt(place, blocks) : ''
    const quote = text === '' || text.length > longestQuote ? nothing : html` <span class="minor" lang="zh-CN">“${text}”</span>`
    return html`<li>${placeLink(place)}${quote}</li>`
  })
  if (items.length === 0) return nothing
  const rest = items.slice(shownPlaces)
  const more =
    rest.length === 0
      ? nothing
      : html`<details class="printed"><summary>${both({ zh: `另有 ${rest.length} 处`, en: `${rest.length} more` })}</summary><ol class="places" start="${shownPlaces + 1}">${rest}</ol></details>`
  return html`<div data-searchable><ol class="places">${items.slice(0, shownPlaces)}</ol>${more}</div>`
}

/** What is printed at the place, as the report shows it; empty for a whole paragraph. */
function textAt(place: Place, blocks: AuditReport['blocks']): string {
  const block = place.block === undefined ? undefined : blocks[place.block]
  if (block?.kind === 'grid') return block.rows[place.rowIndex ?? -1]?.[place.columnIndex ?? -1]?.text.trim() ?? ''
  return block === undefined || place.start === undefined ? '' : block.text.slice(place.start, place.end)
}

/** The identities that come down to this one cause, when there is more than the statement already says. */
function grouped(finding: ReportFinding, identities: ReadonlyMap<string, ReportIdentity>): Markup {
  if (finding.identities.length === 0) return nothing
  const items = finding.identities.map((id) => {
    const identity = identities.get(id)
    if (identity === undefined) return html`<li><code>${id}</code></li>`
    const verdict = verdictWords[identity.verdict]
    return html`<li><span class="tag ${identity.verdict}"><span class="mark" aria-hidden="true">${verdict.mark}</span> ${both(verdict)}</span> <span class="minor">${both(identityKindWords[identity.kind])}</span><br>${both(identity.statement)}</li>`
  })
  return html`<details class="causes"><summary>${both({ zh: `同一原因的勾稽关系 ${items.length} 条`, en: `${counted(items.length, 'identity').replace('identitys', 'identities')} with this cause` })}</summary><ul class="plain">${items}</ul></details>`
}
