/**
 * The words of comparisons: 比上年增加, 下降, 占, 与上年持平.
 *
 * @module
 */

export type Direction = 'increase' | 'decrease' | 'same'

/** What the words right before a number say it is compared as, and what stands before those words. */
export type Comparison =
  | { readonly kind: 'change'; readonly direction: Direction; readonly before: string }
  | { readonly kind: 'share'; readonly before: string; readonly whole: string }
  /** How much of the budget was carried out: 完成年初预算的, 为全年预算的. */
  | { readonly kind: 'completion'; readonly before: string; readonly whole: 'budget' | 'adjusted' | undefined }

const increase = '增加|增长|上升|提高|增|上涨'
const decrease = '减少|下降|降低|压减|缩减|核减|下调|减'
const changeEnd = new RegExp(`^(.*?)(?:(${increase})|(${decrease}))(?:[(/]?(?:${increase}|${decrease})\\)?)?(?:了|额|数|额度|幅度?|率)?(?:约|为|达|达到|共计?|合计)?\\s*$`, 'u')
const completionEnd =
  /^(.*?)(?:完成了?(?:(?:当年|本年|(?:19|20)\d\d年度?)?(年初|调整后?|全年|变动后)?)|[占为是](?:当年|本年)?(年初|调整后?|全年|变动后))的?(?:部门)?预算(?:安排)?(?:数|额)?(?:[\d,.]+(?:万|亿)?元)?的(?:比例为?|百分之)?\s*$/u
const shareEnd = /^(.*)占(?!用|地)(?:比例?|比重)?(.*?)的?(?:比例|比重|比|份额)?(?:分别)?(?:约|为|达|达到|是|:)?\s*$/u

/** Reads the words between the last punctuation and a number; `undefined` when they compare nothing. */
export function comparisonOf(words: string): Comparison | undefined {
  const completion = completionEnd.exec(words)
  if (completion !== null) {
    const of = completion[2] ?? completion[3] ?? ''
    return { kind: 'completion', before: completion[1] ?? '', whole: of === '年初' ? 'budget' : of === '' ? undefined : 'adjusted' }
  }
  const share = shareEnd.exec(words)
  if (share !== null) return { kind: 'share', before: share[1] ?? '', whole: share[2] ?? '' }
  const change = changeEnd.exec(words)
  if (change === null) {
    const same = sameEnd.exec(words)
    return same === null ? undefined : { kind: 'change', direction: 'same', before: withoutBase(same[1] ?? '') }
  }
  return { kind: 'change', direction: change[2] === undefined ? 'decrease' : 'increase', before: withoutBase(change[1] ?? '') }
}

const lastYear = '(?:上一?年度?|去年|(?:19|20)\\d\\d\\s*年度?)'
/** 与上年预算一致0万元: a change of nothing, printed. */
const sameEnd = new RegExp(`^(.*?(?:与|和|同|比|较)\\s*${lastYear}[^,。;、\\d]{0,12}?(?:相比)?)(?:持平|相同|一致|变化|变动|增减变化|增减)(?:为|数|额)?\\s*$`, 'u')
/** 比年初预算增加 compares the final account with its own budget. */
const ownBudget = /(?:与|和|同|比较|对比|比|较)\s*(?:本年|当年|全年)?(?:年初|调整后?)?预算(?:安排)?(?:数|额)?相?比?(?:增|减|上升|下降|提高|降低|多|少|节约)/u
const baseWords = new RegExp(
  `(?:与|和|同|比较|对比|比|较)\\s*(?:本年|当年|全年)?(?:年初|调整后?)?预算(?:安排)?(?:数|额)?(?:相比较?|比较|对比)?(?=[增减上下提降略持变])|(?:与|和|同|比较|对比|比|较)\\s*${lastYear}(?:同口径|同期)?(?:年?初|当年)?(?:部门)?(?:预算)?(?:执行|安排|决算|批复|实际)?(?:数|额)?(?:相比较?|比较|对比)?|同比|环比`,
  'gu',
)
const changeFillers = /(?:预算数|预算|各自?|均|都|也|略有|略|净|共|总体|同口径|大幅|分别|有所|相比|,|\s)+/gu

/** Whether the words compare with the budget of the same year, so that nothing follows for last year. */
export function comparesWithOwnBudget(words: string): boolean {
  return ownBudget.test(words)
}

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
