/** The example department's disclosure, recognised; and small changes of it. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recogniseDocument, type RecognisedDocument } from '@mingzhang/audit'
import { readText } from '@mingzhang/document'
import { loadVocabulary, type Vocabulary } from '@mingzhang/vocabulary'

export function ownVocabulary(): Vocabulary {
  const loaded = loadVocabulary(fileURLToPath(new URL('../../vocabulary/data/', import.meta.url)))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ detail }) => detail).join('\n'))
  return loaded.value
}

/** Recognises a text document. */
export function recogniseText(text: string, vocabulary: Vocabulary): RecognisedDocument {
  const read = readText(new TextEncoder().encode(text), 'document.txt')
  if (!read.ok) throw new Error(read.problem.detail)
  return recogniseDocument(read.value, vocabulary, undefined).document
}

/** The corpus example with each replacement made exactly where it stands once. */
export function exampleText(...replacements: readonly (readonly [find: string, by: string])[]): string {
  const text = readFileSync(fileURLToPath(new URL('../../../corpus/qinghe-culture-2024/document.txt', import.meta.url)), 'utf8')
  return replacements.reduce((changed, [find, by]) => {
    const pieces = changed.split(find)
    if (pieces.length !== 2) throw new Error(`“${find}” stands ${pieces.length - 1} times in the document`)
    return pieces.join(by)
  }, text)
}
