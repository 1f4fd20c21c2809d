/**
 * A published disclosure becomes a ledger draft.
 *
 * @module
 */
import type { RecognisedDocument } from '@mingzhang/audit'
import type { Ledger, LedgerMarks } from '@mingzhang/compile'
import type { Problem } from '@mingzhang/figures'
import type { RoundingMode } from '@mingzhang/money'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { ledgerProjects, ledgerUnits, localCodes, readDepartment } from './department.ts'
import { createMarkBook } from './marks.ts'
import { findFacts } from './money/find-facts.ts'
import { ledgerLines } from './money/ledger-lines.ts'
import { readLedgerFacts } from './narrative/ledger-facts.ts'
import { readTexts } from './narrative/ledger-texts.ts'
import { readForms } from './narrative/performance-forms.ts'
import { readPriorYear } from './narrative/prior-year.ts'
import { readProcurement } from './narrative/procurement.ts'
import { buildReconstructReport, contradictedForms, formIndexOf, type ReconstructReport } from './reconstruct-report.ts'

export interface ReconstructOptions {
  /** How the document shortens its amounts; 四舍五入 where not given. */
  readonly rounding?: RoundingMode
}

export type Reconstruction =
  | { readonly ok: true; readonly ledger: Ledger; readonly marks: LedgerMarks; readonly report: ReconstructReport }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * The ledger behind a document: amounts in fen such that every printed amount is the rounded sum of its lines, exact where
 * a form states 元, and every value marked as stated, inferred or open.
 *
 * Where prints contradict each other the fewest fen are given up and the report names the cells; a document without its
 * body's name, its year or any readable table is a problem. The same document always gives the same ledger.
 */
export async function reconstructLedger(document: RecognisedDocument, vocabulary: Vocabulary, options: ReconstructOptions = {}): Promise<Reconstruction> {
  const { body, year } = document.facts
  const problems = missingBasis(document)
  if (problems.length > 0 || body === undefined || year === undefined) return { ok: false, problems }
  const mode = options.rounding ?? 'half-up'
  const book = createMarkBook()
  const found = await findFacts(document, vocabulary, mode)
  const department = readDepartment(document, body.value, year.value, book)
  const units = ledgerUnits(found.axes, book)
  const forms = readForms(document.formLinks, found.axes, { contradicted: new Set(contradictedForms(found).map(formIndexOf)) }, book)
  const money = ledgerLines(found, book)
  const used = new Set(money.lines.flatMap(({ use }) => (use.kind === 'project' ? [use.project] : [])))
  const projects = [...ledgerProjects(found.axes, used, book), ...forms.added]
  const prior = readPriorYear(document, book)
  const procurement = readProcurement(document, { units, projects, lines: money.lines }, book)
  const facts = readLedgerFacts(document, units, book)
  const texts = readTexts(document, facts.used, book)
  const ledger: Ledger = {
    department, units, projects, ...money,
    priorYear: prior.amounts, procurement, facts: facts.facts, texts: texts.texts, forms: forms.forms,
    localCodes: localCodes(document, vocabulary, book), pinned: [],
  }
  const open = [
    ...prior.open, ...facts.open,
    ...forms.repeated.map((name) => `绩效目标表“${name}”不止一份，台账只登记了第一份。`),
    ...forms.added.map(({ name }) => `绩效目标表“${name}”对应的项目不在项目支出表中，台账登记了项目，没有金额。`),
  ]
  const report = buildReconstructReport({ document, found, mode, marks: book.marks, procurement, open, leftOut: texts.leftOut })
  return { ok: true, ledger, marks: book.marks, report }
}

function missingBasis({ tree, facts, tables }: RecognisedDocument): readonly Problem[] {
  const place = { document: tree.name }
  const hasAmounts = tables.some(({ cells }) => cells.some(({ region, printed }) => region !== undefined && printed.kind === 'stated'))
  return [
    ...facts.body === undefined ? [{ code: 'reconstruct.document.no-body', place, detail: '文件里没有认出部门名称。', remedy: '请确认表上印有“部门名称：…”或封面印有部门名称。' }] : [],
    ...facts.year === undefined ? [{ code: 'reconstruct.document.no-year', place, detail: '文件里没有认出预算年度。', remedy: '请确认标题印有年度，如“2024年度部门预算公开”。' }] : [],
    ...hasAmounts ? [] : [{ code: 'reconstruct.document.no-amounts', place, detail: '没有读到任何预算表的金额，无法还原台账。', remedy: '请确认文件含有预算公开表，表上印有“单位：万元”，且不是没有文字层的扫描件。' }],
  ]
}
