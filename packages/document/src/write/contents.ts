import type { Publication } from '../publication.ts'

/** A line of the table of contents. */
export interface ContentsEntry {
  /** The block that it leads to. */
  readonly id: string
  readonly text: string
  /** 1: a part (第一部分); 2: a section, a statutory table or a form. */
  readonly level: 1 | 2
}

/** The table of contents in reading order: headings of the first two levels, tables by title, forms by the name that they are listed under. */
export function contentsOf(publication: Publication): readonly ContentsEntry[] {
  return publication.blocks.flatMap((block): ContentsEntry[] => {
    switch (block.kind) {
      case 'heading':
        return block.level === 3 ? [] : [{ id: block.id, text: block.text, level: block.level }]
      case 'table':
        return block.contents === false ? [] : [{ id: block.id, text: block.contents ?? block.title, level: 2 }]
      case 'text':
        return []
    }
  })
}
