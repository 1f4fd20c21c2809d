/**
 * The base behind a change (增加 12 万元, 增长 5.2%) against what the earlier document printed for the same region.
 *
 * @module
 */
import { describePlace, type Region } from '@mingzhang/figures'
import { addIntervals, type Decimal, type Fen, fen, formatDecimal, type Interval, intervalOf, negateInterval, type RoundingMode, type Stated, subtractFen, zeroFen } from '@mingzhang/money'
import type { Mention, RecognisedDocument } from '../model/recognised-document.ts'
import type { RuleFinding } from '../model/rule.ts'
import { checkChange } from '../narrative/proportions.ts'
import { changeBase } from './base-words.ts'
import { type Compared, nothingCompared } from './compare-years.ts'
import { amountWords, intervalOfFigure, meets, ownPhase, placeElsewhere, type StatedFigure, widen } from './other-document.ts'
import { figureLookup, type Prints } from './same-money.ts'

/** A change whose base an earlier document can have printed. */
interface Question {
  readonly mention: Mention
  readonly subject: Mention & { readonly printed: StatedFigure['printed'] }
  readonly region: Region
  /** Whether the words say which amount of last year is meant. */
  readonly said: boolean
}

/** The base that an amount and its change, or its rate of change, imply, against the earlier document. Findings of one miss are one. */
export function compareChangeBases(current: RecognisedDocument, previous: RecognisedDocument, mode: RoundingMode): Compared {
  const year = previous.facts.year?.value
  const own = ownPhase(previous)
  if (year === undefined || own === undefined) return nothingCompared
  const byId = new Map(current.mentions.map((mention) => [mention.id, mention]))
  const withAmount = new Set(current.mentions.flatMap(({ role, subject }) => (role === 'change' && subject !== undefined ? [subject] : [])))
  const other: Mention[] = []
  const questions = current.mentions.flatMap((mention): Question[] => {
    const subject = byId.get(mention.subject ?? '')
    const isChange = mention.role === 'change' || (mention.role === 'changeRate' && !withAmount.has(mention.subject ?? ''))
    if (!isChange || mention.direction === undefined || !hasAmount(subject) || subject.region?.year !== String(year + 1)) return []
    const base = changeBase(current, mention)
    // A final account that only says 上年 means last year's final account, a budget last year's budget.
    const phase = base.phase === 'unsaid' ? ownPhase(current) : base.phase
    if (phase === 'other' || phase === undefined || (base.phase === 'unsaid' && phase !== own) || (base.year !== undefined && base.year !== year)) {
      other.push(mention)
      return []
    }
    return [{ mention, subject, region: { ...subject.region, year: String(year), phase }, said: base.phase !== 'unsaid' }]
  })
  const lookup = figureLookup(previous, questions.map(({ region }) => region), mode)
  const notPrinted: Mention[] = []
  const misses = new Map<string, RuleFinding>()
  for (const question of questions) {
    const earlier = lookup(question.region)
    if (earlier === undefined) notPrinted.push(question.mention)
    else if (!isBase(question, earlier, mode)) {
      const finding = missOf(question, earlier, previous, year)
      const same = `${finding.severity} ${String(finding.expected)} ${String(finding.found)}`
      const known = misses.get(same)
      misses.set(same, known === undefined ? finding : { ...known, places: [...known.places, ...finding.places.slice(0, 1)] })
    }
  }
  const { name } = previous.tree
  const open = [
    { mentions: other, zh: '基数是执行数、调整后的数或其他年度的数', en: 'are measured from execution figures, restated amounts or another year' },
    { mentions: notPrinted, zh: `“${name}”没有印出作为基数的同口径的数`, en: `have a base that “${name}” does not print` },
  ].flatMap(({ mentions, zh, en }) => (mentions.length === 0 ? [] : [
    { places: mentions.map(({ place }) => place), reason: { zh: `有 ${mentions.length} 处增减没有比较：${zh}。`, en: `${mentions.length} changes ${en}.` } },
  ]))
  return { checked: questions.length - notPrinted.length, findings: [...misses.values()], open }
}

function hasAmount(subject: Mention | undefined): subject is Question['subject'] {
  return subject?.printed?.kind === 'stated' && subject.role === 'amount'
}

