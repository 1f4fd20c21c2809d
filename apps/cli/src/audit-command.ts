import { basename } from 'node:path'
import { type BatchRow, summariseBatch } from '@mingzhang/audit'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { auditHere } from './audit-here.ts'
import type { AuditedJob, AuditJob, AuditThreads, JobOutcome, OutputFormat, ThreadLimits } from './audit-contract.ts'
import { nothingRecognisedCode } from './audit-job.ts'
import { defaultThreadLimits } from './audit-threads.ts'
import { type BatchInput, type BatchInputs, expandInputs } from './batch-inputs.ts'
import { batchLine, batchTotalsLines, writeBatchSummary } from './batch-output.ts'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes, worstExitCode } from './exit-code.ts'
import { openVocabulary, type SharedOptions } from './load-document.ts'
import { planOutputs, type PlannedOutput } from './output-plan.ts'
import { reportFormat } from './report-file.ts'

export interface AuditCommandOptions extends SharedOptions, BatchOptions {
  readonly report: readonly string[]
  readonly failOn: 'conflict' | 'warning'
  readonly out?: string
  readonly annotated?: string
  readonly previous?: string
  readonly units?: string
}

export interface BatchOptions {
  readonly jobs?: number
  readonly timeLimit?: number
  readonly memoryLimit?: number
}

/** Audits every document that the words name, goes on after a bad one, and returns the worst outcome. */
export async function auditCommand(words: readonly string[], options: AuditCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const inputs = await expandInputs(words, io.files, options.out)
  for (const word of inputs.empty) tellEmpty(word, io, voice)
  const paths = inputs.documents.map(({ path }) => path)
  const plan = planOutputs(options, paths)
  if (await refuseOutputs(paths, plan, options, io, voice)) return exitCodes.usage
  if (paths.length === 0) return exitCodes.unreadable
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  const units = options.units === undefined ? undefined : (await expandInputs([options.units], io.files)).documents.map(({ path }) => path)
  const codes = await auditAll({ inputs, plan, vocabulary, options, units, io, voice })
  return worstExitCode([...codes, ...(inputs.empty.length > 0 ? [exitCodes.unreadable] : [])])
}

export function threadLimits({ jobs, timeLimit, memoryLimit }: BatchOptions): ThreadLimits {
  return {
    jobs: jobs ?? defaultThreadLimits.jobs,
    seconds: timeLimit ?? defaultThreadLimits.seconds,
    megabytes: memoryLimit ?? defaultThreadLimits.megabytes,
  }
}

interface Batch {
  readonly inputs: BatchInputs
  readonly plan: readonly (readonly PlannedOutput[])[]
  readonly vocabulary: Vocabulary
  readonly options: AuditCommandOptions
  readonly units: readonly string[] | undefined
  readonly io: CliIo
  readonly voice: Voice
}

async function auditAll(batch: Batch): Promise<readonly ExitCode[]> {
  const { inputs: { documents, skipped, expanded }, vocabulary, options, io, voice } = batch
  const asTable = options.out !== undefined || expanded
  const several = asTable || documents.length > 1
  const threads = (several ? io.openThreads?.(threadLimits(options), options.data ?? io.dataDirectory) : undefined) ?? auditHere(vocabulary, io)
  const run = { stopped: false }
  const letGo = io.onInterrupt?.(() => {
    run.stopped = true
    void threads.close()
  })
  const codes: ExitCode[] = []
  const rows: BatchRow[] = skipped.map(({ path, reason }) => ({ path, outcome: 'skipped', reason: { code: 'cli.document.skipped', detail: `${reason}。`, remedy: '' }, reports: [] }))
  try {
    const pending = startAll(batch, threads, several)
    for (const [index, input] of documents.entries()) {
      const outcome = await pending[index]
      io.progress.done()
      if (!asTable && index > 0) io.stdout('\n')
      const told = await tellOutcome(input, outcome, index, asTable, batch)
      codes.push(...told.codes)
      rows.push(told.row)
      if (asTable) io.stdout(`${batchLine(told.row, voice)}\n`)
    }
  } finally {
    letGo?.()
    await threads.close()
  }
  const summary = summariseBatch(rows)
  if (asTable) for (const row of rows.filter(({ outcome }, index) => outcome === 'skipped' && index < skipped.length)) io.stdout(`${batchLine(row, voice)}\n`)
  if (asTable) io.stdout(`\n${batchTotalsLines(summary, voice)}\n`)
  else if (documents.length > 1) io.stdout(`\n${tally(codes, voice)}\n`)
  if (options.out !== undefined) codes.push(await writeBatchSummary(summary, options.out, io, voice))
  if (run.stopped) {
    io.stderr(`${say(voice, { zh: '已按 Ctrl-C 停止：审核完的已写出，其余没有审核。', en: 'Stopped by Ctrl-C: what was finished is written, the rest was not audited.' })}\n`)
    codes.push(exitCodes.interrupted)
  }
  return codes
}

