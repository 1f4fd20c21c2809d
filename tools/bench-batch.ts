/**
 * Measures the readers, the whole audit of each PDF beside `pdftotext -layout` of the same file, and how two threads
 * share the work. Needs a folder of published documents; pdftotext is asked for and left out where it is missing.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { readBatchJson } from '@mingzhang/audit'

type Say = (line: string) => void

/** The folder's documents by their endings. */
function documentsBelow(folder: string): readonly string[] {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? documentsBelow(path) : [path]
  })
}

/** Prints pages per second and peak memory per reader; each reads all its documents in a process of its own. */
export function measureReaders(folder: string, program: string, say: Say): void {
  const files = documentsBelow(folder)
  say('读取（每种格式一个新进程）')
  for (const ending of ['.pdf', '.docx', '.xlsx', '.xls', '.html', '.txt']) {
    const own = files.filter((file) => extname(file).toLowerCase() === ending)
    if (own.length === 0) continue
    const { stdout } = spawnSync(process.execPath, [join(program, 'bench-read.js'), ...own], { encoding: 'utf8' })
    const { ms, pages, parts, kb } = JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as { readonly ms: number; readonly pages: number; readonly parts: number; readonly kb: number }
    const perSecond = (count: number): string => (count / (ms / 1000)).toFixed(0)
    say(`  ${ending.padEnd(6)} ${String(own.length).padStart(3)} 份  ${ending === '.pdf' ? `${pages} 页，每秒 ${perSecond(pages)} 页` : `${parts} 格和段，每秒 ${perSecond(parts)}`}，峰值内存 ${Math.round(kb / 1024)} MB`)
  }
}

/** Prints for each PDF the seconds of its audit and of `pdftotext -layout`, in the same run, with their ratio. */
export function measureBesidePdftotext(folder: string, program: string, say: Say): void {
  const files = documentsBelow(folder).filter((file) => extname(file).toLowerCase() === '.pdf')
  if (spawnSync('pdftotext', ['-v']).error !== undefined) {
    say('审核与 pdftotext 对比：没有找到 pdftotext，未测。')
    return
  }
  const audited = corpusRun(files, 1, program)
  let audit = 0
  let text = 0
  say('整份审核（一个线程，词汇已载入）与 pdftotext -layout（新进程，三次取最短）')
  for (const file of files) {
    const seconds = audited.seconds.get(file)
    if (seconds === undefined) continue
    const best = Math.min(...Array.from({ length: 3 }, () => timed(() => spawnSync('pdftotext', ['-layout', file, '-']))))
    audit += seconds
    text += best
    say(`  ${basename(file).padEnd(44)} ${seconds.toFixed(2)} 秒，pdftotext ${best.toFixed(2)} 秒，${(seconds / best).toFixed(1)} 倍`)
  }
  const ratio = audit / text
  say(`  合计 ${audit.toFixed(1)} 秒，pdftotext ${text.toFixed(1)} 秒，${ratio.toFixed(1)} 倍（目标 ≤ 4 倍）${ratio <= 4 ? '' : '  未达到'}`)
}

/** Prints how much faster two threads audit the folder than one. */
export function measureScaling(folder: string, program: string, say: Say): void {
  const files = documentsBelow(folder).filter((file) => extname(file).toLowerCase() === '.pdf')
  const one = corpusRun(files, 1, program).wall
  const two = corpusRun(files, 2, program).wall
  say(`两个线程：${files.length} 份 PDF，一个线程 ${one.toFixed(1)} 秒，两个 ${two.toFixed(1)} 秒，快 ${(one / two).toFixed(2)} 倍（目标 ≥ 1.7 倍）${one / two >= 1.7 ? '' : '  未达到'}`)
}

interface CorpusRun {
  /** Wall-clock seconds of the whole, from the program's start to its end. */
  readonly wall: number
  readonly seconds: ReadonlyMap<string, number>
}

/** The program's own batch, written nowhere: its summary says what each document took. */
function corpusRun(files: readonly string[], jobs: number, program: string): CorpusRun {
  let stdout = ''
  const wall = timed(() => {
    ({ stdout } = spawnSync(process.execPath, [join(program, 'mingzhang.js'), 'corpus', ...files, '--json', '--same-thread', '--jobs', String(jobs)], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }))
  })
  const rows = readBatchJson(stdout, 'corpus')
  if (!rows.ok) throw new Error(rows.problem.detail)
  return { wall, seconds: new Map(rows.value.flatMap(({ path, seconds, outcome }) => (outcome === 'audited' && seconds !== undefined ? [[path, seconds] as const] : []))) }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}
