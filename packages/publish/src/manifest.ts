/**
 * The manifest of a published folder: what was written, when, from what, and the hash of every file, so that anyone can
 * tell whether a file is the one that was published.
 *
 * @module
 */
import { createHash } from 'node:crypto'

export const manifestName = 'manifest.json'
export const manifestSchema = 'https://mingzhang.example/schema/manifest/1' as const

export interface Manifest {
  readonly schema: typeof manifestSchema
  readonly product: string
  readonly body: string
  readonly year: number
  readonly title: string
  readonly rounding: 'half-up' | 'balanced'
  readonly rendition: 'public' | 'internal'
  /** ISO 8601, UTC. */
  readonly created: string
  /** How many figures all formats carry. */
  readonly figures: number
  readonly files: readonly ManifestFile[]
}

export interface ManifestFile {
  readonly path: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** Describes a file's bytes. */
export function manifestFile(path: string, content: Uint8Array): ManifestFile {
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

/** The manifest as a file. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

/** What an earlier manifest says about its files; `undefined` when the text is not one of ours. */
export function readManifest(text: string): Pick<Manifest, 'files' | 'rendition'> | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== manifestSchema || !('files' in value)) return undefined
  const { files } = value
  if (!Array.isArray(files) || !files.every(isManifestFile)) return undefined
  return { files, rendition: 'rendition' in value && value.rendition === 'internal' ? 'internal' : 'public' }
}

function isManifestFile(value: unknown): value is ManifestFile {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && 'sha256' in value && typeof value.sha256 === 'string'
}
