/**
 * A ZIP from outside, opened without trusting it: names and sizes first, then one entry at a time, counted while it unpacks.
 *
 * @module
 */
import { Inflate } from 'fflate'

export interface ZipEntry {
  readonly name: string
  readonly compressed: Uint8Array
  readonly method: number
  /** What the directory says; an entry may hold more. */
  readonly declaredSize: number
  readonly encrypted: boolean
}

/** The entries as the central directory lists them (APPNOTE.TXT 4.3.12); `undefined` for what is no complete ZIP. */
export function listZip(zip: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined {
  try {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    const end = findEnd(view)
    if (end === undefined) return undefined
    const entries = new Map<string, ZipEntry>()
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== 0x0201_4b50) return undefined
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
      const local = view.getUint32(at + 42, true)
      const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      entries.set(name, {
        name,
        compressed: zip.subarray(data, data + view.getUint32(at + 20, true)),
        method: view.getUint16(at + 10, true),
        declaredSize: view.getUint32(at + 24, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      })
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    // An offset past the end: a damaged directory.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether this is a ZIP that unpacks to no more than `bytes`, counted while it unpacks. */
export function isWithinLimits(zip: Uint8Array, bytes: number): boolean {
  const entries = listZip(zip)
  if (entries === undefined) return false
  const budget: UnpackBudget = { left: bytes }
  return [...entries.values()].every((entry) =>
    !entry.encrypted && entry.declaredSize <= bytes && unpackText(entry, budget, () => undefined) === undefined)
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === 0x0605_4b50) return at
  }
  return undefined
}

/** How many bytes may still be unpacked, over all entries of one file. */
export interface UnpackBudget {
  left: number
}

/** Why an entry could not be unpacked. */
export type UnpackFailure = 'too-large' | 'damaged'

/** Hands the entry's text on in pieces, so that a large sheet is never held whole. Returns what stopped it, if anything. */
export function unpackText(entry: ZipEntry, budget: UnpackBudget, take: (text: string) => void): UnpackFailure | undefined {
  const decoder = new TextDecoder()
  const pass = (chunk: Uint8Array, final: boolean): void => {
    budget.left -= chunk.length
    if (budget.left >= 0) take(decoder.decode(chunk, { stream: !final }))
  }
  if (entry.method === 0) pass(entry.compressed, true)
  else if (entry.method !== 8 || !inflate(entry.compressed, pass, () => budget.left < 0)) return 'damaged'
  return budget.left < 0 ? 'too-large' : undefined
}

/** Fed in small pieces: one kilobyte of a bomb already unpacks to a megabyte. `false` where the data is damaged. */
function inflate(compressed: Uint8Array, pass: (chunk: Uint8Array, final: boolean) => void, stop: () => boolean): boolean {
  const stream = new Inflate(pass)
  const step = 16 * 1024
  try {
    for (let at = 0; (at === 0 || at < compressed.length) && !stop(); at += step) {
      stream.push(compressed.subarray(at, at + step), at + step >= compressed.length)
    }
    return true
  } catch (error) {
    // fflate numbers its errors; anything else is a defect of ours.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return false
    throw error
  }
}
