/**
 * Puts the parts of a disclosure in the layout's order.
 *
 * @module
 */
import type { HeadingBlock, PublicationBlock } from '@mingzhang/document'
import type { Problem } from '@mingzhang/figures'
import type { DisclosureLayout, LayoutPart } from '@mingzhang/vocabulary'
import type { TableContext } from './create-context.ts'
import { formBlocks, type FormRendition } from './forms/form-blocks.ts'
import { fillLayoutText } from './layout-text.ts'
import { narrativeBlocks, type NarrativePart } from './narrative/narrative-blocks.ts'
import type { NarrativeSection } from './narrative/narrative-layout.ts'
import type { BuiltTable } from './tables/build-table.ts'
import { buildTables } from './tables/build-tables.ts'

export interface AssembledDisclosure {
  readonly blocks: readonly PublicationBlock[]
  readonly tables: readonly BuiltTable[]
  /** What stops the publication. */
  readonly problems: readonly Problem[]
}

/** Makes every block of the disclosure: the parts in order, then the forms. Every number is registered with the context. */
export function assembleDisclosure(context: TableContext, layout: DisclosureLayout, rendition: FormRendition): AssembledDisclosure {
  const tables = buildTables(context, layout)
  const parts = layout.parts.map((part, index) => assemblePart(context, layout, part, `part-${String(index + 1)}`, tables))
  const forms = formBlocks(context, { rendition, title: fillLayoutText(layout.formTitle, context.ledger) })
  return {
    blocks: [...parts.flatMap(({ blocks }) => blocks), ...forms.blocks],
    tables,
    problems: [...parts.flatMap(({ problems }) => problems), ...forms.problems],
  }
}

function assemblePart(context: TableContext, layout: DisclosureLayout, part: LayoutPart, id: string, tables: readonly BuiltTable[]): NarrativePart {
  const text = fillLayoutText(part.heading, context.ledger)
  const heading: HeadingBlock = { kind: 'heading', level: 1, text, id }
  switch (part.content) {
    case 'tables':
      return { blocks: [heading, ...tables.map(({ block }) => block)], problems: [] }
    case 'sections': {
      const sections = part.sections.map((section) => ({ ...section, heading: fillLayoutText(section.heading, context.ledger) }))
      const written = writeSections(context, layout, sections)
      return { blocks: [heading, ...written.blocks], problems: written.problems }
    }
    case 'glossary': {
      const written = writeSections(context, layout, [{ id: 'glossary', heading: '' }])
      return { blocks: [heading, ...written.blocks], problems: written.problems }
    }
  }
}

function writeSections(context: TableContext, layout: DisclosureLayout, sections: readonly NarrativeSection[]): NarrativePart {
  const elsewhere = layout.parts.flatMap((part) => part.sections.map((section) => section.id))
  return narrativeBlocks(context, { sections, elsewhere, reasonThresholds: layout.reasonThresholds })
}
