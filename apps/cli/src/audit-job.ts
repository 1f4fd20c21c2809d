/** One document of an audit, as it is handed to a thread: everything by value, in and out. */
import { basename } from 'node:path'
import { type AuditReport, findingNotes, renderJsonReport, renderTerminalReport, renderXlsxReport } from '@mingzhang/audit'
import { annotatePdf, defaultReadLimits, type DocumentTree, type ReadAids, readDocument } from '@mingzhang/document'
import type { Problem, Result } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { AuditedJob, AuditJob, OutputFormat } from './audit-contract.ts'
import type { AuditOptions, Engine, FileAccess } from './cli-io.ts'
import { terminalLook } from './cli-output.ts'
import { version } from './version.ts'

/** What a job works with. */
export interface JobTools {
  readonly files: Pick<FileAccess, 'read'>
  readonly engine: Pick<Engine, 'auditDocument' | 'renderHtmlReport'>
  readonly vocabulary: Vocabulary
  readonly step: (text: string) => void
  /** What this machine has for old Word files and scans; absent: nothing. */
  readonly readAids?: () => Promise<ReadAids>
}

/** Reads, audits and renders one document. Problems are returned; only a defect throws. */
export async function runAuditJob(job: AuditJob, tools: JobTools): Promise<Result<AuditedJob>> {
  const { step } = tools
  step(job.language === 'zh' ? `读取 ${job.name}` : `Reading ${job.name}`)
  const bytes = await tools.files.read(job.path)
  if (!bytes.ok) return bytes
  const others = await readOthers(job, tools)
  if (!others.ok) return others
  const report = await auditBytes(bytes.value, job.name, tools, { ...others.value, ...(job.profile === undefined ? {} : { profile: job.profile }) })
  if (!report.ok) return report
  const { document, summary } = report.value
  const outputs: { format: OutputFormat; content: Uint8Array | string }[] = []
  const problems: Problem[] = []
  for (const format of job.formats) {
    const content = await renderOutput(report.value, format, job, bytes.value, tools)
    if (content === undefined) continue
    if (typeof content === 'object' && 'ok' in content) problems.push(content.problem)
    else outputs.push({ format, content })
  }
  const terminal = job.terminal === undefined ? '' : renderTerminalReport(report.value, terminalLook(job.language, job.terminal.color, job.terminal.columns))
  return { ok: true, value: { document, summary, terminal, outputs, problems } }
}

/** Reads the documents to compare with. One that cannot be read is a problem of this audit: it would pass unasked. */
async function readOthers({ previous, units }: AuditJob, { files, step, readAids }: JobTools): Promise<Result<Partial<AuditOptions>>> {
  const read = async (path: string): Promise<Result<DocumentTree>> => {
    step(basename(path))
    const bytes = await files.read(path)
    return bytes.ok ? readDocument(bytes.value, basename(path), defaultReadLimits, await readAids?.()) : bytes
  }
  const earlier = previous === undefined ? undefined : await read(previous)
  if (earlier?.ok === false) return earlier
  const trees: DocumentTree[] = []
  for (const path of units ?? []) {
    const tree = await read(path)
    if (!tree.ok) return tree
    trees.push(tree.value)
  }
  return { ok: true, value: { ...(earlier === undefined ? {} : { previous: earlier.value }), ...(units === undefined ? {} : { units: trees }) } }
}

/** Audits a file that is already in memory. A file that holds nothing to audit is a problem. */
export async function auditBytes(bytes: Uint8Array, name: string, { engine, vocabulary, step, readAids }: Omit<JobTools, 'files'>, options: Partial<AuditOptions>): Promise<Result<AuditReport>> {
  const tree = await readDocument(bytes, name, defaultReadLimits, await readAids?.())
  if (!tree.ok) return tree
  const report = await engine.auditDocument(tree.value, vocabulary, { ...options, version, progress: (text) => { step(`${name}：${text}`) } })
  if (report.ok && isNothingRecognised(report.value)) return { ok: false, problem: nothingRecognised(name) }
  return report
}

/** The output; `undefined` where the document has none of that kind, a problem where it could not be made. */
async function renderOutput(
  report: AuditReport, format: OutputFormat, job: AuditJob, bytes: Uint8Array, { engine }: JobTools,
): Promise<Uint8Array | string | undefined | { readonly ok: false; readonly problem: Problem }> {
  switch (format) {
    case 'html':
      return engine.renderHtmlReport(report, { language: job.language })
    case 'json':
      return renderJsonReport(report)
    case 'xlsx':
      return renderXlsxReport(report, { language: job.language })
    case 'annotated': {
      if (!isPdf(bytes)) return undefined
      const annotated = await annotatePdf(bytes, job.name, findingNotes(report), { author: '明账', date: new Date(job.date) })
      return annotated.ok ? annotated.value : annotated
    }
  }
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}

/** A file without one table, form or bound figure was not audited, and must not end as clean. */
function isNothingRecognised({ summary, findings }: AuditReport): boolean {
  const { tables, forms, cells, prose } = summary
  return tables.recognised + forms.found + cells.bound + prose.bound === 0 && findings.length === 0
}

function nothingRecognised(name: string): Problem {
  return {
    code: nothingRecognisedCode,
    place: { document: name },
    detail: '没有认出任何预算表格、绩效表或文字中的金额，没有可以审核的内容。',
    remedy: '请确认这是部门预决算公开文件，保留了表名和表头；纯文本里的表格要以制表符分列。',
  }
}

export const nothingRecognisedCode = 'cli.document.nothingRecognised'
