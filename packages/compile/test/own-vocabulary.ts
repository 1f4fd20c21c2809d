import { fileURLToPath } from 'node:url'
import { loadVocabulary, type Vocabulary } from '@mingzhang/vocabulary'

/** The repository's own vocabulary; throws when its data has a mistake. */
export function ownVocabulary(): Vocabulary {
  const loaded = loadVocabulary(fileURLToPath(new URL('../../vocabulary/data', import.meta.url)))
  if (!loaded.ok) throw new Error(loaded.problems.map(({ place, detail }) => `${place.document}:${String(place.line ?? '')} ${detail}`).join('\n'))
  return loaded.value
}
