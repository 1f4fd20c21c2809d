/** Which report of which document goes where. */
import { basename, extname, join } from 'node:path'
import type { OutputFormat } from './audit-contract.ts'
import { reportFormat, reportPaths } from './report-file.ts'

export interface PlannedOutput {
  readonly format: OutputFormat
  readonly path: string
}

export interface OutputTargets {
  /** Paths of `--report`, with an ending that there is a report for. */
  readonly report: readonly string[]
  /** The folder of a batch: a page and data per document. */
  readonly out?: string
  /** The folder for annotated PDFs. */
  readonly annotated?: string
}

/** The outputs of each document, in the order of `documents`. No two have the same path. */
export function planOutputs({ report, out, annotated }: OutputTargets, documents: readonly string[]): readonly (readonly PlannedOutput[])[] {
  const reports = report.map((target) => ({ format: reportFormat(target), paths: reportPaths(target, documents) }))
  const stems = uniqueStems(documents)
  return stems.map((stem, index) => [
    ...reports.flatMap(({ format, paths }): PlannedOutput[] => {
      const path = paths[index]
      return format === undefined || path === undefined ? [] : [{ format, path }]
    }),
    ...(out === undefined ? [] : (['html', 'json'] as const).map((format) => ({ format, path: join(out, `${stem}.${format}`) }))),
    ...(annotated === undefined ? [] : [{ format: 'annotated' as const, path: join(annotated, `${stem}.annotated.pdf`) }]),
  ])
}

/** The documents' names without their endings; those that are equal, or would hide the summary, are numbered. */
function uniqueStems(documents: readonly string[]): readonly string[] {
  const taken = new Set(['summary'])
  return documents.map((document) => {
    const own = basename(document, extname(document))
    let stem = own
    for (let number = 2; taken.has(stem.toLowerCase()); number += 1) stem = `${own}-${number}`
    taken.add(stem.toLowerCase())
    return stem
  })
}
