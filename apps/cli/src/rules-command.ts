import { padText, type RuleMeta, severityWords, wrapText } from '@mingzhang/audit'
import { citation, type Vocabulary } from '@mingzhang/vocabulary'
import type { CliIo } from './cli-io.ts'
import { say, tellFailure, terminalOptions, type Voice } from './cli-output.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { openVocabulary, type SharedOptions } from './load-document.ts'

/** Lists the rules, or explains one. */
export function rulesCommand(id: string | undefined, options: SharedOptions, io: CliIo, voice: Voice): ExitCode {
  const { widthOf } = terminalOptions(io, voice)
  const rules = [...io.engine.rules].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1))
  if (id === undefined) {
    for (const { meta } of rules) {
      const { mark, [voice.language]: severity } = severityWords[meta.severity]
      io.stdout(`${padText(meta.id, 6, widthOf)}${padText(`${mark} ${severity}`, 11, widthOf)}${meta.title[voice.language]}\n`)
    }
    return exitCodes.clean
  }
  const rule = rules.find(({ meta }) => meta.id.toLowerCase() === id.toLowerCase())
  if (rule === undefined) {
    tellFailure(
      io, voice,
      say(voice, { zh: `没有编号为“${id}”的规则。`, en: `There is no rule “${id}”.` }),
      say(voice, { zh: '用 mingzhang rules 查看全部规则。', en: 'mingzhang rules lists them all.' }),
    )
    return exitCodes.usage
  }
  const vocabulary = openVocabulary(io, voice, options)
  if (typeof vocabulary === 'number') return vocabulary
  io.stdout(ruleText(rule, vocabulary, io, voice))
  return exitCodes.clean
}

function ruleText({ meta }: { readonly meta: RuleMeta }, vocabulary: Vocabulary, io: CliIo, voice: Voice): string {
  const { language } = voice
  const { paint, widthOf } = terminalOptions(io, voice)
  const { mark, [language]: severity } = severityWords[meta.severity]
  const width = Math.min(io.columns, 120) - 2
  const block = (text: string): string[] => wrapText(text, width, widthOf).map((line) => `  ${line}`)
  const lines = [
    paint.bold(`${meta.id}  ${meta.title[language]}`),
    paint.severity[meta.severity](`${mark} ${severity}`),
    '',
    paint.bold(say(voice, { zh: '查什么，为什么', en: 'What it checks, and why' })),
    ...block(meta.explanation[language]),
    '',
    paint.bold(say(voice, { zh: '什么情况下可以成立', en: 'How a finding can be legitimate' })),
    ...block(meta.legitimate[language]),
  ]
  if (meta.basis.length > 0) lines.push('', paint.bold(say(voice, { zh: '依据', en: 'Basis' })))
  for (const { source, article } of meta.basis) {
    const legal = vocabulary.legal.get(source)
    lines.push(...block(`· ${legal === undefined ? `${source} ${article}` : citation(legal, article)}`))
  }
  return `${lines.join('\n')}\n`
}
