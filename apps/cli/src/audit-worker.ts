/** The thread that audits documents: one message in, steps and one result out, until it is ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { getHeapStatistics } from 'node:v8'
import { auditDocument, renderHtmlReport } from '@mingzhang/audit'
import type { ReadAids } from '@mingzhang/document'
import { loadVocabulary } from '@mingzhang/vocabulary'
import type { AuditJob, JobOutcome } from './audit-contract.ts'
import { runAuditJob } from './audit-job.ts'
import type { ThreadData, ThreadMessage } from './audit-threads.ts'
import { nodeFiles } from './node-files.ts'

const { dataDirectory } = workerData as ThreadData
const loaded = loadVocabulary(dataDirectory)
/** Opened once for all documents of the thread: text recognition takes a while to load. */
let aids: Promise<ReadAids> | undefined
const readAids = (): Promise<ReadAids> => (aids ??= import('./machine-aids.ts').then(({ machineAids }) => machineAids()))
const tell = (message: ThreadMessage): void => { parentPort?.postMessage(message) }

parentPort?.on('message', (job: AuditJob) => { void work(job) })

async function work(job: AuditJob): Promise<void> {
  let megabytes = heapMegabytes()
  const measure = (): void => { megabytes = Math.max(megabytes, heapMegabytes()) }
  const result = await outcomeOf(job, (text) => {
    measure()
    tell({ kind: 'step', text })
  })
  measure()
  tell({ kind: 'done', result, megabytes })
}

async function outcomeOf(job: AuditJob, step: (text: string) => void): Promise<JobOutcome['result']> {
  // The program has loaded the same data before it started this thread.
  if (!loaded.ok) return { defect: loaded.problems.map(({ detail }) => detail).join('') }
  try {
    return await runAuditJob(job, { files: nodeFiles, engine: { auditDocument, renderHtmlReport }, vocabulary: loaded.value, step, readAids })
  } catch (error) {
    return { defect: error instanceof Error ? error.message : String(error) }
  }
}

function heapMegabytes(): number {
  const { total_heap_size: heap, external_memory: outside } = getHeapStatistics()
  return Math.round((heap + outside) / (1024 * 1024))
}
