/**
 * Reading one YAML data file: syntax, then schema; every mistake with the line it stands on and what to do about it.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@mingzhang/figures'
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** A data file that was read: its value, and the line of any path in it for checks that span several entries. */
export interface DataFile<Value> {
  /** The file's path below the data folder. */
  readonly file: string
  /** First part of its problem codes after `vocabulary`. */
  readonly topic: string
  readonly value: Value
  /** The 1-based line where the value at `path` begins; the nearest enclosing value's when it is absent. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Reads and validates a file; adds every mistake to `problems` and returns `undefined` when there was one. */
export function readYaml<Schema extends z.ZodType>(
  directory: string,
  file: string,
  topic: string,
  schema: Schema,
  problems: Problem[],
): DataFile<z.output<Schema>> | undefined {
  const text = readDataText(directory, file, topic, problems)
  if (text === undefined) return undefined
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  let reported = 0
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 1
    // One slip makes the parser stumble several times over the same line; only the first says what it is.
    if (line === reported) continue
    reported = line
    const { detail, remedy } = describeSyntax(error.code, text.split('\n')[line - 1] ?? '')
    problems.push({ code: `vocabulary.${topic}.syntax`, place: { document: file, line }, detail, remedy })
  }
  if (document.errors.length > 0) return undefined
  const lineOf = (path: readonly PropertyKey[]): number => lineOfNode(nodeAt(document, path), lines)
  const lineOfKey = (path: readonly PropertyKey[], key: string): number => lineOfNode(keyNode(document, path, key), lines)
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { file, topic, value: parsed.data, lineOf }
  const source: Source = { file, topic, has: (path) => document.hasIn(path), lineOf, lineOfKey }
  for (const issue of parsed.error.issues) problems.push(...describeIssue(issue, source))
  return undefined
}

/** The text of a data file; a file that cannot be read is a problem. */
export function readDataText(directory: string, file: string, topic: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(join(directory, file), 'utf8')
  } catch {
    problems.push({
      code: `vocabulary.${topic}.missing`,
      place: { document: file },
      detail: `词汇数据缺少文件 ${file}，或无权读取。`,
      remedy: `在数据目录 ${directory} 下补上 ${file}。`,
    })
    return undefined
  }
}

/** The node at `path`, or the nearest enclosing one where the file has nothing there. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node
  }
  return undefined
}

function keyNode(document: Document, path: readonly PropertyKey[], key: string): Node | undefined {
  const map = document.getIn(path, true)
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
  return isNode(pair?.key) ? pair.key : nodeAt(document, path)
}

function lineOfNode(node: Node | undefined, lines: LineCounter): number {
  return node?.range ? lines.linePos(node.range[0]).line : 1
}

/** The file that an issue was found in, and how to find its lines. */
interface Source {
  readonly file: string
  readonly topic: string
  has(path: readonly PropertyKey[]): boolean
  lineOf(path: readonly PropertyKey[]): number
  lineOfKey(path: readonly PropertyKey[], key: string): number
}

function describeIssue(issue: z.core.$ZodIssue, source: Source): readonly Problem[] {
  const problem = (cause: string, detail: string, remedy: string, line = source.lineOf(issue.path)): Problem => ({
    code: `vocabulary.${source.topic}.${cause}`,
    place: { document: source.file, line },
    detail,
    remedy,
  })
  const where = describePath(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem('unknown-key', `${where}有不认识的键“${key}”。`, issue.message, source.lineOfKey(issue.path, key)),
    )
  }
  if (issue.code === 'custom') {
    const { cause, remedy } = issue.params ?? {}
    const what = typeof cause === 'string' ? cause : 'invalid'
    return [problem(what, `${where}${issue.message}`, typeof remedy === 'string' ? remedy : '按文件开头的说明改正。')]
  }
  if (!source.has(issue.path)) {
    return [problem('missing-key', `${where}没有填。`, `补上“${String(issue.path.at(-1) ?? '')}”。`)]
  }
  if (issue.code === 'invalid_value') {
    return [problem('unknown-value', `${where}的值不在可选之列。`, `可选：${issue.values.map(String).join('、')}。`)]
  }
  if (issue.code === 'too_small') return [problem('empty', `${where}是空的。`, '至少写一项；不需要时删去整条。')]
  return [problem('wrong-type', `${where}的类型不对。`, issue.code === 'invalid_type' ? `应当是${typeName(issue.expected)}。` : '按同一文件里其他条目的写法改正。')]
}

/** `第 3 条的 title.all`: entries counted from 1, keys as written. */
function describePath(path: readonly PropertyKey[]): string {
  const [first, ...rest] = path
  if (first === undefined) return '整个文件'
  if (typeof first !== 'number') return path.map(describeStep).join(' 的 ')
  return [`第 ${first + 1} 条`, ...rest.map(describeStep)].join(' 的 ')
}

function describeStep(step: PropertyKey): string {
  return typeof step === 'number' ? `第 ${step + 1} 项` : String(step)
}

function typeName(expected: string): string {
  switch (expected) {
    case 'string': return '文字（纯数字要加引号）'
    case 'array': return '列表'
    case 'object': return '键值表'
    case 'int':
    case 'number': return '整数'
    default: return expected
  }
}

function describeSyntax(code: string, line: string): { readonly detail: string; readonly remedy: string } {
  if (/^ *\t/u.test(line)) return { detail: '缩进用了制表符。', remedy: '缩进改用空格。' }
  if (code === 'DUPLICATE_KEY') return { detail: '同一条里有两个相同的键。', remedy: '删去其中一个。' }
  if (code === 'MISSING_CHAR' || /^\s*-?\s*[{[]/u.test(line)) {
    return { detail: '括号、引号或逗号没有成对。', remedy: '检查这一行及上一行的括号、引号和逗号。' }
  }
  if (code === 'BAD_INDENT') return { detail: '缩进没有对齐。', remedy: '同一层的键和列表项左边对齐。' }
  return { detail: `不是合法的 YAML（${code}）。`, remedy: '检查这一行的冒号、缩进、引号和括号；冒号后面要有空格，含特殊符号的词要加引号。' }
}
