/** Files from outside that could harm a batch, made here byte by byte. */
import { strToU8, zipSync } from 'fflate'
import { pdfOf, text } from '../../../packages/document/test/read/pdf-builder.ts'

const onePage = (): Uint8Array => pdfOf({ marks: [text('部门预算公开', 90, 100)] })

/** Cut off in its middle, as by a download that stopped. */
export function truncatedPdf(): Uint8Array {
  return onePage().slice(0, 400)
}

/** A PDF whose every byte after the head is noise. */
export function damagedPdf(): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4_000, 0x5a)]))
}

/** Asks for a password that nobody gave. */
export function encryptedPdf(): Uint8Array {
  const zeros = `<${'00'.repeat(32)}>`
  const plain = Buffer.from(onePage()).toString('latin1')
  return new Uint8Array(Buffer.from(plain.replace('trailer\n<< ', `trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O ${zeros} /U ${zeros} /P -4 >> /ID [<00> <00>] `), 'latin1'))
}

/** Many pages with one line each. */
export function longPdf(pages: number): Uint8Array {
  return pdfOf(...Array.from({ length: pages }, () => ({ marks: [text('一', 90, 100)] })))
}

/** Characters that are drawn by their number in a font that does not say which characters they are. */
export function pdfWithoutCharacters(): Uint8Array {
  const numbers = (count: number): string => String.fromCodePoint(...Array.from({ length: count }, (_, index) => index + 1))
  const plain = Buffer.from(pdfOf({ marks: [text(numbers(24), 90, 100), text(numbers(12), 90, 130)] })).toString('latin1')
  const coded = plain.replace('/Encoding /UniGB-UCS2-H', '/Encoding /Identity-H').replace('/Ordering (GB1) /Supplement 4', '/Ordering (Identity) /Supplement 0')
  return new Uint8Array(Buffer.from(coded, 'latin1'))
}

const workbook = (sheet: Uint8Array): Uint8Array => zipSync({
  '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
  '_rels/.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': strToU8('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/worksheets/sheet1.xml': sheet,
})

/** A workbook of some hundred kilobytes that unpacks to `megabytes`. */
export function zipBomb(megabytes: number): Uint8Array {
  return workbook(new Uint8Array(megabytes * 1024 * 1024).fill(0x20))
}

/** A Word document whose text asks for a file of the machine. */
export function documentWithEntity(): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY secret SYSTEM "file:///etc/hostname">]><w:document><w:body><w:p><w:r><w:t>&secret;</w:t></w:r></w:p></w:body></w:document>'),
  })
}
