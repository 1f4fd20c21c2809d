/**
 * 构成比重之和应为百分之百: shares of one whole sum to 100 % within their own rounding.
 *
 * @module
 */
import { isRegionWithin, meetRegions, regionKey } from '@mingzhang/figures'
import {
  absFen, addDecimal, atScale, type Decimal, formatDecimal, intersectIntervals, intervalOf, type RoundingMode, type Stated, subtractFen, sumFen,
} from '@mingzhang/money'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { groupBy, paragraphKey, roundingOf, statedOf, sumInterval } from './narrative-queries.ts'

const percentWhole: Decimal = { digits: 100n, scale: 0 }

/** The printed shares of one whole, where they list all its parts, sum to 100 % within half a last digit each. */
export const k54CompositionShares: Rule = {
  meta: {
    id: 'K54',
    title: { zh: '构成比重之和不是100%', en: 'Shares of a composition do not sum to 100 %' },
    severity: 'error',
    basis: [{ source: 'arithmetic', article: '各项比重之和＝100%' }],
    explanation: {
      zh: '一段话列出总额的全部组成部分及各自比重时，比重之和应为100%，每个比重允许末位半个单位的舍入差。没有列全的构成只检查是否超过100%。',
      en: 'Where a paragraph lists all parts of a whole with their shares, the shares sum to 100 %, each allowed half of its last digit. An incomplete list is only held not to exceed 100 %.',
    },
    legitimate: { zh: '各项之间有包含关系（其中：……）时比重不应相加。', en: 'Shares of parts that contain one another do not add up.' },
  },
  check(context) {
    const { document } = context
    const shares = document.mentions
      .filter(({ role, region, whole }) => role === 'share' && region !== undefined && whole !== undefined)
    const lists = [...groupBy(shares,
      (share) => `${paragraphKey(share)}|${share.whole === undefined ? '' : regionKey(share.whole)}`).values()]
      .map(distinctParts).filter((parts) => parts.length > 1)
    const judged = lists.map((parts) => judge(document, parts, roundingOf(context)))
    return outcomeOf(judged.filter((one) => one !== 'incomplete').length, judged.flatMap((one) => (typeof one === 'object' ? [one] : [])))
  },
}

/** The shares whose parts lie in no other listed part, each part once. */
function distinctParts(shares: readonly Mention[]): readonly Mention[] {
  const unique = [...groupBy(shares, ({ region }) => regionKey(region ?? {})).values()]
    .flatMap(([first]) => (first === undefined ? [] : [first]))
  const isInside = (share: Mention, other: Mention): boolean => share.region !== undefined && other.region !== undefined
    && isRegionWithin(share.region, other.region)
  return unique.filter((share) => !unique.some((other) => other !== share && isInside(share, other)))
}

function judge(document: RecognisedDocument, parts: readonly Mention[], mode: RoundingMode): RuleFinding | 'sound' | 'incomplete' {
  const total = parts.map(({ number }) => number).reduce(addDecimal)
  // Nothing has no composition: every share of 0 is 0 %.
  if (total.digits === 0n) return 'incomplete'
  const excess = addDecimal(total, { digits: -percentWhole.digits, scale: 0 })
  // Half of a last digit is 5 at one place more.
  const slack = parts.map(({ number }): Decimal => ({ digits: 5n, scale: number.scale + 1 })).reduce(addDecimal)
  const scale = Math.max(excess.scale, slack.scale)
  const [miss, bound] = [atScale(excess, scale), atScale(slack, scale)]
  if (miss <= bound && miss >= -bound) return 'sound'
  const amounts = printedAmounts(document, parts)
  const covers = amounts !== undefined && intersectIntervals(sumInterval(amounts.parts, mode), intervalOf(amounts.whole, mode)) !== undefined
  if (!covers && (miss < 0n || !areDisjoint(parts))) return 'incomplete'
  if (covers && isResidueOf(amounts, miss, bound, scale)) return 'sound'
  const [first] = parts
  return {
    key: parts.map(({ id }) => id).join(':'),
    places: parts.map(({ place }) => place),
    expected: '100%',
    found: `${formatDecimal(total)}%`,
    statement: {
      zh: `“${first?.clause ?? ''}”一段所列${parts.length}项比重之和为${formatDecimal(total)}%（${parts.map(({ text }) => text).join('＋')}），舍入最多只能解释${formatDecimal(slack)}个百分点。`,
      en: `The ${parts.length} shares sum to ${formatDecimal(total)} %; rounding explains at most ${formatDecimal(slack)} percentage points.`,
    },
  }
}

/** Whether no two parts can hold the same money: shares by fund and by kind of one whole do not add up. */
function areDisjoint(parts: readonly Mention[]): boolean {
  return parts.every((part, index) => parts.slice(index + 1)
    .every((other) => meetRegions(part.region ?? {}, other.region ?? {}) === undefined))
}

interface PrintedAmounts {
  readonly parts: readonly Stated[]
  readonly whole: Stated
}

/** The amounts of the parts, as printed beside the shares, and of the whole; `undefined` where one of them is not printed. */
function printedAmounts(document: RecognisedDocument, parts: readonly Mention[]): PrintedAmounts | undefined {
  const byId = new Map(document.mentions.map((mention) => [mention.id, mention]))
  const amounts = parts.map(({ subject }) => statedOf(byId.get(subject ?? '')?.printed))
  const wholeKey = regionKey(parts[0]?.whole ?? {})
  const whole = document.mentions
    .map((mention) => (mention.role === 'amount' && mention.region !== undefined && regionKey(mention.region) === wholeKey
      ? statedOf(mention.printed) : undefined))
    .find((stated) => stated !== undefined)
  const stated = amounts.filter((amount) => amount !== undefined)
  return whole === undefined || stated.length < parts.length ? undefined : { parts: stated, whole }
}

/** Whether the shares miss 100 % by what the printed amounts miss the printed whole (0.02 of 0.03 is 66.67 %), give or take `bound`. */
function isResidueOf({ parts, whole }: PrintedAmounts, miss: bigint, bound: bigint, scale: number): boolean {
  const [missed, perWhole] = [miss * BigInt(whole.value), 100n * 10n ** BigInt(scale) * BigInt(subtractFen(sumFen(parts.map(({ value }) => value)), whole.value))]
  const [off, most] = [missed - perWhole, bound * BigInt(absFen(whole.value))]
  return off <= most && off >= -most
}
