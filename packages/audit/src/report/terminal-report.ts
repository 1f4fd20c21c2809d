/**
 * The report for a terminal: what was read first, then what was found, then where the rest is.
 *
 * @module
 */
import type { Fen, PrintedUnit } from '@mingzhang/money'
import type { AuditReport, ReportFinding } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { acrossLines, acrossOpenEnds } from './across-lines.ts'
import { amountText } from './html/amount-words.ts'
import { headlineOf } from './html/headline.ts'
import { placeWords } from './html/place-words.ts'
import { documentKindWords, findingVerdictWords, severityAdvice, severityOrder, severityWords } from './html/wording.ts'
import type { ExplainableReport } from './json-report.ts'
import { padText, type WidthOf, wrapText } from './wrap-text.ts'

/** Colours a text, or returns it as it is where the terminal has none. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly severity: Readonly<Record<Severity, (text: string) => string>>
}

export interface TerminalOptions {
  readonly language: 'zh' | 'en'
  /** The width of the terminal. Wider than 120 columns is not used: long lines are hard to read. */
  readonly columns: number
  readonly widthOf: WidthOf
  readonly paint: Paint
}

/** The whole report as text, ending with a line break. */
export function renderTerminalReport(report: AuditReport, options: TerminalOptions): string {
  const page = createPage(options)
  writeHead(report, page)
  writeCoverage(report, page)
  for (const severity of severityOrder) writeFindings(report, severity, page)
  writeOpenEnds(report, page)
  return page.text()
}

/** One finding in full: both places, the identities in words, the amounts, what it rests on and how it can be legitimate. */
export function renderFinding(report: ExplainableReport, finding: ReportFinding, options: TerminalOptions): string {
  const page = createPage(options)
  const { language, paint } = options
  const severity = severityWords[finding.severity]
  page.line(paint.bold(`${finding.id}  ${finding.title[language]}`))
  page.line(paint.severity[finding.severity](`${severity.mark} ${severity[language]}`) + `  ${findingVerdictWords[finding.verdict][language]}`)
  page.gap()
  page.paragraph(finding.statement[language], '  ')
  page.section(language === 'zh' ? '位置' : 'Places')
  for (const place of placeLines(finding, language)) page.paragraph(place, '  · ')
  const amounts = [
    [language === 'zh' ? '应为' : 'Expected', finding.expected, false],
    [language === 'zh' ? '印为' : 'Found', finding.found, false],
    [language === 'zh' ? '相差' : 'Difference', finding.difference, true],
  ] as const
  const stated = amounts.filter(([, value]) => value !== null)
  if (stated.length > 0) page.section(language === 'zh' ? '对照' : 'Comparison')
  for (const [label, value, signed] of stated) page.row(label, valueText(value, language, signed), 12)
  const identities = report.identities.filter((identity) => finding.identities.includes(identity.id))
  if (identities.length > 0) page.section(language === 'zh' ? '勾稽关系' : 'Identities')
  for (const identity of identities) page.paragraph(identity.statement[language], '  · ')
  if (finding.basis.length > 0) page.section(language === 'zh' ? '依据' : 'Basis')
  for (const basis of finding.basis) page.paragraph(basis, '  · ')
  page.section(language === 'zh' ? '什么情况下可以成立' : 'How it can be legitimate')
  page.paragraph(finding.legitimate[language], '  ')
  return page.text()
}

/** `12.00 万元（120,000.00 元）` for an amount; anything else as it is. */
function valueText(value: Fen | string | null, language: 'zh' | 'en', signed: boolean): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  const inUnit = (unit: PrintedUnit): string => `${amountText(value, unit, signed)} ${unit}`
  return language === 'zh' ? `${inUnit('万元')}（${inUnit('元')}）` : `${inUnit('万元')} (${inUnit('元')})`
}

function writeHead({ document }: AuditReport, page: Page): void {
  const { language, paint } = page.options
  const kind = document.kind === null ? undefined : documentKindWords[document.kind][language]
  const year = document.year === null ? undefined : language === 'zh' ? `${document.year} 年` : String(document.year)
  const subject = [year, kind].filter((part) => part !== undefined).join(language === 'zh' ? '' : ' ')
  const title = [document.body, subject].filter((part) => part !== null && part !== '')
  page.paragraph(title.length > 0 ? title.join('  ') : document.name, '', paint.bold)
  const profile = document.profile === null ? (language === 'zh' ? '未用地方模板' : 'no profile') : `${language === 'zh' ? '模板' : 'profile'} ${document.profile}`
  page.paragraph(`${document.name} · ${profile}`, '', paint.dim)
}

