/** What printed labels and titles say about their place in a table. */
import type { DimensionId, Region } from '@mingzhang/figures'
import type { TableKind } from '@mingzhang/vocabulary'

/** Whether a region names only dimensions of the list: a fund word cannot label a row of functions. */
export function namesOnly(region: Region, dimensions: readonly DimensionId[]): boolean {
  return (Object.keys(region) as DimensionId[]).every((dimension) => dimensions.includes(dimension))
}

/** Whether a title's words fit: every word of `all`, one of `any` when given, none of `none`. */
export function fitsTitle(title: string, words: TableKind['title']): boolean {
  return (
    words.all.every((word) => title.includes(word)) &&
    (words.any.length === 0 || words.any.some((word) => title.includes(word))) &&
    !words.none.some((word) => title.includes(word))
  )
}
