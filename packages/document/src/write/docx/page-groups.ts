import type { HeadingBlock, Publication, TableBlock, TextBlock } from '../../publication.ts'
import type { PageKind } from './page-shape.ts'
import { pageKindOf, planTable, type TablePlan } from './table-plan.ts'
import { flowHeight } from './text-flow.ts'

/** What begins on a new page: running text, or a table with the headings right above it and its notes. */
export type PageGroup =
  | { readonly kind: 'text'; readonly page: PageKind; readonly blocks: readonly (HeadingBlock | TextBlock)[] }
  | {
      readonly kind: 'table'
      readonly page: PageKind
      readonly lead: readonly HeadingBlock[]
      readonly table: TableBlock
      readonly plan: TablePlan
      /** Notes that the publication gives as text behind the table. */
      readonly notes: readonly TextBlock[]
    }

/** Groups that follow each other on pages of one shape: a section of the document. */
export interface PageSection {
  readonly page: PageKind
  readonly groups: readonly PageGroup[]
}

/** The publication cut at its page breaks: before a part (第一部分), before and behind a table. */
export function pageGroupsOf(publication: Publication): readonly PageGroup[] {
  const groups: PageGroup[] = []
  let text: (HeadingBlock | TextBlock)[] = []
  /** Headings that may turn out to stand above a table. */
  let lead: HeadingBlock[] = []
  const endText = () => {
    if (text.length > 0) groups.push({ kind: 'text', page: 'text', blocks: text })
    text = []
  }
  for (const block of publication.blocks) {
    switch (block.kind) {
      case 'heading':
        if (block.level === 1) {
          text.push(...lead)
          lead = []
          endText()
        }
        lead.push(block)
        break
      case 'text': {
        const last = groups.at(-1)
        if (block.style === 'note' && text.length === 0 && lead.length === 0 && last?.kind === 'table') {
          groups[groups.length - 1] = { ...last, notes: [...last.notes, block] }
          break
        }
        text.push(...lead, block)
        lead = []
        break
      }
      case 'table': {
        endText()
        const page = pageKindOf(block)
        groups.push({ kind: 'table', page, lead, table: block, plan: planTable(block, flowHeight(lead, page)), notes: [] })
        lead = []
        break
      }
    }
  }
  text.push(...lead)
  endText()
  return groups
}

export function sectionsOf(groups: readonly PageGroup[]): readonly PageSection[] {
  const sections: { page: PageKind; groups: PageGroup[] }[] = []
  for (const group of groups) {
    const last = sections.at(-1)
    if (last?.page === group.page) last.groups.push(group)
    else sections.push({ page: group.page, groups: [group] })
  }
  return sections
}
