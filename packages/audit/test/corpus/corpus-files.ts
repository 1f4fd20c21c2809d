/** The example documents under corpus/, and what each change of them is expected to bring about. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import { loadVocabulary, type Vocabulary } from '@mingzhang/vocabulary'
import { parse } from 'yaml'
import { z } from 'zod'
import { auditDocument, type AuditReport, type ReportFinding } from '../../src/index.ts'

export const corpusFolder = fileURLToPath(new URL('../../../../corpus/', import.meta.url))

const replacement = z.strictObject({ find: z.string().min(1), with: z.string() })
const verdict = z.enum(['conflict', 'withinRounding', 'undetermined', 'fail'])
const severity = z.enum(['error', 'warning', 'notice'])

const faultSchema = z.strictObject({
  rule: z.string(),
  base: z.string(),
  replace: z.array(replacement).min(1),
  expect: z.strictObject({ rule: z.string(), severity, verdict, lines: z.array(z.int().positive()).min(1), count: z.int().positive().default(1) }),
  also: z.array(z.string()).default([]),
})
const decoySchema = z.strictObject({
  base: z.string(),
  replace: z.array(replacement).min(1),
  /** How many more numbers than in the base document may stay without a region. */
  unbound: z.int().nonnegative().default(0),
})
const badSchema = z.strictObject({
  file: z.string(),
  /** The code of the problem that keeps the file from being read at all. */
  problem: z.string().optional(),
  findings: z.array(z.strictObject({ rule: z.string(), severity, lines: z.array(z.int().positive()).min(1), says: z.string() })).default([]),
  /** Lines whose amounts may not count as read. */
  unread: z.array(z.int().positive()).default([]),
})

export type Fault = z.output<typeof faultSchema>
export type Decoy = z.output<typeof decoySchema>
export type BadInput = z.output<typeof badSchema>

export interface CorpusCase<Value> {
  readonly name: string
  readonly value: Value
}

export const readFaults = (): readonly CorpusCase<Fault>[] => readCases('faults', faultSchema)
export const readDecoys = (): readonly CorpusCase<Decoy>[] => readCases('decoys', decoySchema)
export const readBadInputs = (): readonly CorpusCase<BadInput>[] => readCases('bad', badSchema)

function readCases<Value>(folder: string, schema: z.ZodType<Value>): readonly CorpusCase<Value>[] {
  const directory = join(corpusFolder, folder)
  return readdirSync(directory).filter((file) => file.endsWith('.yaml')).sort().map((file) => ({
    name: file.replace(/\.yaml$/u, ''),
    value: schema.parse(parse(readFileSync(join(directory, file), 'utf8'))),
  }))
}

export function readBase(name: string): string {
  return readFileSync(join(corpusFolder, name, 'document.txt'), 'utf8')
}

/** The text with every change made. A text to find that stands nowhere or more than once is a mistake in the case file. */
export function applyReplacements(text: string, replacements: Decoy['replace']): string {
  return replacements.reduce((changed, { find, with: by }) => {
    const pieces = changed.split(find)
    if (pieces.length !== 2) throw new Error(`“${find}” stands ${pieces.length - 1} times in the document`)
    return pieces.join(by)
  }, text)
}

/** The product's own vocabulary. */
export function ownVocabulary(): Vocabulary {
  const loaded = loadVocabulary(fileURLToPath(new URL('../../../vocabulary/data/', import.meta.url)))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ detail }) => detail).join('\n'))
  return loaded.value
}

/** The report on a file, or the problem that kept it from being read. */
export async function auditBytes(bytes: Uint8Array, name: string, vocabulary: Vocabulary): Promise<AuditReport | Problem> {
  const document = await readDocument(bytes, name)
  if (!document.ok) return document.problem
  const report = await auditDocument(document.value, vocabulary, { version: '0' })
  return report.ok ? report.value : report.problem
}

export async function auditText(text: string, vocabulary: Vocabulary): Promise<AuditReport> {
  const report = await auditBytes(new TextEncoder().encode(text), 'document.txt', vocabulary)
  if ('remedy' in report) throw new Error(report.detail)
  return report
}

/** The distinct lines of the findings' places, in order. */
export function linesOf(findings: readonly ReportFinding[]): readonly number[] {
  const lines = findings.flatMap(({ places }) => places.flatMap(({ line }) => line ?? []))
  return [...new Set(lines)].sort((a, b) => a - b)
}

/** What the changed document's report says that the base document's does not. */
export function newFindings(base: AuditReport, changed: AuditReport): readonly ReportFinding[] {
  const known = new Set(base.findings.map(({ id }) => id))
  return changed.findings.filter(({ id }) => !known.has(id))
}
