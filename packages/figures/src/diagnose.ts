/**
 * Diagnosis: are all printed figures jointly possible, and if not, what is the smallest clash and the smallest repair?
 *
 * A finding never says which side is wrong unless the repair is unique: `alternatives` is then 1.
 *
 * @module
 */
import { type Fen, fen, type Interval, intersectIntervals, intervalOf, negateInterval, addIntervals, type RoundingMode } from '@mingzhang/money'
import type { Derivation } from './derive-identities.ts'
import { buildFeasibilityModel, type Feasibility, type FeasibilityModel, provesNothing } from './feasibility.ts'
import { type Figure, statedValue } from './figure.ts'
import { type Identity, membersOf } from './identity.ts'
import { judge, printedInterval, type Verdict } from './verdict.ts'
import { slackOf } from './zero-regions.ts'

/** Figures that cannot all hold, with the identities that tie them; nothing can be left out. */
export interface Clash {
  readonly figures: readonly Figure[]
  readonly identities: readonly Identity[]
}

/** One printed amount to read otherwise. */
export interface Change {
  readonly figure: Figure
  readonly from: Fen
  /** The printable value that fits the other figures best. */
  readonly to: Fen
}

/** Conflicts that one cause can explain, and the fewest changes that settle them. */
export interface Cause {
  readonly clashes: readonly Clash[]
  /** Equally small repairs; empty when more than two figures would have to change. */
  readonly repairs: readonly (readonly Change[])[]
}

export interface Diagnosis {
  /** `undefined` when the solver could not tell. */
  readonly possible: boolean | undefined
  readonly causes: readonly Cause[]
}

/** More joint clashes than this are not looked for; a document has hardly ever one. */
const mostJointClashes = 4

/** More pairs than this are not tried: the cause is then told without a repair. */
const mostPairs = 120

/** Diagnoses the verdicts of a derivation. Deterministic: candidates are tried in the figures' order. */
export async function diagnose(derivation: Derivation, verdicts: readonly Verdict[], mode: RoundingMode = 'half-up'): Promise<Diagnosis> {
  const model = await buildFeasibilityModel(derivation, mode)
  try {
    const single: readonly Clash[] = verdicts.filter((verdict) => verdict.outcome === 'conflict').map(({ identity }) => ({ figures: figuresOf(identity), identities: [identity] }))
    const { joint, answer } = findJointClashes(single, model, derivation)
    const causes = causesOf([...single, ...joint], model, derivation, mode)
    if (causes.length === 0) return { possible: answer === 'feasible' ? true : undefined, causes }
    // A plain cause that one or two changes do not settle reaches further: what else clashes may well be the same cause.
    const isPlain = (cause: Cause): boolean => cause.clashes.every((clash) => clash.identities.length === 1)
    const reachesFurther = causes.some((cause) => isPlain(cause) && cause.repairs.length === 0)
    return { possible: false, causes: reachesFurther ? causes.filter(isPlain) : causes }
  } finally {
    model.dispose()
  }
}

function causesOf(clashes: readonly Clash[], model: FeasibilityModel, derivation: Derivation, mode: RoundingMode): readonly Cause[] {
  const groups = groupBySharedFigures(clashes)
  return groups.map((group) => {
    const others = groups.filter((other) => other !== group).flatMap((other) => other.flatMap((clash) => allPrintsOf(clash, derivation)))
    return { clashes: group, repairs: findRepairs(group, others, model, derivation, mode) }
  })
}

/** Clashes that no single identity shows: with every known clash set aside, figures can still clash together. */
function findJointClashes(known: readonly Clash[], model: FeasibilityModel, derivation: Derivation): { readonly joint: readonly Clash[]; readonly answer: Feasibility } {
  const joint: Clash[] = []
  const aside = known.flatMap((clash) => allPrintsOf(clash, derivation))
  for (;;) {
    const answer = model.check(aside)
    if (answer !== 'infeasible' || joint.length === mostJointClashes) return { joint, answer }
    const clash = model.clash()
    joint.push(clash)
    if (clash.figures.length === 0) return { joint, answer }
    aside.push(...allPrintsOf(clash, derivation))
  }
}

