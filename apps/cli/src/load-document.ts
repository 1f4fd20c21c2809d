/** From a path to an audit report, with every way that it can fail. */
import { basename } from 'node:path'
import type { AuditReport } from '@mingzhang/audit'
import type { Result } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import { auditBytes } from './audit-job.ts'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'

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
  return bytes.ok ? auditLoaded(bytes.value, name, vocabulary, io, profile) : bytes
}

/** Audits a file that is already in memory. */
export async function auditLoaded(bytes: Uint8Array, name: string, vocabulary: Vocabulary, io: CliIo, profile: string | undefined): Promise<Result<AuditReport>> {
  return auditBytes(bytes, name, { engine: io.engine, vocabulary, step: io.progress.step, ...(io.readAids === undefined ? {} : { readAids: io.readAids }) }, profile === undefined ? {} : { profile })
}