function writeCoverage(report: AuditReport, page: Page): void {
  const { language } = page.options
  const { tables, cells, prose, forms, identities, rules } = report.summary
  const zh = language === 'zh'
  const count = (value: number): string => formatCount(value)
  page.section(zh ? '读到了什么' : 'What was read')
  const width = zh ? 10 : 16
  page.row(
    zh ? '表格' : 'Tables',
    zh ? `认出 ${count(tables.recognised)} 张，应有 ${count(tables.expected)} 张` : `${count(tables.recognised)} recognised of ${count(tables.expected)} expected`,
    width,
  )
  page.row(zh ? '表内数字' : 'Table figures', boundText(cells.bound, cells.numeric, zh), width)
  page.row(zh ? '文字数字' : 'Prose figures', boundText(prose.bound, prose.figures, zh), width)
  page.row(
    zh ? '绩效表' : 'Project forms',
    forms.found === 0 ? (zh ? '没有' : 'none') : zh ? `${count(forms.found)} 份，与项目对上 ${count(forms.joined)} 份` : `${count(forms.found)}, of which ${count(forms.joined)} joined to a project`,
    width,
  )
  page.row(
    zh ? '勾稽关系' : 'Identities',
    zh
      ? `一致 ${count(identities.exact)} · 尾差 ${count(identities.withinRounding)} · 不一致 ${count(identities.conflict)} · 无法判定 ${count(identities.undetermined)}`
      : `exact ${count(identities.exact)} · within rounding ${count(identities.withinRounding)} · conflict ${count(identities.conflict)} · undetermined ${count(identities.undetermined)}`,
    width,
  )
  page.row(
    zh ? '规则' : 'Rules',
    zh
      ? `通过 ${count(rules.pass)} · 有发现 ${count(rules.fail)} · 无法判定 ${count(rules.undetermined)} · 不适用 ${count(rules['not-applicable'])}`
      : `passed ${count(rules.pass)} · findings ${count(rules.fail)} · undetermined ${count(rules.undetermined)} · not applicable ${count(rules['not-applicable'])}`,
    width,
  )
  for (const { label, text } of acrossLines(report)) page.row(label[language], text[language], width)
  page.gap()
  page.paragraph(headlineOf(report)[language], '', page.options.paint.bold)
}

function boundText(bound: number, total: number, zh: boolean): string {
  if (total === 0) return zh ? '没有' : 'none'
  const share = shareText(bound, total)
  return zh ? `${formatCount(total)} 个，对应到含义 ${formatCount(bound)} 个（${share}）` : `${formatCount(total)}, of which ${formatCount(bound)} bound (${share})`
}

/** A share of a count, cut after one decimal: it reads 100% only when nothing is missing. */
function shareText(part: number, whole: number): string {
  const perMille = Math.floor((part * 1000) / whole)
  return `${Math.floor(perMille / 10)}${perMille % 10 === 0 ? '' : `.${perMille % 10}`}%`
}

/** Places named below a finding; the others are counted. */
const placesShown = 4

/** Findings of one rule that are shown in full. Errors always are; of the rest, enough to see what it is about. */
const shownPerRule: Readonly<Record<Severity, number>> = { error: Infinity, warning: 5, notice: 2 }

function writeFindings(report: AuditReport, severity: Severity, page: Page): void {
  const findings = report.findings.filter((finding) => finding.severity === severity)
  if (findings.length === 0) return
  const { language, paint } = page.options
  const words = severityWords[severity]
  const heading = language === 'zh' ? `${words.mark} ${words.zh} ${findings.length} 项` : `${words.mark} ${words.en}: ${findings.length}`
  page.section(paint.severity[severity](heading), severityAdvice[severity][language])
  for (const rule of new Set(findings.map((finding) => finding.rule))) {
    const ofRule = findings.filter((finding) => finding.rule === rule)
    for (const finding of ofRule.slice(0, shownPerRule[severity])) writeFinding(finding, page)
    const rest = ofRule.length - shownPerRule[severity]
    if (rest <= 0) continue
    page.gap()
    page.paragraph(language === 'zh'
      ? `${rule} 另有 ${rest} 项，用 mingzhang explain ${rule} --in 文件 全部列出。`
      : `${rule} has ${rest} more; mingzhang explain ${rule} --in FILE lists them all.`, '  ', paint.dim)
  }
}

