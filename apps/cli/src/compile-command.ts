import { resolve, sep } from 'node:path'
import { type CarriedForward, ledgerTextItems } from '@mingzhang/compile'
import type { Problem } from '@mingzhang/figures'
import { type Fen, fen, formatFen, roundFen } from '@mingzhang/money'
import { publishDisclosure, type Published } from '@mingzhang/publish'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, tellProblem, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { openLedger } from './ledger-input.ts'
import { openVocabulary, type SharedOptions } from './load-document.ts'
import { refusalOfFolder, writeFolder } from './output-folder.ts'
import { carryPrevious } from './previous-input.ts'
import { version } from './version.ts'

export interface CompileCommandOptions extends SharedOptions {
  readonly profile: string
  readonly out: string
  readonly rounding: 'half-up' | 'balanced'
  readonly internal?: string
  readonly previous?: string
  readonly date?: string
  readonly overwrite?: boolean
}

/** Compiles a ledger into the folder of its disclosure. Nothing appears there unless everything is proved. */
export async function compileCommand(path: string, options: CompileCommandOptions, io: CliIo, voice: Voice): Promise<ExitCode> {
  const overwrite = options.overwrite === true
  const folders = [
    { path: options.out, rendition: 'public' } as const,
    ...options.internal === undefined ? [] : [{ path: options.internal, rendition: 'internal' } as const],
  ]
  if (options.internal !== undefined && areNested(options.out, options.internal)) {
    tellFailure(
      io, voice,
      say(voice, { zh: '--internal 与 --out 是同一个文件夹，或一个在另一个里面：内部留存件会混进公开文件。', en: '--internal and --out are one folder, or one lies in the other: the internal rendition would stand among what is published.' }),
      say(voice, { zh: '请给内部留存件另写一个文件夹。', en: 'Give the internal rendition a folder of its own.' }),
    )
    return exitCodes.usage
  }
  for (const folder of folders) {
    const refused = await refusalOfFolder(folder.path, { overwrite, rendition: folder.rendition })
    if (refused !== undefined) return tellAll([refused], exitCodes.usage)
  }
  const vocabulary = openVocabulary(io, voice, options.data === undefined ? {} : { data: options.data })
  if (typeof vocabulary === 'number') return vocabulary
  io.progress.step(say(voice, { zh: '读台账', en: 'reading the ledger' }))
  const given = await openLedger(path, vocabulary, io, voice)
  if (given === undefined) return exitCodes.unreadable
  const carried = options.previous === undefined ? { ledger: given } : await carryPrevious(given, options.previous, vocabulary, io, voice)
  if (carried === undefined) return exitCodes.unreadable
  const { ledger } = carried
  const created = stampOf(options.date ?? ledger.department.publishedOn, io.now)
  if (created === undefined) {
    tellFailure(
      io, voice,
      say(voice, { zh: `“${options.date ?? ''}”不是日期。`, en: `“${options.date ?? ''}” is not a date.` }),
      say(voice, { zh: '请写成 2024-02-23 的样子。', en: 'Write it like 2024-02-23.' }),
    )
    return exitCodes.usage
  }
  const result = await publishDisclosure(ledger, vocabulary, {
    profile: options.profile,
    rounding: options.rounding,
    created,
    makePdf: io.makePdf,
    product: `mingzhang ${version}`,
    version,
    internal: options.internal !== undefined,
    progress: io.progress.step,
  })
  io.progress.done()
  if (!result.ok) return tellAll(result.problems, result.problems.every(({ code }) => code.startsWith('compile.profile.')) ? exitCodes.usage : exitCodes.findings)
  const published = result.value
  const failure = await writeFolder(options.out, published.files, { overwrite })
  if (failure !== undefined) return tellAll([failure], exitCodes.usage)
  const unkept = options.internal === undefined ? undefined : await writeFolder(options.internal, published.internalFiles, { overwrite, rendition: 'internal' })
  if (unkept !== undefined) {
    tellProblem(io, voice, unkept)
    tellFailure(
      io, voice,
      say(voice, { zh: `公开文件已写入“${options.out}”，内部留存件没有写成。`, en: `The public files are in “${options.out}”; the internal rendition was not written.` }),
      say(voice, { zh: '请按上面的提示改正后重新运行。', en: 'Correct it as said above and run again.' }),
    )
    return exitCodes.usage
  }
  io.stdout(summary(published, 'changes' in carried ? carried : undefined, options, voice))
  return exitCodes.clean

  function tellAll(problems: readonly Problem[], code: ExitCode): ExitCode {
    io.progress.done()
    for (const problem of problems) tellProblem(io, voice, problem)
    tellFailure(
      io, voice,
      say(voice, { zh: `有 ${problems.length} 处问题，没有写入“${options.out}”，其中原有的文件没有变动。`, en: `${problems.length === 1 ? '1 problem' : `${problems.length} problems`}; nothing was written to “${options.out}”.` }),
      say(voice, { zh: '请按上面的提示改正后重新运行。', en: 'Correct them as said above and run again.' }),
    )
    return code
  }
}

