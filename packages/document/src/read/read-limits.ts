/** What a reader takes on before it refuses a file. A file from outside must not be able to exhaust the machine. */
export interface ReadLimits {
  /** The largest file, in bytes. */
  readonly bytes: number
  /** The most paragraphs and cells together that a tree may hold. */
  readonly parts: number
}

/** 20 MB and half a million parts: a hundred times what the largest department disclosure needs. */
export const defaultReadLimits: ReadLimits = { bytes: 20 * 1024 * 1024, parts: 500_000 }
