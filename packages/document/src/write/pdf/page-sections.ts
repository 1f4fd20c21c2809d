import type { HeadingBlock, Publication, TableBlock, TextBlock } from '../../publication.ts'
import type { PageKind } from './page-shape.ts'

/** Blocks that share pages: running text, or one table with the headings right above it and the notes right below. */
export interface PageSection {
  readonly kind: PageKind
  /** All blocks of running text; above a table headings only. */
  readonly before: readonly (HeadingBlock | TextBlock)[]
  readonly table?: TableBlock
  readonly after: readonly (HeadingBlock | TextBlock)[]
}

/** The publication cut where a new page begins: at a part (第一部分), and before and behind a table. No heading is left alone on a page. */
export function pageSectionsOf(publication: Publication): readonly PageSection[] {
  const sections: PageSection[] = []
  let text: (HeadingBlock | TextBlock)[] = []
  /** Headings that may turn out to stand above a table. */
  let headings: HeadingBlock[] = []
  const endText = (): void => {
    if (text.length > 0) sections.push({ kind: 'text', before: text, after: [] })
    text = []
  }
  for (const block of publication.blocks) {
    switch (block.kind) {
      case 'heading':
        if (block.level === 1) {
          text.push(...headings)
          headings = []
          endText()
        }
        headings.push(block)
        break
      case 'text': {
        const last = sections.at(-1)
        const below = block.style === 'note' && text.length === 0 && headings.length === 0 && last?.table !== undefined
        if (below) sections[sections.length - 1] = { ...last, after: [...last.after, block] }
        else text.push(...headings, block)
        headings = []
        break
      }
      case 'table':
        endText()
        sections.push({ kind: block.orientation, before: headings, table: block, after: [] })
        headings = []
        break
    }
  }
  text.push(...headings)
  endText()
  return sections
}
