import { pathToFileURL } from 'node:url'
import { onTestFinished, describe, expect, it } from 'vitest'
import type { AuditJob, AuditThreads, ThreadLimits } from '../src/audit-contract.ts'
import { openAuditThreads } from '../src/audit-threads.ts'
import { folderWith } from './cli-builders.ts'

const job = (name: string): AuditJob => ({ path: name, name, language: 'zh', formats: [], date: '2024-02-23T04:00:00Z' })

/** Threads of a program that does what the name of a document says. */
function threadsOf(limits: Partial<ThreadLimits> = {}): AuditThreads {
  const path = folderWith({
    'thread.mjs': `import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ name }) => {
        if (name === 'hang') for (;;) {}
        if (name === 'grow') { const kept = []; for (;;) kept.push(Array.from({ length: 10_000 }, () => ({}))) }
        if (name === 'leave') process.exit(0)
        if (name === 'throw') throw new TypeError('unreachable case')
        parentPort.postMessage({ kind: 'step', text: '识别' })
        parentPort.postMessage({ kind: 'done', result: { ok: true, value: name }, megabytes: 7 })
      })`,
  })
  const threads = openAuditThreads(pathToFileURL(path('thread.mjs')), { dataDirectory: '' }, { jobs: 1, seconds: 60, megabytes: 32, ...limits })
  onTestFinished(() => threads.close())
  return threads
}

describe('openAuditThreads', () => {
  it('audits one document after the other in one thread, and passes its steps on', async () => {
    const threads = threadsOf()
    const steps: string[] = []
    const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => threads.run(job(name), (text) => { steps.push(`${name} ${text}`) })))
    expect(outcomes.map((outcome) => outcome?.result)).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })))
    expect(outcomes[0]?.megabytes).toBe(7)
    expect(steps).toEqual(['a 识别', 'b 识别', 'c 识别'])
  })

  it.each([
    ['hangs', 'hang', { seconds: 1 }, 'cli.document.timeLimit', '1 秒内没有审核完'],
    ['needs more memory than it may', 'grow', {}, 'cli.document.memoryLimit', '超过 32 MB'],
    ['ends its thread', 'leave', {}, 'cli.document.threadEnded', '中途退出'],
  ])('a document that %s is a problem, and the next one has a new thread', async (_what, name, limits, code, sentence) => {
    const threads = threadsOf(limits)
    const [bad, good] = await Promise.all([threads.run(job(name)), threads.run(job('good'))])
    expect(bad?.result).toMatchObject({ ok: false, problem: { code, place: { document: name }, detail: expect.stringContaining(sentence) as string } })
    expect(good?.result).toEqual({ ok: true, value: 'good' })
  })

  it('a fault of the program is a defect, not a problem of the document', async () => {
    const threads = threadsOf()
    expect((await threads.run(job('throw')))?.result).toEqual({ defect: 'unreachable case' })
    expect((await threads.run(job('good')))?.result).toEqual({ ok: true, value: 'good' })
  })

  it('lets go of everything when it is closed', async () => {
    const threads = threadsOf()
    const pending = [threads.run(job('hang')), threads.run(job('waiting'))]
    await threads.close()
    expect(await Promise.all([...pending, threads.run(job('late'))])).toEqual([undefined, undefined, undefined])
  })
})
