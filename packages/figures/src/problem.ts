import type { Place } from './place.ts'

/**
 * The world did not cooperate: a file cannot be read, a unit is missing, a data file is wrong.
 *
 * A problem is returned, never thrown, and always says what to do.
 */
export interface Problem {
  /** `package.topic.cause`, such as `document.text.empty`. */
  readonly code: string
  readonly place: Place
  /** What is wrong, as one Chinese sentence. */
  readonly detail: string
  /** What the reader can do about it, as one Chinese sentence. */
  readonly remedy: string
}

/** A value, or the problem that prevented it. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }
