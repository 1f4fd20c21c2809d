/** The program: the only place that reads the command line, the environment and the terminal. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { acrossRules, allRules, identityRules, auditDocument, renderHtmlReport } from '@mingzhang/audit'
import { loadVocabulary } from '@mingzhang/vocabulary'
import { openAuditThreads } from './audit-threads.ts'
import type { CliIo } from './cli-io.ts'
import { exitCodes } from './exit-code.ts'
import { nodeFiles } from './node-files.ts'
import { run } from './run.ts'

const { stdout, stderr, env, argv } = process

// A reader that stops early (head, less) closes the pipe. The work goes on: reports are still written, and the exit
// code is that of the audit.
stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') process.exit(exitCodes.defect) })

/** `isTTY` is absent, not false, where output goes to a file or a pipe. */
function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true
}

const noColor = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb'

/** Beside the bundle; the program's sources have no thread to start. */
const threadEntry = new URL('audit-worker.js', import.meta.url)

const io: CliIo = {
  stdout: (text) => { stdout.write(text) },
  stderr: (text) => { stderr.write(text) },
  columns: isTerminal(stdout) ? stdout.columns : 80,
  color: isTerminal(stdout) && !noColor,
  progress: isTerminal(stderr)
    ? { step: (text) => { stderr.write(`\r\u001b[2K${text} …`) }, done: () => { stderr.write('\r\u001b[2K') } }
    : { step: () => undefined, done: () => undefined, note: (text) => { stderr.write(`${text}\n`) } },
  files: nodeFiles,
  engine: { loadVocabulary, auditDocument, renderHtmlReport, rules: [...allRules, ...[...Object.values(identityRules), ...Object.values(acrossRules)].map((meta) => ({ meta }))] },
  makePdf: async (publication, name) => (await import('./make-pdf.ts')).makePdf(publication, name),
  readAids: async () => (await import('./machine-aids.ts')).machineAids(),
  ...(existsSync(threadEntry) ? { openThreads: (limits, dataDirectory) => openAuditThreads(threadEntry, { dataDirectory }, limits) } : {}),
  onInterrupt: (stop) => {
    process.once('SIGINT', stop)
    return () => { process.off('SIGINT', stop) }
  },
  now: () => presentMoment(env['SOURCE_DATE_EPOCH']),
  dataDirectory: dataDirectory(),
}

process.exitCode = await run(argv.slice(2), io)

/** Now, or the moment that a reproducible build asks for (SOURCE_DATE_EPOCH, in seconds). */
function presentMoment(epoch: string | undefined): Date {
  return epoch !== undefined && /^\d{1,11}$/u.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
}

/** Beside the bundle when there is one, else in the package of the source tree. */
function dataDirectory(): string {
  const bundled = fileURLToPath(new URL('data', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../../packages/vocabulary/data', import.meta.url))
}
