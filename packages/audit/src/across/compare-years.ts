/**
 * A document held against an earlier one of the same body: what it says of last year, the base behind its changes, and
 * what was carried over.
 *
 * Only amounts of one region and one phase are compared: a budget's 预算数 with what is said to be last year's 预算数, a
 * final account's 决算数 with what is said to be last year's 决算数. Where the words leave open which one is meant, or the
 * earlier document prints the amount only under another name, a difference is a notice. What could not be compared is
 * counted with the reason.
 *
 * @module
 */
import { describePlace, type Figure, type Region, regionKey } from '@mingzhang/figures'
import { type RoundingMode, subtractFen } from '@mingzhang/money'
import type { RecognisedDocument } from '../model/recognised-document.ts'
import type { RuleFinding, RuleOutcome, Severity } from '../model/rule.ts'
import { wordsOf } from './base-words.ts'
import { amountWords, intervalOfFigure, isStated, meets, ownPhase, placeElsewhere, type StatedFigure, widen } from './other-document.ts'
import { figureLookup, type Prints } from './same-money.ts'

export interface Compared {
  /** How many amounts had a counterpart. */
  readonly checked: number
  readonly findings: readonly RuleFinding[]
  /** What could not be compared and why, one entry a reason. */
  readonly open: RuleOutcome['undetermined']
}

export const nothingCompared: Compared = { checked: 0, findings: [], open: [] }

/** Amounts of earlier years, and 年初预算数 of a final account, against the earlier document's own. */
export function compareQuotedFigures(current: RecognisedDocument, previous: RecognisedDocument, mode: RoundingMode): Compared {
  const year = current.facts.year?.value
  if (year === undefined) return nothingCompared
  const quoted = current.figures.filter(isStated).flatMap((figure) => {
    const region = quotedRegion(figure, current, year)
    return region === undefined ? [] : [{ figure, region }]
  })
  const lookup = figureLookup(previous, quoted.map(({ region }) => region), mode)
  const otherStage = figureLookup(previous, [], mode)
  const misses: Miss[] = []
  const open = openReasons()
  let checked = 0
  for (const { figure, region } of quoted) {
    const unsaid = current.facts.kind?.value === 'final' && region.phase === 'budget' && !/年初|批复/u.test(wordsOf(current, figure))
    const earlier = unsaid || region.phase === 'adjusted' || region.phase === 'estimated' ? undefined : lookup(region)
    if (earlier === undefined) {
      const { phase, ...rest } = region
      const isOtherStage = unsaid || (phase !== undefined && phase !== ownPhase(previous) && otherStage(rest) !== undefined)
      open.add(isOtherStage ? 'stage' : 'notPrinted', figure)
      continue
    }
    checked += 1
    if (agrees(figure, earlier, mode)) continue
    misses.push({ figure, earlier, severity: earlier.derived || !isStageSaid(figure, current) ? 'notice' : 'warning' })
  }
  return { checked, findings: differences(misses, previous, '引用的数'), open: open.entries(previous) }
}

/** The region that a figure quotes, in the phase that it is of; `undefined` for the document's own amounts and for changes. */
function quotedRegion({ region, change }: Figure, current: RecognisedDocument, year: number): Region | undefined {
  const own = ownPhase(current)
  if (change !== undefined || region.year === undefined || region.year > String(year)) return undefined
  const phase = region.phase ?? own
  if (region.year === String(year) && (phase === own || phase === 'adjusted' || phase === 'estimated')) return undefined
  return phase === undefined ? region : { ...region, phase }
}

/** Whether the words leave no doubt which amount of last year is quoted. 执行数 in a budget is what was known before the year was closed. */
function isStageSaid(figure: Figure, current: RecognisedDocument): boolean {
  const words = (figure.cell === undefined ? wordsOf(current, figure) : (figure.place.column ?? '')).replace(/一般公共预算|政府性基金预算|国有资本经营预算/gu, '')
  if (current.facts.kind?.value === 'budget' && /执行|完成|预计/u.test(words)) return false
  return figure.region.phase !== undefined || /预算|决算/u.test(words)
}

/**
 * 上年结转 against the 年末结转 of the earlier document, in all and by fund.
 *
 * A final account closes its year: what it carries out is what the next final account begins with. A budget, on either
 * side, only foresees it or lists a part: a difference is then no more than a notice, and nothing is compared with a
 * budget that foresaw nothing.
 */
