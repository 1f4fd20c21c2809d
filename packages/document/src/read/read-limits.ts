/** What a reader takes on before it refuses a file. A file from outside must not be able to exhaust the machine. */
export interface ReadLimits {
  /** The largest file, in bytes. */
  readonly bytes: number
  /** The most paragraphs and cells together that a tree may hold. */
  readonly parts: number
  /** The most bytes that the entries of an archive (docx, xlsx) may hold when they are unpacked. */
  readonly unpackedBytes: number
  /** The most entries of an archive. */
  readonly entries: number
  /** The most pages of a PDF. */
  readonly pages: number
}

/** 20 MB, half a million parts, 100 MB unpacked, 5,000 entries and 2,000 pages: far more than the largest department disclosure needs. */
export const defaultReadLimits: ReadLimits = {
  bytes: 20 * 1024 * 1024,
  parts: 500_000,
  unpackedBytes: 100 * 1024 * 1024,
  entries: 5_000,
  pages: 2_000,
}
