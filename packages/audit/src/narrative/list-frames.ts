/**
 * Lists inside the narrative: a total, 其中 or 包括, and its parts. The parts share the total's region.
 *
 * @module
 */
/** What opens a list, in the words before its first part. */
export type Opener =
  /** 其中, 包括, a colon or bracket: parts of what stands before it. */
  | { readonly kind: 'parts'; readonly end: number }
  /** 收入为, 支出包括: parts of the section's total. */
  | { readonly kind: 'side'; readonly end: number }
  /** 财政拨款支出预算中，: parts of what it names. */
  | { readonly kind: 'named'; readonly end: number; readonly name: string }

const sideWords = /(?:收入|支出|收、支)(?:来源|预算|具体)?(?:主要)?(?:为|包括|是|:|由)/gu
const partWords = /(?:其\s*中|主?要?包括|主要用于|主要是用于|用于以下|以下方面|分别为|分别是|具体为|分为|如下|构成为?)[,:、\s]*/gu

/** The last opener in `text`, which lies between two numbers. `atStart` when nothing but the number before precedes it. */
export function openerIn(text: string, atStart: boolean): Opener | undefined {
  const cut = Math.max(text.lastIndexOf(';'), text.lastIndexOf('。')) + 1
  const tail = text.slice(cut)
  const part = last(tail, partWords)
  const side = last(tail, sideWords)
  if (side !== undefined && (part === undefined || part.index <= side.index + side.length)) {
    if (/^[\s\d年度本部门单位财政拨款]*$/u.test(tail.slice(0, side.index))) return { kind: 'side', end: cut + side.index + side.length }
  }
  if (part !== undefined) return { kind: 'parts', end: cut + part.index + part.length }
  const named = /^\s*([^,。;、()]{2,24})中[,:]/u.exec(tail)
  if (named !== null) return { kind: 'named', end: cut + named[0].length, name: named[1] ?? '' }
  const bare = atStart && cut === 0 ? /^\s*[:(]/u.exec(tail) : null
  return bare === null ? undefined : { kind: 'parts', end: bare[0].length }
}

/**
 * Whether the text after a line's last number announces parts in the lines below: `parts` for 其中： and 包括：,
 * `details` for 具体安排如下：.
 */
export function opensBlock(rest: string): 'parts' | 'details' | undefined {
  if (/(?:如下|以下方面|安排情况)[^,。;]{0,8}[:,]?\s*$/u.test(rest)) return 'details'
  return /(?:其\s*中|包括|主要用于|分别为|构成)[^,。;]{0,8}[:,]?\s*$|:\s*$/u.test(rest) ? 'parts' : undefined
}

function last(text: string, pattern: RegExp): { readonly index: number; readonly length: number } | undefined {
  const match = [...text.matchAll(pattern)].at(-1)
  return match === undefined ? undefined : { index: match.index, length: match[0].length }
}
