/**
 * Page numbers without a word processor: all lines and rows have known heights, so the pages can be counted.
 *
 * @module
 */
import type { HeadingBlock, TextBlock } from '../../publication.ts'
import type { PageGroup } from './page-groups.ts'
import { pageShapes, textHeight } from './page-shape.ts'
import { pagesOf } from './table-plan.ts'
import { blockHeight, flowHeight } from './text-flow.ts'

/** The page of every heading and table, by block id; the first page of the first group is 1. */
export function paginate(groups: readonly PageGroup[]): ReadonlyMap<string, number> {
  const pages = new Map<string, number>()
  let page = 1
  for (const group of groups) {
    if (group.kind === 'text') {
      page += flow(group.blocks, page, pages)
      continue
    }
    for (const heading of group.lead) pages.set(heading.id, page)
    pages.set(group.table.id, page)
    page += pagesOf(group.plan, group.table, flowHeight(group.lead, group.page), flowHeight(group.notes, group.page))
  }
  return pages
}

/** How many pages the text takes; notes the page of each heading. */
function flow(blocks: readonly (HeadingBlock | TextBlock)[], first: number, pages: Map<string, number>): number {
  const room = textHeight(pageShapes.text)
  let page = first
  let used = 0
  for (const [index, block] of blocks.entries()) {
    const { lines, line, after } = blockHeight(block, 'text')
    if (block.kind === 'heading') {
      // A heading stays with the first line of what it heads, be it behind further headings.
      let chain = 0
      for (let at = index; at < blocks.length; at += 1) {
        const next = blocks[at]
        if (next === undefined) break
        const height = blockHeight(next, 'text')
        if (next.kind === 'text') {
          chain += height.line
          break
        }
        chain += height.lines * height.line + height.after
      }
      if (used > 0 && used + chain > room) {
        page += 1
        used = 0
      }
      pages.set(block.id, page)
    }
    for (let drawn = 0; drawn < lines; drawn += 1) {
      if (used + line > room) {
        page += 1
        used = 0
      }
      used += line
    }
    used += after
  }
  return page - first + 1
}