function areNested(one: string, other: string): boolean {
  const isInside = (inner: string, outer: string): boolean => `${resolve(inner)}${sep}`.startsWith(`${resolve(outer)}${sep}`)
  return isInside(one, other) || isInside(other, one)
}

/** The moment of a day, at noon in China: every time zone's readers see that date. */
function stampOf(date: string | undefined, now: () => Date): Date | undefined {
  if (date === undefined) return now()
  const stamp = new Date(`${date}T04:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(stamp.getTime()) && stamp.toISOString().startsWith(date) ? stamp : undefined
}

function summary(published: Published, previous: CarriedForward | undefined, options: CompileCommandOptions, voice: Voice): string {
  const { publication, adjustments, outside, residues, unmetPins, notices } = published.compilation
  const { identities, findings } = published.audit.summary
  const tables = publication.blocks.filter((block) => block.kind === 'table')
  const statements = tables.filter(({ style }) => style === 'statement').length
  const carried = published.roundTrips.map(({ file, figures }) => `${file} ${figures}`).join('、')
  const zh = [
    `${publication.body} ${publication.title}`,
    `表 ${statements} 张，绩效目标表 ${tables.length - statements} 份，数字 ${published.figures} 个`,
    `各格式读回的数字一致：${carried}`,
    `自审：一致 ${identities.exact}、尾差 ${identities.withinRounding}、不一致 ${identities.conflict}、无法判定 ${identities.undetermined}；建议复核 ${findings.error + findings.warning} 处、提示 ${findings.notice} 处`,
    options.rounding === 'balanced'
      ? `舍位平衡：${adjustments.length} 个数字与四舍五入不同，其中 ${outside.length} 个超出末位一位${unmetPins.length === 0 ? '' : `；已批复数中有 ${unmetPins.length} 个保不住`}；逐项见 rounding.csv`
      : `逐个四舍五入：${residues.length} 处合计与分项之和有尾差；逐项见 rounding.csv`,
    ...adjustments.slice(0, 5).map((entry) => `  ${entry.place.table === undefined ? '文字说明，' : ''}${entry.label}：准确数 ${formatFen(entry.exact, '万元')}，四舍五入 ${formatFen(entry.halfUp, '万元')}，印出 ${formatFen(entry.printed, '万元')}`),
    ...notices.map(({ detail }) => `提示：${detail}`),
    ...previous === undefined ? [] : carriedLines(previous),
    `已写入 ${options.out}：${published.files.map(({ path }) => path).join('、')}`,
    ...options.internal === undefined ? [] : [`内部留存件已写入 ${options.internal}，其中有经办人和电话，不要公开。`],
  ]
  const en = [
    `${publication.body} ${publication.title}`,
    `${statements} tables, ${tables.length - statements} performance forms, ${published.figures} figures`,
    `All formats carry the same figures: ${published.roundTrips.map(({ file, figures }) => `${file} ${figures}`).join(', ')}`,
    `Own audit: exact ${identities.exact}, within rounding ${identities.withinRounding}, conflict ${identities.conflict}, undetermined ${identities.undetermined}; ${findings.error + findings.warning} points to review, ${findings.notice} notices`,
    options.rounding === 'balanced'
      ? `Balanced: ${adjustments.length} amounts print other than rounded half-up, ${outside.length} of them outside one last digit; see rounding.csv`
      : `Rounded half-up: ${residues.length} sums do not add up in print by a last digit or two; see rounding.csv`,
    `Written to ${options.out}: ${published.files.map(({ path }) => path).join(', ')}`,
    ...options.internal === undefined ? [] : [`The internal rendition is in ${options.internal}: it names people and must not be published.`],
  ]
  return `${(voice.language === 'zh' ? zh : en).join('\n')}\n`
}

/** What was taken over, and what prints differently from last year. */
function carriedLines({ filledAmounts, carriedTexts, changes }: CarriedForward): readonly string[] {
  const taken = [
    ...filledAmounts.length === 0 ? [] : [`补上年数 ${filledAmounts.length} 项`],
    ...carriedTexts.length === 0 ? [] : [`沿用文字：${carriedTexts.map((item) => ledgerTextItems[item]).join('、')}（请核对其中的年份和人数）`],
  ]
  // Amounts behind a document's prints are only known to its last digit.
  const wan = (amount: Fen | undefined): string => (amount === undefined ? '没有' : `${formatFen(roundFen(amount, printedDigit), '万元')} 万元`)
  const printed = changes.map(({ name, before, after }) => ({ name, before: wan(before), after: wan(after) })).filter(({ before, after }) => before !== after)
  const shown = printed.slice(0, 20).map(({ name, before, after }) => `  ${name}：上年 ${before}，今年 ${after}`)
  const more = printed.length > shown.length ? [`  另有 ${printed.length - shown.length} 处`] : []
  return [`上年材料：${taken.join('；') || '没有可补的'}`, `与上年不同的有 ${printed.length} 处：`, ...shown, ...more]
}

/** 0.01 万元 */
const printedDigit: Fen = fen(10_000)
