/**
 * Bounded threads for documents from outside: each has its own memory limit and each document its own time limit. A
 * thread that exceeds them, or dies, is a problem of its document; another one takes its place and the rest goes on.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Problem } from '@mingzhang/figures'
import type { AuditJob, AuditThreads, JobOutcome, ThreadLimits } from './audit-contract.ts'

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly dataDirectory: string
}

/** What a thread says of the job it works on. */
export type ThreadMessage =
  | { readonly kind: 'step'; readonly text: string }
  | { readonly kind: 'done'; readonly result: JobOutcome['result']; readonly megabytes: number }

/** The largest disclosures need a few seconds and a few hundred MB. */
export const defaultThreadLimits: ThreadLimits = { jobs: Math.max(1, Math.min(2, availableParallelism())), seconds: 120, megabytes: 1024 }

interface Waiting {
  readonly job: AuditJob
  readonly step: (text: string) => void
  readonly resolve: (outcome: JobOutcome | undefined) => void
}

/** Threads that run `entry`, started as jobs come. */
export function openAuditThreads(entry: URL, data: ThreadData, limits: ThreadLimits): AuditThreads {
  const queue: Waiting[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const running = new Map<Worker, () => void>()
  let closed = false

  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || all.size < limits.jobs)) {
      const waiting = queue.shift()
      if (waiting !== undefined) runOn(idle.pop() ?? start(), waiting)
    }
  }

  const start = (): Worker => {
    const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, stdout: true, stderr: true })
    // What a library prints belongs to nobody.
    worker.stdout.resume()
    worker.stderr.resume()
    worker.on('error', () => undefined)
    all.add(worker)
    return worker
  }

  const runOn = (worker: Worker, { job, step, resolve }: Waiting): void => {
    const began = performance.now()
    let over = false
    const end = (result: JobOutcome['result'] | undefined, megabytes: number | undefined, alive: boolean): void => {
      if (over) return
      over = true
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail).off('exit', leave)
      running.delete(worker)
      if (alive && limits.fresh !== true) idle.push(worker)
      else {
        all.delete(worker)
        void worker.terminate()
      }
      resolve(result === undefined ? undefined : { result, seconds: Math.round((performance.now() - began) / 10) / 100, megabytes })
      if (!closed) next()
    }
    const hear = (message: ThreadMessage): void => {
      if (message.kind === 'step') step(message.text)
      else end(message.result, message.megabytes, true)
    }
    const fail = (error: unknown): void => { end(resultOfError(error, job.name, limits), undefined, false) }
    const leave = (): void => { end({ ok: false, problem: diedProblem(job.name) }, undefined, false) }
    const timer = setTimeout(() => { end({ ok: false, problem: timeProblem(job.name, limits.seconds) }, undefined, false) }, limits.seconds * 1000)
    running.set(worker, () => { end(undefined, undefined, false) })
    worker.on('message', hear).on('error', fail).on('exit', leave)
    worker.postMessage(job)
  }

  return {
    run: (job, step = () => undefined) => new Promise((resolve) => {
      if (closed) resolve(undefined)
      else {
        queue.push({ job, step, resolve })
        next()
      }
    }),
    close: async () => {
      closed = true
      for (const { resolve } of queue.splice(0)) resolve(undefined)
      for (const stop of [...running.values()]) stop()
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

function resultOfError(error: unknown, name: string, { megabytes }: ThreadLimits): JobOutcome['result'] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { ok: false, problem: memoryProblem(name, megabytes) }
  return { defect: error instanceof Error ? error.message : String(error) }
}

function timeProblem(name: string, seconds: number): Problem {
  return {
    code: 'cli.document.timeLimit',
    place: { document: name },
    detail: `${seconds} 秒内没有审核完，已停止。`,
    remedy: '请先看看文件能不能正常打开；确实很大的文件，可以用 --time-limit 放宽，或按部门拆开。',
  }
}

function memoryProblem(name: string, megabytes: number): Problem {
  return {
    code: 'cli.document.memoryLimit',
    place: { document: name },
    detail: `审核它要用的内存超过 ${megabytes} MB，已停止。`,
    remedy: '请先看看文件能不能正常打开；确实很大的文件，可以用 --memory-limit 放宽，或按部门拆开。',
  }
}

function diedProblem(name: string): Problem {
  return {
    code: 'cli.document.threadEnded',
    place: { document: name },
    detail: '读取它的线程中途退出，没有审核完。',
    remedy: '请先看看文件能不能正常打开，再单独审核这一份；仍是这样，请把文件的来源反馈给我们。',
  }
}
