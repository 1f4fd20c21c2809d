/**
 * Looks printed labels up in the vocabulary's words.
 *
 * @module
 */
import { stripNumbering } from './normalise-label.ts'
import type { Vocabulary, Word, WordUse } from './vocabulary.ts'

export interface LabelLookup {
  /** The words with this text and use; several when one label has several roles, none when it is unknown. */
  words(label: string, use: WordUse): readonly Word[]
}

/** Indexes the vocabulary's words once, so that a lookup costs nothing. */
export function labelLookup(vocabulary: Pick<Vocabulary, 'words'>): LabelLookup {
  const index = new Map<string, Word[]>()
  for (const word of vocabulary.words) {
    for (const use of word.uses) {
      const key = `${use} ${word.text}`
      const words = index.get(key)
      if (words === undefined) index.set(key, [word])
      else words.push(word)
    }
  }
  return { words: (label, use) => index.get(`${use} ${plainLabel(label)}`) ?? [] }
}

/** The label without numbering, without the budget year (2023年预算数 is 预算数) and without the note of its own unit. */
export function plainLabel(label: string): string {
  return stripNumbering(label).text.replace(/^\d{4}(?:年度|年)?/u, '').replace(/[（(](?:万元|元|单位:万元|单位:元)[)）]$/u, '')
}
