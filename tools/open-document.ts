/** Reads and recognises one file for the tools. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { defaultReadLimits, fileSizeProblem, readDocument } from '@mingzhang/document'
import { recogniseDocument, type Recognition } from '@mingzhang/audit'
import type { Problem } from '@mingzhang/figures'
import { loadVocabulary, type Vocabulary } from '@mingzhang/vocabulary'
import { machineAids } from '../apps/cli/src/machine-aids.ts'

export const dataDirectory = new URL('packages/vocabulary/data', `file://${process.cwd()}/`).pathname

/** The vocabulary of the repository; a mistake in it ends the tool. */
export function openVocabulary(): Vocabulary {
  const loaded = loadVocabulary(dataDirectory)
  if (!loaded.ok) throw new Error(loaded.problems.map(describeProblem).join('\n'))
  return loaded.value
}

/** The recognised document, or the problem that its file has. */
export async function openDocument(path: string, vocabulary: Vocabulary): Promise<Recognition | Problem> {
  const tooLarge = fileSizeProblem(statSync(path).size, basename(path))
  if (tooLarge !== undefined) return tooLarge
  const tree = await readDocument(readFileSync(path), basename(path), defaultReadLimits, await machineAids())
  return tree.ok ? recogniseDocument(tree.value, vocabulary, undefined) : tree.problem
}

export function isProblem(result: Recognition | Problem): result is Problem {
  return 'code' in result
}

export function describeProblem(problem: Problem): string {
  return `${problem.place.document}: ${problem.detail}${problem.remedy} [${problem.code}]`
}
