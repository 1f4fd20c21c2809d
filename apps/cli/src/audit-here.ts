import type { Vocabulary } from '@mingzhang/vocabulary'
import type { AuditThreads, JobOutcome } from './audit-contract.ts'
import { runAuditJob } from './audit-job.ts'
import type { CliIo } from './cli-io.ts'

/** The same as `openAuditThreads` without threads: documents are audited here, one after the other, without limits of time and memory. */
export function auditHere(vocabulary: Vocabulary, io: CliIo): AuditThreads {
  let closed = false
  let before: Promise<unknown> = Promise.resolve()
  return {
    run: (job, step = () => undefined) => {
      const outcome = before.then(async (): Promise<JobOutcome | undefined> => {
        if (closed) return undefined
        const began = performance.now()
        const result = await runAuditJob(job, { files: io.files, engine: io.engine, vocabulary, step, ...(io.readAids === undefined ? {} : { readAids: io.readAids }) }).catch((error: unknown) => ({ defect: messageOf(error) }))
        return { result, seconds: Math.round((performance.now() - began) / 10) / 100, megabytes: undefined }
      })
      before = outcome
      return outcome
    },
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
