import { basename } from 'node:path'
import { type ExplainableReport, looksLikeJsonReport, readJsonReport, renderFinding, type ReportFinding } from '@mingzhang/audit'
import type { Result } from '@mingzhang/figures'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, terminalOptions, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { auditLoaded, openVocabulary, type SharedOptions } from './load-document.ts'

export interface ExplainCommandOptions extends SharedOptions {
  /** The audited document, or the JSON report of it. */
  readonly in: string
}

/** Shows the finding with this id in full, or every finding of the rule with this id. */
export async function explainCommand(wanted: string, options: ExplainCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const bytes = await io.files.read(options.in)
  if (!bytes.ok) {
    tellProblem(io, voice, bytes.problem)
    return exitCodes.unreadable
  }
  const report = await reportOf(bytes.value, options, io, voice)
  if (typeof report === 'number') return report
  if (!report.ok) {
    tellProblem(io, voice, report.problem)
    return exitCodes.unreadable
  }
  const findings = matching(report.value.findings, wanted)
  if (findings.length === 0) {
    tellFailure(io, voice, say(voice, { zh: `${report.value.document.name} 中没有编号为“${wanted}”的发现。`, en: `${report.value.document.name} has no finding “${wanted}”.` }), known(report.value, voice))
    return exitCodes.usage
  }
  io.stdout(findings.map((finding) => renderFinding(report.value, finding, terminalOptions(io, voice))).join('\n'))
  return exitCodes.clean
}

async function reportOf(bytes: Uint8Array, options: ExplainCommandOptions, io: CliIo, voice: Voice): Promise<Result<ExplainableReport> | ExitCode> {
  const name = basename(options.in)
  const text = new TextDecoder().decode(bytes)
  if (looksLikeJsonReport(text)) return readJsonReport(text, name)
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  const report = await auditLoaded(bytes, name, vocabulary, io, options.profile)
  io.progress.done()
  return report
}

function matching(findings: readonly ReportFinding[], wanted: string): readonly ReportFinding[] {
  const key = wanted.toLowerCase()
  const exact = findings.filter(({ id }) => id.toLowerCase() === key)
  return exact.length > 0 ? exact : findings.filter(({ rule }) => rule.toLowerCase() === key)
}

function known({ findings }: ExplainableReport, voice: Voice): string {
  if (findings.length === 0) return say(voice, { zh: '这份文件没有任何发现。', en: 'It has no findings at all.' })
  const ids = findings.slice(0, 8).map(({ id }) => id).join('、')
  const more = findings.length > 8 ? say(voice, { zh: ` 等 ${findings.length} 项`, en: ` and more, ${findings.length} in all` }) : ''
  return say(voice, { zh: `现有的编号：${ids}${more}。`, en: `Known ids: ${ids}${more}.` })
}
