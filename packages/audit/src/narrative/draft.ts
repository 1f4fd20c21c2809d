/**
 * A number of the narrative on its way to becoming a mention.
 *
 * @module
 */
import type { Region } from '@mingzhang/figures'
import { intervalOf, parseAmount, type PrintedAmount } from '@mingzhang/money'
import type { MentionRole } from '../model/recognised-document.ts'
import type { Reading } from './prose-lexicon.ts'
import type { ScannedNumber } from './scan-numbers.ts'
import type { SectionLine } from './sections.ts'

/** Filled in step by step: first the role, then the region, last what it is compared with. */
export interface Draft {
  readonly number: ScannedNumber
  readonly line: SectionLine
  /** Index of the line in its section. */
  readonly lineIndex: number
  readonly role: MentionRole
  /** What is printed before it in its clause, cleaned. */
  readonly label: string
  /** The words of the label; for a comparison those before 增加, 占. */
  readonly reading: Reading
  readonly printed: PrintedAmount | undefined
  readonly depth: number
  /** Which sentence of the section it stands in, and which part of it between semicolons. */
  readonly sentence: number
  readonly part: number
  /** Whether it stands where the classes of an economic classification are listed. */
  readonly listing: boolean
  /** The list of parts that it belongs to. */
  frame: ListFrame | undefined
  region: Region | undefined
  whole: Region | undefined
  subject: Draft | undefined
  direction: 'increase' | 'decrease' | 'same' | undefined
  unbound: string | undefined
  /** Why it is no figure of this budget at all. */
  outside: string | undefined
}

/** An open list of parts. */
export interface ListFrame {
  /** What the parts add up to; `undefined` when the text names no total. */
  readonly parent: Draft | undefined
  readonly members: Draft[]
  /** Whether its parts stand in the lines below (其中： at the end of a line). */
  readonly block: boolean
  /** The level of the line that opened a block list; 0 for a line without numbering. */
  readonly level: number
  readonly depth: number
}

/** The amount of a scanned number. Money without a printed unit is unreadable: its size is not known. */
export function printedOf(number: ScannedNumber): PrintedAmount | undefined {
  if (number.moneyUnit !== undefined) return parseAmount(number.digits, number.moneyUnit)
  return number.kind === 'bareMoney' ? { kind: 'unreadable', text: number.digits, reason: 'not-a-number' } : undefined
}

/** Whether the number stands in the reasons of a change: between 原因 or 由于 and the end of that sentence. */
export function isExplanation({ line, number }: Draft, words = /原因|由于|因为/u): boolean {
  const before = line.plain.slice(Math.max(0, number.start - 400), number.start)
  return words.test(before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1))
}

/** Whether `part` can be a part of `total`: false only when both are read and the part is larger whatever the rounding. */
export function canBePart(part: PrintedAmount | undefined, total: PrintedAmount | undefined): boolean {
  if (part?.kind !== 'stated' || total?.kind !== 'stated') return true
  return intervalOf(part.stated).low <= intervalOf(total.stated).high
}

/** Whether the parts can sum to the total within what rounding explains; false when one of them is not read. */
export function canSumTo(parts: readonly (PrintedAmount | undefined)[], total: PrintedAmount | undefined): boolean {
  if (total?.kind !== 'stated') return false
  let low = 0
  let high = 0
  for (const part of parts) {
    if (part?.kind !== 'stated') return false
    const interval = intervalOf(part.stated)
    low += interval.low
    high += interval.high
  }
  const whole = intervalOf(total.stated)
  return low <= whole.high && whole.low <= high
}
