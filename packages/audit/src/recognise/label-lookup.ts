/** Looks printed labels up in the vocabulary. */
import type { DimensionId, Region } from '@mingzhang/figures'
import { type TableKind, stripNumbering, type Vocabulary, type Word, type WordUse } from '@mingzhang/vocabulary'

export interface LabelLookup {
  /** The words with this text and use; several when one label has several roles. */
  words(label: string, use: WordUse): readonly Word[]
}

/** Indexes the vocabulary's words once, so that a lookup costs nothing. */
export function labelLookup(vocabulary: Vocabulary): LabelLookup {
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

/** Whether a region names only dimensions of the list: a fund word cannot label a row of functions. */
export function namesOnly(region: Region, dimensions: readonly DimensionId[]): boolean {
  return (Object.keys(region) as DimensionId[]).every((dimension) => dimensions.includes(dimension))
}

/** Whether a title's words fit: every word of `all`, one of `any` when given, none of `none`. */
export function fitsTitle(title: string, words: TableKind['title']): boolean {
  return (
    words.all.every((word) => title.includes(word)) &&
    (words.any.length === 0 || words.any.some((word) => title.includes(word))) &&
    !words.none.some((word) => title.includes(word))
  )
}
