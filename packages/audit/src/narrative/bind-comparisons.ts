/**
 * Third pass over a section: what every share, change and rate speaks of.
 *
 * @module
 */
import { isRegionWithin, regionKey, type Region } from '@mingzhang/figures'
import { comparesWithOwnBudget, comparisonOf, sameAsBefore } from './comparison-words.ts'
import { canSumTo, type Draft, isExplanation } from './draft.ts'
import { bracketDepths } from './plain-text.ts'
import { isGeneric, type Lexicon, nothingRead, without } from './prose-lexicon.ts'

/** How many numbers back a comparison is looked up: more than a section of a real narrative holds. */
const reach = 1000

/** Binds the comparisons among the section's drafts, whose amounts are bound. */
export function bindComparisons(drafts: readonly Draft[], lexicon: Lexicon): void {
  drafts.forEach((draft, index) => {
    const before = (): readonly Draft[] => drafts.slice(Math.max(0, index - reach), index).filter((earlier) => earlier.role !== 'other')
    switch (draft.role) {
      case 'change':
      case 'changeRate':
        bindChange(draft, before())
        break
      case 'share':
        bindShare(draft, before(), lexicon)
        break
      case 'previous':
        draft.subject = nearestAmount(draft, before())
        break
      case 'amount':
      case 'count':
      case 'other':
        break
    }
  })
}

/**
 * The statements that nothing changed (与上年预算数相同): a change of zero without a printed number, for each amount
 * that has no printed change. One that cannot be tied to an amount is left out: no number goes missing with it.
 */
export function unchangedAmounts(drafts: readonly Draft[]): readonly Draft[] {
  const unchanged: Draft[] = []
  const byLine = new Map<Draft['line'], Draft[]>()
  for (const draft of drafts) if (draft.role !== 'other') byLine.set(draft.line, [...(byLine.get(draft.line) ?? []), draft])
  for (const [line, own] of byLine) {
    for (const { start, end } of sameAsBefore(line.plain)) {
      const before = own.filter((draft) => draft.number.end <= start)
      const last = before.at(-1)
      if (last === undefined || /[。;]/u.test(line.plain.slice(last.number.end, start))) continue
      const number: Draft['number'] = { kind: 'other', digits: '0', unit: '', moneyUnit: undefined, start, end }
      const depth = bracketDepths(line.plain)[start] ?? 0
      const probe: Draft = {
        ...last, number, depth, role: 'change', label: '', reading: nothingRead, printed: undefined,
        frame: undefined, region: undefined, whole: undefined, subject: undefined, direction: 'same', unbound: undefined, outside: undefined,
      }
      bindChange(probe, before)
      const compared = before.some((draft) => draft.role === 'change' && draft.subject === probe.subject)
      if (probe.region !== undefined && !compared) unchanged.push(probe)
    }
  }
  return unchanged
}

function bindChange(draft: Draft, before: readonly Draft[]): void {
  const named = draft.region
  draft.region = undefined
  if (isExplanation(draft)) {
    draft.unbound = '原因说明中的增减，没有写明对应哪一项'
    return
  }
  const own = draft.reading.topic ? amountOf(named, before) : undefined
  // 支出决算比上年增加 goes on about the amount before where no total of all expenditure is stated.
  const found: ChangeSubject = draft.reading.topic && (own !== undefined || !isGeneric(draft.reading))
    ? { subject: own, region: named, reason: draft.unbound }
    : subjectOfChange(draft, before)
  // What is compared with the budget of the same year says nothing about the year before.
  draft.subject = comparesWithOwnBudget(wordsWithBase(draft)) ? undefined : found.subject
  draft.region = found.subject?.region ?? found.region
  if (draft.region !== undefined) return
  const reason = found.subject?.unbound
  draft.unbound = found.reason ?? (reason === undefined ? '没有写明增减的是哪一项' : `增减对应的金额未能认出：${reason}`)
  draft.subject = undefined
}