/** Whether some print of the earlier document can be the base. */
function isBase({ mention, subject, region }: Question, { all, slack }: Prints, mode: RoundingMode): boolean {
  const now = intervalOf(subject.printed.stated, mode)
  return all.some((print) => {
    const before = widen(intervalOfFigure(print, mode), slack)
    const moved = movedBy(mention, mode)
    if (moved !== undefined) return meets(addIntervals(now, negateInterval(moved)), before)
    return mention.role !== 'changeRate' || isRate(mention, { ...now, value: subject.printed.stated.value }, { ...before, value: print.printed.stated.value }, region)
  })
}

type Amount = Interval & { readonly value: Fen }

/** Whether the amount can be so many per cent more or less than `before`. Of a base of nothing there is no rate. */
function isRate({ direction, number }: Mention, now: Amount, before: Amount, { year }: Region): boolean {
  if (direction === undefined || year === undefined || (before.low <= 0 && before.high >= 0)) return true
  const [larger, smaller] = direction === 'decrease' ? [before, now] : [now, before]
  const moved = { ...addIntervals(larger, negateInterval(smaller)), value: fen(larger.value - smaller.value) }
  if (moved.high < 0) return false
  return checkChange(now, moved, direction, number).rate !== 'conflict'
}

/** The change with its sign; zero for 持平; `undefined` where it prints no amount. */
function movedBy({ role, printed, direction }: Mention, mode: RoundingMode): Interval | undefined {
  if (role === 'change' && direction === 'same') return { low: zeroFen, high: zeroFen }
  if (printed?.kind !== 'stated') return undefined
  const interval = intervalOf(printed.stated, mode)
  return direction === 'decrease' ? negateInterval(interval) : interval
}

function missOf({ mention, subject, said }: Question, { best, derived }: Prints, previous: RecognisedDocument, year: number): RuleFinding {
  const amount = subject.printed.stated
  const printed = best.printed.stated
  const before = impliedBase(mention, amount)
  // 年初预算 in a final account, and what is one money only there, is said at second hand.
  const isOwn = best.region.phase === undefined || best.region.phase === ownPhase(previous)
  const about = mention.role === 'changeRate' ? '约' : ''
  return {
    key: mention.id,
    severity: said && isOwn && !derived ? 'warning' : 'notice',
    places: [mention.place, placeElsewhere(best.place)],
    found: before,
    expected: printed.value,
    difference: subtractFen(before, printed.value),
    statement: {
      zh: `${describePlace(mention.place)}写${subject.label}${subject.text}、${changeWords(mention)}，据此 ${year} 年${about}为 ${amountWords(before, amount)}；“${previous.tree.name}”中${describePlace(best.place)}是 ${amountWords(printed.value, printed)}。`,
      en: `${describePlace(mention.place)}: ${subject.text} and its change (${mention.text}) imply ${amountWords(before, amount)} for ${year}; “${previous.tree.name}”, ${describePlace(best.place)}, prints ${amountWords(printed.value, printed)}.`,
    },
  }
}

/** What last year was by the printed amount and change, in fen; by a rate, rounded to the fen. */
function impliedBase({ role, printed, direction, number }: Mention, { value }: Stated): Fen {
  if (printed?.kind === 'stated') return fen(direction === 'decrease' ? value + printed.stated.value : value - printed.stated.value)
  return role === 'changeRate' && direction !== 'same' ? baseOfRate(value, number, direction === 'decrease' ? -1n : 1n) : value
}

function baseOfRate(value: Fen, { digits, scale }: Decimal, sign: 1n | -1n): Fen {
  const hundred = 100n * 10n ** BigInt(scale)
  const divisor = hundred + sign * (digits < 0n ? -digits : digits)
  // All of it gone: any base would do.
  if (divisor <= 0n) return value
  return fen(Number((BigInt(value) * hundred * 2n + divisor) / (divisor * 2n)))
}

function changeWords({ direction, text, role, number }: Mention): string {
  if (direction === 'same') return '与上年持平'
  const size = role === 'changeRate' ? `${formatDecimal(number)}%` : text.replace(/^(?:增加|减少)/u, '')
  return `${direction === 'increase' ? '增加' : '减少'} ${size}`
}
