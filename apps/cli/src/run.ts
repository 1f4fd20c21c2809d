import { wrapText } from '@mingzhang/audit'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { auditCommand, type AuditCommandOptions } from './audit-command.ts'
import type { CliIo, Language } from './cli-io.ts'
import { createWidthOf, say, tellFailure, type Voice } from './cli-output.ts'
import { helpTitles, helpWords } from './cli-words.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import type { CompileCommandOptions } from './compile-command.ts'
import type { CorpusCommandOptions } from './corpus-command.ts'
import { explainCommand, type ExplainCommandOptions } from './explain-command.ts'
import { figuresCommand, type FiguresCommandOptions } from './figures-command.ts'
import type { SharedOptions } from './load-document.ts'
import type { NewCommandOptions } from './new-command.ts'
import type { ReconstructCommandOptions } from './reconstruct-command.ts'
import { rulesCommand } from './rules-command.ts'
import { usageSentence } from './usage-error.ts'
import { version } from './version.ts'

/** Runs one command line (without the program's own name) and returns how it ended. Never throws. */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const voice: Voice = { language: languageOf(argv), color: io.color && !argv.includes('--no-color') }
  const outcome: { code: ExitCode } = { code: exitCodes.clean }
  const program = createProgram(io, voice, (code) => { outcome.code = code })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return outcome.code
  } catch (error) {
    io.progress.done()
    if (error instanceof CommanderError) return usageExit(error, argv, io, voice)
    tellFailure(
      io, voice,
      say(voice, { zh: `程序出错，没有做完（${String(error)}）。`, en: `The program failed before it was done (${String(error)}).` }),
      say(voice, { zh: '这是程序的缺陷，请把这句话反馈给我们。', en: 'This is a defect of the program; please report this sentence.' }),
    )
    return exitCodes.defect
  }
}

