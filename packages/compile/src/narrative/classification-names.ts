/**
 * The names of the codes that the ledger's lines use.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import { codePath, normaliseLabel } from '@mingzhang/vocabulary'
import type { CompileContext } from '../compile-context.ts'
import { subjectName } from '../subject-names.ts'

/** A code with its node and its official name of the year; the code itself where nobody knows its name. */
export interface NamedCode {
  readonly code: string
  readonly node: string
  readonly name: string
}

/**
 * The functional classes (类) of the lines and of what is carried out, by code.
 *
 * 国有资本经营预算支出 is the name of a class and of what a fund pays, and 其他支出 is whatever is not listed: such names say
 * that they are classes.
 */
export function functionClasses(context: CompileContext): readonly NamedCode[] {
  const { lines, carriedOut } = context.ledger
  return uniqueSorted([...lines, ...carriedOut].map((line) => line.function.slice(0, 3))).map((code) => {
    const one = named(context, 'function', code)
    return one.name === '其他支出' || beginsWithFund(context, one.name) ? { ...one, name: `${one.name}（类）` } : one
  })
}

function beginsWithFund({ vocabulary }: CompileContext, name: string): boolean {
  const label = normaliseLabel(name)
  return vocabulary.words.some(({ text, uses, region }) => uses.includes('prose') && region.fund !== undefined && label.startsWith(text))
}

/** The economic items (款) of the basic lines that have money in the region, by code. */
export function economicItems(context: CompileContext, region: Region): readonly NamedCode[] {
  const codes = context.ledger.lines.flatMap((line) => (line.use.kind === 'project' || line.economic === undefined ? [] : [line.economic]))
  return uniqueSorted(codes)
    .map((code) => named(context, 'economic', code))
    .filter(({ node }) => context.exact({ ...region, economic: node }) !== 0)
}

function named({ ledger, vocabulary }: CompileContext, scheme: 'function' | 'economic', code: string): NamedCode {
  return { code, node: codePath(code), name: subjectName(ledger, vocabulary, scheme, code) ?? code }
}

function uniqueSorted(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
