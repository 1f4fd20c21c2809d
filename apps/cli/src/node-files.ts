import { access, constants, type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileSizeProblem } from '@mingzhang/document'
import type { Problem, Result } from '@mingzhang/figures'
import type { FileAccess } from './cli-io.ts'

/** The files of this machine. */
export const nodeFiles: FileAccess = {
  read: readWhole,
  list: async (path) => (await readdir(path).catch(() => undefined))?.sort(),
  head: readHead,
  exists: async (path) => (await stat(path).catch(() => undefined)) !== undefined,
  makeFolder,
  write: writeWhole,
  refusalToWrite,
  isSameFile: (a, b) => resolve(a) === resolve(b),
}

async function readWhole(path: string): Promise<Result<Uint8Array>> {
  const name = basename(path)
  try {
    const status = await stat(path)
    if (status.isDirectory()) return { ok: false, problem: unreadable(name, `“${path}”是文件夹，不是文件。`, '请写出其中的文件，例如 mingzhang audit 文件夹/*.txt。') }
    if (!status.isFile()) return { ok: false, problem: unreadable(name, `“${path}”不是普通文件。`, '请先存成文件再审核。') }
    const tooLarge = fileSizeProblem(status.size, name)
    if (tooLarge !== undefined) return { ok: false, problem: tooLarge }
    return { ok: true, value: await readFile(path) }
  } catch (error) {
    return { ok: false, problem: readProblem(path, name, codeOf(error)) }
  }
}

async function readHead(path: string): Promise<Uint8Array | undefined> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    return undefined
  } finally {
    await file?.close()
  }
}

async function makeFolder(path: string): Promise<string | undefined> {
  try {
    await mkdir(path, { recursive: true })
    return undefined
  } catch (error) {
    const code = codeOf(error)
    return code === 'EEXIST' || code === 'ENOTDIR' ? `“${path}”是文件，不是文件夹。` : `文件夹“${path}”建不了（${code}）。`
  }
}

function readProblem(path: string, name: string, code: string): Problem {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { code: 'document.file.missing', place: { document: name }, detail: `找不到文件“${path}”。`, remedy: '请核对路径和文件名；路径中有空格时要加引号。' }
  }
  if (code === 'EACCES' || code === 'EPERM') return unreadable(name, `没有读取“${path}”的权限。`, '请检查文件的权限，或复制一份再审核。')
  return unreadable(name, `“${path}”读不出来（${code}）。`, '请检查磁盘或网络盘是否正常，复制到本机再审核。')
}

function unreadable(name: string, detail: string, remedy: string): Problem {
  return { code: 'document.file.unreadable', place: { document: name }, detail, remedy }
}

/** Writes beside the target and renames: a reader of the target sees the old file or the new one, never half of one. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<string | undefined> {
  let temporary: string | undefined
  try {
    const opened = await openBeside(path)
    temporary = opened.path
    try {
      await opened.file.writeFile(content)
      await opened.file.sync()
    } finally {
      await opened.file.close()
    }
    await rename(temporary, path)
    return undefined
  } catch (error) {
    if (temporary !== undefined) await unlink(temporary).catch(() => undefined)
    return writeSentence(path, codeOf(error))
  }
}

/** A new file in the target's folder under a name that nothing has. */
async function openBeside(path: string): Promise<{ readonly file: FileHandle; readonly path: string }> {
  for (let attempt = 0; ; attempt += 1) {
    const temporary = join(dirname(path), `.${basename(path)}.${attempt}.tmp`)
    try {
      return { file: await open(temporary, 'wx'), path: temporary }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || attempt >= 99) throw error
    }
  }
}

async function refusalToWrite(path: string): Promise<string | undefined> {
  const folder = dirname(path)
  try {
    if (!(await stat(folder)).isDirectory()) return writeSentence(path, 'ENOTDIR')
    await access(folder, constants.W_OK)
  } catch (error) {
    return writeSentence(path, codeOf(error))
  }
  const existing = await stat(path).catch(() => undefined)
  return existing?.isDirectory() === true ? writeSentence(path, 'EISDIR') : undefined
}

function writeSentence(path: string, code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: `文件夹“${dirname(path)}”不存在`,
    ENOTDIR: `“${dirname(path)}”不是文件夹`,
    EISDIR: '那里已有一个同名的文件夹',
    EACCES: '没有写入权限',
    EPERM: '没有写入权限',
    EROFS: '那里是只读的',
    ENOSPC: '磁盘空间不足',
    EBUSY: '文件正被别的程序打开',
  }
  return `报告写不到“${path}”：${reasons[code] ?? code}。`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)
}
