/** How the program speaks: colours, problems, tables. */
import type { Bilingual, Paint, TerminalOptions, WidthOf } from '@mingzhang/audit'
import { describePlace, type Problem } from '@mingzhang/figures'
import picocolors from 'picocolors'
import stringWidth from 'string-width'
import type { CliIo, Language } from './cli-io.ts'

/** What every command shares: the language and the colours that the user chose. */
export interface Voice {
  readonly language: Language
  readonly color: boolean
}

/** The sentence in the user's language. */
export const say = (voice: Voice, words: Bilingual): string => words[voice.language]

export function terminalOptions(io: CliIo, voice: Voice): TerminalOptions {
  return terminalLook(voice.language, voice.color, io.columns)
}

export function terminalLook(language: Language, color: boolean, columns: number): TerminalOptions {
  return { language, columns, widthOf: createWidthOf(), paint: paintOf(color) }
}

/** Writes a problem to standard error: where, what, and what to do. */
export function tellProblem(io: CliIo, voice: Voice, problem: Problem): void {
  const { place } = problem
  const inside = describePlace(place)
  const where = inside === place.document ? place.document : `${place.document} ${inside}`
  tellFailure(io, voice, `${where}：${problem.detail}`, problem.remedy, problem.code)
}

/** Writes one failed thing and its remedy to standard error. */
export function tellFailure(io: CliIo, voice: Voice, what: string, remedy: string, code?: string): void {
  const paint = paintOf(voice.color)
  const mark = paint.severity.error('✗')
  io.stderr(`${mark} ${what}\n  ${remedy}${code === undefined ? '' : paint.dim(`  [${code}]`)}\n`)
}

/** The display width of a text. Remembers single characters: wrapping asks for the same ones again and again. */
export function createWidthOf(): WidthOf {
  const known = new Map<string, number>()
  return (text) => {
    if (/^[\u0020-\u007e]*$/u.test(text)) return text.length
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    const width = stringWidth(text)
    if (text.length <= 3) known.set(text, width)
    return width
  }
}

function paintOf(color: boolean): Paint {
  const colors = picocolors.createColors(color)
  return {
    bold: colors.bold,
    dim: colors.dim,
    severity: { error: colors.red, warning: colors.yellow, notice: colors.cyan },
  }
}
