import type { CliIo } from './cli-io.ts'
import { tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { figuresAsCsv, figuresAsJson } from './figures-table.ts'
import { auditFile, openVocabulary, type SharedOptions } from './load-document.ts'

export interface FiguresCommandOptions extends SharedOptions {
  readonly format: 'csv' | 'json'
}

/** Writes every bound figure of a file to standard output. */
export async function figuresCommand(file: string, options: FiguresCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  const result = await auditFile(file, vocabulary, io, voice, options.profile)
  io.progress.done()
  if (!result.ok) {
    tellProblem(io, voice, result.problem)
    return exitCodes.unreadable
  }
  const { figures } = result.value
  io.stdout(options.format === 'csv' ? figuresAsCsv(figures) : figuresAsJson(figures))
  return exitCodes.clean
}
