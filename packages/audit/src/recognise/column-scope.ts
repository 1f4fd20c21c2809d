/**
 * The year and the phase that a head names: 2023年决算数, 上年预算数, 年初预算数, 决算数.
 *
 * Figures of another year or another phase form an account of their own. What is of the document's own year and phase is
 * written without either, so that a final account's 决算数 and its other tables meet.
 *
 * @module
 */
import type { NodePath, Region } from '@mingzhang/figures'
import { type LabelLookup, normaliseLabel, plainLabel } from '@mingzhang/vocabulary'
import { without } from '../narrative/prose-lexicon.ts'

/** What the document says about itself that heads are read by. */
export interface DocumentScope {
  readonly year: number | undefined
  readonly kind: 'budget' | 'final' | 'performance' | undefined
}

/** The year that a head names when it is not the document's: 2023年预算数 in a budget for 2024, 上年预算数. */
export function yearOfHead(head: string, { year }: DocumentScope): number | undefined {
  if (year === undefined) return undefined
  const label = normaliseLabel(head)
  const named = /^(20\d{2})(?:年度|年)?(?:年初)?(?:预算|部门预算|批复|执行|决算|调整|预计|完成|实际|数|金额|$)/u.exec(label)?.[1]
  if (named !== undefined) return Number(named) === year ? undefined : Number(named)
  return previous.test(label) ? year - 1 : undefined
}

const previous = /^(?:上年度?|上一年度?|去年|上年同期)(?=(?:年初)?(?:预算|批复|执行|决算|预计|完成|实际|数|金额)|$)/u

/** A head without the words that name its year. */
export function withoutYear(head: string): string {
  return plainLabel(head).replace(previous, '')
}

/** The region of a head's words, its phase left out where it is the document's own. */
export function inOwnPhase(region: Region, { kind }: DocumentScope): Region {
  return region.phase === undefined || region.phase !== kind ? region : without(region, 'phase')
}

/**
 * The phase that a label names, as a region: 年初预算数, 决算数. In a final account a plain 预算数 is the year's budget as it
 * stood at the end (全年预算数). `undefined` where the label names no phase.
 */
export function phaseOfLabel(label: string, scope: DocumentScope, lookup: LabelLookup): Region | undefined {
  const plain = withoutYear(label)
  if (scope.kind === 'final' && /^(?:本年)?预算(?:数|金额|额|安排)?$/u.test(plain)) return { phase: 'adjusted' satisfies NodePath }
  const word = lookup.words(plain, 'column').find(({ region }) => region.phase !== undefined && Object.keys(region).length === 1)
  return word === undefined ? undefined : inOwnPhase(word.region, scope)
}