/** The clause before the number, the base of its comparison included. */
function wordsWithBase({ line, number }: Draft): string {
  return /[^,。;:、]*$/u.exec(line.plain.slice(Math.max(0, number.start - 60), number.start))?.[0] ?? ''
}

interface ChangeSubject {
  readonly subject?: Draft | undefined
  readonly region?: Region | undefined
  readonly reason?: string | undefined
}

/** The latest amount of the region, for a change that names its own subject: 其中基本支出减少…. */
function amountOf(region: Region | undefined, before: readonly Draft[]): Draft | undefined {
  if (region === undefined) return undefined
  const key = regionKey(region)
  return before.findLast((earlier) => earlier.role === 'amount' && earlier.region !== undefined && regionKey(earlier.region) === key)
}

/** The amount that a change without words of its own speaks of, or why that cannot be told. */
function subjectOfChange(draft: Draft, before: readonly Draft[]): ChangeSubject {
  if (draft.reading.unread !== '') return { reason: `不认识“${draft.reading.unread}”，不能确定增减的是哪一项` }
  const last = before.findLast((earlier) => earlier.depth <= draft.depth)
  const continues = last !== undefined && (last.role === 'change' || last.role === 'changeRate') && last.sentence === draft.sentence
  if (continues && last.part === draft.part) return { subject: last.subject, region: last.region, reason: last.unbound }
  const nearest = nearestAmount(draft, before)
  const frame = nearest?.frame
  const total = frame?.parent
  if (nearest === undefined || frame === undefined || total === undefined) return { subject: nearest }
  if (frame.block || total.sentence !== draft.sentence || total.part !== draft.part) return { subject: nearest }
  const parts = frame.members.filter((member) => member.part === draft.part && member.sentence === draft.sentence)
  const compared = [total, ...parts].some((amount) => before.some((earlier) => earlier.subject === amount && earlier.role !== 'share'))
  if (parts.length < 2 || compared) return { subject: nearest }
  // 总计A，其中：B，C，比上年增加D speaks of A when B and C are all of it.
  return canSumTo(parts.map((member) => member.printed), total.printed) ? { subject: total } : { reason: '不能确定增减的是总数还是最后一项' }
}

/** The last amount before the draft: in its sentence, else the first of the sentence before it in the same line. */
function nearestAmount(draft: Draft, before: readonly Draft[]): Draft | undefined {
  const amounts = before.filter((earlier) => earlier.role === 'amount' && earlier.depth <= draft.depth)
  const own = amounts.findLast((earlier) => earlier.sentence === draft.sentence)
  if (own !== undefined) return own
  const inLine = amounts.filter((earlier) => earlier.lineIndex === draft.lineIndex)
  return inLine.find((earlier) => earlier.sentence === inLine.at(-1)?.sentence)
}

/** 完成年初预算的98%: the amount before, as a share of the budget of the same money. */
function bindCompletion(draft: Draft, before: readonly Draft[], of: 'budget' | 'adjusted' | undefined): void {
  draft.region = undefined
  const amounts = before.filter((earlier) => (earlier.role === 'amount' || earlier.role === 'previous') && earlier.lineIndex === draft.lineIndex && earlier.depth <= draft.depth)
  const subject = amounts.findLast(({ label, reading }) => !reading.plainBudget && reading.phase !== 'budget' && reading.phase !== 'adjusted' && !/完成/u.test(label))
  if (subject?.region === undefined || subject.sentence !== draft.sentence) {
    draft.unbound = subject?.unbound === undefined ? '没有写明是哪一项完成预算的比例' : `完成比例对应的金额未能认出：${subject.unbound}`
    return
  }
  const executed = subject.region
  const stated = amounts.findLast(({ region }) => region !== undefined && region !== executed && isStageOf(region, executed, of))
  draft.subject = subject
  draft.region = executed
  // In a budget document last year's execution stands beside a budget of no named stage.
  draft.whole = stated?.region ?? (executed.phase === 'final' && of !== 'adjusted' ? without(executed, 'phase') : { ...executed, phase: of ?? 'adjusted' })
}

