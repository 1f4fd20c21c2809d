/** What printed words, codes and titles mean, as validated data. */
export type {
  Classification, ClassificationEntry, EconomicMapping, LegalSource, Profile, SectionKind, TableKind, TableSide, Vocabulary, Word, WordUse,
} from './vocabulary.ts'
export { type LoadedVocabulary, loadVocabulary } from './load-vocabulary.ts'
export { normaliseLabel, type StrippedLabel, stripNumbering } from './normalise-label.ts'
export { citation } from './citation.ts'
export { codePath } from './read-codes.ts'
