/**
 * The workbook report, for readers who sort and filter: 概览, 发现, 勾稽关系, 数字, 未绑定.
 *
 * @module
 */
import { fixZipDates } from '@mingzhang/document'
import { dimensionIds, type Region } from '@mingzhang/figures'
import { type Fen, formatFen } from '@mingzhang/money'
import type { Workbook, Worksheet } from 'exceljs'
import type { AuditReport } from '../model/report.ts'
import type { Bilingual } from '../model/rule.ts'
import { headlineOf } from './html/headline.ts'
import { placeWords } from './html/place-words.ts'
import { dimensionWords, nodeWords } from './html/region-words.ts'
import { documentKindWords, findingVerdictWords, identityKindWords, roundingNote, severityWords, stateWords, verdictWords } from './html/wording.ts'

/** The bytes of an .xlsx file. Amounts are numbers in 元, exact to the fen. The same report gives the same bytes. */
export async function renderXlsxReport(report: AuditReport, options: { readonly language: 'zh' | 'en' }): Promise<Uint8Array> {
  // Loaded only when a workbook is wanted: it is by far the largest dependency.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  // A fixed date: the report says what the document says, whenever it is made.
  workbook.created = new Date(Date.UTC(2000, 0, 1))
  workbook.modified = workbook.created
  workbook.creator = 'mingzhang'
  workbook.lastModifiedBy = 'mingzhang'
  const { language } = options
  addSummary(workbook, report, language)
  addFindings(workbook, report, language)
  addIdentities(workbook, report, language)
  addFigures(workbook, report, language)
  addUnbound(workbook, report, language)
  return fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

type Language = 'zh' | 'en'
type Cell = string | number | null

interface Column {
  readonly head: Bilingual
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number
  readonly amount?: true
}

function addSummary(workbook: Workbook, report: AuditReport, language: Language): void {
  const { document, summary } = report
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const rows: readonly (readonly [string, Cell])[] = [
    [say('结论', 'Result'), headlineOf(report)[language]],
    [say('文件', 'File'), document.name],
    [say('公开单位', 'Publishing body'), document.body],
    [say('年度', 'Year'), document.year],
    [say('类别', 'Kind'), document.kind === null ? null : documentKindWords[document.kind][language]],
    [say('模板', 'Profile'), document.profile],
    [say('表格：认出', 'Tables: recognised'), summary.tables.recognised],
    [say('表格：应有', 'Tables: expected'), summary.tables.expected],
    [say('表内数字', 'Table figures'), summary.cells.numeric],
    [say('表内数字：已对应', 'Table figures: bound'), summary.cells.bound],
    [say('文字数字', 'Prose figures'), summary.prose.figures],
    [say('文字数字：已对应', 'Prose figures: bound'), summary.prose.bound],
    [say('绩效表', 'Project forms'), summary.forms.found],
    [say('绩效表：与项目对上', 'Project forms: joined'), summary.forms.joined],
    [say('勾稽关系：一致', 'Identities: exact'), summary.identities.exact],
    [say('勾稽关系：尾差', 'Identities: within rounding'), summary.identities.withinRounding],
    [say('勾稽关系：不一致', 'Identities: conflict'), summary.identities.conflict],
    [say('勾稽关系：无法判定', 'Identities: undetermined'), summary.identities.undetermined],
    [say('错误', 'Errors'), summary.findings.error],
    [say('警告', 'Warnings'), summary.findings.warning],
    [say('提示', 'Notices'), summary.findings.notice],
    [say('规则：通过', 'Rules: passed'), summary.rules.pass],
    [say('规则：有发现', 'Rules: findings'), summary.rules.fail],
    [say('规则：无法判定', 'Rules: undetermined'), summary.rules.undetermined],
    [say('规则：不适用', 'Rules: not applicable'), summary.rules['not-applicable']],
    [say('说明', 'Note'), roundingNote[language]],
  ]
  addSheet(workbook, language, { zh: '概览', en: 'Summary' }, [
    { head: { zh: '项目', en: 'Item' }, width: 28 },
    { head: { zh: '内容', en: 'Content' }, width: 80 },
  ], rows)
}

function addFindings(workbook: Workbook, report: AuditReport, language: Language): void {
  addSheet(workbook, language, { zh: '发现', en: 'Findings' }, [
    { head: { zh: '编号', en: 'Id' }, width: 16 },
    { head: { zh: '规则', en: 'Rule' }, width: 8 },
    { head: { zh: '级别', en: 'Severity' }, width: 10 },
    { head: { zh: '结论', en: 'Verdict' }, width: 14 },
    { head: { zh: '标题', en: 'Title' }, width: 28 },
    { head: { zh: '内容', en: 'Statement' }, width: 60 },
    { head: { zh: '位置', en: 'Places' }, width: 44 },
    { head: { zh: '应为', en: 'Expected' }, width: 18, amount: true },
    { head: { zh: '印为', en: 'Found' }, width: 18, amount: true },
    { head: { zh: '相差', en: 'Difference' }, width: 16, amount: true },
    { head: { zh: '依据', en: 'Basis' }, width: 40 },
    { head: { zh: '什么情况下可以成立', en: 'How it can be legitimate' }, width: 40 },
  ], report.findings.map((finding) => [
    finding.id, finding.rule, severityWords[finding.severity][language], findingVerdictWords[finding.verdict][language], finding.title[language],
    finding.statement[language], finding.places.map((place) => placeWords(place)[language]).join('\n'), amountCell(finding.expected),
    amountCell(finding.found), amountCell(finding.difference), finding.basis.join('\n'), finding.legitimate[language],
  ]))
}

function addIdentities(workbook: Workbook, report: AuditReport, language: Language): void {
  addSheet(workbook, language, { zh: '勾稽关系', en: 'Identities' }, [
    { head: { zh: '编号', en: 'Id' }, width: 14 },
    { head: { zh: '种类', en: 'Kind' }, width: 28 },
    { head: { zh: '结论', en: 'Verdict' }, width: 14 },
    { head: { zh: '内容', en: 'Statement' }, width: 90 },
    { head: { zh: '相差', en: 'Difference' }, width: 16, amount: true },
    { head: { zh: '尾差界', en: 'Rounding bound' }, width: 16, amount: true },
  ], report.identities.map((identity) => [
    identity.id, identityKindWords[identity.kind][language], verdictWords[identity.verdict][language], identity.statement[language],
    amountCell(identity.difference), amountCell(identity.bound),
  ]))
}

function addFigures(workbook: Workbook, report: AuditReport, language: Language): void {
  addSheet(workbook, language, { zh: '数字', en: 'Figures' }, [
    { head: { zh: '编号', en: 'Id' }, width: 14 },
    { head: { zh: '印为', en: 'Printed' }, width: 18 },
    { head: { zh: '状态', en: 'State' }, width: 18 },
    { head: { zh: '金额（元）', en: 'Amount (元)' }, width: 20, amount: true },
    { head: { zh: '含义', en: 'Region' }, width: 70 },
    { head: { zh: '位置', en: 'Place' }, width: 60 },
    { head: { zh: '行号', en: 'Line' }, width: 8 },
  ], report.figures.map((figure) => [
    figure.id, figure.text, stateWords[figure.state][language], amountCell(figure.value), regionText(figure.region, language),
    placeWords(figure.place)[language], figure.place.line ?? null,
  ]))
}

function addUnbound(workbook: Workbook, report: AuditReport, language: Language): void {
  addSheet(workbook, language, { zh: '未绑定', en: 'Unbound' }, [
    { head: { zh: '印为', en: 'Printed' }, width: 24 },
    { head: { zh: '原因', en: 'Reason' }, width: 60 },
    { head: { zh: '位置', en: 'Place' }, width: 60 },
    { head: { zh: '行号', en: 'Line' }, width: 8 },
  ], report.unbound.map(({ text, reason, place }) => [text, reason, placeWords(place)[language], place.line ?? null]))
}

function addSheet(workbook: Workbook, language: Language, name: Bilingual, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
  const sheet = workbook.addWorksheet(name[language], {
    views: [{ state: 'frozen', ySplit: 1 }],
    // A4 is 9. The library declares its enumeration of sizes without having it at run time.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  })
  sheet.columns = columns.map((column) => ({
    header: column.head[language],
    width: column.width,
    style: { alignment: { vertical: 'top', wrapText: column.amount !== true }, ...(column.amount === true ? { numFmt: '#,##0.00' } : {}) },
  }))
  for (const row of rows) sheet.addRow(row.map(shortenText))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } }
  styleTextAmounts(sheet, columns)
}

/** A workbook's cell holds 32,767 characters; a longer text would damage the file, so it is cut and says so. */
function shortenText(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > 32_000 ? `${cell.slice(0, 32_000)}……` : cell
}

/** An expectation in words stands in an amount column too: it wraps and is no number. */
function styleTextAmounts(sheet: Worksheet, columns: readonly Column[]): void {
  columns.forEach((column, index) => {
    if (column.amount !== true) return
    sheet.getColumn(index + 1).eachCell((cell) => {
      if (typeof cell.value === 'string') cell.alignment = { vertical: 'top', wrapText: true }
    })
  })
}

/**
 * An amount as the number of 元 that a workbook keeps; text stays text.
 *
 * The conversion goes through exact decimal text and happens here only, at the edge: nothing is computed from it.
 */
function amountCell(value: Fen | string | null): Cell {
  return typeof value === 'number' ? Number(formatFen(value, '元').replaceAll(',', '')) : value
}

/** `年度 2024；资金来源 一般公共预算`. */
function regionText(region: Region, language: Language): string {
  const named = dimensionIds.flatMap((dimension) => {
    const node = region[dimension]
    return node === undefined ? [] : [`${dimensionWords[dimension][language]} ${nodeWords(dimension, node)[language]}`]
  })
  return named.join(language === 'zh' ? '；' : '; ')
}