/** Hands every document to the threads, each with what is to be made of it, and shows how far they are. */
function startAll({ inputs: { documents }, plan, options, units, io, voice }: Batch, threads: AuditThreads, several: boolean): readonly Promise<JobOutcome | undefined>[] {
  let done = 0
  return documents.map(async ({ path }, index) => {
    const outcome = await threads.run(jobOf(path, plan[index] ?? [], options, units, io, voice), (text) => {
      io.progress.step(several ? `[${done + 1}/${documents.length}] ${text}` : text)
    })
    done += 1
    if (several && outcome !== undefined) io.progress.note?.(`[${done}/${documents.length}] ${basename(path)} ${outcome.seconds} s`)
    return outcome
  })
}

function jobOf(path: string, outputs: readonly PlannedOutput[], options: AuditCommandOptions, units: readonly string[] | undefined, io: CliIo, voice: Voice): AuditJob {
  return {
    path,
    name: basename(path),
    language: voice.language,
    formats: [...new Set(outputs.map(({ format }): OutputFormat => format))],
    terminal: { columns: io.columns, color: voice.color },
    date: io.now().toISOString(),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.previous === undefined ? {} : { previous: options.previous }),
    ...(units === undefined ? {} : { units }),
  }
}

/** Writes what came of one document, and says what went wrong with it. */
async function tellOutcome(
  { path, named }: BatchInput, outcome: JobOutcome | undefined, index: number, asTable: boolean, { plan, options, io, voice }: Batch,
): Promise<{ readonly row: BatchRow; readonly codes: readonly ExitCode[] }> {
  if (outcome === undefined) return { row: { path, outcome: 'interrupted', reports: [] }, codes: [] }
  const { result, seconds, megabytes } = outcome
  const measured = { seconds, ...(megabytes === undefined ? {} : { megabytes }) }
  if ('defect' in result) {
    const detail = say(voice, { zh: `程序出错，没有审核完（${result.defect}）。`, en: `the program failed before it was done (${result.defect}).` })
    const remedy = say(voice, { zh: '这是程序的缺陷，请把这句话和文件的来源反馈给我们。', en: 'This is a defect of the program; please report this sentence and where the file comes from.' })
    tellFailure(io, voice, `${path}${voice.language === 'zh' ? '：' : ': '}${detail}`, remedy)
    return { row: { path, outcome: 'problem', reason: { code: 'cli.defect', detail, remedy }, ...measured, reports: [] }, codes: [exitCodes.defect] }
  }
  if (!result.ok) {
    const { code, detail, remedy } = result.problem
    // A folder holds notes and lists too: a text without anything to audit was not meant.
    const skipped = !named && code === nothingRecognisedCode && /\.(?:txt|md|csv|tsv|html?)$/iu.test(path)
    if (!skipped) tellProblem(io, voice, result.problem)
    return { row: { path, outcome: skipped ? 'skipped' : 'problem', reason: { code, detail, remedy }, ...measured, reports: [] }, codes: skipped ? [] : [isWrongCompanion(code) ? exitCodes.usage : exitCodes.unreadable] }
  }
  const { document, summary } = result.value
  if (!asTable) io.stdout(result.value.terminal)
  const written = await writeOutputs(result.value, plan[index] ?? [], asTable, io, voice)
  const code = hasFindings(result.value, options.failOn) ? exitCodes.findings : exitCodes.clean
  return { row: { path, outcome: 'audited', document, summary, ...measured, reports: written.reports }, codes: [worstExitCode([...written.codes, code])] }
}

