/** Runs the program in a folder of its own, with the real files and vocabulary and an audit that the test gives. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { AuditReport, Rule } from '@mingzhang/audit'
import { loadVocabulary } from '@mingzhang/vocabulary'
import { smallReport } from '../../../packages/audit/test/report/small-report.ts'
import type { CliIo } from '../src/cli-io.ts'
import type { ExitCode } from '../src/exit-code.ts'
import { makePdf } from '../src/make-pdf.ts'
import { nodeFiles } from '../src/node-files.ts'
import { run } from '../src/run.ts'

export const dataDirectory = fileURLToPath(new URL('../../../packages/vocabulary/data', import.meta.url))

export const disclosure = '部门支出总表\n单位：万元\n项目\t本年支出\n合计\t12.00\n'

export interface Ran {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

export async function runWith(argv: readonly string[], part: Partial<CliIo> = {}): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const code = await run(argv, {
    stdout: (text) => { stdout += text },
    stderr: (text) => { stderr += text },
    columns: 80,
    color: false,
    progress: { step: () => undefined, done: () => undefined },
    files: nodeFiles,
    engine: engineOf(() => smallReport()),
    makePdf,
    now: () => new Date('2024-02-23T04:00:00Z'),
    dataDirectory,
    ...part,
  })
  return { code, stdout, stderr }
}

export function engineOf(auditOf: (name: string) => AuditReport): CliIo['engine'] {
  return {
    loadVocabulary,
    auditDocument: (tree) => Promise.resolve({ ok: true, value: auditOf(tree.name) }),
    renderHtmlReport: (report, { language }) => `<!doctype html><html lang="${language}"><title>${report.document.name}</title></html>`,
    rules: [exampleRule],
  }
}

/** A report without findings. */
export function cleanReport(): AuditReport {
  const report = smallReport({ findings: [] })
  return { ...report, summary: { ...report.summary, findings: { error: 0, warning: 0, notice: 0 } } }
}

/** A new folder with these files, removed when the test ends; returns the path of a name in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-cli-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return (name) => join(folder, name)
}

const exampleRule: Rule = {
  meta: {
    id: 'D14',
    title: { zh: '公开的绩效表中有手机号码', en: 'A mobile number in a public form' },
    severity: 'warning',
    basis: [{ source: 'unknown-source', article: '第六条' }],
    explanation: { zh: '公开的绩效表不需要个人手机号码。', en: 'A public form needs no personal mobile number.' },
    legitimate: { zh: '该号码是对外公布的办公电话。', en: 'The number is a published office number.' },
  },
  check: () => ({ outcome: 'pass', checked: 1, findings: [], undetermined: [] }),
}
