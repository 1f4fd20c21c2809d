/**
 * What can be done about a PDF before it is parsed: fonts without their outlines, and streams that unpack to no end.
 *
 * @module
 */
import { inflateSync } from 'node:zlib'

/**
 * The same PDF, its TrueType and CID fonts without the outlines of their characters.
 *
 * Reading needs which character a code stands for and how wide it is, both of which stand beside the outlines; parsing
 * the outlines takes most of the time that a PDF takes. Fonts that tell their characters only in their outlines (Type 1)
 * keep them. Names are overwritten with names of the same length, so that nothing moves.
 */
export function withoutFontPrograms(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes)
  const pattern = outlines(file)
  overwrite(file, pattern)
  const packed = /\/Encrypt\b/u.test(file.toString('latin1', Math.max(0, file.length - 4096))) ? [] : changedObjectStreams(file, pattern)
  return packed.length === 0 ? file : appended(file, packed)
}

/** The most that one stream may unpack to with the others, in bytes, before the file is refused; `false` when it would. */
export function unpacksWithin(bytes: Uint8Array, most: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let room = most
  for (const { start, end, dictionary } of flateStreams(file)) {
    // A stream unpacks to a thousand times its size at most; pictures and outlines are never unpacked.
    if (end - start < smallStream || /\/(?:Subtype\s*\/Image|Length1|Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType))\b/u.test(dictionary)) continue
    try {
      room -= inflateSync(file.subarray(start, end), { maxOutputLength: Math.max(room, 1) }).length
    } catch (error) {
      if (error instanceof RangeError) return false
    }
    if (room <= 0) return false
  }
  return true
}

/** Packed streams below this are not looked at: together with the size of a file they are bounded. */
const smallStream = 64 * 1024

/** The names that lead to outlines which reading can do without. */
function outlines(file: Buffer): RegExp {
  return file.includes('/Type1C') || file.includes('/OpenType') ? /\/FontFile2(?=[\s/<\d])/gu : /\/FontFile[23](?=[\s/<\d])/gu
}

/** Renames every key that matches; the new name means nothing. */
function overwrite(text: Buffer, pattern: RegExp): boolean {
  let isChanged = false
  for (const { index } of text.toString('latin1').matchAll(pattern)) {
    text.write('Unused', index + 5, 'latin1')
    isChanged = true
  }
  return isChanged
}

interface PackedObjects {
  readonly number: number
  readonly generation: number
  /** The dictionary without its filter and length. */
  readonly entries: string
  readonly content: Buffer
}

/** The streams of packed objects that hold such names, unpacked and renamed. */
function changedObjectStreams(file: Buffer, pattern: RegExp): readonly PackedObjects[] {
  return flateStreams(file).flatMap(({ number, generation, dictionary, start, end }): readonly PackedObjects[] => {
    const [, count] = /\/N\s+(\d+)/u.exec(dictionary) ?? []
    const [, first] = /\/First\s+(\d+)/u.exec(dictionary) ?? []
    if (!/\/Type\s*\/ObjStm\b/u.test(dictionary) || count === undefined || first === undefined || /\/(?:DecodeParms|Extends)\b/u.test(dictionary)) return []
    try {
      const content = inflateSync(file.subarray(start, end), { maxOutputLength: 64 * 1024 * 1024 })
      return overwrite(content, pattern) ? [{ number, generation, entries: `/Type /ObjStm /N ${count} /First ${first}`, content }] : []
    } catch {
      return []
    }
  })
}

/** The file with newer versions of these objects behind it, as the format has updates. */
function appended(file: Buffer, objects: readonly PackedObjects[]): Buffer {
  const tail = file.toString('latin1', Math.max(0, file.length - 2048))
  const previous = [...tail.matchAll(/startxref\s+(\d+)/gu)].at(-1)?.[1]
  const whole = file.toString('latin1')
  const root = [...whole.matchAll(/\/Root\s+(\d+\s+\d+\s+R)/gu)].at(-1)?.[1]
  const size = Math.max(...[...whole.matchAll(/\/Size\s+(\d+)/gu)].map(([, value]) => Number(value)), ...objects.map(({ number }) => number + 1))
  if (previous === undefined || root === undefined || !Number.isSafeInteger(size)) return file
  const parts: Buffer[] = [file, Buffer.from('\n')]
  let length = file.length + 1
  const add = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  const entries = objects.map(({ number, generation, entries: dictionary, content }) => {
    const offset = length
    add(Buffer.from(`${String(number)} ${String(generation)} obj\n<< ${dictionary} /Length ${String(content.length)} >>\nstream\n`, 'latin1'))
    add(content)
    add(Buffer.from('\nendstream\nendobj\n'))
    return `${String(number)} 1\n${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`
  })
  const table = length
  add(Buffer.from(`xref\n${entries.join('')}trailer\n<< /Size ${String(size)} /Root ${root} /Prev ${previous} >>\nstartxref\n${String(table)}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

interface FlateStream {
  readonly number: number
  readonly generation: number
  readonly dictionary: string
  /** Where its bytes begin and end. */
  readonly start: number
  readonly end: number
}

/** The streams that are packed with Flate alone, found by their words: damaged tables of the file do not matter. */
function flateStreams(file: Buffer): readonly FlateStream[] {
  const found: FlateStream[] = []
  let at = 0
  for (;;) {
    const word = file.indexOf('stream', at, 'latin1')
    if (word === -1) return found
    at = word + 6
    // Not `endstream`, and only behind a dictionary.
    const before = file.toString('latin1', Math.max(0, word - 1024), word)
    const head = /(\d+)\s+(\d+)\s+obj\s*(<<(?:(?!\bobj\b)[^])*>>)\s*$/u.exec(before.slice(Math.max(0, before.lastIndexOf(' obj') - 24)))
    if (head === null) continue
    const end = file.indexOf('endstream', at, 'latin1')
    if (end === -1) return found
    const [, number = '', generation = '', dictionary = ''] = head
    const start = at + (file[at] === 13 ? 1 : 0) + (file[at] === 13 && file[at + 1] === 10 || file[at] === 10 ? 1 : 0)
    at = end + 9
    if (/\/Filter\s*\[?\s*\/FlateDecode\s*\]?(?!\s*\/\w+Decode)/u.test(dictionary)) found.push({ number: Number(number), generation: Number(generation), dictionary, start, end })
  }
}
