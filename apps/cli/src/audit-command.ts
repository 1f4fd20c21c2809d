import { type AuditReport, renderTerminalReport } from '@mingzhang/audit'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, terminalOptions, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes, worstExitCode } from './exit-code.ts'
import { auditFile, openVocabulary, type SharedOptions } from './load-document.ts'
import { type ReportFormat, reportFormat, reportPaths, writeReport } from './report-file.ts'

export interface AuditCommandOptions extends SharedOptions {
  readonly report: readonly string[]
  readonly failOn: 'conflict' | 'warning'
}

/** Audits every file, goes on after a bad one, and returns the worst outcome. */
export async function auditCommand(files: readonly string[], options: AuditCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const refused = await refuseReports(files, options.report, io, voice)
  if (refused) return exitCodes.usage
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  const targets = options.report.map((target) => reportPaths(target, files))
  const codes: ExitCode[] = []
  for (const [index, file] of files.entries()) {
    if (index > 0) io.stdout('\n')
    codes.push(await auditOne(file, targets.flatMap((paths) => paths[index] ?? []), vocabulary, options, io, voice))
  }
  if (files.length > 1) io.stdout(`\n${tally(codes, voice)}\n`)
  return worstExitCode(codes)
}

/** Tells every report path that cannot be used, before any work is done. */
async function refuseReports(files: readonly string[], targets: readonly string[], io: CliIo, voice: Voice): Promise<boolean> {
  let refused = false
  const refuse = (what: string, remedy: string): void => {
    refused = true
    tellFailure(io, voice, what, remedy)
  }
  for (const target of targets) {
    if (reportFormat(target) === undefined) {
      refuse(
        say(voice, { zh: `不知道“${target}”要写成什么格式。`, en: `“${target}” does not say which format to write.` }),
        say(voice, { zh: '报告文件名请以 .html、.json 或 .xlsx 结尾。', en: 'Let the name end with .html, .json or .xlsx.' }),
      )
      continue
    }
    for (const path of reportPaths(target, files)) {
      if (files.some((file) => io.files.isSameFile(file, path))) {
        refuse(
          say(voice, { zh: `“${path}”是要审核的文件本身，没有覆盖。`, en: `“${path}” is the audited file itself and was not overwritten.` }),
          say(voice, { zh: '请给报告另取一个文件名。', en: 'Give the report another name.' }),
        )
        continue
      }
      const reason = await io.files.refusalToWrite(path)
      if (reason !== undefined) refuse(reason, say(voice, { zh: '请换一个可以写入的位置。', en: 'Choose a place that can be written.' }))
    }
  }
  return refused
}

async function auditOne(
  file: string, targets: readonly string[], vocabulary: Vocabulary, options: AuditCommandOptions, io: CliIo, voice: Voice,
): Promise<ExitCode> {
  try {
    const result = await auditFile(file, vocabulary, io, voice, options.profile)
    io.progress.done()
    if (!result.ok) {
      tellProblem(io, voice, result.problem)
      return exitCodes.unreadable
    }
    io.stdout(renderTerminalReport(result.value, terminalOptions(io, voice)))
    const written = await writeReports(result.value, targets, io, voice)
    return worstExitCode([written, hasFindings(result.value, options.failOn) ? exitCodes.findings : exitCodes.clean])
  } catch (error) {
    io.progress.done()
    tellFailure(
      io, voice,
      say(voice, { zh: `${file}：程序出错，没有审核完（${messageOf(error)}）。`, en: `${file}: the program failed before it was done (${messageOf(error)}).` }),
      say(voice, { zh: '这是程序的缺陷，请把这句话和文件的来源反馈给我们。', en: 'This is a defect of the program; please report this sentence and where the file comes from.' }),
    )
    return exitCodes.defect
  }
}

async function writeReports(report: AuditReport, targets: readonly string[], io: CliIo, voice: Voice): Promise<ExitCode> {
  const codes: ExitCode[] = []
  if (report.findings.length > 0 || targets.length > 0) io.stdout('\n')
  for (const path of targets) {
    const format: ReportFormat | undefined = reportFormat(path)
    if (format === undefined) continue
    const failure = await writeReport(report, path, format, io, voice.language)
    if (failure === undefined) io.stdout(`${say(voice, { zh: '完整报告：', en: 'Full report: ' })}${path}\n`)
    else {
      tellFailure(io, voice, failure, say(voice, { zh: '请换一个可以写入的位置。', en: 'Choose a place that can be written.' }))
      codes.push(exitCodes.usage)
    }
  }
  if (targets.length === 0 && report.findings.length > 0) {
    io.stdout(`${say(voice, {
      zh: '完整报告：加 --report 报告.html\n某一项的来龙去脉：mingzhang explain 编号 --in 文件',
      en: 'Full report: add --report report.html\nOne finding in full: mingzhang explain ID --in FILE',
    })}\n`)
  }
  return worstExitCode(codes)
}

function hasFindings({ summary: { findings } }: AuditReport, failOn: AuditCommandOptions['failOn']): boolean {
  return findings.error > 0 || (failOn === 'warning' && findings.warning > 0)
}

function tally(codes: readonly ExitCode[], voice: Voice): string {
  const count = (code: ExitCode): number => codes.filter((one) => one === code).length
  const failed = codes.length - count(exitCodes.clean) - count(exitCodes.findings)
  return say(voice, {
    zh: `共 ${codes.length} 份文件：${count(exitCodes.findings)} 份有需要处理的发现，${count(exitCodes.clean)} 份没有，${failed} 份没有审核完。`,
    en: `${codes.length} files: ${count(exitCodes.findings)} with findings, ${count(exitCodes.clean)} without, ${failed} not completed.`,
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
