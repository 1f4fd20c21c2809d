/**
 * The words of comparisons: 比上年增加, 下降, 占, 与上年持平.
 *
 * @module
 */

export type Direction = 'increase' | 'decrease' | 'same'

/** What the words right before a number say it is compared as, and what stands before those words. */
export type Comparison =
  | { readonly kind: 'change'; readonly direction: 'increase' | 'decrease'; readonly before: string }
  | { readonly kind: 'share'; readonly before: string; readonly whole: string }

const increase = '增加|增长|上升|提高|增|上涨'
const decrease = '减少|下降|降低|压减|缩减|核减|下调|减'
const changeEnd = new RegExp(`^(.*?)(?:(${increase})|(${decrease}))(?:了|额|数|额度|幅度?|率)?(?:约|为|达|达到|共计?|合计)?\\s*$`, 'u')
const shareEnd = /^(.*)占(?!用|地)(?:比例?|比重)?(.*?)的?(?:比例|比重|比|份额)?(?:分别)?(?:约|为|达|达到|是|:)?\s*$/u

/** Reads the words between the last punctuation and a number; `undefined` when they compare nothing. */
export function comparisonOf(words: string): Comparison | undefined {
  const share = shareEnd.exec(words)
  if (share !== null) return { kind: 'share', before: share[1] ?? '', whole: share[2] ?? '' }
  const change = changeEnd.exec(words)
  if (change === null) return undefined
  return { kind: 'change', direction: change[2] === undefined ? 'decrease' : 'increase', before: withoutBase(change[1] ?? '') }
}

const lastYear = '(?:上一?年度?|去年|(?:19|20)\\d\\d\\s*年度?)'
const baseWords = new RegExp(
  `(?:与|和|同|比较|对比|比|较)\\s*${lastYear}(?:同口径|同期)?(?:年?初|当年)?(?:部门)?(?:预算)?(?:执行|安排|决算|批复|实际)?(?:数|额)?(?:相比较?|比较|对比)?|同比|环比`,
  'gu',
)
const changeFillers = /(?:预算数|预算|各自?|均|都|也|略有|略|净|共|总体|同口径|大幅|分别|有所|相比|,|\s)+/gu

/** The words without the base of the comparison: `收入预算比上年` is `收入预算`; empty when nothing else is said. */
function withoutBase(words: string): string {
  const rest = words.replace(baseWords, '')
  return rest.replace(changeFillers, '') === '' ? '' : rest
}

/** Places where the text says that nothing changed: 与上年持平, 与上年预算数相同. 基本持平 says only that little did. */
export function sameAsBefore(plain: string): readonly { readonly start: number; readonly end: number }[] {
  const pattern = new RegExp(`(?:与|和|同|比|较)\\s*${lastYear}[^,。;、\\d]{0,12}?(?:持平|相同|一致|无变化|无增减变化|无增减|没有变化|无变动|相等)`, 'gu')
  return [...plain.matchAll(pattern)]
    .filter((match) => !/基本|大致|大体|口径一致/u.test(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
