import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem, Result } from '@mingzhang/figures'

/** The path of LibreOffice's program on this machine; `undefined` when there is none. `searchPath` is the value of PATH. */
export async function findLibreOffice(searchPath: string): Promise<string | undefined> {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  const candidates = [...folders.flatMap((folder) => programNames.map((name) => join(folder, name))), ...usualPlaces]
  for (const candidate of candidates) {
    if (await access(candidate, constants.X_OK).then(() => true, () => false)) return candidate
  }
  return undefined
}

const programNames = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice']
const usualPlaces = [
  '/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice', '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice', String.raw`C:\Program Files\LibreOffice\program\soffice.exe`,
]

/** How long a conversion may take, in milliseconds: a document of a thousand pages takes some ten seconds. */
const timeLimit = 90_000

/**
 * An old Word document (.doc, .wps, RTF) as .docx.
 *
 * Each call has a profile and a folder of its own in the machine's temporary folder, both removed afterwards: several can
 * run at once, and nothing of the user's own LibreOffice is touched. Macros of the file do not run. A file that cannot be
 * converted, or takes too long, is a problem.
 */
export async function convertWithLibreOffice(program: string, bytes: Uint8Array, name: string): Promise<Result<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-office-'))
  try {
    const source = join(folder, 'source.doc')
    await writeFile(source, bytes)
    const profile = pathToFileURL(join(folder, 'profile')).href
    const ended = await run(program, [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx', '--outdir', folder, source])
    if (ended === 'tooLong') return { ok: false, problem: conversionProblem(name, `用 LibreOffice 转换超过 ${String(timeLimit / 1000)} 秒，已停止`) }
    const converted = await readFile(join(folder, 'source.docx')).catch(() => undefined)
    return converted === undefined ? { ok: false, problem: conversionProblem(name, 'LibreOffice 打不开这份文件') } : { ok: true, value: new Uint8Array(converted) }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Runs the program to its end; with everything that it started it is killed when it takes too long. */
function run(program: string, parameters: readonly string[]): Promise<'ended' | 'tooLong'> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { stdio: 'ignore', detached: process.platform !== 'win32' })
    let tooLong = false
    const timer = setTimeout(() => {
      tooLong = true
      killGroup(child.pid)
    }, timeLimit)
    const end = (): void => {
      clearTimeout(timer)
      resolve(tooLong ? 'tooLong' : 'ended')
    }
    child.once('exit', end)
    child.once('error', end)
  })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself in the meantime.
  }
}

function conversionProblem(name: string, reason: string): Problem {
  return {
    code: 'office.conversion.failed',
    place: { document: name },
    detail: `旧版 Word 文件没有转换成功：${reason}。`,
    remedy: '请用 Word 或 WPS 打开后另存为 .docx，再审核。',
  }
}
