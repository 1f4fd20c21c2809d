import type { Result } from '@mingzhang/figures'
import { z } from 'zod'
import type { BatchRow, BatchSummary } from './batch-row.ts'

export const batchSchema = 'https://mingzhang.example/schema/batch-summary/1' as const

/** The summary as JSON text, ending with a line break. Seconds and memory are measured and differ from run to run. */
export function renderBatchJson(summary: BatchSummary, version: string): string {
  return `${JSON.stringify({ schema: batchSchema, version, totals: summary.totals, files: summary.rows }, undefined, 2)}\n`
}

const count = z.number().int().nonnegative()

const summarySchema = z.object({
  tables: z.object({ recognised: count, expected: count }),
  cells: z.object({ numeric: count, bound: count }),
  prose: z.object({ figures: count, bound: count }),
  forms: z.object({ found: count, joined: count }),
  identities: z.object({ exact: count, withinRounding: count, conflict: count, undetermined: count }),
  findings: z.object({ error: count, warning: count, notice: count }),
  rules: z.object({ pass: count, fail: count, 'not-applicable': count, undetermined: count }),
})

const storedSchema = z.object({
  schema: z.literal(batchSchema),
  files: z.array(z.object({
    path: z.string(),
    outcome: z.enum(['audited', 'problem', 'skipped', 'interrupted']),
    summary: summarySchema.optional(),
    seconds: z.number().optional(),
    megabytes: z.number().optional(),
  })),
})

/** What a stored summary measured, without its words. Text that is no such summary is a problem. */
export function readBatchJson(text: string, name: string): Result<readonly BatchRow[]> {
  const stored = storedSchema.safeParse(parsed(text))
  if (!stored.success) {
    return {
      ok: false,
      problem: {
        code: 'audit.batch.stored',
        place: { document: name },
        detail: '不是用 mingzhang corpus --json 或 mingzhang audit --out 存下的汇总。',
        remedy: '请先存一份：mingzhang corpus 文件夹 --json > 上次.json。',
      },
    }
  }
  return {
    ok: true,
    value: stored.data.files.map(({ path, outcome, summary, seconds, megabytes }): BatchRow => ({
      path,
      outcome,
      reports: [],
      ...(summary === undefined ? {} : { summary }),
      ...(seconds === undefined ? {} : { seconds }),
      ...(megabytes === undefined ? {} : { megabytes }),
    })),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
