import { basename, extname } from 'node:path'
import { recogniseDocument } from '@mingzhang/audit'
import { writeLedgerJson, writeLedgerWorkbook } from '@mingzhang/compile'
import { defaultReadLimits, readDocument } from '@mingzhang/document'
import { describePlace } from '@mingzhang/figures'
import { reconstructLedger, type Reconstruction } from '@mingzhang/reconstruct'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { openVocabulary, type SharedOptions } from './load-document.ts'

export interface ReconstructCommandOptions extends SharedOptions {
  readonly out: string
}

/** Turns a published disclosure into a ledger draft. A file that exists is never replaced. */
export async function reconstructCommand(path: string, options: ReconstructCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const format = extname(options.out).toLowerCase()
  if (format !== '.xlsx' && format !== '.json') {
    tellFailure(
      io, voice,
      say(voice, { zh: `“${options.out}”看不出要写成什么格式。`, en: `“${options.out}” does not say which format to write.` }),
      say(voice, { zh: '请写成以 .xlsx 或 .json 结尾的文件名。', en: 'Let the name end with .xlsx or .json.' }),
    )
    return exitCodes.usage
  }
  if (io.files.isSameFile(path, options.out) || (await io.files.read(options.out)).ok) {
    tellFailure(
      io, voice,
      say(voice, { zh: `“${options.out}”已经存在，没有覆盖。`, en: `“${options.out}” exists and was not overwritten.` }),
      say(voice, { zh: '请换一个文件名，或先把它移走。', en: 'Choose another name, or move it away.' }),
    )
    return exitCodes.usage
  }
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  const read = await io.files.read(path)
  if (!read.ok) return unreadable(read.problem)
  io.progress.step(say(voice, { zh: '识别', en: 'reading' }))
  const tree = await readDocument(read.value, basename(path), defaultReadLimits, await io.readAids?.())
  if (!tree.ok) return unreadable(tree.problem)
  const { document, profile } = recogniseDocument(tree.value, vocabulary, vocabulary.profiles.find(({ id }) => id === options.profile))
  io.progress.step(say(voice, { zh: '倒推', en: 'reconstructing' }))
  const draft = await reconstructLedger(document, vocabulary, profile === undefined ? {} : { rounding: profile.rounding })
  io.progress.done()
  if (!draft.ok) {
    for (const problem of draft.problems) tellProblem(io, voice, problem)
    return exitCodes.unreadable
  }
  const { ledger, marks } = draft
  const content = format === '.json'
    ? writeLedgerJson(ledger)
    : await writeLedgerWorkbook(ledger, { profile: profile?.name ?? '', year: ledger.department.year, vocabulary, marks })
  const failed = await io.files.write(options.out, content)
  if (failed !== undefined) {
    tellFailure(io, voice, failed, say(voice, { zh: '请检查路径和权限。', en: 'Check the path and its permissions.' }))
    return exitCodes.usage
  }
  io.stdout(summary(draft, options.out, voice))
  return exitCodes.clean

  function unreadable(problem: Parameters<typeof tellProblem>[2]): ExitCode {
    io.progress.done()
    tellProblem(io, voice, problem)
    return exitCodes.unreadable
  }
}

function summary({ ledger, report }: Extract<Reconstruction, { readonly ok: true }>, out: string, voice: Voice): string {
  const { marks } = report
  const total = (key: 'cells' | 'reproduced'): number => report.tables.reduce((sum, table) => sum + table[key], 0)
  const failures = [...report.tables.flatMap((table) => table.failures), ...report.sentences.failures]
  const zh = [
    `${ledger.department.name} ${ledger.department.year} 年：支出 ${ledger.lines.length} 行，收入 ${ledger.revenue.length} 行，项目 ${ledger.projects.length} 个，绩效目标表 ${ledger.forms.length} 份`,
    `按这本台账四舍五入重编：表中 ${total('cells')} 格有 ${total('reproduced')} 格一致，文字中 ${report.sentences.cells} 个数有 ${report.sentences.reproduced} 个一致`,
    ...failures.slice(0, shownLines).map(({ place, printed, reason }) => `  ${describePlace(place)} 印 ${printed}：${reason}`),
    ...report.forms.map(({ form, reason }) => `  绩效表“${form}”：${reason}`),
    `各格：照录 ${marks.stated}，推定 ${marks.inferred}，待填 ${marks.open}`,
    ...report.open.map((sentence) => `待填：${sentence}`),
    ...report.leftOut.length === 0 ? [] : [`有 ${report.leftOut.length} 句文字没有放进台账，编制时会按数字重新写出`],
    `已写入 ${out}。推定的数只是印出数字范围内的一种可能，编制前请按实际账面改正。`,
  ]
  const en = [
    `${ledger.department.name} ${ledger.department.year}: ${ledger.lines.length} lines of expenditure, ${ledger.revenue.length} of revenue, ${ledger.projects.length} projects, ${ledger.forms.length} forms`,
    `Rounded again, the draft gives back ${total('reproduced')} of ${total('cells')} table cells and ${report.sentences.reproduced} of ${report.sentences.cells} amounts in sentences`,
    `Cells: ${marks.stated} stated, ${marks.inferred} inferred, ${marks.open} open; ${report.forms.length} forms disagree with the tables`,
    `Written to ${out}. Inferred amounts are one possibility behind the prints: correct them from the books before compiling.`,
  ]
  return `${(voice.language === 'zh' ? zh : en).join('\n')}\n`
}

const shownLines = 10