/** Whether the region is the same money at the stage that is asked for, or at any other stage. */
function isStageOf(region: Region, executed: Region, phase: string | undefined): boolean {
  if (regionKey(without(region, 'phase')) !== regionKey(without(executed, 'phase'))) return false
  return phase === undefined ? region.phase !== executed.phase : region.phase === phase
}

function bindShare(draft: Draft, before: readonly Draft[], lexicon: Lexicon): void {
  const compared = comparisonOf(draft.label)
  const latest = before.at(-1)
  if (compared?.kind === 'completion') {
    bindCompletion(draft, before, compared.whole)
    return
  }
  if (latest !== undefined && isCompletedBudget(latest, draft)) {
    const { phase } = latest.reading
    bindCompletion(draft, before, phase === 'adjusted' || phase === 'budget' ? phase : undefined)
    return
  }
  const named = draft.region
  draft.region = undefined
  const last = before.findLast((earlier) => earlier.role === 'amount' || earlier.role === 'count')
  const near = last !== undefined && last.sentence === draft.sentence && last.depth <= draft.depth ? last : undefined
  const subject = draft.reading.topic ? amountOf(named, before) : near
  const region = subject?.region ?? (draft.reading.topic ? named : undefined)
  if (subject?.role === 'count' || region === undefined) {
    draft.unbound = subject?.unbound === undefined ? '没有写明是哪一项的占比' : `占比对应的金额未能认出：${subject.unbound}`
    return
  }
  const words = comparisonOf(draft.label)
  const whole = wholeOf(words?.kind === 'share' ? words.whole : '', region, subject, before, lexicon)
  if (whole === undefined) {
    draft.unbound = '没有写明占比的总数'
    return
  }
  draft.subject = subject
  draft.region = region
  draft.whole = whole
}

/** 完成预算100万元的98%: the percentage stands right behind the budget that was carried out. */
function isCompletedBudget(last: Draft, { line, number }: Draft): boolean {
  return last.line === line && last.role === 'amount' && /完成/u.test(last.label) && /^\s*的\s*$/u.test(line.plain.slice(last.number.end, number.start))
}

/**
 * The region of the whole: what 占 names; else the total of the list that the subject stands in; else the most recent
 * amount of the section that holds it. Always larger than the subject's own region.
 */
function wholeOf(
  words: string,
  region: Region,
  subject: Draft | undefined,
  before: readonly Draft[],
  lexicon: Lexicon,
): Region | undefined {
  const holds = (whole: Region | undefined): whole is Region =>
    whole !== undefined && isRegionWithin(region, whole) && regionKey(whole) !== regionKey(region)
  const earlier = before.map((draft) => (draft.role === 'amount' ? draft.region : undefined)).filter(holds)
  const listed = subject?.frame?.parent?.region
  const totals = before.map((draft) => draft.frame?.parent?.region).filter(holds)
  const reading = lexicon.read(words)
  if (reading.unread !== '' || reading.contradiction !== undefined) return undefined
  if (reading.topic && region.year !== undefined) {
    const named: Region = { ...reading.region, year: region.year }
    // 占总支出 inside a list means the list's own total; 占本年支出合计 of that total means the department's.
    if (regionKey(without(reading.region, 'use')) === '' && holds(listed)) return listed
    const key = regionKey(named)
    const mentioned = earlier.findLast((whole) => regionKey(whole) === key) ?? earlier.findLast((whole) => isRegionWithin(whole, named))
    return mentioned ?? (holds(named) ? named : holds(without(named, 'use')) ? without(named, 'use') : undefined)
  }
  return holds(listed) ? listed : totals.at(-1) ?? earlier.at(-1)
}
