import type { HeadingBlock, TextBlock } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { CompileContext } from '../compile-context.ts'
import type { LedgerTextItem } from '../ledger/ledger.ts'
import type { NarrativeSectionId, ReasonThresholds } from './narrative-layout.ts'

/** What the writer of one section works with. */
export interface SectionScope {
  readonly context: CompileContext
  /** The budget year as sentences begin with it: `2024年`. */
  readonly year: string
  /** `本部门` or `本单位`. */
  readonly body: string
  readonly thresholds: ReasonThresholds
  /** Sections that stand under headings of their own anywhere in the document. */
  readonly sections: ReadonlySet<NarrativeSectionId>
  /** The department's own text, empty when it gave none. */
  readonly textOf: (item: LedgerTextItem) => string
  readonly report: (problem: Problem) => void
}

/** Writes what stands below a section's heading. */
export type SectionWriter = (scope: SectionScope) => readonly (TextBlock | HeadingBlock)[]
