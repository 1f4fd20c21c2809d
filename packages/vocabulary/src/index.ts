/** What printed words, codes and titles mean, as validated data. */
export type {
  Classification, ClassificationEntry, EconomicMapping, LegalSource, Profile, SectionKind, TableKind, TableSide, Vocabulary, Word, WordUse,
} from './vocabulary.ts'
export {
  type DisclosureLayout, type LayoutBand, type LayoutColumn, type LayoutPart, type LayoutRow, type LayoutRowSet, type LayoutSection,
  type LayoutSectionId, layoutSectionIds, type TableLayout,
} from './layout.ts'
export { type LabelLookup, labelLookup, plainLabel } from './label-lookup.ts'
export { classificationOf } from './classification.ts'
export { type LoadedVocabulary, loadVocabulary } from './load-vocabulary.ts'
export { normaliseLabel, type StrippedLabel, stripNumbering } from './normalise-label.ts'
export { citation } from './citation.ts'
export { codePath } from './read-codes.ts'
