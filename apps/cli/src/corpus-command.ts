import { type BatchChange, type BatchRow, type BatchSummary, compareBatches, padText, readBatchJson, renderBatchJson, summariseBatch } from '@mingzhang/audit'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { basename } from 'node:path'
import { threadLimits, type BatchOptions } from './audit-command.ts'
import type { JobOutcome } from './audit-contract.ts'
import { auditHere } from './audit-here.ts'
import { nothingRecognisedCode } from './audit-job.ts'
import { batchTotalsLines } from './batch-output.ts'
import { type BatchInput, expandInputs } from './batch-inputs.ts'
import type { CliIo } from './cli-io.ts'
import { createWidthOf, say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { openVocabulary, type SharedOptions } from './load-document.ts'
import { version } from './version.ts'

export interface CorpusCommandOptions extends SharedOptions, BatchOptions {
  readonly json?: boolean
  /** A run stored with `--json`. */
  readonly compare?: string
  readonly sameThread?: boolean
}

/** Measures every document, each in a thread of its own; compared with an earlier run, 1 says that something got worse. */
export async function corpusCommand(words: readonly string[], options: CorpusCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const earlier = options.compare === undefined ? undefined : await storedRun(options.compare, io, voice)
  if (typeof earlier === 'number') return earlier
  const inputs = await expandInputs(words, io.files)
  if (inputs.documents.length === 0) {
    tellFailure(io, voice, say(voice, { zh: `“${words.join('”“')}”里没有可以审核的文件。`, en: 'There is no file to audit.' }), say(voice, { zh: '请核对文件夹名或通配符。', en: 'Check the folder or the pattern.' }))
    return exitCodes.unreadable
  }
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  const skipped = inputs.skipped.map(({ path, reason }): BatchRow => ({ path, outcome: 'skipped', reason: { code: 'cli.document.skipped', detail: `${reason}。`, remedy: '' }, reports: [] }))
  const measured = await measure(inputs.documents, vocabulary, options, io)
  const summary = summariseBatch([...measured, ...skipped])
  if (options.json === true) io.stdout(renderBatchJson(summary, version))
  else io.stdout(corpusTable(summary, voice))
  if (measured.some(({ outcome }) => outcome === 'interrupted')) return exitCodes.interrupted
  if (earlier === undefined) return exitCodes.clean
  const changes = compareBatches(earlier, summary.rows)
  const tell = options.json === true ? io.stderr : io.stdout
  tell(changesText(changes, voice))
  return changes.some(({ kind }) => kind === 'worse') ? exitCodes.findings : exitCodes.clean
}

async function storedRun(path: string, io: CliIo, voice: Voice): Promise<readonly BatchRow[] | ExitCode> {
  const bytes = await io.files.read(path)
  const stored = bytes.ok ? readBatchJson(new TextDecoder().decode(bytes.value), basename(path)) : bytes
  if (stored.ok) return stored.value
  tellProblem(io, voice, stored.problem)
  return exitCodes.unreadable
}

async function measure(documents: readonly BatchInput[], vocabulary: Vocabulary, options: CorpusCommandOptions, io: CliIo): Promise<readonly BatchRow[]> {
  const threads = io.openThreads?.({ ...threadLimits(options), fresh: options.sameThread !== true }, options.data ?? io.dataDirectory) ?? auditHere(vocabulary, io)
  const letGo = io.onInterrupt?.(() => { void threads.close() })
  let done = 0
  try {
    return await Promise.all(documents.map(async ({ path }) => {
      const job = { path, name: basename(path), language: 'zh', formats: [], date: io.now().toISOString(), ...(options.profile === undefined ? {} : { profile: options.profile }) } as const
      const outcome = await threads.run(job, (text) => { io.progress.step(`[${done + 1}/${documents.length}] ${text}`) })
      done += 1
      if (outcome !== undefined) io.progress.note?.(`[${done}/${documents.length}] ${basename(path)} ${outcome.seconds} s`)
      return rowOf(path, outcome)
    }))
  } finally {
    letGo?.()
    await threads.close()
    io.progress.done()
  }
}

function rowOf(path: string, outcome: JobOutcome | undefined): BatchRow {
  if (outcome === undefined) return { path, outcome: 'interrupted', reports: [] }
  const { result, seconds, megabytes } = outcome
  const measured = { seconds, ...(megabytes === undefined ? {} : { megabytes }), reports: [] }
  if ('defect' in result) return { path, outcome: 'problem', reason: { code: 'cli.defect', detail: result.defect, remedy: '' }, ...measured }
  if (result.ok) return { path, outcome: 'audited', document: result.value.document, summary: result.value.summary, ...measured }
  const { code, detail, remedy } = result.problem
  const skipped = code === nothingRecognisedCode && /\.(?:txt|md|csv|tsv)$/iu.test(path)
  return { path, outcome: skipped ? 'skipped' : 'problem', reason: { code, detail, remedy }, ...measured }
}

function corpusTable(summary: BatchSummary, voice: Voice): string {
  const widthOf = createWidthOf()
  const width = Math.min(60, Math.max(8, ...summary.rows.map(({ path }) => widthOf(path)))) + 2
  const heads = voice.language === 'zh'
    ? ['表', '表内', '文字', '一致', '尾差', '不一致', '未定', '秒', 'MB']
    : ['tables', 'cells', 'prose', 'exact', 'residue', 'conflict', 'open', 's', 'MB']
  const cell = (text: string | number, at: number): string => padStart(String(text), columnWidths[at] ?? 8, widthOf)
  const lines = [padText(say(voice, { zh: '文件', en: 'file' }), width, widthOf) + heads.map(cell).join('')]
  for (const { path, summary: counts, reason, seconds, megabytes } of summary.rows) {
    const name = padText(path, width, widthOf)
    if (counts === undefined) lines.push(`${name} ${reason === undefined ? '—' : reason.detail}`)
    else {
      const { tables, cells, prose, identities } = counts
      lines.push(name + [
        `${tables.recognised}/${tables.expected}`, `${cells.bound}/${cells.numeric}`, `${prose.bound}/${prose.figures}`,
        identities.exact, identities.withinRounding, identities.conflict, identities.undetermined, seconds ?? '', megabytes ?? '',
      ].map(cell).join(''))
    }
  }
  const { seconds, megabytes } = summary.totals
  const time = say(voice, { zh: `各份用时合计 ${seconds} 秒，最大内存 ${megabytes} MB`, en: `${seconds} s of documents, at most ${megabytes} MB` })
  return `${lines.join('\n')}\n\n${batchTotalsLines(summary, voice)}\n${time}\n`
}

const columnWidths: readonly number[] = [8, 12, 10, 7, 7, 8, 7, 7, 6]

function padStart(text: string, width: number, widthOf: (text: string) => number): string {
  return `${' '.repeat(Math.max(1, width - widthOf(text)))}${text}`
}

function changesText(changes: readonly BatchChange[], voice: Voice): string {
  if (changes.length === 0) return say(voice, { zh: '\n与上次相比：没有变化\n', en: '\nCompared with the stored run: no change\n' })
  const words = { worse: { zh: '变差', en: 'worse' }, better: { zh: '变好', en: 'better' }, other: { zh: '其他变化', en: 'other changes' } } as const
  return (['worse', 'better', 'other'] as const).map((kind) => {
    const own = changes.filter((change) => change.kind === kind)
    const lines = own.map(({ path, what, before, after }) => `  ${path}  ${what[voice.language]} ${before ?? '—'} → ${after ?? '—'}`)
    return own.length === 0 ? '' : `\n${words[kind][voice.language]} ${own.length}\n${lines.join('\n')}\n`
  }).join('')
}