function findRepairs(group: readonly Clash[], others: readonly Figure[], model: FeasibilityModel, derivation: Derivation, mode: RoundingMode): readonly (readonly Change[])[] {
  const suspects = [...new Set(group.flatMap((clash) => clash.figures))].filter((figure) => figure.printed.kind === 'stated')
  const reaches = (figures: readonly Figure[]): boolean => group.every((clash) => clash.figures.some((figure) => figures.includes(figure)))
  // The very values proposed must hold wherever they stand, and leave everything else possible.
  const settles = (changes: readonly Change[]): boolean =>
    holdsWith(changes, derivation, mode) && model.check(others, changes) === 'feasible'

  const single = suspects.flatMap((figure) => {
    const change = reaches([figure]) ? changeOf(figure, [], derivation, mode) : undefined
    return change !== undefined && settles([change]) ? [[change]] : []
  })
  if (single.length > 0) return single
  // A form or a table can print one amount twice (total and its only level): the twins change together.
  const twins = suspects.flatMap((figure) => {
    const bundle = twinsOf(figure, derivation)
    const change = bundle.length > 1 && reaches(bundle) ? changeOf(figure, bundle.slice(1), derivation, mode) : undefined
    if (change === undefined) return []
    const changes = bundle.map((member) => (member === figure ? change : { figure: member, from: statedValue(member) ?? change.from, to: change.to }))
    return settles(changes) ? [changes] : []
  })
  if (twins.length > 0) return twins
  const pairs = suspects.flatMap((first, index) => suspects.slice(index + 1).map((second) => [first, second] as const)).filter(reaches)
  if (pairs.length > mostPairs) return []
  return pairs.flatMap(([first, second]) => {
    const one = changeOf(first, [second], derivation, mode)
    const other = one === undefined ? undefined : changeOf(second, [], derivation, mode, one)
    return one !== undefined && other !== undefined && settles([one, other]) ? [[one, other]] : []
  })
}

/** Whether every identity that a changed figure takes part in holds with the values proposed. */
function holdsWith(changes: readonly Change[], derivation: Derivation, mode: RoundingMode): boolean {
  return derivation.identities.every((identity) => {
    if (!figuresOf(identity).some((figure) => changes.some((change) => change.figure === figure))) return true
    return judge(withChanges(identity, changes), mode).outcome !== 'conflict'
  })
}

function withChanges(identity: Identity, changes: readonly Change[]): Identity {
  const changed = (figure: Figure): Figure => {
    const to = changes.find((change) => change.figure === figure)?.to
    if (to === undefined || figure.printed.kind !== 'stated') return figure
    return { ...figure, printed: { ...figure.printed, stated: { ...figure.printed.stated, value: to } } }
  }
  const { besides } = identity
  return { ...identity, whole: changed(identity.whole), ...besides === undefined ? {} : { besides: besides.map(changed) }, parts: identity.parts.map(changed) }
}

/** Every print of every amount of a clash: set aside together, so that one cause is weighed without the others. */
function allPrintsOf(clash: Clash, derivation: Derivation): readonly Figure[] {
  const keys = new Set(clash.figures.map((figure) => derivation.classOf.get(figure.id)))
  return derivation.classes.filter((group) => keys.has(group.key)).flatMap((group) => group.figures)
}

/** The prints of the same amount in the same table, the figure first. */
function twinsOf(figure: Figure, derivation: Derivation): readonly Figure[] {
  const key = derivation.classOf.get(figure.id)
  const table = figure.cell?.table
  if (table === undefined) return [figure]
  const group = derivation.classes.find((candidate) => candidate.key === key)
  return [figure, ...(group?.figures ?? []).filter((other) => other !== figure && other.cell?.table === table && other.printed.kind === 'stated')]
}

/**
 * The printable value that the identities of a figure allow best: all of them but those that hold another suspect, with
 * an earlier change taken for granted. `undefined` when nothing is left, when nothing limits it, or when it would turn a
 * sign that was not simply lost: no repair at all is better than an absurd one.
 */
