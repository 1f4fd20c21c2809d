/**
 * Writes notes into a copy of a PDF: the original bytes stay as they are, the notes follow behind them as an
 * incremental update, so that a signature over the original and every page of it are untouched.
 *
 * A note is a highlight annotation: it has an appearance of its own (a frame), so that every viewer shows and prints
 * it, and its text opens on it and stands in the viewer's list of comments.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { Problem, Result } from '@mingzhang/figures'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damagedProblem, encryptedProblem } from '../read/archive/open-archive.ts'
import { withPdf } from '../read/pdf/library.ts'
import { defaultReadLimits, type ReadLimits } from '../read/read-limits.ts'

/** A frame on a page and its text. */
export interface PdfNote {
  /** 1-based. */
  readonly page: number
  /**
   * What is framed, in points of the unrotated page from its lower left corner: left, bottom, right, top.
   * Absent: the note stands at the page's upper left corner.
   */
  readonly box?: readonly [number, number, number, number]
  /** Red, green and blue, 0–255. */
  readonly color: readonly [number, number, number]
  readonly text: string
}

export interface AnnotatePdfOptions {
  /** Who speaks in the notes, as viewers show it. */
  readonly author: string
  /** The moment that the notes are stamped with. */
  readonly date: Date
  readonly limits?: ReadLimits
}

/**
 * The PDF with its notes. The same bytes, notes and moment give the same file.
 *
 * A file that asks for a password, or whose protection would be lost, is refused; so is one that cannot be opened, has
 * more pages than the limits allow, or is an XFA form. Notes of pages that the file does not have are left out.
 */
export async function annotatePdf(bytes: Uint8Array, name: string, notes: readonly PdfNote[], options: AnnotatePdfOptions): Promise<Result<Uint8Array>> {
  // A copy that cannot be changed without breaking its protection is left alone.
  if (isProtected(bytes)) return { ok: false, problem: protectedProblem(name) }
  try {
    return await withPdf(bytes, ({ document }) => writeNotes(document, bytes, name, notes, options))
  } catch (error) {
    const password = error instanceof Error && error.name === 'PasswordException'
    return { ok: false, problem: password ? encryptedProblem(name) : damagedProblem(name, 'PDF 打不开，不能加批注') }
  }
}

async function writeNotes(document: PDFDocumentProxy, bytes: Uint8Array, name: string, notes: readonly PdfNote[], { author, date, limits }: AnnotatePdfOptions): Promise<Result<Uint8Array>> {
  const { pages } = limits ?? defaultReadLimits
  if (document.numPages > pages) return { ok: false, problem: unchangedProblem(name, `文件超过 ${String(pages)} 页`) }
  if (document.isPureXfa) return { ok: false, problem: unchangedProblem(name, '这是动态表单（XFA）') }
  const drawn = notes.filter(({ page }) => page >= 1 && page <= document.numPages).sort((a, b) => a.page - b.page)
  if (drawn.length === 0) return { ok: true, value: bytes }
  for (const [index, note] of drawn.entries()) {
    const { view } = await document.getPage(note.page)
    const frame = frameOf(note, view)
    document.annotationStorage.setValue(`pdfjs_internal_editor_${String(index)}`, {
      annotationType: highlight,
      pageIndex: note.page - 1,
      rotation: 0,
      color: [...note.color],
      opacity: 1,
      user: author,
      date: date.getTime(),
      ...frame,
      popup: { contents: note.text, rect: popupBeside(frame.rect, view) },
    })
  }
  return { ok: true, value: withSteadyId(await document.saveDocument(), bytes.length) }
}

/** The library's number for highlights among the annotations that it can write. */
const highlight = 9

const gap = 1
const line = 1.6

type Rectangle = readonly [number, number, number, number]

/** A frame around the box: two rectangles of which the rule of even and odd fills what lies between. */
function frameOf({ box }: PdfNote, view: readonly number[]): { readonly rect: number[]; readonly quadPoints: number[]; readonly outlines: number[][] } {
  const [left, bottom, right, top] = box ?? cornerOf(view)
  const inner: Rectangle = [left - gap, bottom - gap, right + gap, top + gap]
  const outer: Rectangle = [inner[0] - line, inner[1] - line, inner[2] + line, inner[3] + line]
  return { rect: [...outer], quadPoints: quadOf(outer), outlines: [outlineOf(outer), outlineOf(inner)] }
}

function cornerOf(view: readonly number[]): Rectangle {
  const [left = 0, , , top = 800] = view
  return [left + 12, top - 30, left + 30, top - 12]
}

/** Where viewers open the text: right of the frame where the page leaves room, else at its right edge. */
function popupBeside(rect: readonly number[], view: readonly number[]): number[] {
  const [, , right = 0, top = 0] = rect
  const edge = view[2] ?? 600
  const left = Math.max(0, Math.min(right + 4, edge - 220))
  return [left, top - 120, left + 220, top]
}

function outlineOf([left, bottom, right, top]: Rectangle): number[] {
  return [left, bottom, right, bottom, right, top, left, top]
}

/** Corners as the format orders them: upper left, upper right, lower left, lower right. */
function quadOf([left, bottom, right, top]: Rectangle): number[] {
  return [left, top, right, top, left, bottom, right, bottom]
}

/**
 * The library makes the file's second identifier of the clock. This one is made of the content, so that the same notes
 * give the same bytes. It stands in the trailer, behind everything that the file's offsets point to.
 */
function withSteadyId(saved: Uint8Array, from: number): Uint8Array {
  const tail = Buffer.from(saved.buffer, saved.byteOffset + from, saved.byteLength - from).toString('latin1')
  const found = /\/ID\s*\[\s*(?:\((?:[^()\\]|\\[\s\S])*\)|<[^>]*>)\s*(?:\((?:[^()\\]|\\[\s\S])*\)|<[^>]*>)\s*\]/u.exec(tail)
  if (found === null) return saved
  const before = tail.slice(0, found.index)
  const after = tail.slice(found.index + found[0].length)
  const digest = createHash('sha256').update(saved.subarray(0, from)).update(before, 'latin1').update(after, 'latin1').digest('hex')
  const first = /^\/ID\s*\[\s*(\((?:[^()\\]|\\[\s\S])*\)|<[^>]*>)/u.exec(found[0])?.[1] ?? '<>'
  return Buffer.concat([saved.subarray(0, from), Buffer.from(`${before}/ID [${first} <${digest.slice(0, 32)}>]${after}`, 'latin1')])
}

/** A file that names an encryption in its trailer or cross-reference stream. */
function isProtected(bytes: Uint8Array): boolean {
  return /\/Encrypt\s*(?:<<|\d+\s+\d+\s+R\b)/u.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
}

function protectedProblem(name: string): Problem {
  return {
    code: 'document.pdf.protected',
    place: { document: name },
    detail: '这份 PDF 设了密码或权限保护，没有写批注版。',
    remedy: '发现见审核报告；需要批注版时，请用未加保护的原件再审核。',
  }
}

function unchangedProblem(name: string, why: string): Problem {
  return { code: 'document.pdf.notAnnotated', place: { document: name }, detail: `${why}，没有写批注版。`, remedy: '发现见审核报告。' }
}