/** Whether the document itself could be read and only what it was to be compared with is the wrong one. */
function isWrongCompanion(code: string): boolean {
  return code.startsWith('audit.previous.') || code.startsWith('audit.units.')
}

async function writeOutputs(
  { outputs, problems, summary }: AuditedJob, planned: readonly PlannedOutput[], asTable: boolean, io: CliIo, voice: Voice,
): Promise<{ readonly codes: readonly ExitCode[]; readonly reports: readonly PlannedOutput[] }> {
  const { error, warning, notice } = summary.findings
  const some = error + warning + notice > 0
  const codes: ExitCode[] = []
  const reports: PlannedOutput[] = []
  if (!asTable && (some || planned.length > 0)) io.stdout('\n')
  for (const { format, path } of planned) {
    const content = outputs.find((output) => output.format === format)?.content
    if (content === undefined) continue
    const failure = await io.files.write(path, content)
    if (failure === undefined) {
      reports.push({ format, path })
      if (!asTable) io.stdout(`${format === 'annotated' ? say(voice, { zh: '批注 PDF：', en: 'Annotated PDF: ' }) : say(voice, { zh: '完整报告：', en: 'Full report: ' })}${path}\n`)
    } else {
      tellFailure(io, voice, failure, say(voice, { zh: '请换一个可以写入的位置。', en: 'Choose a place that can be written.' }))
      codes.push(exitCodes.usage)
    }
  }
  for (const problem of problems) tellProblem(io, voice, problem)
  if (!asTable && planned.length === 0 && some) {
    io.stdout(`${say(voice, {
      zh: '完整报告：加 --report 报告.html\n某一项的来龙去脉：mingzhang explain 编号 --in 文件',
      en: 'Full report: add --report report.html\nOne finding in full: mingzhang explain ID --in FILE',
    })}\n`)
  }
  return { codes, reports }
}

/** Tells every output that cannot be written, before any work is done. Makes the folders. */
async function refuseOutputs(
  documents: readonly string[], plan: readonly (readonly PlannedOutput[])[], options: AuditCommandOptions, io: CliIo, voice: Voice,
): Promise<boolean> {
  const refusals: string[] = []
  const refuse = (what: string, remedy: string): void => {
    refusals.push(what)
    tellFailure(io, voice, what, remedy)
  }
  for (const target of options.report.filter((path) => reportFormat(path) === undefined)) {
    refuse(
      say(voice, { zh: `不知道“${target}”要写成什么格式。`, en: `“${target}” does not say which format to write.` }),
      say(voice, { zh: '报告文件名请以 .html、.json 或 .xlsx 结尾。', en: 'Let the name end with .html, .json or .xlsx.' }),
    )
  }
  const elsewhere = say(voice, { zh: '请换一个可以写入的位置。', en: 'Choose a place that can be written.' })
  for (const folder of [options.out, options.annotated]) {
    const reason = folder === undefined ? undefined : await io.files.makeFolder(folder)
    if (reason !== undefined) refuse(reason, elsewhere)
  }
  if (refusals.length > 0) return true
  for (const { path } of plan.flat()) {
    if (documents.some((document) => io.files.isSameFile(document, path))) {
      refuse(
        say(voice, { zh: `“${path}”是要审核的文件本身，没有覆盖。`, en: `“${path}” is the audited file itself and was not overwritten.` }),
        say(voice, { zh: '请给报告另取一个文件名。', en: 'Give the report another name.' }),
      )
      continue
    }
    const reason = await io.files.refusalToWrite(path)
    if (reason !== undefined) refuse(reason, elsewhere)
  }
  return refusals.length > 0
}

function tellEmpty(word: string, io: CliIo, voice: Voice): void {
  tellFailure(
    io, voice,
    say(voice, { zh: `“${word}”里没有可以审核的文件。`, en: `“${word}” holds no file to audit.` }),
    say(voice, { zh: '请核对文件夹名或通配符；通配符可以写成 公开/*.pdf 或 公开/**/*。', en: 'Check the folder or the pattern, such as disclosures/*.pdf or disclosures/**/*.' }),
  )
}

function hasFindings({ summary: { findings } }: AuditedJob, failOn: AuditCommandOptions['failOn']): boolean {
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
