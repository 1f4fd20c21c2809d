/** From a path to a ledger: a workbook, JSON, one CSV, or a folder of CSV files. */
import { basename, extname, join } from 'node:path'
import { annotateWorkbook, type CellProblem, type Ledger, type LedgerSource, readLedger } from '@mingzhang/compile'
import type { Problem, Result } from '@mingzhang/figures'
import type { Vocabulary } from '@mingzhang/vocabulary'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'

/** How many problems are told one by one; the annotated copy has them all. */
const toldProblems = 20

/** Reads the ledger at `path`; tells everything that is wrong with it, also in a copy of its workbook, and then returns `undefined`. */
export async function openLedger(path: string, vocabulary: Vocabulary, io: CliIo, voice: Voice): Promise<Ledger | undefined> {
  const source = await readSource(path, io)
  if (!source.ok) {
    tellProblem(io, voice, source.problem)
    return undefined
  }
  const reading = await readLedger(source.value, vocabulary)
  if (reading.ok) {
    for (const notice of reading.notices) tellNotice(io, notice)
    return reading.ledger
  }
  for (const problem of reading.problems.slice(0, toldProblems)) tellProblem(io, voice, problem)
  await tellCopy(path, source.value, reading.problems, io, voice)
  return undefined
}

/** Something to know that stops nothing. */
export function tellNotice(io: CliIo, notice: Problem): void {
  io.stderr(`· ${notice.detail}${notice.remedy === '' ? '' : `\n  ${notice.remedy}`}\n`)
}

/** The file, or the CSV files of a folder; whatever else lies in the folder is left alone. */
async function readSource(path: string, io: CliIo): Promise<Result<LedgerSource>> {
  const entries = await io.files.list(path)
  if (entries === undefined) {
    const read = await io.files.read(path)
    return read.ok ? { ok: true, value: { name: basename(path), bytes: read.value } } : read
  }
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const name of entries.filter((entry) => /\.csv$/iu.test(entry))) {
    const read = await io.files.read(join(path, name))
    if (!read.ok) return read
    files.push({ name, bytes: read.value })
  }
  return { ok: true, value: { name: basename(path), files } }
}

async function tellCopy(path: string, source: LedgerSource, problems: readonly CellProblem[], io: CliIo, voice: Voice): Promise<void> {
  const count = problems.length
  const rest = count > toldProblems ? say(voice, { zh: `，上面只列了前 ${toldProblems} 处`, en: `; only the first ${toldProblems} are listed above` }) : ''
  const copy = await writeCopy(path, source, problems, io)
  tellFailure(
    io, voice,
    say(voice, { zh: `台账有 ${count} 处问题${rest}，没有编制。`, en: `The ledger has ${count} problems${rest}; nothing was compiled.` }),
    copy === undefined
      ? say(voice, { zh: '请按上面的提示逐处改正后重新运行。', en: 'Correct them as said above and run again.' })
      : say(voice, { zh: `全部问题已逐格标注在“${copy}”中，请在原台账里改正后重新运行。`, en: `All of them are marked cell by cell in “${copy}”; correct the ledger itself and run again.` }),
  )
}

/** A copy of the workbook with the problems as comments, beside it; `undefined` where there is no workbook or it cannot be written. */
async function writeCopy(path: string, source: LedgerSource, problems: readonly CellProblem[], io: CliIo): Promise<string | undefined> {
  if ('files' in source || !problems.some(({ cell }) => cell !== '') || source.bytes[0] !== 0x50) return undefined
  const copy = `${path.slice(0, path.length - extname(path).length)}-问题标注.xlsx`
  const annotated = await annotateWorkbook(source.bytes, problems)
  return (await io.files.write(copy, annotated)) === undefined ? copy : undefined
}
