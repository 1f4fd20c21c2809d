import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultReadLimits, readDocument } from '../../src/index.ts'
import { fileOf, line, operators, pdfOf, table, text } from './pdf-builder.ts'
import { contentOf, problemOf, treeOf } from './text-builders.ts'

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const stream = (content: string, entries = ''): string => `<< /Length ${String(content.length)}${entries} >>\nstream\n${content}\nendstream`

/** One page with a font of its own: its objects from number 4. */
function pageWithFont(content: string, font: readonly string[]): Uint8Array {
  return fileOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R /F2 8 0 R >> >> /Contents 4 0 R >>', stream(content), ...font])
}

/** Glyph numbers without any word about which characters they are, and a font that says it. */
const mute = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+SimSun /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>',
  '<< /Type /FontDescriptor /FontName /AAAAAA+SimSun /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
]
// Numbers from 0x0180 on: letters of other scripts, were they characters.
const numbers = (count: number): string => Array.from({ length: count }, (_, index) => (0x0180 + index * 7).toString(16).padStart(4, '0')).join('')

describe('readDocument › PDF › fonts without characters', () => {
  it('says so of a file in which no font tells its characters, and names the pages', async () => {
    const bytes = pageWithFont(`BT /F1 12 Tf 90 700 Td <${numbers(60)}> Tj ET`, mute)
    expect(problemOf(await readDocument(bytes, 'a.pdf'))).toMatchObject({ code: 'document.pdf.garbled', place: { document: 'a.pdf', page: 1 }, detail: expect.stringContaining('第 1 页') as string })
  })

  it('reads what another font says, leaves the rest out and lists the page', async () => {
    const bytes = pageWithFont(`BT /F1 12 Tf 90 700 Td <${numbers(20)}> Tj ET BT /F2 12 Tf 90 650 Td (Department budget of Qinghe county 2024) Tj ET`, mute)
    const tree = treeOf(await readDocument(bytes, 'a.pdf'))
    expect(contentOf({ ok: true, value: tree })).toEqual(['Department budget of Qinghe county 2024'])
    expect(tree.omissions?.map(({ code, place }) => [code, place.page])).toEqual([['document.pdf.pagesPartlyGarbled', 1]])
  })
})

describe('readDocument › PDF › damaged files', () => {
  const whole = pdfOf({ marks: table(60, 120, [['项目', '金额'], ['合计', '671.45']]) }, { marks: [text('第二页', 90, 100)] })

  it.each([0.5, 0.9])('says that a file is damaged when only %d of it arrived', async (share) => {
    expect(problemOf(await readDocument(whole.slice(0, Math.floor(whole.length * share)), 'a.pdf')).code).toBe('document.file.damaged')
  })

  it('lists a page whose content cannot be unpacked, and reads the others', async () => {
    const bytes = fileOf([
      catalog, '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 7 0 R >> >> /Contents 6 0 R >>',
      stream('not packed at all', ' /Filter /FlateDecode'), stream('BT /F1 12 Tf 90 700 Td (Qinghe) Tj ET'),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ])
    const tree = treeOf(await readDocument(bytes, 'a.pdf'))
    expect(contentOf({ ok: true, value: tree })).toEqual(['Qinghe'])
    expect(tree.omissions?.map(({ place }) => place.page)).toEqual([1])
  })

  it('opens a file that says it has no pages with a problem', async () => {
    expect(problemOf(await readDocument(fileOf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>']), 'a.pdf')).code).toBe('document.file.damaged')
  })

  it('ends with a tree of pages that leads back to itself', async () => {
    const bytes = fileOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 2 >>', '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 2 >>'])
    expect(problemOf(await readDocument(bytes, 'a.pdf')).code).toBe('document.file.damaged')
  })
})

describe('readDocument › PDF › files that want to exhaust the machine', () => {
  it('refuses a stream that unpacks to more than the limit', async () => {
    const packed = deflateSync(Buffer.alloc(80 * 1024 * 1024, 32)).toString('latin1')
    const bytes = fileOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>', stream(packed, ' /Filter /FlateDecode')])
    const problem = problemOf(await readDocument(bytes, 'a.pdf', { ...defaultReadLimits, unpackedBytes: 50 * 1024 * 1024 }))
    expect(problem).toMatchObject({ code: 'document.file.tooLarge', detail: expect.stringContaining('50 MB') as string })
  })

  it('reads the text of a page full of lines', async () => {
    const drawing = Array.from({ length: 60_000 }, (_, index) => `${String(index % 600)} ${String(index % 800)} m ${String((index * 7) % 600)} ${String((index * 13) % 800)} l S`).join('\n')
    expect((await readDocument(pdfOf({ marks: [operators(drawing), text('清河县规划图', 90, 100)] }), 'a.pdf')).ok).toBe(true)
  })

  it('lists a page that draws without end, and reads the others', async () => {
    const drawing = '0 0 m 9 9 l S\n'.repeat(310_000)
    const tree = treeOf(await readDocument(pdfOf({ marks: [text('前言', 90, 100)] }, { marks: [operators(drawing)] }, { marks: [text('正文', 90, 100)] }), 'a.pdf'))
    expect(contentOf({ ok: true, value: tree })).toEqual(['前言', '正文'])
    expect(tree.omissions?.map(({ code, place }) => [code, place.page])).toEqual([['document.pdf.pagesTooDense', 2]])
  })

  it('refuses a page with a hundred thousand nested states', async () => {
    expect(problemOf(await readDocument(pdfOf({ marks: [operators('q '.repeat(100_000)), text('正文', 90, 100)] }), 'a.pdf')).code).toBe('document.pdf.tooDense')
  })

  it('ends with a drawing that contains itself', async () => {
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>'
    const form = stream('/X Do', ' /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>')
    const result = await readDocument(fileOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page, stream('/X Do'), form]), 'a.pdf')
    expect(result.ok).toBe(false)
  })

  it.each(['0 0 1e12 1e12', '0 0 0 0', '595 842 0 0', '-1e9 -1e9 595 842', 'null (a) 0 0'])('reads a page of the absurd size [%s]', async (mediaBox) => {
    expect(contentOf(await readDocument(pdfOf({ mediaBox, marks: [line(10, 10, 20, 10), text('正文', 90, 100)] }), 'a.pdf'))).toEqual(['正文'])
  })
})
