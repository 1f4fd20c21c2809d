import type { LayoutSection, LayoutSectionId } from '@mingzhang/vocabulary'

/** A section that can be written: those of a layout, and 名词解释, which is a part of its own. */
export type NarrativeSectionId = LayoutSectionId | 'glossary'

export interface NarrativeSection {
  readonly id: NarrativeSectionId
  /** As printed; without numbering of its own it gets 一、二、… by its place. Empty: the part's own heading serves (名词解释). */
  readonly heading: LayoutSection['heading']
}

/** What a place prescribes for one part of the document (第一部分, 第三部分 …). */
export interface NarrativeLayout {
  /** In reading order. */
  readonly sections: readonly NarrativeSection[]
  /** Absent: `defaultReasonThresholds`. */
  readonly reasonThresholds?: ReasonThresholds
  /** Sections that other parts of the document hold, so that 其他说明 does not repeat them. Absent: none. */
  readonly elsewhere?: readonly NarrativeSectionId[]
}

/** A change over last year of more than so many per cent owes a reason; 0 means every change. Whole numbers. */
export interface ReasonThresholds {
  readonly threePublic: number
  readonly others: number
}

/**
 * 《地方预决算公开操作规程》（财预〔2016〕143号） asks for the reasons of every increase and decrease of “三公”经费; for
 * 收支 and 机关运行经费 it asks for the changes to be explained without a bound, and 10 % is what finance bureaus ask back for.
 */
export const defaultReasonThresholds: ReasonThresholds = { threePublic: 0, others: 10 }