function changeOf(figure: Figure, alsoFreed: readonly Figure[], derivation: Derivation, mode: RoundingMode, earlier?: Change): Change | undefined {
  const from = statedValue(figure)
  if (from === undefined || figure.printed.kind !== 'stated') return undefined
  const { quantum } = figure.printed.stated
  let step: number = Infinity
  let allowed: Interval | undefined = unlimited
  for (const identity of derivation.identities) {
    const members = figuresOf(identity)
    if (!members.includes(figure) || provesNothing(identity)) continue
    if (members.some((member) => alsoFreed.includes(member) || member.printed.kind === 'unreadable')) continue
    const standing = earlier === undefined ? identity : withChanges(identity, [earlier])
    allowed = intersectIntervals(allowed, impliedInterval(standing, figure, mode))
    if (allowed === undefined) return undefined
    for (const member of members) if (member !== figure && member.printed.kind === 'stated') step = Math.min(step, member.printed.stated.quantum)
  }
  if (allowed.low === unlimited.low || allowed.high === unlimited.high) return undefined
  // A print in 元 that is held against prints in 万元 is proposed no finer than they are.
  return printableNear(allowed, fen(step === Infinity ? quantum : Math.max(step, quantum)))
    .filter((value) => value !== from && (value * from >= 0 || value + from === 0) && meetsAllowed(value, quantum, allowed, mode))
    .map((to) => ({ figure, from, to }))[0]
}

const unlimited: Interval = { low: fen(Number.MIN_SAFE_INTEGER), high: fen(Number.MAX_SAFE_INTEGER) }

function meetsAllowed(value: Fen, quantum: Fen, allowed: Interval | undefined, mode: RoundingMode): boolean {
  return allowed !== undefined && intersectIntervals(intervalOf({ value, quantum }, mode), allowed) !== undefined
}

/** What the other figures of an identity leave for one of them. */
function impliedInterval(identity: Identity, figure: Figure, mode: RoundingMode): Interval {
  const slack = slackOf(identity.premises)
  const widened = (interval: Interval): Interval => ({ low: fen(interval.low - slack), high: fen(interval.high + slack) })
  const whole = printedInterval(identity.whole, mode)
  const others = identity.parts.filter((part) => part !== figure).map((part) => printedInterval(part, mode))
  if (identity.kind === 'containment') {
    const [part] = others
    if (part === undefined) return { low: unlimited.low, high: fen(whole.high + slack) }
    return { low: fen(part.low - slack), high: unlimited.high }
  }
  const side = [identity.whole, ...identity.besides ?? []]
  const beside = side.filter((other) => other !== figure).map((other) => printedInterval(other, mode))
  if (side.includes(figure)) return widened(beside.map(negateInterval).reduce(addIntervals, others.reduce(addIntervals)))
  return widened([...beside, ...others.map(negateInterval)].reduce(addIntervals))
}

/** Printable values around the middle of what is allowed, the nearest first: there the other figures fit best. */
function printableNear(allowed: Interval, quantum: Fen): readonly Fen[] {
  const middle = allowed.low + Math.floor((allowed.high - allowed.low) / 2)
  const below = middle - (((middle % quantum) + quantum) % quantum)
  return [below, below + quantum, below - quantum].filter(Number.isSafeInteger).map(fen).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
}

function figuresOf(identity: Identity): readonly Figure[] {
  return membersOf(identity)
}

/** Clashes that share a figure can have one cause. */
function groupBySharedFigures(clashes: readonly Clash[]): readonly (readonly Clash[])[] {
  let groups: { clashes: Clash[]; figures: Set<Figure> }[] = []
  for (const clash of clashes) {
    const touching = groups.filter((group) => clash.figures.some((figure) => figure.printed.kind === 'stated' && group.figures.has(figure)))
    const merged = { clashes: [...touching.flatMap((group) => group.clashes), clash], figures: new Set([...touching.flatMap((group) => [...group.figures]), ...clash.figures]) }
    groups = [...groups.filter((group) => !touching.includes(group)), merged]
  }
  return groups.map((group) => group.clashes)
}
