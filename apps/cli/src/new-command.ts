import { extname } from 'node:path'
import { findLayout, writeLedgerWorkbook } from '@mingzhang/compile'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { openVocabulary, type SharedOptions } from './load-document.ts'

export interface NewCommandOptions extends SharedOptions {
  readonly profile: string
}

/** Writes an empty ledger workbook. A file that exists is never replaced. */
export async function newCommand(path: string, options: NewCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const refuse = (what: string, remedy: string): ExitCode => {
    tellFailure(io, voice, what, remedy)
    return exitCodes.usage
  }
  if (extname(path).toLowerCase() !== '.xlsx') {
    return refuse(
      say(voice, { zh: `“${path}”不是工作簿的文件名。`, en: `“${path}” is not the name of a workbook.` }),
      say(voice, { zh: '请写成以 .xlsx 结尾的文件名。', en: 'Let the name end with .xlsx.' }),
    )
  }
  if ((await io.files.read(path)).ok) {
    return refuse(
      say(voice, { zh: `“${path}”已经存在，没有覆盖。`, en: `“${path}” exists and was not overwritten.` }),
      say(voice, { zh: '请换一个文件名，或先把它移走。', en: 'Choose another name, or move it away.' }),
    )
  }
  const vocabulary = openVocabulary(io, voice, options.data === undefined ? {} : { data: options.data })
  if (typeof vocabulary === 'number') return vocabulary
  const year = yearOf(options.profile, io.now())
  if (Number.isNaN(year)) {
    return refuse(
      say(voice, { zh: `“${options.profile.split('/')[1] ?? ''}”不是年份。`, en: `“${options.profile.split('/')[1] ?? ''}” is not a year.` }),
      say(voice, { zh: '请写成 shanxi/2024 的样子。', en: 'Write it like shanxi/2024.' }),
    )
  }
  const found = findLayout(vocabulary, options.profile, year)
  if (!found.ok) {
    tellProblem(io, voice, found.problem)
    return exitCodes.usage
  }
  const { layout } = found
  const workbook = await writeLedgerWorkbook(undefined, { profile: layout.name, year, vocabulary })
  const failed = await io.files.write(path, workbook)
  if (failed !== undefined) return refuse(failed, say(voice, { zh: '请检查路径和权限。', en: 'Check the path and its permissions.' }))
  io.stdout(say(voice, {
    zh: `已写入 ${path}（${layout.name}，${year} 年）。填好后运行：mingzhang compile ${path} --profile ${options.profile} --out 公开\n`,
    en: `Wrote ${path} (${layout.name}, ${year}). Fill it in and run: mingzhang compile ${path} --profile ${options.profile} --out disclosure\n`,
  }))
  return exitCodes.clean
}

/** The budget year that the profile names, `NaN` for what is none; else the one in preparation: next year's from July on. */
function yearOf(profile: string, now: Date): number {
  const [, named] = profile.split('/')
  if (named === undefined) return now.getUTCFullYear() + (now.getUTCMonth() >= 6 ? 1 : 0)
  return /^\d{4}$/u.test(named) ? Number(named) : Number.NaN
}
