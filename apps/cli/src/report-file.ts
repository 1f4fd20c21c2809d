/** The report files that `--report` asks for. */
import { basename, dirname, extname, join } from 'node:path'
import { type AuditReport, renderJsonReport, renderXlsxReport } from '@mingzhang/audit'
import type { CliIo, Language } from './cli-io.ts'

export type ReportFormat = 'html' | 'json' | 'xlsx'

/** The format that the path's ending asks for; `undefined` for an ending that there is no report for. */
export function reportFormat(path: string): ReportFormat | undefined {
  const ending = extname(path).toLowerCase()
  return ending === '.html' ? 'html' : ending === '.json' ? 'json' : ending === '.xlsx' ? 'xlsx' : undefined
}

/**
 * Where the report of each document goes. One document gets `target` itself; of several each gets its own name put in:
 * `out.html` → `out-qinghe.html`. Documents of the same name are numbered.
 */
export function reportPaths(target: string, documents: readonly string[]): readonly string[] {
  if (documents.length === 1) return [target]
  const ending = extname(target)
  const stem = basename(target, ending)
  const taken = new Set<string>()
  return documents.map((document) => {
    const own = basename(document, extname(document))
    let name = `${stem}-${own}${ending}`
    for (let number = 2; taken.has(name); number += 1) name = `${stem}-${own}-${number}${ending}`
    taken.add(name)
    return join(dirname(target), name)
  })
}

/** Renders and writes a report; returns why it could not be written, `undefined` when it is. */
export async function writeReport(report: AuditReport, path: string, format: ReportFormat, io: CliIo, language: Language): Promise<string | undefined> {
  return io.files.write(path, await renderReport(report, format, io, language))
}

async function renderReport(report: AuditReport, format: ReportFormat, io: CliIo, language: Language): Promise<Uint8Array | string> {
  switch (format) {
    case 'html':
      return io.engine.renderHtmlReport(report, { language })
    case 'json':
      return renderJsonReport(report)
    case 'xlsx':
      return renderXlsxReport(report, { language })
  }
}
