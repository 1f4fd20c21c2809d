/**
 * The JSON report: written in the published order of its keys, and read back for `explain`.
 *
 * The contract is `schema/audit-report.schema.json`.
 *
 * @module
 */
import type { Place, Problem, Result } from '@mingzhang/figures'
import { type Fen, fen } from '@mingzhang/money'
import { z } from 'zod'
import { type AuditReport, type ReportFinding, type ReportIdentity, reportSchema } from '../model/report.ts'

/** The report as JSON text, indented, ending with a line break. The same report gives the same bytes. */
export function renderJsonReport(report: AuditReport): string {
  const { schema, document, summary, findings, version, diagnosis, identities, figures, tables, forms, unbound, rules, blocks } = report
  const ordered: AuditReport = {
    schema, document, summary, findings: findings.map(orderFinding), version, diagnosis, identities, figures, tables, forms, unbound, rules, blocks,
  }
  return `${JSON.stringify(ordered, undefined, 2)}\n`
}

/** The parts of a report that explain a finding. */
export interface ExplainableReport {
  readonly document: { readonly name: string }
  readonly findings: readonly ReportFinding[]
  readonly identities: readonly ReportIdentity[]
}

/** Whether text is meant to be a JSON report of any version: it is an object that names our schema. */
export function looksLikeJsonReport(text: string): boolean {
  return text.trimStart().startsWith('{') && text.includes('/schema/audit-report/')
}

/** Reads back what explains findings. A report of another version, or a damaged one, is a problem. */
export function readJsonReport(text: string, name: string): Result<ExplainableReport> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { ok: false, problem: reportProblem('audit.report.json', name, '不是完整的 JSON，可能没有写完或被截断。') }
  }
  const report = explainableReport.safeParse(parsed)
  if (report.success) return { ok: true, value: report.data }
  const issue = report.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  const detail = path === 'schema' ? `不是本版本的审核报告（应为 ${reportSchema}）。` : `审核报告的“${path}”不符合约定。`
  return { ok: false, problem: reportProblem('audit.report.schema', name, detail) }
}

function orderFinding(finding: ReportFinding): ReportFinding {
  const { id, rule, severity, verdict, places, expected, found, difference, statement, basis, title, legitimate, figures, identities } = finding
  return { id, rule, severity, verdict, places, expected, found, difference, statement, basis, title, legitimate, figures, identities }
}

function reportProblem(code: string, name: string, detail: string): Problem {
  return { code, place: { document: name }, detail, remedy: '请用 mingzhang audit 文件 --report 报告.json 重新生成。' }
}

const amount: z.ZodType<Fen> = z.int().transform((value) => fen(value))
const bilingual = z.object({ zh: z.string(), en: z.string() })
const index = z.int().min(0).exactOptional()
const words = z.string().exactOptional()

const place: z.ZodType<Place> = z.object({
  document: z.string(), page: index, line: index, table: words, row: words, column: words, section: words, form: words, field: words,
  block: index, rowIndex: index, columnIndex: index, start: index, end: index,
})

const explainableReport: z.ZodType<ExplainableReport> = z.object({
  schema: z.literal(reportSchema),
  document: z.object({ name: z.string() }),
  findings: z.array(z.object({
    id: z.string(), rule: z.string(), title: bilingual, severity: z.enum(['error', 'warning', 'notice']),
    verdict: z.enum(['conflict', 'withinRounding', 'undetermined', 'fail']), places: z.array(place), figures: z.array(z.string()),
    expected: z.union([amount, z.string(), z.null()]), found: z.union([amount, z.string(), z.null()]), difference: amount.nullable(),
    statement: bilingual, basis: z.array(z.string()), legitimate: bilingual, identities: z.array(z.string()),
  })),
  identities: z.array(z.object({
    id: z.string(), kind: z.enum(['equality', 'partition', 'containment', 'share', 'change']),
    verdict: z.enum(['exact', 'withinRounding', 'conflict', 'undetermined']), statement: bilingual, figures: z.array(z.string()),
    difference: amount.nullable(), bound: amount.nullable(),
  })),
})
