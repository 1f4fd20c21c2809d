/** What printed words, codes and titles mean, as validated data. */
export type { Classification, ClassificationEntry, LegalSource, Profile, SectionKind, TableKind, TableSide, Vocabulary, Word, WordUse } from './vocabulary.ts'
