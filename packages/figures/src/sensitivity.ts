/**
 * How well the identities guard each figure: change one printed digit and see whether a verdict turns.
 *
 * @module
 */
import { type Fen, fen, type RoundingMode } from '@mingzhang/money'
import { deriveIdentities } from './derive-identities.ts'
import { diagnose } from './diagnose.ts'
import { type Figure } from './figure.ts'
import { membersOf } from './identity.ts'
import { judge, type Verdict } from './verdict.ts'

/** One printed digit changed. */
export interface DigitChange {
  readonly figure: Figure
  readonly from: Fen
  readonly to: Fen
}

export interface ChangeOutcome extends DigitChange {
  /**
   * Whether rounding alone could hide the change: it is smaller than the widest residue that the tightest identity of
   * the figure leaves open. A figure in no identity has no slack and hides nothing; its changes are simply not seen.
   */
  readonly withinSlack: boolean
  /** Whether some identity that held no longer does. */
  readonly caught: boolean
  /** Whether the unique smallest repair names this figure alone. */
  readonly named: boolean
}

/** All changes of one digit to the next one (9 becomes 0), for a figure that states an amount. */
export function digitChanges(figure: Figure): readonly DigitChange[] {
  if (figure.printed.kind !== 'stated') return []
  const { value, quantum } = figure.printed.stated
  const digits = Math.abs(value) / quantum
  const changes: DigitChange[] = []
  for (let place: number = 1; place <= digits; place *= 10) {
    const digit = Math.floor(digits / place) % 10
    const moved = digits + (digit === 9 ? -9 : 1) * place
    changes.push({ figure, from: value, to: fen(Math.sign(value) * moved * quantum) })
  }
  return changes
}

/** Derives and judges anew with the changed figure; diagnoses when something broke. */
export async function testChange(figures: readonly Figure[], change: DigitChange, before: readonly Verdict[], mode: RoundingMode = 'half-up'): Promise<ChangeOutcome> {
  const changed = figures.map((figure) => (figure === change.figure ? withValue(figure, change.to) : figure))
  const derivation = deriveIdentities(changed, { rounding: mode })
  const verdicts = derivation.identities.map((identity) => judge(identity, mode))
  const wasBroken = new Set(before.filter((verdict) => verdict.outcome === 'conflict').map((verdict) => verdict.identity.id))
  const broken = verdicts.filter((verdict) => verdict.outcome === 'conflict' && !wasBroken.has(verdict.identity.id))
  const { causes } = broken.length === 0 ? { causes: [] } : await diagnose(derivation, verdicts, mode)
  const own = causes.filter((cause) => cause.clashes.some((clash) => clash.identities.some((identity) => broken.some((verdict) => verdict.identity.id === identity.id))))
  const [cause, ...otherCauses] = own
  const [repair, ...otherRepairs] = cause?.repairs ?? []
  const named = otherCauses.length === 0 && otherRepairs.length === 0 && repair?.length === 1 && repair[0]?.figure.id === change.figure.id
  return { ...change, withinSlack: Math.abs(change.to - change.from) < slackOfFigure(change.figure, before), caught: broken.length > 0, named }
}

function slackOfFigure(figure: Figure, verdicts: readonly Verdict[]): number {
  const bounds = verdicts.filter(({ identity }) => identity.kind !== 'containment' && membersOf(identity).includes(figure)).map(({ bound }) => bound * 2)
  return bounds.length === 0 ? 0 : Math.min(...bounds)
}

function withValue(figure: Figure, value: Fen): Figure {
  if (figure.printed.kind !== 'stated') return figure
  return { ...figure, printed: { ...figure.printed, stated: { ...figure.printed.stated, value } } }
}
