/**
 * 各处推算的上年数应当一致: what a change says about last year is the same wherever it is said.
 *
 * @module
 */
import {
  addIntervals, type Fen, fen, formatFen, intersectIntervals, type Interval, intervalOf, negateInterval, type RoundingMode,
} from '@mingzhang/money'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import { outcomeOf, type Rule, type RuleFinding } from '../model/rule.ts'
import { groupBy, keyWithout, paragraphKey, roundingOf, statedOf } from './narrative-queries.ts'

/** Last year's amount as implied by each statement about one region is one amount. */
export const k53ImpliedPreviousYear: Rule = {
  meta: {
    id: 'K53',
    title: { zh: '各段推算的上年数不一致', en: 'Paragraphs imply different amounts for last year' },
    severity: 'warning',
    basis: [{ source: 'arithmetic', article: '上年数＝本年数－增减额' }],
    explanation: {
      zh: '由本年数和增减额（或增减幅度）可以推算上年数。同一口径的上年数在不同段落推算出来应当相同；不同说明比较基数有改动或笔误。按印出的位数取区间比较，四舍五入能解释的不算。',
      en: 'An amount and its change imply last year\'s amount. For one region it must be the same wherever it is implied; otherwise the base of comparison was changed or mistyped. Compared as intervals of what was printed.',
    },
    legitimate: { zh: '一处用上年年初预算数、另一处用上年执行数作基数时会不同，应注明口径。',
      en: 'One paragraph may compare with the initial budget and another with execution; the base should be stated.' },
  },
  check(context) {
    const implied = impliedPrevious(context.document, roundingOf(context))
    const regions = [...groupBy(implied, ({ key }) => key).values()].filter((group) => group.length > 1)
    const findings = regions.flatMap((group) => conflictIn(group))
    return outcomeOf(regions.length, findings)
  },
}

interface Implied {
  readonly key: string
  readonly subject: Mention
  readonly by: Mention
  readonly interval: Interval
}

/** One implied amount per statement: by the printed last-year amount, else the change, else the rate. */
function impliedPrevious(document: RecognisedDocument, mode: RoundingMode): readonly Implied[] {
  const byId = new Map(document.mentions.map((mention) => [mention.id, mention]))
  const comparisons = document.mentions
    .filter(({ role, subject, unbound }) => subject !== undefined && unbound === undefined && ['previous', 'change', 'changeRate'].includes(role))
  const changes = groupBy(comparisons, ({ subject }) => subject ?? '')
  return [...changes].flatMap(([id, told]) => {
    const subject = byId.get(id)
    const amount = statedOf(subject?.printed)
    if (subject?.region === undefined || amount === undefined) return []
    const key = keyWithout(subject.region)
    for (const role of ['previous', 'change', 'changeRate'] as const) {
      const by = told.find((mention) => mention.role === role)
      const interval = by === undefined ? undefined : impliedBy(intervalOf(amount, mode), by, mode)
      if (by !== undefined && interval !== undefined) return [{ key, subject, by, interval }]
    }
    return []
  })
}

function impliedBy(amount: Interval, by: Mention, mode: RoundingMode): Interval | undefined {
  const stated = statedOf(by.printed)
  if (by.role === 'previous') return stated === undefined ? undefined : intervalOf(stated, mode)
  if (by.direction === undefined) return undefined
  if (by.role === 'changeRate') return byRate(amount, by)
  if (stated === undefined) return undefined
  const change = intervalOf(stated, mode)
  return addIntervals(amount, by.direction === 'decrease' ? change : negateInterval(change))
}

/** amount ÷ (1 ± rate), with the rate's own last digit as slack; widened outwards to whole fen. */
function byRate(amount: Interval, { number, direction }: Mention): Interval | undefined {
  if (amount.low < 0 || number.digits < 0n) return undefined
  // An increase from nothing is often written as 100 %: that rate implies no base.
  if (direction === 'increase' && number.digits === 100n * 10n ** BigInt(number.scale)) return undefined
  const whole = 200n * 10n ** BigInt(number.scale)
  const twice = 2n * number.digits * (direction === 'decrease' ? -1n : 1n)
  const [least, most] = [whole + twice - 1n, whole + twice + 1n]
  if (least <= 0n) return undefined
  const low = (BigInt(amount.low) * whole) / most
  const high = (BigInt(amount.high) * whole + least - 1n) / least
  return high > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : { low: fen(Number(low)), high: fen(Number(high)) }
}

function conflictIn(group: readonly Implied[]): readonly RuleFinding[] {
  const [first] = group
  const other = group
    .find((one) => first !== undefined && areTwoStatements(first, one) && intersectIntervals(first.interval, one.interval) === undefined)
  if (first === undefined || other === undefined) return []
  return [{
    key: `${first.by.id}:${other.by.id}`,
    places: [first.subject.place, first.by.place, other.subject.place, other.by.place],
    expected: describe(first.interval),
    found: describe(other.interval),
    statement: {
      zh: `“${first.subject.label}${first.subject.text}”一处推算上年数为${describe(first.interval)}，“${other.subject.label}${other.subject.text}”一处推算为${describe(other.interval)}，两处不一致。`,
      en: `Last year's amount is ${describe(first.interval)} by one statement and ${describe(other.interval)} by another.`,
    },
  }]
}

/** Within one paragraph a rate is held against its own amount elsewhere; here it is no second statement. */
function areTwoStatements(a: Implied, b: Implied): boolean {
  return paragraphKey(a.by) !== paragraphKey(b.by) || (a.by.role !== 'changeRate' && b.by.role !== 'changeRate')
}

function describe({ low, high }: Interval): string {
  const middle: Fen = fen(Math.floor((low + high) / 2))
  return low === high ? `${formatFen(middle, '万元')}万元` : `${formatFen(low, '万元')}—${formatFen(high, '万元')}万元`
}
