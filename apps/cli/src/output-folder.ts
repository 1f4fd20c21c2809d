/**
 * Writes a whole folder or nothing.
 *
 * The files are written beside the target and the finished folder takes its place by renaming, so that a compile that is
 * stopped at any moment leaves the earlier folder as it was. What somebody put there or changed by hand is never lost.
 *
 * @module
 */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Problem } from '@mingzhang/figures'
import { manifestFile, manifestName, type OutgoingFile, readManifest } from '@mingzhang/publish'

export interface FolderOptions {
  /** Whether files that were changed by hand since they were written may be replaced. */
  readonly overwrite: boolean
  /** What is to be written: it takes the place of its own kind only. Absent: public. */
  readonly rendition?: 'public' | 'internal'
}

/** Why the folder cannot take the output, asked before any work is done; `undefined` when it can. */
export async function refusalOfFolder(path: string, options: FolderOptions): Promise<Problem | undefined> {
  const target = resolve(path)
  try {
    await restoreInterrupted(target)
    const entries = await entriesOf(target)
    if (entries === 'not-a-folder') return problem(path, `“${path}”是文件，不是文件夹。`, '请给 --out 另写一个文件夹名。')
    if (entries === undefined || entries.length === 0) return undefined
    const manifest = readManifest(await readFile(join(target, manifestName), 'utf8').catch(() => ''))
    if (manifest === undefined) return problem(path, `文件夹“${path}”里有别的文件，没有写入。`, '请给 --out 写一个新的或空的文件夹。')
    if (manifest.rendition !== (options.rendition ?? 'public')) {
      const held = manifest.rendition === 'internal' ? '内部留存件' : '公开文件'
      return problem(path, `文件夹“${path}”里是上次生成的${held}，没有写入。`, '公开文件和内部留存件请各用一个文件夹。')
    }
    const written = new Map(manifest.files.map((file) => [file.path, file]))
    const foreign = entries.filter((entry) => entry !== manifestName && !written.has(entry))
    if (foreign.length > 0) return problem(path, `文件夹“${path}”里有不是上次生成的文件：${foreign.slice(0, 5).join('、')}，没有写入。`, '请先把这些文件移走，或给 --out 写一个新的文件夹。')
    const changed: string[] = []
    for (const entry of entries) {
      const before = written.get(entry)
      if (before !== undefined && manifestFile(entry, await readFile(join(target, entry))).sha256 !== before.sha256) changed.push(entry)
    }
    if (changed.length > 0 && !options.overwrite) {
      return problem(path, `“${changed.join('”“')}”在上次生成以后被改过，没有覆盖。`, '要保留改动，请先另存；确定不要，加 --overwrite 重新运行。改动应当做在台账里，再重新生成。')
    }
    return undefined
  } catch (error) {
    return problem(path, `文件夹“${path}”用不了（${codeOf(error)}）。`, '请检查路径和权限。')
  }
}

/** Writes the files as the folder's whole content; returns why not, and then nothing has changed. Paths are plain names. */
export async function writeFolder(path: string, files: readonly OutgoingFile[], options: FolderOptions): Promise<Problem | undefined> {
  const refused = await refusalOfFolder(path, options)
  if (refused !== undefined) return refused
  const target = resolve(path)
  const staging = join(dirname(target), `.${basename(target)}.writing-${process.pid}`)
  try {
    await mkdir(dirname(target), { recursive: true })
    await removeAbandoned(target)
    await mkdir(staging)
    for (const file of files) await writeDurably(join(staging, file.path), file.content)
    await takePlace(staging, target)
    return undefined
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    return problem(path, `写不到“${path}”（${codeOf(error)}），原有内容没有变动。`, '请检查磁盘空间和权限后再试。')
  }
}

async function takePlace(staging: string, target: string): Promise<void> {
  const previous = previousOf(target)
  const exists = (await entriesOf(target)) !== undefined
  if (exists) await rename(target, previous)
  try {
    await rename(staging, target)
  } catch (error) {
    if (exists) await rename(previous, target)
    throw error
  }
  if (exists) await rm(previous, { recursive: true, force: true })
}

/** A run that was stopped between the two renames left the earlier folder under its other name: it goes back. */
async function restoreInterrupted(target: string): Promise<void> {
  const previous = previousOf(target)
  if ((await entriesOf(previous)) === undefined) return
  if ((await entriesOf(target)) === undefined) await rename(previous, target)
  else await rm(previous, { recursive: true, force: true })
}

const previousOf = (target: string): string => join(dirname(target), `.${basename(target)}.previous`)

/** Folders that a stopped run left half-written. Those of a run that still works stay. */
async function removeAbandoned(target: string): Promise<void> {
  const prefix = `.${basename(target)}.writing-`
  for (const entry of (await entriesOf(dirname(target))) ?? []) {
    if (!entry.startsWith(prefix) || isRunning(Number(entry.slice(prefix.length)))) continue
    await rm(join(dirname(target), entry), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function entriesOf(path: string): Promise<readonly string[] | 'not-a-folder' | undefined> {
  try {
    if (!(await stat(path)).isDirectory()) return 'not-a-folder'
    return (await readdir(path)).sort()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function problem(path: string, detail: string, remedy: string): Problem {
  return { code: 'cli.output.folder', place: { document: path }, detail, remedy }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)
}
