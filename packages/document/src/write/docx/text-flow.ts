/**
 * Running text on its grid: 22 lines to a page, every line of the same exact height (GB/T 9704-2012).
 *
 * @module
 */
import type { HeadingBlock, TextBlock } from '../../publication.ts'
import { type PageKind, pageShapes, textWidth } from './page-shape.ts'
import { countLines } from './text-measure.ts'
import { noteLine } from './table-plan.ts'

/** 28.95 points: 22 lines in 225 mm. */
export const bodyLine = 579
/** 三号 and 小二. */
export const bodySize = 320
export const partSize = 360
/** Below the title of a part. */
export const partSpace = 280

/** The height of one block, and of its first line, at the text width of the page. */
export function blockHeight(block: HeadingBlock | TextBlock, page: PageKind): { readonly lines: number; readonly line: number; readonly after: number } {
  const width = textWidth(pageShapes[page])
  if (block.kind === 'heading') {
    if (block.level === 1) return { lines: countLines(block.text, width / partSize), line: bodyLine, after: partSpace }
    return { lines: countLines(block.text, width / bodySize, 2), line: bodyLine, after: 0 }
  }
  const text = block.runs.map((run) => run.text).join('')
  if (block.style === 'note') return { lines: countLines(text, width / 210), line: noteLine, after: 0 }
  return { lines: countLines(text, width / bodySize, 2), line: bodyLine, after: 0 }
}

export function flowHeight(blocks: readonly (HeadingBlock | TextBlock)[], page: PageKind): number {
  return blocks.reduce((height, block) => {
    const { lines, line, after } = blockHeight(block, page)
    return height + lines * line + after
  }, 0)
}