function writeFinding(finding: ReportFinding, page: Page): void {
  const { language, paint } = page.options
  page.gap()
  page.line(`  ${paint.severity[finding.severity](finding.id)}  ${finding.title[language]}`)
  page.paragraph(finding.statement[language], '    ')
  const places = placeLines(finding, language)
  for (const place of places.slice(0, placesShown)) page.paragraph(place, '    · ', paint.dim)
  const rest = places.length - placesShown
  if (rest > 0) page.paragraph(language === 'zh' ? `· 另有 ${rest} 处` : `· and ${rest} more`, '    ', paint.dim)
}

/** The finding's places in words, each once: two cells of one row can read the same. */
function placeLines(finding: ReportFinding, language: 'zh' | 'en'): readonly string[] {
  const words = finding.places.map((place) => placeWords(place)[language].replace(/^（(.*)）$/u, '$1').replace(/\s+（/gu, '（'))
  return [...new Set(words)]
}

function writeOpenEnds(report: AuditReport, page: Page): void {
  const { language } = page.options
  const zh = language === 'zh'
  const { identities } = report.summary
  const lines: string[] = []
  if (identities.withinRounding > 0) {
    lines.push(zh
      ? `尾差 ${formatCount(identities.withinRounding)} 处：四舍五入可以解释，无需更正。`
      : `${formatCount(identities.withinRounding)} differences are within rounding and need no correction.`)
  }
  const undetermined = identities.undetermined
  if (undetermined > 0) {
    lines.push(zh
      ? `无法判定的勾稽关系 ${formatCount(undetermined)} 条：有数字没有读到，既不算对也不算错。`
      : `${formatCount(undetermined)} identities could not be judged because a figure was not read: neither right nor wrong.`)
  }
  if (report.unbound.length > 0) {
    lines.push(zh
      ? `没有对应到含义的数字 ${formatCount(report.unbound.length)} 个，没有参加核对；清单在完整报告中。`
      : `${formatCount(report.unbound.length)} numbers could not be bound and were not checked; the full report lists them.`)
  }
  lines.push(...acrossOpenEnds(report))
  if (lines.length === 0) return
  page.section(zh ? '其他' : 'Also')
  for (const line of lines) page.paragraph(line, '  ')
}

/** `12,345`. A count, never money. */
function formatCount(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',')
}

interface Page {
  readonly options: TerminalOptions
  line(text: string): void
  gap(): void
  /** A heading after an empty line, with a quiet remark behind it. */
  section(heading: string, remark?: string): void
  /** Wrapped text; later lines stand below the first character after the lead. */
  paragraph(text: string, lead: string, paint?: (text: string) => string): void
  /** A label and its text in two columns. */
  row(label: string, text: string, labelWidth: number): void
  text(): string
}

function createPage(options: TerminalOptions): Page {
  const { widthOf, paint } = options
  const width = Math.min(Math.max(options.columns, 40), 120)
  const lines: string[] = []
  const paragraph: Page['paragraph'] = (text, lead, colour = (plain) => plain) => {
    const leadWidth = widthOf(lead)
    wrapText(text, width - leadWidth, widthOf).forEach((line, index) => {
      lines.push(`${index === 0 ? lead : ' '.repeat(leadWidth)}${colour(line)}`)
    })
  }
  return {
    options,
    line: (text) => { lines.push(text) },
    gap: () => { lines.push('') },
    section: (heading, remark) => { lines.push('', paint.bold(heading) + (remark === undefined ? '' : `  ${paint.dim(remark)}`)) },
    paragraph,
    row: (label, text, labelWidth) => { paragraph(text, `  ${padText(label, labelWidth, widthOf)}`) },
    text: () => `${lines.join('\n')}\n`,
  }
}