export function compareCarriedOver(current: RecognisedDocument, previous: RecognisedDocument, mode: RoundingMode): Compared {
  const year = current.facts.year?.value
  const phase = ownPhase(previous)
  if (year === undefined || previous.facts.year?.value !== year - 1 || phase === undefined) return nothingCompared
  const areClosed = phase === 'final' && ownPhase(current) === 'final'
  const carried = new Map<string, { readonly figure: StatedFigure; readonly region: Region }>()
  for (const figure of current.figures.filter(isStated)) {
    const { period, use, phase: named, ...rest } = figure.region
    if (period !== 'carriedIn' || figure.region.year !== String(year) || figure.change !== undefined) continue
    if ((use !== undefined && use !== 'spent') || (named !== undefined && named !== ownPhase(current))) continue
    const region: Region = { ...rest, year: String(year - 1), use: 'carriedOut', phase }
    if (!carried.has(regionKey(region))) carried.set(regionKey(region), { figure, region })
  }
  const lookup = figureLookup(previous, [...carried.values()].map(({ region }) => region), mode)
  const misses: Miss[] = []
  const open = openReasons()
  let checked = 0
  for (const { figure, region } of carried.values()) {
    const earlier = lookup(region)
    if (earlier === undefined || (phase === 'budget' && earlier.best.printed.stated.value === 0)) {
      open.add(earlier === undefined ? 'notPrinted' : 'stage', figure)
      continue
    }
    checked += 1
    if (!agrees(figure, earlier, mode)) misses.push({ figure, earlier, severity: areClosed && !earlier.derived ? 'warning' : 'notice' })
  }
  return { checked, findings: differences(misses, previous, '上年结转'), open: open.entries(previous) }
}

/** Whether any print of the earlier document can be the amount: one that contradicts itself is judged in its own audit. */
function agrees(figure: StatedFigure, { all, slack }: Prints, mode: RoundingMode): boolean {
  const own = widen(intervalOfFigure(figure, mode), slack)
  return all.some((print) => meets(own, intervalOfFigure(print, mode)))
}

interface Miss {
  readonly figure: StatedFigure
  readonly earlier: Prints
  readonly severity: Severity
}

/** One finding for all prints of the same miss: the same amount quoted here, the same one printed there. */
function differences(misses: readonly Miss[], previous: RecognisedDocument, what: string): readonly RuleFinding[] {
  const groups = new Map<string, Miss[]>()
  for (const miss of misses) {
    const key = `${miss.severity} ${miss.figure.printed.stated.value} ${miss.earlier.best.printed.stated.value}`
    groups.set(key, [...(groups.get(key) ?? []), miss])
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [difference(first, others, previous, what)]))
}

function difference({ figure, earlier: { best, derived }, severity }: Miss, others: readonly Miss[], { tree: { name } }: RecognisedDocument, what: string): RuleFinding {
  const found = figure.printed.stated
  const expected = best.printed.stated
  const more = others.length === 0 ? '' : `（同样的数另有 ${others.length} 处）`
  const same = derived ? '，按该文件为空的各列推出是同一笔钱' : ''
  return {
    key: figure.id,
    severity,
    places: [figure.place, ...others.map((other) => other.figure.place), placeElsewhere(best.place)],
    found: found.value,
    expected: expected.value,
    difference: subtractFen(found.value, expected.value),
    statement: {
      zh: `${describePlace(figure.place)}${what}是 ${amountWords(found.value, found)}${more}，“${name}”中${describePlace(best.place)}是 ${amountWords(expected.value, expected)}${same}。`,
      en: `${describePlace(figure.place)} quotes ${amountWords(found.value, found)}; in “${name}”, ${describePlace(best.place)} prints ${amountWords(expected.value, expected)}.`,
    },
  }
}

type OpenReason = 'stage' | 'notPrinted'

/** Counts what could not be compared. */
function openReasons(): { readonly add: (reason: OpenReason, figure: Figure) => void; readonly entries: (previous: RecognisedDocument) => Compared['open'] } {
  const places: Record<OpenReason, Figure[]> = { stage: [], notPrinted: [] }
  return {
    add: (reason, figure) => { places[reason].push(figure) },
    entries: ({ tree: { name } }) => (['stage', 'notPrinted'] as const).flatMap((reason) => {
      const figures = places[reason]
      if (figures.length === 0) return []
      const zh = reason === 'stage'
        ? `有 ${figures.length} 个数没有比较：是执行数、调整预算数或预计数，与“${name}”公开的不是同一阶段。`
        : `有 ${figures.length} 个数没有比较：“${name}”没有印出同口径的数。`
      const en = reason === 'stage'
        ? `${figures.length} amounts are of another stage than those that “${name}” publishes.`
        : `“${name}” prints no counterpart of ${figures.length} amounts.`
      return [{ places: figures.map(({ place }) => place), reason: { zh, en } }]
    }),
  }
}
