/** From a path to an audit report, with every way that it can fail. */
import { basename } from 'node:path'
import type { AuditReport } from '@mingzhang/audit'
import { readDocument } from '@mingzhang/document'
import type { Problem, Result } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { version } from './version.ts'

export interface SharedOptions {
  readonly profile?: string
  readonly data?: string
}

/** The vocabulary, or the exit code after every mistake in it, or an unknown profile, was told. */
export function openVocabulary(io: CliIo, voice: Voice, options: SharedOptions): Vocabulary | ExitCode {
  const directory = options.data ?? io.dataDirectory
  const loaded = io.engine.loadVocabulary(directory)
  if (!loaded.ok) {
    for (const problem of loaded.problems) tellProblem(io, voice, problem)
    tellFailure(
      io, voice,
      say(voice, { zh: `词汇数据有 ${loaded.problems.length} 处问题，没有往下做：${directory}`, en: `The vocabulary has ${loaded.problems.length} problems; nothing was done: ${directory}` }),
      say(voice, { zh: '请按上面的提示改正；没有改动过数据时，请重新安装。', en: 'Correct them as said above, or install again if you changed nothing.' }),
    )
    return exitCodes.usage
  }
  const { profile } = options
  if (profile === undefined || loaded.value.profiles.some(({ id }) => id === profile)) return loaded.value
  const known = loaded.value.profiles.map(({ id, name }) => `${id}（${name}）`).join('、')
  tellFailure(
    io, voice,
    say(voice, { zh: `没有“${profile}”这个地方模板。`, en: `There is no profile “${profile}”.` }),
    say(voice, { zh: `可用的有：${known}。不写 --profile 时按文件中的表自动选择。`, en: `Known: ${known}. Without --profile the document’s tables decide.` }),
  )
  return exitCodes.usage
}

/** Audits one file. Problems are returned; only a defect throws. */
export async function auditFile(path: string, vocabulary: Vocabulary, io: CliIo, voice: Voice, profile: string | undefined): Promise<Result<AuditReport>> {
  const name = basename(path)
  io.progress.step(say(voice, { zh: `读取 ${name}`, en: `Reading ${name}` }))
  const bytes = await io.files.read(path)
  return bytes.ok ? auditBytes(bytes.value, name, vocabulary, io, profile) : bytes
}

/** Audits a file that is already in memory. */
export async function auditBytes(bytes: Uint8Array, name: string, vocabulary: Vocabulary, io: CliIo, profile: string | undefined): Promise<Result<AuditReport>> {
  const tree = await readDocument(bytes, name)
  if (!tree.ok) return tree
  const report = await io.engine.auditDocument(tree.value, vocabulary, {
    version,
    progress: (step) => { io.progress.step(`${name}：${step}`) },
    ...(profile === undefined ? {} : { profile }),
  })
  if (report.ok && isNothingRecognised(report.value)) return { ok: false, problem: nothingRecognised(name) }
  return report
}

/** A file without one table, form or bound figure was not audited, and must not end as clean. */
function isNothingRecognised({ summary, findings }: AuditReport): boolean {
  const { tables, forms, cells, prose } = summary
  return tables.recognised + forms.found + cells.bound + prose.bound === 0 && findings.length === 0
}

function nothingRecognised(name: string): Problem {
  return {
    code: 'cli.document.nothingRecognised',
    place: { document: name },
    detail: '没有认出任何预算表格、绩效表或文字中的金额，没有可以审核的内容。',
    remedy: '请确认这是部门预决算公开文件，保留了表名和表头；纯文本里的表格要以制表符分列。',
  }
}