/** The language is needed before the options are read: their mistakes are told in it too. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang')
  return argv.includes('--lang=en') || (at !== -1 && argv[at + 1] === 'en') ? 'en' : 'zh'
}

function usageExit(error: CommanderError, argv: readonly string[], io: CliIo, voice: Voice): ExitCode {
  if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return exitCodes.clean
  // The help itself was already written in place of an error.
  if (error.code === 'commander.help') return exitCodes.usage
  const command = argv.find((word) => commandNames.includes(word))
  const help = `mingzhang ${command === undefined ? '' : `${command} `}--help`
  tellFailure(io, voice, say(voice, usageSentence(error)), say(voice, { zh: `用法见 ${help}`, en: `See ${help}` }))
  return exitCodes.usage
}

const commandNames: readonly string[] = ['new', 'compile', 'reconstruct', 'audit', 'corpus', 'rules', 'explain', 'figures']

function createProgram(io: CliIo, voice: Voice, end: (code: ExitCode) => void): Command {
  const word = (key: keyof typeof helpWords): string => say(voice, helpWords[key])
  const program = addVoiceOptions(prepare(new Command('mingzhang'), io, voice), voice)
  program
    .description(word('program'))
    .usage(say(voice, { zh: '命令 [选项] [文件…]', en: 'COMMAND [options] [FILE…]' }))
    .version(version, '-V, --version', word('version'))
    .addHelpText('after', `\n${word('examples')}\n\n${word('exitCodes')}`)
    .helpCommand(false)
    // An option after the command's name belongs to the command.
    .enablePositionalOptions()

  const add = (name: string, summary: keyof typeof helpWords, description: keyof typeof helpWords, usage: string): Command => {
    return prepare(program.command(name), io, voice).summary(word(summary)).description(word(description)).usage(usage)
  }
  const options = say(voice, { zh: '[选项]', en: '[options]' })

  // What these commands need is loaded only when one of them is called.
  add('new', 'new', 'newLong', `FILE ${options}`)
    .argument('<FILE>', word('newFile'))
    .requiredOption('--profile <ID>', word('layout'))
    .action(async (file: string, given: NewCommandOptions) => {
      const { newCommand } = await import('./new-command.ts')
      end(await newCommand(file, given, io, voice))
    })

  add('compile', 'compile', 'compileLong', `LEDGER ${options}`)
    .argument('<LEDGER>', word('ledger'))
    .requiredOption('--profile <ID>', word('layout'))
    .requiredOption('--out <DIR>', word('out'))
    .addOption(new Option('--rounding <MODE>', word('rounding')).choices(['half-up', 'balanced']).default('half-up'))
    .option('--previous <FILE>', word('previous'))
    .option('--internal <DIR>', word('internal'))
    .option('--date <DATE>', word('clock'))
    .option('--overwrite', word('overwrite'))
    .addHelpText('after', `\n${word('compileExitCodes')}`)
    .action(async (ledger: string, given: CompileCommandOptions) => {
      const { compileCommand } = await import('./compile-command.ts')
      end(await compileCommand(ledger, given, io, voice))
    })

  add('reconstruct', 'reconstruct', 'reconstructLong', `FILE ${options}`)
    .argument('<FILE>', word('file'))
    .requiredOption('--out <FILE>', word('reconstructOut'))
    .option('--profile <ID>', word('profile'))
    .action(async (file: string, given: ReconstructCommandOptions) => {
      const { reconstructCommand } = await import('./reconstruct-command.ts')
      end(await reconstructCommand(file, given, io, voice))
    })

  add('audit', 'audit', 'auditLong', `FILE… ${options}`)
    .argument('<FILE...>', word('files'))
    .option('--report <PATH>', word('report'), (path: string, paths: readonly string[]) => [...paths, path], [])
    .option('--out <DIR>', word('auditOut'))
    .option('--annotated <DIR>', word('annotated'))
    .option('--previous <FILE>', word('auditPrevious'))
    .option('--units <DIR>', word('units'))
    .option('--jobs <N>', word('jobs'), wholeNumber)
    .option('--time-limit <SECONDS>', word('timeLimit'), wholeNumber)
    .option('--memory-limit <MB>', word('memoryLimit'), wholeNumber)
    .option('--profile <ID>', word('profile'))
    .addOption(new Option('--fail-on <LEVEL>', word('failOn')).choices(['conflict', 'warning']).default('conflict'))
    .addHelpText('after', `\n${word('exitCodes')}`)
    .action(async (files: readonly string[], given: AuditCommandOptions) => { end(await auditCommand(files, given, io, voice)) })

  add('corpus', 'corpus', 'corpusLong', `DIR… ${options}`)
    .argument('<DIR...>', word('corpusFolder'))
    .option('--json', word('corpusJson'))
    .option('--compare <STORED.json>', word('compare'))
    .option('--same-thread', word('sameThread'))
    .option('--jobs <N>', word('jobs'), wholeNumber)
    .option('--time-limit <SECONDS>', word('timeLimit'), wholeNumber)
    .option('--memory-limit <MB>', word('memoryLimit'), wholeNumber)
    .option('--profile <ID>', word('profile'))
    .action(async (words: readonly string[], given: CorpusCommandOptions) => {
      const { corpusCommand } = await import('./corpus-command.ts')
      end(await corpusCommand(words, given, io, voice))
    })

  add('rules', 'rules', 'rules', `[ID] ${options}`)
    .argument('[ID]', word('ruleId'))
    .action((id: string | undefined, given: SharedOptions) => { end(rulesCommand(id, given, io, voice)) })

  add('explain', 'explain', 'explain', `FINDING --in FILE ${options}`)
    .argument('<FINDING>', word('finding'))
    .requiredOption('--in <FILE>', word('explainIn'))
    .option('--profile <ID>', word('profile'))
    .action(async (finding: string, given: ExplainCommandOptions) => { end(await explainCommand(finding, given, io, voice)) })

  add('figures', 'figures', 'figuresLong', `FILE ${options}`)
    .argument('<FILE>', word('file'))
    .addOption(new Option('--format <FORMAT>', word('format')).choices(['csv', 'json']).default('csv'))
    .option('--profile <ID>', word('profile'))
    .action(async (file: string, given: FiguresCommandOptions) => { end(await figuresCommand(file, given, io, voice)) })

  for (const command of program.commands) addVoiceOptions(command.option('--data <DIR>', word('data')), voice)
  return program
}

/** A whole number from 1: `commander` tells what else is typed. */
function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new InvalidArgumentError('')
  return Number(text)
}

/** Declares the options that `languageOf` and `run` read before anything else, so that help and checks know them. */
function addVoiceOptions(command: Command, voice: Voice): Command {
  return command
    .addOption(new Option('--lang <LANG>', say(voice, helpWords.lang)).choices(['zh', 'en']))
    .option('--no-color', say(voice, helpWords.noColor))
}

/** Help in the user's language, aligned by display width; no exit and no writing but through `io`. */
function prepare(command: Command, io: CliIo, voice: Voice): Command {
  const widthOf = createWidthOf()
  return command
    .exitOverride()
    .helpOption('-h, --help', say(voice, helpWords.help))
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(io.columns, 120),
      getErrHelpWidth: () => Math.min(io.columns, 120),
      getOutHasColors: () => voice.color,
      getErrHasColors: () => voice.color,
    })
    .configureHelp({
      displayWidth: widthOf,
      boxWrap: (text, width) => text.split('\n').map((line) => wrapText(line, width, widthOf).join('\n')).join('\n'),
      styleTitle: (title) => (voice.language === 'zh' ? (helpTitles[title] ?? title) : title),
      subcommandTerm: (sub) => sub.name(),
      argumentDescription: (argument) => argument.description,
      optionDescription: (option) => option.description,
    })
}
