/** What a batch tells of each of its files, and of all of them together. */
import type { AuditReport } from '../../model/report.ts'

/**
 * How a file of a batch ended: `audited`; `problem`, it could not be read or audited to the end; `skipped`, a file of a
 * folder that is no document; `interrupted`, the batch was stopped before its turn was over.
 */
export type BatchOutcome = 'audited' | 'problem' | 'skipped' | 'interrupted'

export interface BatchRow {
  /** The file's path as it was given or found. */
  readonly path: string
  readonly outcome: BatchOutcome
  /** What the document says of itself; absent for what was not audited. */
  readonly document?: AuditReport['document']
  readonly summary?: AuditReport['summary']
  /** Why it was not audited; absent for what was. */
  readonly reason?: { readonly code: string; readonly detail: string; readonly remedy: string }
  /** Wall-clock seconds from the file's turn to its end. Absent for what was never begun. */
  readonly seconds?: number
  /** The largest heap of the thread that read it, in MB, seen between its steps. Absent where it ended without saying. */
  readonly megabytes?: number
  /** The reports written for it, relative to the summary. */
  readonly reports: readonly { readonly format: string; readonly path: string }[]
}

export interface BatchSummary {
  readonly rows: readonly BatchRow[]
  readonly totals: BatchTotals
}

/** Sums over the audited documents; seconds are those of the documents, not of the batch, whose documents run side by side. */
export interface BatchTotals {
  readonly files: Readonly<Record<BatchOutcome, number>>
  readonly tables: { readonly recognised: number; readonly expected: number }
  readonly cells: { readonly bound: number; readonly numeric: number }
  readonly prose: { readonly bound: number; readonly figures: number }
  readonly identities: AuditReport['summary']['identities']
  readonly findings: AuditReport['summary']['findings']
  readonly seconds: number
  /** The most that any one document needed. */
  readonly megabytes: number
}

/** The rows with their totals. */
export function summariseBatch(rows: readonly BatchRow[]): BatchSummary {
  const audited = rows.flatMap(({ summary }) => summary ?? [])
  const sum = (pick: (summary: AuditReport['summary']) => number): number => audited.reduce((total, summary) => total + pick(summary), 0)
  const count = (outcome: BatchOutcome): number => rows.filter((row) => row.outcome === outcome).length
  return {
    rows,
    totals: {
      files: { audited: count('audited'), problem: count('problem'), skipped: count('skipped'), interrupted: count('interrupted') },
      tables: { recognised: sum(({ tables }) => tables.recognised), expected: sum(({ tables }) => tables.expected) },
      cells: { bound: sum(({ cells }) => cells.bound), numeric: sum(({ cells }) => cells.numeric) },
      prose: { bound: sum(({ prose }) => prose.bound), figures: sum(({ prose }) => prose.figures) },
      identities: {
        exact: sum(({ identities }) => identities.exact),
        withinRounding: sum(({ identities }) => identities.withinRounding),
        conflict: sum(({ identities }) => identities.conflict),
        undetermined: sum(({ identities }) => identities.undetermined),
      },
      findings: {
        error: sum(({ findings }) => findings.error),
        warning: sum(({ findings }) => findings.warning),
        notice: sum(({ findings }) => findings.notice),
      },
      seconds: Math.round(rows.reduce((total, { seconds }) => total + (seconds ?? 0), 0) * 10) / 10,
      megabytes: Math.max(0, ...rows.map(({ megabytes }) => megabytes ?? 0)),
    },
  }
}
