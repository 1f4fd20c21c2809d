/**
 * `npm run bench [-- FILE]`: speed beside its target. Identities and diagnosis in this process (median of several runs),
 * the whole audit as a user starts it, in a process of its own, with its peak memory.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { deriveIdentities, diagnose, judge } from '@mingzhang/figures'
import { describeProblem, isProblem, openDocument, openVocabulary } from './open-document.ts'

const root = `${process.cwd()}/`
const own = `${root}corpus/qinghe-culture-2024/document.txt`
const outside = `${root}../shared/samples/xingxian-hrss-2023-budget.txt`
const path = process.argv[2] ?? (existsSync(outside) ? outside : own)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const opened = await openDocument(path, openVocabulary())
if (isProblem(opened)) {
  say(describeProblem(opened))
  process.exitCode = 3
} else {
  const all = opened.document.figures
  const tables = all.filter((figure) => figure.cell?.table.startsWith('t') === true)
  say(`文件 ${path}：数字 ${all.length}，其中表内 ${tables.length}`)
  const prove = (): void => { for (const identity of deriveIdentities(tables).identities) judge(identity) }
  report('推导并核对全部表的勾稽关系（首次）', median(1, prove), 20)
  median(150, prove)
  report('推导并核对全部表的勾稽关系（其后，中位数）', median(100, prove), 20)
  const derivation = deriveIdentities(all)
  const verdicts = derivation.identities.map((identity) => judge(identity))
  const times: number[] = []
  for (let run = 0; run < 7; run++) {
    const start = performance.now()
    await diagnose(derivation, verdicts)
    times.push(performance.now() - start)
  }
  report('诊断（全部数字，首次含装载求解器）', times[0] ?? 0, 1000)
  report('诊断（其后，中位数）', times.slice(1).sort((a, b) => a - b)[3] ?? 0, 1000)
  wholeAudit()
}

/** The program as installed, five times. Peak memory is what the system reports for the process. */
function wholeAudit(): void {
  const script = `
    const start = performance.now()
    process.argv = [process.argv[0], 'mingzhang', 'audit', ${JSON.stringify(path)}, '--fail-on', 'conflict']
    process.on('exit', () => process.stderr.write(JSON.stringify({ ms: performance.now() - start, kb: process.resourceUsage().maxRSS })))
    await import(${JSON.stringify(`${root}apps/cli/dist/mingzhang.js`)})`
  const runs = Array.from({ length: 5 }, () => {
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    return JSON.parse(stderr.slice(stderr.lastIndexOf('{'))) as { ms: number; kb: number }
  }).sort((a, b) => a.ms - b.ms)
  report('整份审核（新进程，中位数）', runs[2]?.ms ?? 0, 1500)
  const peak = Math.round((runs.at(-1)?.kb ?? 0) / 1024)
  say(`  ${'峰值内存'.padEnd(20)} ${peak} MB（目标 ≤ 250 MB）${peak <= 250 ? '' : '  未达到'}`)
}

function median(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

function report(name: string, ms: number, target: number): void {
  say(`  ${name.padEnd(20)} ${ms.toFixed(1)} ms（目标 ≤ ${target} ms）${ms <= target ? '' : '  未达到'}`)
}
