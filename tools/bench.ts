/**
 * `npm run bench [-- FILE|FOLDER]`: speed beside its target. Identities and diagnosis in this process (median of several runs),
 * the whole audit and the whole compile as a user starts them, each in a process of its own, with its peak memory;
 * 舍位平衡 of departments of several sizes. `-- --quick` leaves the largest department out.
 * With a folder of published documents (by default the one beside the repository, where it is): pages per second and
 * memory of each reader, each PDF's audit beside `pdftotext -layout`, two threads against one. `-- --batch` that alone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveIdentities, diagnose, judge } from '@mingzhang/figures'
import { type BalancingMeasure, measureBalancing } from './bench-balance.ts'
import { measureBesidePdftotext, measureReaders, measureScaling } from './bench-batch.ts'
import { describeProblem, isProblem, openDocument, openVocabulary } from './open-document.ts'

const root = `${process.cwd()}/`
const own = `${root}corpus/qinghe-culture-2024/document.txt`
const outside = `${root}../shared/samples/xingxian-hrss-2023-budget.txt`
const given = process.argv.slice(2)
const [file, folder] = ['file', 'folder'].map((kind) => given.find((word) => !word.startsWith('--') && statSync(word).isDirectory() === (kind === 'folder')))
const path = file ?? (existsSync(outside) ? outside : own)
const collection = folder ?? `${root}../shared/samples`
const program = `${root}apps/cli/dist`
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const opened = await openDocument(path, openVocabulary())
if (existsSync(collection)) {
  measureReaders(collection, program, say)
  measureBesidePdftotext(collection, program, say)
  measureScaling(collection, program, say)
}
if (given.includes('--batch')) process.exitCode = 0
else if (isProblem(opened)) {
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
  wholeCompile()
  await balancing()
}

/** The program as installed, five times. Peak memory is what the system reports for the process. */
function wholeAudit(): void {
  const runs = Array.from({ length: 5 }, () => runProgram(['audit', path, '--fail-on', 'conflict']))
  reportRuns('整份审核（新进程，中位数）', runs, 1500, 250)
}

/** The document's ledger, reconstructed, to the complete set of files, in both modes. */
function wholeCompile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'))
  try {
    const ledger = join(folder, 'ledger.json')
    reportRuns('倒推台账（新进程）', [runProgram(['reconstruct', path, '--out', ledger])], 5000, 700)
    for (const rounding of ['half-up', 'balanced']) {
      const runs = Array.from({ length: 3 }, (_, run) => runProgram(['compile', ledger, '--profile', 'shanxi', '--rounding', rounding, '--out', join(folder, `${rounding}-${run}`)]))
      reportRuns(`全套公开文件，${rounding}（新进程，中位数）`, runs, 6000, 700)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function balancing(): Promise<void> {
  const targets: Readonly<Record<number, string>> = { 50: '', 500: '目标 中位 ≤ 250，p95 ≤ 3000', 5000: '目标 ≤ 1500', 50_000: '目标 ≤ 15000' }
  say('舍位平衡（金额到分）')
  const line = ({ facts, shape, cells, medianMs, p95Ms, moved, outside: beyond, brokenByHalfUp }: BalancingMeasure): void => {
    say(`  ${String(facts).padStart(6)} 行 ${shape.padEnd(8)} ${String(cells).padStart(7)} 格  中位 ${medianMs.toFixed(0)} ms，p95 ${p95Ms.toFixed(0)} ms（${targets[facts] ?? ''}）  变动 ${moved}，超出末位 ${beyond}，四舍五入不平 ${brokenByHalfUp}`)
  }
  await measureBalancing(line, given.includes('--quick') ? [[50, 20], [500, 20], [5_000, 5]] : undefined)
}

interface Run {
  readonly ms: number
  readonly kb: number
}

function runProgram(words: readonly string[]): Run {
  const script = `
    const start = performance.now()
    process.argv = [process.argv[0], 'mingzhang', ...${JSON.stringify(words)}]
    process.on('exit', () => process.stderr.write(JSON.stringify({ ms: performance.now() - start, kb: process.resourceUsage().maxRSS })))
    await import(${JSON.stringify(`${root}apps/cli/dist/mingzhang.js`)})`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return JSON.parse(stderr.slice(stderr.lastIndexOf('{'))) as Run
}

function reportRuns(name: string, runs: readonly Run[], targetMs: number, targetMb: number): void {
  const sorted = [...runs].sort((a, b) => a.ms - b.ms)
  report(name, sorted[Math.floor(sorted.length / 2)]?.ms ?? 0, targetMs)
  const peak = Math.round(Math.max(...runs.map(({ kb }) => kb)) / 1024)
  say(`  ${'峰值内存'.padEnd(20)} ${peak} MB（目标 ≤ ${targetMb} MB）${peak <= targetMb ? '' : '  未达到'}`)
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
