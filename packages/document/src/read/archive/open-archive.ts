/**
 * Opens a ZIP (docx, xlsx) without trusting it: what it says of itself is checked before and while it is unpacked.
 *
 * @module
 */
import { crc32, inflateRawSync } from 'node:zlib'
import type { Problem, Result } from '@mingzhang/figures'
import type { ReadLimits } from '../read-limits.ts'

export interface Archive {
  /** In the order of the directory. */
  readonly names: readonly string[]
  /** The unpacked entry; `undefined` when there is none of this name, a problem when it is damaged or too large. */
  read(entry: string): Result<Uint8Array> | undefined
}

/** Reads the directory of a ZIP; nothing is unpacked yet. */
export function openArchive(bytes: Uint8Array, name: string, limits: ReadLimits): Result<Archive> {
  const found = readDirectory(bytes, limits.entries)
  if (found === 'damaged') return { ok: false, problem: damagedProblem(name, '压缩目录不完整') }
  if (found === 'tooMany') return { ok: false, problem: tooLargeProblem(name, `里面的条目超过 ${String(limits.entries)} 个`) }
  if (found.some(({ encrypted }) => encrypted)) return { ok: false, problem: encryptedProblem(name) }
  const entries = new Map(found.map((entry) => [entry.name, entry]))
  let unpacked = 0
  return {
    ok: true,
    value: {
      names: [...entries.keys()],
      read(entryName) {
        const entry = entries.get(entryName)
        if (entry === undefined) return undefined
        // Also of an archive whose entries all point at the same bytes: each counts whenever it is read.
        unpacked += entry.size
        if (unpacked > limits.unpackedBytes) {
          return { ok: false, problem: tooLargeProblem(name, `解压后超过 ${String(Math.floor(limits.unpackedBytes / (1024 * 1024)))} MB`) }
        }
        const content = unpack(bytes, entry)
        return content === undefined ? { ok: false, problem: damagedProblem(name, `其中的 ${entryName} 解不开`) } : { ok: true, value: content }
      },
    },
  }
}

/** The problem of a file that is cut off or was changed on its way. */
export function damagedProblem(name: string, reason: string): Problem {
  return {
    code: 'document.file.damaged',
    place: { document: name },
    detail: `文件不完整或已损坏：${reason}。`,
    remedy: '请重新下载或导出一份；如果用 Word、Excel 或 WPS 还能打开，另存为新文件后再审核。',
  }
}

/** The problem of a file that only opens with a password. */
export function encryptedProblem(name: string): Problem {
  return {
    code: 'document.file.encrypted',
    place: { document: name },
    detail: '文件设置了打开密码，无法读取。',
    remedy: '请用原软件打开，取消密码后另存一份再审核。',
  }
}

function tooLargeProblem(name: string, reason: string): Problem {
  return {
    code: 'document.archive.tooLarge',
    place: { document: name },
    detail: `文件${reason}，没有继续读取。`,
    remedy: '正常的公开文件不会这样大；请核对来源，或用原软件打开后另存一份再审核。',
  }
}

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array | undefined {
  const view = viewOf(bytes)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return undefined
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packedSize > bytes.length) return undefined
  const packed = bytes.subarray(start, start + entry.packedSize)
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry.size) : undefined
  if (content?.length !== entry.size) return undefined
  return crc32(content) === entry.crc ? content : undefined
}

/** Stops at the size that the directory states, however much the bytes would unpack to. */
function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }))
  } catch {
    return undefined
  }
}

function readDirectory(bytes: Uint8Array, limit: number): readonly Entry[] | 'damaged' | 'tooMany' {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === undefined) return 'damaged'
  if (end.count > limit) return 'tooMany'
  const entries: Entry[] = []
  let at = end.offset
  for (let index = 0; index < end.count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return 'damaged'
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const extraAt = at + 46 + nameLength
    const next = extraAt + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length) return 'damaged'
    const wide = wideFields(view, extraAt, extraLength, {
      size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true),
    })
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, extraAt)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...wide,
    })
    at = next
  }
  return entries
}

/** The end record: how many entries there are, and where the directory begins. */
function findEnd(view: DataView): { readonly count: number; readonly offset: number } | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset }
    // ZIP64: a locator stands before the end record and leads to the wide one.
    if (at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return undefined
    const wide = Number(view.getBigUint64(at - 12, true))
    if (wide + 56 > view.byteLength || view.getUint32(wide, true) !== 0x06064b50) return undefined
    return { count: Number(view.getBigUint64(wide + 32, true)), offset: Number(view.getBigUint64(wide + 48, true)) }
  }
  return undefined
}

/** ZIP64 writes the sizes that are marked 0xffffffff in an extra field, in this order. */
function wideFields(view: DataView, extraAt: number, length: number, fields: Pick<Entry, 'size' | 'packedSize' | 'offset'>): Pick<Entry, 'size' | 'packedSize' | 'offset'> {
  for (let at = extraAt; at + 4 <= extraAt + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let value = at + 4
    const wide = (field: number): number => {
      if (field !== 0xffffffff || value + 8 > extraAt + length) return field
      value += 8
      return Number(view.getBigUint64(value - 8, true))
    }
    return { size: wide(fields.size), packedSize: wide(fields.packedSize), offset: wide(fields.offset) }
  }
  return fields
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
