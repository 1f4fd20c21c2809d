/**
 * The documents that a command line names: files, folders with everything below them, and patterns that the shell left
 * as they are (`'公开/*.pdf'`).
 *
 * @module
 */
import { extname, join, resolve } from 'node:path'
import type { FileAccess } from './cli-io.ts'

export interface BatchInputs {
  readonly documents: readonly BatchInput[]
  /** Files of folders that are no documents, with the reason. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
  /** Folders without files and patterns that nothing fits. */
  readonly empty: readonly string[]
  /** Whether anything but plain files was named. */
  readonly expanded: boolean
}

export interface BatchInput {
  readonly path: string
  /** Whether it was named itself, not found in a folder or by a pattern. */
  readonly named: boolean
}

/**
 * The documents in the order of the command line, those of a folder by name; each once. A word that is neither a folder
 * nor a pattern stands for itself, also when there is no such file: reading it tells that. Hidden files and `without`
 * (the folder that reports go to) are left out.
 */
export async function expandInputs(words: readonly string[], files: Pick<FileAccess, 'list' | 'head' | 'exists'>, without?: string): Promise<BatchInputs> {
  const documents = new Map<string, BatchInput>()
  const skipped = new Map<string, string>()
  const empty: string[] = []
  let expanded = false
  for (const word of words) {
    const found = await expandWord(word, files, without)
    if (found === undefined) {
      const known = documents.get(resolve(word))
      documents.set(resolve(word), known ?? { path: word, named: true })
      continue
    }
    expanded = true
    if (found.length === 0) empty.push(word)
    for (const path of found) {
      const key = resolve(path)
      const reason = await noDocument(path, files)
      if (reason === undefined) documents.set(key, documents.get(key) ?? { path, named: false })
      else skipped.set(path, reason)
    }
  }
  return { documents: [...documents.values()], skipped: [...skipped].map(([path, reason]) => ({ path, reason })), empty, expanded }
}

/** The files that a folder or a pattern stands for; `undefined` for a word that stands for itself. */
async function expandWord(word: string, files: Pick<FileAccess, 'list' | 'exists'>, without: string | undefined): Promise<readonly string[] | undefined> {
  if ((await files.list(word)) !== undefined) return filesBelow(word, files, without, 0)
  if (!/[*?[{]/u.test(word) || (await files.exists(word))) return undefined
  const parts = word.split(/[/\\]/u)
  const magic = parts.findIndex((part) => /[*?[{]/u.test(part))
  const base = parts.slice(0, magic).join('/')
  const root = base === '' ? (word.startsWith('/') ? '/' : '.') : base
  const pattern = globPattern(parts.slice(magic).join('/'))
  const below = await filesBelow(root, files, without, 0)
  return below.filter((path) => pattern.test(relativeTo(root, path)))
}

/** Deep enough for any folder that people keep; a link that leads back into itself ends here. */
const deepest = 16

async function filesBelow(folder: string, files: Pick<FileAccess, 'list'>, without: string | undefined, depth: number): Promise<readonly string[]> {
  if (depth > deepest || (without !== undefined && resolve(folder) === resolve(without))) return []
  const found: string[] = []
  for (const name of (await files.list(folder)) ?? []) {
    // Office programs keep ~$ files beside an open document.
    if (name.startsWith('.') || name.startsWith('~$')) continue
    const path = join(folder, name)
    if ((await files.list(path)) === undefined) found.push(path)
    else found.push(...(await filesBelow(path, files, without, depth + 1)))
  }
  return found
}

function relativeTo(root: string, path: string): string {
  const base = join(root, '/')
  return (root === '.' ? path : path.startsWith(base) ? path.slice(base.length) : path).replaceAll('\\', '/')
}

/** `*` and `?` within a name, `**` over folders, `[…]`, `{a,b}`. */
export function globPattern(glob: string): RegExp {
  let source = ''
  for (let at = 0; at < glob.length; at += 1) {
    const rest = glob.slice(at)
    const token = /^(?:\*\*\/|\*\*|\*|\?|\[!?[^\]]+\]|\{[^{}]*\})/u.exec(rest)?.[0]
    if (token === undefined) source += escapeRegExp(glob[at] ?? '')
    else {
      source += tokenPattern(token)
      at += token.length - 1
    }
  }
  return new RegExp(`^${source}$`, 'u')
}

function tokenPattern(token: string): string {
  if (token === '**/') return '(?:[^/]+/)*'
  if (token === '**') return '.*'
  if (token === '*') return '[^/]*'
  if (token === '?') return '[^/]'
  if (token.startsWith('{')) return `(?:${token.slice(1, -1).split(',').map((choice) => globPattern(choice).source.slice(1, -1)).join('|')})`
  const negated = token.startsWith('[!')
  return `[${negated ? '^/' : ''}${token.slice(negated ? 2 : 1, -1).replaceAll('\\', '\\\\').replaceAll('^', '\\^')}]`
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

const documentEndings = new Set(['.pdf', '.docx', '.doc', '.wps', '.xlsx', '.xls', '.et', '.html', '.htm', '.shtml', '.jsp', '.txt', '.csv', '.tsv', '.md', '.ofd', '.rtf', ''])

/** Why a file of a folder is no document, by its ending and, where that says nothing, by its first bytes. */
async function noDocument(path: string, files: Pick<FileAccess, 'head'>): Promise<string | undefined> {
  const ending = extname(path).toLowerCase()
  if (documentEndings.has(ending)) return undefined
  const head = Buffer.from((await files.head(path)) ?? []).toString('latin1')
  if (head.includes('%PDF-') || head.startsWith('\xd0\xcf\x11\xe0') || /^\s*<(?:!doctype html|html)/iu.test(head)) return undefined
  return `不是公开文件的格式（${ending}）`
}
