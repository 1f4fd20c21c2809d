import { describe, expect, it } from 'vitest'
import { annotatePdf, type PdfNote, readDocument } from '../../src/index.ts'
import { pdfOf, text } from '../read/pdf-builder.ts'
import { contentOf } from '../read/text-builders.ts'

const original = pdfOf({ marks: [text('部门支出总表', 90, 100)] }, { marks: [text('合计 12.00', 90, 100)] })
const options = { author: '明账', date: new Date('2024-02-23T04:00:00Z') }
const note: PdfNote = { page: 2, box: [90, 735, 150, 750], color: [200, 16, 32], text: '合计与分项之和不符' }

async function annotated(notes: readonly PdfNote[], bytes = original): Promise<Buffer> {
  const result = await annotatePdf(bytes, 'qinghe.pdf', notes, options)
  if (!result.ok) throw new Error(result.problem.detail)
  return Buffer.from(result.value)
}

/** The text as the format writes Chinese: UTF-16, with brackets, backslashes and ends of lines written as escapes. */
const printed = (content: string): string => Buffer.from(`\ufeff${content}`, 'utf16le').swap16().toString('latin1').replace(/[()\\]/gu, (byte) => `\\${byte}`).replaceAll('\r', '\\r').replaceAll('\n', '\\n')

describe('annotatePdf', () => {
  it('leaves every byte of the original and adds a frame with its text at its place', async () => {
    const file = await annotated([note])
    expect(file.subarray(0, original.length).equals(Buffer.from(original))).toBe(true)
    const added = file.subarray(original.length).toString('latin1')
    expect(added).toContain('/Subtype /Highlight')
    expect(added).toContain(printed('合计与分项之和不符'))
    expect(added).toMatch(/\/Rect \[87\.4 732\.4 152\.6 752\.6\]/u)
    expect(added).toContain('/AP')
  })

  it('reads back as the same document', async () => {
    expect(contentOf(await readDocument(new Uint8Array(await annotated([note])), 'qinghe.pdf'))).toEqual(contentOf(await readDocument(original, 'qinghe.pdf')))
  })

  it('writes the same bytes for the same notes and moment', async () => {
    expect((await annotated([note])).equals(await annotated([note]))).toBe(true)
  })

  it('stands at the corner of the page where no box is known, and skips pages that there are not', async () => {
    const added = (await annotated([{ page: 2, color: note.color, text: note.text }, { ...note, page: 9 }])).subarray(original.length).toString('latin1')
    expect(added.match(/\/Subtype \/Highlight/gu)).toHaveLength(1)
  })

  it('is the original where there is nothing to say', async () => {
    expect((await annotated([])).equals(Buffer.from(original))).toBe(true)
  })

  it('refuses a protected file and one that cannot be opened', async () => {
    const guarded = Buffer.from(Buffer.from(original).toString('latin1').replace('trailer\n<< ', 'trailer\n<< /Encrypt 9 0 R '), 'latin1')
    const refusal = async (bytes: Uint8Array) => {
      const result = await annotatePdf(bytes, 'qinghe.pdf', [note], options)
      return result.ok ? undefined : result.problem.code
    }
    expect(await refusal(guarded)).toBe('document.pdf.protected')
    expect(await refusal(original.slice(0, 60))).toBe('document.file.damaged')
  })
})
