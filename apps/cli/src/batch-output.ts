/** What a batch prints and writes: one line per document, the totals, the summary files. */
import { join, relative } from 'node:path'
import { type BatchRow, type BatchSummary, padText, renderBatchCsv, renderBatchHtml, renderBatchJson, shareOf, summariseBatch } from '@mingzhang/audit'
import type { CliIo } from './cli-io.ts'
import { createWidthOf, say, tellFailure, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { version } from './version.ts'

/** One document: what was read of it before what was found. */
export function batchLine({ path, outcome, summary, seconds, reason }: BatchRow, voice: Voice): string {
  const name = padText(path, 44, createWidthOf())
  if (summary === undefined) {
    const word = say(voice, { problem: { zh: '没有审核成', en: 'not audited' }, skipped: { zh: '跳过', en: 'skipped' }, interrupted: { zh: '中断', en: 'stopped' }, audited: { zh: '', en: '' } }[outcome])
    return `${name} ${word}${reason === undefined ? '' : ` ${reason.detail}`}`
  }
  const { tables, cells, prose, identities, findings } = summary
  return `${name} ${say(voice, {
    zh: `表 ${tables.recognised}/${tables.expected} 表内 ${cells.bound}/${cells.numeric} 文字 ${prose.bound}/${prose.figures} · 一致 ${identities.exact} 尾差 ${identities.withinRounding} 不一致 ${identities.conflict} 无法判定 ${identities.undetermined} · 错误 ${findings.error} 警告 ${findings.warning}`,
    en: `tables ${tables.recognised}/${tables.expected} cells ${cells.bound}/${cells.numeric} prose ${prose.bound}/${prose.figures} · exact ${identities.exact} residue ${identities.withinRounding} conflict ${identities.conflict} open ${identities.undetermined} · errors ${findings.error} warnings ${findings.warning}`,
  })}${seconds === undefined ? '' : ` · ${seconds} s`}`
}

export function batchTotalsLines({ totals: { files, tables, cells, prose, identities, findings } }: BatchSummary, voice: Voice): string {
  const failed = files.problem + files.interrupted
  return say(voice, {
    zh: `审核 ${files.audited} 份，没有审核成 ${failed} 份，跳过 ${files.skipped} 份。\n`
      + `读到：表 ${tables.recognised}/${tables.expected}，表内数字 ${cells.bound}/${cells.numeric}（${shareOf(cells.bound, cells.numeric)}），文字数字 ${prose.bound}/${prose.figures}（${shareOf(prose.bound, prose.figures)}）\n`
      + `勾稽：一致 ${identities.exact}，尾差 ${identities.withinRounding}，不一致 ${identities.conflict}，无法判定 ${identities.undetermined}；错误 ${findings.error} 处，警告 ${findings.warning} 处`,
    en: `${files.audited} audited, ${failed} not audited, ${files.skipped} skipped.\n`
      + `Read: tables ${tables.recognised}/${tables.expected}, table figures ${cells.bound}/${cells.numeric} (${shareOf(cells.bound, cells.numeric)}), prose figures ${prose.bound}/${prose.figures} (${shareOf(prose.bound, prose.figures)})\n`
      + `Identities: exact ${identities.exact}, within rounding ${identities.withinRounding}, conflict ${identities.conflict}, undetermined ${identities.undetermined}; ${findings.error} errors, ${findings.warning} warnings`,
  })
}

/** Writes summary.html, summary.csv and summary.json into the folder. Reports are named relative to it. */
export async function writeBatchSummary({ rows }: BatchSummary, folder: string, io: CliIo, voice: Voice): Promise<ExitCode> {
  const summary = summariseBatch(rows.map((row) => ({ ...row, reports: row.reports.map(({ format, path }) => ({ format, path: relative(folder, path).replaceAll('\\', '/') })) })))
  const files: readonly (readonly [string, string])[] = [
    ['summary.html', renderBatchHtml(summary, { language: voice.language })],
    ['summary.csv', renderBatchCsv(summary)],
    ['summary.json', renderBatchJson(summary, version)],
  ]
  let code: ExitCode = exitCodes.clean
  for (const [name, content] of files) {
    const failure = await io.files.write(join(folder, name), content)
    if (failure === undefined) continue
    tellFailure(io, voice, failure, say(voice, { zh: '请换一个可以写入的位置。', en: 'Choose a place that can be written.' }))
    code = exitCodes.usage
  }
  if (code === exitCodes.clean) io.stdout(`${say(voice, { zh: '汇总：', en: 'Summary: ' })}${join(folder, 'summary.html')}\n`)
  return code
}
