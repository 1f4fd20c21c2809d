import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { defaultReadLimits, readDocument } from '../../src/index.ts'
import { docxOf, paragraph } from './docx-builder.ts'
import { contentOf, problemOf } from './text-builders.ts'

const codeOf = async (bytes: Uint8Array, limits = defaultReadLimits): Promise<string> => problemOf(await readDocument(bytes, 'qinghe.docx', limits)).code

/** Where a signature stands in a file. */
const indexOf = (bytes: Uint8Array, signature: readonly number[]): number => Buffer.from(bytes).indexOf(Buffer.from(signature))
const directorySignature = [0x50, 0x4b, 0x01, 0x02]

function changed(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = new Uint8Array(bytes)
  copy.set(values, at)
  return copy
}

describe('readDocument › archives that cannot be trusted', () => {
  const fine = docxOf(paragraph('正文'))

  it('reads the one that all of these are made of', async () => {
    expect(contentOf(await readDocument(fine, 'a.docx'))).toEqual(['正文'])
  })

  it('says that a file is damaged when its end is missing', async () => {
    const problem = problemOf(await readDocument(fine.slice(0, -30), 'qinghe.docx'))
    expect(problem).toMatchObject({ code: 'document.file.damaged', place: { document: 'qinghe.docx' }, remedy: expect.stringContaining('重新下载') as string })
  })

  it('says that a file is damaged when the content does not match its check sum', async () => {
    const at = indexOf(fine, [...strToU8('word/document.xml')]) + 'word/document.xml'.length
    expect(await codeOf(changed(fine, at + 10, (fine[at + 10] ?? 0) ^ 0xff))).toBe('document.file.damaged')
  })

  it('says that a file without a document is damaged', async () => {
    expect(await codeOf(zipSync({ 'word/other.xml': strToU8('<a/>') }))).toBe('document.file.damaged')
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<a/>') }))).toBe('document.file.damaged')
  })

  it('says that an encrypted entry needs its password', async () => {
    // Bit 0 of the flags of the first directory entry.
    const problem = problemOf(await readDocument(changed(fine, indexOf(fine, directorySignature) + 8, 1), 'a.docx'))
    expect(problem).toMatchObject({ code: 'document.file.encrypted', remedy: expect.stringContaining('取消密码') as string })
  })

  it('unpacks no more than the limit, whatever the archive holds', async () => {
    const large = docxOf(paragraph('零'.repeat(400_000)))
    expect(large.length).toBeLessThan(20_000)
    expect(await codeOf(large, { ...defaultReadLimits, unpackedBytes: 1_000_000 })).toBe('document.archive.tooLarge')
    expect(contentOf(await readDocument(large, 'a.docx'))[0]).toHaveLength(400_000)
  })

  it('does not believe a directory that states too small a size', async () => {
    const large = docxOf(paragraph('零'.repeat(400_000)))
    const bytes = Buffer.from(large)
    const entry = bytes.indexOf(Buffer.from('word/document.xml'), bytes.indexOf(Buffer.from(directorySignature)))
    // The unpacked size stands 22 bytes before the name in the directory.
    expect(await codeOf(changed(large, entry - 22, 100, 0, 0, 0))).toBe('document.file.damaged')
  })

  it('refuses more entries than the limit', async () => {
    expect(await codeOf(fine, { ...defaultReadLimits, entries: 1 })).toBe('document.archive.tooLarge')
    expect(contentOf(await readDocument(fine, 'a.docx', { ...defaultReadLimits, entries: 2 }))).toEqual(['正文'])
  })

  it('refuses a document type, whose entities could reach outside or grow without end', async () => {
    const document = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8(document) }))).toBe('document.xml.doctype')
  })

  it('refuses more paragraphs than the limit', async () => {
    const three = docxOf(paragraph('甲') + paragraph('乙') + paragraph('丙'))
    expect(await codeOf(three, { ...defaultReadLimits, parts: 2 })).toBe('document.file.tooManyParts')
    expect(contentOf(await readDocument(three, 'a.docx', { ...defaultReadLimits, parts: 3 }))).toHaveLength(3)
  })

  it('refuses a file over the size limit before it looks inside', async () => {
    expect(await codeOf(fine, { ...defaultReadLimits, bytes: fine.length - 1 })).toBe('document.file.tooLarge')
  })
})
